"""Several named texts as one: what rows of one order or product repeat, kept small."""

from typing import Final

_BETWEEN: Final = "\x1f"  # tidy() lets no control character through, so it cannot be in a cell
_NAMED: Final = "\x1e"
SPOKEN: Final = "spoken"
"""The language guessed from the country: not the shop's word, so no change of the order."""


def pack(texts: dict[str, str]) -> str:
    """Only what is not empty is kept."""
    return _BETWEEN.join(f"{name}{_NAMED}{text}" for name, text in texts.items() if text)


def unpack(packed: str) -> dict[str, str]:
    if not packed:
        return {}
    return dict(part.split(_NAMED, 1) for part in packed.split(_BETWEEN))  # type: ignore[misc] # pack wrote pairs
