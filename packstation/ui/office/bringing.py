"""The foot of the page: what of the file is history, and the button that brings the rest in."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from packstation.domain.intake import Stage
from packstation.ui.office.kit import Bar, Choice, Kind, Label, Push, Stack
from packstation.words.intake_phrases import stage
from packstation.words.words import Words

_FROM_TODAY, _WEEK, _MONTH, _ALL = 0, 7, 30, -1


class Bringing(QWidget):
    wanted = Signal()
    stopped = Signal()
    aged = Signal()
    """Another part of the file is history now."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._asks = True
        self.caption, self.history = Label(Kind.TEXT), Choice()
        self.caption.setWordWrap(False)
        self.caption.setBuddy(self.history)
        self.bar, self.stage = Bar(), Label(Kind.SOFT)
        self.bring, self.stop = Push(leading=True), Push()
        self.bring.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.stopped)
        self.history.activated.connect(lambda _: self.aged.emit())
        self._lay_out()

    def begin(self, words: Words) -> None:
        self.caption.say(words("Which orders have gone already?"))
        self.stop.say(words("Stop"))
        choices: tuple[tuple[object, str], ...] = (
            (None, words("None: all of them are to be packed")),
            (_FROM_TODAY, words("Those placed before today")),
            (_WEEK, words("Those older than a week")),
            (_MONTH, words("Those older than a month")),
            (_ALL, words("All of them: I only want the history")),
        )
        self.history.offer(choices, self.history.chosen)

    @property
    def history_before(self) -> date | None:
        """The day before which orders are history; None: none are."""
        days = self.history.chosen
        if not isinstance(days, int):
            return None
        return (
            self._today() + timedelta(days=1)
            if days == _ALL
            else self._today() - timedelta(days)
        )

    def ask_age(self, *, asked: bool) -> None:
        """Products are neither work nor history."""
        self._asks = asked

    def show_way(self, share: float, of: Stage, words: Words) -> None:
        self.bar.show_share(share)
        self.stage.say(stage(of, words))

    def offer(self, label: str, *, possible: bool) -> None:
        """Nothing runs: ``label`` says what the button does."""
        self._show(idle=True)
        for part in (self.caption, self.history):
            part.setVisible(possible and self._asks)
        self.bring.say(label)
        self.bring.setVisible(bool(label))
        self.bring.setEnabled(possible)
        self._show_bar(shown=False)

    def try_out(self, label: str) -> None:
        """The file is being read; who does not want to wait for it need not."""
        self.offer(label, possible=True)
        self._show_bar(shown=True)

    def run(self) -> None:
        """The file is coming in."""
        self._show(idle=False)
        self.bring.hide()
        self._show_bar(shown=True)
        self.stop.setFocus()

    def reveal(self) -> None:
        """Have the foot of the page in sight."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            # Once the new things have got their places.
            QTimer.singleShot(0, around, lambda: around.ensureWidgetVisible(self))

    def _show(self, *, idle: bool) -> None:
        self.caption.setVisible(idle and self._asks)
        self.history.setVisible(idle and self._asks)
        self.stop.setVisible(not idle)

    def _show_bar(self, *, shown: bool) -> None:
        self.bar.show_share(0.0)
        self.stage.say("")
        self.bar.setVisible(shown)

    def _lay_out(self) -> None:
        way, ages, pushes = Stack(gap=6), Stack(across=True), Stack(across=True)
        way.addWidget(self.bar)
        way.addWidget(self.stage)
        ages.addWidget(self.caption)
        ages.addWidget(self.history, 1)
        pushes.addStretch(1)
        for push in (self.stop, self.bring):
            pushes.addWidget(push)
        whole = Stack()
        for part in (ages, way, pushes):
            whole.addLayout(part)
        self.setLayout(whole)
