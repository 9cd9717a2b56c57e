"""Between two parcels: what to do, how much must still leave today, and what waits."""

from dataclasses import replace
from datetime import datetime
from gettext import NullTranslations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import CutOff, Overview
from packstation.domain.outcomes import Outcome, SignedIn
from packstation.domain.scans import SignOut
from packstation.domain.shop import Packer, Shop
from packstation.ui.free_panels import FreePanels
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, height_of
from packstation.ui.look import (
    BOLD,
    BUTTON,
    CARD,
    FOOTER,
    GUTTER,
    HEADER,
    INK,
    LEAD,
    LEAD_BOLD,
    SOFT,
    TEXT,
    TEXT_BOLD,
    Type,
)
from packstation.ui.notices import Notice, notice_height, notice_of, paint_notice
from packstation.ui.order_rows import OrderRows
from packstation.ui.painted import Button, Painted, put
from packstation.words.cut_off import before, moment, time_left
from packstation.words.words import Words

HEADLINE = Type(56, BOLD, leading=1.05)
COUNT = Type(64, BOLD, leading=1.0)
ROWS = 680.0
CLOCK = Type(19, BOLD, figures=True)
WORK = 150
"""The large count and two lines under it."""
CUT_OFF, MOST_CUT_OFFS, SEVERAL = 38.0, 4, 2
LONG = 120
"""Minutes of work that are better told in hours."""


