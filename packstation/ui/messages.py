"""What was written with the order, under its lines."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Order
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import BIG_TEXT, CARD, NIGHT, NOTE, NOTE_EDGE, SMALL, SOFT
from packstation.ui.order_card import MORE, ROW, OrderCard
from packstation.ui.painted import Painted
from packstation.words.words import Words

GAP: Final = 9.0
"""Between the cards of a column."""
FEW: Final = ROW + MORE
"""Below this, messages do not push the rows."""


class Messages(Painted):
    """What the customer wrote to the shop, and what the buyer wants the recipient to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = self._gift = ""
        self._label = ""
        self._room_each = 4

    def show_messages(self, order: Order, words: Words) -> None:
        self._said = f"“{order.message}”" if order.message else ""
        self._gift = f"“{order.gift_message}”" if order.gift_message else ""
        self._label = words("To read on the gift:")
        label = self._label if self._gift else ""
        self.read_out(" ".join(part for part in (self._said, label, self._gift) if part))
        self.update()

    @property
    def silent(self) -> bool:
        return not (self._said or self._gift)

    def share(self, room: float, wide: float, bench: Packing) -> tuple[float, float]:
        """How high the rows above and these are: at most half when both are long.

        Once nothing waits but the last question, a whole message is worth more than the rows.
        """
        rows = OrderCard.height_wanted(bench)
        if self.silent:
            return min(rows, room), 0.0
        room -= GAP
        done = bool(bench.asked) and bench.complete and not bench.short
        most = room if done else max(room - rows, min(room / 2, room - FEW))
        said = self.height_at(wide, most)
        left = min(rows, room - said)
        return 0.0 if done and left < rows else left, said

    def height_at(self, width: float, most: float) -> float:
        """How high at ``width``: with whole messages if that is at most ``most``."""
        for lines in (16, 12, 9, 7, 6, 5, 4, 3, 2, 1):
            self._room_each = lines
            high = self._height(width)
            if high <= most:
                return high
        return self._height(width)

    def _height(self, width: float) -> float:
        said = self._block_height((self._run(self._said),), width) if self._said else 0
        gift = self._block_height(self._gift_runs, width) if self._gift else 0
        return said + gift + (10 if said and gift else 0)

    def _block_height(self, runs: tuple[Run, ...], width: float) -> float:
        return height_of(runs, width - 38, self._room_each) + 20

    @property
    def _gift_runs(self) -> tuple[Run, ...]:
        return Run(self._label + " ", SMALL, SOFT), self._run(self._gift)

    def _run(self, text: str) -> Run:
        return Run(text, BIG_TEXT)

    def paint(self, ink: Ink) -> None:
        top, wide = 0.0, self.room.width()
        if self._said:
            runs: tuple[Run, ...] = (self._run(self._said),)
            box = QRectF(0, top, wide, self._block_height(runs, wide))
            ink.banner(box, CARD, NIGHT)
            ink.write(box.adjusted(22, 10, -16, -10), *runs, lines=self._room_each)
            top = box.bottom() + 10
        if self._gift:
            runs = self._gift_runs
            box = QRectF(0, top, wide, self._block_height(runs, wide))
            ink.dashed(box, NOTE, NOTE_EDGE)
            ink.write(box.adjusted(22, 10, -16, -10), *runs, lines=self._room_each)
