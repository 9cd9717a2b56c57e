"""What is wrong with a line or with the whole order: one tap tells it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.scans import Problem, PutBack, TellProblem
from packstation.ui.button import Button
from packstation.ui.entry import Entry
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import SMALL_BUTTON, SOFT, TEXT_BOLD, scale_of
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.ui.touch_keys import HEIGHT, TouchKeys
from packstation.words.words import Words

OPTION: Final = 64.0
LABEL_ROOM: Final = 46.0
PROBLEMS: Final = (Problem.MISSING, Problem.DAMAGED, Problem.WRONG_STOCK)
SUBSTITUTE, HOLD, PARK, LATER = 4, 5, 6, 7
"""Their number keys."""


@dataclass(frozen=True, slots=True)
class About:
    """The line a problem is about; no line when every piece is in."""

    position: int | None
    name: str = ""
    place: str = ""
    left: int = 0
    others: bool = False
    """Whether other lines miss pieces too."""

    @classmethod
    def on(cls, bench: Packing, position: int | None) -> "About":
        """``position`` if it still misses pieces, else the line that comes next."""
        if position is None or bench.left(position) < 1:
            position = bench.next_position
        if position is None:
            return cls(None)
        product = bench.product_at(position)
        others = sum(bench.left(n) > 0 for n in range(len(bench.counts))) > 1
        return cls(position, product.full_name, product.place, bench.left(position), others)


class ProblemPanel(Panel):
    """``further`` asks for a page by its number, ``turned`` for the line before or after."""

    further = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._about = About(None)
        self._whole = ""
        self._words: Words | None = None
        self.before, self.after = Button(parent=self, hint="↑"), Button(parent=self, hint="↓")
        self.options = tuple(Button(parent=self, hint=str(n)) for n in range(1, LATER + 1))
        self.reason = Entry(self)
        self.keys = TouchKeys(self)
        self.reason.type_on(self.keys)
        self.reason.touched.connect(self.unfold)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        for number, option in enumerate(self.options, start=1):
            option.clicked.connect(lambda _, number=number: self._take(number))

    @property
    def position(self) -> int | None:
        """The line it is about."""
        return self._about.position

    def ask(self, about: About, words: Words) -> None:
        self._about, self._words, self._whole = about, words, words("The whole order")
        self.keys.hide()
        self.before.say(words("Line before"))
        self.after.say(words("Next line"))
        self.reason.ask(words("A word on it, if you like"))
        for option, label in zip(self.options, _labels(words), strict=True):
            option.say(label)
        self.reason.setVisible(about.position is not None)
        self._show_buttons()
        self.entitle(*_head(about, words), words)

    def unfold(self) -> None:
        """Keys for the reason, in the place of what has to do with no reason."""
        if self._words is not None and self.reason.hasFocus():
            self.keys.show_keys(self._words)
            self._show_buttons()
            self.update()

    def _show_buttons(self) -> None:
        line, typing = self._about.position is not None, not self.keys.isHidden()
        for option in self.options[:SUBSTITUTE]:
            option.setVisible(line)
        for option in self.options[SUBSTITUTE:]:
            option.setVisible(not typing)
        for button in (self.before, self.after):
            button.setVisible(self._about.others and not typing)

    def press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Up if self._about.others:
                self.turned.emit(-1)
            case Qt.Key.Key_Down if self._about.others:
                self.turned.emit(1)
            case key if Qt.Key.Key_1 <= key < Qt.Key.Key_1 + LATER:
                self._take(key - Qt.Key.Key_0)
            case _:
                return False
        return True

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        wide = (room.width() - 2 * GAP) / 3
        columns = tuple(room.left() + n * (wide + GAP) for n in range(3))
        top = room.top()
        if self._about.position is not None:
            top = self._arrange_line(columns, wide, top) + LABEL_ROOM
        for left, option in zip(columns, self.options[SUBSTITUTE:], strict=True):
            put(option, QRectF(left, top, wide, OPTION))
        put(self.keys, QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT))

    def _arrange_line(self, columns: tuple[float, ...], wide: float, top: float) -> float:
        """What is about the line; the answer is where it ends."""
        for left, option in zip(columns, self.options[: SUBSTITUTE - 1], strict=True):
            put(option, QRectF(left, top, wide, OPTION))
        top += OPTION + GAP
        put(self.options[SUBSTITUTE - 1], QRectF(columns[0], top, wide, OPTION))
        typed = 2 * wide + GAP
        put(self.reason, QRectF(columns[1], top, typed, OPTION))
        top += OPTION + GAP
        if not self._about.others:
            return top
        for left, button in zip(columns, (self.before, self.after), strict=False):
            put(button, QRectF(left, top, wide, SMALL_BUTTON))
        return top + SMALL_BUTTON + GAP

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        if self._about.position is not None and self.keys.isHidden():
            first = self.options[HOLD - 1]
            top = first.y() / scale_of(self) - 32
            line = QRectF(self.below.left(), top, self.below.width(), 26)
            ink.write(line, Run(self._whole, TEXT_BOLD, SOFT))

    def _take(self, number: int) -> None:
        position, reason = self._about.position, self.reason.text().strip()
        if number == LATER:
            self.wished.emit(PutBack())
        elif number >= HOLD:
            self.further.emit(number)
        elif position is None:
            return
        elif number == SUBSTITUTE:
            self.further.emit(number)
        else:
            self.wished.emit(TellProblem(position, PROBLEMS[number - 1], reason))


def _labels(words: Words) -> tuple[str, ...]:
    return (
        words("Missing"),
        words("Damaged"),
        words("The stock is wrong"),
        words("Another instead…"),
        words("Hold it…"),
        words("Put it aside…"),
        words("Empty the box"),
    )


def _head(about: About, words: Words) -> tuple[str, str]:
    if about.position is None:
        return words("What is it?"), words("Every piece is in: this is about the whole order.")
    left = words.n("{n} is still out", "{n} are still out", about.left)
    told = " · ".join(part for part in (about.place, about.name, left) if part)
    return words("What is wrong?"), told
