"""What the journal and the archive hold comes back as the very same value."""

import pytest

from packstation.domain import events as ev
from packstation.domain.bench import (
    Answer,
    Away,
    Free,
    InBox,
    Parked,
    Short,
    Swap,
    Trace,
    Unattended,
)
from packstation.domain.codes import Whose
from packstation.domain.giving import Left
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.orders import Detail, Opener
from packstation.domain.own_phrases import OwnPhrase, Place
from packstation.domain.printing import Again
from packstation.domain.scans import Problem, Reply
from packstation.domain.why import Why
from packstation.store.wire import (
    Resting,
    read_event,
    read_record,
    read_resting,
    write_event,
    write_record,
    write_resting,
)
from tests.making import (
    BIG_CUP,
    CUP,
    NOON,
    a_brand,
    a_customer_card,
    a_packer,
    a_parcel,
    a_plan,
    a_record,
    a_touch,
    an_order,
)

ORDER = an_order()
PHRASE = OwnPhrase(packer_id=1, place=Place.POINT, language="es", text="¡Qué alegría!", key="x")
NEWS = News("7", "open", (Difference(Part.LINES, "3", "2", "Taza"),))
PARKED = Parked(
    box=InBox(
        counts=(1, 2, 0),
        by_hand=frozenset({1}),
        short={2: Short(1, Problem.MISSING, "rota")},
        swaps={0: (Swap(CUP, 0),)},
        traces=(Trace(1, 2, ((Detail.LOT, "L-7"),)),),
        answers={"note": Answer(Reply.GIVEN, NOON)},
    ),
    revision=1,
    by="Marta",
    at=NOON,
)
EVENTS = (
    ev.BadgeScanned(a_packer(), NOON),
    ev.PinRefused("Marta", 3),
    ev.OrderScanned(ORDER, a_customer_card(), ev.Granted(), NOON, ev.Found(CUP, 6)),
    ev.OrderScanned(ORDER, None, ev.AtOtherBench("3", "Joan", NOON), NOON),
    ev.OrderScanned(ORDER, None, ev.AlreadyPacked(a_parcel()), NOON),
    ev.OrderScanned(ORDER, None, ev.OnHold("falta", "Joan"), NOON),
    ev.OrderScanned(ORDER, None, ev.WasCancelled(), NOON),
    ev.OrderScanned(ORDER, None, ev.NothingToPack(), NOON),
    ev.OrderScanned(ORDER, None, ev.Granted(), NOON, None, PARKED),
    ev.OtherOrderScanned(7, "1043"),
    ev.CountTyped(3, NOON),
    ev.HandCounted(0, NOON),
    ev.LearnAsked(1, 6, allowed=True, at=NOON),
    ev.CodeLearned("8412345678905", NOON, ((Detail.LOT, "L-7"),)),
    ev.LearnRefused("8412345678905", Whose.PRODUCTS, "Taza"),
    ev.PieceTold(1, NOON),
    ev.DetailGiven("L-7", NOON),
    ev.ProblemTold(1, Problem.DAMAGED, "golpe", NOON),
    ev.SubstituteGiven(1, CUP, "no queda", NOON),
    ev.HoldScanned("falta", NOON),
    ev.ReleaseScanned(7, "1044", allowed=True, at=NOON),
    ev.ParkScanned("comida", "Joan", NOON),
    ev.ReopenScanned(a_parcel(), ORDER, None, ev.Granted(), "queda una", NOON),
    ev.OrderChanged(ORDER),
    ev.NewsCame(NEWS),
    ev.NewsCame(None),
    ev.OrderScanned(ORDER, None, ev.Granted(), NOON, None, PARKED, NEWS),
    ev.OrderTaken(ev.WasCancelled()),
    ev.OrderTaken(ev.WasSent()),
    ev.PlanMade(ORDER.id, a_plan()),
    ev.PieceScanned("8412345678905", ev.Found(CUP), NOON),
    ev.TouchScanned("note", "Nota", Reply.NOT_TODAY, NOON),
    ev.SurpriseGiven(
        a_touch(contains=None, countries=("ES",), best_before=NOON.date(), seasons=("easter",)),
        Why.BUDGET,
        Left(120, 3),
        "Caramelos",
        NOON,
    ),
    ev.CardRefused("1043", past_use=True),
    ev.OpenerTold(Opener.RECIPIENT, NOON),
    ev.PhraseGiven(PHRASE, NOON),
    ev.ReprintScanned(a_parcel(), Again.JAMMED, NOON),
    ev.PaperTold(a_parcel(), came_out=True, at=NOON),
    ev.SealScanned(ev.SlipGrant("2-26-000001", "K7QS2", "X4M9", "salt"), a_brand(), "2", NOON),
    ev.UndoScanned(NOON),
    ev.PutBackScanned(NOON),
    ev.LockScanned(NOON),
    ev.SignOutScanned(NOON),
    ev.SlipScanned(a_parcel()),
    ev.SeveralFound("8", ("a", "b"), orders=True),
    ev.SharedScanned("8", (ev.Found(CUP), ev.Found(BIG_CUP, 6)), NOON, ((Detail.LOT, "x"),)),
    ev.PieceWithoutOrder("8", CUP),
    ev.MisreadScanned("8412345678900"),
    ev.UnknownScanned("<b>\u202ehola</b>", cut=True),
    ev.UnknownScanned("cup-7", learns="cup-7"),
    ev.StutterScanned("8"),
)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_as_it_went(event: ev.Event) -> None:
    assert read_event(*write_event(event)) == event


def test_every_kind_of_event_is_tried_here() -> None:
    assert {type(event) for event in EVENTS} == set(ev.Event.__args__)


@pytest.mark.parametrize("bench", [Unattended(), Free(a_packer()), Away(a_packer(), None)])
def test_a_resting_bench_comes_back_as_it_went(bench: Resting) -> None:
    assert read_resting(write_resting(bench)) == bench


def test_a_record_comes_back_with_the_same_digest() -> None:
    record = a_record()
    again = read_record(*write_record(record))
    assert again == record
    assert again.digest == record.digest
    assert again.untouched


def test_no_personal_word_is_in_the_sealed_core() -> None:
    core, personal = write_record(a_record())
    assert "Lucía" not in core
    assert "Lucía" in personal
