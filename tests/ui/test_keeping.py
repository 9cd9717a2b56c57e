"""A window keeps copies of its shop by itself, and nobody notices."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.assemble import open_bench
from packstation.ui.bridge import Bridge, Progress
from tests.small_shop import found_shop


@pytest.fixture
def bridge(tmp_path: Path) -> Bridge:
    opened = found_shop(tmp_path)
    opened.engine.dispose()

    def load(progress: Progress) -> object:
        return open_bench(opened.settings, progress)

    return Bridge(load)  # type: ignore[arg-type] # BenchParts are Parts


def test_a_copy_is_made_once_the_bench_stands(
    bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bridge.resumed):
        bridge.open()
    qtbot.waitUntil(lambda: len(list((tmp_path / "backups").glob("*Z.db"))) == 1)
    bridge.close()


def test_a_copy_that_fails_is_said(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with qtbot.waitSignal(bridge.failed) as failed:
        bridge.open()
    assert isinstance(failed.args[0], OSError)
    bridge.close()
