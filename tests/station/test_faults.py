"""A fault at any statement, and disks that really refuse: said, and nothing lost."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Never

import pytest
from sqlalchemy.exc import DBAPIError

from packstation.cli.trouble import explain
from packstation.domain import outcomes as out
from packstation.domain.scans import Scan
from packstation.places import resources
from packstation.words.words import load
from tests.small_shop import CUP, MARTA, POT, found_shop
from tests.station.killed import Found, broken_promises, find, place
from tests.station.killing import ROOT, Fuse, Living, at_of, opened_at
from tests.station.stories import OPERATIONS, WITH_NOTES, inputs, shop_of

IN_A_LITTLE_ROOM = (
    'mount -t tmpfs -o size=2m tmpfs "$1" && cp "$2" "$1" && shift 2 && exec "$@"'
)


class Faulty:
    """A bench that fails at one moment of an operation, then is asked once more."""

    def __init__(self, folder: Path, story: str) -> None:
        self.home = folder
        self.story = story
        found_shop(folder, shop_of(story)).engine.dispose()
        self.opened = opened_at(folder)
        self.fuse = Fuse(0, _break)
        self.fuse.lay(self.opened.engine)
        living = Living(self.opened)
        living.station.resume()
        for number, given in enumerate(inputs(story)[:-1]):
            living.do(given, at_of(number))
        self.shop = self._at_rest()

    def fail_at(self, moment: int) -> tuple[Found, bool, Found]:
        """Before; whether it failed and the bench stood; after the second time."""
        before, living = self._begun()
        self.fuse.left = moment
        try:
            self._do(living)
        except (sqlite3.OperationalError, DBAPIError):
            stood = living.station.bench == before.bench
        else:
            return before, False, self._found()
        self.fuse.left = 0
        self._do(living)
        return before, stood, self._found()

    def once(self) -> Found:
        """As it ends when nothing fails."""
        _, living = self._begun()
        self.fuse.left = 0
        self._do(living)
        return self._found()

    def _begun(self) -> tuple[Found, Living]:
        place(self.home, self.shop)
        before = find(self.home)
        living = Living(self.opened)
        living.station.resume()
        return before, living

    def _do(self, living: Living) -> None:
        living.do(inputs(self.story)[-1], at_of(len(inputs(self.story)) - 1))

    def _found(self) -> Found:
        self.opened.engine.dispose()
        return find(self.home)

    def _at_rest(self) -> bytes:
        self.opened.engine.dispose()
        return (self.home / "packstation.db").read_bytes()


def _break() -> Never:
    raise sqlite3.OperationalError("disk I/O error")


def failures(faulty: Faulty) -> Iterator[tuple[Found, Found]]:
    """(before, after the second time) for each moment at which it can fail."""
    for moment in count(1):
        before, stood, after = faulty.fail_at(moment)
        if faulty.fuse.left > 0:
            return
        assert stood
        yield before, after


@pytest.mark.parametrize("story", [it for it in (*OPERATIONS, *WITH_NOTES) if it != "print"])
def test_whatever_statement_fails_the_same_input_can_be_given_again(
    tmp_path: Path, story: str
) -> None:
    faulty = Faulty(tmp_path, story)
    whole = faulty.once()
    ends = list(failures(faulty))
    assert len(ends) >= 8
    assert all(after == whole != before for before, after in ends)
    assert broken_promises(tmp_path) == []


@pytest.fixture
def living(tmp_path: Path) -> Iterator[Living]:
    """Marta with two pieces of order 1042 in the box."""
    found_shop(tmp_path).engine.dispose()
    living = Living(opened_at(tmp_path))
    living.station.resume()
    for number, code in enumerate((MARTA, "1042", POT, CUP)):
        living.do(code, at_of(number))
    yield living
    living.opened.engine.dispose()


def locked(living: Living) -> sqlite3.Connection:
    """Another program, in the middle of something."""
    other = sqlite3.connect(
        living.opened.settings.home / "packstation.db",
        isolation_level=None,
        check_same_thread=False,
    )
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_a_scan_waits_while_another_program_writes(living: Living) -> None:
    with closing(locked(living)) as other:
        Timer(0.3, other.rollback).start()
        step = living.station.receive(Scan(CUP, at_of(9)))
    assert step is not None
    assert isinstance(step.outcome, out.PieceOk)


def test_a_database_that_stays_locked_is_said_and_the_scan_can_be_repeated(
    living: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("packstation.store.engine._PATIENCE", 0.3)
    before = living.station.bench
    scan = Scan(CUP, at_of(9))
    with closing(locked(living)) as other:
        with pytest.raises(DBAPIError) as failed:
            living.station.receive(scan)
        assert living.station.bench == before
        other.rollback()
        step = living.station.receive(scan)
    assert explain(failed.value, load("en", resources())) == (
        "Another program keeps the database busy. Try again in a moment."
    )
    assert step is not None
    assert isinstance(step.outcome, out.PieceOk)


def suffering(cause: str, home: Path, *around: str) -> dict[str, object]:
    """What a bench in ``home`` told, as tests.station.suffering does it."""
    command = [sys.executable, "-m", "tests.station.suffering", cause, str(home)]
    done = subprocess.run(
        [*around, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder with the small shop that another person can be made the owner of."""
    with tempfile.TemporaryDirectory() as folder:
        found_shop(Path(folder)).engine.dispose()
        yield Path(folder)


only_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")


@only_posix
def test_a_file_that_may_not_grow_is_said_and_nothing_is_lost(open_to_all: Path) -> None:
    told = suffering("little_files", open_to_all)
    assert told == {
        "said": [
            (
                "The disk refuses (disk I/O error): it may be full or failing."
                " Nothing that was shown is lost."
            )
        ],
        "stood": True,
        "counted": 2,
        "given": told["given"],
        "written": told["given"],
    }


@only_posix
def test_a_folder_that_is_read_only_is_said_and_nothing_is_lost(open_to_all: Path) -> None:
    told = suffering("read_only", open_to_all)
    assert told == {
        "said": ["The data folder cannot be written to."],
        "stood": True,
        "counted": 2,
        "given": 5,
        "written": 5,
    }


def test_a_full_disk_is_said_and_nothing_is_lost(open_to_all: Path, tmp_path: Path) -> None:
    room = ("unshare", "-rm", "sh", "-c", IN_A_LITTLE_ROOM, "sh", str(tmp_path))
    shop = str(open_to_all / "packstation.db")
    if (
        shutil.which("unshare") is None
        or subprocess.run([*room, shop, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("this system lets nobody make a little disk")
    told = suffering("full_disk", tmp_path, *room, shop)
    assert told == {
        "said": [
            "The disk is full: make room, then scan again. Nothing that was shown is lost."
        ],
        "stood": True,
        "counted": 2,
        "given": told["given"],
        "written": told["given"],
    }
