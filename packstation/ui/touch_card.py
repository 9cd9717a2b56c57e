"""One suggested touch: its number key, its name, its because, and the two answers to it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import AnswerTouch, Reply
from packstation.domain.touches import TouchKind
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, MIDDLE_RIGHT, Run, height_of, width_of
from packstation.ui.look import (
    ACT,
    BOLD,
    CARD,
    EDGE,
    LABEL,
    LINE,
    NOTE,
    NOTE_EDGE,
    OK,
    OK_EDGE,
    OK_SOFT,
    SHADE,
    SMALL,
    SMALL_BUTTON,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WHITE,
    Type,
)
from packstation.ui.painted import Button, Painted, Weight, put

KEY, PAD, GAP = 34.0, 14.0, 12.0
LEAST, STACKED = 66.0, 126.0
ABOVE, ABOVE_BODY = 8.0, 12.0
"""Above the name: two lines without a body are just as high as the two answers."""
NOTE_NAME: Final = Type(21, BOLD)
POINT: Final = Type(19, leading=1.38)


@dataclass(frozen=True, slots=True)
class Density:
    """What there is room for: lines of the because, talking points, the last note."""

    because: int
    points: int
    said_before: bool


ROOMY: Final = Density(3, 3, said_before=True)
BARE: Final = Density(1, 0, said_before=False)
DENSITIES: Final = (
    ROOMY,
    Density(3, 3, said_before=False),
    Density(3, 2, said_before=False),
    Density(2, 1, said_before=False),
    Density(2, 0, said_before=False),
    BARE,
)
"""From roomy to bare: the reason of a touch is the last thing to be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A touch as it is shown, all of it already in words."""

    key: str
    kind: TouchKind
    number: int
    name: str
    because: str = ""
    points: tuple[str, ...] = ()
    said_before: str = ""
    give: str = ""
    decline: str = ""
    answer: str = ""
    """What became of it, in a word."""
    reply: Reply | None = None
    next: bool = False
    """The first that still waits for an answer."""


class TouchCard(Painted):
    """As high as ``height_at`` says, before and after its answer."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._density = ROOMY
        self.give = Button(parent=self)
        self.decline = Button(parent=self)
        self.give.clicked.connect(self._give)
        self.decline.clicked.connect(self._decline)

    def show_touch(self, asked: Asked, density: Density) -> None:
        if (asked, density) == (self._asked, self._density):
            return
        self._asked, self._density = asked, density
        self.give.say(asked.give, Weight.NEXT if asked.next else Weight.PLAIN)
        self.decline.say(asked.decline)
        self.give.setAccessibleName(f"{asked.give}: {asked.name}")
        self.decline.setAccessibleName(f"{asked.decline}: {asked.name}")
        for button in (self.give, self.decline):
            button.setVisible(asked.reply is None)
        parts = (str(asked.number), asked.name, asked.because, *asked.points, asked.answer)
        self.read_out(". ".join(part for part in parts if part))
        self.arrange()
        self.update()

    def arrange(self) -> None:
        if self._asked is None:
            return
        wide, right = _beside(self._asked, self._density), self.room.width() - PAD
        first, second = self.give.unit_width, self.decline.unit_width
        if _stacked(self._asked, self._density):
            put(self.give, QRectF(right - wide, 11, wide, SMALL_BUTTON))
            put(self.decline, QRectF(right - wide, 67, wide, SMALL_BUTTON))
            return
        top = (self.room.height() - SMALL_BUTTON) / 2
        put(self.give, QRectF(right - wide, top, first, SMALL_BUTTON))
        put(self.decline, QRectF(right - second, top, second, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        if self._asked is None:
            return
        asked = self._asked
        self._paint_plate(ink, asked)
        head, lines = _head(asked, self._density), self._density.because
        text = self._text_box(asked)
        high = height_of(head, text.width(), lines)
        body = _has_body(asked, self._density)
        top = ABOVE_BODY if body else (self.room.height() - high) / 2
        self._paint_key(ink, asked, top + high / 2)
        box = QRectF(text.left(), top, text.width(), high)
        ink.write(box, *head, lines=lines)
        self._paint_body(ink, asked, box)
        if asked.reply is not None:
            done = QRectF(
                text.right() + GAP, box.top(), _beside(asked, self._density), max(high, 26)
            )
            ink.write(done, Run(asked.answer, TEXT, SOFT), align=MIDDLE_RIGHT)

    def _paint_plate(self, ink: Ink, asked: Asked) -> None:
        match asked.reply:
            case Reply.GIVEN:
                ink.card(self.room, OK_SOFT, OK_EDGE, radius=12)
            case Reply.NOT_TODAY:
                ink.card(self.room, SHADE, LINE, radius=12)
            case None if asked.next:
                ink.card(self.room, CARD, ACT, pen=3, radius=12)
            case None:
                ink.card(self.room, CARD, LINE, radius=12)

    def _paint_key(self, ink: Ink, asked: Asked, middle: float) -> None:
        box = QRectF(PAD, middle - KEY / 2, KEY, KEY)
        if asked.reply is Reply.GIVEN:
            ink.card(box, OK, pen=0, radius=8)
            marks.tick(ink, box.adjusted(7, 7, -7, -7), WHITE)
        else:
            ink.card(box, CARD, EDGE, pen=2, radius=8)
            ink.write(box, Run(str(asked.number), TEXT_BOLD), align=CENTRE)

    def _paint_body(self, ink: Ink, asked: Asked, head: QRectF) -> None:
        top = head.bottom() + 6
        points = _points(asked, self._density)
        if points:
            box = QRectF(head.left(), top, head.width(), _points_height(points, head.width()))
            ink.dashed(box, NOTE, NOTE_EDGE)
            line = box.top() + 6
            for point in points:
                at = QRectF(box.left() + 13, line, box.width() - 24, 60)
                line = ink.write(at, point, lines=2).bottom()
            top = box.bottom() + 6
        if asked.said_before and self._density.said_before:
            said = Run(asked.said_before, SMALL, SOFT)
            ink.write(QRectF(head.left(), top, head.width(), 24), said)

    def _text_box(self, asked: Asked) -> QRectF:
        left = PAD + KEY + GAP
        return QRectF(
            left, 0, self.room.width() - left - _beside(asked, self._density) - GAP - PAD, 0
        )

    def _give(self) -> None:
        self._answer(Reply.GIVEN)

    def _decline(self) -> None:
        self._answer(Reply.NOT_TODAY)

    def _answer(self, reply: Reply) -> None:
        if self._asked is not None:
            self.answered.emit(AnswerTouch(self._asked.key, reply))


def height_at(asked: Asked, width: float, density: Density) -> float:
    """How high the card of ``asked`` is at ``width``."""
    inner = width - PAD - KEY - GAP - _beside(asked, density) - GAP - PAD
    edge = ABOVE_BODY if _has_body(asked, density) else ABOVE
    high = edge + height_of(_head(asked, density), inner, density.because) + edge
    points = _points(asked, density)
    if points:
        high += _points_height(points, inner) + 6
    if asked.said_before and density.said_before:
        high += SMALL.size * SMALL.leading + 6
    return max(high, STACKED if _stacked(asked, density) else LEAST)


def _head(asked: Asked, density: Density) -> tuple[Run, ...]:
    large = asked.kind is TouchKind.NOTE and density is ROOMY
    name = Run(asked.name, NOTE_NAME if large else TEXT_BOLD)
    return (name, Run("  " + asked.because, SMALL, SOFT)) if asked.because else (name,)


def _points(asked: Asked, density: Density) -> tuple[Run, ...]:
    return tuple(Run(f"· {point}", POINT) for point in asked.points[: density.points])


def _points_height(points: tuple[Run, ...], width: float) -> float:
    return sum(height_of((point,), width - 24, 2) for point in points) + 12


def _has_body(asked: Asked, density: Density) -> bool:
    said = asked.said_before and density.said_before
    return bool(_points(asked, density) or said)


def _stacked(asked: Asked, density: Density) -> bool:
    """Whether the two answers stand one above the other, beside a note's points."""
    return bool(_points(asked, density))


def _beside(asked: Asked, density: Density) -> float:
    """How wide the answers are; the same before and after."""
    give, decline = (width_of(Run(it, LABEL)) + 40 for it in (asked.give, asked.decline))
    return max(give, decline) if _stacked(asked, density) else give + decline + 8
