"""Each mistake made on purpose turns the machine red: so it would if one crept in."""

from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.exc import IntegrityError

from packstation.store.orders import StaleOrderError
from tests.station.machine import Machine
from tests.station.mutants import MUTANTS

RED: Final = (AssertionError, StaleOrderError, IntegrityError)
"""Something did not hold, or the last wall before the disk stood where the first had fallen."""

LONG: Final = 2000
Steps = tuple[tuple[str, tuple[object, ...]], ...]


def story(*steps: tuple[object, ...]) -> Steps:
    return tuple((str(name), tuple(arguments)) for name, *arguments in steps)


A_TEA = ("scan_piece", "2", "TE-100")
PACKED = ("honest_shift", "2", "Marta", "A1", 4)
OPENED_AGAIN = ("honest_shift", "2", "Marta", "A1", 6)
IN_HAND = (PACKED, ("a_slip_is_printed", ""))
IN_DOUBT = (PACKED, ("a_slip_is_printed", "perhaps"))
TAUGHT = story(("teach", "2", "NEW-2", 0, "", "Pilar"))
CHANGED = ("the_shop_says", "A1", "open", (3, 1))
TAKEN_BACK = ("the_shop_says", "A1", "", (3, 1))
BEGUN = (("leave", "2", "open"), ("open", "2", "B1"), A_TEA)
CANCELLED = ("the_shop_says", "B1", "cancelled", (2, 1))
WHOLE = (*(("scan_piece", "2", "TAZ-002"),) * 2, A_TEA)
TORN = ("print_again", "2", "A1", 1, "torn")
STORIES: Final[dict[str, Steps]] = {
    "a claim that looks at nothing": story(("open", "3", "A1")),
    "a claim that ignores a live lease": story(("open", "3", "A1")),
    "a lease that never runs out": story(("the_other_bench_takes_it", "2", "Joan", "")),
    "a lease that nobody renews": story(("the_other_bench_takes_it", "2", "Joan", "busy")),
    "a bench that counts what another holds": story(
        ("the_other_bench_takes_it", "2", "Joan", ""), A_TEA
    ),
    "another bench goes on with counts it never saw": story(
        ("the_other_bench_takes_it", "2", "Joan", "parked")
    ),
    "more goes in than was ordered": story(A_TEA, A_TEA),
    "an order is sealed with pieces missing": story(
        ("scan_piece", "2", "TE-100"), ("seal", "2")
    ),
    "the record forgets a piece": story(PACKED),
    "a slip stays live when its parcel is opened": story(OPENED_AGAIN),
    "a slip is printed twice": story(PACKED, *(("a_slip_is_printed", ""),) * 2),
    "a reprint has no reason": story(*IN_HAND, TORN),
    "a reprint is nobody's": story(*IN_HAND, TORN),
    "a copy passes for the original": story(*IN_HAND, TORN),
    "a copy passes for another one": story(*IN_HAND, TORN),
    "what somebody saw come out prints again": story(
        *IN_DOUBT, ("look_for_the_slip", "2", "A1", "yes"), ("a_slip_is_printed", "")
    ),
    "a slip in doubt prints by itself": story(*IN_DOUBT, ("a_slip_is_printed", "")),
    "whoever takes over does not sign": story(("take_over", "2", "Joan")),
    "nobody looks whether the order changed": story(
        ("the_shop_changes", "A1", "TE-100", 3), A_TEA
    ),
    "the bench hears nothing of what the shop says": story(CHANGED, A_TEA),
    "a cancelled order is sealed when asked twice": story(
        *BEGUN, A_TEA, CANCELLED, *(("seal", "2"),) * 2
    ),
    "the seal does not ask about what the shop has changed": story(
        *WHOLE, ("give_sweets", "2"), CHANGED, ("seal", "2")
    ),
    "what the shop says is lost with the order's way back": story(
        CHANGED, ("leave", "2", "open")
    ),
    "whoever takes an order over begins with what it was": story(
        CHANGED, ("the_other_bench_takes_it", "2", "Joan", "")
    ),
    "what the shop has taken back is told": story(CHANGED, TAKEN_BACK),
    "what was sealed as it was has news for ever": story(
        *WHOLE, CHANGED, *(("seal", "2"),) * 2
    ),
    "a packed order may be packed again": story(PACKED, ("open", "2", "A1")),
    "a cancelled order may be packed": story(
        ("leave", "2", "open"), ("the_shop_cancels", "B1"), ("open", "2", "B1")
    ),
    "an operation is taken twice": story(
        ("scan_piece", "2", "TE-100"), ("the_same_again", "2")
    ),
    "an undo is not written down": story(A_TEA, ("undo", "2")),
    "the last event is lost at a restart": story(A_TEA),
    "a slip in the printer waits as if it were not": story(
        PACKED, ("a_slip_is_printed", "cut")
    ),
    "an order that is left for later is gone": story(("leave", "2", "open")),
    "what was learned is not written down": TAUGHT,
    "one code is taken for another": TAUGHT,
    "a touch of a void slip is gone from its jar": story(OPENED_AGAIN),
}
"""The shortest way to each mistake; all begin with Marta at order A1 and Joan at bench 3."""

UNTIL_FOUND: Final = settings(
    max_examples=LONG,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)


def test_every_mistake_has_its_story() -> None:
    assert STORIES.keys() == MUTANTS.keys()


@pytest.mark.parametrize("mistake", MUTANTS)
def test_a_mistake_turns_its_story_red_and_nothing_else_does(
    mistake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(STORIES[mistake])
    _, make = MUTANTS[mistake]
    make(monkeypatch)
    with pytest.raises(RED):
        tell(STORIES[mistake])


@pytest.mark.skipif(
    settings().max_examples < LONG, reason="takes minutes: --hypothesis-profile=long"
)
@pytest.mark.parametrize("mistake", MUTANTS)
def test_chance_finds_a_mistake_too(mistake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, make = MUTANTS[mistake]
    make(monkeypatch)
    with pytest.raises(RED):
        run_state_machine_as_test(Machine, settings=UNTIL_FOUND)


def tell(steps: Steps) -> None:
    machine = Machine()
    try:
        machine.the_day_begins("Marta", "Joan")
        machine.open("2", "A1")
        for name, arguments in steps:
            getattr(machine, name)(*arguments)
            machine.what_always_holds()
    finally:
        machine.teardown()
