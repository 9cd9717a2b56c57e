"""Gets ready what the next right scan will show, while the hands are busy with its piece."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from packstation.domain.bench import Packing
from packstation.domain.outcomes import LineDone, PieceOk
from packstation.ui.bench_footer import BenchFooter
from packstation.ui.coming import Next
from packstation.ui.next_piece import NextPiece
from packstation.ui.order_card import OrderCard
from packstation.words.words import Words

AT_ONCE: Final = 0
"""As soon as the window has nothing else to do: what was scanned is painted by then."""


class Rehearsal(QObject):
    """Words are laid out and pictures read once; a scan then finds them done."""

    def __init__(
        self, coming: NextPiece, order: OrderCard, footer: BenchFooter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._coming, self._order, self._footer = coming, order, footer
        self._of: tuple[Packing, Words] | None = None
        self._idle = QTimer(self, singleShot=True, interval=AT_ONCE)
        self._idle.timeout.connect(self._rehearse)

    def begin(self, bench: Packing, words: Words) -> None:
        """Soon: ``bench`` is what is being shown now."""
        self._of = bench, words
        self._idle.start()

    @Slot()
    def _rehearse(self) -> None:
        if self._of is None:
            return
        (bench, words), self._of = self._of, None
        position = bench.next_position
        if position is None:
            return
        line, left = bench.order.lines[position], bench.left(position) - 1
        said = PieceOk(line, left) if left else LineDone(line)
        self._footer.rehearse(said, bench, words)
        after = replace(bench, counts=_filled(bench, position))
        coming = after.next_position
        if coming is not None:
            self._coming.rehearse(Next.on(after, words), words)
            self._order.rehearse(after, coming, words)


def _filled(bench: Packing, position: int) -> tuple[int, ...]:
    counts = list(bench.counts)
    counts[position] = bench.need(position)
    return tuple(counts)
