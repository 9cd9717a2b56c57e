"""What shops tell besides: makers, tags, coupons, birthdays, and what was heard of touches.

It is drawn by a lot of its own, after everything else: orders and people stay as they were.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Final

from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder, ArrivingProduct
from packstation.domain.founding import NewShop, PastIncident, PastTouch

# Prefix of a family -> (brand, supplier, tags).
_MAKERS: Final = {
    "TAZ": ("Alfar del Río", "Cerámicas Levante", ("frágil", "hecho a mano")),
    "TET": ("Alfar del Río", "Cerámicas Levante", ("frágil",)),
    "PLA": ("Alfar del Río", "Cerámicas Levante", ("frágil", "hecho a mano")),
    "VEL": ("Luz de Mar", "Cerería Norte", ("hecho a mano",)),
    "JAB": ("Luz de Mar", "Cerería Norte", ("hecho a mano", "se gasta")),
    "INF": ("Monte Claro", "Herbolario Sur", ("comestible", "se gasta")),
    "TE": ("Monte Claro", "Herbolario Sur", ("comestible", "se gasta")),
    "DUL": ("La Golosa", "Obrador Central", ("comestible", "se gasta")),
    "COJ": ("Telar Azul", "Tejidos Costa", ()),
    "PAN": ("Telar Azul", "Tejidos Costa", ()),
    "CUA": ("Papel y Hilo", "Papelera Vega", ("se personaliza",)),
    "TAR": ("Papel y Hilo", "Papelera Vega", ()),
    "JAR": ("Alfar del Río", "Cerámicas Levante", ("frágil",)),
    "COC": ("Telar Azul", "Tejidos Costa", ()),
}
_TAGS: Final = ("feria", "prensa", "vecindario", "taller")
_COUPONS: Final = ("HOLA10", "OTONO")
_SEVERITY: Final = {"damaged": (2, 3), "missing": (1, 2), "wrong": (1, 2), "late": (1, 1)}
_ASKED_AGAIN: Final = timedelta(days=90)


def with_particulars(seed: str, shop: NewShop) -> NewShop:
    chance = Random(f"{seed}/particulars")
    midnight = shop.founded_at.replace(hour=0, minute=0, second=0, microsecond=0)
    hurt = {it.order: it.reported_at for it in shop.incidents if it.cause != "late"}
    return replace(
        shop,
        products=tuple(_product(it) for it in shop.products),
        customers=tuple(_customer(chance, it) for it in shop.customers),
        incidents=tuple(_incident(chance, it) for it in shop.incidents),
        given=tuple(_given(chance, it, midnight) for it in shop.given),
        orders=tuple(_orders(chance, shop.orders, hurt)),
    )


def _product(it: ArrivingProduct) -> ArrivingProduct:
    brand, supplier, tags = _MAKERS[it.sku.partition("-")[0]]
    return replace(it, brand=brand, supplier=supplier, tags=tags)


def _customer(chance: Random, it: ArrivingCustomer) -> ArrivingCustomer:
    tags = (chance.choice(_TAGS),) if chance.random() < 0.08 else ()
    birthday = f"{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    told = chance.random() < 0.25
    return replace(
        it,
        tags=tags,
        birthday=birthday if told else None,
        birthday_consent_at=it.told_at if told else None,
        promised_at=it.told_at if it.promise else None,
    )


def _incident(chance: Random, it: PastIncident) -> PastIncident:
    return replace(it, severity=chance.choice(_SEVERITY.get(it.cause, (1, 2, 3))))


def _given(chance: Random, it: PastTouch, midnight: datetime) -> PastTouch:
    """One in six is spoken of, and most of those kindly."""
    said, liked = chance.random() < 0.16, chance.random() < 0.93
    heard_at = it.at + timedelta(days=chance.randint(4, 12), hours=2)
    if not said or heard_at >= midnight:
        return it
    return replace(it, reaction="liked" if liked else "negative", reacted_at=heard_at)


def _orders(
    chance: Random, orders: tuple[ArrivingOrder, ...], hurt: dict[str, datetime]
) -> Iterator[ArrivingOrder]:
    """What went wrong is sometimes made good by the next order of the same customer."""
    owed: dict[str, datetime] = {}
    for it in orders:
        since = owed.pop(it.customer, None)
        soon = since is not None and since < it.placed_at < since + _ASKED_AGAIN
        yield replace(
            it,
            items_cents=it.total_cents,
            region=_region(it),
            coupon=_coupon(chance, it),
            paid_at=_paid_at(chance, it),
            replacement=soon and chance.random() < 0.5,
        )
        if it.outside_id in hurt:
            owed[it.customer] = hurt[it.outside_id]


def _region(it: ArrivingOrder) -> str | None:
    """The town on a Spanish label stands for its province."""
    return it.address[-1].partition(" ")[2] or None if it.country == "ES" else None


def _coupon(chance: Random, it: ArrivingOrder) -> str | None:
    if it.channel == "teléfono":
        return None
    return chance.choice(_COUPONS) if chance.random() < 0.07 else ""


def _paid_at(chance: Random, it: ArrivingOrder) -> datetime | None:
    minutes = timedelta(minutes=chance.choice((0, 0, 0, 1, 2, 5)))
    return None if it.state == "held" else it.placed_at + minutes
