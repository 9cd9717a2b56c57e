"""A file is looked at, matched, tried out and brought in: only the last step writes."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, text

from packstation.domain import intake as it
from packstation.domain.file_errands import (
    BringFile,
    FileBrought,
    FileSeen,
    FileTried,
    LookAtFile,
    TryFile,
)
from packstation.domain.matching import FileKind
from packstation.station.file_desk import FileDesk
from packstation.station.profiles import Profiles
from tests.station.bringing import NOW, ask, bring, everything
from tests.station.desk import (
    ROWS,
    STATES,
    known,
    known_or_new,
    last,
    matched,
    new_file,
    written,
)


def test_a_trial_says_what_would_come_and_writes_nothing(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    before = everything(files)
    tried = last(desk, TryFile(matched(desk, written(tmp_path, *ROWS))))
    assert isinstance(tried, FileTried)
    assert isinstance(tried.summary, it.Summary)
    assert (tried.summary.orders.new, tried.summary.new_products) == (2, 2)
    assert everything(files) == before
    assert ask(files, "SELECT count(*) FROM settings") == [(0,)]
    assert [it.name for it in tmp_path.iterdir() if "trial" in it.name] == []


def test_what_a_trial_says_comes_true(desk: FileDesk, files: Engine, tmp_path: Path) -> None:
    file = matched(desk, written(tmp_path, *ROWS))
    tried, brought = last(desk, TryFile(file)), last(desk, BringFile(file))
    assert isinstance(tried, FileTried)
    assert isinstance(brought, FileBrought)
    assert tried.summary == brought.summary
    assert ask(files, STATES) == [
        ("P-1", "open", "2026-04-02 22:00:00.000000"),
        ("P-2", "held", "2026-04-03 22:00:00.000000"),
    ]


def test_a_trial_tells_known_and_changed_orders_apart(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    last(desk, BringFile(matched(desk, written(tmp_path, *ROWS))))
    with files.begin() as connection:
        connection.execute(text("UPDATE orders SET state = 'claimed' WHERE number = 'P-2'"))
    changed = (ROWS[0], ROWS[1].replace(";1;", ";7;"), "P-3;05/04/2026;JAB-1;1;Pagado")
    tried = last(desk, TryFile(known(desk, written(tmp_path, *changed))))
    assert isinstance(tried, FileTried)
    assert isinstance(tried.summary, it.Summary)
    orders = tried.summary.orders
    assert (orders.new, orders.unchanged, orders.left_alone) == (1, 1, 1)
    assert tried.summary.left_alone == (it.LeftAlone("P-2", "claimed"),)


def test_a_changed_order_is_told_by_its_difference_before_it_comes(
    desk: FileDesk, tmp_path: Path
) -> None:
    last(desk, BringFile(matched(desk, written(tmp_path, *ROWS))))
    path = written(tmp_path, ROWS[0].replace(";2;", ";5;"), ROWS[1])
    tried = last(desk, TryFile(known(desk, path)))
    assert isinstance(tried, FileTried)
    assert isinstance(tried.summary, it.Summary)
    (changed,) = tried.summary.changed
    (difference,) = changed.differences
    assert (changed.number, difference.before, difference.after) == ("P-1", "2", "5")


def test_a_match_is_remembered_for_every_bench_and_the_command_line(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    brought = last(desk, BringFile(matched(desk, written(tmp_path, *ROWS))))
    assert isinstance(brought, FileBrought)
    assert brought.remembered == "gestor"
    path = Path(written(tmp_path, "P-9;05/04/2026;JAB-1;1;En reparto", name="otro.csv"))
    assert bring(files, path).profile == "gestor"
    assert bring(files, path, "gestor").orders.unchanged == 1
    assert ask(files, STATES)[-1] == ("P-9", "held", "2026-04-04 22:00:00.000000")


def test_a_match_that_is_corrected_takes_the_place_of_the_old_one(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    path = written(tmp_path, *ROWS)
    last(desk, BringFile(matched(desk, path)))
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    assert seen.preview.kind is FileKind.REMEMBERED
    otherwise = replace(seen.preview.match, states={"en reparto": "shipped"})
    last(desk, BringFile(new_file(desk, path, otherwise)))
    own = [it for it in Profiles(files).all() if it.remembered]
    assert [(it.name, it.statuses["en reparto"]) for it in own] == [("gestor", "shipped")]


def test_two_kinds_of_file_of_one_name_are_both_remembered(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    last(desk, BringFile(matched(desk, written(tmp_path, *ROWS))))
    other = written(tmp_path, "1;JAB-1;2;Ana", header="venta;ref;uds;comprador")
    brought = last(desk, BringFile(known_or_new(desk, other)))
    assert isinstance(brought, FileBrought)
    assert brought.remembered == "gestor 2"
    assert {it.name for it in Profiles(files).all() if it.remembered} == {"gestor", "gestor 2"}


def test_orders_before_a_day_come_in_as_history(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    file = matched(desk, written(tmp_path, *ROWS))
    options = it.Options(history_before=NOW.date())
    last(desk, BringFile(replace(file, options=options)))
    assert {row[1] for row in ask(files, STATES)} == {"shipped"}
