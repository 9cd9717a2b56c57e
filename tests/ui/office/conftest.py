"""The page where orders come in, in a window of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from packstation.places import resources
from packstation.ui.office.chapters import add_chapters
from packstation.ui.office.kit import fit
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.orders_page import OrdersPage
from packstation.ui.office.style import sheet
from packstation.words.words import Words, load
from tests.station.bringing import an_engine
from tests.ui.office.ordering import Office


@pytest.fixture
def page(qtbot: QtBot, english: Words) -> Iterator[OrdersPage]:
    page = OrdersPage(lambda: date(2026, 11, 22))
    around = QScrollArea()
    around.setWidget(page)
    around.setWidgetResizable(True)
    around.setStyleSheet(sheet(1.0))
    qtbot.addWidget(around)
    around.resize(1066, 630)
    page.begin(english)
    fit(around, 1.0)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    yield page
    around.close()


@pytest.fixture
def office(page: OrdersPage, tmp_path: Path) -> Iterator[Office]:
    engine = an_engine(tmp_path)
    yield Office(page, engine, tmp_path / "pictures")
    engine.dispose()


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[OfficeScreen]:
    here = OfficeScreen(load("en", resources()))
    add_chapters(here)
    qtbot.addWidget(here)
    here.resize(1366, 768)
    here.show()
    here.activateWindow()
    qtbot.waitUntil(here.isActiveWindow)
    yield here
    here.close()


@pytest.fixture
def asked(screen: OfficeScreen) -> list[object]:
    """Every errand that was asked for, but for looking."""
    errands: list[object] = []
    screen.asked.connect(lambda errand, _: errands.append(errand))
    return errands
