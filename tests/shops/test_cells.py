"""What single cells can say, and what they are refused for."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from packstation.domain.intake import Reason
from packstation.shops.cells import (
    BadCell,
    cents,
    end_of_day,
    moment,
    not_ruined,
    one_line,
    tidy,
    whole,
)

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    "text, count", [("6", 6), (" 6 ", 6), ("6.0", 6), ("6,00", 6), ("-2", -2)]
)
def test_a_count_is_a_whole_number_however_it_was_exported(text: str, count: int) -> None:
    assert whole("quantity", text) == count


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", Reason.MISSING),
        ("1.5", Reason.NOT_WHOLE),
        ("1e9", Reason.NOT_WHOLE),
        ("NaN", Reason.NOT_WHOLE),
        ("1.000", Reason.NOT_WHOLE),
        ("٣", Reason.NOT_WHOLE),
        ("1000000000", Reason.TOO_MANY),
    ],
)
def test_what_is_no_count_is_refused_by_name(text: str, reason: Reason) -> None:
    with pytest.raises(BadCell) as refused:
        whole("quantity", text)
    assert (refused.value.text, refused.value.reason) == (text, reason)


@pytest.mark.parametrize(
    "text, decimal, amount",
    [
        ("1.234,50", ",", 123450),
        ("1,234.50", ".", 123450),
        ("1.234", ",", 123400),
        ("1.234", ".", 123),
        ("12,50", ".", 1250),
        ("4,5 €", ",", 450),
        ("1.234.567", ",", 123456700),
        ("0.005", ".", 1),
        ("", ".", 0),
    ],
)
def test_an_amount_is_read_by_the_files_mark(text: str, decimal: str, amount: int) -> None:
    assert cents("price", text, decimal, sure=False) == amount


@pytest.mark.parametrize("text", ["NaN", "1e9", "1.2.3", "ten", "1,23,4", "=1+1"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadCell, match="not_an_amount"):
        cents("price", text, ".", sure=False)


def test_a_profile_that_names_its_mark_is_taken_at_its_word() -> None:
    with pytest.raises(BadCell, match="not_an_amount"):
        cents("price", "12,50", ".", sure=True)


def test_a_date_without_zone_is_the_shops() -> None:
    assert moment("date", "2026-07-01 12:00", (), MADRID) == datetime(
        2026, 7, 1, 10, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text, minute",
    [
        ("2026-11-01 10:15:32 +0300", datetime(2026, 11, 1, 7, 15, 32, tzinfo=UTC)),
        ("2026-11-01T10:15+03:00", datetime(2026, 11, 1, 7, 15, tzinfo=UTC)),
        ("2026-11-01 10:15 UTC", datetime(2026, 11, 1, 10, 15, tzinfo=UTC)),
        ("2026-11-01 10:15UTC", datetime(2026, 11, 1, 10, 15, tzinfo=UTC)),
        ("2026-11-01 10:15Z", datetime(2026, 11, 1, 10, 15, tzinfo=UTC)),
    ],
)
def test_a_date_with_an_offset_keeps_it(text: str, minute: datetime) -> None:
    assert moment("date", text, (), MADRID) == minute


@pytest.mark.parametrize("text", ["03/04/2026", "13/04/2026", "3-4-2026", "03.04.2026 10:00"])
def test_a_date_that_could_be_either_way_round_is_never_guessed(text: str) -> None:
    with pytest.raises(BadCell, match="date_unclear"):
        moment("date", text, (), MADRID)


def test_a_format_settles_which_way_round() -> None:
    day = moment("date", "03/04/2026", ("%d/%m/%Y",), ZoneInfo("UTC"))
    assert day == datetime(2026, 4, 3, tzinfo=UTC)


def test_a_cut_off_without_a_clock_is_the_end_of_its_day() -> None:
    end = end_of_day("leaves_at", "2026-11-22", (), MADRID)
    assert end == datetime(2026, 11, 22, 22, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, kept",
    [
        ("'28013", "28013"),
        ("'=1+1", "=1+1"),
        ("'+34 600", "+34 600"),
        ("'t Hoen", "'t Hoen"),
        ("a\x00b\x1fc", "abc"),
        ("one\r\ntwo", "one\ntwo"),
    ],
)
def test_a_text_loses_only_what_nobody_typed(text: str, kept: str) -> None:
    assert tidy(text) == kept


def test_a_name_stands_on_one_line() -> None:
    assert one_line("  OLIVE   SOAP\n200 g ") == "OLIVE SOAP 200 g"


def test_a_code_keeps_its_leading_zeros() -> None:
    assert not_ruined("barcode", "0012345678905", 64) == "0012345678905"


def test_a_code_a_spreadsheet_has_rounded_is_refused() -> None:
    with pytest.raises(BadCell, match="number_ruined"):
        not_ruined("barcode", "8,41234E+12", 64)
