"""Files that change, vanish or are none, full disks, and somebody who stops it all."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from packstation.domain import intake as it
from packstation.domain.file_errands import (
    BringFile,
    FileBrought,
    FileGoesOn,
    FileSeen,
    FileStopped,
    FileTried,
    LookAtFile,
    TryFile,
)
from packstation.domain.matching import FileKind, Lists
from packstation.station.file_desk import FileDesk
from packstation.station.profiles import Profiles
from packstation.store.intake_scratch import Scratch
from tests.station.bringing import an_intake, ask
from tests.station.desk import (
    ROWS,
    STATES,
    known,
    last,
    matched,
    written,
)


def test_profiles_somebody_broke_by_hand_are_left_out(files: Engine) -> None:
    profiles = Profiles(files)
    profiles.keep({"name": "good", "columns": {"order": ["no"]}}, "")
    with files.begin() as connection:
        connection.execute(
            text("UPDATE settings SET value = :value"),
            {"value": '{"all": [7, {"name": "bad", "columns": 3}, {"nombre": "x"}]}'},
        )
    assert [it.name for it in profiles.all() if it.remembered] == []


def test_a_profile_whose_name_was_broken_by_hand_keeps_nobody_from_matching(
    files: Engine,
) -> None:
    profiles = Profiles(files)
    profiles.keep({"name": "good", "columns": {"order": ["no"]}}, "")
    with files.begin() as connection:
        connection.execute(
            text("UPDATE settings SET value = :value"),
            {"value": '{"all": [{"name": ["bad"]}, {"name": {}}, {"name": null}]}'},
        )
    assert profiles.keep({"name": "good", "columns": {"order": ["no"]}}, "") == "good"


def test_refused_rows_keep_their_orders_out_until_the_owner_says_so(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    file = matched(desk, written(tmp_path, *ROWS, "P-3;05/04/2026;JAB-1;1,5;Pagado"))
    stopped = last(desk, BringFile(file))
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.RowsRefused)
    assert ask(files, STATES) == []
    skipping = replace(file, options=it.Options(skip_bad=True))
    assert isinstance(last(desk, BringFile(skipping)), FileBrought)
    assert [row[0] for row in ask(files, STATES)] == ["P-1", "P-2"]


def test_a_file_that_changed_since_it_was_seen_does_not_come_in(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    path = written(tmp_path, *ROWS)
    file = matched(desk, path)
    written(tmp_path, *ROWS, "P-3;05/04/2026;JAB-1;1;Pagado")
    stopped = last(desk, BringFile(file))
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.FileChanged)
    assert ask(files, STATES) == []


def test_a_file_that_is_written_to_while_it_is_read_does_not_come_in(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    path = written(tmp_path, *ROWS)
    for news in desk.answer(BringFile(matched(desk, path))):
        if isinstance(news, FileGoesOn):
            assert news.share <= 1
    file = Path(path)
    with pytest.raises(it.FileChanged):
        an_intake(files).bring_in(file, None, it.Options(), _append_to(file))


def _append_to(file: Path) -> "_Appender":
    return _Appender(file)


class _Appender:
    """Somebody's program still writes the file while we read it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, _share: float, stage: it.Stage) -> None:
        if stage is it.Stage.READING:
            with self._file.open("a", encoding="utf-8") as more:
                more.write("P-7;05/04/2026;JAB-1;1;Pagado\n")


def test_a_file_that_vanished_is_missed_by_name(desk: FileDesk, tmp_path: Path) -> None:
    path = written(tmp_path, *ROWS)
    file = matched(desk, path)
    Path(path).unlink()
    stopped = last(desk, BringFile(file))
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.FileMissing)


def test_stopping_leaves_nothing_behind(desk: FileDesk, files: Engine, tmp_path: Path) -> None:
    rows = (f"P-{n};03/04/2026;JAB-1;2;Pagado" for n in range(9_000))
    file = matched(desk, written(tmp_path, *rows, ROWS[1]))
    news = desk.answer(BringFile(file))
    assert isinstance(next(news), FileGoesOn)
    desk.stop()
    stopped = list(news)[-1]
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.ImportCancelled)
    assert ask(files, STATES) == []
    assert not list(tmp_path.glob("*.arriving"))


def test_a_trial_that_nobody_waits_for_ends(desk: FileDesk, tmp_path: Path) -> None:
    rows = (f"P-{n};03/04/2026;JAB-1;2;Pagado" for n in range(9_000))
    news = desk.answer(TryFile(matched(desk, written(tmp_path, *rows, ROWS[1]))))
    assert isinstance(next(news), FileGoesOn)
    assert not list(tmp_path.glob("*.trial*"))  # a crash has nothing to leave behind
    news.close()  # type: ignore[attr-defined] # a generator in all but its type
    assert isinstance(last(desk, LookAtFile(str(tmp_path / "gestor.csv"))), FileSeen)


def test_a_full_disk_is_said_and_nothing_is_half_written(
    desk: FileDesk, files: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = matched(desk, written(tmp_path, *ROWS))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Scratch, "finish", full)
    stopped = last(desk, BringFile(file))
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.DiskFull)
    assert ask(files, STATES) == []
    assert ask(files, "SELECT count(*) FROM settings") == [(0,)]


def test_a_trial_does_not_mind_an_import_that_runs(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    file = matched(desk, written(tmp_path, *ROWS))
    with Scratch(Path(f"{files.url.database}.arriving")):
        tried, stopped = last(desk, TryFile(file)), last(desk, BringFile(file))
    assert isinstance(tried, FileTried)
    assert isinstance(stopped, FileStopped)
    assert isinstance(stopped.reason, it.ImportRunning)


def test_a_list_of_products_is_told_from_orders(desk: FileDesk, tmp_path: Path) -> None:
    path = written(tmp_path, "JAB-1,Jabón,8412345678905", header="sku,name,barcode")
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    assert seen.preview.match.lists is Lists.PRODUCTS
    tried = last(desk, TryFile(known(desk, path)))
    assert isinstance(tried, FileTried)
    assert tried.summary.as_json()["products"]["new"] == 1
    as_orders = last(desk, LookAtFile(path, lists=Lists.ORDERS))
    assert isinstance(as_orders, FileSeen)
    assert as_orders.preview.missing == ("order", "quantity")


def test_orders_that_look_like_products_stay_orders(desk: FileDesk, tmp_path: Path) -> None:
    path = written(tmp_path, "A-1,2,JAB-1,Jabón", header="documento nº,uds,sku,name")
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    assert seen.preview.kind is FileKind.NEW
