"""A small shop that writes notes: three orders, each worth sweets and a note."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from packstation.assemble import Opened
from packstation.domain.arrivals import ArrivingCustomer, ArrivingOrder
from packstation.domain.codes import Kind, own_code
from packstation.domain.touches import Touch, TouchKind
from tests import small_shop as shop
from tests.small_shop import MARK, NOW, an_arriving_order, found_shop

NOTE_STOCK: Final = own_code(MARK, Kind.TOUCH, "NOTE22")
NOTE: Final = Touch(
    key="note",
    kind=TouchKind.NOTE,
    names=(("es", "Nota a mano"), ("en", "Handwritten note")),
    code=NOTE_STOCK,
)
SWEETS: Final = replace(shop.TOUCHES[0], on_hand=20)
PEOPLE: Final = {"lucia": "Lucía Fernández", "pau": "Pau Serra", "ane": "Ane Etxebarria"}


def _rule(key: str, when: dict[str, Any], *actions: dict[str, Any]) -> dict[str, Any]:
    return {
        "schema": 1,
        "rule_id": key,
        "version": 1,
        "name": {"es": key, "en": key},
        "state": "on",
        "class": "delight",
        "all": [{"id": "c1"} | when],
        "actions": list(actions),
    }


_KNOWN: Final = {"fact": "customer.order_number", "op": "at_least", "value": 1}
_GIFT: Final = {"fact": "order.is_gift", "op": "yes"}
_WRITE: Final = {"id": "a1", "type": "write_note", "touch": "note"}
RULES: Final = (
    _rule("sweets", _KNOWN, {"id": "a1", "type": "add_treat", "assortment": ["sweets-lemon"]}),
    _rule("note", _KNOWN, _WRITE | {"recipe": "welcome"}),
    _rule("gift-note", _GIFT, _WRITE | {"recipe": "gift"}),
)


def an_order_of(customer: str, number: str, hours: int, **changes: object) -> ArrivingOrder:
    """A teapot, a cup and a tea, leaving in so many ``hours``."""
    lines = (("TET-001", 1), ("TAZ-002", 1), ("TE-100", 1))
    name = PEOPLE.get(customer, customer)
    usual = an_arriving_order(
        number,
        *lines,
        customer=customer,
        customer_name=name,
        leaves_at=NOW + timedelta(hours=hours),
        address=(f"Calle {number}", f"28{number[-3:]} Madrid"),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # names are checked at run time


ORDERS: Final = (
    an_order_of("lucia", "1042", 3),
    an_order_of("pau", "1043", 4),
    an_order_of("ane", "1044", 5),
)


def found_note_shop(
    home: Path, *orders: ArrivingOrder, people: dict[str, str] | None = None
) -> Opened:
    home.mkdir(parents=True, exist_ok=True)
    new = shop.a_new_shop(*(orders or ORDERS))
    customers = tuple(
        ArrivingCustomer(outside_id=key, name=name, called=name.split()[0], language="es")
        for key, name in (people or PEOPLE).items()
    )
    willing = replace(new.shop, seal_by_itself=True)
    whole = replace(new, shop=willing, touches=(NOTE, SWEETS), rules=RULES, customers=customers)
    return replace(found_shop(home, whole), shop=willing)
