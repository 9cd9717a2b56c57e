"""The screens of one window, each made when it is first needed; one of them is up."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Free, Packing, Unattended
from packstation.domain.packing import Step
from packstation.domain.records import Parcel
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.free_screen import FreeScreen
from packstation.ui.parcel_screen import ParcelScreen
from packstation.ui.pictures import Pictures
from packstation.ui.sign_in_screen import SignInScreen
from packstation.ui.stop_screen import StopScreen
from packstation.words.phrases import loud
from packstation.words.words import Words

Screen = SignInScreen | FreeScreen | BenchScreen | StopScreen | ParcelScreen


class Screens(QStackedWidget):
    """``wished`` carries a Wish from any of them."""

    wished = Signal(object)
    expected = Signal(object)
    """What wish the next scan is, given the Scan; None: it is a scan like any other."""
    sought = Signal(str)
    retry_printing = Signal()
    left = Signal()
    """Whoever looked at a stop or a parcel has seen enough."""
    made = Signal(object)
    """A screen is new and knows nothing yet."""

    def __init__(self, pictures: Path, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = pictures
        self._pictures = Pictures(pictures)
        self._words = words
        self._made: list[Screen] = []
        self._people: tuple[str, ...] = ()

    @cached_property
    def sign_in(self) -> SignInScreen:
        screen = SignInScreen(self._words)
        screen.wished.connect(self.wished)
        self._add(screen)
        return screen

    @cached_property
    def free(self) -> FreeScreen:
        screen = FreeScreen()
        screen.wished.connect(self.wished)
        screen.panels.expected.connect(self.expected)
        screen.panels.search.sought.connect(self.sought)
        self._add(screen)
        return screen

    @cached_property
    def bench(self) -> BenchScreen:
        screen = BenchScreen(self._folder)
        screen.wished.connect(self.wished)
        screen.panels.expected.connect(self.expected)
        screen.panels.know_people(self._people)
        self._add(screen)
        return screen

    @cached_property
    def stop(self) -> StopScreen:
        screen = StopScreen(self._pictures)
        screen.left.connect(self.left)
        self._add(screen)
        return screen

    @cached_property
    def parcel(self) -> ParcelScreen:
        screen = ParcelScreen()
        screen.wished.connect(self.wished)
        screen.left.connect(self.left)
        self._add(screen)
        return screen

    def know_people(self, names: tuple[str, ...]) -> None:
        """Who works here, for whoever puts an order aside."""
        self._people = names
        for screen in self._made:
            if isinstance(screen, BenchScreen):
                screen.panels.know_people(names)

    def make_all(self) -> None:
        """Make them before somebody has to wait for one."""
        for screen in (self.free, self.bench, self.stop, self.parcel):
            screen.ensurePolished()

    @property
    def all_made(self) -> tuple[Screen, ...]:
        return tuple(self._made)

    @property
    def up(self) -> Screen | None:
        return next((it for it in self._made if it is self.currentWidget()), None)

    def screen_for(self, step: Step) -> Screen:
        """The one place that says which screen a step is shown on."""
        match step.bench, step.outcome:
            case ((Unattended() | Away()), _):
                return self.sign_in
            case _, (out.ReadTwice() | out.PlanShown()) if self.looked_at is not None:
                return self.looked_at  # neither a stutter nor a plan is the next good scan
            case _, (out.SlipShown() | out.PackedBefore(_, Parcel())):
                return self.parcel
            case _, outcome if loud(outcome):
                return self.stop
            case Free(), _:
                return self.free
            case Packing(), _:
                return self.bench

    @property
    def looked_at(self) -> StopScreen | ParcelScreen | None:
        """The screen that is up and waits to be left, if it is such a one."""
        up = self.up
        return up if isinstance(up, StopScreen | ParcelScreen) else None

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key that nothing had the focus for means something to the screen."""
        up = self.up
        return isinstance(up, BenchScreen | FreeScreen | ParcelScreen) and up.press(event)

    def put_up(self, screen: Screen) -> None:
        if self.currentWidget() is screen:
            return
        self.setCurrentWidget(screen)
        if isinstance(screen, SignInScreen):
            screen.ask_who()  # whoever typed a PIN before is gone
        # The screen, not a button: the space bar must not press what nobody chose.
        screen.setFocus()

    def _add(self, screen: Screen) -> None:
        screen.header.retry_printing.connect(self.retry_printing)
        self.addWidget(screen)
        self._made.append(screen)
        self.made.emit(screen)
