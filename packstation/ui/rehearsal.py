"""Gets ready what the next right scan will show, while the hands are busy with its piece."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from packstation.domain.bench import Asking, Packing
from packstation.domain.counting import ask
from packstation.domain.outcomes import Outcome
from packstation.ui.bench_footer import BenchFooter
from packstation.ui.bench_heading import BenchHeading
from packstation.ui.next_piece import NextPiece
from packstation.ui.order_card import OrderCard
from packstation.ui.standing import Standing
from packstation.words.words import Words

TURNS: Final = 3
"""One before what was scanned is painted, and one for keys that came while it was."""


class Rehearsal(QObject):
    """What the next piece will change is painted ahead; its scan only has to lay it down."""

    def __init__(
        self,
        heading: BenchHeading,
        coming: NextPiece,
        order: OrderCard,
        footer: BenchFooter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._heading = heading
        self._coming, self._order, self._footer = coming, order, footer
        self._of: tuple[Packing, Words] | None = None
        self._foreseen: Standing | None = None
        self._turns = 0
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._wait)

    def begin(self, bench: Packing, words: Words) -> None:
        """Soon: ``bench`` is what is being shown now."""
        self._of, self._turns = (bench, words), TURNS
        self._idle.start()

    def standing(self, bench: Packing, outcome: Outcome, words: Words) -> Standing:
        """Worked out before, if it was foreseen."""
        foreseen = self._foreseen
        if foreseen is not None and foreseen.foresees(bench, outcome, words):
            return foreseen
        return Standing.on(bench, outcome, words)

    @Slot()
    def _wait(self) -> None:
        self._turns -= 1
        if self._turns:
            self._idle.start()
        else:
            self._rehearse()

    def _rehearse(self) -> None:
        if self._of is None:
            return
        (bench, words), self._of = self._of, None
        position = bench.next_position
        if position is None:
            return
        after, said = ask(bench, Asking(position, 1))
        if after is not bench:  # or it asks for more first
            self._foreseen = foreseen = Standing.on(after, said, words)
            self._heading.rehearse(foreseen.in_box)
            self._coming.rehearse(foreseen.coming, words)
            self._order.rehearse(foreseen.lines)
            self._footer.rehearse(foreseen.said, foreseen.sealing)
