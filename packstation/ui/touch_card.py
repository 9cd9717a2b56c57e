"""One suggested touch: its number key, its name, its because, and the two answers to it."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import AnswerTouch, Reply
from packstation.domain.touches import TouchKind
from packstation.ui import marks
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, MIDDLE_RIGHT, Run, height_of, width_of
from packstation.ui.link_button import LinkButton, link_width
from packstation.ui.look import (
    ACT,
    BOLD,
    CARD,
    EDGE,
    INK,
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
    scale_of,
)
from packstation.ui.painted import Painted, put
from packstation.ui.touch_asked import BARE, ROOMY, Asked, Density

KEY, PAD, GAP = 34.0, 14.0, 12.0
LEAST, STACKED = 66.0, 126.0
ABOVE, ABOVE_BODY = 8.0, 12.0
"""Above the name: two lines without a body are just as high as the two answers."""
NOTE_NAME: Final = Type(21, BOLD)
DRAFTS_KEY: Final = "F4"
LINE_HEIGHT: Final = SMALL.size * SMALL.leading
POINT: Final = Type(19, leading=1.38)


class TouchCard(Painted):
    """As high as ``height_at`` says, before and after its answer."""

    answered = Signal(object)
    drafts_asked = Signal()
    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._density = ROOMY
        self._expected = False
        self.give = Button(parent=self)
        self.decline = Button(parent=self)
        self.give.clicked.connect(self._give)
        self.decline.clicked.connect(self._decline)
        self.drafts = LinkButton(self, hint=DRAFTS_KEY)
        self.drafts.clicked.connect(self.drafts_asked)

    def show_touch(self, asked: Asked, density: Density) -> None:
        if (asked, density) == (self._asked, self._density):
            return
        self._asked, self._density = asked, density
        self.give.say(asked.give, Weight.NEXT if asked.next else Weight.PLAIN)
        self.decline.say(asked.decline)
        self.give.setAccessibleName(f"{asked.give}: {asked.name}")
        self.decline.setAccessibleName(f"{asked.decline}: {asked.name}")
        self.give.setVisible(asked.reply is None)
        self.decline.setVisible(asked.reply is None or asked.own)
        self.drafts.say(_way_to_drafts(asked, density))
        self.drafts.setAccessibleName(f"{asked.drafts}: {asked.name}")
        leads = bool(asked.drafts) and asked.reply is None
        self.drafts.setVisible(leads and density is not BARE)
        parts = (str(asked.number), asked.name, asked.because, *asked.points, asked.answer)
        self.read_out(". ".join(part for part in parts if part))
        self.arrange()
        self.update()

    def expect(self, number: int) -> None:
        """Show on its key whether ``number`` has been typed, and may be meant for it."""
        asked = self._asked
        expected = asked is not None and asked.reply is None and asked.number == number
        if expected is not self._expected:
            self._expected = expected
            self.update()

    def arrange(self) -> None:
        if self._asked is None:
            return
        self._arrange_drafts(self._asked)
        wide, right = _beside(self._asked, self._density), self.room.width() - PAD
        first, second = self.give.unit_width, self.decline.unit_width
        if _stacked(self._asked, self._density):
            put(self.give, QRectF(right - wide, 11, wide, SMALL_BUTTON))
            put(self.decline, QRectF(right - wide, 67, wide, SMALL_BUTTON))
            return
        top = (self.room.height() - SMALL_BUTTON) / 2
        put(self.give, QRectF(right - wide, top, first, SMALL_BUTTON))
        put(self.decline, QRectF(right - second, top, second, SMALL_BUTTON))

    def _arrange_drafts(self, asked: Asked) -> None:
        """Behind what was said before: the line is low, so it reaches over its edges."""
        room = self._text_box(asked)
        if not _has_line(asked, self._density):
            left, top = room.right() + GAP, (self.room.height() - SMALL_BUTTON) / 2
            put(self.drafts, QRectF(left, top, self.drafts.unit_width, SMALL_BUTTON))
            return
        said = asked.said_before if self._density.said_before else ""
        before = width_of(Run(said + "  ", SMALL)) if said else 0.0
        wide = self.drafts.unit_width
        left = min(room.left() + before, room.right() - wide) - 4
        middle = self.room.height() - ABOVE_BODY - LINE_HEIGHT / 2
        top = middle - SMALL_BUTTON / 2
        put(self.drafts, QRectF(max(left, room.left() - 4), top, wide, SMALL_BUTTON))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What a note could say leads to its drafts; the because of any touch, to why."""
        asked = self._asked
        if asked is not None and self._leads_to_drafts(asked, event.position().y()):
            self.drafts_asked.emit()
        elif asked is not None:
            self.why_asked.emit()
        super().mousePressEvent(event)

    def _leads_to_drafts(self, asked: Asked, down: float) -> bool:
        """Where there is no room for the link, the name of the note leads there as well."""
        if not asked.drafts or asked.reply is not None:
            return False
        head = height_of(
            _head(asked, self._density), self._text_box(asked).width(), self._density.because
        )
        below = down / scale_of(self) > ABOVE_BODY + head
        return below or not _has_body(asked, self._density)

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
            beside = text.right() + _link_beside(asked, self._density) + GAP
            wide = _beside(asked, self._density) - _back(asked)
            done = QRectF(beside, box.top(), wide, max(high, 26))
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
            down = self._expected and asked.reply is None
            ink.card(box, ACT if down else CARD, ACT if down else EDGE, pen=2, radius=8)
            key = Run(str(asked.number), TEXT_BOLD, WHITE if down else INK)
            ink.write(box, key, align=CENTRE)

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
            wide = head.width()
            if asked.drafts and asked.reply is None:
                wide -= self.drafts.unit_width + 4
            ink.write(QRectF(head.left(), top, wide, 24), said)

    def _text_box(self, asked: Asked) -> QRectF:
        left = PAD + KEY + GAP
        wide = self.room.width() - left - _beside(asked, self._density) - GAP - PAD
        return QRectF(left, 0, wide - _link_beside(asked, self._density), 0)

    def _give(self) -> None:
        self._answer(Reply.GIVEN)

    def _decline(self) -> None:
        self._answer(Reply.NOT_TODAY)

    def _answer(self, reply: Reply) -> None:
        if self._asked is not None:
            self.answered.emit(AnswerTouch(self._asked.key, reply))


