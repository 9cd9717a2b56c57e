"""Picking papers: for a cart one list by place, then a sheet for every order, code on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from packstation.domain.picking import Cart, PaperPicking, PickingSheet
from packstation.slips.picking_page import (
    FORMS,
    MISSING,
    Form,
    Heading,
    Paper,
    Row,
    plain_or_box,
)
from packstation.slips.picking_rows import Said, lacks, legend, pick_row, stop_rows
from packstation.slips.sheet import ONE_AT_A_TIME, Sheet
from packstation.words import picking_phrases as say
from packstation.words.words import Words


def draw_picking(papers: PaperPicking, words: Words) -> bytes:
    """The papers as PDF; ``words`` are those of whoever fetches.

    The same papers give the same bytes.
    """
    form = FORMS.get(papers.media, FORMS["A4"])
    title = words("To fetch · {shop}", shop=plain_or_box(papers.shop))
    with ONE_AT_A_TIME:
        sheet = Sheet(form.size, title, words.language)
        of = _Of(Paper(sheet, form, words), form, ZoneInfo(papers.zone), title, words)
        carts = papers.carts
        for number, cart in enumerate(carts, 1):
            of.write_cart(cart, number, len(carts))
            for slot, order in enumerate(cart.sheets, 1):
                of.write_order(order, slot)
        for order in () if carts else papers.sheets:
            of.write_order(order, 0)
        return sheet.finish()


@dataclass(frozen=True, slots=True)
class _Of:
    """What is the same on all the papers."""

    paper: Paper
    form: Form
    zone: ZoneInfo
    title: str
    words: Words

    def write_cart(self, cart: Cart, number: int, carts: int) -> None:
        words = self.words
        title = words("Cart {cart}", cart=number)
        if carts > 1:
            title = words("Cart {cart} of {carts}", cart=number, carts=carts)
        heading = Heading(title=title, under=(say.on_cart(cart, words),), foot=self.title)
        rows: list[Row] = [*legend(cart, self.form, words)]
        for stop in cart.stops:
            rows += stop_rows(stop, self.form, words)
        rows += self._box_told(cart.sheets)
        self.paper.write(heading, (), rows)

    def write_order(self, order: PickingSheet, slot: int) -> None:
        words = self.words
        at = None if order.leaves_at is None else order.leaves_at.astimezone(self.zone)
        leaves = plain_or_box(say.leaving(order, at, words))
        heading = Heading(
            title=words("Order {number}", number=order.number),
            under=tuple(filter(None, (leaves, say.pieces(order.pieces, words)))),
            number=order.number,
            code=order.code,
            slot=slot,
            foot=self.title,
        )
        rows: list[Row] = [pick_row(pick, self.form, words) for pick in order.picks]
        if not rows:
            rows.append(Said(self.form, words("Nothing of it lies on a shelf.")))
        rows += self._box_told((order,))
        self.paper.write(heading, tuple(say.marks(order, words)), rows)

    def _box_told(self, sheets: Sequence[PickingSheet]) -> Iterator[Row]:
        if any(map(lacks, sheets)):
            told = self.words("{box} stands for a letter that cannot be printed.", box=MISSING)
            yield Said(self.form, told)
