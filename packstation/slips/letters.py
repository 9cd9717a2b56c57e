"""What a text from outside becomes before it may stand on paper, and what is lost of it."""

import re
import unicodedata
from dataclasses import dataclass

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from packstation.slips.clusters import ZERO_WIDTH_JOINER, clusters
from packstation.slips.faces import REGULAR, face, home

LONGEST = 4000
"""Letters of one text that are looked at: no paper has room for more."""
MOST_MARKS = 4
"""Accents on one letter: more would run into the lines above and below."""

_FIRST_MARK = "\u0300"
# DejaVu has no sign of its own for the name of God, only its letters.
_RESHAPER = ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
# No-break spaces stay what they are: they keep "100 g" together.
_SPACES = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_LEFTWARD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_ARABIC = re.compile(r"[\u0620-\u06ff\u0750-\u077f]")
# Scripts DejaVu has letters of, which only a shaping engine could set; and the points of
# Hebrew, which nobody misses in a name and which would fall beside their letters.
_UNSHAPED = re.compile(r"[\u0700-\u074f\u0780-\u08ff\u0e80-\u0eff\U00010800-\U00010fff]")
_POINTS = re.compile(r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_OPENING = dict(zip("([{<«", ")]}>»", strict=True))
_CLOSING = {shut: opened for opened, shut in _OPENING.items()}
_UNSEEN = re.compile(r"[\ufe00-\ufe0f\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Sifted:
    """A text as it can be printed, in the order it is read."""

    text: str
    left_out: tuple[str, ...] = ()
    """What no bundled font has, each once."""


def sift(text: str) -> Sifted:
    """``text`` on one line, without what cannot be printed or would not be seen."""
    short = text[:LONGEST]
    if short.isascii() and short.isprintable():
        return Sifted(" ".join(short.split()))
    short = unicodedata.normalize("NFC", short)
    if max(short) < _FIRST_MARK and face(REGULAR[0]).letters.issuperset(short):
        return Sifted(_SPACES.sub(" ", short).strip(" "))
    kept, lost = [], dict[str, None]()
    for cluster in clusters(_POINTS.sub("", _joined(short))):
        shown, missing = _printable(cluster)
        kept.append(shown)
        lost |= dict.fromkeys(missing)
    line = _SPACES.sub(" ", "".join(kept)).strip(" ")
    return Sifted(line if line.strip() else "", tuple(lost))


def plain(text: str) -> str:
    """``text`` on one line as it can be printed; empty when nothing of it can."""
    return sift(text).text


def name_of(text: str) -> str:
    """``text`` as :func:`plain`, of whole words only: no name is printed with letters missing.

    A word may lose what is no letter, such as an emoji.
    """
    return plain(" ".join(it for it in text[:LONGEST].split() if not _loses_letters(it)))


def _loses_letters(word: str) -> bool:
    return any(unicodedata.category(lost[0])[0] in "LM" for lost in sift(word).left_out)


def unprintable(text: str) -> tuple[str, ...]:
    """What no bundled font has of ``text``, each once: a slip will leave it out."""
    return tuple(
        dict.fromkeys(lost for line in text.splitlines() for lost in sift(line).left_out)
    )


def leftward(line: str) -> bool:
    """Whether ``line`` is read from right to left: its first letter says so."""
    ways = map(unicodedata.bidirectional, line)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def as_seen(line: str, base: str = "L") -> str:
    """A printable ``line`` with its letters in the order the eye meets them.

    ``base`` is the way the whole line runs: "L" as our own sentences do, or "R".
    """
    if not _LEFTWARD.search(line):
        return line
    return _mirrored(str(get_display(line, base_dir=base)))


def _mirrored(seen: str) -> str:
    """``seen`` with the brackets turned that would show their backs to what they hold.

    python-bidi leaves them as they were: in a stretch from right to left the closing one then
    comes first.
    """
    letters, waiting = list(seen), dict[str, list[int]]()
    for place, letter in enumerate(seen):
        if letter in _OPENING:
            shut = waiting.get("shut" + letter)
            if shut:
                letters[place], letters[shut.pop()] = _OPENING[letter], letter
            else:
                waiting.setdefault(letter, []).append(place)
        elif letter in _CLOSING:
            opened = waiting.get(_CLOSING[letter])
            if opened:
                opened.pop()
            else:
                waiting.setdefault("shut" + _CLOSING[letter], []).append(place)
    return "".join(letters)


def _joined(text: str) -> str:
    return str(_RESHAPER.reshape(text)) if _ARABIC.search(text) else text


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
    owner = None if unknown else home(_visible(cluster), REGULAR)
    if owner is None:
        return "", (cluster,)
    own = len(unicodedata.normalize("NFD", base)) - 1
    marks = _visible(cluster)[1 : 1 + max(0, MOST_MARKS - own)]
    drawn = "".join(it for it in marks if it in owner.letters)
    return base + drawn, tuple(it for it in marks if it not in owner.letters)


def _visible(cluster: str) -> str:
    return _UNSEEN.sub("", cluster.replace(ZERO_WIDTH_JOINER, ""))
