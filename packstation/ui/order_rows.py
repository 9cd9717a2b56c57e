"""The orders that wait, a row each; a tap opens one."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.orders import Overview, Waiting
from packstation.domain.scans import OpenOrder, Release
from packstation.domain.shop import Packer, Shop
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, TOP_CENTRE, Run, width_of
from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    BIG_TEXT,
    BIG_TEXT_BOLD,
    BOLD,
    CARD,
    INK,
    OK,
    SHADE,
    SMALL_BUTTON,
    SOFT,
    TEXT,
    WARN,
    Type,
    scale_of,
)
from packstation.ui.painted import Painted, focus_near, put
from packstation.ui.whom import whom, write_whom
from packstation.words.cut_off import moment, time_left
from packstation.words.words import Words

ROW = 58.0
ORDER = "order_id"
EDGE_ROOM = 6.0
TITLE = 36.0
HELD_AT_LEAST = 2
"""What is held, and why, is seen even when many wait."""
NOTHING = Type(26, BOLD)
NUMBER = Type(22, BOLD, figures=True)
NUMBER_WIDTH = 200.0
LATEST_WIDTH = 230.0


class OrderRow(Button):
    """One waiting order: number, for whom and what, when it leaves or why it does not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.ensurePolished()  # it would take the next line back
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the plate fills all of it
        self.order_id = 0
        self._shown: tuple[Waiting, tuple[Run, ...], tuple[str, bool]] | None = None
        self._number = ""
        self._who: tuple[Run, ...] = ()
        self._when = Run("", TEXT)
        self._late = False
        self._held = False

    def show_waiting(
        self, waiting: Waiting, who: tuple[Run, ...], when: tuple[str, bool]
    ) -> None:
        """``when`` is what to say on the right, and whether it is the next to leave."""
        shown = waiting, who, when
        if shown == self._shown:
            return
        self._shown = shown
        self.order_id = waiting.id
        self._number = waiting.number
        self._held = waiting.state != "open"
        self._late = when[1]
        self._who = who
        self._when = Run(
            when[0],
            BIG_TEXT_BOLD if self._late else BIG_TEXT,
            WARN if self._late else SOFT,
        )
        read = "".join(run.text for run in self._who)
        self.say(f"{waiting.number} {read} {when[0]}")
        self.update()

    def paint_plate(self, ink: Ink, box: QRectF) -> None:
        fill = ACT_SOFT if self.isDown() else SHADE if self._held else CARD
        ink.fill(box, fill)
        ink.rule(0, box.width(), box.height() - 1)
        if self.hasFocus():
            ink.card(box, fill, ACT, pen=3, radius=8)

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        wide = min(width_of(self._when) + 1, LATEST_WIDTH)
        end = box.right() - 16
        ink.write(QRectF(end - wide, 0, wide, ROW), self._when, align=MIDDLE_RIGHT)
        sign = 26 if self._late or self._held else 0
        spot = QRectF(end - wide - sign, ROW / 2 - 10, 20, 20)
        if self._held:
            marks.pause(ink, spot, SOFT)
        elif self._late:
            marks.clock(ink, spot, WARN)
        number = Run(self._number, NUMBER, INK)
        taken = ink.write(QRectF(16, 0, NUMBER_WIDTH, ROW), number, align=MIDDLE)
        left = max(96.0, taken.right() + 18)
        room = QRectF(left, 0, end - wide - sign - 10 - left, ROW)
        write_whom(ink, room, self._who)


