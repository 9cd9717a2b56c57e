"""What the office's pages are made of: Qt's own widgets in our look, as large as the window.

At a desk one fills in, compares and scrolls: Qt does that well, and is known to screen readers.
Every text is plain. Distances are in the units of packstation.ui.look.
"""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from packstation.ui.look import SMALL_BUTTON, SOFT, colour, scale_of
from packstation.ui.office.tick_box import paint_tick_box

LONGEST: Final = 300
"""Letters a field takes."""
GAP: Final = 14


class Kind(Enum):
    """How a text is set; its look is in style.py."""

    TITLE = "title"
    LEAD = "lead"
    TEXT = "text"
    STRONG = "strong"
    SOFT = "soft"
    GOOD = "good"
    CARE = "care"
    STOP = "stop"
    DONE = "done"
    """Something has come to a good end."""
    GRAVE = "grave"
    """A figure that nobody may overlook."""


class Stack(QBoxLayout):
    """Things below one another, or with ``across`` beside one another, so many units apart."""

    def __init__(self, gap: int = GAP, pad: int = 0, *, across: bool = False) -> None:
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        super().__init__(way)
        self._gap, self._pad = gap, pad
        self.fit(1.0)

    def fit(self, scale: float) -> None:
        pad = round(self._pad * scale)
        self.setContentsMargins(pad, pad, pad, pad)
        self.setSpacing(round(self._gap * scale))


class Label(QLabel):
    """A text, to the letter, on as many lines as it needs."""

    def __init__(self, kind: Kind = Kind.TEXT, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.say(text)

    def say(self, text: str, kind: Kind | None = None) -> None:
        """An empty text takes no room."""
        if kind is not None and kind is not self._kind:
            self._kind = kind
            self.setProperty("kind", kind.value)
            restyle(self)
        self.setText(text)
        if not text or self.parentWidget() is not None:
            self.setVisible(bool(text))  # before it has a place it would be a window of its own


class Push(QPushButton):
    """A button; ``leading`` is the one a page is about.

    A double click, or Enter held down, presses it once, unless it ``repeats``.
    """

    def __init__(self, *, leading: bool = False, repeats: bool = False) -> None:
        super().__init__()
        self._repeats = repeats
        self.setAutoDefault(False)
        self.setProperty("leading", leading)

    def say(self, label: str) -> None:
        self.setText(label.replace("&", "&&"))  # Qt would underline the letter behind it
        self.setAccessibleName(label)

    def lead(self, *, leading: bool) -> None:
        self.setProperty("leading", leading)
        restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does: elsewhere in the window it does too."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._repeats or not event.isAutoRepeat():
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a hand that clicks everything twice: one paper is wanted."""
        if self._repeats:
            super().mouseDoubleClickEvent(event)


class Field(QWidget):
    """One line to type in, under the word for it, with a remark below when there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.caption, self.remark = Label(Kind.STRONG), Label(Kind.SOFT)
        self.line = QLineEdit(maxLength=LONGEST)
        self.caption.setBuddy(self.line)
        self.setFocusProxy(self.line)
        stack = Stack(gap=4)
        for part in (self.caption, self.line, self.remark):
            stack.addWidget(part)
        self.setLayout(stack)

    def ask(self, caption: str, remark: str = "") -> None:
        self.caption.say(caption)
        self.line.setAccessibleName(caption)
        self.tell(remark)

    def tell(self, remark: str, kind: Kind = Kind.SOFT) -> None:
        """Say ``remark`` under the line: a help, or why this will not do."""
        self.remark.say(remark, kind)
        self.line.setAccessibleDescription(remark)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def fill(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)  # of a long text its beginning is what is seen


class Choice(QComboBox):
    """One of several; each has a value of its own beside its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an arrow of ours: a style that rounds the corners leaves none."""
        super().paintEvent(event)
        painter = QPainter(self)
        scale = scale_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(SOFT), 2.5 * scale))
        middle = QPointF(self.width() - 22 * scale, self.height() / 2)
        reach = QPointF(6 * scale, -3 * scale)
        tip = middle + QPointF(0, 3 * scale)
        painter.drawPolyline([middle + QPointF(-reach.x(), reach.y()), tip, middle + reach])
        painter.end()

    def offer(self, choices: tuple[tuple[object, str], ...], chosen: object) -> None:
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, value: object) -> None:
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)

    @property
    def chosen(self) -> object:
        return self.currentData()


class Tick(QCheckBox):
    """Yes or no."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a box of ours: a style that sizes the box leaves none that is empty."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = QStyle.SubElement.SE_CheckBoxIndicator
        room = QRectF(self.style().subElementRect(place, option, self))
        painter = QPainter(self)
        paint_tick_box(painter, room, scale_of(self), ticked=self.isChecked())
        painter.end()

    def say(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


class Bar(QProgressBar):
    """How far something is; ``share`` from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 1000)
        self.setTextVisible(False)

    def show_share(self, share: float) -> None:
        self.setValue(round(1000 * share))


class Card(QFrame):
    """A white card around what belongs together."""

    def __init__(self, gap: int = GAP, pad: int = 18) -> None:
        super().__init__()
        self.stack = Stack(gap, pad)
        self.setLayout(self.stack)


def row(*parts: QWidget, gap: int = GAP) -> Stack:
    """``parts`` beside one another, from the left."""
    stack = Stack(gap, across=True)
    for part in parts:
        stack.addWidget(part)
    stack.addStretch(1)
    return stack


def fit(root: QWidget, scale: float) -> None:
    """Have everything under ``root`` keep its distances at ``scale``."""
    for stack in root.findChildren(Stack):
        stack.fit(scale)
    for push in root.findChildren(QPushButton):
        push.setMinimumSize(QSize(round(SMALL_BUTTON * scale), round(SMALL_BUTTON * scale)))


def restyle(widget: QWidget) -> None:
    """Have a changed property seen by the style."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
