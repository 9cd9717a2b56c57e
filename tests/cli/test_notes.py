"""``packstation notes``: the morning's notes on paper, by command."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.arguments import parser
from packstation.assemble import Opened, note_table
from packstation.cli import notes
from packstation.domain.note_cards import Doing, TellCard
from packstation.places import resources
from packstation.words.words import load
from tests.note_shop import found_note_shop
from tests.slips.reading import pages_of, text_of
from tests.small_shop import NOW
from tests.station.mornings import MARTA

ENGLISH = load("en", resources())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = found_note_shop(tmp_path)
    yield opened
    opened.engine.dispose()


def _run(opened: Opened, file: Path, *more: str) -> int:
    given = parser(ENGLISH).parse_args(["notes", "--pdf", str(file), *more])
    return notes.run(given, opened, ENGLISH)


def test_the_sheet_holds_the_notes_of_the_orders_that_wait(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(opened, tmp_path / "n.pdf") == 0

    said = text_of((tmp_path / "n.pdf").read_bytes())
    assert [it in said for it in ("1042", "1043", "1044")] == [True] * 3
    assert "3 notes to write" in capsys.readouterr().out


def test_what_is_written_already_is_not_counted_as_to_write(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = note_table(opened)
    first, *_ = table.lay(MARTA, NOW).notes
    table.tell(TellCard(MARTA, first.order_id, Doing.WRITE), NOW)

    _run(opened, tmp_path / "n.pdf")

    assert "2 notes to write · 1 written" in capsys.readouterr().out


def test_no_more_than_were_asked_for_and_the_soonest_to_leave(
    opened: Opened, tmp_path: Path
) -> None:
    _run(opened, tmp_path / "n.pdf", "--most", "1", "--media", "A5")
    (page,) = pages_of((tmp_path / "n.pdf").read_bytes())
    assert "1042" in page
    assert "1043" not in page


def test_where_nothing_is_worth_writing_it_says_so_and_writes_no_file(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE orders SET state = 'cancelled'")

    assert _run(opened, tmp_path / "n.pdf") == 0

    assert not (tmp_path / "n.pdf").exists()
    assert "No order that waits wants a note." in capsys.readouterr().out


@pytest.mark.parametrize("most", ["0", "-1", "many", "٣"])
def test_how_many_is_a_number_from_one_on(
    most: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser(ENGLISH).parse_args(["notes", "--pdf", "n.pdf", "--most", most])
    assert capsys.readouterr().err
