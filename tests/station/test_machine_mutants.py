"""Each mistake made on purpose turns the machine red: so it would if one crept in."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.exc import IntegrityError

from packstation.store.orders import StaleOrderError
from tests.station.machine import Machine
from tests.station.mutants import MUTANTS

RED = (AssertionError, StaleOrderError, IntegrityError)
"""Something did not hold, or the last wall before the disk stood where the first had fallen."""


@pytest.mark.parametrize("mistake", MUTANTS)
def test_a_mistake_is_found(mistake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, make = MUTANTS[mistake]
    make(monkeypatch)
    with pytest.raises(RED):
        run_state_machine_as_test(Machine, settings=_UNTIL_FOUND)


_UNTIL_FOUND = settings(
    max_examples=1000,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
