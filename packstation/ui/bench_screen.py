"""The packing screen: shows where an order stands, and nothing it was not told."""

from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.outcomes import Outcome, PlanShown
from packstation.domain.packing import Step
from packstation.domain.scans import Seal
from packstation.ui.bench_footer import BenchFooter
from packstation.ui.bench_heading import BenchHeading
from packstation.ui.bench_panels import BenchPanels
from packstation.ui.coming import Next, line_beside
from packstation.ui.customer_card import CustomerCardView, Portrait
from packstation.ui.detail_card import DetailCard
from packstation.ui.first_card import FirstCard
from packstation.ui.flags_bar import FlagsBar
from packstation.ui.header import Header
from packstation.ui.look import FOOTER, GUTTER, HEADER
from packstation.ui.messages import GAP, Messages
from packstation.ui.news_line import NewsLine
from packstation.ui.next_piece import NextPiece
from packstation.ui.number_keys import NumberKeys
from packstation.ui.opener_card import HEIGHT as OPENER
from packstation.ui.opener_card import OpenerCard
from packstation.ui.order_card import Lines, OrderCard
from packstation.ui.painted import Painted, put
from packstation.ui.pictures import Pictures
from packstation.ui.question_card import QuestionCard
from packstation.ui.rehearsal import Rehearsal
from packstation.ui.standing import Standing
from packstation.ui.touch_cards import TouchCards
from packstation.words.words import Words

TOP, BETWEEN = 14.0, 18.0
LEFT_SHARE: Final = 548 / (1366 - 2 * GUTTER - BETWEEN)
"""The order's column, of the room both columns have."""
TOUCHES: Final = 150.0
"""What a card with much to read leaves for them."""


