"""Where panels come up, beside the work: one at a time, and a good scan takes it away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.scans import Scan, TypeCode, Wish
from packstation.ui.ask_panel import AskPanel, Question
from packstation.ui.button import Button
from packstation.ui.painted import Painted, focus_near, put
from packstation.ui.panel import Panel
from packstation.words.phrases import Tone, loud, tone
from packstation.words.words import Words


class Panels(Painted):
    """Each screen has its own; every one of them can ask a Question."""

    wished = Signal(object)
    changed = Signal()
    """One came up or went."""
    expected = Signal(object)
    """What wish the next scan is, given the Scan; None: it is a scan like any other."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.words = words
        self.up: Panel | None = None
        self.question = AskPanel(self)
        self._all: list[Panel] = []
        self.expecting = False
        self._openers: tuple[Button, ...] = ()
        self._before: QWidget | None = None
        self.take_in(self.question)

    def take_in(self, panel: Panel) -> None:
        """Have ``panel`` among those that may come up."""
        self._all.append(panel)
        panel.wished.connect(self.wished)
        panel.left.connect(self.close_panel)

    def open_from(self, *buttons: Button) -> None:
        """What comes up when one of these is tapped brings keys of its own."""
        self._openers += buttons

    def follow(self, outcome: out.Outcome, words: Words) -> None:
        """Only what asks for another try stays up."""
        self.words = words
        match outcome:
            case out.PlanShown() | out.ReadTwice():
                pass
            case _ if self.expecting or loud(outcome) or tone(outcome) is not Tone.CARE:
                self.close_panel()  # what was expected has come
            case _:
                pass

    def put_up(self, panel: Panel) -> None:
        if self.up is None:
            self._before = focus_near(self)
        elif self.up is not panel:
            self.up.hide()
        self.up = panel
        self.show()
        panel.show()
        self.changed.emit()
        panel.begin()
        if any(button.under_finger for button in self._openers):
            panel.unfold()

    def give_back_focus(self, screen: QWidget) -> None:
        """To whatever had it before a panel came up; else to ``screen``, where no key slips."""
        before, self._before = self._before, None
        usable = before is not None and before.isVisible() and before.isEnabled()
        (before if before is not None and usable else screen).setFocus()

    def ask(self, question: Question) -> None:
        self.expect(None)
        self.question.ask(question, self.words)
        self.put_up(self.question)

    def open_code(self) -> None:
        """For a code no scanner can read."""
        words = self.words
        self.ask(
            Question(
                title=words("Type the code"),
                advice=words("As it is printed under the bars."),
                field=words("Code"),
                send=words("Enter"),
                wish=TypeCode,
            )
        )

    def open_code_with(self, typed: str) -> None:
        """The same, for somebody who has begun to type it already."""
        self.open_code()
        self.question.field.insert(typed)

    def expect(self, wish_of: Callable[[Scan], Wish] | None) -> None:
        if wish_of is not None or self.expecting:
            self.expecting = wish_of is not None
            self.expected.emit(wish_of)

    def close_panel(self) -> None:
        if self.up is None:
            return
        self.up.hide()
        self.up = None
        self.hide()
        self.expect(None)
        self.changed.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the panel that is up."""
        if self.up is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.up.left.emit()
            return True
        return self.up.press(event) or bool(event.text())

    def arrange(self) -> None:
        for panel in self._all:
            put(panel, self.room)
