"""A record says all that was done, word for word: what is not in it is gone for ever."""

from dataclasses import replace
from datetime import timedelta

from packstation.domain import events as ev
from packstation.domain.bench import Answer, Bench
from packstation.domain.orders import GIFT
from packstation.domain.outcomes import Sealed
from packstation.domain.packing import Step, advance
from packstation.domain.records import (
    Core,
    GivenTouch,
    PackedLine,
    PackingRecord,
    Personal,
    commit,
)
from packstation.domain.scans import Reply
from packstation.domain.touches import TouchKind
from tests.domain.days import A_BIG_CUP, A_CUP, CARD, MARTA, SEAL, instead, opened, packing
from tests.making import (
    BIG_CUP,
    CUP,
    NOON,
    SIGNATURE,
    a_bench,
    a_brand,
    a_line,
    a_plan,
    an_order,
)

FULL = (1, 3, 1)
"""All of ``a_bench`` is in its box."""
LINES = (
    PackedLine(
        line_id=CUP.id,
        sku="TAZ-002",
        name="Taza de barro",
        variant="pequeña",
        ordered=2,
        packed=1,
    ),
    PackedLine(
        line_id=CUP.id,
        sku="TAZ-003",
        name="Taza de barro",
        variant="grande",
        ordered=0,
        packed=1,
        reason="no queda",
        instead_of="Taza de barro",
    ),
)
"""Of two cups, one of which was replaced."""


def record_of(step: Step) -> PackingRecord:
    assert isinstance(step.outcome, Sealed)
    return step.outcome.record


def test_the_personal_part_holds_whoever_is_meant_and_whoever_packed() -> None:
    order = an_order(recipient="Abuela Carmen", gift_message="¡Felicidades!", flags=(GIFT,))
    record = record_of(advance(a_bench(counts=FULL, order=order, plan=()), SEAL))
    assert record.personal == Personal(
        customer_name="Lucía Fernández",
        called="Lucía",
        recipient="Abuela Carmen",
        gift_message="¡Felicidades!",
        packer_name="Marta",
        signature=SIGNATURE,
    )
    assert record.core.gift


def test_the_core_holds_all_the_rest() -> None:
    begin, order = opened(a_line(CUP, 2))
    seal = replace(SEAL, at=NOON + timedelta(minutes=3))
    done = packing(begin, order, A_CUP, instead(BIG_CUP), A_BIG_CUP)
    record = record_of(advance(done, seal))
    assert record.salt == "salt"
    assert record.core == Core(
        slip_number="2-26-000417",
        slip_code="K7QS226000417T",
        proof="X4M9",
        bench="2",
        order_id=1042,
        order_number="1042",
        order_code="K7QP1042X",
        revision=1,
        customer_id=CARD.id,
        packer_id=MARTA.id,
        opened_at=NOON,
        sealed_at=NOON + timedelta(minutes=3),
        language="es",
        brand=a_brand(),
        gift=False,
        lines=LINES,
        commitment=commit(record.personal, "salt"),
    )


def _given(key: str, name: str) -> ev.TouchScanned:
    return ev.TouchScanned(key, name, Reply.GIVEN, NOON)


def test_touches_stand_in_the_order_of_the_plan_whatever_came_first() -> None:
    box, note, lemon = a_plan()
    plan = (box, replace(note, heals=True), lemon)
    bench: Bench = a_bench(counts=FULL, plan=plan)
    for touch in (_given("lemon", "Caramelos"), _given("note", "Nota"), _given("box", "Caja")):
        bench = advance(bench, touch).bench
    assert record_of(advance(bench, SEAL)).core.touches == (
        GivenTouch(
            key="box", kind=TouchKind.BOX, name="Caja premium", on_slip=True, rule="make-good"
        ),
        GivenTouch(
            key="note",
            kind=TouchKind.NOTE,
            name="Nota a mano",
            on_slip=True,
            rule="note-after-trouble",
            heals=True,
        ),
        GivenTouch(
            key="lemon",
            kind=TouchKind.TREAT,
            name="Caramelos de limón",
            on_slip=True,
            rule="sweets",
        ),
    )


def test_an_answer_from_before_touches_were_kept_with_it_counts_too() -> None:
    answers = {"note": Answer(Reply.GIVEN, NOON), "box": Answer(Reply.NOT_TODAY, NOON)}
    bench = a_bench(counts=FULL, answers=answers, plan=a_plan()[:2])
    core = record_of(advance(bench, SEAL)).core
    assert ([it.key for it in core.touches], core.touches_left) == (["note"], ("box",))