def height_at(asked: Asked, width: float, density: Density) -> float:
    """How high the card of ``asked`` is at ``width``."""
    asked = replace(asked, reply=None)  # it keeps its height, though then less is beside
    inner = width - PAD - KEY - GAP - _beside(asked, density) - GAP - PAD
    inner -= _link_beside(asked, density)
    edge = ABOVE_BODY if _has_body(asked, density) else ABOVE
    high = edge + height_of(_head(asked, density), inner, density.because) + edge
    points = _points(asked, density)
    if points:
        high += _points_height(points, inner) + 6
    if _has_line(asked, density):
        high += LINE_HEIGHT + 6
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
    return bool(_points(asked, density)) or _has_line(asked, density)


def _has_line(asked: Asked, density: Density) -> bool:
    """Whether the last note is told of under the points, or the drafts lie behind it."""
    said = bool(asked.said_before) and density.said_before
    return said or (bool(asked.drafts) and density.points > 1)


def _link_beside(asked: Asked, density: Density) -> float:
    """What the way to the drafts takes of the head, where it has no line of its own."""
    wanted = bool(asked.drafts) and density is not BARE and not _has_line(asked, density)
    return link_width(asked.drafts_short, DRAFTS_KEY) + GAP if wanted else 0.0


def _way_to_drafts(asked: Asked, density: Density) -> str:
    """In short beside the head, or the because would not be told to its end."""
    return asked.drafts if _has_line(asked, density) else asked.drafts_short


def _stacked(asked: Asked, density: Density) -> bool:
    """Whether the two answers stand one above the other, beside a note's points."""
    return bool(_points(asked, density))


def _beside(asked: Asked, density: Density) -> float:
    """How wide the two answers are, or the word on the one that was given."""
    if asked.reply is not None:
        return width_of(Run(asked.answer, TEXT)) + _back(asked)
    give, decline = (width_of(Run(it, LABEL)) + 40 for it in (asked.give, asked.decline))
    return max(give, decline) if _stacked(asked, density) else give + decline + 8


def _back(asked: Asked) -> float:
    """What the way to take it back takes, beside the word on it."""
    own = asked.own and asked.reply is not None
    return width_of(Run(asked.decline, LABEL)) + 40 + GAP if own else 0.0
