"""Several named texts as one: what rows of one order or product repeat, kept small."""

from collections.abc import Iterable
from typing import Final

_BETWEEN: Final = "\x1f"  # no control character gets out of a cell, so it cannot be in a text
_NAMED: Final = "\x1e"


def pack(texts: Iterable[tuple[str, str]]) -> str:
    """``texts`` by name; only what is not empty is kept."""
    return _BETWEEN.join([name + _NAMED + text for name, text in texts if text])


def unpack(packed: str) -> dict[str, str]:
    if not packed:
        return {}
    parts = packed.split(_BETWEEN)
    return dict([part.split(_NAMED, 1) for part in parts])


def without_last(packed: str, name: str) -> str:
    """``packed`` without the text called ``name``, which would be its last."""
    return packed.partition(f"{_BETWEEN}{name}{_NAMED}")[0]
