"""A computer on which packstation starts for the first time, as an owner sits before it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from packstation.assemble import BenchParts, Opened, open_bench, open_shop
from packstation.domain.office import Chapter
from packstation.domain.packing import Step
from packstation.domain.people import Person
from packstation.places import resources
from packstation.settings import BenchSettings, as_it_is_now
from packstation.ui.app import Desktop
from packstation.ui.bridge import Progress
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.page import Page
from packstation.words.words import Words, load
from tests.keystrokes import Keyboard
from tests.ui.rooms import office_of


class Beginning:
    """One bench with its window, and nothing behind it but a folder."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.qtbot = qtbot
        self.settings = BenchSettings(
            home=home, database=f"sqlite:///{home / 'packstation.db'}", language="en"
        )
        self.keyboard = Keyboard()
        self.steps: list[Step] = []
        self.desktop = self._start()

    def _start(self) -> Desktop:
        def load_bench(progress: Progress) -> BenchParts:
            return open_bench(as_it_is_now(self.settings), progress)

        def words_of(_: str) -> Words:
            return load("en", resources())

        here = Desktop(
            load_bench, words_of, lambda error, _: str(error), self.settings.pictures
        )
        here.bridge.stepped.connect(self.steps.append)
        here.filter.listen()
        self.qtbot.addWidget(here.window)
        here.window.resize(1366, 768)
        with self.qtbot.waitSignal(here.bridge.resumed, timeout=20_000):
            here.window.show()
        here.window.activateWindow()
        self.qtbot.waitUntil(here.window.isActiveWindow)
        return here

    def restart(self) -> None:
        self.leave()
        self.desktop = self._start()

    def leave(self) -> None:
        self.desktop.close()
        self.desktop.window.close()
        self.desktop.deleteLater()
        QApplication.sendPostedEvents(self.desktop, QEvent.Type.DeferredDelete)

    @property
    def office(self) -> OfficeScreen:
        return office_of(self.desktop.window.screens)

    def page(self, chapter: Chapter) -> Page:
        """The page of ``chapter``, opened as by a tap on its name."""
        self.tap(self.office.buttons[chapter])
        page = self.office.page
        assert page is not None
        return page

    def done(self, chapter: Chapter) -> bool:
        return self.office.buttons[chapter].done

    def tap(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(widget.isVisible)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def hit(self, key: Qt.Key) -> None:
        self.keyboard.pause()
        self.keyboard.press(key)

    def scan(self, *codes: str) -> None:
        """Each, and until its step is shown at whatever bench hears it."""
        here = self.desktop.practice or self.desktop
        for code in codes:
            with self.qtbot.waitSignal(here.bridge.stepped):
                self.keyboard.scan(code)

    def look(self) -> Opened:
        """The shop as another program finds it; whoever looks closes its engine."""
        return open_shop(self.settings)

    def people(self) -> tuple[Person, ...]:
        opened = self.look()
        with opened.read() as work:
            found = work.people.everybody()
        opened.engine.dispose()
        return found

    def parcels(self) -> int:
        opened = self.look()
        with opened.engine.connect() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM packings").scalar_one()
        opened.engine.dispose()
        return int(count)