class OrderRows(Painted):
    """As many rows as there is room for, and how many more there are."""

    wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[OrderRow] = []
        self.releases: list[Button] = []
        self._may_release = False
        self._shown: tuple[Overview, Words, Shop, datetime] | None = None

    def know_packer(self, packer: Packer) -> None:
        """Only some may let a held order go."""
        self._may_release = packer.may_release
        self._fill()

    def show_overview(
        self, overview: Overview, words: Words, shop: Shop, now: datetime
    ) -> None:
        self._shown = overview, words, shop, now
        self._fill()

    def arrange(self) -> None:
        for place, row in enumerate(self.rows):
            put(row, QRectF(0, TITLE + place * ROW, self.room.width(), ROW))
        self._fill()

    def paint(self, ink: Ink) -> None:
        if self._shown is None:
            return
        overview, words, _, _ = self._shown
        if not overview.waiting:
            self._paint_nothing(ink, words)
            return
        title = Run(words("Waiting to leave"), BIG_TEXT_BOLD)
        count = Run(f" · {_counts(overview, words)}", BIG_TEXT, SOFT)
        ink.write(QRectF(0, 0, self.room.width(), 28), title, count)
        for button in self.releases:
            if not button.isHidden():
                top = button.y() / scale_of(button) - 5
                box = QRectF(0, top, self.room.width(), ROW)
                ink.fill(box, SHADE)
                ink.rule(0, box.width(), box.bottom() - 1)
        more = _more(overview, len(self._visible()), words)
        if more:
            top = TITLE + len(self._visible()) * ROW
            ink.write(QRectF(16, top + 6, self.room.width(), 28), Run(more, TEXT, SOFT))

    def _paint_nothing(self, ink: Ink, words: Words) -> None:
        box = QRectF(0, 0, self.room.width(), 250)
        ink.card(box, radius=16)
        marks.parcel(ink, QRectF(box.center().x() - 45, 34, 90, 90), OK)
        said = box.adjusted(40, 142, -40, 0)
        done = Run(words("Everything is packed"), NOTHING)
        said.setTop(ink.write(said, done, align=TOP_CENTRE).bottom())
        new = Run(words("New orders come in through the office: F9."), BIG_TEXT, SOFT)
        ink.write(said, new, align=TOP_CENTRE)

    def _fill(self) -> None:
        if self._shown is None:
            return
        overview, words, shop, now = self._shown
        shown = self._visible()
        chosen = [row.order_id for row in self.rows if row is focus_near(self)]
        while len(self.rows) < len(shown):
            self._add_row()
        for row, waiting in zip(self.rows, shown, strict=False):
            row.show_waiting(
                waiting,
                whom(waiting, words, shop),
                _when(waiting, overview, words, now.astimezone(shop.zone)),
            )
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
        self._keep_focus(*chosen)
        self._fill_releases(shown, words)
        self.read_out(f"{words('Waiting to leave')}: {_counts(overview, words)}")
        self._repaint_around(len(shown))

    def _keep_focus(self, *chosen: int) -> None:
        """With its order wherever that went; no other takes its place under the hand."""
        if chosen:
            same = (row for row in self.rows if row.order_id in chosen and not row.isHidden())
            next(same, self.parentWidget() or self).setFocus()

    def _repaint_around(self, count: int) -> None:
        """All but the rows, which know themselves when they are new."""
        room = self.room
        self.repaint_part(QRectF(0, 0, room.width(), TITLE if count else room.height()))
        bottom = TITLE + count * ROW
        self.repaint_part(QRectF(0, bottom, room.width(), room.height() - bottom))
        for button in self.releases:
            self.update(0, button.y() - 5, self.width(), button.height() + 10)

    def _fill_releases(self, shown: tuple[Waiting, ...], words: Words) -> None:
        """A button on every held order, for whoever may let it go."""
        held = [n for n, it in enumerate(shown) if it.state == "held" and self._may_release]
        while len(self.releases) < len(held):
            self._add_release()
        for place, row in enumerate(self.rows):
            put(row, QRectF(0, TITLE + place * ROW, self.room.width(), ROW))
        for button, place in zip(self.releases, held, strict=False):
            button.say(words("Release"))
            number = shown[place].number
            button.setAccessibleName(words("Release order {number}", number=number))
            button.setProperty(ORDER, shown[place].id)
            top, right = TITLE + place * ROW, self.room.width() - EDGE_ROOM
            left = right - button.unit_width
            put(button, QRectF(left, top + 5, button.unit_width, SMALL_BUTTON))
            put(self.rows[place], QRectF(0, top, left, ROW))
        for n, button in enumerate(self.releases):
            button.setVisible(n < len(held))

    def _add_release(self) -> None:
        button = Button(parent=self, ground=SHADE)
        button.clicked.connect(lambda: self.wished.emit(Release(button.property(ORDER))))
        self.releases.append(button)

    def _visible(self) -> tuple[Waiting, ...]:
        if self._shown is None:
            return ()
        return _that_fit(self._shown[0].waiting, int((self.room.height() - TITLE - 34) / ROW))

    def _add_row(self) -> None:
        row = OrderRow(self)
        put(row, QRectF(0, TITLE + len(self.rows) * ROW, self.room.width(), ROW))
        row.clicked.connect(lambda: self.wished.emit(OpenOrder(row.order_id)))
        self.rows.append(row)


def _that_fit(waiting: tuple[Waiting, ...], room: int) -> tuple[Waiting, ...]:
    """The first of ``waiting``, but never without the first held ones."""
    if len(waiting) <= room:
        return waiting
    held = tuple(it for it in waiting if it.state != "open")[:HELD_AT_LEAST]
    ready = tuple(it for it in waiting if it.state == "open")[: max(0, room - len(held))]
    return (ready + tuple(it for it in waiting if it.state != "open"))[: max(1, room)]


def _counts(overview: Overview, words: Words) -> str:
    ready = words.n("{n} ready", "{n} ready", overview.ready)
    parked = words.n("{n} put aside", "{n} put aside", overview.parked)
    held = words.n("{n} on hold", "{n} on hold", overview.held)
    told = ((overview.parked, parked), (overview.held, held))
    return ", ".join((ready, *(text for count, text in told if count)))


def _more(overview: Overview, shown: int, words: Words) -> str:
    more = overview.ready + overview.parked + overview.held - shown
    return words.n("and {n} more", "and {n} more", more) if more > 0 else ""


def _when(
    waiting: Waiting, overview: Overview, words: Words, now: datetime
) -> tuple[str, bool]:
    """What to say of its leaving, and whether to hurry; ``now`` is in the shop's zone."""
    if waiting.state == "held":
        on_hold = words.p("an order", "on hold")
        return f"{on_hold} · {waiting.held_by}" if waiting.held_by else on_hold, False
    if waiting.state == "parked":
        aside = words.p("an order", "put aside")
        if waiting.parked_for:
            whom = words("for {name}", name=waiting.parked_for)
            return f"{aside} · {whom}", False
        return f"{aside} · {waiting.held_by}" if waiting.held_by else aside, False
    if waiting.state != "open":
        return words("with {name}", name=waiting.held_by) if waiting.held_by else "", False
    if waiting.leaves_at is None:
        return "", False
    at = waiting.leaves_at.astimezone(now.tzinfo)
    if at.date() != now.date():
        return moment(at, now, words), at < now
    minutes = int((at - now).total_seconds() // 60)
    if waiting.leaves_at == overview.cut_off or minutes < 0:
        return f"{words.clock(at)} · {time_left(minutes, words)}", True
    return words.clock(at), False
