"""I16 of docs/bench.md: the same history on SQLite and PostgreSQL gives equal tables."""

from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.station.intake import Intake
from packstation.station.noticeboard import Noticeboard
from tests.postgres.shops import Tables, every_row
from tests.small_shop import NOW, found_shop
from tests.station.bringing import HEADER, a_file
from tests.station.killing import Living, at_of
from tests.station.stories import OPERATIONS, WITH_NOTES, inputs, shop_of

ORDERS = (
    "W-1,2026-11-20 10:00,TE-100,Té verde,2,4.50,C-1,Zoë Núñez",
    "W-1,2026-11-20 10:00,NEW-1,Jabón d'Alep,1,3.00,C-1,Zoë Núñez",
    "W-2,2026-11-19 09:30,TAZ-002,Taza,1,10.00,,Łukasz",
)
LOOKS = ("1042", "lucia", "lucía fern", "te verde", "8412345678905", "2-26-0", "W-", "%", "_")


def live(opened: Opened, story: str) -> Tables:
    living = Living(opened)
    living.station.resume()
    for place, given in enumerate(inputs(story)):
        living.do(given, at_of(place))
    return every_row(opened.engine)


def live_on_sqlite(folder: Path, story: str) -> Tables:
    folder.mkdir()
    other = found_shop(folder, shop_of(story))
    tables = live(other, story)
    other.engine.dispose()
    return tables


@pytest.mark.parametrize("story", OPERATIONS)
def test_what_is_done_at_a_bench(opened: Opened, tmp_path: Path, story: str) -> None:
    assert live(opened, story) == live_on_sqlite(tmp_path / "sqlite", story)


@pytest.mark.parametrize("story", WITH_NOTES)
def test_what_is_done_where_notes_are_written(
    opened_with_notes: Opened, tmp_path: Path, story: str
) -> None:
    assert live(opened_with_notes, story) == live_on_sqlite(tmp_path / "sqlite", story)


def bring_in(opened: Opened, folder: Path) -> tuple[object, Tables, list[object]]:
    """What an import says of itself, leaves in the tables, and lets be found."""
    intake = Intake(opened.engine, opened.shop, lambda: NOW)
    summaries = [
        intake.bring_in(a_file(folder, *rows, header=HEADER))
        for rows in (ORDERS, (ORDERS[0].replace(",2,4.50", ",3,4.50"), *ORDERS[1:]))
    ]
    board = Noticeboard(opened.read, opened.shop, Living(opened).desk._printer, folder)  # noqa: SLF001 (its own printer)
    seen: list[object] = [board.search(it) for it in LOOKS]
    with opened.read() as work:
        seen += [work.wanting.of(product_id) for product_id in range(1, 11)]
    return summaries, every_row(opened.engine), [*seen, board.people(), board.overview(NOW, 1)]


def test_what_a_file_brings_in_and_what_is_found(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "sqlite").mkdir()
    other = found_shop(tmp_path / "sqlite")
    on_sqlite = bring_in(other, tmp_path / "sqlite")
    other.engine.dispose()
    assert bring_in(opened, tmp_path) == on_sqlite
