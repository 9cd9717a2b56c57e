"""A note at the bench: drafted beside the scans, kept by its phrases, undone like a piece."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from packstation.domain import outcomes as out
from packstation.domain.own_phrases import Place, Refusal
from packstation.domain.scans import AnswerTouch, KeepPhrase, Reply
from tests.shop_with_notes import CARD
from tests.small_shop import NOW, PUT_BACK, SEAL, TEA, UNDO
from tests.station.noting import Bench

GIVEN = partial(AnswerTouch, "note", Reply.GIVEN)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    it = Bench(tmp_path)
    yield it
    it.opened.engine.dispose()


# ---- drafts


def test_three_drafts_come_for_the_order_on_the_bench(bench: Bench) -> None:
    bench.open("1050")
    sheet = bench.sheet()
    assert [it.language for it in sheet.drafts] == ["es"] * 3
    assert sheet.points
    assert not any(it.gloss for it in sheet.drafts)


def test_the_same_drafts_come_again_and_another_three_are_others(bench: Bench) -> None:
    bench.open("1050")
    assert bench.sheet() == bench.sheet()
    assert set(bench.sheet(1).drafts).isdisjoint(bench.sheet().drafts)


def test_no_drafts_come_for_an_order_that_is_no_longer_there(bench: Bench) -> None:
    bench.open("1050")
    order_id = bench.packing.order.id
    bench.scan(PUT_BACK)
    assert bench.desk.sheet(bench.station.bench, order_id, 0, NOW) is None


def test_whoever_does_not_write_german_gets_the_shortest_first_with_a_gloss(
    bench: Bench,
) -> None:
    bench.open("1051")
    sheet = bench.sheet()
    counts = [it.words for it in sheet.drafts]
    assert sheet.foreign
    assert counts == sorted(counts)
    assert all(it.language == "de" and it.gloss for it in sheet.drafts)


# ---- written


def test_a_draft_that_was_copied_is_kept_by_its_phrases(bench: Bench) -> None:
    bench.open("1050")
    draft = bench.choose(1)
    step = bench.press(GIVEN(draft))
    note = bench.note("1050")
    assert isinstance(step.outcome, out.TouchDone)
    assert note is not None
    assert note.phrases == (draft.opening, draft.point, draft.closing)
    assert note.on == NOW.date()


def test_the_code_on_the_card_keeps_a_text_of_ones_own(bench: Bench) -> None:
    bench.open("1050")
    bench.scan(CARD)
    note = bench.note("1050")
    assert note is not None
    assert note.phrases == ()
    assert note.whose.packer_id == bench.packing.packer.id


def test_what_is_undone_was_never_written(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    bench.scan(UNDO)
    assert bench.note("1050") is None


def test_not_today_takes_the_note_back_and_its_undo_brings_it_again(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    before = bench.note("1050")
    bench.press(AnswerTouch("note", Reply.NOT_TODAY))
    assert bench.note("1050") is None
    bench.scan(UNDO)
    assert bench.note("1050") == before


def test_its_code_scanned_once_more_is_still_the_same_note(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    before = bench.note("1050")
    bench.scan(CARD)
    assert bench.note("1050") == before


def test_an_order_that_is_put_back_keeps_its_note(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    before = bench.note("1050")
    bench.scan(PUT_BACK, "1050")
    bench.station.follow_up(bench.at)
    assert bench.sheet().ahead
    bench.scan(CARD, UNDO)
    assert bench.note("1050") == before


def test_a_parcel_that_leaves_without_its_card_has_no_note(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    bench.scan(PUT_BACK, "1050")
    bench.station.follow_up(bench.at)
    bench.press(AnswerTouch("note", Reply.NOT_TODAY))
    step = bench.scan(TEA, SEAL, SEAL)
    assert isinstance(step.outcome, out.Sealed)
    assert bench.note("1050") is None


def test_the_sealed_record_says_only_that_there_was_a_note(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    step = bench.scan(TEA, SEAL, SEAL)
    assert isinstance(step.outcome, out.Sealed)
    assert "note" in [it.key for it in step.outcome.record.core.touches]
    assert bench.note("1050") is not None


def test_a_draft_of_another_order_is_not_this_ones(bench: Bench) -> None:
    bench.open("1050")
    other = bench.choose()
    bench.scan(PUT_BACK)
    bench.open("1042")
    bench.press(GIVEN(other))
    note = bench.note("1042")
    assert note is not None
    assert note.phrases == ()


def test_after_a_power_cut_the_bench_knows_what_was_written(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    before = bench.packing
    bench.restart()
    assert bench.packing == before
    bench.scan(UNDO)
    assert bench.note("1050") is None


def test_the_next_card_tells_what_the_last_note_told(bench: Bench) -> None:
    bench.open("1050")
    bench.press(GIVEN(bench.choose()))
    bench.scan(TEA, SEAL, SEAL)
    bench.open("1042")
    card = bench.packing.card
    assert card is not None
    assert card.last_note
    assert "{" not in card.last_note
    assert "[" not in card.last_note


# ---- phrases of one's own


def test_a_phrase_of_ones_own_joins_the_drafts_of_its_packer(bench: Bench) -> None:
    bench.open("1050")
    said = KeepPhrase(place=Place.CLOSING, language="es", text=" Un  beso grande. ")
    assert bench.press(said).outcome == out.PhraseJoins(Place.CLOSING)
    with bench.opened.read() as work:
        (kept,) = work.notes.own_phrases(bench.packing.packer.id)
    assert kept.text == "Un beso grande."


def test_a_phrase_that_says_nothing_is_refused_and_not_kept(bench: Bench) -> None:
    bench.open("1050")
    said = KeepPhrase(place=Place.OPENING, language="es", text="   ")
    assert bench.press(said).outcome == out.PhraseRefused(Refusal.EMPTY, Place.OPENING)
    with bench.opened.read() as work:
        assert work.notes.own_phrases(bench.packing.packer.id) == ()
