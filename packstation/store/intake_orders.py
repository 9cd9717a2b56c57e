"""Lines of a file become whole orders, each with a digest of what the shop said."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from packstation.domain.heads import unpack, without_last
from packstation.domain.orders import GIFT, Opener

_VERSION: Final = "1"
_STRONGEST: Final = ("cancelled", "held", "shipped", "open", "")
"""Rows of one order that disagree: the word that keeps a parcel from going out wins."""
_ADDRESS: Final = ("address1", "address2")
_PLACES: Final = frozenset((*_ADDRESS, "postcode", "city"))
"""Without any of these a region and a country are no address."""

Line = tuple[str, int, int, str]
"""SKU, quantity, price in hundredths, the customer's wish for this piece."""

Run = tuple[str, str, str, str, list[Line]]
"""Lines that stand together and say the same of their order: number, at, state, head, lines."""

_NUMBER: Final = itemgetter(0)
_HEAD: Final = itemgetter(3)
_SKU: Final = itemgetter(0)


class GatheredOrder(NamedTuple):
    """An order as the file has it.

    A tuple, as a FileLine is: it is made three times as fast as a frozen dataclass.
    """

    number: str
    state: str
    """open, held, shipped or cancelled; empty when the file does not say."""
    at: str
    customer: str
    """The shop's key for the customer: its own, else the e-mail; empty for a guest."""
    head: dict[str, str]
    address: list[str]
    lines: tuple[Line, ...]
    total_cents: int
    rows: int
    repeats: int
    digest: str

    @property
    def names(self) -> tuple[str, str]:
        """Who bought, and who opens the parcel if it is somebody else."""
        return self.head.get("name", ""), self.head.get("recipient", "")

    @property
    def pieces(self) -> int:
        return sum([line[1] for line in self.lines])

    @property
    def opener(self) -> Opener:
        """Another name alone may be a neighbour's: at the bench somebody is asked."""
        name, recipient = self.names
        other = bool(recipient) and recipient.casefold() != name.casefold()
        is_gift = "gift_message" in self.head or ("flags" in self.head and GIFT in self.flags)
        if other and is_gift:
            return Opener.RECIPIENT
        return Opener.UNKNOWN if other or is_gift else Opener.BUYER

    @property
    def flags(self) -> list[str]:
        if "flags" not in self.head:
            return []
        return [it for it in self.head["flags"].split(";") if it]


def gather(runs: Iterable[Run]) -> Iterator[GatheredOrder]:
    """``runs`` as Scratch.by_order gives them: those of one order stand together."""
    for number, of_order in groupby(runs, _NUMBER):
        yield _gathered(number, list(of_order))


def _gathered(number: str, runs: list[Run]) -> GatheredOrder:
    state, at, heads, rows = _as_one(runs)
    asked = [line for line in rows if line[1]]
    lines = _lines(asked)
    total = sum([count * cents for _, count, cents, _ in asked])
    head = _head(heads)
    told = [without_last(it, "told") for it in heads] if "told" in head else heads
    # Whose a cancelled order was tells it from another shop's, but is no news.
    said = ("", [""]) if state == "cancelled" and not asked else (at, told)
    content = (_VERSION, number, state, *said, lines, total)
    return GatheredOrder(
        number=number,
        state=state,
        at=at,
        customer=head.get("customer") or head.get("email", ""),
        head=head,
        address=_address(head),
        lines=lines,
        total_cents=int(head.get("total", total)),
        rows=len(asked),
        repeats=0 if len(lines) == len(asked) else _repeats(runs),
        digest=hashlib.sha256(repr(content).encode("utf-8", "replace")).hexdigest(),
    )


def _as_one(runs: list[Run]) -> tuple[str, str, list[str], list[Line]]:
    """State, time, different heads and lines of an order."""
    if len(runs) == 1:  # most files have the lines of an order together
        _, at, state, head, lines = runs[0]
        return state, at, [head], lines
    state = _only({state for _, _, state, _, _ in runs}, _STRONGEST)
    at = min([at for _, at, _, _, _ in runs if at], default="")
    heads = list(dict.fromkeys(map(_HEAD, runs)))
    return state, at, heads, [line for *_, lines in runs for line in lines]


def _repeats(runs: list[Run]) -> int:
    """How many lines say to the letter what another one has said."""
    said = [(*of_order, line) for *of_order, lines in runs for line in lines if line[1]]
    return len(said) - len(set(said))


def _only(found: set[str], ranks: tuple[str, ...]) -> str:
    return found.pop() if len(found) == 1 else min(found, key=ranks.index)


def _head(heads: list[str]) -> dict[str, str]:
    """Each text from the first row that has it: some exports fill only an order's first row."""
    head = unpack(heads[0])
    for packed in heads[1:]:
        head = unpack(packed) | head
    return head


def _address(head: dict[str, str]) -> list[str]:
    if _PLACES.isdisjoint(head):
        return []
    said = head.get
    town = " ".join(filter(None, (said("postcode"), said("city"))))
    lines = [said("company"), *map(said, _ADDRESS), town, said("region"), said("country")]
    return [line for line in lines if line]


def _lines(asked: list[Line]) -> tuple[Line, ...]:
    """One line per product and wish: the packer should meet each piece once."""
    # Different products are the rule, and quickly told.
    if len(set(map(_SKU, asked))) == len(asked):
        return tuple(asked)
    merged: dict[tuple[str, str], tuple[int, int]] = {}
    for sku, quantity, cents, note in asked:
        count, first = merged.get((sku, note), (0, cents))
        merged[sku, note] = (count + quantity, first)
    return tuple((sku, count, cents, note) for (sku, note), (count, cents) in merged.items())
