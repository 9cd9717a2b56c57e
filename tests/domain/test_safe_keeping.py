"""Which copies of a shop stay."""

from datetime import UTC, datetime, timedelta

from packstation.domain.safe_keeping import outlived

TODAY = datetime(2026, 11, 22, 18, tzinfo=UTC)  # a Sunday


def daily(days: int) -> list[datetime]:
    return [TODAY - timedelta(days=n) for n in range(days)]


def test_a_hundred_days_leave_fourteen_days_and_eight_weeks() -> None:
    taken = daily(100)
    stay = set(taken) - outlived(taken)
    # The newest of a week is its Sunday; two of the eight are among the fourteen days.
    weeks = {TODAY - timedelta(weeks=n) for n in range(8)}
    assert stay == set(daily(14)) | weeks
    assert len(stay) == 20


def test_of_one_day_the_newest_stays() -> None:
    morning, noon = TODAY.replace(hour=8), TODAY.replace(hour=12)
    assert outlived([TODAY, morning, noon]) == {morning, noon}


def test_a_shop_that_was_closed_for_a_year_finds_its_copies() -> None:
    before = [it - timedelta(days=365) for it in daily(10)]
    assert outlived([TODAY, *before]) == frozenset()


def test_nothing_comes_of_nothing() -> None:
    assert outlived([]) == frozenset()
