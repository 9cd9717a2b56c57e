"""Cards written ahead lie on the table, and come off it when they do not fit any more."""

from dataclasses import replace
from functools import partial

from packstation.assemble import note_table
from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.codes import read_own
from packstation.domain.giving import Giving
from packstation.domain.note_cards import CardState, Doing, OffTable
from packstation.domain.scans import HoldBack, Release, Reply
from packstation.places import resources
from packstation.station.note_table import NoteTable
from packstation.store.work import Work
from packstation.words.note_pools import load_pools
from tests import small_shop as shop
from tests.note_shop import ORDERS, an_order_of
from tests.small_shop import MARK
from tests.station.mornings import JOAN, MARTA, Begin, Morning

# ---- what lies on the table


def test_the_soonest_to_leave_lies_first_each_with_its_fact_and_one_draft(begin: Begin) -> None:
    morning = begin(*reversed(ORDERS))

    notes = morning.lay().notes

    assert [it.number for it in notes] == ["1042", "1043", "1044"]
    assert {it.points[0].key for it in notes} == {"first_order"}
    assert all(20 <= it.words <= 45 for it in notes)
    assert ["Lucía" in notes[0].text or "Hola" in notes[0].text] == [True]


def test_no_two_cards_of_one_customer_begin_or_tell_alike(begin: Begin) -> None:
    wishes = {"message": "¡Gracias!"}
    orders = [an_order_of("lucia", str(2000 + n), n + 1, **wishes) for n in range(8)]
    morning = begin(*orders)

    laid = morning.lay().notes

    rows = morning.ask("SELECT opening, points FROM notes_ahead ORDER BY id")
    openings, points = ([row[place] for row in rows] for place in (0, 1))
    assert len(laid) >= 4
    assert len(set(points)) == len(points)
    assert len(set(openings[:5])) == len(openings[:5])


def test_a_hand_never_begins_more_than_three_of_twenty_alike(begin: Begin) -> None:
    people = {f"c{n}": f"Persona {n}" for n in range(40)}
    orders = [an_order_of(it, f"3{n:03}", n + 1) for n, it in enumerate(people)]
    morning = begin(*orders, people=people)

    assert len(morning.lay().notes) == len(people)

    openings = [row[0] for row in morning.ask("SELECT opening FROM notes_ahead ORDER BY id")]
    windows = (openings[n : n + 20] for n in range(len(openings) - 19))
    assert max(it.count(opening) for it in windows for opening in it) <= 3


def test_a_table_that_is_laid_again_is_the_same_table(morning: Morning) -> None:
    before = morning.lay().notes
    assert morning.lay().notes == before
    assert len(before) == len(ORDERS)


def test_a_held_order_has_no_note_on_the_table(morning: Morning) -> None:
    morning.change("1043", state="held")
    assert [it.number for it in morning.lay().notes] == ["1042", "1044"]


def test_a_shop_without_a_minute_for_a_note_has_none_on_its_table(morning: Morning) -> None:
    busy = replace(morning.opened.shop, giving=Giving(most_seconds=60))
    morning.table = note_table(replace(morning.opened, shop=busy))
    assert morning.lay().notes == ()


def test_the_gloss_is_in_the_language_of_whoever_writes(morning: Morning) -> None:
    assert morning.note("1042", MARTA).gloss == ""
    assert morning.note("1042", JOAN).gloss != ""


def test_a_gift_names_nobody_and_says_nothing_of_the_buyer(begin: Begin) -> None:
    morning = begin(an_order_of("lucia", "1042", 3, flags=("gift",), opener="recipient"))
    (note,) = morning.lay().notes
    assert not note.for_buyer
    assert "Lucía" not in note.text


def test_another_draft_keeps_the_code_and_has_other_words(morning: Morning) -> None:
    before = morning.note("1042")

    after = morning.tell(before, Doing.ANOTHER)

    assert after is not None
    assert after.text != before.text
    assert after.code == before.code
    assert morning.note("1042") == after


def test_what_is_written_is_kept_by_its_phrases_at_once(morning: Morning) -> None:
    note = morning.note("1042")

    told = morning.tell(note)

    assert told is not None
    assert told.state is CardState.WRITTEN
    assert morning.ask("SELECT packer_id, opening, points, closing FROM written_notes") == (
        morning.ask("SELECT 1, opening, points, closing FROM notes_ahead WHERE state='written'")
    )