class BenchScreen(Painted):
    """What whoever packs looks at all day. ``wished`` carries what was pressed, as a Wish."""

    wished = Signal(object)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words = Words("", NullTranslations())  # each step brings its own
        self._zone = ZoneInfo("UTC")
        self._bench: Packing | None = None
        self.header = Header(self)
        self.heading = BenchHeading(self.header, words)
        self.flags = FlagsBar(self)
        self.news = NewsLine(self)
        self.next = NextPiece(Pictures(pictures), words, self)
        self.question = QuestionCard(self)
        self.order = OrderCard(self)
        self.messages = Messages(self)
        self.customer = CustomerCardView(self)
        self.opener = OpenerCard(self)
        self.touches = TouchCards(words, self)
        self.footer = BenchFooter(self)
        self._rehearsal = Rehearsal(self.heading, self.next, self.order, self.footer, self)
        self.detail = DetailCard(self)
        self.panels = BenchPanels(words, self)
        self.numbers = NumberKeys(self)
        self.first = FirstCard(self.next, self.question, self.detail)
        self._chosen: int | None = None
        self._main = self._beside = QRectF()
        self._join()

    def _join(self) -> None:
        asking = self.question, self.detail, self.opener, self.news
        for part in (*asking, self.next, self.footer, self.panels):
            part.wished.connect(self.wished)
        self.touches.wished.connect(lambda wish: self.wished.emit(self.panels.whole(wish)))
        self.touches.drafts_asked.connect(self.panels.open_note)
        self.touches.why_asked.connect(self.panels.open_why)
        self.touches.own_asked.connect(self.panels.open_own)
        self.panels.chosen.connect(self.choose)
        self.panels.changed.connect(self._follow_panel)
        self.order.chosen.connect(self._choose_and_tell)
        self.detail.touched.connect(self.panels.open_detail)
        self.next.count_asked.connect(self.panels.open_count)
        self.footer.code_asked.connect(self.panels.open_code)
        self.footer.problem_told.connect(self.tell_problem)
        self.panels.open_from(self.footer.code, self.footer.problem)
        self.numbers.alone.connect(self.touches.press)
        self.numbers.waiting.connect(self.touches.expect)
        self.numbers.begun.connect(self.panels.open_code_with)

    @Slot(object)
    def show_step(self, step: Step, words: Words, zone: ZoneInfo) -> None:
        """Show a step whose bench is Packing; any other is not for this screen."""
        bench = step.bench
        if not isinstance(bench, Packing):
            return
        before, known = self._bench, self._words
        self._bench, self._words, self._zone = bench, words, zone
        if before is None or before.counts != bench.counts:
            self._chosen = None  # a scan says which line the hands are at
        known_order = before and before.order is bench.order and before.card is bench.card
        same = known_order and before and before.news is bench.news
        if not same or known is not words:
            self._open(bench, words)
        moved = self.news.show_bench(bench, words)
        if self.opener.show_bench(bench, words) or moved:
            self.arrange()
        self._show_counts(bench, step.outcome)
        self.touches.show_plan(bench, words)
        self._show_first_card(bench, step.outcome)
        self.panels.show_step(bench, step.outcome, words)
        self._rehearsal.begin(bench, words)

    @Slot(int)
    def choose(self, position: int) -> None:
        """Look at this line, until the next piece is counted."""
        bench = self._bench
        if bench is None or not 0 <= position < len(bench.counts) or bench.left(position) < 1:
            return
        self._chosen = position
        coming = Next.on(bench, self._words, position)
        self._show_lines(coming, Lines.on(bench, coming.place, self._words))

    def tell_problem(self) -> None:
        """Ask what is wrong with the line one looks at."""
        self.panels.open_problem(self._chosen)

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        if self.panels.press(event) or self.numbers.press(event):
            return True
        act = self._acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    @property
    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_F12: partial(self.wished.emit, Seal()),
            Qt.Key.Key_F3: self.panels.open_why,
            Qt.Key.Key_F4: self.panels.open_note,
            Qt.Key.Key_F5: partial(self.opener.press, 0),
            Qt.Key.Key_F6: partial(self.opener.press, 1),
            Qt.Key.Key_F7: partial(self.opener.press, 2),
            Qt.Key.Key_F9: self.tell_problem,
            Qt.Key.Key_F10: self.news.take_in,
            Qt.Key.Key_F11: self.question.empty,
            Qt.Key.Key_F8: self.next.confirm,
            Qt.Key.Key_F2: self.panels.open_code,
            Qt.Key.Key_Slash: self.panels.open_code,
            Qt.Key.Key_Plus: self.panels.open_count,
            Qt.Key.Key_Asterisk: self.panels.open_count,
            Qt.Key.Key_Up: partial(self._step_line, -1),
            Qt.Key.Key_Down: partial(self._step_line, 1),
        }

    def _step_line(self, step: int) -> None:
        beside = None if self._bench is None else line_beside(self._bench, self._chosen, step)
        if beside is not None:
            self.choose(beside)

    @Slot(int)
    def _choose_and_tell(self, position: int) -> None:
        self.choose(position)
        if self.panels.up is self.panels.problem:
            self.tell_problem()

    @Slot()
    def _follow_panel(self) -> None:
        up = self.panels.up is not None
        self.customer.setVisible(not up)
        self.opener.setVisible(not up and self.opener.asks)
        self.touches.setVisible(not up)
        wide = self.panels.up is self.panels.note
        for part in (self.first.up, self.order, self.messages):
            part.setVisible(not wide)
        self.arrange()
        if not up:
            self.panels.give_back_focus(self)

    # ---- what is shown of a step

    def _open(self, bench: Packing, words: Words) -> None:
        self.numbers.forget()
        self.flags.show_bench(bench, words)
        self.messages.show_messages(bench.order, words)
        today = bench.order.placed_at.astimezone(self._zone).date()
        self.customer.show_portrait(Portrait.of(bench, today, words))
        self.footer.open(bench, words)
        self.arrange()

    def _show_counts(self, bench: Packing, outcome: Outcome) -> None:
        stands = self._standing(bench, outcome)
        self.heading.show_bench(bench, self._words, self._zone, stands.in_box)
        self._show_lines(stands.coming, stands.lines)
        if not isinstance(outcome, PlanShown):  # the plan comes by itself: no answer to a scan
            self.footer.show_said(stands.said)
        self.footer.show_bench(bench, stands.sealing)

    def _standing(self, bench: Packing, outcome: Outcome) -> Standing:
        if self._chosen is None:
            return self._rehearsal.standing(bench, outcome, self._words)
        return Standing.on(bench, outcome, self._words, self._chosen)

    def _show_lines(self, coming: Next, lines: Lines) -> None:
        self.next.show_next(coming, self._words)
        self.order.show_lines(lines)

    def _show_first_card(self, bench: Packing, outcome: Outcome) -> None:
        if self.first.show_bench(bench, outcome, self._words):
            self.arrange()
            # Also when this screen comes up only now: what is typed answers the question.
            asks = self.detail.field if self.first.up is self.detail else None
            self.setFocusProxy(asks)  # type: ignore[arg-type] # Qt takes None for no proxy
            self.setFocus()

    # ---- where it lies

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        bands = self._arrange_bands(room.width())
        put(self.footer, QRectF(0, room.height() - FOOTER, room.width(), FOOTER))
        main = QRectF(
            GUTTER,
            HEADER + bands + TOP,
            room.width() - 2 * GUTTER,
            room.height() - HEADER - bands - FOOTER - 2 * TOP,
        )
        if self._bench is None or main.height() < 1:
            return
        wide = LEFT_SHARE * (main.width() - BETWEEN)
        self._arrange_order(QRectF(main.left(), main.top(), wide, main.height()), self._bench)
        right = main.left() + wide + BETWEEN
        beside = QRectF(right, main.top(), main.right() - right, main.height())
        self._arrange_customer(beside)
        self._main, self._beside = main, beside
        self._arrange_panels()

    def _arrange_bands(self, wide: float) -> float:
        """What is said of the order as a whole, under the header; how high it is."""
        flags = self.flags.height_at(wide)
        self.flags.setVisible(flags > 0)
        put(self.flags, QRectF(0, HEADER, wide, flags))
        put(self.news, QRectF(0, HEADER + flags, wide, self.news.high))
        return flags + self.news.high

    def _arrange_panels(self) -> None:
        """Beside the work; only what is written by hand has all the room there is."""
        wide = self.panels.up is self.panels.note
        put(self.panels, self._main if wide else self._beside)
        if wide:
            self.panels.raise_()

    def _arrange_order(self, column: QRectF, bench: Packing) -> None:
        wide = column.width()
        first = self.first.height_at(bench.order, wide)
        top = column.top()
        put(self.first.up, QRectF(column.left(), top, wide, first))
        top += first + GAP
        rows, said = self.messages.share(column.bottom() - top, wide, bench)
        put(self.order, QRectF(column.left(), top, wide, rows))
        self.messages.setVisible(not self.messages.silent)
        put(self.messages, QRectF(column.left(), top + rows + GAP, wide, said))

    def _arrange_customer(self, column: QRectF) -> None:
        room = max(column.height() - TOUCHES, 0.0)
        high = min(self.customer.height_at(column.width()), room)
        put(self.customer, QRectF(column.left(), column.top(), column.width(), high))
        top = column.top() + high + GAP
        if self.opener.asks:
            put(self.opener, QRectF(column.left(), top, column.width(), OPENER))
            top += OPENER + GAP
        below = max(0.0, column.bottom() - top)
        put(self.touches, QRectF(column.left(), top, column.width(), below))
