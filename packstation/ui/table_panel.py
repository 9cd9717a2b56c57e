"""The note table on screen: one note at a time in large type, the next with a single key."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.note_cards import (
    CardState,
    CardTold,
    Doing,
    LayTable,
    NoteAhead,
    OffTable,
    PrintSheet,
    SheetOut,
    Table,
    TableNews,
    TellCard,
)
from packstation.domain.shop import Packer
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import (
    BOLD,
    BUTTON,
    INK,
    LEAD,
    NOTE,
    NOTE_EDGE,
    SOFT,
    TEXT,
    Type,
)
from packstation.ui.notices import Notice, notice_height, paint_notice
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words.phrases import Tone
from packstation.words.table_phrases import (
    facts_of,
    on_the_table,
    sheet_out,
    take_off,
    whose,
)
from packstation.words.words import Words

SIZES: Final = (40, 36, 33, 30, 27, 24)
"""In which a note is set to be copied: the largest that fits."""
NAME: Final = Type(30, BOLD, leading=1.2)
GLOSS: Final = Type(20, leading=1.35)
ALL: Final = 99


class TablePanel(Panel):
    """``at_table`` carries a TableWish; show_news brings what came of it."""

    at_table = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._packer: Packer | None = None
        self._table: Table | None = None
        self._told: dict[int, NoteAhead | None] = {}
        """What became of cards since the table was asked for."""
        self._skipped: tuple[int, ...] = ()
        self._busy = False
        self._said = ""
        self._went = Tone.QUIET
        self._now: datetime | None = None
        self.next = Button(parent=self, hint="⏎")
        self.another = Button(parent=self, hint="2")
        self.skip = Button(parent=self, hint="3")
        self.print = Button(parent=self, hint="4")
        self.next.clicked.connect(self._do_next)
        self.another.clicked.connect(lambda: self._tell(Doing.ANOTHER))
        self.skip.clicked.connect(self._skip)
        self.print.clicked.connect(self._print)

    # ---- what it is told

    def sit_down(self, packer: Packer, words: Words) -> None:
        """Ask for the table anew: orders come and go."""
        self._packer, self._words = packer, words
        self._table, self._told, self._skipped = None, {}, ()
        self._busy, self._said = False, ""
        self.at_table.emit(LayTable(packer))
        self._show()

    def tell_time(self, now: datetime) -> None:
        """``now`` is in the shop's zone."""
        self._now = now

    @Slot(object)
    def show_news(self, news: TableNews) -> None:
        match news:
            case Table(packer=packer) if packer == self._packer:
                self._table = news
            case CardTold(order_id, now):
                self._told |= {order_id: now}
                self._busy = False
            case SheetOut():
                self._said = sheet_out(news, self._words)
                self._went = Tone.CARE if news.trouble else Tone.GOOD
            case _:
                return
        self._show()

    # ---- what lies there

    @property
    def notes(self) -> tuple[NoteAhead, ...]:
        """As they lie there now."""
        lying = () if self._table is None else self._table.notes
        now = (self._told.get(note.order_id, note) for note in lying)
        return tuple(note for note in now if note is not None)

    @property
    def note(self) -> NoteAhead | None:
        """The one to write, or to take off; skipped ones come once more at the end."""
        open_ = [it for it in self.notes if it.off or it.state is CardState.OFFERED]
        fresh = (it for it in open_ if it.order_id not in self._skipped)
        again = (it for number in self._skipped for it in open_ if it.order_id == number)
        return next(fresh, None) or next(again, None)

    # ---- what is pressed

    def press(self, event: QKeyEvent) -> bool:
        pressed = {
            Qt.Key.Key_Return: self.next,
            Qt.Key.Key_Enter: self.next,
            Qt.Key.Key_Space: self.next,
            Qt.Key.Key_2: self.another,
            Qt.Key.Key_3: self.skip,
            Qt.Key.Key_4: self.print,
        }.get(Qt.Key(event.key()))
        if pressed is None or pressed.isHidden():
            return False
        if not event.isAutoRepeat():  # a finger that rests on it has not written ten cards
            pressed.click()
        return True

    def _do_next(self) -> None:
        note = self.note
        if note is not None:
            self._tell(Doing.TAKE_OFF if note.off else Doing.WRITE)

    def _tell(self, doing: Doing) -> None:
        """One at a time: what is pressed twice before the answer is there counts once."""
        note = self.note
        if note is not None and self._packer is not None and not self._busy:
            self._busy, self._said = True, ""
            self.at_table.emit(TellCard(self._packer, note.order_id, doing))

    def _skip(self) -> None:
        note = self.note
        if note is not None:
            others = tuple(it for it in self._skipped if it != note.order_id)
            self._skipped = (*others, note.order_id)
            self._show()

    def _print(self) -> None:
        if self._table is not None and self._packer is not None:
            sheet = Table(packer=self._packer, notes=self.notes)
            self._said = self._words("The sheet is being drawn…")
            self._went = Tone.QUIET
            self.at_table.emit(PrintSheet(sheet))
            self._show()

    # ---- what it shows

    def _show(self) -> None:
        words, note = self._words, self.note
        off = note is not None and note.off is not None
        label = words("Written, next one") if note is None else _done(note, words)
        self.next.say(label, Weight.NEXT)
        self.another.say(words("Another draft"))
        self.skip.say(words("Skip"))
        self.print.say(words("Print the sheet"))
        self.next.setVisible(note is not None)
        self.another.setVisible(note is not None and not off)
        self.skip.setVisible(note is not None)
        there = self._table is not None and not self._table.rest
        self.print.setVisible(there and any(it.off is None for it in self.notes))
        went = self._went if self._said else Tone.QUIET
        self.entitle(words("Note table"), self._said or self._remark, words, went)
        said = (self._headline, *self._facts, "" if note is None else note.text)
        self.read_out(". ".join(filter(None, (words("Note table"), self._remark, *said))))

    @property
    def _remark(self) -> str:
        looking = self._table is None or bool(self._table.rest)
        return on_the_table(self.notes, self._words, looking=looking)

    @property
    def _headline(self) -> str:
        note, words = self.note, self._words
        if note is None:
            return ""
        return take_off(note, words) if note.off is not None else note.called

    @property
    def _facts(self) -> tuple[str, ...]:
        note = self.note
        return () if note is None else facts_of(note, self._words)

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        top, left = room.bottom() - BUTTON + 8, room.left()
        for button in (self.next, self.another, self.skip, self.print):
            if button.isHidden():
                continue
            wide = button.unit_width
            at = room.right() - wide if button is self.print else left
            put(button, QRectF(at, top, wide, BUTTON))
            left += wide + GAP

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        note = self.note
        if note is None:
            return
        room = self.below.adjusted(0, -6, 0, -BUTTON - GAP + 8)
        if note.off is not None:
            told = Notice(self._headline, "", _tone_of(note.off))
            room.setHeight(notice_height(told, room.width()))
            paint_notice(ink, room, told)
            return
        room.setTop(self._paint_whose(ink, room, note) + GAP)
        self._paint_note(ink, room, note)

    def _paint_whose(self, ink: Ink, room: QRectF, note: NoteAhead) -> float:
        told = Run(f"   {whose(note, self._now, self._words)}", LEAD, SOFT)
        bottom = ink.write(room, Run(self._headline, NAME), told).bottom() + 4
        if not self._facts:
            return bottom
        lead = self._words("You could tell them:")
        for said in (lead, *(f"· {fact}" for fact in self._facts)):
            box = QRectF(room.left(), bottom, room.width(), room.height())
            bottom = ink.write(box, Run(said, TEXT, SOFT)).bottom()
        return bottom

    def _paint_note(self, ink: Ink, room: QRectF, note: NoteAhead) -> None:
        ink.dashed(room, NOTE, NOTE_EDGE)
        inside = room.adjusted(22, 12, -22, -12)
        gloss = Run(note.gloss, GLOSS, SOFT)
        below = height_of((gloss,), inside.width(), ALL) + 16 if note.gloss else 0.0
        text = _largest(note.text, inside.width(), inside.height() - below)
        bottom = ink.write(inside, text, lines=ALL).bottom()
        if note.gloss:
            ink.rule(inside.left(), inside.right(), bottom + 8)
            inside.setTop(bottom + 14)
            lines = int(inside.height() // (GLOSS.size * GLOSS.leading))
            if lines > 0:
                ink.write(inside, gloss, lines=lines)


def _done(note: NoteAhead, words: Words) -> str:
    """What stands on the button that is done with ``note``."""
    match note.off:
        case None:
            return words("Written, next one")
        case OffTable.HELD:
            return words("It lies with its order")
        case _:
            return words("It is off the table")


def _tone_of(off: OffTable) -> Tone:
    return Tone.STOP if off is OffTable.CANCELLED else Tone.CARE


def _largest(text: str, wide: float, high: float) -> Run:
    sizes = (Run(text, Type(size, leading=1.42), INK) for size in SIZES)
    fitting = (run for run in sizes if height_of((run,), wide, ALL) <= high)
    return next(fitting, Run(text, Type(SIZES[-1], leading=1.3), INK))
