"""The panels that tell why, and that offer something of one's own, full and with long names."""

from collections.abc import Callable
from dataclasses import replace

from packstation.domain.bench import Answer
from packstation.domain.decisions import Explained
from packstation.domain.giving import Left
from packstation.domain.rules import Rule
from packstation.domain.scans import Reply
from packstation.domain.surprises import Offer, Offered
from packstation.domain.touches import Suggestion, Touch, TouchKind
from packstation.domain.why import Why
from packstation.ui.bench_screen import BenchScreen
from tests import making as made
from tests.domain.starting import STARTERS, a_rule, asking
from tests.explaining import SOME, decided

Opened = Callable[[BenchScreen], None]

_LONG = "Una regla con un nombre muy largo, para que se vea qué pasa cuando no cabe"
_KEPT = (
    ("Nota escrita a mano con pluma y tinta azul", TouchKind.NOTE, 12, None),
    ("Caramelos de limón", TouchKind.TREAT, 35, None),
    ("Postal ilustrada del mercado", TouchKind.CARD, 8, None),
    ("Caja de cartón reforzada, con asa de cuerda", TouchKind.BOX, 160, None),
    ("Jabón", TouchKind.TREAT, 60, None),
    ("Marcapáginas", TouchKind.CARD, 0, None),
    ("Semillas", TouchKind.CARD, 20, None),
    ("Imán", TouchKind.CARD, 25, None),
    ("Pegatinas", TouchKind.CARD, 5, None),
    ("Galletas del mercado", TouchKind.TREAT, 45, Why.FOOD_LABEL),
    ("Chocolatina negra", TouchKind.TREAT, 55, Why.DIET),
    ("Caramelos de miel", TouchKind.TREAT, 40, Why.SAME_AS_LAST),
    ("Caja premium", TouchKind.BOX, 190, Why.TOO_DEAR),
)


def _touch(name: str, kind: TouchKind, cents: int) -> Touch:
    return made.a_touch(key=name, kind=kind, names=(("es", name),), cost_cents=cents)


_OFFERS = tuple(Offer(_touch(name, kind, cents), why) for name, kind, cents, why in _KEPT)


def _why(explained: Explained) -> Opened:
    def open_it(screen: BenchScreen) -> None:
        screen.panels.open_why()
        screen.panels.why.show_why(explained)

    return open_it


def _own(offers: tuple[Offer, ...]) -> Opened:
    def open_it(screen: BenchScreen) -> None:
        screen.panels.open_own()
        order = made.an_order().id
        screen.panels.own.show_offers(Offered(order, Left(640, 12), offers))

    return open_it


def _long_rules() -> tuple[Rule, ...]:
    long = (("es", _LONG), ("en", _LONG))
    return tuple(replace(it, names=long) for it in STARTERS)


def _of(rules: tuple[Rule, ...]) -> tuple[dict[str, object], Opened]:
    bench, explained = decided(rules)
    return {"plan": bench.plan, "card": bench.card}, _why(explained)


_GIVEN = Answer(Reply.GIVEN, made.NOON, Suggestion(touch=_OFFERS[2].touch, rule=""))

WHYS: dict[str, tuple[dict[str, object], Opened]] = {
    "why": _of(SOME),
    "why-starters": _of(STARTERS),
    "why-long": _of(_long_rules()),
    "why-none": _of((a_rule(all=[asking("order.units", "at_least", 90)]),)),
    "own": ({"plan": ()}, _own((*_OFFERS[:3], *_OFFERS[-2:]))),
    "own-many": ({}, _own(_OFFERS)),
    "own-none": ({}, _own(_OFFERS[-4:])),
    "own-in-it": ({"plan": (), "answers": {_KEPT[2][0]: _GIVEN}}, lambda _: None),
    "own-among-others": ({"answers": {_KEPT[2][0]: _GIVEN}}, lambda _: None),
}
