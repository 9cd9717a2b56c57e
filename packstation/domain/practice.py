"""One parcel to practise on: an order that no shop has, in a shop that lasts as long as it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from packstation.domain.arrivals import (
    ArrivingCode,
    ArrivingCustomer,
    ArrivingLine,
    ArrivingOrder,
    ArrivingProduct,
)
from packstation.domain.codes import Kind, own_code
from packstation.domain.founding import NewPacker, NewShop
from packstation.domain.people import Person
from packstation.domain.shop import Shop
from packstation.domain.trial import NO_BENCH

_WAY_OFF: Final = timedelta(hours=3)
_SHELVES: Final = ("A-1", "A-2", "B-1")
QUANTITIES: Final = (1, 2, 1)


@dataclass(frozen=True, slots=True)
class PrintPractice:
    """An errand: the page to scan from, in ``language``."""

    language: str


@dataclass(frozen=True, slots=True)
class PracticePrinted:
    """That page on its way: ``where`` it went, or the ``trouble`` that kept it."""

    where: str = ""
    trouble: str = ""
    in_folder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTexts:
    """What is read in the practice parcel, in the language of whoever practises."""

    bench: str
    """One of NO_BENCHES: order and pieces are called after it."""
    customer: str
    called: str
    pieces: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Practice:
    """The codes there is to scan, in their order; each with what it is."""

    order: str
    pieces: tuple[tuple[str, str, int], ...]
    """(name, code, how often)"""
    seal: str


def practice_of(shop: Shop, texts: PracticeTexts) -> Practice:
    seal = next((body for body, name in shop.commands.items() if name == "seal"), "")
    return Practice(
        order=_order_code(shop),
        pieces=tuple(
            (name, _piece_code(place), count)
            for place, (name, count) in enumerate(
                zip(texts.pieces, QUANTITIES, strict=True), start=1
            )
        ),
        seal=own_code(shop.mark, Kind.COMMAND, seal) if seal else "",
    )


def practice_shop(shop: Shop, person: Person, texts: PracticeTexts, now: datetime) -> NewShop:
    """The shop of whoever practises, with nobody else in it and that one order."""
    brand = replace(shop.brand, answer_link="", logo="")
    return NewShop(
        shop=replace(shop, brand=brand, seal_by_itself=False),
        source="practice",
        founded_at=now,
        packers=(
            NewPacker(
                name=person.name,
                badge=person.badge,
                pin="",  # who practises has shown a PIN already
                language=person.language,
                role="packer",  # there is no office to open
                signature=person.signature,
            ),
        ),
        touches=(),
        products=_products(texts),
        customers=(
            ArrivingCustomer(
                outside_id="practice",
                name=texts.customer,
                called=texts.called,
                language=person.language,
            ),
        ),
        orders=(_order(texts, person.language, now),),
        printed={"practice": _order_code(shop)},
    )


def _order_code(shop: Shop) -> str:
    """It names no order: one whose sheet lies about opens nothing at the real bench."""
    return own_code(shop.mark, Kind.ORDER, NO_BENCH)


def _piece_code(place: int) -> str:
    return f"{NO_BENCH}{place}"


def _products(texts: PracticeTexts) -> tuple[ArrivingProduct, ...]:
    return tuple(
        ArrivingProduct(
            sku=f"{texts.bench}-{place}",
            name=name,
            place=_SHELVES[place - 1],
            codes=(ArrivingCode(code=_piece_code(place)),),
        )
        for place, name in enumerate(texts.pieces, start=1)
    )


def _order(texts: PracticeTexts, language: str, now: datetime) -> ArrivingOrder:
    return ArrivingOrder(
        outside_id="practice",
        number=f"{texts.bench}-1",
        state="open",
        customer="practice",
        customer_name=texts.customer,
        language=language,
        placed_at=now,
        leaves_at=now + _WAY_OFF,
        lines=tuple(
            ArrivingLine(sku=f"{texts.bench}-{place}", quantity=count)
            for place, count in enumerate(QUANTITIES, start=1)
        ),
    )