def test_the_codes_are_ours_and_of_plain_letters(morning: Morning) -> None:
    code = morning.note("1042").code
    read = read_own(MARK, code)
    assert read is not None
    assert read[0] == "N"
    assert code.isascii()
    assert code.isalnum()


# ---- off the table


def test_an_order_that_is_cancelled_takes_its_card_off_the_table(morning: Morning) -> None:
    morning.tell(morning.note("1042"))
    morning.change("1042", state="cancelled")

    (off,) = morning.lay().to_take_off

    assert (off.number, off.off) == ("1042", OffTable.CANCELLED)
    assert morning.ask("SELECT state FROM notes_ahead WHERE state <> 'offered'") == [
        ("taken_back",)
    ]
    assert morning.written == 0


def test_a_card_that_was_taken_off_is_not_asked_about_again(morning: Morning) -> None:
    morning.tell(morning.note("1042"))
    morning.change("1042", state="cancelled")
    (off,) = morning.lay().to_take_off

    morning.tell(off, Doing.TAKE_OFF)

    assert [it.number for it in morning.lay().notes] == ["1043", "1044"]


def test_a_cancelled_order_whose_note_nobody_wrote_simply_goes(morning: Morning) -> None:
    morning.lay()
    morning.change("1042", state="cancelled")
    assert [it.number for it in morning.lay().notes] == ["1043", "1044"]
    assert len(morning.ask("SELECT id FROM notes_ahead")) == 2


def test_a_held_orders_card_waits_aside_and_fits_again(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.scan(shop.PILAR, "1042")
    morning.wish(HoldBack("falta"))
    (off,) = morning.lay().to_take_off
    assert off.off is OffTable.HELD
    assert morning.tell(off, Doing.TAKE_OFF) is None
    assert morning.lay().to_take_off == ()

    morning.wish(Release(note.order_id))

    assert morning.note("1042").state is CardState.WRITTEN
    assert morning.scan("1042", note.code).outcome == out.TouchDone("note", Reply.GIVEN)
    assert morning.written == 1


def test_a_changed_order_keeps_a_card_that_is_still_true(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)

    morning.change("1042", message="Con prisa, por favor")

    assert morning.note("1042").state is CardState.WRITTEN
    assert morning.scan(shop.MARTA, "1042", note.code).outcome == out.TouchDone(
        "note", Reply.GIVEN
    )


def test_a_changed_order_gives_back_a_card_that_is_not_true_any_more(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.change("1042", opener="recipient")

    step = morning.scan(shop.MARTA, "1042", note.code)

    assert step.outcome == out.CardPastUse("1042")
    assert isinstance(step.bench, Packing)
    assert step.bench.answers == {}


def test_what_is_not_true_any_more_comes_off_and_is_offered_anew(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.change("1042", opener="recipient")
    (off,) = morning.lay().to_take_off
    assert off.off is OffTable.CHANGED

    anew = morning.tell(off, Doing.TAKE_OFF)

    assert anew is not None
    assert anew.state is CardState.OFFERED
    assert not anew.for_buyer
    assert anew.code != note.code
    assert morning.scan(shop.MARTA, "1042", note.code).outcome == out.CardPastUse("1042")
    assert morning.scan(anew.code).outcome == out.TouchDone("note", Reply.GIVEN)


def test_an_offer_that_is_not_true_any_more_is_drawn_anew(morning: Morning) -> None:
    before = morning.note("1042")
    morning.change("1042", opener="recipient")

    after = morning.note("1042")

    assert after.text != before.text
    assert after.code != before.code


def test_what_another_table_laid_meanwhile_stays_and_is_shown(morning: Morning) -> None:
    faster = [lambda: morning.lay(JOAN)]

    def write_late() -> Work:
        if faster:
            faster.pop()()
        return morning.opened.write()

    opened, load = morning.opened, partial(load_pools, resources())
    slower = NoteTable(write_late, opened.read, opened.shop, load)

    shown = slower.lay(MARTA, morning.at).notes

    assert morning.ask("SELECT DISTINCT packer_id FROM notes_ahead") == [(JOAN.id,)]
    assert [it.code for it in shown] == [it.code for it in morning.lay().notes]
    assert len(shown) == len(ORDERS)


def test_a_packed_order_leaves_the_table(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.scan(shop.MARTA, "1042", shop.POT, shop.CUP, shop.TEA, shop.SWEETS, note.code)
    assert [it.number for it in morning.lay().notes] == ["1043", "1044"]
    assert morning.written == 1
