"""Text from outside, made legible: what would act on a screen is shown instead."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_CONTROLS: Final = [code for code in range(32) if code not in {9, 10, 13}]
_TURNING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))

_MOST_MARKS: Final = 4
"""On one letter; the paper has as many."""

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
    """``text`` to the letter, but for characters that would act instead of being read.

    Accents are among them where they pile up: they would run over the lines above.
    """
    if text.isascii():
        return text if text.isprintable() else text.translate(_SHOWN)
    shown = text.translate(_SHOWN)
    return shown if shown.isalnum() else "".join(_without_piles(shown))


def _without_piles(text: str) -> Iterator[str]:
    piled = 0
    for letter in text:
        piled = piled + 1 if unicodedata.category(letter)[0] == "M" else 0
        if piled <= _MOST_MARKS:
            yield letter
