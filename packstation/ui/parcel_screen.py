"""A parcel that is packed: who signed it, when, for whom, what is in it, where its paper is."""

from gettext import NullTranslations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.outcomes import Outcome
from packstation.domain.records import PackingRecord, Parcel, PrintState
from packstation.ui import marks
from packstation.ui.button import Button, Weight
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, height_of, width_of
from packstation.ui.look import (
    BIG_TEXT,
    BIG_TEXT_BOLD,
    BOLD,
    BUTTON,
    CARD,
    FOOTER,
    GUTTER,
    HEADER,
    INK,
    OK,
    SOFT,
    TEXT,
    WARN,
    Type,
)
from packstation.ui.notices import Notice, notice_height, paint_notice
from packstation.ui.painted import Painted, put
from packstation.ui.panels import Panels
from packstation.ui.paper_question import PaperQuestion
from packstation.ui.parcel_questions import (
    may_print_again,
    reopen_question,
    reprint_question,
)
from packstation.ui.parcel_who import paint_who
from packstation.ui.parcel_words import failed, named, notice_on, say_paper, told
from packstation.words.printing import printed_again
from packstation.words.words import Words

LEFT = 470.0
ROW, TALL_ROW = 44.0, 60.0
COUNT = Type(20, BOLD, figures=True)
BESIDE = 90.0
"""What the count takes of a row."""


