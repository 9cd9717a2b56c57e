"""A window at a bench, with our own faces and a clock that stands still."""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from packstation.places import resources
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.look import install_fonts
from packstation.ui.window import Window
from packstation.words.words import Words, load
from tests import making as made
from tests.ui.hand import Hand
from tests.ui.watch import Watch


@pytest.fixture(scope="session", autouse=True)
def _our_faces(qapp: QApplication) -> None:
    """Without them, texts would be as wide as this machine's own fonts make them."""
    assert qapp is not None
    install_fonts()


@pytest.fixture(autouse=True)
def _closed_windows_go(qapp: QApplication) -> Iterator[None]:
    """Only a running event loop deletes them; a thousand of them are gigabytes."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class _Exclaimed(NullTranslations):
    """A language that is told from English at once, whatever the catalogues hold."""

    def gettext(self, message: str) -> str:
        return f"¡{message}"


@lru_cache
def _words_of(language: str) -> Words:
    return Words("es", _Exclaimed()) if language == "es" else load("en", resources())


@pytest.fixture
def english() -> Words:
    return load("en", resources())


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Bench 2 of Casa Azul, which speaks English, at 13:11."""
    here = Window(
        _words_of,
        tmp_path,
        lambda: made.NOON + timedelta(minutes=3),
    )
    qtbot.addWidget(here)
    here.resize(1366, 768)
    here.show()
    here.show_shop(made.a_shop(language="en"), "2")
    here.show_people((made.a_packer(language="en"), made.a_packer(id=2, name="Joan")))
    yield here
    here.close()


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[BenchScreen]:
    """The screen one packs at, by itself, at noon."""
    shown = BenchScreen(tmp_path)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.heading.show_clock(made.NOON)
    shown.show()
    yield shown
    shown.hide()


@pytest.fixture
def hand(window: Window, qtbot: QtBot) -> Iterator[Hand]:
    it = Hand(window, qtbot)
    it.filter.listen()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield it
    it.filter.rest()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Watch]:
    watch = Watch(qtbot, QWidget())
    yield watch
    watch.filter.rest()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[Watch]:
    """The same in a dialog that confirms with Enter."""
    window = QDialog()
    watch = Watch(qtbot, window)
    watch.button.setDefault(True)
    yield watch
    watch.filter.rest()
