"""A window keeps copies of its shop by itself, and nobody notices."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.assemble import BenchParts
from packstation.devices.printers import Folder
from packstation.places import resources
from packstation.ui.app import Desktop
from packstation.ui.bridge import Bridge
from packstation.words.words import Words, load
from tests.small_shop import found_shop


def _words(_: str) -> Words:
    return load("en", resources())


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    opened = found_shop(tmp_path)
    parts = BenchParts(opened, Folder(opened.settings.slips))
    here = Desktop(lambda _: parts, _words, lambda error, _: str(error), tmp_path)
    here.soon.setInterval(1)
    qtbot.addWidget(here.window)
    yield here
    here.close()


def test_a_copy_is_made_soon_after_the_bench_stands(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desktop.bridge.resumed):
        desktop.window.show()
    qtbot.waitUntil(lambda: len(list((tmp_path / "backups").glob("*Z.db"))) == 1)


def test_a_copy_that_fails_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    opened = found_shop(tmp_path)
    (tmp_path / "backups").write_text("a file where the folder should be")
    bridge = Bridge(lambda _: BenchParts(opened, Folder(opened.settings.slips)))
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    with qtbot.waitSignal(bridge.failed) as failed:
        bridge.keep_safe()
    assert isinstance(failed.args[0], OSError)
    bridge.close()