class ParcelScreen(Painted):
    """Looked at, not worked on; ``left`` closes it, and so does the next scan."""

    left = Signal()
    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.more = Button(parent=self)
        self.more.clicked.connect(self._turn)
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.left)
        self.reopen = Button(parent=self, hint="F4")
        self.reopen.clicked.connect(self._ask_why)
        self.reprint = Button(parent=self, hint="F5")
        self.reprint.clicked.connect(self._ask_reprint)
        self.paper = PaperQuestion(self)
        self.paper.wished.connect(self.wished)
        self.panels = Panels(Words("", NullTranslations()), self)
        self.panels.wished.connect(self.wished)
        self.panels.changed.connect(self._follow_panel)
        self.panels.open_from(self.reopen, self.reprint)
        self._notice = Notice("")
        self._outcome: Outcome
        self._shown: tuple[Parcel, Words] | None = None
        self._first = 0
        self._row = ROW
        self._buttons = 0.0

    def show_parcel(self, parcel: Parcel, outcome: Outcome, words: Words) -> None:
        self._notice, self._outcome = notice_on(parcel, outcome, words), outcome
        self._shown, self._first = (parcel, words), 0
        self.close_it.say(words("Close"))
        self.reopen.say(words("Open again…"))
        self.reopen.setVisible(not parcel.void_because)
        self.reprint.say(words("Print again…"), Weight.NEXT if failed(parcel) else Weight.PLAIN)
        self.reprint.setVisible(may_print_again(parcel))
        look = words("Look in the printer and in the parcel.")
        self.paper.ask(parcel if parcel.in_doubt else None, words, look)
        self.panels.follow(outcome, words)
        self.panels.close_panel()
        lines = ", ".join(
            f"{line.packed} {named(line, words)}" for line in parcel.record.core.lines
        )
        said = f"{say_paper(parcel, words)[0]} {printed_again(parcel, words)}".rstrip()
        self.read_out(f"{self._notice.sentence} {self._notice.advice} {lines}. {said}")
        self.arrange()
        self.update()

    @property
    def awaits(self) -> int | None:
        """The order whose slip was still on its way when it was looked at."""
        parcel = None if self._shown is None else self._shown[0]
        if parcel is None or parcel.job is None or parcel.job.state is not PrintState.QUEUED:
            return None
        return parcel.record.core.order_id

    def renew(self, parcel: Parcel) -> None:
        """The same parcel, now that its slip has gone further."""
        looked_at = self.panels.up is None and self.awaits == parcel.record.core.order_id
        if self._shown is not None and looked_at:
            self.show_parcel(parcel, self._outcome, self._shown[1])

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        if self.panels.press(event) or self.paper.press(event):
            return True
        if event.key() == Qt.Key.Key_F5 and not self.reprint.isHidden():
            self._ask_reprint()
            return True
        if event.key() == Qt.Key.Key_F4 and not self.reopen.isHidden():
            self._ask_why()
            return True
        return False

    def _ask_why(self) -> None:
        if self._shown is not None:
            self.panels.ask(reopen_question(*self._shown))

    def _ask_reprint(self) -> None:
        if self._shown is not None:
            self.panels.ask(reprint_question(*self._shown))

    def _follow_panel(self) -> None:
        self.more.setEnabled(self.panels.up is None)
        if self.panels.up is None:
            self.panels.give_back_focus(self)
        self.update()

    def arrange(self) -> None:
        room = self.room
        self._row = TALL_ROW if self._wraps else ROW
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        top = room.height() - FOOTER + (FOOTER - BUTTON) / 2
        wide = self.close_it.unit_width
        right = room.width() - GUTTER - wide
        put(self.close_it, QRectF(right, top, wide, BUTTON))
        right -= 14
        for button in (self.reopen, self.reprint):
            if not button.isHidden():
                wide = button.unit_width
                put(button, QRectF(right - wide, top, wide, BUTTON))
                right -= wide + 14
        self._buttons = self._arrange_more(right, top)
        asks = self._asks
        above = self._body.top() - asks
        put(self.paper, QRectF(GUTTER, above, room.width() - 2 * GUTTER, max(0.0, asks - 16)))
        put(self.panels, self._contents)

    def _arrange_more(self, right: float, top: float) -> float:
        """The answer is where the buttons begin."""
        if self._shown is None:
            return right
        parcel, words = self._shown
        lines, fit = len(parcel.record.core.lines), self._lines_that_fit
        self.more.setVisible(lines > fit)
        pages = -(-lines // fit)
        self.more.say(
            words("More lines ({page} of {pages})", page=self._first // fit + 1, pages=pages)
        )
        wide = self.more.unit_width
        put(self.more, QRectF(right - wide, top, wide, BUTTON))
        return right - (wide + 14 if lines > fit else 0.0)

    def _turn(self) -> None:
        if self._shown is None:
            return
        self._first += self._lines_that_fit
        if self._first >= len(self._shown[0].record.core.lines):
            self._first = 0
        self.arrange()
        self.update()

    # ---- how it lies

    @property
    def _body(self) -> QRectF:
        top = HEADER + 16 + self._told + self._asks
        return self.room.adjusted(GUTTER, top, -GUTTER, -FOOTER - 16)

    @property
    def _told(self) -> float:
        """What the notice takes, with the room under it."""
        if not self._notice.sentence:
            return 0.0
        return notice_height(self._notice, self.room.width() - 2 * GUTTER) + 16

    @property
    def _asks(self) -> float:
        """What the question for the slip takes, with the room under it."""
        high = self.paper.height_in(self.room.width() - 2 * GUTTER)
        return high + 16 if high else 0.0

    @property
    def _contents(self) -> QRectF:
        return self._body.adjusted(LEFT + 18, 0, 0, 0)

    @property
    def _lines_that_fit(self) -> int:
        return max(1, int((self._contents.height() - 64 - self._gifts_height) // self._row))

    @property
    def _wraps(self) -> bool:
        """Whether more is to be said of a line than one row has room for."""
        if self._shown is None:
            return False
        parcel, words = self._shown
        wide = self._contents.width() - 48 - BESIDE
        return any(width_of(*told(it, words)) > wide for it in parcel.record.core.lines)

    @property
    def _page(self) -> slice:
        return slice(self._first, self._first + self._lines_that_fit)

    @property
    def _gifts_height(self) -> float:
        if self._shown is None or not self._shown[0].record.core.touches:
            return 16.0
        return 24.0 + height_of(self._gifts(), self._contents.width() - 48, 2)

    def _gifts(self) -> tuple[Run, ...]:
        if self._shown is None:
            return ()
        parcel, words = self._shown
        names = ", ".join(touch.name for touch in parcel.record.core.touches)
        return (
            Run(words("And from us:") + " ", BIG_TEXT_BOLD, OK),
            Run(names, BIG_TEXT, OK),
        )

    # ---- how it looks

    def paint(self, ink: Ink) -> None:
        if self._shown is None:
            return
        parcel, words = self._shown
        if self._told:
            wide = self.room.width() - 2 * GUTTER
            paint_notice(ink, QRectF(GUTTER, HEADER + 16, wide, self._told - 16), self._notice)
        body = self._body
        who = QRectF(body.left(), body.top(), LEFT, body.height())
        paint_who(ink, who, parcel, words)
        if self.panels.up is None:
            self._paint_contents(ink, self._contents, parcel.record, words)
        foot = QRectF(0, self.room.height() - FOOTER, self.room.width(), FOOTER)
        ink.fill(foot, CARD)
        ink.rule(0, foot.width(), foot.top())
        said, tint = say_paper(parcel, words)
        left = GUTTER
        if tint != SOFT:
            marks.care(ink, QRectF(left, foot.center().y() - 13, 26, 26), tint)
            left += 36
        said_in = QRectF(left, foot.top(), self._buttons - left, foot.height())
        ink.write(said_in, Run(said, TEXT, tint), lines=2, align=MIDDLE)

    def _paint_contents(
        self, ink: Ink, box: QRectF, record: PackingRecord, words: Words
    ) -> None:
        ink.card(box)
        core = record.core
        room = box.adjusted(24, 14, -24, -10)
        title = Run(words("In the box"), BIG_TEXT_BOLD)
        pieces = words.n(
            "{done} of {n} piece", "{done} of {n} pieces", core.ordered, done=core.pieces
        )
        tint = WARN if core.pieces < core.ordered else SOFT
        ink.write(room, title, Run(f" · {pieces}", BIG_TEXT, tint))
        top = room.top() + 36
        for line in core.lines[self._page]:
            row = QRectF(room.left(), top, room.width(), self._row)
            ink.rule(row.left(), row.right(), row.top())
            short = line.packed < line.ordered
            counted = f"{line.packed}/{line.ordered}" if short else str(line.packed)
            count = Run(counted, COUNT, WARN if short else INK)
            ink.write(row, count, align=MIDDLE_RIGHT)
            said = row.adjusted(0, 0, -BESIDE, 0)
            ink.write(said, *told(line, words), lines=2, align=MIDDLE)
            top += self._row
        ink.rule(room.left(), room.right(), top)
        if core.touches:
            ink.write(QRectF(room.left(), top + 10, room.width(), 60), *self._gifts(), lines=2)
