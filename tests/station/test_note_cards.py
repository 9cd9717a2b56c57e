"""What the code of a card does at the bench: it says written, or whose card it is."""

import pytest

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.codes import Kind, note_code, own_code
from packstation.domain.handwritten import Chosen
from packstation.domain.orders import Opener
from packstation.domain.scans import AnswerTouch, Reply, TellOpener, Undo
from tests import small_shop as shop
from tests.small_shop import MARK
from tests.station.mornings import Morning

# ---- at the bench


def test_the_cards_code_says_written_with_its_order_open(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)

    step = morning.scan(shop.MARTA, "1042", note.code)

    assert step.outcome == out.TouchDone("note", Reply.GIVEN)
    assert isinstance(step.bench, Packing)
    assert step.bench.answers["note"].reply is Reply.GIVEN
    assert morning.written == 1


def test_a_card_written_from_paper_is_kept_when_it_is_scanned(morning: Morning) -> None:
    note = morning.note("1042", None)

    morning.scan(shop.MARTA, "1042", note.code, note.code)

    kept = "SELECT opening, points, told, closing FROM "
    ahead = f"{kept} notes_ahead WHERE order_id = {note.order_id}"
    assert morning.ask(f"{kept} written_notes") == morning.ask(ahead)


def test_an_undone_card_was_written_all_the_same_if_the_table_said_so(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.scan(shop.MARTA, "1042", note.code)

    step = morning.wish(Undo())

    assert isinstance(step.bench, Packing)
    assert "note" not in step.bench.answers
    assert morning.written == 1


@pytest.mark.parametrize("ticked", [True, False])
def test_a_card_is_kept_again_when_the_draft_that_took_its_place_is_undone(
    morning: Morning, *, ticked: bool
) -> None:
    note = morning.note("1042")
    morning.tell(note)
    kept = "SELECT opening, points, closing FROM written_notes"
    before = morning.ask(kept)
    morning.scan(shop.MARTA, "1042", *((note.code,) if ticked else ()))
    copied = Chosen(
        order_id=note.order_id, language="es", opening="mine", point="x.y", closing="hug"
    )

    morning.wish(AnswerTouch("note", Reply.GIVEN, copied))
    instead = morning.ask(kept)
    morning.wish(Undo())

    assert instead[0][0] == "mine"
    assert morning.ask(kept) == before


def test_the_card_of_another_order_says_so_and_ticks_nothing(morning: Morning) -> None:
    other = morning.note("1043")

    step = morning.scan(shop.MARTA, "1042", other.code)

    assert step.outcome == out.CardOfOther("1043", "1042")
    assert isinstance(step.bench, Packing)
    assert step.bench.answers == {}
    assert morning.written == 0


def test_a_card_for_the_buyer_goes_to_nobody_else(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.scan(shop.MARTA, "1042")
    morning.wish(TellOpener(Opener.RECIPIENT))

    step = morning.scan(note.code)

    assert step.outcome == out.CardPastUse("1042")
    assert isinstance(step.bench, Packing)
    assert step.bench.answers == {}


def test_at_the_free_screen_a_card_opens_its_order(morning: Morning) -> None:
    note = morning.note("1043")

    step = morning.scan(shop.MARTA, note.code)

    assert isinstance(step.outcome, out.Opened)
    assert step.outcome.order.number == "1043"
    assert isinstance(step.bench, Packing)
    assert step.bench.answers == {}


def test_before_anybody_signs_in_a_card_does_nothing(morning: Morning) -> None:
    note = morning.note("1043")
    assert morning.scan(note.code).outcome == out.SignInFirst()


def test_a_card_of_no_order_is_an_unknown_code(morning: Morning) -> None:
    stranger = note_code(MARK, 99_999, 0)
    assert morning.scan(shop.MARTA, stranger).outcome == out.UnknownCode(stranger)


@pytest.mark.parametrize("body", ["Z" * 14, "9" * 500])
def test_a_card_whose_number_no_database_holds_is_an_unknown_code(
    morning: Morning, body: str
) -> None:
    endless = own_code(MARK, Kind.NOTE, body)
    assert morning.scan(shop.MARTA, endless).outcome == out.UnknownCode(endless)
    assert morning.scan("1042", endless).outcome == out.UnknownCode(endless)


def test_a_parcel_of_three_pieces_sweets_and_a_card_is_six_scans(morning: Morning) -> None:
    note = morning.note("1042")
    morning.tell(note)
    morning.scan(shop.MARTA)

    step = morning.scan("1042", shop.POT, shop.CUP, shop.TEA, shop.SWEETS, note.code)

    assert isinstance(step.outcome, out.Sealed)
    given = {touch.key for touch in step.outcome.record.core.touches}
    assert given == {"note", "sweets-lemon"}


def test_a_card_written_after_its_parcel_was_sealed_is_not_kept(morning: Morning) -> None:
    note = morning.note("1042")
    morning.change("1042", state="packed")

    assert morning.tell(note) is None

    assert morning.written == 0
    assert (
        morning.ask("SELECT code FROM notes_ahead WHERE order_id = :id", id=note.order_id) == []
    )
