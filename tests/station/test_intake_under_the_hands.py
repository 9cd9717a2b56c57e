"""An export overlaps the last one while a bench packs: what is in somebody's hands stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.domain import intake as it
from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.scans import HoldBack, Park
from packstation.station.intake import Intake
from tests import small_shop as shop
from tests.shops.exports import below, first, shopify
from tests.small_shop import NOW, found_shop
from tests.station.test_station import Day

NUMBERS = ("#2001", "#2002", "#2003", "#2004", "#2005")
OPENED, PARKED, HELD, PACKED, UNTOUCHED = NUMBERS
PIECES = ("SOAP-1", "SOAP-1", "TEA-1")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """One order on the bench, one parked, one held by Marta, one packed, one that waits."""
    day = Day(found_shop(tmp_path))
    _bring(day, tmp_path)
    day.scan(shop.MARTA, PACKED, *PIECES, shop.SEAL)
    day.scan(PARKED, "SOAP-1")
    day.press(Park())
    day.scan(HELD)
    day.press(HoldBack("wet"))
    day.scan("2001", "SOAP-1")
    yield day
    day.opened.engine.dispose()


def _bring(day: Day, folder: Path, **other: str) -> it.Summary:
    path = _export(folder, **other)
    return Intake(day.opened.engine, day.opened.shop, lambda: NOW).bring_in(path)


def _export(folder: Path, **other: str) -> Path:
    path = folder / "orders_export.csv"
    rows = [row for number in NUMBERS for row in (first(number, **other), below(number))]
    path.write_text(shopify(*rows), "utf-8", newline="")
    return path


def _orders(day: Day) -> dict[object, tuple[object, ...]]:
    rows = day.ask(
        "SELECT number, state, bench, revision, pieces, hold_reason FROM orders"
        " WHERE source = 'shopify' ORDER BY number"
    )
    return {row[0]: row[1:] for row in rows}


CHANGES = [
    {"Lineitem_quantity": "5", "Shipping_Address1": "Carrer Vell 1"},
    {"Cancelled_at": "2026-11-21 10:00:00 +0100"},
    {"Financial_Status": "partially_refunded", "Refunded_Amount": "4.50"},
    {"Fulfillment_Status": "fulfilled"},
]
NOT_CANCELLED = [CHANGES[0], *CHANGES[2:]]


@pytest.mark.parametrize("other", CHANGES)
def test_what_is_packed_or_on_the_bench_stays(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    before = _orders(day)
    summary = _bring(day, tmp_path, **other)
    after = _orders(day)
    assert [after[it] for it in (OPENED, PACKED)] == [before[it] for it in (OPENED, PACKED)]
    assert OPENED in {left.number for left in summary.left_alone}
    assert {HELD, UNTOUCHED} <= {change.number for change in summary.changed}


@pytest.mark.parametrize("other", NOT_CANCELLED)
def test_what_is_put_aside_stays_with_what_is_in_its_box(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    before = _orders(day)
    summary = _bring(day, tmp_path, **other)
    assert _orders(day)[PARKED] == before[PARKED]
    assert PARKED in {left.number for left in summary.left_alone}


def test_nobody_goes_on_with_what_is_cancelled_while_it_is_put_aside(
    day: Day, tmp_path: Path
) -> None:
    summary = _bring(day, tmp_path, **CHANGES[1])
    assert _orders(day)[PARKED][0] == "cancelled"
    assert PARKED in {change.number for change in summary.changed}


@pytest.mark.parametrize("other", CHANGES)
def test_a_trial_says_what_comes_of_it_in_earnest(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    path = _export(tmp_path, **other)
    intake = Intake(day.opened.engine, day.opened.shop, lambda: NOW)
    before = _orders(day)
    trial = intake.try_out(path)
    assert _orders(day) == before
    assert trial == intake.bring_in(path)


@pytest.mark.parametrize("other", NOT_CANCELLED)
def test_the_order_on_the_bench_is_sealed_as_it_was_opened_once_that_is_asked(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    _bring(day, tmp_path, **other)
    bench = day.station.bench
    assert isinstance(bench, Packing)
    assert bench.in_box == 1
    assert isinstance(day.scan(*PIECES[1:], shop.SEAL).outcome, out.AskBeforeSeal)
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    assert (step.outcome.record.core.order_number, step.outcome.record.core.pieces) == (
        OPENED,
        3,
    )


@pytest.mark.parametrize("other", [CHANGES[0], CHANGES[2]])
def test_what_a_person_holds_stays_held(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    _bring(day, tmp_path, **other)
    state, *_, reason = _orders(day)[HELD]
    assert (state, reason) == ("held", "wet")


@pytest.mark.parametrize("other", CHANGES)
def test_the_same_once_more_changes_nothing(
    day: Day, tmp_path: Path, other: dict[str, str]
) -> None:
    _bring(day, tmp_path, **other)
    before = _orders(day)
    summary = _bring(day, tmp_path, **other)
    assert (summary.orders.new, summary.orders.changed) == (0, 0)
    assert _orders(day) == before
