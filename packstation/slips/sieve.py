"""What of a text from outside can stand on paper, and what would be lost: no font is opened."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from packstation.slips.clusters import ZERO_WIDTH_JOINER, clusters
from packstation.slips.coverage import REGULAR, home, letters_of

LONGEST = 4000
"""Letters of one text that are looked at: no paper has room for more."""
MOST_MARKS = 4
"""Accents on one letter: more would run into the lines above and below."""
ARABIC = re.compile(r"[\u0620-\u06ff\u0750-\u077f]")

_FIRST_MARK = "\u0300"
# No-break spaces stay what they are: they keep "100 g" together.
_SPACES = re.compile(r"[^\S\u00a0\u202f\u2007]+")
# Scripts DejaVu has letters of, which only a shaping engine could set; and the points of
# Hebrew, which nobody misses in a name and which would fall beside their letters.
_UNSHAPED = re.compile(r"[\u0700-\u074f\u0780-\u08ff\u0e80-\u0eff\U00010800-\U00010fff]")
_POINTS = re.compile(r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
# Arabic's own points, which the reshaper leaves out.
_HARAKAT = re.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
_UNSEEN = re.compile(r"[\ufe00-\ufe0f\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Sifted:
    """A text as it can be printed, in the order it is read."""

    text: str
    left_out: tuple[str, ...] = ()
    """What no bundled font has, each once."""


def unjoined(text: str) -> str:
    """``text`` with Arabic letters as they are.

    A face that has one of them has all its joined forms too (a test holds this), so nothing
    more needs to be known where a text is not drawn.
    """
    return _HARAKAT.sub("", text) if ARABIC.search(text) else text


def sift(text: str, join: Callable[[str], str] = unjoined) -> Sifted:
    """``text`` on one line, without what cannot be printed or would not be seen.

    ``join`` gives Arabic letters the forms they have beside each other.
    """
    short = text[:LONGEST]
    if short.isascii() and short.isprintable():
        return Sifted(" ".join(short.split()))
    short = unicodedata.normalize("NFC", short)
    if max(short) < _FIRST_MARK and letters_of(REGULAR[0]).issuperset(short):
        return Sifted(_SPACES.sub(" ", short).strip(" "))
    kept, lost = [], dict[str, None]()
    for cluster in clusters(_POINTS.sub("", join(short))):
        shown, missing = _printable(cluster)
        kept.append(shown)
        lost |= dict.fromkeys(missing)
    line = _SPACES.sub(" ", "".join(kept)).strip(" ")
    return Sifted(line if line.strip() else "", tuple(lost))


def unprintable(text: str) -> tuple[str, ...]:
    """What no bundled font has of ``text``, each once: a slip will leave it out."""
    return tuple(
        dict.fromkeys(lost for line in text.splitlines() for lost in sift(line).left_out)
    )


def _printable(cluster: str) -> tuple[str, tuple[str, ...]]:
    """What of ``cluster`` is drawn, and what is missing in every font."""
    base = cluster[0]
    if base.isspace():
        return base, ()
    if unicodedata.category(base) in {"Cc", "Cf", "Cs", "Mn", "Me", "Mc"}:
        return "", ()
    # Half of a joined emoji would say something else than the whole.
    torn = ZERO_WIDTH_JOINER in cluster[:-1] and not base.isalpha()
    unknown = torn or _UNSHAPED.match(base) or unicodedata.category(base) == "Co"
    owner = None if unknown else home(_visible(cluster))
    if owner is None:
        return "", (cluster,)
    own = len(unicodedata.normalize("NFD", base)) - 1
    marks = _visible(cluster)[1 : 1 + max(0, MOST_MARKS - own)]
    drawn = "".join(it for it in marks if it in owner)
    return base + drawn, tuple(it for it in marks if it not in owner)


def _visible(cluster: str) -> str:
    return _UNSEEN.sub("", cluster.replace(ZERO_WIDTH_JOINER, ""))
