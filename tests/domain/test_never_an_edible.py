"""Ten thousand parcels by chance: nothing edible ever goes to somebody it could harm.

What may go is said here once more, from what a label means and not from the program's code.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Final

from packstation.domain.bench import Packing
from packstation.domain.customers import CustomerCard
from packstation.domain.giving import Giving, Left
from packstation.domain.orders import Opener
from packstation.domain.plans import plan
from packstation.domain.rules import Rule, in_order
from packstation.domain.scene import Scene
from packstation.domain.surprises import offers
from packstation.domain.touches import Touch, TouchKind
from tests.domain.starting import NOTE, a_rule, a_treat_rule, asking, on_shelf
from tests.making import NOON, a_customer_card, a_packer, an_order

CASES: Final = 10_000
# What a label can say, in all the ways in which shops write it, and what is meant.
SPOKEN: Final = {
    "gluten": "gluten", "Gluten ": "gluten", "crustaceans": "crustaceans", "eggs": "eggs",
    "egg": "eggs", "fish": "fish", "peanuts": "peanuts", "peanut": "peanuts", "soy": "soy",
    "soya": "soy", "SOYA": "soy", "milk": "milk", "lactose": "milk", "nuts": "nuts",
    "nut": "nuts", "Nuts": "nuts", "celery": "celery", "mustard": "mustard",
    "sesame": "sesame", "sulphites": "sulphites", "lupin": "lupin", "molluscs": "molluscs",
    "alcohol": "alcohol",
}  # fmt: skip
HARMLESS: Final = ("sugar", "honey", "gelatine", "meat")
"""Clear words of a label that are no allergen."""
UNCLEAR: Final = ("praline", "hazelnut", "may contain traces", "flavouring", "E120", "", "?")
NEVER_ON_A_LABEL: Final = ("vegan", "halal", "sugar", "gelatine", "pollen", "Kiwi", "other", "")
FAR_AWAY: Final = ("CH", "GB", "US", "NO", "United Kingdom", "fr", "ES", "")


def an_edible(chance: Random, n: int) -> Touch:
    """Sweets of any kind, "may contain" included in what they declare; or a box of them."""
    said = (*SPOKEN, *HARMLESS, *chance.sample(UNCLEAR, 2))
    declared = tuple(chance.sample(said, chance.choice((0, 0, 1, 1, 2, 3))))
    kind = chance.choice((TouchKind.TREAT, TouchKind.TREAT, TouchKind.BOX, TouchKind.CARD))
    return on_shelf(
        f"edible-{n}",
        kind,
        edible=True,
        contains=chance.choice((declared, declared, declared, None)),
        sealed=chance.random() < 0.9,
        best_before=chance.choice((None, NOON.date() + timedelta(chance.randint(-5, 60)))),
        countries=chance.choice((None, None, None, (), ("ES", "GB"))),
        tier=chance.randint(1, 4),
    )


def a_customer(chance: Random) -> CustomerCard | None:
    if chance.random() < 0.03:
        return None
    limits = (*chance.sample(tuple(SPOKEN), 2), chance.choice(NEVER_ON_A_LABEL))
    return a_customer_card(
        limits=limits[: chance.choice((0, 1, 1, 2, 3))][:: chance.choice((1, -1))],
        severe=chance.random() < 0.1,
        incident=None,
        likes=("té",) if chance.random() < 0.5 else (),
        last_touches=(),
        no_extras=chance.random() < 0.1,
        is_b2b=chance.random() < 0.1,
    )


def rules_for(chance: Random, shelf: Iterable[Touch]) -> tuple[Rule, ...]:
    """Every touch is wanted by a rule of some class."""
    does = {"treat": "add_treat", "box": "use_box", "card": "insert_card", "note": "write_note"}
    gifts = chance.random() < 0.5
    made = [
        a_rule(
            rule_id=f"r-{it.key}",
            all=[asking("order.units", "at_least", 1)],
            actions=[
                {
                    "id": "a1",
                    "type": "add_gift"
                    if gifts and it.kind is TouchKind.TREAT
                    else does[it.kind],
                    "touch": it.key,
                }
            ],
            **{"class": chance.choice(("promise", "recovery", "milestone", "delight"))},
        )
        for it in shelf
    ]
    return in_order([*made, a_treat_rule(*(it.key for it in shelf))])


def harmless(touch: Touch, scene: Scene) -> bool:
    """What a careful person would say who reads label, card and address."""
    card = scene.card
    if scene.order.opener is not Opener.BUYER:
        return False  # of whoever opens it nobody has told us anything
    if card is not None and (card.no_extras or card.severe):
        return False
    if touch.contains is None or not touch.sealed:
        return False
    eaten = max(scene.now, scene.order.leaves_at or scene.now).date() + timedelta(days=19)
    if touch.best_before is not None and touch.best_before < eaten:
        return False
    if not _may_travel(touch, scene.order.country):
        return False
    limits = () if card is None else card.limits
    if not limits:
        return True
    there = {SPOKEN.get(it, it if it in HARMLESS else "unclear") for it in touch.contains}
    return "unclear" not in there and all(_without(limit, there) for limit in limits)


def _without(limit: str, there: set[str]) -> bool:
    meant = SPOKEN.get(limit)
    if meant is None:
        return False  # no label says whether it has that
    # In Spain people who must not eat nuts say so of peanuts too.
    return meant not in there and not (meant == "nuts" and "peanuts" in there)


def _may_travel(touch: Touch, country: str) -> bool:
    if touch.countries is not None:
        return (country.upper() or "ES") in touch.countries
    there = {SPOKEN.get(it, it) for it in touch.contains or ()}
    animal = {"milk", "eggs", "fish", "crustaceans", "molluscs", "honey", "gelatine", "meat"}
    abroad = country.upper() not in {"", "ES", "FR"}
    return "alcohol" not in there and not (abroad and there & animal)


def a_scene(chance: Random, n: int) -> Scene:
    opener = chance.choice((Opener.BUYER, Opener.BUYER, Opener.RECIPIENT, Opener.UNKNOWN))
    order = an_order(id=n, country=chance.choice(FAR_AWAY), opener=opener)
    return Scene(order=order, card=a_customer(chance), now=NOON)


def test_nothing_edible_goes_where_it_could_harm() -> None:
    chance = Random("edibles")  # noqa: S311 (the same each time)
    went = wanted = 0
    for n in range(CASES):
        shelf = [an_edible(chance, it) for it in range(chance.randint(1, 4))]
        scene = a_scene(chance, n)
        made = plan(rules_for(chance, shelf), [NOTE, *shelf], scene)
        given = [it.touch for it in made.suggestions if it.touch.edible]
        assert all(harmless(it, scene) for it in given), (given, scene)
        went, wanted = went + bool(given), wanted + any(harmless(it, scene) for it in shelf)
    # Careful is not the same as doing nothing.
    assert went > CASES * 0.15
    assert went > wanted * 0.7


def test_no_surprise_edible_goes_where_it_could_harm() -> None:
    chance = Random("surprises")  # noqa: S311 (the same each time)
    went = 0
    for n in range(CASES // 4):
        shelf, scene = [an_edible(chance, it) for it in range(3)], a_scene(chance, n)
        bench = Packing(
            counts=(0,),
            packer=a_packer(),
            order=scene.order,
            card=scene.card,
            opened_at=NOON,
            plan=(),
        )
        found = offers(shelf, scene, bench, (Giving(), Left(1000, 20)))
        given = [it.touch for it in found if it.why is None]
        assert all(harmless(it, scene) for it in given), (given, scene)
        assert not given or scene.order.opener is Opener.BUYER
        went += bool(given)
    assert went > CASES // 40


def test_the_second_opinion_knows_a_label_when_it_sees_one() -> None:
    card = a_customer_card(limits=("nuts",), incident=None)
    scene = Scene(order=an_order(), card=card, now=NOON)
    peanuts = on_shelf("p", TouchKind.TREAT, contains=("peanut",))
    old = on_shelf("o", TouchKind.TREAT, best_before=date(2026, 12, 10))
    assert [harmless(it, scene) for it in (peanuts, old, on_shelf("l", TouchKind.TREAT))] == [
        *(False, False),
        True,
    ]
