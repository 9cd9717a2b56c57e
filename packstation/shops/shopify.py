"""Shopify's orders_export.csv: only the first row of an order says what holds for all."""

from collections.abc import Iterator, Mapping
from typing import Final

from packstation.domain.intake import LineKind
from packstation.domain.noticed import Doubt, Warned
from packstation.shops import forms
from packstation.shops.attributes import joined, named_lines, sorted_out
from packstation.shops.forms import Cells, Head, Ledger, Numbered
from packstation.shops.layout import Layout

_AS_IT_IS: Final = ("recipient", "date", "email", "channel", "currency", "total")
_KEPT: Final = 10_000
_OF_A_LINE: Final = ("sku", "product", "quantity")
_NEVER_PACKED: Final = {LineKind.VIRTUAL, LineKind.WITHOUT_PRODUCT}
_LEAVES_NOTHING: Final = {LineKind.SENT_BEFORE, LineKind.WITHOUT_PRODUCT}
_NO: Final = {"false", "no", "falso", "0"}


class ShopifyForm:
    """An order's rows stand together; those below the first repeat only its number."""

    def __init__(self, layout: Layout, ledger: Ledger) -> None:
        self._cells = Cells(layout, ledger)
        self._profile = layout.profile
        self._ledger = ledger
        self._head: Head | None = None
        self._first_row: list[str] = []
        self._headless: dict[str, Numbered] = {}
        """The first row we met of an order whose own first row we have not."""
        self.layout = forms.our_layout(layout)

    def rows(self, rows: Iterator[Numbered]) -> Iterator[Numbered]:
        of = self._cells.of
        for line, row in self._cells.well_shaped(rows):
            if forms.blank(row):
                yield line, forms.empty_row()
            elif self._stands_twice(row):
                self._cells.twice(line, of(row, "order"))
            elif self._lacks_its_first(row):
                self._keep(line, row)
            else:
                if self._head is not None and self._head.order != of(row, "order"):
                    yield from forms.rest(self._head, self._ledger)
                yield from self._line(line, row)
                if of(row, "paid") and of(row, "order") in self._headless:
                    yield from self._line(*self._headless.pop(of(row, "order")))
        yield from forms.rest(self._head, self._ledger)
        while self._headless:
            self._refuse_oldest()

    def _stands_twice(self, row: list[str]) -> bool:
        """Whether a first row comes again; some programs fill all rows of an order alike."""
        of = self._cells.of
        if not of(row, "paid"):
            return False
        order = of(row, "order")
        same = self._head is not None and self._head.order == order
        again = row == self._first_row or (self._cells.met(order) and not same)
        self._first_row = row
        return again

    def _lacks_its_first(self, row: list[str]) -> bool:
        """Whether no row above says if this order is paid, and where it goes."""
        of = self._cells.of
        order = of(row, "order")
        if not order or of(row, "paid") or of(row, "cancelled_at"):
            return False
        same = self._head is not None and self._head.order == order
        return not (same or order in self._headless or self._cells.knows(order))

    def _keep(self, line: int, row: list[str]) -> None:
        """Its first row may stand further down, where somebody has sorted the rows."""
        self._headless[self._cells.of(row, "order")] = line, row
        if len(self._headless) > _KEPT:
            self._refuse_oldest()

    def _refuse_oldest(self) -> None:
        order = next(iter(self._headless))
        self._cells.headless(self._headless.pop(order)[0], order)

    def _line(self, line: int, row: list[str]) -> Iterator[Numbered]:
        """Nothing for what never goes into a box, or has gone before."""
        head = self._head_of(row)
        kind = self._kind(row, head)
        if kind in _LEAVES_NOTHING and head.is_work:
            head.left_out = (line, kind)
        if kind in _NEVER_PACKED or (kind is not None and head.is_work):
            self._ledger.counts[kind] += 1
            return
        head.packed += 1
        of = self._cells.of
        said = {it: of(row, it) for it in ("sku", "product", "quantity", "price")}
        yield line, [*head.cells, *(said.get(it, "") for it in forms.LINE)]

    def _kind(self, row: list[str], head: Head) -> LineKind | None:
        of = self._cells.of
        if of(row, "order") and not any(of(row, it) for it in _OF_A_LINE):
            return LineKind.WITHOUT_PRODUCT
        if of(row, "ships").casefold() in _NO:
            return LineKind.VIRTUAL
        match of(row, "line_sent").casefold():
            case "fulfilled":
                return LineKind.SENT_BEFORE
            case "partial" if head.is_work:
                doubt = Warned(head.order, Doubt.SENT_UNCLEAR, of(row, "product"))
                self._ledger.warn(doubt)
        return None

    def _head_of(self, row: list[str]) -> Head:
        of = self._cells.of
        order = of(row, "order")
        same = self._head is not None and self._head.order == order
        if self._head is not None and same and (self._head.told or not of(row, "paid")):
            return self._head
        self._head = self._first(row, order)
        return self._head

    def _first(self, row: list[str], order: str) -> Head:
        of = self._cells.of
        state, word = self._state(row)
        refunded = self._refunded(row)
        address = self._cells.address(row)
        gift, rest = sorted_out(named_lines(of(row, "attributes")), self._profile.gift_names)
        carrier = of(row, "carrier")
        said = address | {
            "order": order,
            "status": state,
            "held_word": word if state == "held" else "",
            "name": of(row, "name") or of(row, "recipient"),
            "message": joined(of(row, "message"), rest),
            "gift_message": gift,
            "flags": forms.flags_of(
                refunded=refunded, pickup=forms.fetched(carrier, self._profile.pickup)
            ),
            "carrier": carrier,
        }
        said |= {it: of(row, it) for it in _AS_IT_IS}
        head = Head(order, state, forms.head_cells(said), told=bool(of(row, "paid")))
        if refunded and head.is_work:
            amount = f"{of(row, 'refunded')} {said['currency']}".strip()
            self._ledger.warn(Warned(order, Doubt.REFUND_UNCLEAR, amount))
        if head.told:
            forms.doubt(head, word, said, self._ledger)
        return head

    def _state(self, row: list[str]) -> tuple[str, str]:
        """As ``state_of``; empty in a row that does not say."""
        of = self._cells.of
        paid = of(row, "paid")
        if of(row, "cancelled_at") or not paid:
            return ("cancelled" if of(row, "cancelled_at") else ""), ""
        return state_of(paid, of(row, "fulfilment"), self._profile.statuses)

    def _refunded(self, row: list[str]) -> bool:
        of = self._cells.of
        some = of(row, "refunded").strip("0.,'€$£ ")
        return bool(some) or of(row, "paid").casefold() == "partially_refunded"


def state_of(paid: str, sent: str, statuses: Mapping[str, str]) -> tuple[str, str]:
    """(ours, the shop's word that decided it); what nobody knows is held."""
    words = {statuses.get(word.casefold(), "held"): word for word in (paid, sent) if word}
    if "shipped" in words:
        return "shipped", ""
    state = next(it for it in ("cancelled", "held", "open") if it in words)
    return state, words[state]
