"""The window: tells each screen what it is told, in whose language, and what the keys wish.

It shows values and emits wishes; what they mean is decided elsewhere.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Bench, Free, Packing, Unattended
from packstation.domain.orders import Overview, Search
from packstation.domain.packing import Step
from packstation.domain.records import Parcel, Printing
from packstation.domain.scans import Undo
from packstation.domain.shop import Packer, Shop
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.failure_banner import HEIGHT as BANNER
from packstation.ui.failure_banner import FailureBanner
from packstation.ui.free_screen import FreeScreen
from packstation.ui.header import Heading
from packstation.ui.look import SMALLEST
from packstation.ui.notices import Notice, notice_of, what_waits
from packstation.ui.painted import put, unit_room
from packstation.ui.parcel_screen import ParcelScreen
from packstation.ui.screens import Screen, Screens
from packstation.ui.sign_in_screen import Doing
from packstation.words.card_phrases import bench as bench_named
from packstation.words.card_phrases import counted
from packstation.words.words import Words

CLOCK_MS: Final = 10_000


def _now() -> datetime:
    return datetime.now(UTC)


class Window(QWidget):
    """One bench: who is there, what is on it, and whether slips come out.

    It is a window of its own, or moves into an Opening that was painted before.
    """

    wished = Signal(object)  # a Wish
    expected = Signal(object)  # a wish by its scan, or None
    sought = Signal(str)
    retry_printing = Signal()
    painted_first = Signal()

    def __init__(
        self,
        words_of: Callable[[str], Words],
        pictures: Path,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__()
        self._words_of, self._now = words_of, now
        self._language, self._words = "", words_of("")
        self._shop: Shop | None = None
        self._name = ""
        self._people: tuple[Packer, ...] = ()
        self._overview: Overview | None = None
        self._printing = Printing()
        self._step: Step | None = None
        self.setWindowTitle("packstation")
        self.setMinimumSize(*SMALLEST)
        self.screens = Screens(pictures, self._words, self)
        self.failure = FailureBanner(self)
        self._join()
        self.screens.sign_in.setFocus()

    def _join(self) -> None:
        self.screens.wished.connect(self.wished)
        self.screens.expected.connect(self.expected)
        self.screens.sought.connect(self.sought)
        self.screens.retry_printing.connect(self.retry_printing)
        self.screens.left.connect(self.go_back)
        self.screens.help_asked.connect(lambda: self.screens.show_help(self._words))
        self.screens.made.connect(self._introduce)
        self.screens.currentChanged.connect(lambda _: self._tell_printing(self.screens.up))
        self.failure.changed.connect(self._share_room)
        self.screens.sign_in.installEventFilter(self)  # to hear of the first paint
        clock = QTimer(self)
        clock.timeout.connect(self._tell_time)
        clock.start(CLOCK_MS)

    # ---- what it is told

    @Slot(object, str)
    def show_shop(self, shop: Shop, bench: str) -> None:
        self._shop, self._name = shop, bench
        self.setWindowTitle(shop.brand.name)
        self._speak(self._language_of(None if self._step is None else self._step.bench))
        self.screens.bench.heading.name_bench(bench)
        self._tell_heading(self.screens.up)

    @Slot(object)
    def show_people(self, people: tuple[Packer, ...]) -> None:
        self._people = people
        self.screens.know_people(tuple(packer.name for packer in people))
        self.screens.sign_in.show_people(people, self._words)

    @Slot(object)
    def show_bench(self, bench: Bench) -> None:
        """Show the bench as it was left when the program stopped."""
        match bench:
            case Unattended():
                self._step = None
                self.screens.put_up(self.screens.sign_in)
            case Free(packer) | Packing(packer=packer):
                self.show_step(Step(bench, out.Resumed(packer.name)))
            case Away(packer):
                self.show_step(Step(bench, out.Locked(packer.name)))

    @Slot(object)
    def show_step(self, step: Step) -> None:
        self._step = step
        self._speak(self._language_of(step.bench))
        screen = self.screens.screen_for(step)
        self._tell_bench(step)
        self._tell_look(step, screen)
        self._tell_heading(screen)
        self.screens.put_up(screen)

    @Slot(object)
    def show_overview(self, overview: Overview) -> None:
        self._overview = overview
        if self._shop is not None:
            self.screens.free.show_overview(overview, self._words, self._shop, self._now())

    @Slot(object)
    def show_search(self, search: Search) -> None:
        self.screens.free.panels.search.show_search(search)

    @Slot(object)
    def show_printing(self, printing: Printing) -> None:
        self._printing = printing
        self._tell_printing(self.screens.up)  # the others hear of it when they come up
        self.screens.follow_paper()

    @Slot(float)
    def show_progress(self, share: float) -> None:
        """How far the demo shop is, from 0 to 1."""
        text = self._words("The demo shop is being furnished, just this once.")
        self.screens.sign_in.show_doing(Doing(text, share))

    @Slot(str)
    def show_failure(self, sentence: str) -> None:
        """Something of ours failed. The screen stays: what it shows is still true."""
        self.failure.show_failure(sentence, self._words)

    @Slot()
    def go_back(self) -> None:
        """Leave a stop or a parcel; nothing is lost by it."""
        match self._step:
            case Step(bench=Free()):
                self.screens.put_up(self.screens.free)
            case Step(bench=Packing()):
                self.screens.put_up(self.screens.bench)
            case _:
                self.screens.put_up(self.screens.sign_in)

    # ---- what it tells the screens

    def _tell_bench(self, step: Step) -> None:
        if isinstance(step.bench, Packing):
            self.screens.bench.heading.show_clock(self._now())
            self.screens.bench.show_step(step, self._words, self._zone)
            return
        notice = notice_of(step.outcome, self._words)
        match step.bench, step.outcome:
            case ((Unattended() | Away()), out.PinWrong(_, tries_left)):
                self.screens.sign_in.refuse(notice, again=tries_left > 0)
            case ((Unattended() | Away() as bench), _):
                waits = what_waits(bench, self._words)
                if waits.sentence and isinstance(step.outcome, out.Locked):
                    notice = Notice("")  # what waits here says more
                self.screens.sign_in.show_notice(notice, waits, self._words)
            case Free(packer), outcome:
                self.screens.free.show_step(packer, outcome, self._words)

    def _tell_look(self, step: Step, screen: Screen) -> None:
        match step.outcome:
            case out.ReadTwice() | out.PlanShown():
                pass  # it changes nothing of what is looked at
            case out.SlipShown(parcel) | out.PackedBefore(_, Parcel() as parcel):
                self.screens.parcel.show_parcel(parcel, step.outcome, self._words)
            case out.CopyPrints(parcel) | out.StillPrinting(parcel) | out.AsksIfOut(parcel):
                self.screens.parcel.show_parcel(parcel, step.outcome, self._words)
            case out.PrintsAgain(parcel) | out.CameOut(parcel) if isinstance(
                screen, ParcelScreen
            ):
                screen.show_parcel(parcel, step.outcome, self._words)
            case _ if screen is self.screens.__dict__.get("stop"):
                self.screens.stop.show_step(step, self._words, self._zone)

    def _tell_heading(self, screen: Screen | None) -> None:
        if screen is None or isinstance(screen, BenchScreen):
            return  # that one knows more than we do
        shop = self._shop.brand.name if self._shop is not None else "packstation"
        here = bench_named(self._name, self._words)
        match self._step:
            case Step(bench=Packing(packer=packer, order=order) as bench):
                title = self._words("Order {number}", number=order.number)
                done = counted(bench.in_box, order.pieces, self._words)
                says = Heading(title=title, beside=done, name=packer.name, bench=here)
            case Step(bench=Free(packer)):
                says = Heading(title=shop, beside=here, name=packer.name)
            case _:
                says = Heading(title=shop, beside=here)
        screen.header.show_heading(says)

    def _tell_time(self) -> None:
        match self._step:
            case Step(bench=Packing()):
                self.screens.bench.heading.show_clock(self._now())
            case Step(bench=Free()) if self._overview is not None:
                self.show_overview(self._overview)
            case _:
                pass

    def _tell_printing(self, screen: Screen | None) -> None:
        if screen is None:
            return
        screen.header.show_printing(self._printing, self._words)
        if isinstance(screen, FreeScreen):
            screen.show_printing(self._printing, self._words)

    @Slot(object)
    def _introduce(self, screen: Screen) -> None:
        self._tell_printing(screen)
        if isinstance(screen, BenchScreen):
            screen.heading.name_bench(self._name)
        self._tell_heading(screen)

    # ---- whose language, whose clock

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo("UTC") if self._shop is None else self._shop.zone

    def _language_of(self, bench: Bench | None) -> str:
        match bench:
            case Free(packer) | Packing(packer=packer):
                return packer.language
            case _:
                return "" if self._shop is None else self._shop.language

    def _speak(self, language: str) -> None:
        if language == self._language:
            return
        self._language, self._words = language, self._words_of(language)
        self.show_people(self._people)
        self.show_printing(self._printing)
        if self._overview is not None:
            self.show_overview(self._overview)

    # ---- keys, size, first paint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Z if control and isinstance(self.screens.up, BenchScreen):
                self.wished.emit(Undo())
            case Qt.Key.Key_Escape if self.failure.isVisible():
                self.failure.put_away()
            case _ if self.screens.press(event):
                pass
            case Qt.Key.Key_Escape if self.screens.looked_at is not None:
                self.go_back()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._after_first_paint)  # this event comes before it
        return super().eventFilter(watched, event)

    def _after_first_paint(self) -> None:
        self.painted_first.emit()
        self.screens.make_all()

    def _share_room(self) -> None:
        """The page gives way to a failure: nothing of it is covered."""
        room = unit_room(self)
        taken = 0.0 if self.failure.isHidden() else BANNER
        put(self.screens, room.adjusted(0, 0, 0, -taken))
        put(self.failure, QRectF(0, room.height() - BANNER, room.width(), BANNER))
