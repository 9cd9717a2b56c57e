"""Nobody reads the same twice, and a packer does not sound like a stamp."""

from dataclasses import replace
from datetime import timedelta

import pytest

from packstation.domain.drafts import Short
from packstation.domain.notes_past import NotesPast, Whose, told_of
from tests.a_year_of_notes import POOLS
from tests.domain.noting import (
    AGAIN,
    TEA,
    TODAY,
    a_note,
    a_past,
    a_scene,
    asked,
    drafted,
    phrases,
    texts,
)


def test_a_point_that_was_told_this_year_is_not_told_in_other_words() -> None:
    told = a_note(told=(told_of(TEA.key, TEA.about),))
    drafts = drafted(TEA, AGAIN, how=asked(a_past(told)))
    assert {draft.fact.key for draft in drafts.drafts} == {"second_order"}


def test_another_product_may_be_told_of_in_words_that_are_new() -> None:
    told = a_note(points=("favourite.told",), told=(told_of("favourite", "Taza de barro"),))
    points = {
        point
        for n in range(3)
        for point in phrases(drafted(TEA, how=asked(a_past(told), another=n)), "point")
    }
    assert len(points) == 5
    assert "favourite.told" not in points


@pytest.mark.parametrize("days, drafts", [(364, 0), (365, 3)])
def test_what_was_told_a_year_ago_may_be_told_again(days: int, drafts: int) -> None:
    told = a_note(told=(told_of(TEA.key, TEA.about),), on=TODAY - timedelta(days=days))
    assert len(drafted(TEA, how=asked(a_past(told))).drafts) == drafts


def test_when_all_was_said_there_are_fewer_and_it_is_said_why() -> None:
    said = ("second_order.again", "second_order.compliment", "second_order.twice")
    drafts = drafted(AGAIN, how=asked(a_past(a_note(points=said))))
    assert phrases(drafts, "point") == ["second_order.says_much"]
    assert drafts.short is Short.POINTS


def openings() -> list[str]:
    pool = POOLS.find("es")
    assert pool is not None
    return [phrase.id for phrase in pool.for_buyer.openings]


def test_the_openings_of_a_customers_last_five_notes_are_left_out() -> None:
    had = openings()[:5]
    # The sixth is old enough to come back.
    past = a_past(*(a_note(opening=it) for it in (*had, openings()[5])))
    offered = {
        opening
        for n in range(40)
        for opening in phrases(drafted(TEA, AGAIN, how=asked(past, another=n)), "opening")
    }
    assert offered == set(openings()[5:])


def test_an_opening_three_times_in_the_packers_last_nineteen_is_left_out() -> None:
    twice, thrice, long_ago = openings()[:3]
    others = (a_note(),) * 14
    past = a_past(
        *(a_note(opening=twice),) * 2,
        *(a_note(opening=thrice),) * 3,
        *others,
        *(a_note(opening=long_ago),) * 3,
        of="packer",
    )
    assert (past.may_open(twice), past.may_open(thrice)) == (True, False)
    assert past.may_open(long_ago)


def test_the_best_known_customer_and_the_busiest_packer_leave_openings_enough() -> None:
    past = replace(
        a_past(*(a_note(opening=it) for it in openings()[:5])),
        packer=tuple(a_note(opening=it) for it in openings()[5:11] * 3),
    )
    drafts = drafted(TEA, how=asked(past))
    assert len(drafts.drafts) == 3
    assert set(phrases(drafts, "opening")) <= set(openings()[11:])


def test_a_neighbours_text_is_not_sent_again_within_a_month() -> None:
    first = drafted(TEA).drafts[0]
    its = first.written(a_past(), TODAY - timedelta(days=29))
    drafts = drafted(TEA, how=asked(a_past(its, of="street")))
    assert first.phrases not in [draft.phrases for draft in drafts.drafts]
    assert first.point in phrases(drafts, "point")


def test_a_neighbours_recorded_text_is_known_by_its_likeness_alone() -> None:
    first = drafted(TEA).drafts[0]
    recorded = first.text.upper().replace(",", "")
    its = replace(first.written(a_past(), TODAY, recorded), opening="", closing="")
    drafts = drafted(TEA, how=asked(a_past(its, of="street")))
    assert first.text not in texts(drafts)


def test_what_is_seldom_used_is_drawn_more_often() -> None:
    often = dict.fromkeys(openings()[:8], 30)
    past = replace(a_past(), uses=often)
    drawn = [
        drafted(TEA, scene=a_scene({"id": n}), how=asked(past)).drafts[0].opening
        for n in range(60)
    ]
    assert sum(it in often for it in drawn) < 10


def test_a_note_planned_for_this_sheet_counts_as_written() -> None:
    first = drafted(TEA).drafts[0]
    planned = first.written(a_past(), TODAY)
    past = a_past().plus([planned])
    assert (past.customer, past.packer, past.street) == ((planned,),) * 3
    assert not past.may_open(first.opening)
    assert past.uses[first.closing] == 1


def test_a_note_to_somebody_else_elsewhere_binds_nobody() -> None:
    other = Whose(packer_id=2, customer_id=None)
    unknown = NotesPast(whose=Whose(packer_id=1), today=TODAY)
    past = unknown.plus([a_note(whose=other, opening="openings.pen")])
    assert (past.customer, past.packer, past.street) == ((), (), ())


def test_what_is_written_down_is_which_phrases_and_no_word_of_it() -> None:
    draft = drafted(TEA).drafts[0]
    note = draft.written(a_past(), TODAY)
    assert note.phrases == draft.phrases
    assert note.likeness is None
    assert note.told == (told_of("favourite", "Té verde Sencha, 100 g"),)
    assert "Sencha" not in repr(note)
