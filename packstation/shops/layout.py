"""Which profile a file follows, and where its columns stand: told by the header's words."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packstation.domain.intake import ColumnsMissing, FileEmpty
from packstation.shops.profile import TEMPLATE, Profile

_DELIMITERS: Final = (",", ";", "\t", "|")
_UNSEEN: Final = {"Mn", "Cf"}
_SAYS_DELIMITER: Final = re.compile(r'"?sep=(.)"?\s*')


@dataclass(frozen=True, slots=True)
class Layout:
    """One file's header, understood."""

    profile: Profile
    delimiter: str
    header: tuple[str, ...]
    places: Mapping[str, int]
    """Our column -> its position in a row."""

    def called(self, column: str) -> str:
        """What the file calls our ``column``."""
        return self.header[self.places[column]] if column in self.places else column

    @property
    def decimal(self) -> str:
        """The profile's mark; else what programs that write ; between cells use."""
        return self.profile.decimal or ("," if self.delimiter == ";" else ".")

    @property
    def missing(self) -> tuple[str, ...]:
        """What the profile requires and the header lacks, in the file's own first words."""
        return tuple(
            " / ".join(self.profile.columns.get(it, (it,))[0] for it in needed.split("|"))
            for needed in self.profile.required
            if not any(it in self.places for it in needed.split("|"))
        )


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a file that says anything, and its physical line."""

    line: str
    number: int
    announced: str
    """The mark between cells, where Excel's own first line ``sep=;`` names it."""


def header_of(lines: Iterable[str], path: Path) -> Header:
    """Raises FileEmpty, which names ``path``, when there is none."""
    announced = ""
    for number, line in enumerate(lines, start=1):
        says = _SAYS_DELIMITER.fullmatch(line) if number == 1 else None
        if says is not None:
            announced = says[1]
        elif line.strip():
            return Header(line, number, announced)
    raise FileEmpty(str(path))


def recognise(line: str, profiles: Iterable[Profile], announced: str = "") -> Layout:
    """How to read a file whose header is ``line``, by the profile that knows most of it.

    Raises ColumnsMissing, with what the one profile misses, or our template among several.
    """
    asked = tuple(profiles)
    layouts = [
        _laid_out(line, profile, delimiter)
        for profile in asked
        for delimiter in (
            (announced or profile.delimiter,) if announced or profile.delimiter else _DELIMITERS
        )
    ]
    best = max(layouts, key=_fit)
    if best.missing and len(asked) == 1:
        raise ColumnsMissing(best.profile.name, best.missing, best.header)
    if best.missing:
        ours = [it for it in layouts if it.profile.name == TEMPLATE] or layouts
        nearest = max(ours, key=_fit)
        raise ColumnsMissing("", nearest.missing, nearest.header)
    return best


def _fit(layout: Layout) -> tuple[bool, bool, int, int]:
    known = not layout.missing
    matched = known and layout.profile.remembered
    return known, matched, len(layout.places), len(layout.header)


def _laid_out(line: str, profile: Profile, delimiter: str) -> Layout:
    header = tuple(cells_of(line, delimiter))
    named = names_of(header)
    stand = {folded(word): place for place, word in reversed(list(enumerate(named)))}
    places = {}
    for column, words in profile.columns.items():
        place = next((stand[folded(it)] for it in words if folded(it) in stand), None)
        if place is not None:
            places[column] = place
    return Layout(profile, delimiter, header, places)


def cells_of(line: str, delimiter: str) -> list[str]:
    """The words of a header."""
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]


def names_of(header: Iterable[str]) -> tuple[str, ...]:
    """``header`` with a name for every column: the second "Name" is "Name #2".

    A column without a name is called by its place: the third is "#3".
    """
    seen: Counter[str] = Counter()
    names = []
    for place, word in enumerate(header, start=1):
        seen[folded(word)] += 1
        again = seen[folded(word)]
        names.append((word if again == 1 else f"{word} #{again}") if word else f"#{place}")
    return tuple(names)


def folded(word: str) -> str:
    """``word`` without accents, case, what nobody sees, and what stands between its parts."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(it for it in plain if unicodedata.category(it) not in _UNSEEN)
    return " ".join(re.split(r"[\s_\-]+", letters.strip()))
