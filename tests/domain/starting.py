"""The starter rules and a shelf to try them on, for tests of rules, plans and their words."""

import json
from dataclasses import replace
from typing import Any

from packstation.domain.rule_reading import read_rule, rule_of
from packstation.domain.rules import Rule, RuleState, in_order
from packstation.domain.touches import Touch, TouchKind
from packstation.places import resources

DRAFTS: tuple[Rule, ...] = in_order(
    read_rule(path.read_text("utf-8"))
    for path in sorted((resources() / "rules").glob("*.json"))
)
STARTERS = tuple(replace(it, state=RuleState.ON) for it in DRAFTS)
"""As in the demo shop, where they are switched on."""


def a_body(**changes: object) -> dict[str, Any]:
    """A rule as JSON: a note for every fifth order."""
    body = {
        "schema": 1,
        "rule_id": "fifth",
        "version": 4,
        "class": "milestone",
        "name": {"es": "Quinto pedido", "en": "Fifth order"},
        "all": [
            {"id": "c1", "fact": "customer.order_number", "op": "every_nth", "value": 5},
        ],
        "actions": [{"id": "a1", "type": "write_note", "touch": "note"}],
    }
    return json.loads(json.dumps(body | changes))  # type: ignore[no-any-return] # as JSON comes


def a_rule(**changes: object) -> Rule:
    return rule_of(a_body(**changes))


def asking(fact: str, op: str, value: object = None) -> dict[str, object]:
    return {"id": "c1", "fact": fact, "op": op, "value": value}


ALWAYS = [asking("order.units", "at_least", 1)]
"""A condition that tells nobody anything."""


def a_treat_rule(*keys: str, **changes: object) -> Rule:
    """A treat for everyone, one of ``keys``."""
    action = {"id": "a1", "type": "add_treat", "assortment": list(keys)}
    return a_rule(
        **({"rule_id": "treat", "class": "delight", "all": ALWAYS} | changes), actions=[action]
    )


def on_shelf(key: str, kind: TouchKind, **changes: object) -> Touch:
    edible = kind is TouchKind.TREAT
    fields = {"key": key, "kind": kind, "names": (("es", key), ("en", key)), "edible": edible}
    return Touch(**(fields | changes))  # type: ignore[arg-type] # the names are checked at run time


NOTE = on_shelf("note", TouchKind.NOTE)
LEMON = on_shelf("sweets-lemon", TouchKind.TREAT, names=(("es", "Caramelos de limón"),))
HONEY = on_shelf("sweets-honey", TouchKind.TREAT, contains=("milk",))
CHOCOLATE = on_shelf("chocolate-dark", TouchKind.TREAT, contains=("nuts", "egg"))
BISCUITS = on_shelf("biscuits", TouchKind.TREAT, contains=None)
BOX = on_shelf("box-premium", TouchKind.BOX)
WELCOME = on_shelf("card-welcome", TouchKind.CARD)
GIFT_CARD = on_shelf("card-gift", TouchKind.CARD)
HOW_TO = on_shelf("card-how-to", TouchKind.CARD)
STRONG_BOX = on_shelf("box-strong", TouchKind.BOX)
PADDING = on_shelf("check-padding", TouchKind.CHECK)
CHECK = on_shelf("check-photo", TouchKind.CHECK)
SHELF = (
    *(NOTE, LEMON, HONEY, CHOCOLATE, BISCUITS, BOX, STRONG_BOX, WELCOME, GIFT_CARD, HOW_TO),
    *(CHECK, PADDING),
)