class FreeScreen(Painted):
    """A large "Scan an order", the work before the next cut-off, and the orders that wait."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.rows = OrderRows(self)
        self.rows.wished.connect(self.wished)
        self.leave = Button(parent=self)
        self.seek, self.code = Button(parent=self), Button(parent=self)
        self.panels = FreePanels(Words("", NullTranslations()), self)
        self._buttons = 0.0
        self._notice = Notice("")
        self._words: Words | None = None
        self._overview: Overview | None = None
        self._now: datetime | None = None
        self._join()

    def _join(self) -> None:
        self.panels.wished.connect(self.wished)
        self.panels.changed.connect(self._follow_panel)
        self.seek.clicked.connect(self.panels.open_search)
        self.code.clicked.connect(self.panels.open_code)
        self.leave.clicked.connect(lambda: self.wished.emit(SignOut()))

    def show_step(self, packer: Packer, outcome: Outcome, words: Words) -> None:
        """What just happened, in its tone; ``packer`` is who is here."""
        self._notice, self._words = notice_of(outcome, words), words
        if isinstance(outcome, SignedIn):  # the headline says already what comes next
            self._notice = replace(self._notice, advice="")
        self.rows.know_packer(packer)
        self.seek.say(words("Find"))
        self.code.say(words("Type a code"))
        self.leave.say(words("Change person"))
        self.panels.follow(outcome, words)
        self.arrange()
        self._tell()

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        if self.panels.press(event):
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_F if control:
                self.panels.open_search()
            case Qt.Key.Key_F3:
                self.panels.open_search()
            case Qt.Key.Key_F2 | Qt.Key.Key_Slash:
                self.panels.open_code()
            case _:
                return False
        return True

    @Slot()
    def _follow_panel(self) -> None:
        up = self.panels.up is not None
        self.rows.setVisible(not up)
        if not up:
            self.setFocus()

    def show_overview(
        self, overview: Overview, words: Words, shop: Shop, now: datetime
    ) -> None:
        self._overview, self._words = overview, words
        self._now = now.astimezone(shop.zone)
        self.rows.show_overview(overview, words, shop, now)
        self._tell()

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        left = room.width() - GUTTER - ROWS
        high = room.height() - FOOTER - HEADER - 20
        put(self.rows, QRectF(left, HEADER + 20, ROWS, high))
        put(self.panels, QRectF(left, HEADER + 20, ROWS, high - 20))
        top = room.height() - FOOTER + (FOOTER - BUTTON) / 2
        right = room.width() - GUTTER
        for button in (self.leave, self.code, self.seek):
            wide = button.unit_width
            put(button, QRectF(right - wide, top, wide, BUTTON))
            right -= wide + GUTTER
        self._buttons = right

    def paint(self, ink: Ink) -> None:
        if self._words is None:
            return
        hero = self._hero()
        ink.card(hero, radius=16)
        inside = hero.adjusted(40, 44, -40, -40)
        bottom = self._paint_headline(ink, inside, self._words)
        inside.setTop(bottom + 28)
        inside.setTop(self._paint_notice(ink, inside))
        if self._overview is not None and self._now is not None:
            inside = self._paint_cut_offs(ink, inside, self._words, self._now)
            self._paint_work(ink, inside, _work(self._overview, self._words, self._now))
            self._paint_day(ink, self._overview, self._words)

    def _hero(self) -> QRectF:
        room = self.room
        wide = room.width() - ROWS - 3 * GUTTER
        return QRectF(GUTTER, HEADER + 20, wide, room.height() - HEADER - FOOTER - 40)

    def _paint_headline(self, ink: Ink, inside: QRectF, words: Words) -> float:
        said = ink.write(inside, Run(words("Scan an order"), HEADLINE), lines=2)
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

    def _paint_cut_offs(self, ink: Ink, inside: QRectF, words: Words, now: datetime) -> QRectF:
        """Each carrier's next cut-off, when there are several; the answer is the room above.

        As many as leave room for the large count.
        """
        fit = min(MOST_CUT_OFFS, int((inside.height() - 14 - WORK) / CUT_OFF))
        offs = () if self._overview is None else self._overview.cut_offs[: max(fit, 0)]
        if len(offs) < SEVERAL:
            return inside
        top = inside.bottom() - len(offs) * CUT_OFF
        for off in offs:
            row = QRectF(inside.left(), top, inside.width(), CUT_OFF)
            ink.rule(row.left(), row.right(), row.top())
            clock, rest = cut_off(off, now, words)
            taken = ink.write(row, Run(clock, CLOCK), align=MIDDLE)
            said = QRectF(max(taken.right() + 16, row.left() + 78), top, 0, CUT_OFF)
            said.setRight(row.right())
            ink.write(said, Run(off.carrier, TEXT_BOLD), Run(rest, TEXT, SOFT), align=MIDDLE)
            top += CUT_OFF
        return inside.adjusted(0, 0, 0, -len(offs) * CUT_OFF - 14)

    def _paint_day(self, ink: Ink, overview: Overview, words: Words) -> None:
        room = self.room
        box = QRectF(0, room.height() - FOOTER, room.width(), FOOTER)
        ink.fill(box, CARD)
        ink.rule(0, room.width(), box.top())
        count = overview.packed_today
        said = words.n("{n} parcel packed today", "{n} parcels packed today", count)
        if count:
            box = QRectF(GUTTER, box.top(), self._buttons - GUTTER, FOOTER)
            ink.write(
                box, *stress(said, str(count), (TEXT, SOFT), (TEXT_BOLD, INK)), align=MIDDLE
            )

    def _tell(self) -> None:
        if self._words is not None:
            said = (self._words("Scan an order"), self._notice.sentence, self._notice.advice)
            self.read_out(". ".join(part for part in said if part))
        self.update()


def _work(overview: Overview, words: Words, now: datetime) -> tuple[str, tuple[Run, ...]]:
    """A large count and the sentence under it; ``now`` is in the shop's zone."""
    if not overview.waiting:
        return "", ()  # beside it stands that everything is packed
    if not overview.ready:
        return "", (Run(words("Nothing waits to be packed."), LEAD, SOFT),)
    if overview.cut_off is None or not overview.before_cut_off:
        said = words.n("order waits", "orders wait", overview.ready)
        return str(overview.ready), (Run(said, LEAD),)
    at = overview.cut_off.astimezone(now.tzinfo)
    clock, said = words.clock(at), before(at, now, words)
    if overview.minutes_of_work is not None:
        said = f"{said}, {_long(overview.minutes_of_work, words)}"
    return str(overview.before_cut_off), stress(said, clock, (LEAD, INK), (LEAD_BOLD, INK))


def cut_off(off: CutOff, now: datetime, words: Words) -> tuple[str, str]:
    """When a carrier comes and what waits for it; ``now`` is in the shop's zone."""
    told = words.n("{n} order", "{n} orders", off.orders)
    work = "" if off.minutes is None else f" · {time_left(off.minutes, words)}"
    return moment(off.at.astimezone(now.tzinfo), now, words), f" · {told}{work}"


def _long(minutes: int, words: Words) -> str:
    if minutes < LONG:
        return words.n("about {n} minute of work", "about {n} minutes of work", minutes)
    hours = round(minutes / 60)
    return words.n("about {n} hour of work", "about {n} hours of work", hours)


def stress(
    text: str, part: str, plain: tuple[Type, str], strong: tuple[Type, str]
) -> tuple[Run, ...]:
    """``text`` with the first ``part`` in it set as ``strong``."""
    before, found, after = text.partition(part)
    return Run(before, *plain), Run(found, *strong), Run(after, *plain)
