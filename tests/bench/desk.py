"""The real window at a real bench, with somebody beside it who holds a stopwatch."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from packstation.assemble import BenchParts, Opened, open_shop
from packstation.devices.printers import Submitted
from packstation.domain.bench import Packing
from packstation.domain.outcomes import PlanShown, Sealed
from packstation.domain.packing import Step
from packstation.domain.scans import AnswerTouch, PutBack, Reply, Scan, Seal, Wish
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.store.work import Work
from packstation.ui.app import Desktop
from packstation.words.words import Words, load
from tests.bench.floors import HEIGHT, WIDTH
from tests.bench.shop import BenchShop

PATIENCE: Final = 20.0
PATIENCE_MS: Final = 20_000
_TURNS: Final = 4


@dataclass(slots=True)
class Watch:
    """When each thing happened, by ``perf_counter``."""

    scanned: float = 0.0
    committing: float = 0.0
    committed: float = 0.0
    shown: float = 0.0
    painted: float = 0.0


class WatchedWork(Work):
    """Work that says when it commits first."""

    def __init__(self, opened: Opened, watch: Watch) -> None:
        super().__init__(opened.engine, opened.settings.bench)
        self._watch = watch

    def commit(self) -> None:
        watch, committing = self._watch, perf_counter()
        super().commit()
        if not watch.committed:
            watch.committing, watch.committed = committing, perf_counter()


class Eye(QObject):
    """Sees when what was asked of a window has been painted, to the end of all paintEvents."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._painted = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is not QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        watched.event(event)  # paints all that is due, and returns when it is done
        if not self._painted:
            self._painted = perf_counter()
        return True

    def forget(self) -> None:
        self._painted = 0.0

    def painted(self) -> float:
        """When it was first painted since ``forget``; waits until it is."""
        wait_until(lambda: self._painted > 0)
        return self._painted


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window live until then, asleep while nothing happens, as it is all day."""
    end = perf_counter() + PATIENCE
    alarm = QTimer()  # or a sleep in which nothing ever happens again would be for good
    alarm.start(PATIENCE_MS)
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if perf_counter() > end:
            raise TimeoutError("the window stands still: does something above say why?")


class Desk:
    """One real window with Marta in front of it, open until ``close``."""

    def __init__(
        self,
        shop: BenchShop,
        *,
        keeps: bool = False,
        ready: Callable[[], None] | None = None,
    ) -> None:
        """``keeps``: the shop is copied beside the work, as at every start."""
        self._keeps = keeps
        self._watch = Watch()
        self._steps: list[Step] = []
        self._at = datetime.now(UTC)
        self._settings = BenchSettings(home=shop.home, database=shop.url)
        self._desktop = Desktop(self._load, words_of, _explain, shop.pictures)
        window = self._desktop.window
        self._desktop.bridge.stepped.connect(self._note)
        self._desktop.bridge.overview.connect(self._look_up)
        if ready is not None:
            self._desktop.bridge.resumed.connect(lambda _: ready())
        self._overviews = 0
        self._desktop.filter.listen()
        window.resize(WIDTH, HEIGHT)
        window.show()
        self._eye = Eye(window)
        self.rest()

    def open(self, code: str) -> Watch:
        """Scan a whole order; the answer is kept until the next input."""
        watch = self._scan(code)
        wait_until(lambda: any(isinstance(it.outcome, PlanShown) for it in self._steps))
        return watch

    def scan(self, code: str) -> Watch:
        return self._scan(code)

    def put_back(self) -> None:
        """Leave the order, and let the free screen come to rest."""
        counted = self.packing.in_box > 0
        self._begin()
        self._overviews = 0
        self._desktop.bridge.wish(PutBack())
        if counted:  # the first only asks
            self._desktop.bridge.wish(PutBack())
        self.rest()

    def pack(self, order: str, codes: dict[int, str]) -> None:
        """A whole parcel, until its slip is on its way and the free screen is painted."""
        self.open(order)
        for line in self.packing.order.lines:
            for _ in range(line.quantity):
                self.scan(codes[line.product.id])
        for it in self.packing.open_touches:
            self.wish(AnswerTouch(it.touch.key, Reply.GIVEN))
        self._overviews = 0
        outcome = self.wish(Seal()).outcome
        if not isinstance(outcome, Sealed):
            raise TypeError(outcome)
        self.rest()

    def wish(self, wish: Wish) -> Step:
        """Press a button; what came of it."""
        self._begin()
        self._desktop.bridge.wish(wish)
        wait_until(lambda: bool(self._steps))
        return self._steps[-1]

    def rest(self) -> None:
        """Until all that comes after the last input by itself is over, painting too."""
        wait_until(lambda: self._overviews > 0)
        self._eye.painted()

    @property
    def packing(self) -> Packing:
        """The order in hand. Raises when there is none."""
        match self._steps[-1].bench:
            case Packing() as bench:
                return bench
            case other:
                raise TypeError(other)

    def close(self) -> None:
        self._desktop.close()
        self._desktop.window.close()

    def _scan(self, code: str) -> Watch:
        for _ in range(_TURNS):  # hands take longer than what a bench still does by itself
            QApplication.processEvents()
        watch = self._begin()
        self._at += timedelta(seconds=1)  # nothing is a stutter
        watch.scanned = perf_counter()
        self._desktop.bridge.receive(Scan(code, self._at))
        wait_until(lambda: watch.shown > 0)
        watch.painted = self._eye.painted()
        return watch

    def _begin(self) -> Watch:
        self._watch = Watch()
        self._steps.clear()
        return self._watch

    def _note(self, step: Step) -> None:
        self._steps.append(step)
        if not self._watch.shown:  # the bridge tells the screen before it tells us
            self._watch.shown = perf_counter()
            self._eye.forget()

    def _look_up(self, _: object) -> None:
        self._overviews += 1
        self._eye.forget()

    def _load(self, progress: Callable[[float], None]) -> BenchParts:
        opened = open_shop(self._settings, progress)
        watched = _WatchedShop(opened.settings, opened.engine, opened.shop, lambda: self._watch)
        return (BenchParts if self._keeps else _NoCopies)(watched, _NoPrinter())


class _NoCopies(BenchParts):
    """A copy of the shop is made once a day: it would be in one figure and not in the next."""

    def keep_safe(self, now: datetime) -> None:
        del now


class _NoPrinter:
    """Takes every slip and keeps none."""

    name = ""

    def submit(self, pdf: bytes, title: str) -> Submitted:
        del pdf
        return Submitted(title)


def words_of(language: str) -> Words:
    return load(language or "es", resources())


def _explain(error: Exception, words: Words) -> str:
    del words
    return repr(error)


@dataclass(frozen=True, slots=True)
class _WatchedShop(Opened):
    watch: Callable[[], Watch]

    def write(self) -> Work:
        return WatchedWork(self, self.watch())
