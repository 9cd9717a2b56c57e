"""Each starter rule beside an order made for it, and beside one that misses it narrowly."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from packstation.domain.background import Background, Memory
from packstation.domain.customers import Incident, Lapse
from packstation.domain.lines import BoughtLine
from packstation.domain.orders import FRAGILE, GIFT, Opener
from packstation.domain.plans import Plan, plan
from packstation.domain.rules import RuleState
from packstation.domain.scene import Scene
from packstation.domain.touches import TouchKind
from tests.domain.starting import DRAFTS, SHELF, STARTERS
from tests.making import NOON, a_customer_card, a_line, a_product, an_order

QUIET: dict[str, object] = {"limits": (), "incident": None, "last_touches": (), "likes": ()}
RULES = {it.id: it for it in STARTERS}
SOLVED = Incident(cause="missing", reported_on=date(2026, 10, 1), solved_after_days=2)
BROKEN = replace(SOLVED, cause="damaged")
HEALED = replace(BROKEN, healed=True)
OPEN = replace(SOLVED, solved_after_days=None)


@dataclass(frozen=True)
class Case:
    """An order of a customer's third, unless it says otherwise."""

    card: dict[str, object] = field(default_factory=dict)
    order: dict[str, object] = field(default_factory=dict)
    birthday: str | None = None
    new_category: bool | None = False
    category: str = "Infusiones"
    now: datetime = NOON

    def plan(self, rule: str) -> Plan:
        line = BoughtLine(
            sku="TE-001",
            quantity=1,
            category=self.category,
            new_category=self.new_category,
        )
        memory = None if self.birthday is None else Memory(birthday=self.birthday)
        scene = Scene(
            order=an_order(**self.order),
            card=a_customer_card(**(QUIET | {"order_number": 3} | self.card)),
            now=self.now,
            background=Background(lines=(line,), items_cents=8450, memory=memory),
        )
        return plan((RULES[rule],), SHELF, scene)


def pieces(count: int) -> dict[str, object]:
    return {"lines": (a_line(a_product(id=1, sku="TE-001"), count),)}


def nth(number: int, **more: object) -> Case:
    return Case({"order_number": number} | more)


LATE = NOON + timedelta(days=1, hours=6)
FIRES: dict[str, tuple[Case, set[str]]] = {
    "check-after-trouble": (Case({"incident": SOLVED}), {"check-photo"}),
    "fragile-again": (Case({"incident": BROKEN}), {"check-padding"}),
    "check-large-order": (Case(order=pieces(15)), {"check-photo", "box-strong"}),
    "promise-open": (Case({"promise": "tapas de repuesto"}), {"note"}),
    "recovery-owed": (Case({"incident": SOLVED}), {"note", "box-premium"}),
    "late-apology": (Case(now=LATE), {"note"}),
    "second-order": (nth(2), {"note"}),
    "birthday": (Case(birthday="12-02"), {"note"}),
    "welcome-back": (Case({"lapse": Lapse.RETURNING, "days_since_previous": 45}), {"note"}),
    "every-fifth": (nth(10), {"note"}),
    "first-order": (nth(1), {"card-welcome"}),
    "gift": (Case(order={"flags": (GIFT,)}), {"card-gift"}),
    "favourite-back": (Case({"likes": ("azul",)}), {"note"}),
    "first-time-category": (Case(new_category=True), {"card-how-to"}),
    "faithful-box": (nth(4, value_cents_12m=30000), {"box-premium"}),
    "faithful-treat": (Case(), {"treat"}),
}
NEAR_MISSES: dict[str, tuple[Case, ...]] = {
    "check-after-trouble": (
        Case({"incident": replace(SOLVED, cause="late")}),
        Case({"incident": replace(SOLVED, healed=True)}),
    ),
    "fragile-again": (
        Case({"incident": HEALED}),
        Case({"incident": SOLVED}, {"flags": (FRAGILE,)}),
        Case(order={"flags": (FRAGILE,)}),
    ),
    "check-large-order": (Case(order=pieces(14)),),
    "promise-open": (Case({"promise": " "}),),
    "recovery-owed": (
        Case({"incident": OPEN}),
        Case({"incident": replace(SOLVED, healed=True)}),
    ),
    "late-apology": (
        Case(now=NOON + timedelta(hours=8)),
        Case(order={"leaves_at": None}, now=LATE),
        Case({"incident": OPEN}, now=LATE),
        Case({"last_rules": (("late-apology", 200),)}, now=LATE),
    ),
    "second-order": (nth(3), nth(2, incident=OPEN)),
    "birthday": (
        Case(birthday="12-03"),
        Case(birthday="11-18"),
        Case(),
        Case({"last_rules": (("birthday", 299),)}, birthday="12-02"),
    ),
    "welcome-back": (
        Case({"lapse": Lapse.LATE, "days_since_previous": 100}),
        Case({"lapse": Lapse.RETURNING, "days_since_previous": 44}),
    ),
    "every-fifth": (nth(9), nth(10, last_touches=(("note", 119),))),
    "first-order": (nth(2),),
    "gift": (Case(), Case(order={"opener": Opener.UNKNOWN})),
    "favourite-back": (Case({"likes": ("violín",)}), nth(2, likes=("azul",))),
    "first-time-category": (
        Case(new_category=None),
        Case(category="Cojines", new_category=True),
        Case(),
        Case({"order_number": 1}, new_category=True),
    ),
    "faithful-box": (
        nth(4, value_cents_12m=29999),
        nth(3, value_cents_12m=90000),
        nth(4, value_cents_12m=90000, last_touches=(("box-premium", 364),)),
    ),
    "faithful-treat": (nth(2), Case(order={"total_cents": 2499})),
}


