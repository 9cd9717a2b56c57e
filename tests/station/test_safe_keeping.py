"""Copies at each start and daily, thinned out, and a way back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from alembic.util import CommandError
from sqlalchemy import text

from packstation.assemble import BenchParts, Opened, open_shop
from packstation.devices.one_at_a_time import Hold
from packstation.devices.printers import Folder
from packstation.domain.safe_keeping import BeingCopied, KeptByServer
from packstation.station.safe_keeping import SafeKeeping, restore
from packstation.store.engine import open_engine
from packstation.store.upgrade import is_current
from tests.small_shop import NOW, ORDERS, found_shop

DAY = timedelta(days=1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


def kept(opened: Opened) -> list[str]:
    return sorted(it.name for it in (opened.settings.home / "backups").iterdir())


def test_each_start_makes_a_copy_and_each_day_one_more(opened: Opened) -> None:
    parts = BenchParts(opened, Folder(opened.settings.slips))
    parts.keep_safe(NOW)
    parts.keep_safe(NOW + timedelta(hours=23))
    parts.keep_safe(NOW + DAY)
    again = BenchParts(opened, Folder(opened.settings.slips))
    again.keep_safe(NOW + DAY + timedelta(hours=2))
    assert kept(opened) == [
        "packstation-2026-11-20T100000Z.db",
        "packstation-2026-11-21T120000Z.db",  # of one day the newest stays
    ]


def test_the_last_copy_is_known_by_its_name(opened: Opened) -> None:
    keeping = SafeKeeping(opened.engine, opened.settings.home)
    assert keeping.last() is None
    keeping.keep(NOW)
    assert SafeKeeping(opened.engine, opened.settings.home).last() == NOW


def test_a_year_of_days_leaves_few_copies_and_nobody_elses_files(opened: Opened) -> None:
    keeping = SafeKeeping(opened.engine, opened.settings.home)
    folder = opened.settings.home / "backups"
    folder.mkdir()
    for name in ("my own.db", "packstation-old.db", "packstation-2025-01-01T000000Z.db"):
        (folder / name).touch()
    for day in range(40):
        (folder / f"packstation-{NOW - day * DAY:%Y-%m-%dT%H%M%SZ}.db").touch()
    keeping.keep(NOW)
    assert len(kept(opened)) == 2 + 14 + 4
    assert {"my own.db", "packstation-old.db"} < set(kept(opened))


def test_what_a_killed_copy_left_is_swept(opened: Opened) -> None:
    folder = opened.settings.home / "backups"
    folder.mkdir()
    (folder / "packstation-2026-11-19T100000Z.db.unfinished").touch()
    SafeKeeping(opened.engine, opened.settings.home).keep(NOW)
    assert kept(opened) == ["packstation-2026-11-20T100000Z.db"]


def test_two_copies_are_not_made_at_once(opened: Opened) -> None:
    hold = Hold.take(opened.settings.home / "backup.lock")
    assert hold is not None
    with pytest.raises(BeingCopied):
        SafeKeeping(opened.engine, opened.settings.home).keep(NOW)
    BenchParts(opened, Folder(opened.settings.slips)).keep_safe(NOW)  # no failure of the bench
    hold.release()


def test_a_window_that_closes_does_not_wait_for_a_copy(opened: Opened) -> None:
    parts = BenchParts(opened, Folder(opened.settings.slips))
    parts.stop_keeping()
    copying = Thread(target=parts.keep_safe, args=(NOW,))
    copying.start()
    copying.join(timeout=5)
    assert not copying.is_alive()
    assert kept(opened) == []


def test_before_an_upgrade_the_old_shop_is_kept_for_good(opened: Opened) -> None:
    with opened.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(CommandError, match="0000"):  # there never was such a version
        open_shop(opened.settings)
    (name,) = kept(opened)
    assert name.startswith("packstation-before-upgrade-")
    with opened.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    SafeKeeping(opened.engine, opened.settings.home).keep(NOW)
    assert name in kept(opened)


def test_a_new_shop_has_nothing_to_keep_before_it_is_founded(tmp_path: Path) -> None:
    settings = found_shop(tmp_path).settings
    (tmp_path / "packstation.db").unlink()
    fresh = open_shop(settings)
    assert is_current(fresh.engine)
    assert not (tmp_path / "backups").exists()


def test_a_copy_brought_back_keeps_the_shop_of_before_beside_the_copies(
    opened: Opened,
) -> None:
    made = SafeKeeping(opened.engine, opened.settings.home).keep(NOW)
    opened.engine.dispose()
    back = restore(made.file, opened.settings.database, opened.settings.home, NOW)
    assert back.tally.orders == len(ORDERS)
    assert back.aside is not None
    assert back.aside.name == "packstation-set-aside-2026-11-20T100000Z.db"
    assert back.aside.name in kept(opened)


def test_a_server_keeps_its_shop_itself(tmp_path: Path) -> None:
    keeping = SafeKeeping(open_engine("sqlite://"), tmp_path)
    assert not keeping.due(NOW)
    with pytest.raises(KeptByServer):
        keeping.keep(NOW)
    with pytest.raises(KeptByServer):
        restore(tmp_path / "copy.db", "postgresql://server/shop", tmp_path, NOW)
