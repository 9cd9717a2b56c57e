"""What a text from outside becomes on paper: letters joined, each line in its own way."""

import re
import unicodedata

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from packstation.slips.sieve import ARABIC, LONGEST, Sifted, sift

# DejaVu has no sign of its own for the name of God, only its letters.
_RESHAPER = ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
_LEFTWARD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_OPENING = dict(zip("([{<«", ")]}>»", strict=True))
_CLOSING = {shut: opened for opened, shut in _OPENING.items()}


def sifted(text: str) -> Sifted:
    """``text`` with its Arabic letters in the forms they are drawn in, and what is lost."""
    return sift(text, _joined)


def plain(text: str) -> str:
    """``text`` on one line as it can be printed; empty when nothing of it can."""
    return sifted(text).text


def name_of(text: str) -> str:
    """``text`` as :func:`plain`, of whole words only: no name is printed with letters missing.

    A word may lose what is no letter, such as an emoji.
    """
    return plain(" ".join(it for it in text[:LONGEST].split() if not _loses_letters(it)))


def _loses_letters(word: str) -> bool:
    return any(unicodedata.category(lost[0])[0] in "LM" for lost in sifted(word).left_out)


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
    return str(_RESHAPER.reshape(text)) if ARABIC.search(text) else text
