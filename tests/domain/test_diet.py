"""Never an edible against a limit, and never one that might be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packstation.domain.diet import Diet, diet
from packstation.domain.touches import TouchKind
from tests.domain.starting import BISCUITS, CHOCOLATE, HONEY, LEMON, NOTE, on_shelf

ALLERGENS = (
    *("gluten", "crustaceans", "eggs", "fish", "peanuts", "soy", "milk", "nuts"),
    *("celery", "mustard", "sesame", "sulphites", "lupin", "molluscs", "alcohol"),
)


@pytest.mark.parametrize("code", ALLERGENS)
def test_what_is_declared_is_kept_from_whoever_must_not_have_it(code: str) -> None:
    sweets = on_shelf("sweets", TouchKind.TREAT, contains=(code,))
    assert diet(sweets, (code,)) is Diet.AGAINST_A_LIMIT


@pytest.mark.parametrize(
    "contains, limit",
    [
        (("nuts",), " NUTS "),
        (("Nuts",), "nut"),
        (("peanuts",), "nuts"),
        (("egg",), "eggs"),
        (("soya",), "soy"),
        (("milk",), "lactose"),
        (("lactose",), "milk"),
    ],
)
def test_one_thing_written_two_ways_is_the_same(contains: tuple[str, ...], limit: str) -> None:
    sweets = on_shelf("sweets", TouchKind.TREAT, contains=contains)
    assert diet(sweets, (limit,)) is Diet.AGAINST_A_LIMIT


@pytest.mark.parametrize("limit", ["vegan", "sugar", "gelatine", "pollen", ""])
def test_a_limit_no_label_answers_keeps_every_edible_out(limit: str) -> None:
    assert diet(LEMON, (limit,)) is Diet.AGAINST_A_LIMIT


@pytest.mark.parametrize("contains", [("hazelnut",), ("milk", "praline"), ("",)])
def test_an_ingredient_nobody_here_knows_may_hide_anything(contains: tuple[str, ...]) -> None:
    sweets = on_shelf("sweets", TouchKind.TREAT, contains=contains)
    assert diet(sweets, ("gluten",)) is Diet.AGAINST_A_LIMIT


def test_unknown_ingredients_are_off_for_everyone_and_for_limits_above_all() -> None:
    assert diet(BISCUITS, ()) is Diet.NOT_LABELLED
    assert diet(BISCUITS, ("nuts",)) is Diet.AGAINST_A_LIMIT


def test_what_holds_none_of_it_may_go() -> None:
    assert diet(HONEY, ("nuts", "alcohol")) is Diet.FREE
    assert diet(CHOCOLATE, ()) is Diet.FREE


def test_however_it_is_written_it_is_understood() -> None:
    sweets = on_shelf("sweets", TouchKind.TREAT, contains=(" Milk",))
    assert diet(sweets, ("NUTS ",)) is Diet.FREE


def test_paper_is_not_eaten() -> None:
    assert diet(NOTE, ("nuts", "vegan")) is Diet.FREE


words = st.one_of(
    st.sampled_from((*ALLERGENS, "vegan", "sugar", "lactose")), st.text(max_size=8)
)


@given(
    contains=st.none() | st.lists(words, max_size=4).map(tuple),
    limits=st.lists(words, min_size=1, max_size=4).map(tuple),
)
def test_nothing_goes_to_a_limit_unless_the_label_answers_it(
    contains: tuple[str, ...] | None, limits: tuple[str, ...]
) -> None:
    free = diet(on_shelf("sweets", TouchKind.TREAT, contains=contains), limits) is Diet.FREE
    assert not free or contains is not None
    assert not free or {*limits}.isdisjoint(contains or ())
