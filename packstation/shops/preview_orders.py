"""A file of orders before it comes in: its dates and words for states are asked about."""

from typing import Any, Final

from packstation.domain import matching as it
from packstation.domain.intake import LineKind
from packstation.shops.cells import one_line
from packstation.shops.csv_file import CsvFile
from packstation.shops.day_order import all_asked, only_way, shown
from packstation.shops.first_rows import FirstRows
from packstation.shops.matched import DATED, parts_of
from packstation.shops.preview_way import Asked, Known, as_far_as_it_is
from packstation.shops.profile import TEMPLATE, Profile, named, remembered
from packstation.shops.seen import Seen

_WORDS: Final = 12


class AsOrders:
    lists = it.Lists.ORDERS

    def __init__(self, known: Known) -> None:
        self._known = known
        self.template = named(TEMPLATE, known.folder)
        self.profiles = known.profiles

    def parts(self, name: str, match: it.Match, seen: Seen) -> dict[str, Any]:
        cells = seen.by_column(match.columns)
        return parts_of(name, match, seen.header, cells, self.template)

    def read_from(self, parts: dict[str, Any]) -> Profile:
        return remembered(parts, self._known.folder)

    def whole(self, profile: Profile) -> Profile:
        return profile

    def day_order(self, columns: tuple[str, ...], seen: Seen) -> it.DayOrder | None:
        return only_way(_dates(columns, seen))

    def asked(self, match: it.Match, profile: Profile, seen: Seen) -> Asked:
        # A profile that came with its dates knows them.
        asks = not profile.dates or match.day_order is not None
        dates = shown(_dates(match.columns, seen)) if asks else None
        return Asked(dates, _words(match, profile, seen))

    def first(self, text: FirstRows, profile: Profile) -> it.FirstRows:
        file = CsvFile(text, (profile,), self._known.zone)
        batches = as_far_as_it_is(text, file.batches())
        orders = {line.order for batch in batches for line in batch if line.quantity}
        return it.FirstRows(file.counts[LineKind.GOODS], len(orders), tuple(file.refused))


def _dates(columns: tuple[str, ...], seen: Seen) -> list[it.DatesAsked]:
    return [
        asked
        for place, ours in enumerate(columns)
        if ours in DATED
        for asked in all_asked(place, seen.cells(place))
    ]


def _words(match: it.Match, profile: Profile, seen: Seen) -> tuple[str, ...]:
    """States of orders nobody has told us the meaning of."""
    if "status" not in match.columns or profile.form:
        return ()
    told = {**profile.statuses, **{word.casefold(): "" for word in match.states}}
    cells = map(one_line, seen.cells(match.columns.index("status")))
    return tuple(dict.fromkeys(word for word in cells if word.casefold() not in told))[:_WORDS]
