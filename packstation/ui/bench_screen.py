"""The packing screen: shows where an order stands, and nothing it was not told."""

from datetime import datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.outcomes import Outcome, PlanShown
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.ui.bench_footer import BenchFooter
from packstation.ui.customer_card import CustomerCardView, Portrait
from packstation.ui.flags_bar import FlagsBar
from packstation.ui.header import Header, Heading
from packstation.ui.look import FOOTER, GUTTER, HEADER
from packstation.ui.next_piece import Next, NextPiece, height_for
from packstation.ui.order_card import MORE, ROW, Messages, OrderCard, Rows
from packstation.ui.painted import Painted, put
from packstation.ui.pictures import Pictures
from packstation.ui.question_card import QuestionCard
from packstation.ui.touch_cards import TouchCards
from packstation.words import card_phrases as phrases
from packstation.words.words import Words

TOP, BETWEEN, GAP = 14.0, 18.0, 9.0
LEFT_SHARE: Final = 548 / (1366 - 2 * GUTTER - BETWEEN)
"""The order's column, of the room both columns have."""
FEW: Final = ROW + MORE
"""Below this, messages do not push the rows."""


class BenchScreen(Painted):
    """What whoever packs looks at all day. ``wished`` carries what was pressed, as a Wish."""

    wished = Signal(object)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words = Words(
            "", NullTranslations()
        )  # until the first step brings its own
        self._zone = ZoneInfo("UTC")
        self._now: datetime | None = None
        self._name = self._leaves = ""
        self._bench: Packing | None = None
        self.header = Header(self)
        self.flags = FlagsBar(self)
        self.next = NextPiece(Pictures(pictures), words, self)
        self.question = QuestionCard(self)
        self.order = OrderCard(words, self)
        self.messages = Messages(self)
        self.customer = CustomerCardView(self)
        self.touches = TouchCards(words, self)
        self.footer = BenchFooter(self)
        self.question.hide()
        for part in (self.question, self.touches, self.footer):
            part.wished.connect(self.wished)

    @Slot(object)
    def show_step(self, step: Step, words: Words, zone: ZoneInfo) -> None:
        """Show a step whose bench is Packing; any other is not for this screen."""
        bench = step.bench
        if not isinstance(bench, Packing):
            return
        before, known = self._bench, self._words
        self._bench, self._words, self._zone = bench, words, zone
        if before is None or before.order is not bench.order or known is not words:
            self._open(bench, words)
        self._show_counts(bench, step.outcome)
        self.touches.show_plan(bench, words)
        self._show_question(bench)

    def show_printing(self, printing: Printing) -> None:
        self.header.show_printing(printing, self._words)

    def show_clock(self, now: datetime) -> None:
        """Tell the minutes to the cut-off anew; ``now`` is aware, in any zone."""
        self._now = now
        self._tell_time()
        self._show_heading()

    def name_bench(self, name: str) -> None:
        """Say in the header which bench this is."""
        self._name = name
        self._show_heading()

    def press_number(self, number: int) -> None:
        """A number key: the touch with this number goes in."""
        self.touches.press(number)

    # ---- what is shown of a step

    def _open(self, bench: Packing, words: Words) -> None:
        order = bench.order
        self.flags.show_flags(phrases.flags(order, words))
        self.messages.show_messages(order, words)
        today = order.placed_at.astimezone(self._zone).date()
        self.customer.show_portrait(Portrait.of(bench, today, words))
        self.footer.open(bench, words)
        self._tell_time()
        self.arrange()

    def _show_counts(self, bench: Packing, outcome: Outcome) -> None:
        self._show_heading()
        self.next.show_next(Next.on(bench), self._words)
        self.order.show_rows(Rows.on(bench), self._words)
        if not isinstance(outcome, PlanShown):  # the plan comes by itself: no answer to a scan
            self.footer.show_outcome(outcome, self._words)
        self.footer.show_bench(bench, self._words)

    def _show_question(self, bench: Packing) -> None:
        if bench.asked:
            self.question.show_question(bench, self._words)
        if bench.asked == self.question.isHidden():
            self.question.setVisible(bench.asked)
            self.next.setVisible(not bench.asked)
            self.arrange()

    def _show_heading(self) -> None:
        bench, words = self._bench, self._words
        if bench is None:
            return
        order = bench.order
        self.header.show_heading(
            Heading(
                title=words("Order {number}", number=order.number),
                beside=phrases.counted(bench.in_box, order.pieces, words),
                leaves=self._leaves,
                carrier=order.carrier,
                name=bench.packer.name,
                bench=phrases.bench(self._name, words),
            )
        )

    def _tell_time(self) -> None:
        at = None if self._bench is None else self._bench.order.leaves_at
        if at is None or self._now is None:
            self._leaves = ""
            return
        now = self._now.astimezone(self._zone)
        self._leaves = phrases.leaves(at.astimezone(self._zone), now, self._words)

    # ---- where it lies

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        flags = self.flags.height_at(room.width())
        self.flags.setVisible(flags > 0)
        put(self.flags, QRectF(0, HEADER, room.width(), flags))
        put(self.footer, QRectF(0, room.height() - FOOTER, room.width(), FOOTER))
        main = QRectF(
            GUTTER,
            HEADER + flags + TOP,
            room.width() - 2 * GUTTER,
            room.height() - HEADER - flags - FOOTER - 2 * TOP,
        )
        if self._bench is None or main.height() < 1:
            return
        wide = LEFT_SHARE * (main.width() - BETWEEN)
        self._arrange_order(QRectF(main.left(), main.top(), wide, main.height()), self._bench)
        right = main.left() + wide + BETWEEN
        self._arrange_customer(QRectF(right, main.top(), main.right() - right, main.height()))

    def _arrange_order(self, column: QRectF, bench: Packing) -> None:
        wide = column.width()
        first = height_for(bench.order, wide)
        if bench.asked:
            first = max(first, self.question.height_at(wide))
        top = column.top()
        put(
            self.question if bench.asked else self.next, QRectF(column.left(), top, wide, first)
        )
        top += first + GAP
        rows, said = self._share(column.bottom() - top, wide, bench)
        put(self.order, QRectF(column.left(), top, wide, rows))
        self.messages.setVisible(not self.messages.silent)
        put(self.messages, QRectF(column.left(), top + rows + GAP, wide, said))

    def _share(self, room: float, wide: float, bench: Packing) -> tuple[float, float]:
        """How high rows and messages are: messages keep at most half when both are long."""
        rows = self.order.height_wanted(bench.order)
        if self.messages.silent:
            return min(rows, room), 0.0
        room -= GAP
        said = self.messages.height_at(wide, max(room - rows, min(room / 2, room - FEW)))
        return min(rows, room - said), said

    def _arrange_customer(self, column: QRectF) -> None:
        high = min(self.customer.height_at(column.width()), column.height())
        put(self.customer, QRectF(column.left(), column.top(), column.width(), high))
        top = column.top() + high + GAP
        put(
            self.touches,
            QRectF(column.left(), top, column.width(), max(0.0, column.bottom() - top)),
        )
