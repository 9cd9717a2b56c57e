"""Text from outside, made legible: what would act on a screen is shown instead."""

from typing import Final

_CONTROLS: Final = [code for code in range(32) if code not in {9, 10, 13}]
_TURNING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))

# A control character, or the sign that stands for one (no face of ours has it), and a mark that
# turns writing round, are told by their number: no code ever looks like another one.
_SHOWN: Final[dict[int, str]] = (
    {code: f"\\x{code:02x}" for code in (*_CONTROLS, *range(127, 160))}
    | {0x2400 + code: f"\\x{code:02x}" for code in range(32)}
    | {0x2421: "\\x7f"}
    | {code: f"\\u{code:04x}" for code in _TURNING}
    | {9: " ", 13: "", 0x2028: "\n", 0x2029: "\n"}
)


def legible(text: str) -> str:
    """``text`` to the letter, but for characters that would act instead of being read."""
    return text if text.isprintable() and text.isascii() else text.translate(_SHOWN)
