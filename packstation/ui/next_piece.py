"""The next piece to take: the largest thing on the screen, until all are in."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import Order, OrderLine, Policy, Product
from packstation.domain.scans import CountByHand
from packstation.ui import marks
from packstation.ui.coming import Next
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, height_of, width_of
from packstation.ui.look import (
    ACT,
    BOLD,
    CARD,
    EDGE,
    LEAD_BOLD,
    MOUNT,
    NAME,
    OK,
    PLACE,
    SMALL_BUTTON,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
    WHITE,
    Type,
    scale_of,
)
from packstation.ui.painted import Button, Painted, Weight, put, unseen
from packstation.ui.pictures import Pictures
from packstation.words.phrases import piece, scan_more
from packstation.words.words import Words

COUNT: Final = Type(46, BOLD, figures=True, leading=1.1)
EDGES, PICTURE = 19.0, 168.0
NOTE_LINES: Final = 3
NAME_LINE: Final = NAME.size * NAME.leading
UNDER_LINE: Final = 25.0
LIKELY_WIDEST: Final = 3


def height_for(order: Order, width: float) -> float:
    """How high the card is for the whole of ``order``, so that it does not jump inside it."""
    inner = width - PICTURE - 20 - 2 * EDGES
    names = _longest({line.product.name for line in order.lines})
    second = NAME_LINE if any(width_of(Run(it, NAME)) > inner for it in names) else 0
    second += UNDER_LINE if any(_tells_more(line) for line in order.lines) else 0
    notes = _longest({line.note for line in order.lines if line.note})
    note = max((_note_room(it, width) for it in notes), default=0.0)
    return PICTURE + 2 * EDGES + second + note


def _tells_more(line: OrderLine) -> bool:
    """Whether there will be more to say of it than SKU and variant."""
    plain = line.product.policy is Policy.EACH and not line.product.asks
    return bool(line.kit) or not plain


def _longest(texts: set[str]) -> list[str]:
    """Measuring 200 texts is slow, and only the longest can be the widest."""
    return sorted(texts, key=len)[-LIKELY_WIDEST:]


def _note_room(note: str, width: float) -> float:
    """What a note takes at the foot of the card, with the gap above it."""
    return height_of(_note(note), width - 2 * EDGES - 28, NOTE_LINES) + 11 + 6


def _note(note: str) -> tuple[Run, ...]:
    return (Run(note, TEXT, WARN_INK),)


class NextPiece(Painted):
    """As high as ``height_for`` says.

    ``wished`` carries a CountByHand; ``count_asked``: somebody would rather type how many.
    """

    wished = Signal(object)
    count_asked = Signal()

    def __init__(self, pictures: Pictures, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._words = words
        self._next = Next(None)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_picture)
        self.by_hand = Button(parent=self, hint="F8")
        self.type_count = Button(parent=self, hint="+")
        self.by_hand.clicked.connect(self.confirm)
        self.type_count.clicked.connect(self.count_asked)
        for button in (self.by_hand, self.type_count):
            button.hide()

    def confirm(self) -> None:
        """Count one piece by hand, if it may be."""
        if self._next.product is not None and self._next.by_hand:
            self.wished.emit(CountByHand(self._next.position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale = scale_of(self)
        at = QPointF(event.position().x() / scale, event.position().y() / scale)
        if self._next.typed and self._count_box.contains(at):
            self.count_asked.emit()

    def arrange(self) -> None:
        """The buttons stand behind the count, in the place of what would be said there."""
        left, box = width_of(self._counted) + 16, self._count_box
        for button in (self.by_hand, self.type_count):
            if not button.isHidden():
                wide = min(button.unit_width, box.width() - left)
                put(button, QRectF(box.left() + left, box.top() + 4, wide, SMALL_BUTTON))
                left += wide + 8

    def show_next(self, coming: Next, words: Words) -> None:
        if (coming, words) == (self._next, self._words):
            return
        before, self._next, self._words = self._next, coming, words
        self._tell()
        self._show_buttons(coming, words)
        if coming.product is None or before.product is None:
            self.update()
        elif _but_for_counts(before) == _but_for_counts(coming):
            self.repaint_part(self._count_box)
        else:
            self.repaint_part(self._inside)

    def rehearse(self, coming: Next, words: Words) -> None:
        """Get its words and picture ready; nothing is seen of it."""
        shown = self._next, self._words
        self._next, self._words = coming, words
        if coming.product is not None:
            self._pictures.find(coming.product.picture, self._picture_size)
        with unseen(self) as ink:
            self.paint(ink)
        self._next, self._words = shown

    def _show_buttons(self, coming: Next, words: Words) -> None:
        if not (coming.by_hand or coming.typed):
            for button in (self.by_hand, self.type_count):
                button.hide()
            return
        self.by_hand.say(words("Confirm by hand"), Weight.NEXT)
        self.type_count.say(words("Type how many"))
        self.by_hand.setVisible(coming.by_hand)
        self.type_count.setVisible(coming.typed and not coming.by_hand)
        self.arrange()

    @property
    def _inside(self) -> QRectF:
        """All but the edge, which is the same for every piece."""
        return self.room.adjusted(9, 9, -9, -9)

    @property
    def _note_room(self) -> float:
        note = self._next.note
        return _note_room(note, self.room.width()) if note else 0.0

    @property
    def _picture_box(self) -> QRectF:
        high = self.room.height() - 2 * EDGES - self._note_room
        return QRectF(EDGES, EDGES, PICTURE, high)

    @property
    def _text_box(self) -> QRectF:
        return self.room.adjusted(
            EDGES + PICTURE + 20, EDGES - 3, -EDGES, -EDGES - self._note_room
        )

    @property
    def _count_box(self) -> QRectF:
        text = self._text_box
        return QRectF(text.left(), text.bottom() - 52, text.width(), 52)

    def paint(self, ink: Ink) -> None:
        product = self._next.product
        if product is not None and ink.only(self._count_box):
            ink.fill(ink.dirty, CARD)
            self._paint_count(ink)
            return
        if ink.only(self._inside):
            ink.fill(ink.dirty, CARD)
        else:
            ink.card(self.room, CARD, ACT, pen=3)
        if product is None:
            self._paint_all_in(ink)
            return
        self._paint_picture(ink, product)
        self._paint_piece(ink, product)
        self._paint_count(ink)
        if self._note_room:
            self._paint_note(ink, self._next.note)

    def _paint_picture(self, ink: Ink, product: Product) -> None:
        box = self._picture_box
        ink.card(box, MOUNT, pen=0, radius=10)
        inner, size = box.adjusted(8, 8, -8, -8), self._picture_size
        if not self._pictures.has(product.picture, size):
            self._reading.start()  # the words do not wait for it
            return
        pixmap = self._pictures.find(product.picture, size)
        if pixmap is None:
            mark = QRectF(0, 0, 84, 84)
            mark.moveCenter(box.center())
            marks.parcel(ink, mark, EDGE)
        else:
            ink.picture(inner, pixmap)

    @property
    def _picture_size(self) -> QSize:
        """In pixels."""
        box, scale = self._picture_box, scale_of(self)
        return QSize(round((box.width() - 16) * scale), round((box.height() - 16) * scale))

    @Slot()
    def _read_picture(self) -> None:
        if self._next.product is not None:
            self._pictures.find(self._next.product.picture, self._picture_size)
            self.repaint_part(self._picture_box)

    def _paint_piece(self, ink: Ink, product: Product) -> None:
        box = self._text_box
        place = Run(product.place, PLACE, ACT)
        top = ink.write(box, place).bottom() + 1 if product.place else box.top()
        facts = self._next.facts
        under = " · ".join(part for part in (product.sku, product.variant, *facts) if part)
        high = self._count_box.top() - 3 - top
        lines = 2 if facts and high > NAME_LINE + 2 * UNDER_LINE + 5 else 1
        room = max(1, int((high - 5 - lines * UNDER_LINE) / NAME_LINE))
        name = ink.write(
            QRectF(box.left(), top, box.width(), box.height()),
            Run(product.name, NAME),
            lines=min(2, room),
        )
        beneath = QRectF(box.left(), name.bottom() + 5, box.width(), lines * UNDER_LINE)
        ink.write(beneath, Run(under, TEXT, SOFT), lines=lines)

    @property
    def _counted(self) -> Run:
        return Run(f"{self._next.count}/{self._next.need}", COUNT)

    def _paint_count(self, ink: Ink) -> None:
        coming = self._next
        if coming.by_hand or coming.typed:
            ink.write(self._count_box, self._counted)
            return
        more = scan_more(coming.need - coming.count, self._words)
        ink.write(self._count_box, self._counted, Run("  " + more, TEXT_BOLD, ACT))

    def _paint_note(self, ink: Ink, note: str) -> None:
        room, high = self.room, self._note_room - 6
        box = QRectF(EDGES, room.height() - EDGES - high + 4, room.width() - 2 * EDGES, high)
        ink.banner(box, WARN_SOFT, WARN_EDGE)
        ink.write(box.adjusted(18, 0, -10, 0), *_note(note), lines=NOTE_LINES, align=MIDDLE)

    def _paint_all_in(self, ink: Ink) -> None:
        middle = self.room.center().y()
        plate = QRectF(40, middle - 48, 96, 96)
        ink.card(plate, OK, pen=0, radius=20)
        marks.tick(ink, plate.adjusted(16, 16, -16, -16), WHITE)
        headline, advice = self._all_in
        left = plate.right() + 30
        wide = self.room.width() - left - EDGES
        ink.write(QRectF(left, middle - 46, wide, 40), Run(headline, NAME))
        ink.write(QRectF(left, middle, wide, 62), Run(advice, LEAD_BOLD, ACT), lines=2)

    @property
    def _all_in(self) -> tuple[str, str]:
        words, touches = self._words, self._next.touches
        if touches:
            wait = words.n(
                "One touch waits for its tick", "{n} touches wait for their tick", touches
            )
            return words("Every piece is in"), wait
        return words("Every piece is in"), words("Now sign and print")

    def _tell(self) -> None:
        coming = self._next
        if coming.product is None:
            self.read_out(". ".join(self._all_in))
            return
        count = f"{coming.count}/{coming.need}"
        product = coming.product
        parts = (product.place, piece(product), *coming.facts, count, coming.note)
        self.read_out(", ".join(part for part in parts if part))


def _but_for_counts(it: Next) -> tuple[object, ...]:
    return it.product, it.position, it.need, it.note, it.facts
