"""A panel that asks for a few words: a code read by eye, a reason, a name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import Wish
from packstation.ui.button import Button, Weight
from packstation.ui.entry import Entry
from packstation.ui.look import BUTTON
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.ui.touch_keys import HEIGHT, TouchKeys
from packstation.words.words import Words

FEWEST: Final = 180.0
"""How narrow the field may become beside its button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to ask, and the wish that an answer makes."""

    title: str
    advice: str = ""
    field: str
    """What belongs in the field."""
    send: str
    """What stands on the button."""
    wish: Callable[[str], Wish]
    optional: bool = False
    """Whether nothing at all is an answer too."""
    choices: tuple[str, ...] = ()
    """Answers that need no typing."""
    by_number: bool = False
    """Each choice has a number key; whatever else is typed goes into the field."""


class AskPanel(Panel):
    """A field, its button, and a button for each answer that is known beforehand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question: Question | None = None
        self._words: Words | None = None
        self.field = Entry(self)
        self.send = Button(parent=self, hint="⏎")
        self.choices: list[Button] = []
        self.keys = TouchKeys(self)
        self.field.type_on(self.keys)
        self.field.touched.connect(self.unfold)
        self.field.returnPressed.connect(self._send)
        self.field.textChanged.connect(self._follow)
        self.send.clicked.connect(self._send)

    def ask(self, question: Question, words: Words) -> None:
        self._question, self._words = question, words
        self.keys.hide()
        self.field.ask(question.field)
        self.send.say(question.send)
        while len(self.choices) < len(question.choices):
            self._add_choice()
        for n, button in enumerate(self.choices):
            button.setVisible(n < len(question.choices))
            button.say(question.choices[n] if n < len(question.choices) else "")
            button.hint_at(str(n + 1) if question.by_number else "")
        self._follow()
        self.entitle(question.title, question.advice, words)

    def begin(self) -> None:
        by_number = self._question is not None and self._question.by_number
        (self if by_number else self.field).setFocus()

    def press(self, event: QKeyEvent) -> bool:
        question = self._question
        if question is None or not question.by_number or not event.text().isprintable():
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(question.choices):
            self._wish(question.choices[number])
        elif event.text():
            self.field.setFocus()
            self.field.insert(event.text())
        return bool(event.text())

    def unfold(self) -> None:
        if self._words is not None:
            self.keys.show_keys(self._words)
            self.arrange()

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        wide = min(self.send.unit_width, room.width() - FEWEST)
        put(self.field, QRectF(room.left(), room.top(), room.width() - wide - GAP, BUTTON))
        put(self.send, QRectF(room.right() - wide, room.top(), wide, BUTTON))
        keys = QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT)
        put(self.keys, keys)
        below = room.adjusted(0, BUTTON + 2 * GAP, 0, 0)
        if not self.keys.isHidden():
            below.setBottom(keys.top() - GAP)
        self._arrange_choices(below)

    def _arrange_choices(self, room: QRectF) -> None:
        left, top = room.left(), room.top()
        wanted = 0 if self._question is None else len(self._question.choices)
        for button in self.choices[:wanted]:
            wide = min(button.unit_width, room.width())
            if left > room.left() and left + wide > room.right():
                left, top = room.left(), top + BUTTON + GAP
            put(button, QRectF(left, top, wide, BUTTON))
            left += wide + GAP
            button.setVisible(top + BUTTON <= room.bottom())  # else it can still be typed

    def _add_choice(self) -> None:
        button = Button(parent=self)
        button.clicked.connect(lambda: self._wish(button.label))
        self.choices.append(button)

    def _follow(self) -> None:
        self.send.say(self.send.label, Weight.NEXT if self._whole else Weight.RESTING)

    @property
    def _whole(self) -> bool:
        optional = self._question is not None and self._question.optional
        return optional or bool(self.field.text().strip())

    def _send(self) -> None:
        if self._whole:
            self._wish(self.field.text().strip())

    def _wish(self, answer: str) -> None:
        if self._question is not None:
            self.wished.emit(self._question.wish(answer))
