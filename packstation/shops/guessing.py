"""What the columns of an unknown file probably are: by their header words and their cells."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from packstation.domain.codes import gtin
from packstation.domain.matching import Lists
from packstation.shops.countries import LANGUAGES, country_code
from packstation.shops.day_order import is_date
from packstation.shops.header_words import WORDS_OF, Words
from packstation.shops.layout import folded

_MOST, _HALF = 0.8, 0.5
"""Of the cells that say something, so many look right: to tell by themselves, or to agree."""
_ENOUGH: Final = 500
"""Rows that are looked at: more would only take longer."""
_LONGEST: Final = 80
"""Letters of a cell that are looked at."""
_SAID, _MEANT, _LOOKS = 3.0, 2.0, 1.0
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WHOLE: Final = re.compile(r"-?\d{1,6}(?:[.,]0{1,3})?")
_KEY: Final = re.compile(r"\S{1,64}")
_ABBREVIATED: Final = re.compile(r"\b(\w)\.(?=\w\b)")
_AMOUNT: Final = re.compile(
    r"(?:[A-Z]{3})?[-€$£ \u00a0\u202f.,']*\d[-€$£ \u00a0\u202f\d.,']*(?:[A-Z]{3}|euros?)?",
    re.IGNORECASE,
)
_WITH_CENTS: Final = re.compile(r"[€$£ ]*\d+[.,]\d\d[ €$£]*")
_POSTCODE: Final = re.compile(r"'?[A-Z0-9][A-Z0-9 -]{2,9}", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2})?", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_CODE: Final = re.compile(r"'?\S{4,20}")
_ROUNDED: Final = re.compile(r"\d(?:[.,]\d+)?E\+1\d", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"[\s;,|/]+")

Looks = Callable[[str], bool]


def _is_barcode(text: str) -> bool:
    """A cell may hold several, the last of them cut short; a sheet may have rounded it."""
    first = _SEVERAL.split(text.lstrip("'"))[0]
    return gtin(first) is not None or _all_of(_ROUNDED, text)


def _are_codes(text: str) -> bool:
    return _all_of(_CODE, text) or all(_all_of(_CODE, it) for it in _SEVERAL.split(text))


def _is_country(text: str) -> bool:
    return country_code(text) in LANGUAGES


def _all_of(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None


_MUST: Final[dict[str, Looks]] = {
    "barcode": _are_codes,
    "email": partial(_all_of, _EMAIL),
    "date": is_date,
    "leaves_at": is_date,
    "quantity": partial(_all_of, _WHOLE),
    "price": partial(_all_of, _AMOUNT),
    "total": partial(_all_of, _AMOUNT),
    "postcode": partial(_all_of, _POSTCODE),
    "language": partial(_all_of, _LANGUAGE),
    "currency": partial(_all_of, _CURRENCY),
    "customer": partial(_all_of, _KEY),
}
"""A header word is not believed where the cells say otherwise."""
_TELLS: Final[dict[str, Looks]] = {
    "barcode": _is_barcode,
    "email": partial(_all_of, _EMAIL),
    "date": is_date,
    "country": _is_country,
}
"""Cells that tell what they are, whatever stands above them."""


class _Guess(NamedTuple):
    sure: float
    place: int
    column: str


def guess(
    header: Sequence[str], rows: Sequence[Sequence[str]], lists: Lists
) -> tuple[str, ...]:
    """From the left: our column, or nothing; each of ours at most once."""
    names = WORDS_OF[lists]
    cells = [_said(rows[:_ENOUGH], place) for place in range(len(header))]
    guesses = [
        it
        for place, word in enumerate(header)
        for it in (*_by_word(place, word, cells[place], names), *_by_cells(place, cells[place]))
        if it.column in names
    ]
    found: dict[int, str] = {}
    for it in sorted(guesses, key=lambda it: (-it.sure, it.place)):
        if it.place not in found and it.column not in found.values():
            found[it.place] = it.column
    return tuple(found.get(place, "") for place in range(len(header)))


def words_of(text: str) -> tuple[str, ...]:
    """``text`` as the table writes it: no accents, no case, no marks."""
    return tuple(re.findall(r"[^\W_]+", _ABBREVIATED.sub(r"\1", folded(text))))


def no_header(header: Sequence[str]) -> bool:
    """Whether the first row is like all others: nobody calls a column 8410000000017."""
    says = (_is_barcode, is_date, partial(_all_of, _EMAIL), partial(_all_of, _WITH_CENTS))
    return any(looks(it) for it in header for looks in says)


def _said(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    texts = (row[place].strip()[:_LONGEST] for row in rows if place < len(row))
    return [it for it in texts if it]


def _by_word(place: int, word: str, cells: list[str], words: Words) -> Iterator[_Guess]:
    mine = words_of(word)
    for column, names in words.items():
        sure = max((_alike(mine, names, rank) for rank in range(len(names))), default=0.0)
        if sure and _agree(cells, _MUST.get(column)):
            yield _Guess(sure, place, column)


def _alike(mine: tuple[str, ...], names: tuple[str, ...], rank: int) -> float:
    theirs = tuple(names[rank].split())
    early = 1 - rank / len(names) / 2
    if mine == theirs:
        return _SAID + early
    inside = bool(mine) and set(theirs) <= set(mine) and len("".join(theirs)) > 1
    return _MEANT * len(theirs) / len(mine) + early / 10 if inside else 0.0


def _by_cells(place: int, cells: list[str]) -> Iterator[_Guess]:
    for column, looks in _TELLS.items():
        if cells and sum(map(looks, cells)) >= _MOST * len(cells):
            yield _Guess(_LOOKS, place, column)


def _agree(cells: list[str], looks: Looks | None) -> bool:
    """Whether the cells do not speak against it."""
    return looks is None or sum(map(looks, cells)) >= _HALF * len(cells)
