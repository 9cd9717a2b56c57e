"""Sheets for the shelves, from the free screen: which orders, what cart, and print."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.picking import (
    MOST,
    MOST_SLOTS,
    AskPicking,
    PickingChoice,
    PickingNews,
    PickingOut,
    PrintPicking,
    ToPick,
)
from packstation.domain.shop import Packer
from packstation.ui.button import Button, Weight
from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run
from packstation.ui.look import BIG_TEXT_BOLD, BOLD, BUTTON, SOFT, TEXT, Type
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words import picking_phrases as say
from packstation.words.phrases import Tone
from packstation.words.words import Words

COUNT: Final = Type(44, BOLD, figures=True, leading=1.1)
HEAD, STEP, SHOWN, BLOCK = 36.0, 92.0, 112.0, 156.0
USUAL_ORDERS: Final = 10
USUAL_SLOTS: Final = 6
_AGAIN: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up)
"""Keys that count on while a finger rests on them.

No figures: beside a minus or a plus their names would read as amounts.
"""


class _Choice(Button):
    """One that leaves the arrows to the panel: with the focus on it, they still count."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _AGAIN:
            event.ignore()  # Qt would go to the next button; here they count
        else:
            super().keyPressEvent(event)


class PickingPanel(Panel):
    """``picking_asked`` carries a PickingErrand and who asks; show_news brings the answers."""

    picking_asked = Signal(object, object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._packer: Packer | None = None
        self._there: ToPick | None = None
        self._now: datetime | None = None
        self._choice = PickingChoice()
        self._said = ""
        self._went = Tone.QUIET
        self._busy = False
        self.until = _Choice(parent=self, hint="1")
        self.fewer = _Choice("\N{MINUS SIGN}", self, hint="←")
        self.more = _Choice("+", self, hint="→")
        self.no_cart = _Choice(parent=self, hint="2")
        self.smaller = _Choice("\N{MINUS SIGN}", self, hint="↓")
        self.larger = _Choice("+", self, hint="↑")
        self.print = _Choice(parent=self, hint="⏎")
        self.until.clicked.connect(lambda: self._choose(0, self._choice.slots))
        self.fewer.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.no_cart.clicked.connect(lambda: self._choose(self._choice.orders, 0))
        self.smaller.clicked.connect(lambda: self._resize(-1))
        self.larger.clicked.connect(lambda: self._resize(1))
        self.print.clicked.connect(self._print)

    # ---- what it is told

    def ask(self, packer: Packer, words: Words) -> None:
        """Ask anew what waits: orders come and go."""
        self._packer, self._words = packer, words
        self._there, self._said, self._busy = None, "", False
        self._went = Tone.QUIET
        self.picking_asked.emit(AskPicking(), packer)
        self._show()

    def tell_time(self, now: datetime) -> None:
        """``now`` is in the shop's zone."""
        self._now = now

    @Slot(object)
    def show_news(self, news: PickingNews) -> None:
        match news:
            case ToPick(choice=choice):
                usual = choice.orders or (0 if news.before else USUAL_ORDERS)
                self._there, self._choice = news, PickingChoice(usual, choice.slots)
            case PickingOut():
                self._said, self._busy = say.came_out(news, self._words), False
                self._went = _tone_of(news)
                if self._printed and self.print.hasFocus():
                    self.setFocus()  # the Enter that printed prints nothing more
        self._show()

    # ---- what is chosen

    @property
    def choice(self) -> PickingChoice:
        return self._choice

    @property
    def _printed(self) -> bool:
        """Whether just this has come out: once more is for somebody who really wants it."""
        return self._went is Tone.GOOD

    @property
    def orders(self) -> int:
        """So many would be printed now."""
        if self._there is None:
            return 0
        wanted = self._choice.orders or self._there.before
        return min(wanted, self._there.waiting, MOST)

    def _step(self, by: int) -> None:
        most = 0 if self._there is None else min(self._there.waiting, MOST)
        if most:
            self._choose(max(1, min(self.orders + by, most)), self._choice.slots)

    def _resize(self, by: int) -> None:
        slots = self._choice.slots
        wanted = slots + by if slots else USUAL_SLOTS
        self._choose(self._choice.orders, max(2, min(wanted, MOST_SLOTS)))

    def _choose(self, orders: int, slots: int) -> None:
        self._choice, self._said = PickingChoice(orders, slots), ""
        self._went = Tone.QUIET
        self._show()

    def _print(self) -> None:
        if self._packer is not None and self.orders and not self._busy:
            self._busy, self._said = True, self._words("The sheets are being drawn…")
            self._went = Tone.QUIET
            self.picking_asked.emit(PrintPicking(self._packer, self._choice), self._packer)
            self._show()

    def press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        enter = None if self._printed else self.print
        pressed = {
            Qt.Key.Key_1: self.until,
            Qt.Key.Key_Left: self.fewer,
            Qt.Key.Key_Right: self.more,
            Qt.Key.Key_2: self.no_cart,
            Qt.Key.Key_Down: self.smaller,
            Qt.Key.Key_Up: self.larger,
            Qt.Key.Key_3: self.print if self._printed else None,
            Qt.Key.Key_Return: enter,
            Qt.Key.Key_Enter: enter,
        }.get(key)
        if pressed is None or pressed.isHidden():
            return False
        if key in _AGAIN or not event.isAutoRepeat():
            pressed.click()
        return True

    # ---- what it shows

    def _show(self) -> None:
        words, there = self._words, self._there
        self._label(words)
        any_ = there is not None and there.waiting > 0
        for button in (self.fewer, self.more, self.no_cart, self.smaller, self.larger):
            button.setVisible(any_)
        self.print.setVisible(any_)
        self.until.setVisible(any_ and there is not None and there.before > 0)
        remark = "" if there is None else say.waiting(there, self._now, words)
        title = words("Sheets for the shelves")
        self.entitle(title, self._said or remark, words, self._went)
        told = (f"{title}.", self._said or remark, self._which, self._how)
        self.read_out(" ".join(filter(None, told)))

    def _label(self, words: Words) -> None:
        self.until.say(words("Until the cut-off"))
        self.no_cart.say(words("No cart"))
        self._label_print(words)
        for button, name in (
            (self.fewer, words("One order fewer")),
            (self.more, words("One order more")),
            (self.smaller, words("A smaller cart")),
            (self.larger, words("A larger cart")),
        ):
            button.setAccessibleName(name)

    def _label_print(self, words: Words) -> None:
        label = words.n("Print {n} sheet", "Print {n} sheets", self.orders)
        weight = Weight.RESTING if self._busy else Weight.NEXT
        if self._printed:
            label, weight = words("Print once more"), Weight.PLAIN
        elif self._went is Tone.CARE:
            label = words("Try to print again")
        self.print.say(label, weight)
        self.print.hint_at("3" if self._printed else "⏎")

    @property
    def _which(self) -> str:
        """Which orders, in a sentence."""
        there, words = self._there, self._words
        if there is None or not there.waiting:
            return ""
        if self._choice.orders == 0:
            return words("All that leave before the next cut-off")
        return words.n("The next order", "The next {n} orders", self.orders)

    @property
    def _how(self) -> str:
        there, words, slots = self._there, self._words, self._choice.slots
        if there is None or not there.waiting:
            return ""
        if not slots:
            return words("Each order by itself, without a list")
        carts = words.n("{n} cart", "{n} carts", -(-self.orders // slots))
        each = words("one list by place, then the sheets")
        return f"{carts}: {each}"

    @property
    def _blocks(self) -> tuple[QRectF, QRectF]:
        room = self.below
        upper = QRectF(room.left(), room.top(), room.width(), BLOCK)
        return upper, upper.translated(0, BLOCK)

    def arrange(self) -> None:
        super().arrange()
        upper, lower = self._blocks
        rows = (
            (upper, self.fewer, self.more, self.until),
            (lower, self.smaller, self.larger, self.no_cart),
        )
        for block, less, more, other in rows:
            top, left = block.top() + HEAD, block.left()
            put(less, QRectF(left, top, STEP, BUTTON))
            put(more, QRectF(left + STEP + SHOWN, top, STEP, BUTTON))
            wide = other.unit_width
            put(other, QRectF(block.right() - wide, top, wide, BUTTON))
        room = self.below
        put(self.print, QRectF(room.left(), room.bottom() - BUTTON, room.width(), BUTTON))

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        if self._there is None or not self._there.waiting:
            return
        words, slots = self._words, self._choice.slots
        heads = (words("Orders"), words("Slots on the cart"))
        counts = (str(self.orders), str(slots) if slots else "0")
        told = (self._which, self._how)
        for block, head, count, under in zip(self._blocks, heads, counts, told, strict=True):
            ink.write(block, Run(head, BIG_TEXT_BOLD))
            top = block.top() + HEAD
            shown = QRectF(block.left() + STEP, top, SHOWN, BUTTON)
            ink.write(shown, Run(count, COUNT), align=CENTRE)
            box = QRectF(block.left(), top + BUTTON + GAP - 2, block.width(), 28)
            ink.write(box, Run(under, TEXT, SOFT))


def _tone_of(news: PickingOut) -> Tone:
    if news.trouble:
        return Tone.CARE
    return Tone.GOOD if news.orders else Tone.QUIET
