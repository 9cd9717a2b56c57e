"""Between two parcels: what to do, how much must still leave today, and what waits."""

from dataclasses import replace
from datetime import datetime
from gettext import NullTranslations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import Overview
from packstation.domain.outcomes import Outcome, SignedIn
from packstation.domain.records import Printing
from packstation.domain.scans import SignOut
from packstation.domain.shop import Packer, Shop
from packstation.ui.button import Button
from packstation.ui.cut_off_rows import paint_cut_offs
from packstation.ui.free_panels import FreePanels
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, height_of, width_of
from packstation.ui.look import (
    BOLD,
    BUTTON,
    CARD,
    FOOTER,
    GUTTER,
    HEADER,
    HERO,
    INK,
    LEAD,
    SOFT,
    TEXT,
    TEXT_BOLD,
    Type,
)
from packstation.ui.notices import Notice, notice_height, notice_of, paint_notice
from packstation.ui.order_rows import OrderRows
from packstation.ui.painted import Painted, put
from packstation.ui.paper_question import PaperQuestion
from packstation.ui.work_left import stress, work_left
from packstation.words.words import Words

COUNT = Type(64, BOLD, leading=1.0)
ROWS = 680.0


class FreeScreen(Painted):
    """A large "Scan an order", the work before the next cut-off, and the orders that wait.

    When it comes up, the orders follow a turn later: all at once would hold up the keys.
    """

    wished = Signal(object)
    office_asked = Signal(object)
    """By a Packer who owns the shop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.rows = OrderRows(self)
        self.rows.wished.connect(self.wished)
        self.paper = PaperQuestion(self)
        self.paper.wished.connect(self.wished)
        self._asked = False
        self._cover = Painted(self)  # the rows come a turn later than the rest
        self.leave = Button(parent=self, ground=CARD, steady=True)
        self.seek = Button(parent=self, hint="F3", ground=CARD, steady=True)
        self.code = Button(parent=self, hint="F2", ground=CARD, steady=True)
        self.notes = Button(parent=self, hint="F4", ground=CARD, steady=True)
        self.fetch = Button(parent=self, hint="F6", ground=CARD, steady=True)
        self.office = Button(parent=self, hint="F9", ground=CARD, steady=True)
        self._packer: Packer | None = None
        self.panels = FreePanels(Words("", NullTranslations()), self)
        self._buttons = 0.0
        self._notice = Notice("")
        self._words: Words | None = None
        self._overview: Overview | None = None
        self._now: datetime | None = None
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._join()

    def _join(self) -> None:
        self.panels.wished.connect(self.wished)
        self.panels.changed.connect(self._follow_panel)
        self.panels.open_from(self.seek, self.code)
        self._next_turn.timeout.connect(self._cover.hide)
        self.seek.clicked.connect(self.panels.open_search)
        self.code.clicked.connect(self.panels.open_code)
        self.notes.clicked.connect(self._open_table)
        self.fetch.clicked.connect(self._open_picking)
        self.office.clicked.connect(self._open_office)
        self.leave.clicked.connect(lambda: self.wished.emit(SignOut()))

    def show_step(self, packer: Packer, outcome: Outcome, words: Words) -> None:
        """What just happened, in its tone; ``packer`` is who is here."""
        self._notice, self._words = notice_of(outcome, words), words
        if isinstance(outcome, SignedIn):  # the headline says already what comes next
            self._notice = replace(self._notice, advice="")
        self._packer = packer
        self.rows.know_packer(packer)
        self.seek.say(words("Find"))
        self.code.say(words("Type a code"))
        self.notes.say(words("Note table"))
        self.fetch.say(words("Picking"))
        self.office.say(words("Office"))
        self.office.setVisible(packer.is_owner)
        self.leave.say(words("Change person"))
        self.panels.follow(outcome, words)
        self.arrange()
        self._tell()

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        if self.panels.press(event) or self.paper.press(event):
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_F if control:
                self.panels.open_search()
            case Qt.Key.Key_F3:
                self.panels.open_search()
            case Qt.Key.Key_F4:
                self._open_table()
            case Qt.Key.Key_F6:
                self._open_picking()
            case Qt.Key.Key_F9:
                self._open_office()
            case Qt.Key.Key_F2 | Qt.Key.Key_Slash:
                self.panels.open_code()
            case _ if event.text().isalnum():
                self.panels.open_code_with(event.text())
            case _:
                return False
        return True

    @Slot()
    def _open_table(self) -> None:
        if self._packer is not None:
            self.panels.open_table(self._packer)

    @Slot()
    def _open_office(self) -> None:
        if self._packer is not None and self._packer.is_owner:
            self.office_asked.emit(self._packer)

    @Slot()
    def _open_picking(self) -> None:
        if self._packer is not None:
            self.panels.open_picking(self._packer)

    @Slot()
    def _follow_panel(self) -> None:
        up = self.panels.up is not None
        self.arrange()  # the note table has more room than the others
        self.update()
        self.rows.setVisible(not up)
        self.paper.setVisible(self._asked and not up)
        if not up:
            self.panels.give_back_focus(self)

    def show_printing(self, printing: Printing, words: Words) -> None:
        """Ask for the slip of which nobody knows whether it came out."""
        if not self._asked and printing.doubt is None:
            return
        self.paper.ask(printing.doubt, words)
        self._asked = printing.doubt is not None
        self.paper.setVisible(self._asked and self.panels.up is None)
        self.arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._cover.show()

    def show_overview(
        self, overview: Overview, words: Words, shop: Shop, now: datetime
    ) -> None:
        if self._overview is None:
            self._cover.show()  # everything is new: the rows have a turn of their own again
        self._overview, self._words = overview, words
        self._now = now.astimezone(shop.zone)
        self.panels.table.tell_time(self._now)
        self.panels.picking.tell_time(self._now)
        self.rows.show_overview(overview, words, shop, now)
        self._tell()

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        left = room.width() - GUTTER - ROWS
        high = room.height() - FOOTER - HEADER - 20
        asks = self.paper.height_in(ROWS)
        put(self.paper, QRectF(left, HEADER + 20, ROWS, asks))
        taken = asks + 16 if asks else 0.0
        put(self.rows, QRectF(left, HEADER + 20 + taken, ROWS, high - taken))
        self._cover.setGeometry(self.rows.geometry())
        wide = room.width() - 2 * GUTTER if self._at_table else ROWS
        put(self.panels, QRectF(room.width() - GUTTER - wide, HEADER + 20, wide, high - 20))
        top = room.height() - FOOTER + (FOOTER - BUTTON) / 2
        right = room.width() - GUTTER
        owns = (self.office,) if self._packer is not None and self._packer.is_owner else ()
        for button in (self.leave, *owns, self.fetch, self.notes, self.code, self.seek):
            wide = button.unit_width
            put(button, QRectF(right - wide, top, wide, BUTTON))
            right -= wide + GUTTER
        self._buttons = right

    def paint(self, ink: Ink) -> None:
        if not self._cover.isHidden():
            self._next_turn.start()
        if self._words is None:
            return
        foot = self._foot
        ink.fill(foot, CARD)
        ink.rule(0, foot.width(), foot.top())
        if not self._at_table:
            self._paint_hero(ink, self._words)
        if self._overview is not None:
            self._paint_day(ink, self._overview, self._words)

    def _paint_hero(self, ink: Ink, words: Words) -> None:
        ink.card(self._hero, radius=16)
        inside = self._hero.adjusted(40, 44, -40, -40)
        bottom = self._paint_headline(ink, inside, words)
        inside.setTop(bottom + 28)
        inside.setTop(self._paint_notice(ink, inside))
        if self._overview is not None and self._now is not None:
            inside = paint_cut_offs(ink, inside, self._overview.cut_offs, words, self._now)
            self._paint_work(ink, inside, work_left(self._overview, words, self._now))

    @property
    def _at_table(self) -> bool:
        """Whether somebody sits at the note table: it covers all but head and foot."""
        return self.panels.up is self.panels.table

    @property
    def _hero(self) -> QRectF:
        room = self.room
        wide = room.width() - ROWS - 3 * GUTTER
        return QRectF(GUTTER, HEADER + 20, wide, room.height() - HEADER - FOOTER - 40)

    @property
    def _foot(self) -> QRectF:
        room = self.room
        return QRectF(0, room.height() - FOOTER, room.width(), FOOTER)

    @property
    def _day(self) -> QRectF:
        """Where the foot has room for words."""
        return QRectF(GUTTER, self._foot.top(), self._buttons - GUTTER, FOOTER)

    def _paint_headline(self, ink: Ink, inside: QRectF, words: Words) -> float:
        said = ink.write(inside, Run(words("Scan an order"), HERO), lines=2)
        inside = inside.adjusted(0, said.height() + 14, 0, 0)
        lead = words("Its sheet, any of its pieces, or an earlier slip")
        return ink.write(inside, Run(lead, LEAD, SOFT), lines=2).bottom()

    def _paint_notice(self, ink: Ink, inside: QRectF) -> float:
        """What was scanned last; the answer is where the room below it begins."""
        if not self._notice.sentence:
            return inside.top()
        high = notice_height(self._notice, inside.width())
        box = QRectF(inside.left(), inside.top(), inside.width(), high)
        paint_notice(ink, box, self._notice)
        return box.bottom() + 14

    def _paint_work(self, ink: Ink, inside: QRectF, work: tuple[str, tuple[Run, ...]]) -> None:
        count, sentence = work
        wide = inside.width()
        high = height_of(sentence, wide, 2)
        top = inside.bottom() - high
        ink.write(QRectF(inside.left(), top, wide, high), *sentence, lines=2)
        if count:
            box = QRectF(inside.left(), top - 78, wide, 64)
            ink.write(box, Run(count, COUNT))

    def _paint_day(self, ink: Ink, overview: Overview, words: Words) -> None:
        count = overview.packed_today
        said = words.n("{n} parcel packed today", "{n} parcels packed today", count)
        if count:
            if width_of(Run(said, TEXT_BOLD)) > self._day.width():  # beside an owner's buttons
                said = words("Today: {n}", n=count)
            runs = stress(said, str(count), (TEXT, SOFT), (TEXT_BOLD, INK))
            ink.write(self._day, *runs, align=MIDDLE)

    def _tell(self) -> None:
        if self._words is not None:
            said = (self._words("Scan an order"), self._notice.sentence, self._notice.advice)
            self.read_out(". ".join(part for part in said if part))
        self.repaint_part(self._hero)
        self.repaint_part(self._day.adjusted(0, 1, 0, 0))
