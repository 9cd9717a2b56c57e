"""``packstation backup``, ``restore`` and what ``check`` says of both."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.assemble import Opened
from packstation.cli import checkup
from packstation.devices.one_at_a_time import Hold
from tests.small_shop import found_shop

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def home() -> Path:
    return Path(os.environ["PACKSTATION_HOME"])


@pytest.fixture
def opened(home: Path) -> Opened:
    """A small shop where the command line looks for it."""
    home.mkdir()
    opened = found_shop(home)
    opened.engine.dispose()
    return opened


def told(capsys: Capture, code: int, *arguments: str) -> list[str]:
    assert main(("--language", "en", *arguments)) == code
    said = capsys.readouterr()
    return (said.err if code else said.out).splitlines()


@pytest.mark.usefixtures("opened")
def test_a_backup_goes_to_its_folder_and_says_what_is_in_it(
    home: Path, capsys: Capture
) -> None:
    (line,) = told(capsys, 0, "backup")
    (copy,) = (home / "backups").iterdir()
    assert line == f"{copy}: 5 orders, 0 parcels, checked."
    assert any(it.startswith("Last backup: ") for it in told(capsys, 0, "check"))


@pytest.mark.usefixtures("opened")
def test_a_backup_can_go_where_one_likes_and_come_back(
    tmp_path: Path, home: Path, capsys: Capture
) -> None:
    copy = tmp_path / "stick" / "shop.db"
    copy.parent.mkdir()
    told(capsys, 0, "backup", "--to", str(copy))
    with closing(sqlite3.connect(home / "packstation.db")) as shop, shop:
        shop.execute("UPDATE orders SET number = 'changed'")
    lines = told(capsys, 0, "restore", str(copy))
    assert lines[0] == "The shop is back: 5 orders, 0 parcels."
    assert "packstation-set-aside-" in lines[1]
    assert len(lines) == 2
    assert told(capsys, 0, "show", "1042")[0] == "Order 1042: waiting"


@pytest.mark.usefixtures("opened")
def test_a_folder_is_given_a_file_with_the_time_in_its_name(
    tmp_path: Path, capsys: Capture
) -> None:
    (line,) = told(capsys, 0, "backup", "--to", str(tmp_path))
    (copy,) = tmp_path.glob("packstation-*Z.db")
    assert str(copy) in line


@pytest.mark.usefixtures("opened")
def test_nothing_is_brought_back_under_an_open_window(
    tmp_path: Path, home: Path, capsys: Capture
) -> None:
    told(capsys, 0, "backup", "--to", str(tmp_path / "copy.db"))
    window = Hold.take(home / "window.lock")
    assert window is not None
    lines = told(capsys, 1, "restore", str(tmp_path / "copy.db"))
    window.release()
    assert lines == [f"The bench on {home} is open: close its window first."]


@pytest.mark.parametrize(
    "name, content, reason",
    [
        ("letter.db", b"Dear Marta", "is not a packstation database"),
        ("torn.db", b"SQLite format 3\0" + bytes(400), "torn.db is damaged"),
        ("none.db", None, "No such file"),
    ],
)
@pytest.mark.usefixtures("opened")
def test_what_cannot_be_brought_back_is_one_line(
    tmp_path: Path, capsys: Capture, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (line,) = told(capsys, 1, "restore", str(tmp_path / name))
    assert reason in line


@pytest.mark.usefixtures("opened")
def test_a_backup_of_a_newer_program_asks_for_an_update(
    tmp_path: Path, capsys: Capture
) -> None:
    copy = tmp_path / "copy.db"
    told(capsys, 0, "backup", "--to", str(copy))
    with closing(sqlite3.connect(copy)) as there, there:
        there.execute("UPDATE alembic_version SET version_num = '9999'")
    (line,) = told(capsys, 1, "restore", str(copy))
    assert "newer packstation (9999)" in line


def test_a_shop_that_does_not_open_can_be_brought_back(
    opened: Opened, tmp_path: Path, home: Path, capsys: Capture
) -> None:
    told(capsys, 0, "backup", "--to", str(tmp_path / "copy.db"))
    assert opened.settings.home == home
    (home / "packstation.db").write_bytes(b"only noise is left of it" * 400)
    (line,) = told(capsys, 1, "waiting")
    assert "packstation restore" in line
    told(capsys, 0, "restore", str(tmp_path / "copy.db"))
    assert told(capsys, 0, "show", "1042")[0] == "Order 1042: waiting"


@pytest.mark.parametrize("command", [("restore", "copy.db"), ("waiting",)])
def test_sqlite_on_a_share_is_refused_with_what_to_do_instead(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PACKSTATION_DATABASE", "sqlite://///server/share/packstation.db")
    (line,) = told(capsys, 1, *command)
    assert "network share (UNC)" in line
    assert "PostgreSQL" in line


def test_postgresql_has_its_own_way(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKSTATION_DATABASE", "postgresql://server/shop")
    (line,) = told(capsys, 1, "restore", "copy.db")
    assert "pg_dump" in line


@pytest.mark.usefixtures("opened")
def test_little_room_is_said_early(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "room", lambda _: 499_999_999)
    assert main(("--language", "en", "check")) == 1
    said = capsys.readouterr()
    assert "Free disk space: 499 MB" in said.out
    assert "Last backup: none yet" in said.out
    assert said.err.startswith("Only 499 MB of disk are free")
