"""Lines of a file become whole orders, each with a digest of what the shop said."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from packstation.domain.heads import unpack
from packstation.domain.orders import GIFT, Opener

_VERSION: Final = "1"
_STRONGEST: Final = ("cancelled", "held", "shipped", "open", "")
"""Rows of one order that disagree: the word that keeps a parcel from going out wins."""
_ADDRESS: Final = ("address1", "address2")

Line = tuple[str, int, int, str]
"""SKU, quantity, price in hundredths, the customer's wish for this piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredOrder:
    """An order as the file has it."""

    number: str
    state: str
    """open, held, shipped or cancelled; empty when the file does not say."""
    at: str
    head: dict[str, str]
    lines: tuple[Line, ...]
    total_cents: int
    rows: int
    repeats: int
    digest: str

    @property
    def customer(self) -> str:
        """The shop's key for the customer: its own, else the e-mail; empty for a guest."""
        return self.head.get("customer") or self.head.get("email", "")

    @property
    def names(self) -> tuple[str, str]:
        """Who bought, and who opens the parcel if it is somebody else."""
        return self.head.get("name", ""), self.head.get("recipient", "")

    @property
    def pieces(self) -> int:
        return sum(line[1] for line in self.lines)

    @property
    def opener(self) -> Opener:
        """Another name alone may be a neighbour's: at the bench somebody is asked."""
        name, recipient = self.names
        other = bool(recipient) and recipient.casefold() != name.casefold()
        is_gift = "gift_message" in self.head or GIFT in self.head.get("flags", "").split(";")
        if other and is_gift:
            return Opener.RECIPIENT
        return Opener.UNKNOWN if other or is_gift else Opener.BUYER

    @property
    def flags(self) -> list[str]:
        return [it for it in self.head.get("flags", "").split(";") if it]

    @property
    def address(self) -> list[str]:
        said = self.head.get
        town = " ".join(filter(None, (said("postcode"), said("city"))))
        lines = [*map(said, _ADDRESS), town, said("region"), said("country")]
        return [line for line in lines if line] if any(map(said, _ADDRESS)) or town else []


def gather(rows: Iterable[tuple[Any, ...]]) -> Iterator[GatheredOrder]:
    """``rows`` as Scratch.by_order gives them: those of one order stand together."""
    for number, of_order in groupby(rows, itemgetter(1)):
        yield _gathered(number, list(of_order))


def _gathered(number: str, rows: list[tuple[Any, ...]]) -> GatheredOrder:
    goods = [row[2:] for row in rows if row[3]]
    state = _only({row[7] for row in rows}, _STRONGEST)
    at = min([row[5] for row in rows if row[5]], default="")
    heads = list(dict.fromkeys([row[8] for row in rows]))
    lines = _lines(goods)
    total = sum([row[1] * row[2] for row in goods])
    head = _head(heads)
    content = (_VERSION, number, state, at, heads, lines, total)
    return GatheredOrder(
        number=number,
        state=state,
        at=at,
        head=head,
        lines=lines,
        total_cents=int(head.get("total", total)),
        rows=len(goods),
        repeats=len(goods) - len(set(goods)) if len(goods) > 1 else 0,
        digest=hashlib.sha256(repr(content).encode("utf-8", "replace")).hexdigest(),
    )


def _only(found: set[str], ranks: tuple[str, ...]) -> str:
    return found.pop() if len(found) == 1 else min(found, key=ranks.index)


def _head(heads: list[str]) -> dict[str, str]:
    """Each text from the first row that has it: some exports fill only an order's first row."""
    head = unpack(heads[0])
    for packed in heads[1:]:
        head = unpack(packed) | head
    return head


def _lines(goods: list[tuple[Any, ...]]) -> tuple[Line, ...]:
    """One line per product and wish: the packer should meet each piece once."""
    merged: dict[tuple[str, str], tuple[int, int]] = {}
    for sku, quantity, cents, _, note, *_ in goods:
        count, first = merged.get((sku, note), (0, cents))
        merged[sku, note] = (count + quantity, first)
    return tuple((sku, count, cents, note) for (sku, note), (count, cents) in merged.items())
