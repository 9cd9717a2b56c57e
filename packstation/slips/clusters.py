"""What the eye takes for one letter: a base with its marks, or an emoji made of several."""

import re
import unicodedata
from collections.abc import Iterator

ZERO_WIDTH_JOINER = "\u200d"
_FIRST_MARK = "\u0300"
_SKIN = re.compile(r"[\U0001f3fb-\U0001f3ff]")
_TAGS = re.compile(r"[\U000e0020-\U000e007f]")


def clusters(text: str) -> Iterator[str]:
    """The letters of ``text``, each with what leans on it."""
    held = ""
    for letter in text:
        if held and (held[-1] == ZERO_WIDTH_JOINER or _leans(letter)):
            held += letter
            continue
        if held:
            yield held
        held = letter
    if held:
        yield held


def _leans(letter: str) -> bool:
    return letter >= _FIRST_MARK and (
        letter == ZERO_WIDTH_JOINER
        or unicodedata.category(letter).startswith("M")
        or bool(_SKIN.match(letter) or _TAGS.match(letter))
    )
