"""Each mistake made on purpose turns the machine red: so it would if one crept in."""

from collections.abc import Callable
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

STORIES: Final[dict[str, Callable[[Machine], None]]] = {
    "a lease that never runs out": lambda it: it.the_other_bench_takes_it("2", "Joan", ""),
    "a lease that nobody renews": lambda it: it.the_other_bench_takes_it("2", "Joan", "busy"),
    "another bench goes on with counts it never saw": lambda it: it.the_other_bench_takes_it(
        "2", "Joan", "parked"
    ),
    "a cancelled order may be packed": lambda it: _all(
        lambda: it.leave("2", "open"),
        lambda: it.the_shop_cancels("B1"),
        lambda: it.open("2", "B1"),
    ),
    "an undo is not written down": lambda it: _all(
        lambda: it.scan_piece("2", "TE-100"), lambda: it.undo("2")
    ),
    "a slip in the printer waits as if it were not": lambda it: _all(
        lambda: it.honest_shift("2", "Marta", "A1", 4), lambda: it.a_slip_is_printed("cut")
    ),
    "a touch of a void slip is gone from its jar": lambda it: it.honest_shift(
        "2", "Marta", "A1", 6
    ),
}
"""What chance finds late is told; each begins with Marta at order A1."""

UNTIL_FOUND: Final = settings(
    max_examples=1000,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)


@pytest.mark.parametrize("mistake", [it for it in MUTANTS if it not in STORIES])
def test_chance_finds_a_mistake(mistake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, make = MUTANTS[mistake]
    make(monkeypatch)
    with pytest.raises(RED):
        run_state_machine_as_test(Machine, settings=UNTIL_FOUND)


@pytest.mark.parametrize("mistake", STORIES)
def test_a_story_finds_a_mistake_and_ends_well_without_it(
    mistake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(STORIES[mistake])
    _, make = MUTANTS[mistake]
    make(monkeypatch)
    with pytest.raises(RED):
        told(STORIES[mistake])


def told(story: Callable[[Machine], None]) -> None:
    machine = Machine()
    try:
        machine.the_day_begins("Marta", "Joan")
        machine.open("2", "A1")
        story(machine)
        machine.what_always_holds()
    finally:
        machine.teardown()


def _all(*steps: Callable[[], None]) -> None:
    for step in steps:
        step()