def found(case: Case, rule: str) -> set[str]:
    treat, planned = TouchKind.TREAT, case.plan(rule).suggestions
    return {"treat" if it.touch.kind is treat else it.touch.key for it in planned}


def test_they_begin_as_drafts_and_a_draft_suggests_nothing() -> None:
    assert {it.state for it in DRAFTS} == {RuleState.DRAFT}
    first = a_customer_card(**(QUIET | {"order_number": 1}))
    scene = Scene(order=an_order(), card=first, now=NOON)
    assert (plan(DRAFTS, SHELF, scene).suggestions, plan(STARTERS, SHELF, scene).lost) == (
        (),
        (),
    )


def test_each_has_its_order_and_its_near_misses_here() -> None:
    assert FIRES.keys() == NEAR_MISSES.keys() == RULES.keys()


@pytest.mark.parametrize("rule", FIRES)
def test_it_fires_on_the_order_made_for_it(rule: str) -> None:
    case, expected = FIRES[rule]
    assert found(case, rule) == expected


@pytest.mark.parametrize(
    "rule, case",
    [
        pytest.param(rule, case, id=f"{rule} {n}")
        for rule, cases in NEAR_MISSES.items()
        for n, case in enumerate(cases)
    ],
)
def test_it_stays_away_from_one_that_misses_it_narrowly(rule: str, case: Case) -> None:
    assert found(case, rule) == set()


def test_something_fragile_is_padded_although_what_broke_was_made_good() -> None:
    case = Case({"incident": HEALED}, {"flags": (FRAGILE,)})
    assert found(case, "fragile-again") == {"check-padding"}


@pytest.mark.parametrize(
    "rule, point",
    [("late-apology", "late"), ("birthday", "birthday"), ("second-order", "second_order")],
)
def test_its_note_begins_with_what_the_rule_is_about(rule: str, point: str) -> None:
    [note] = FIRES[rule][0].plan(rule).suggestions
    assert note.points[0].key == point


def test_a_first_order_gets_a_card_and_no_gift() -> None:
    case = nth(1, value_cents_12m=90000)
    given = [key for rule in RULES for key in found(case, rule)]
    assert given == ["card-welcome"]
