"""What the note could say: facts first, then three drafts, then the one that is copied."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.note_sheet import AnyDraft, NoteSheet, chosen
from packstation.domain.scans import AnswerTouch, Reply
from packstation.ui.button import Button, Weight
from packstation.ui.draft_card import DraftCard, size_for
from packstation.ui.ink import Ink
from packstation.ui.look import BUTTON, SMALL_BUTTON
from packstation.ui.note_faces import (
    NoteAsked,
    paint_copied,
    paint_own,
    paint_told,
    said,
    title,
    told_height,
)
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words.because import point
from packstation.words.note_phrases import why_so_few
from packstation.words.words import Words

MOST: Final = 3


class NotePanel(Panel):
    """``drafts_asked`` asks for an order's drafts, for the n-th time; show_sheet answers it.

    Nothing on it looks like handwriting: it is only to be copied, with a pen.
    """

    drafts_asked = Signal(int, int)
    phrase_asked = Signal()
    chose = Signal()
    """Another draft, or none, is the one that is copied."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._asked: NoteAsked | None = None
        self.sheet: NoteSheet | None = None
        self._chosen: AnyDraft | None = None
        self._own = False
        self.cards = tuple(DraftCard(str(n + 1), self) for n in range(MOST))
        self.another, self.own, self.phrase, self.sign = (
            Button(parent=self, hint=key) for key in "4567"
        )
        self.written = Button(parent=self, hint="⏎")
        self.back = Button(parent=self, hint="⌫")
        self._join()

    def _join(self) -> None:
        for n, card in enumerate(self.cards):
            card.clicked.connect(lambda _, n=n: self._choose(n))
        self.another.clicked.connect(self._ask_again)
        self.own.clicked.connect(self._write_own)
        self.phrase.clicked.connect(self.phrase_asked)
        self.sign.clicked.connect(self._sign_only)
        self.written.clicked.connect(self._say_written)
        self.back.clicked.connect(self._go_back)

    # ---- what it is told

    def ask(self, asked: NoteAsked, words: Words) -> None:
        """Show ``asked``, as it was left if it was up before."""
        same = self._asked is not None and self._asked.order_id == asked.order_id
        if not same:
            self.forget()
        self._asked, self._words = asked, words
        self.drafts_asked.emit(asked.order_id, 0 if self.sheet is None else self.sheet.another)
        self._tell()

    def show_sheet(self, sheet: NoteSheet) -> None:
        """The drafts have come, if they are for the order that is asked about."""
        if self._asked is None or sheet.order_id != self._asked.order_id:
            return
        self.sheet = sheet
        self._tell()

    def forget(self) -> None:
        """Another order, or the note is done: nothing is chosen any more."""
        self._asked = self.sheet = None
        self._own = False
        self._take(None)

    def follow(self, asked: NoteAsked | None) -> None:
        """Whatever was chosen for another order, or a note that is done, is so no more."""
        here = self._asked
        if here is not None and (asked is None or asked.order_id != here.order_id):
            self.forget()

    @property
    def asked(self) -> bool:
        """Whether it was asked for a note that may still be written."""
        return self._asked is not None

    @property
    def code(self) -> str:
        """What a scanner reads on its card."""
        return "" if self._asked is None else self._asked.code

    @property
    def answer(self) -> AnswerTouch | None:
        """What "written" means now; None while no draft is chosen."""
        if self._chosen is None or self._asked is None:
            return None
        return AnswerTouch(self._asked.key, Reply.GIVEN, chosen(self._chosen))

    # ---- what is pressed

    def press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self._choose(key - Qt.Key.Key_1)
            return True
        pressed = {
            Qt.Key.Key_4: self.another,
            Qt.Key.Key_5: self.own,
            Qt.Key.Key_6: self.phrase,
            Qt.Key.Key_7: self.sign,
            Qt.Key.Key_Return: self.written,
            Qt.Key.Key_Enter: self.written,
            Qt.Key.Key_Backspace: self.back,
        }.get(Qt.Key(key))
        if pressed is None or pressed.isHidden():
            return False
        pressed.click()
        return True

    def _choose(self, place: int) -> None:
        drafts = () if self.sheet is None else self.sheet.drafts
        if place < len(drafts):
            self._own = False
            self._take(drafts[place])
            self._tell()
            self.setFocus()  # the card that was pressed is gone

    def _take(self, draft: AnyDraft | None) -> None:
        if draft is not self._chosen:
            self._chosen = draft
            self.chose.emit()

    def _ask_again(self) -> None:
        if self.sheet is not None:
            self.drafts_asked.emit(self.sheet.order_id, self.sheet.another + 1)

    def _write_own(self) -> None:
        self._own = True
        self._take(None)
        self._tell()
        self.setFocus()

    def _go_back(self) -> None:
        self._own = False
        self._take(None)
        self._tell()
        self.setFocus()

    def _sign_only(self) -> None:
        self._take(None)
        self._say_written()

    def _say_written(self) -> None:
        if self._asked is not None:
            self.wished.emit(self.answer or AnswerTouch(self._asked.key, Reply.GIVEN))

    # ---- what it shows

    @property
    def _alone(self) -> bool:
        """Whether one note is written now: a draft that was chosen, or one's own."""
        return self._own or self._chosen is not None

    def _tell(self) -> None:
        words, sheet, asked = self._words, self.sheet, self._asked
        if asked is None:
            return
        self.another.say(words("Another three"))
        self.own.say(words("I'll write my own"))
        self.phrase.say(words("Keep a phrase of mine…"))
        self.sign.say(words("Only sign the card"))
        self.written.say(words("Written"), Weight.NEXT)
        self.back.say(words("Back to the drafts"))
        drafts = () if sheet is None else sheet.drafts
        for n, card in enumerate(self.cards):
            card.setVisible(n < len(drafts) and not self._alone)
            if n < len(drafts):
                card.show_draft(said(drafts[n], words))
        self.another.setVisible(bool(drafts) and not self._alone)
        self.own.setVisible(sheet is not None and not self._alone)
        self.phrase.setVisible(sheet is not None and self._chosen is None)
        self.sign.setVisible(sheet is not None and sheet.foreign and not self._alone)
        self.written.setVisible(self._alone)
        self.back.setVisible(self._alone)
        self.entitle(title(asked, sheet, words), "", words)
        self.read_out(". ".join((title(asked, sheet, words), *self._facts, self._remark)))

    @property
    def _facts(self) -> tuple[str, ...]:
        points = () if self.sheet is None else self.sheet.points
        told = tuple(filter(None, (point(it, self._words) for it in points)))
        if told or self._asked is None:
            return told
        return self._asked.facts

    @property
    def _remark(self) -> str:
        """What is to be known besides the facts."""
        sheet, words = self.sheet, self._words
        if sheet is None:
            return words("Looking for words…")
        if self._own:
            return words("In your own words. Nothing of them is kept, only that you wrote.")
        if sheet.ahead:
            return words("Its card is written already: is it on the table?")
        if sheet.short is not None:
            return why_so_few(sheet.short, words)
        return self._said_before

    @property
    def _said_before(self) -> str:
        """What the buyer was told last; nothing to whoever else opens the parcel."""
        told = self.sheet is None or self.sheet.for_buyer
        return self._asked.said_before if told and self._asked is not None else ""

    # ---- where it lies

    @property
    def below(self) -> QRectF:
        room = super().below
        room.setTop(room.top() - 18)
        return room

    @property
    def _middle(self) -> QRectF:
        """Where the drafts are, or the one that is copied."""
        room = self.below
        if self._chosen is None and not self._own:
            room.setTop(room.top() + told_height(room, self._facts, self._remark) + GAP)
        room.setBottom(room.bottom() - SMALL_BUTTON - GAP + 8)
        return room

    def arrange(self) -> None:
        super().arrange()
        self._arrange_cards(self._middle)
        self._arrange_buttons()

    def _arrange_cards(self, room: QRectF) -> None:
        wide = (room.width() - (MOST - 1) * GAP) / MOST
        drafts = () if self.sheet is None else self.sheet.drafts
        size = size_for(tuple(said(it, self._words) for it in drafts), wide, room.height())
        for n, card in enumerate(self.cards):
            card.set_in(size)
            put(card, QRectF(room.left() + n * (wide + GAP), room.top(), wide, room.height()))

    def _arrange_buttons(self) -> None:
        room = self.below
        top = room.bottom() + 8 - SMALL_BUTTON
        left, high = room.left(), float(SMALL_BUTTON)
        if self._alone:
            top, high = top - (BUTTON - SMALL_BUTTON), float(BUTTON)
        buttons = (self.written, self.back, self.another, self.own, self.phrase, self.sign)
        for button in buttons:
            if button.isHidden():
                continue
            wide = button.unit_width
            put(button, QRectF(left, top, wide, high))
            left += wide + GAP

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        room = self._middle
        if self._own:
            remarks = filter(None, (self._said_before, self._remark))
            paint_own(ink, room, self._facts, tuple(remarks))
        elif self._chosen is not None:
            foot = QRectF(room.right() - 220, self.below.bottom() - BUTTON + 8, 220, BUTTON)
            paint_copied(ink, room, said(self._chosen, self._words), foot)
        else:
            paint_told(ink, self.below, self._facts, self._remark)
