"""Gets ready what the next right scan will show, while the hands are busy with its piece."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from packstation.domain.bench import Asking, Packing
from packstation.domain.counting import ask
from packstation.ui.bench_footer import BenchFooter
from packstation.ui.coming import Next
from packstation.ui.header import Header
from packstation.ui.next_piece import NextPiece
from packstation.ui.order_card import OrderCard
from packstation.words.card_phrases import counted
from packstation.words.words import Words

AT_ONCE: Final = 0
"""As soon as the window has nothing else to do: what was scanned is painted by then."""


class Rehearsal(QObject):
    """What the next piece will change is painted ahead; its scan only has to lay it down."""

    def __init__(
        self,
        header: Header,
        coming: NextPiece,
        order: OrderCard,
        footer: BenchFooter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._header = header
        self._coming, self._order, self._footer = coming, order, footer
        self._of: tuple[Packing, Words] | None = None
        self._known: tuple[Packing, Words, Next] | None = None
        self._idle = QTimer(self, singleShot=True, interval=AT_ONCE)
        self._idle.timeout.connect(self._rehearse)

    def begin(self, bench: Packing, words: Words) -> None:
        """Soon: ``bench`` is what is being shown now."""
        self._of = bench, words
        self._idle.start()

    def next_on(self, bench: Packing, words: Words) -> Next:
        """What the first card says of ``bench``: worked out before, if that was foreseen."""
        match self._known:
            case (foreseen, language, coming) if language is words and foreseen == bench:
                return coming
            case _:
                return Next.on(bench, words)

    @Slot()
    def _rehearse(self) -> None:
        if self._of is None:
            return
        (bench, words), self._of = self._of, None
        position = bench.next_position
        if position is None:
            return
        after, said = ask(bench, Asking(position, 1))
        if after is not bench:  # or it asks for more first
            coming = Next.on(after, words)
            self._known = after, words, coming
            self._header.rehearse(counted(after.in_box, after.order.pieces, words))
            self._coming.rehearse(coming, words)
            self._order.rehearse(after, coming.place, words)
            self._footer.rehearse(said, after, words)
