"""WooCommerce's orders by the WebToffee plugin: one row per order, its lines side by side."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, islice
from typing import Final

from packstation.domain.intake import LineKind, Reason, Refusal
from packstation.domain.noticed import Doubt, Warned
from packstation.shops import forms, line_items
from packstation.shops.attributes import joined
from packstation.shops.forms import Cells, Head, Ledger, Numbered
from packstation.shops.layout import Layout, folded
from packstation.shops.line_items import LineItem, money

_TOGETHER: Final = 1_000
"""Rows of one order that are held at once, however many it has."""
_LONGEST_COUNT: Final = 6
_SHOWN: Final = 80
_WIDE: Final = re.compile(r"line item \d+")
_AMOUNT: Final = re.compile(r"(?:^|;)amount:([\d.]+)")


class WebToffeeForm:
    """Its lines stand in line_item_1, line_item_2 …; or in rows of their own, if so chosen."""

    def __init__(self, layout: Layout, ledger: Ledger) -> None:
        self._cells = Cells(layout, ledger)
        self._profile = layout.profile
        self._ledger = ledger
        self._decimal = layout.decimal
        self.layout = forms.our_layout(layout)
        words = [folded(it) for it in layout.header]
        self._items = [at for at, word in enumerate(words) if _WIDE.fullmatch(word)]
        gifts = {folded(it) for it in layout.profile.gift_names}
        self._gifts = [
            at for at, word in enumerate(words) if word.removeprefix("meta:").strip() in gifts
        ]

    def rows(self, rows: Iterator[Numbered]) -> Iterator[Numbered]:
        for order, block in groupby(self._cells.well_shaped(rows), self._number):
            if order is None:
                yield from ((line, forms.empty_row()) for line, _ in block)
            elif order and self._cells.met(order):
                self._refuse(order, block)
            else:
                yield from self._block(order, block)

    def _block(self, order: str, block: Iterator[Numbered]) -> Iterator[Numbered]:
        """Rows that stand together: all of one order, or that order once and then again."""
        wide = bool(self._items)
        while some := list(islice(block, 1 if wide else _TOGETHER)):
            yield from self._of_order(order, some)
            if wide and order:
                self._refuse(order, block)

    def _refuse(self, order: str, block: Iterator[Numbered]) -> None:
        for line, _ in block:
            self._cells.twice(line, order)

    def _number(self, numbered: Numbered) -> str | None:
        """None for a row with nothing in it."""
        of, (_, row) = self._cells.of, numbered
        return None if forms.blank(row) else of(row, "order") or of(row, "id")

    def _of_order(self, order: str, block: list[Numbered]) -> Iterator[Numbered]:
        items = [(line, item) for line, row in block for item in self._read(line, row)]
        row = block[0][1]
        head = self._head(row, order, self._unclear(row, [item for _, item in items]))
        if not items:
            self._ledger.counts[LineKind.WITHOUT_PRODUCT] += len(block)
            head.left_out = (block[0][0], LineKind.WITHOUT_PRODUCT)
        for line, item in items:
            cells = self._packed(head, item)
            if cells is None:
                self._ledger.counts[LineKind.REFUNDED] += 1
                head.left_out = (line, LineKind.REFUNDED)
            else:
                yield line, cells
        yield from forms.rest(head, self._ledger)

    def _packed(self, head: Head, item: LineItem) -> list[str] | None:
        """None where all of it was refunded."""
        quantity, back = item.quantity, item.pieces_back
        if head.is_work and _is_count(back) and _is_count(quantity):
            quantity = str(int(quantity) - int(back))
            if int(quantity) <= 0:
                return None
        head.packed += 1
        line = (item.sku, item.name, item.variant, quantity, item.price, item.note)
        return [*head.cells, *line]

    def _read(self, line: int, row: list[str]) -> list[LineItem]:
        if self._items:
            cells = [(at, row[at]) for at in self._items if row[at].strip()]
            items = [(at, cell, line_items.read(cell)) for at, cell in cells]
            for at, cell, item in items:
                if not (item.name or item.sku):
                    self._refuse_item(line, at, cell, self._number((line, row)) or "")
            return [item for *_, item in items if item.name or item.sku]
        of = self._cells.of
        quantity = of(row, "quantity")
        return [
            LineItem(
                name=of(row, "product"),
                variant="",
                sku=of(row, "sku"),
                quantity=quantity,
                price=line_items.each(of(row, "line_total"), quantity, self._decimal),
                note=line_items.wishes(line_items.meta_of(of(row, "line_meta"))),
                refunded=of(row, "line_refunded"),
                pieces_back=of(row, "pieces_refunded"),
            )
        ]

    def _refuse_item(self, line: int, at: int, cell: str, order: str) -> None:
        """What cannot be read was a piece of the parcel all the same."""
        called = self._cells.layout.header[at]
        self._ledger.refuse(Refusal(line, called, cell[:_SHOWN], Reason.NOT_A_TEXT), order)

    def _unclear(self, row: list[str], items: list[LineItem]) -> Decimal:
        """The money of which the file does not say for how many pieces it went back."""
        all_of_it = sum(map(money, _AMOUNT.findall(self._cells.of(row, "refunds"))), Decimal(0))
        of_lines = sum((money(it.refunded) for it in items), Decimal(0))
        of_pieces = sum((money(it.refunded) for it in items if it.pieces_back), Decimal(0))
        return max(all_of_it, of_lines) - of_pieces

    def _head(self, row: list[str], order: str, unclear: Decimal) -> Head:
        of, words = self._cells.of, self._profile
        word = of(row, "paid").casefold().removeprefix("wc-")
        state = words.statuses.get(word, "held")
        address, carrier = self._cells.address(row), of(row, "carrier")
        ways = f"{carrier} {of(row, 'shipping_items')}"
        flags = forms.flags_of(refunded=unclear > 0, pickup=forms.fetched(ways, words.pickup))
        said = address | {
            "order": order,
            "status": state,
            "held_word": word if state == "held" else "",
            "name": self._name(row, "") or self._name(row, "recipient_"),
            "recipient": self._name(row, "recipient_"),
            "gift_message": joined(*(row[at].strip() for at in self._gifts)),
            "flags": flags,
            "carrier": carrier,
        }
        said |= {it: of(row, it) for it in ("date", "email", "message", "currency", "total")}
        head = Head(order, state, forms.head_cells(said))
        if unclear > 0 and head.is_work:
            amount = f"{unclear:.2f} {said['currency']}".strip()
            self._ledger.warn(Warned(order, Doubt.REFUND_UNCLEAR, amount))
        forms.doubt(head, word, said, self._ledger)
        return head

    def _name(self, row: list[str], whose: str) -> str:
        of = self._cells.of
        return f"{of(row, f'{whose}first_name')} {of(row, f'{whose}last_name')}".strip()


def _is_count(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_COUNT
