"""A shop's own way to lay orders out in rows, made into rows of our own template."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

from packstation.domain.intake import LineKind, Reason, Refusal
from packstation.domain.noticed import Doubt, Warned
from packstation.domain.orders import PICKUP, REFUNDED
from packstation.shops.layout import Layout
from packstation.shops.profile import STATES, Profile

HEAD: Final = (
    "order", "date", "status", "email", "name", "recipient", "company", "address1", "address2",
    "postcode", "city", "region", "country", "message", "gift_message", "flags", "carrier",
    "channel", "currency", "total", "held_word",
)  # fmt: skip
LINE: Final = ("sku", "product", "variant", "quantity", "price", "line_note")
_OURS: Final = (*HEAD, *LINE)
_ADDRESS: Final = ("company", "address1", "address2", "postcode", "city", "region", "country")
_WHERE: Final = ("address1", "postcode", "city")

Numbered = tuple[int, list[str]]
"""The physical line a row begins on, and its cells."""


class Ledger(Protocol):
    """Who is told of what does not become a row of ours."""

    @property
    def counts(self) -> Counter[LineKind]: ...
    @property
    def profile(self) -> Profile: ...
    def warn(self, warned: Warned) -> None: ...
    def refuse(self, refusal: Refusal, order: str) -> None: ...


class Form(Protocol):
    @property
    def layout(self) -> Layout:
        """Of the rows it gives."""
        ...

    def rows(self, rows: Iterator[Numbered]) -> Iterator[Numbered]: ...


@dataclass(frozen=True, slots=True)
class OurForm:
    """Ours already: one row per line of an order."""

    layout: Layout

    def rows(self, rows: Iterator[Numbered]) -> Iterator[Numbered]:
        return rows


@dataclass(slots=True)
class Head:
    """What a shop says of an order as a whole, in our words."""

    order: str
    state: str
    cells: list[str]
    told: bool = True
    """False while only rows have come that say nothing of the order as a whole."""
    packed: int = 0
    """Lines of it that go into a box."""
    left_out: tuple[int, LineKind] | None = None
    """The last line of it that has left before, was paid back, or is none."""

    @property
    def is_work(self) -> bool:
        return self.state in {"open", "held", ""}


class Cells:
    """Reads the cells of a shop's own layout by our names of its columns."""

    def __init__(self, layout: Layout, ledger: Ledger) -> None:
        self.layout = layout
        self.width = len(layout.header)
        self._places = layout.places
        self._ledger = ledger
        self._met: set[int] = set()

    def has(self, column: str) -> bool:
        return column in self._places

    def of(self, row: list[str], column: str) -> str:
        """Trimmed; empty when the file has no such column."""
        place = self._places.get(column)
        return "" if place is None else row[place].strip()

    def number(self, row: list[str]) -> str:
        """The order a row of whatever length names."""
        place = self._places["order"]
        return row[place].strip() if place < len(row) else ""

    def met(self, order: str) -> bool:
        """Whether ``order`` began before, further up in the file; from now on it has."""
        mark = hash(order)  # a million numbers would be a lot to keep
        before = mark in self._met
        self._met.add(mark)
        return before

    def knows(self, order: str) -> bool:
        """Whether ``order`` began further up in the file."""
        return hash(order) in self._met

    def twice(self, line: int, order: str) -> None:
        refusal = Refusal(line, self.layout.called("order"), order, Reason.ORDER_TWICE)
        self._ledger.refuse(refusal, order)

    def headless(self, line: int, order: str) -> None:
        refusal = Refusal(line, self.layout.called("order"), order, Reason.FIRST_ROW_MISSING)
        self._ledger.refuse(refusal, order)

    def well_shaped(self, rows: Iterator[Numbered]) -> Iterator[Numbered]:
        """Without the rows that are too short or too long: those are refused."""
        for line, row in rows:
            if len(row) == self.width or blank(row):
                yield line, row
            else:
                reason = Reason.ROW_SHORT if len(row) < self.width else Reason.ROW_LONG
                refusal = Refusal(line, "", str(len(row)), reason)
                self._ledger.refuse(refusal, self.number(row))

    def address(self, row: list[str]) -> dict[str, str]:
        """Where the parcel goes: to whoever pays, when nobody says where else."""
        said = {it: self.of(row, it) for it in _ADDRESS}
        said["address1"] = said["address1"] or self.of(row, "street")
        if any(said[it] for it in _WHERE):
            return _without_echo(said)
        billing = {it: self.of(row, f"billing_{it}") for it in _ADDRESS}
        billing["address1"] = billing["address1"] or self.of(row, "billing_street")
        return _without_echo(billing)


def _without_echo(address: dict[str, str]) -> dict[str, str]:
    """Madrid lies in Madrid: once is enough on a label."""
    if address["region"].casefold() == address["city"].casefold():
        address["region"] = ""
    return address


def our_layout(layout: Layout) -> Layout:
    """Of our rows, with the words of the file's own header."""
    called = {it: layout.called(it) for it in _OURS}
    called["status"] = layout.called("paid")
    profile = replace(
        layout.profile,
        columns={it: (it,) for it in _OURS},
        statuses={state: state for state in STATES},
    )
    places = {it: place for place, it in enumerate(_OURS)}
    return Layout(profile, layout.delimiter, tuple(called.values()), places)


def head_cells(said: Mapping[str, str]) -> list[str]:
    """``said`` by our names, as the first cells of a row."""
    return [said.get(it, "") for it in HEAD]


def blank(row: Iterable[str]) -> bool:
    return not any(map(str.strip, row))


def empty_row() -> list[str]:
    return [""] * len(_OURS)


def flags_of(*, refunded: bool, pickup: bool) -> str:
    return ";".join([flag for flag, is_so in ((REFUNDED, refunded), (PICKUP, pickup)) if is_so])


def fetched(methods: str, words: Iterable[str]) -> bool:
    """Whether somebody comes for the parcel, by the names of its shipping methods."""
    said = methods.casefold()
    return any(word.casefold() in said for word in words)


def doubt(head: Head, word: str, said: Mapping[str, str], ledger: Ledger) -> None:
    """Tell what is odd about an order that is to be packed."""
    if not head.is_work:
        return
    if head.state == "held" and word.casefold() not in ledger.profile.statuses:
        ledger.warn(Warned(head.order, Doubt.STATE_UNKNOWN, word))
    if not any(said[it] for it in _WHERE):
        ledger.warn(Warned(head.order, Doubt.NO_ADDRESS))


def rest(head: Head | None, ledger: Ledger) -> Iterator[Numbered]:
    """After all lines of an order: when none is left to pack, the last one takes it away."""
    if head is None or not head.is_work or head.packed or head.left_out is None:
        return
    line, kind = head.left_out
    ledger.warn(Warned(head.order, Doubt.NOTHING_TO_PACK))
    ledger.counts[kind] -= 1  # it is counted as a cancellation instead
    cells = head.cells.copy()
    cells[HEAD.index("status")] = "cancelled"
    yield line, cells + [""] * len(LINE)
