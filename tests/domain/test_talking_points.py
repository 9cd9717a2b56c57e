"""What a note may mention: true, known to its reader, and never more than three things."""

from dataclasses import replace
from datetime import timedelta

import pytest

from packstation.domain.background import Background, Memory
from packstation.domain.customers import Incident, Lapse
from packstation.domain.orders import GIFT, Opener
from packstation.domain.rules import Recipe
from packstation.domain.scene import Scene
from packstation.domain.talking_points import POINTS, points_for
from packstation.domain.taste import Favourite
from packstation.domain.touches import TalkingPoint
from tests.making import NOON, a_customer_card, an_order


def keys(recipe: Recipe | None, scene: Scene) -> list[str]:
    return [it.key for it in points_for(recipe, scene)]


def a_scene(order: dict[str, object] | None = None, **card: object) -> Scene:
    return Scene(order=an_order(**(order or {})), card=a_customer_card(**card), now=NOON)


PLAIN: dict[str, object] = {"incident": None, "likes": ()}
QUIET: dict[str, object] = {"message": ""}


@pytest.mark.parametrize(
    "card, point",
    [
        (
            {"incident": a_customer_card().incident},
            TalkingPoint("recovery", "Taza de barro"),
        ),
        ({"promise": " tapas de repuesto "}, TalkingPoint("promise_kept", "tapas de repuesto")),
        ({"order_number": 1}, TalkingPoint("first_order")),
        ({"order_number": 2}, TalkingPoint("second_order")),
        ({"order_number": 10}, TalkingPoint("milestone", "10")),
        ({"lapse": Lapse.RETURNING}, TalkingPoint("returning")),
        ({"likes": ("té verde",)}, TalkingPoint("favourite", "Té verde Sencha, 100 g")),
    ],
)
def test_what_is_true_may_be_said(card: dict[str, object], point: TalkingPoint) -> None:
    assert points_for(None, a_scene(QUIET, **(PLAIN | card))) == (point,)


@pytest.mark.parametrize(
    "recipe, said", [(Recipe.SECOND, "second_order"), (Recipe.RETURNING, "returning")]
)
def test_the_joy_of_having_someone_back_is_said_once(recipe: Recipe, said: str) -> None:
    scene = a_scene(QUIET, **(PLAIN | {"order_number": 2, "lapse": Lapse.RETURNING}))
    assert keys(recipe, scene) == [said]


@pytest.mark.parametrize("hours, said", [(10, []), (14, ["late"])])
def test_of_hours_on_the_same_day_no_note_speaks(hours: int, said: list[str]) -> None:
    scene = replace(a_scene(QUIET, **PLAIN), now=NOON + timedelta(hours=hours))
    assert keys(Recipe.LATE, scene) == said


@pytest.mark.parametrize(
    "told, said",
    [
        ("11-19", ["birthday"]),
        ("12-02", ["birthday"]),
        ("11-18", []),
        ("12-03", []),
        (None, []),
    ],
)
def test_a_birthday_is_wished_while_it_is_near(told: str | None, said: list[str]) -> None:
    memory = Memory(birthday=told)
    scene = replace(a_scene(QUIET, **PLAIN), background=Background(memory=memory))
    assert keys(Recipe.BIRTHDAY, scene) == said


def test_nothing_true_is_nothing_said() -> None:
    assert points_for(Recipe.RETURNING, a_scene(QUIET, **PLAIN)) == ()


def test_the_recipe_comes_first_and_three_are_enough() -> None:
    scene = a_scene(order_number=5, lapse=Lapse.RETURNING)
    assert keys(Recipe.RETURNING, scene) == ["returning", "recovery", "milestone"]
    assert keys(Recipe.MILESTONE, scene) == ["milestone", "recovery", "returning"]


@pytest.mark.parametrize("healed, solved", [(True, 2), (False, None)])
def test_no_apology_before_it_is_solved_nor_after_it_is_made_good(
    healed: bool,  # noqa: FBT001 (pytest hands over by name)
    solved: int | None,
) -> None:
    incident = Incident(
        cause="late", reported_on=NOON.date(), healed=healed, solved_after_days=solved
    )
    assert "recovery" not in keys(Recipe.RECOVERY, a_scene(incident=incident))


@pytest.mark.parametrize(
    "order",
    [{"flags": (GIFT,)}, {"opener": Opener.RECIPIENT}, {"opener": Opener.UNKNOWN}],
)
def test_whoever_did_not_order_reads_nothing_of_who_did(order: dict[str, object]) -> None:
    scene = a_scene(order, order_number=5, promise="tapas", lapse=Lapse.RETURNING)
    assert points_for(Recipe.RECOVERY, scene) == (TalkingPoint("gift_safe"),)


def test_who_wants_nothing_personal_is_not_told_what_we_remember() -> None:
    scene = a_scene(order_number=5, lapse=Lapse.RETURNING, no_personalisation=True)
    assert keys(Recipe.MILESTONE, scene) == ["recovery", "message"]


def test_a_stranger_can_still_be_thanked_for_a_message() -> None:
    scene = Scene(order=an_order(), card=None, now=NOON)
    assert keys(Recipe.WELCOME, scene) == ["message"]


def test_every_recipe_leads_to_a_point() -> None:
    everything = a_scene(promise="x", lapse=Lapse.RETURNING)
    assert {it.key for recipe in Recipe for it in points_for(recipe, everything)} <= {*POINTS}


COMES_BACK_FOR = Background(
    memory=Memory(products=(Favourite(key="TE-100", name="Té", dates=3, quantity=5, share=60),))
)


def test_what_somebody_comes_back_for_is_told_by_the_name_it_has_in_this_order() -> None:
    scene = replace(a_scene(QUIET, **PLAIN), background=COMES_BACK_FOR)
    assert points_for(None, scene) == (TalkingPoint("rebuy", "Té verde Sencha, 100 g"),)


def test_a_favourite_may_be_one_that_was_told_or_one_that_was_seen() -> None:
    scene = replace(a_scene(likes=("taza",)), background=COMES_BACK_FOR)
    assert keys(Recipe.FAVOURITE, scene) == ["favourite", "rebuy", "recovery"]


def test_who_wants_nothing_personal_is_not_told_what_was_seen() -> None:
    scene = a_scene(QUIET, **(PLAIN | {"no_personalisation": True}))
    assert points_for(None, replace(scene, background=COMES_BACK_FOR)) == ()
