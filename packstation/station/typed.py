"""What a person typed, as every database can hold it."""

import re
from dataclasses import fields, replace
from typing import Any, Final

from packstation.domain.scans import Command, Scan

_UNSTORABLE: Final = re.compile("[\\x00\\ud800-\\udfff]")
"""NUL, and half an emoji: a field that is full cuts one in two."""
_SIGN: Final = "\N{REPLACEMENT CHARACTER}"


def storable(given: Scan | Command) -> Scan | Command:
    """``given`` with a sign where its wish has what no database takes.

    What was scanned is cleaned where it is read.
    """
    if isinstance(given, Scan):
        return given
    wish = given.wish
    texts = ((it.name, getattr(wish, it.name)) for it in fields(wish))
    mended: dict[str, Any] = {
        name: storable_text(text)
        for name, text in texts
        if isinstance(text, str) and _UNSTORABLE.search(text)
    }
    return replace(given, wish=replace(wish, **mended)) if mended else given


def storable_text(text: str) -> str:
    return _UNSTORABLE.sub(_SIGN, text)
