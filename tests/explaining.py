"""Decisions as a shop makes them, for tests of what is told of them."""

from dataclasses import replace

from packstation.domain.bench import Packing
from packstation.domain.decisions import Explained, decision_of
from packstation.domain.plans import plan
from packstation.domain.rules import Rule, in_order
from packstation.domain.rulesets import Ruleset
from packstation.domain.scene import Scene
from tests import making as made
from tests.domain.starting import ALWAYS, SHELF, a_rule, a_treat_rule, asking

FIFTH = a_rule(
    all=[
        asking("customer.order_number", "every_nth", 5),
        asking("order.units", "at_least", 2) | {"id": "c2"},
    ],
    unless=[asking("incident.open", "yes") | {"id": "c3"}],
)
BIRTHDAY = a_rule(
    rule_id="birthday", name={"en": "Birthday"}, all=ALWAYS, **{"class": "campaign"}
)
LARGE = a_rule(
    rule_id="large",
    name={"en": "Large order"},
    all=[asking("order.total", "at_least", 9000)],
    **{"class": "delight"},
)
CHOCOLATE = a_treat_rule("chocolate-dark", rule_id="chocolate", name={"en": "Chocolate"})
SOME = (FIFTH, BIRTHDAY, LARGE, CHOCOLATE)
CARD = made.a_customer_card(
    limits=("nuts",), incident=None, last_touches=(), order_number=5, promise=""
)


def decided(rules: tuple[Rule, ...] = SOME, **bench: object) -> tuple[Packing, Explained]:
    """An English bench at Lucía's fifth order, and why its plan is as it is."""
    at = made.a_bench(packer=made.a_packer(language="en"), card=CARD, plan=())
    at = replace(at, **bench)  # type: ignore[arg-type] # replace checks the names
    ruleset = Ruleset(in_order(rules))
    scene = Scene(order=at.order, card=at.card, now=made.NOON)
    found = plan(ruleset, SHELF, scene)
    explained = Explained(decision_of(found, ruleset, scene), SHELF)
    return replace(at, plan=found.suggestions), explained
