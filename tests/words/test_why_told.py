"""Why these touches and no others, in words; amounts and limits are not for every eye."""

import pytest

from packstation.domain.decisions import Explained
from packstation.domain.touches import Suggestion
from packstation.places import resources
from packstation.words.values import Reader
from packstation.words.why_told import Leaf, Passed, Reasoned, tell_why
from packstation.words.words import load
from tests.domain.starting import ALWAYS, NOTE, a_rule, a_treat_rule
from tests.explaining import SOME, decided

ENGLISH = Reader(load("en", resources()), money=False)
OWNER = Reader(load("en", resources()))


def test_a_touch_is_told_with_its_rule_and_every_condition_that_was_met() -> None:
    bench, explained = decided()
    (note,) = tell_why(bench.plan or (), explained, ENGLISH).touches
    assert (note.touch, note.rule) == ("note", "rule “Fifth order” (v4)")
    assert note.leaves[0] == Leaf("order number is a multiple of 5", "(it is the 5th)")
    assert note.leaves[-1] == Leaf("no incident is open")


def test_what_matched_as_well_is_told_with_what_outranked_it() -> None:
    bench, explained = decided()
    lost = tell_why(bench.plan or (), explained, ENGLISH).lost
    assert Passed("“Birthday”", "note", "“Fifth order” comes first") in lost


def test_of_a_limit_nobody_reads_more_than_that_there_is_one() -> None:
    bench, explained = decided()
    told = tell_why(bench.plan or (), explained, OWNER)
    assert Passed("“Chocolate”", "chocolate-dark", "a limit is noted") in told.lost
    assert "nuts" not in repr(told)


@pytest.mark.parametrize(
    "reader, why",
    [
        (OWNER, "order total does not reach €90.00 (it is €84.50)"),
        (ENGLISH, "order total: not as the rule wants it"),
    ],
    ids=["owner", "packer"],
)
def test_amounts_of_a_near_miss_are_for_owners(reader: Reader, why: str) -> None:
    bench, explained = decided()
    assert tell_why(bench.plan or (), explained, reader).near == (
        Passed("“Large order”", "", why),
    )


def test_what_one_rule_wants_is_told_together() -> None:
    actions = [
        {"id": "a1", "type": "write_note", "touch": "note"},
        {"id": "a2", "type": "insert_card", "touch": "card-welcome"},
    ]
    bench, explained = decided((a_rule(all=ALWAYS, actions=actions),))
    (both,) = tell_why(bench.plan or (), explained, ENGLISH).touches
    assert both.touch == "note, card-welcome"


def test_touches_that_lost_for_the_same_reason_are_told_together() -> None:
    sweets = a_treat_rule("chocolate-dark", "biscuits", name={"en": "Sweets"})
    bench, explained = decided((sweets,))
    (lost,) = tell_why(bench.plan or (), explained, ENGLISH).lost
    assert lost.wanted == "chocolate-dark, biscuits"


def test_until_the_grounds_are_known_there_is_the_because() -> None:
    bench, _ = decided()
    (note,) = tell_why(bench.plan or (), None, ENGLISH).touches
    assert note.rule.startswith("because ")
    assert note.leaves == ()


def test_no_rule_stands_behind_ones_own_surprise() -> None:
    _, explained = decided()
    own = Suggestion(touch=NOTE, rule="")
    assert tell_why((own,), explained, ENGLISH).touches == (
        Reasoned("note", "your own surprise"),
    )


def test_years_later_the_rule_is_told_without_its_facts() -> None:
    bench, explained = decided(SOME)
    old = Explained(explained.decision.long_ago, explained.shelf)
    told = tell_why(bench.plan or (), old, ENGLISH)
    assert told.touches == (Reasoned("note", "rule “Fifth order” (v4)"),)
    assert told.near == ()
