"""Keyboards of other countries: what a scanner's keys become where they are read as another's.

Numbered as in us_keyboard; made from X's own tables (xkeyboard-config), without AltGr.
"""

from functools import cache, lru_cache
from typing import Final

from packstation.devices.us_keyboard import typed_on_us

US: Final = "us"
_FIRST: Final = (2, 16, 30, 43, 86)
_DEAD: Final = "¤"
"""In the tables: a key that types nothing, and marks the next letter."""

# Five rows plain, the same five with Shift.
_TABLES: Final = {
    "es": (
        *("1234567890'¡", "qwertyuiop¤+", "asdfghjklñ¤º", "çzxcvbnm,.-", "<"),
        *('!"·$%&/()=?¿', "QWERTYUIOP¤*", "ASDFGHJKLÑ¤ª", "ÇZXCVBNM;:_", ">"),
    ),
    "latam": (
        *("1234567890'¿", "qwertyuiop¤+", "asdfghjklñ{|", "}zxcvbnm,.-", "<"),
        *('!"#$%&/()=?¡', "QWERTYUIOP¤*", "ASDFGHJKLÑ[°", "]ZXCVBNM;:_", ">"),
    ),
    "fr": (
        *("&é\"'(-è_çà)=", "azertyuiop¤$", "qsdfghjklmù²", "*wxcvbn,;:!", "<"),
        *("1234567890°+", "AZERTYUIOP¤£", "QSDFGHJKLM%~", "µWXCVBN?./§", ">"),
    ),
    "de": (
        *("1234567890ß¤", "qwertzuiopü+", "asdfghjklöä¤", "#yxcvbnm,.-", "<"),
        *('!"§$%&/()=?¤', "QWERTZUIOPÜ*", "ASDFGHJKLÖÄ°", "'YXCVBNM;:_", ">"),
    ),
    "it": (
        *("1234567890'ì", "qwertyuiopè+", "asdfghjklòà\\", "ùzxcvbnm,.-", "<"),
        *('!"£$%&/()=?^', "QWERTYUIOPé*", "ASDFGHJKLç°|", "§ZXCVBNM;:_", ">"),
    ),
    "pt": (
        *("1234567890'«", "qwertyuiop+¤", "asdfghjklçº\\", "¤zxcvbnm,.-", "<"),
        *('!"#$%&/()=?»', "QWERTYUIOP*¤", "ASDFGHJKLÇª|", "¤ZXCVBNM;:_", ">"),
    ),
    "gb": (
        *("1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "#zxcvbnm,./", "\\"),
        *('!"£$%^&*()_+', "QWERTYUIOP{}", "ASDFGHJKL:@¬", "~ZXCVBNM<>?", "|"),
    ),
}
LAYOUTS: Final = (US, *_TABLES)

Stroke = tuple[int, bool]
"""A key and whether Shift is held."""


class Layout:
    """``letters`` is what each key types; a key in ``dead`` types none of its own."""

    def __init__(self, letters: dict[Stroke, str], dead: frozenset[Stroke]) -> None:
        self.letters = letters
        self.dead = dead
        self._strokes = {
            letter: stroke for stroke, letter in reversed(letters.items()) if stroke not in dead
        }

    def stroke(self, letter: str) -> Stroke | None:
        """The key that types ``letter`` at once; None when there is none without AltGr."""
        return self._strokes.get(letter)


@lru_cache
def layout(name: str) -> Layout:
    """One of LAYOUTS."""
    if name == US:
        letters = {
            (code, shift): typed
            for code in (*range(2, 14), *range(16, 28), *range(30, 42), *range(43, 54), 57)
            for shift in (False, True)
            if (typed := typed_on_us(code, shift=shift))
        }
        return Layout(letters, frozenset())
    return _from_table(_TABLES[name])


def _from_table(table: tuple[str, ...]) -> Layout:
    letters: dict[Stroke, str] = {(57, False): " ", (57, True): " "}
    dead: set[Stroke] = set()
    rows = zip(_FIRST * 2, [False] * 5 + [True] * 5, table, strict=True)
    for first, shift, row in rows:
        for code, letter in enumerate(row, first):
            letters[code, shift] = letter
            if letter == _DEAD:
                dead.add((code, shift))
    return Layout(letters, frozenset(dead))


@cache
def becomes(letter: str, scanner: str, computer: str) -> str | None:
    """What ``letter`` of a scanner set to one keyboard types on another.

    None when that is not sure: the key is dead there, or the scanner needs AltGr for it.
    """
    if scanner == computer:
        return letter
    stroke = layout(scanner).stroke(letter)
    if stroke is None or stroke in layout(computer).dead:
        return None
    return layout(computer).letters.get(stroke)


def meant(text: str, scanner: str, computer: str) -> str:
    """What the scanner meant by ``text``, as far as that can be said letter by letter."""
    if scanner == computer:
        return text
    strokes = (layout(computer).stroke(letter) for letter in text)
    known = layout(scanner).letters
    return "".join(
        letter if stroke is None else known.get(stroke, letter)
        for letter, stroke in zip(text, strokes, strict=True)
    )
