"""How one order of the demo shop is written down: plain, with wishes, or as a gift."""

from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Final

from packstation.demo.baskets import total
from packstation.demo.calendar import CORREOS, GLS, SEUR, Carrier
from packstation.demo.people import People, Person
from packstation.demo.texts import GIFT_MESSAGES, MESSAGES
from packstation.domain.arrivals import ArrivingLine, ArrivingOrder
from packstation.domain.orders import GIFT, NO_INVOICE, NO_PLASTIC, Opener

CHANNELS: Final = ("web", "instagram", "teléfono")
Lines = tuple[ArrivingLine, ...]


def order_of(
    person: Person, lines: Lines, placed_at: datetime, chance: Random
) -> ArrivingOrder:
    """A shipped order without a number, which only its place among the others gives."""
    customer = person.customer
    return ArrivingOrder(
        outside_id="",
        number="",
        state="shipped",
        customer=customer.outside_id,
        customer_name=customer.name,
        address=person.address,
        language=customer.language,
        country=customer.country,
        channel=chance.choices(CHANNELS, (88, 8, 4))[0],
        carrier=carrier_for(chance, customer.country).name,
        placed_at=placed_at,
        total_cents=total(lines),
        lines=lines,
    )


def guest_order(
    people: People, lines: Lines, placed_at: datetime, chance: Random
) -> ArrivingOrder:
    """An order of somebody who left no account."""
    name, region, address = people.guest()
    return ArrivingOrder(
        outside_id="",
        number="",
        state="shipped",
        customer_name=name,
        address=address,
        language=region.language,
        country=region.country,
        channel="web",
        carrier=carrier_for(chance, region.country).name,
        placed_at=placed_at,
        total_cents=total(lines),
        lines=lines,
    )


def with_wishes(chance: Random, order: ArrivingOrder) -> ArrivingOrder:
    """Now and then a customer writes a line, or does not want an invoice or plastic."""
    flags = tuple(
        flag
        for flag, share in ((NO_INVOICE, 0.05), (NO_PLASTIC, 0.04))
        if chance.random() < share
    )
    message = chance.choice(MESSAGES[order.language]) if chance.random() < 0.07 else ""
    return replace(order, flags=order.flags + flags, message=message)


def as_gift(chance: Random, order: ArrivingOrder, people: People) -> ArrivingOrder:
    """The same, for somebody else to open."""
    name, region, address = people.guest()
    return replace(
        order,
        recipient=name,
        opener=Opener.RECIPIENT,
        address=address,
        country=region.country,
        carrier=carrier_for(chance, region.country).name,
        flags=(GIFT, *order.flags),
        gift_message=chance.choice(GIFT_MESSAGES[order.language]),
    )


def carrier_for(chance: Random, country: str) -> Carrier:
    shares = (34, 40, 26) if country == "ES" else (0, 45, 55)
    return chance.choices((SEUR, CORREOS, GLS), shares)[0]
