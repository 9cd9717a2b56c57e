"""The next piece to take: the largest thing on the screen, until all are in."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import Product
from packstation.domain.scans import CountByHand
from packstation.ui import marks
from packstation.ui.button import Button, Weight
from packstation.ui.coming import Next
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, width_of
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
    WARN_SOFT,
    WHITE,
    Type,
    scale_of,
)
from packstation.ui.next_room import (
    EDGES,
    NAME_LINE,
    NOTE_LINES,
    PICTURE,
    UNDER_LINE,
    note_room,
    note_set,
    with_unit,
)
from packstation.ui.painted import Painted, pixels, put
from packstation.ui.pictures import Pictures
from packstation.words.phrases import scan_more
from packstation.words.words import Words

COUNT: Final = Type(46, BOLD, figures=True, leading=1.1)


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
        self._rehearsed: tuple[Next, Next, QRect] | None = None
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_picture)
        self.by_hand = Button(parent=self, hint="F8")
        self.type_count = Button(parent=self, hint="+", ground=CARD)
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
        """A button stands behind the count, in the place of what would be said there."""
        self._rehearsed = None
        self.type_count.ahead.forget()
        for button in (self.by_hand, self.type_count):
            if not button.isHidden():
                self._put_beside(button, self._next)

    def _put_beside(self, button: Button, coming: Next) -> None:
        left, box = width_of(_counted(coming)) + 16, self._count_box
        wide = min(button.unit_width, box.width() - left)
        put(button, QRectF(box.left() + left, box.top() + 4, wide, SMALL_BUTTON))

    def show_next(self, coming: Next, words: Words) -> None:
        if (coming, words) == (self._next, self._words):
            return
        before, self._next, self._words = self._next, coming, words
        ready = self.ahead.take((coming, words))
        self.read_out(self._spoken if ready is None else ready.spoken)
        self._show_buttons(coming, words)
        match self._rehearsed:
            case (shown, rehearsed, new) if shown is before and rehearsed is coming:
                self.update(new)
            case _:
                self.update(self._new_since(before))

    def _new_since(self, before: Next) -> QRect:
        """The pixels that look otherwise than ``before``."""
        coming = self._next
        if coming.product is None or before.product is None:
            return self.rect()
        if _but_for_counts(before) != _but_for_counts(coming):
            return pixels(self, self._inside)
        box = self._count_box
        if _counts_alone(before) and _counts_alone(coming):
            # Only that: a button beside it would be painted, too, and takes longer.
            wide = max(width_of(_counted(before)), width_of(_counted(coming)))
            box.setWidth(min(wide + 1, box.width()))
        return pixels(self, box)

    def rehearse(self, coming: Next, words: Words) -> None:
        """Paint it ahead, with its picture."""
        shown = self._next, self._words
        self._next, self._words = coming, words
        if coming.product is not None:
            self._pictures.find(coming.product.picture, self._picture_size)
        self.ahead.paint((coming, words), self.rect(), self._spoken)
        self._rehearsed = shown[0], coming, self._new_since(shown[0])
        if coming.typed and not coming.by_hand and self.type_count.isHidden():
            self.type_count.say(words("Type how many"))
            self._put_beside(self.type_count, coming)
            self.type_count.keep_ready()
        self._next, self._words = shown

    def _show_buttons(self, coming: Next, words: Words) -> None:
        if _counts_alone(coming):
            self.by_hand.say(words("By hand"), Weight.NEXT)
            self.type_count.say(words("Type how many"))
            self._put_beside(self.by_hand if coming.by_hand else self.type_count, coming)
        typed = coming.typed and not coming.by_hand
        for button, wanted in ((self.by_hand, coming.by_hand), (self.type_count, typed)):
            if button.isHidden() is wanted:
                button.setVisible(wanted)

    @property
    def _inside(self) -> QRectF:
        """All but the edge, which is the same for every piece."""
        return self.room.adjusted(9, 9, -9, -9)

    @property
    def _note_room(self) -> float:
        note = self._next.note
        return note_room(note, self.room.width()) if note else 0.0

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
        box, scale = self._picture_box, scale_of(self) * self.devicePixelRatioF()
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
            Run(with_unit(product.name), NAME, folds=True),
            lines=min(2, room),
        )
        beneath = QRectF(box.left(), name.bottom() + 5, box.width(), lines * UNDER_LINE)
        ink.write(beneath, Run(under, TEXT, SOFT, folds=True), lines=lines)

    def _paint_count(self, ink: Ink) -> None:
        coming = self._next
        if _counts_alone(coming):
            ink.write(self._count_box, _counted(coming))
            return
        more = scan_more(coming.need - coming.count, self._words)
        ink.write(self._count_box, _counted(coming), Run("  " + more, TEXT_BOLD, ACT))

    def _paint_note(self, ink: Ink, note: str) -> None:
        room, high = self.room, self._note_room - 6
        box = QRectF(EDGES, room.height() - EDGES - high + 4, room.width() - 2 * EDGES, high)
        ink.banner(box, WARN_SOFT, WARN_EDGE)
        ink.write(box.adjusted(18, 0, -10, 0), *note_set(note), lines=NOTE_LINES, align=MIDDLE)

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

    @property
    def _spoken(self) -> str:
        coming = self._next
        if coming.product is None:
            return ". ".join(self._all_in)
        count = f"{coming.count}/{coming.need}"
        product = coming.product
        parts = (product.place, product.full_name, *coming.facts, count, coming.note)
        return ", ".join(part for part in parts if part)


def _counted(it: Next) -> Run:
    return Run(f"{it.count}/{it.need}", COUNT)


def _counts_alone(it: Next) -> bool:
    """Whether buttons stand behind the count, in the place of words."""
    return it.by_hand or it.typed


def _but_for_counts(it: Next) -> tuple[object, ...]:
    return it.product, it.position, it.need, it.note, it.facts
