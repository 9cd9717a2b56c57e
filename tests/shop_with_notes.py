"""The small shop, whose customers now and then find a note in their parcel."""

from dataclasses import replace
from pathlib import Path

from packstation.assemble import Opened
from packstation.domain.codes import Kind, own_code
from packstation.domain.founding import NewShop
from packstation.domain.orders import Opener
from packstation.domain.touches import Touch, TouchKind
from tests import small_shop as shop

CARD = own_code(shop.MARK, Kind.TOUCH, "CARD22")
BY_BUYER, BY_OTHER, NOBODY_KNOWS = (
    own_code(shop.MARK, Kind.COMMAND, body) for body in ("9PBY", "9P9T", "9PNK")
)
NOTE = Touch(
    key="note",
    kind=TouchKind.NOTE,
    names=(("es", "Nota a mano"), ("en", "Handwritten note")),
    code=CARD,
)
RULE = {
    "schema": 1,
    "rule_id": "r_note",
    "version": 1,
    "name": {"es": "Nota", "en": "Note"},
    "state": "on",
    "class": "delight",
    "all": [{"id": "c1", "fact": "customer.order_number", "op": "at_least", "value": 2}],
    "actions": [{"id": "a1", "type": "write_note", "touch": "note", "recipe": "second"}],
}
ORDERS = (
    *shop.ORDERS,
    shop.an_arriving_order("1050", ("TE-100", 1)),
    shop.an_arriving_order("1051", ("TE-100", 1), language="de"),
    shop.an_arriving_order("1052", ("TE-100", 1), opener=Opener.UNKNOWN),
)
"""Lucía's next one, one of hers in German, and one of which nobody knows who opens it."""


def a_shop_with_notes(*jars: Touch) -> NewShop:
    """``jars`` stand on its shelf beside sweets and cards."""
    new = shop.a_new_shop(*ORDERS)
    touches, rules = (*new.touches, NOTE, *jars), (*shop.RULES, RULE)
    return replace(new, touches=touches, rules=rules)


def found_shop_with_notes(home: Path) -> Opened:
    return shop.found_shop(home, a_shop_with_notes())
