"""The scene every feature plays on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.ui.look import install_fonts
from tests.features.scene import Scene
from tests.small_shop import found_shop


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    install_fonts()
    opened = found_shop(tmp_path)
    scene = Scene(qtbot, opened, tmp_path / "slips")
    yield scene
    scene.leave()
    opened.engine.dispose()
