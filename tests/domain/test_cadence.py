"""How often someone orders, and which order ends a silence."""

from datetime import date, timedelta

import pytest

from packstation.domain.cadence import cadence_days, lapse_of
from packstation.domain.customers import Lapse

TODAY = date(2026, 11, 22)


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=n) for n in ago]


@pytest.mark.parametrize(
    "ago, usual",
    [((), None), ((30,), None), ((30, 60), None), ((10, 40, 70), 30), ((10, 10, 40, 70), 30)],
)
def test_the_usual_gap_needs_three_order_days(ago: tuple[int, ...], usual: int | None) -> None:
    assert cadence_days(days(*ago)) == usual


@pytest.mark.parametrize(
    "ago, lapse",
    [
        ((), Lapse.NEW),
        ((20,), Lapse.ACTIVE),
        ((100,), Lapse.LATE),
        ((200,), Lapse.RETURNING),
        ((30, 40, 50, 60, 70, 80), Lapse.LATE),
        ((46, 53, 60, 67, 74, 81), Lapse.RETURNING),
        ((150, 300, 450, 600), Lapse.ACTIVE),
    ],
)
def test_silence_is_measured_by_the_persons_own_rhythm(
    ago: tuple[int, ...], lapse: Lapse
) -> None:
    assert lapse_of(days(*ago), TODAY) is lapse
