"""What was written is kept by its phrases, and binds the notes that come after it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, select, update

from packstation.domain.drafts import Draft
from packstation.domain.known import Buyer, Recipient
from packstation.domain.notes import Asked, three_drafts
from packstation.domain.notes_past import NotesPast, Whose, Written
from packstation.domain.own_phrases import OwnPhrase, Place
from packstation.domain.scene import Scene
from packstation.domain.touches import TalkingPoint
from packstation.store.notes import Notes
from packstation.store.rows import OrderRow, WrittenNoteRow
from tests.a_year_of_notes import POOLS
from tests.making import NOON, a_customer_card, an_order
from tests.small_shop import found_shop

TODAY: Final = date(2026, 11, 22)
MARTA, JOAN = 1, 2
MADRID: Final = ["Calle Sol 1", "28004 Madrid"]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = found_shop(tmp_path).engine
    with closing(engine.connect()) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def notes(connection: Connection) -> Notes:
    connection.execute(update(OrderRow).values(address=MADRID, country="ES", customer_id=1))
    return Notes(connection)


def an_order_id(connection: Connection, place: int) -> int:
    return connection.execute(select(OrderRow.id).order_by(OrderRow.id)).scalars().all()[place]


def a_note(order_id: int, **changes: object) -> Written:
    note = Written(
        order_id=order_id,
        whose=Whose(MARTA, 1, "es 28004 madrid"),
        on=TODAY,
        language="es",
        opening="openings.pen",
        points=("favourite.told",),
        told=("favourite:0123456789abcdef",),
        closing="closings.hug",
        likeness=0xFEDC_BA98_7654_3210,
    )
    return replace(note, **changes)  # type: ignore[arg-type] # names are checked at run time


def draft_of(past: NotesPast, order_id: int) -> Draft[Buyer] | Draft[Recipient]:
    scene = Scene(order=an_order(id=order_id), card=a_customer_card(), now=NOON)
    points = [TalkingPoint("favourite", "Té verde")]
    return three_drafts(scene, points, Asked(past=past, pools=POOLS)).drafts[0]


def test_the_past_of_a_first_note_is_empty(connection: Connection, notes: Notes) -> None:
    past = notes.past(an_order_id(connection, 0), MARTA, TODAY)
    assert past == NotesPast(whose=Whose(MARTA, 1, "es 28004 madrid"), today=TODAY)


def test_what_was_written_is_read_back_whole(connection: Connection, notes: Notes) -> None:
    written = a_note(an_order_id(connection, 0))
    notes.write(written)
    assert notes.of_order(written.order_id) == written


def test_a_written_note_binds_its_customer_its_packer_and_its_street(
    connection: Connection, notes: Notes
) -> None:
    first, second = (an_order_id(connection, place) for place in (0, 1))
    written = a_note(first)
    notes.write(written)

    past = notes.past(second, MARTA, TODAY)

    assert (past.customer, past.packer, past.street) == ((written,),) * 3
    assert past.uses == {"openings.pen": 1, "favourite.told": 1, "closings.hug": 1}


def test_the_next_draft_is_another_text(connection: Connection, notes: Notes) -> None:
    first, second = (an_order_id(connection, place) for place in (0, 1))
    draft = draft_of(notes.past(first, MARTA, TODAY), first)
    notes.write(draft.written(notes.past(first, MARTA, TODAY), TODAY, draft.text))

    past = notes.past(second, MARTA, TODAY)

    assert not past.may_open(draft.opening)
    assert not past.may_tell(draft.point, "")
    assert not past.may_send((), draft.text)


def test_another_packer_is_not_bound_by_what_this_one_wrote(
    connection: Connection, notes: Notes
) -> None:
    notes.write(a_note(an_order_id(connection, 0)))
    assert notes.past(an_order_id(connection, 1), JOAN, TODAY).packer == ()


def test_nobody_is_bound_by_strangers_elsewhere(connection: Connection, notes: Notes) -> None:
    first, second = (an_order_id(connection, place) for place in (0, 1))
    notes.write(a_note(first))
    connection.execute(
        update(OrderRow)
        .where(OrderRow.id == second)
        .values(customer_id=None, address=["Sol 1"])
    )

    past = notes.past(second, MARTA, TODAY)

    assert past.whose == Whose(MARTA)
    assert (past.customer, past.street) == ((), ())


@pytest.mark.parametrize("days, near", [(29, 1), (30, 0)])
def test_a_street_remembers_thirty_days(
    connection: Connection, notes: Notes, days: int, near: int
) -> None:
    notes.write(a_note(an_order_id(connection, 0), on=TODAY - timedelta(days=days)))
    assert len(notes.past(an_order_id(connection, 1), MARTA, TODAY).street) == near


def test_the_latest_note_stands_first(connection: Connection, notes: Notes) -> None:
    orders = [an_order_id(connection, place) for place in range(3)]
    notes.write(a_note(orders[0]))
    notes.write(a_note(orders[1]))
    past = notes.past(orders[2], MARTA, TODAY)
    assert [note.order_id for note in past.customer] == [orders[1], orders[0]]
    assert [note.order_id for note in past.packer] == [orders[1], orders[0]]


def test_a_card_that_is_taken_back_was_read_by_nobody(
    connection: Connection, notes: Notes
) -> None:
    first = an_order_id(connection, 0)
    notes.write(a_note(first))
    notes.take_back(first)
    assert notes.of_order(first) is None
    assert notes.past(an_order_id(connection, 1), MARTA, TODAY).customer == ()


def test_a_card_written_anew_takes_the_place_of_the_first(
    connection: Connection, notes: Notes
) -> None:
    first = an_order_id(connection, 0)
    notes.write(a_note(first))
    notes.write(a_note(first, opening="openings.small"))
    past = notes.past(an_order_id(connection, 1), MARTA, TODAY)
    assert [note.opening for note in past.customer] == ["openings.small"]


def test_only_its_day_is_kept_and_no_word_of_it(connection: Connection, notes: Notes) -> None:
    notes.write(a_note(an_order_id(connection, 0)))
    row = connection.execute(select(WrittenNoteRow.__table__)).one()._asdict()
    assert row["written_on"] == TODAY
    assert row.keys() & {"text", "note_text", "seconds", "at", "written_at"} == set()


# ---- own phrases


OWN: Final = OwnPhrase(
    packer_id=MARTA,
    place=Place.POINT,
    language="es",
    text="Qué bien que te guste.",
    key="favourite",
)


def test_an_own_phrase_is_kept_for_its_packer(notes: Notes) -> None:
    number = notes.keep_own(OWN)
    assert notes.own_phrases(MARTA) == (replace(OWN, id=number),)
    assert notes.own_phrases(JOAN) == ()


def test_a_dropped_phrase_is_gone_and_its_number_is_not_used_again(notes: Notes) -> None:
    number = notes.keep_own(OWN)
    notes.drop_own(number, MARTA)
    assert notes.own_phrases(MARTA) == ()
    assert notes.keep_own(OWN) != number


def test_nobody_drops_somebody_elses_phrase(notes: Notes) -> None:
    number = notes.keep_own(OWN)
    notes.drop_own(number, JOAN)
    assert [own.id for own in notes.own_phrases(MARTA)] == [number]
