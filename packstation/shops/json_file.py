"""A shop's orders as JSON, one by one: each comes in whole, or is refused whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from packstation.domain.intake import LISTED, FileLine, LineKind, Reason, Refusal
from packstation.domain.noticed import Doubt, Warned
from packstation.shops import json_ours, json_shopify, json_woo
from packstation.shops.cells import BadCell, one_line
from packstation.shops.json_stream import orders_in
from packstation.shops.json_told import Told, ToldLine
from packstation.shops.layout import Layout
from packstation.shops.order_days import OrderDays
from packstation.shops.profile import COLUMNS, STATES, TEMPLATE, Profile
from packstation.shops.row_reader import RowReader
from packstation.shops.said import Said, whole_order
from packstation.shops.text_file import Text

_BATCH: Final = 2_000
_SHOWN: Final = 80
_OURS: Final = (*COLUMNS, "held_word", "told")  # told last: it is no part of what changes
_DIALECTS: Final[dict[str, Callable[[Said, Profile], Told]]] = {
    "shopify": json_shopify.told,
    "woocommerce": json_woo.told,
    TEMPLATE: json_ours.told,
}


class JsonFile:
    """As packstation.shops.csv_file.CsvFile; a line of it is a line of an order."""

    def __init__(
        self, text: Text, profiles: Iterable[Profile], zone: ZoneInfo, now: datetime
    ) -> None:
        self._text = text
        self._profiles = {it.name: it for it in profiles}
        self._zone = zone
        self._days = OrderDays(now)
        self._dialect = ""
        self._met: dict[int, int] = {}
        known = tuple(self._profiles.values())
        self.profile = self._profiles.get(TEMPLATE, known[0])
        self.counts: Counter[LineKind] = Counter()
        self.refused: list[Refusal] = []
        self.spoilt: list[str] = []
        self.warnings: list[Warned] = []
        self.warning_count = 0

    @property
    def share(self) -> float:
        return self._text.share

    def refuse_if_changed(self) -> None:
        self._text.refuse_if_changed()

    def batches(self) -> Iterator[list[FileLine]]:
        with self._text.lines() as chunks:
            batch: list[FileLine] = []
            for line, value in orders_in(chunks):
                batch += self._order(line, value)
                if len(batch) >= _BATCH or len(self.spoilt) >= _BATCH:
                    yield batch
                    batch = []
            yield batch

    def _order(self, line: int, value: object) -> list[FileLine]:
        told: Told | None = None
        try:
            told = self._told(whole_order(value))
            return self._read(told, line)
        except BadCell as bad:
            self._refuse(Refusal(line, bad.column, bad.text[:_SHOWN], bad.reason))
        if told is not None:
            self.counts[LineKind.SET_ASIDE] += max(0, len(told.lines) - 1)
            self.spoilt.append(one_line(told.head.get("order", "")))
        return []

    def _told(self, order: Said) -> Told:
        dialect = _dialect(order)
        if not self._dialect:
            self._begin(dialect)
        if dialect != self._dialect:
            raise BadCell("", "", Reason.NOT_AN_ORDER)
        return _DIALECTS[dialect](order, self.profile)

    def _begin(self, dialect: str) -> None:
        """The first order tells whose file it is, unless somebody has said so."""
        self._dialect = dialect
        if dialect in self._profiles:
            self.profile = self._profiles[dialect]
        profile = replace(
            self.profile,
            columns={it: (it,) for it in _OURS},
            statuses={state: state for state in STATES},
            decimal=".",
            dates=(),
            remarks=None,
        )
        places = {it: place for place, it in enumerate(_OURS)}
        self._reader = RowReader(Layout(profile, "", _OURS, places), self._zone)

    def _read(self, told: Told, line: int) -> list[FileLine]:
        """Raises BadCell with a JSON pointer for a column."""
        read = [self._line(told, it, line) for it in told.lines if it.kind is None]
        kinds = [it.kind for it in told.lines if it.kind is not None]
        kinds += [kind for kind, _ in read]
        lines = [it for _, it in read if it is not None]
        if not read:
            lines = self._without_goods(told, line)
            kinds += [] if told.lines else [LineKind.WITHOUT_PRODUCT]
        number = told.head.get("order", "")
        if self._again(number, lines):
            self.counts[LineKind.AGAIN] += len(kinds)
            return []
        self.counts.update(kinds)
        self._warn(number, told, lines)
        return lines

    def _line(self, told: Told, of: ToldLine, line: int) -> tuple[LineKind, FileLine | None]:
        said = {**told.head, **of.cells}
        try:
            return self._reader.read([said.get(it, "") for it in _OURS], line)
        except BadCell as bad:
            name = told.names.get(bad.column, bad.column)
            pointer = f"{of.pointer}/{name}" if bad.column in of.cells else f"/{name}"
            raise BadCell(pointer, bad.text, bad.reason) from bad

    def _without_goods(self, told: Told, line: int) -> list[FileLine]:
        """Without a line it waits, held, until somebody has looked; with none left it goes."""
        if told.lines and all(it.kind is LineKind.VIRTUAL for it in told.lines):
            return []
        head = {**told.head, "status": "cancelled"} if told.lines else told.head
        stand_in = ToldLine("", {"sku": "-", "quantity": "1"})
        _, found = self._line(replace(told, head=head), stand_in, line)
        if found is None or found.state == "shipped":
            return []
        if found.state == "cancelled":
            return [found]
        return [found._replace(sku="", quantity=0, state="held", details="")]

    def _again(self, number: str, lines: list[FileLine]) -> bool:
        """Whether the file has told all of it before. Raises BadCell when it told otherwise."""
        key, mark = hash(number), hash(tuple(it[1:] for it in lines))
        before = self._met.get(key)
        self._met[key] = mark
        if before is not None and before != mark:
            raise BadCell("", number, Reason.ORDER_TWICE)
        return before is not None

    def _warn(self, number: str, told: Told, lines: list[FileLine]) -> None:
        found = list(told.doubts)
        if lines and self._days.is_odd(lines[0].at):
            found.append((Doubt.DATE_ODD, told.head.get("date", "")))
        if not told.lines:
            found.append((Doubt.NO_LINES, ""))
        elif lines and not lines[0].quantity and told.head.get("status") != "cancelled":
            found.append((Doubt.NOTHING_TO_PACK, ""))
        for doubt, text in found:
            self.warning_count += 1
            if len(self.warnings) < LISTED:
                self.warnings.append(Warned(number, doubt, text))

    def _refuse(self, refusal: Refusal) -> None:
        self.counts[LineKind.REFUSED] += 1
        if len(self.refused) < LISTED:
            self.refused.append(refusal)


def _dialect(order: Said) -> str:
    said = order.value.keys()
    if "lineItems" in said or {"line_items", "financial_status"} <= said:
        return "shopify"
    if {"line_items", "billing"} <= said:
        return "woocommerce"
    if json_ours.is_ours(order):
        return TEMPLATE
    raise BadCell("", ", ".join(map(str, said))[:_SHOWN], Reason.NOT_AN_ORDER)
