"""Which card stands first: the next piece, or what must be answered before it."""

from packstation.domain.bench import AskBack, Packing
from packstation.domain.orders import Order
from packstation.domain.outcomes import Outcome
from packstation.domain.shop_news import is_cancelled
from packstation.ui.detail_card import DetailCard
from packstation.ui.next_piece import NextPiece
from packstation.ui.next_room import height_for
from packstation.ui.question_card import QuestionCard
from packstation.words.words import Words


class FirstCard:
    """Three cards in one place; ``up`` is the one that is seen."""

    def __init__(
        self, following: NextPiece, question: QuestionCard, detail: DetailCard
    ) -> None:
        self._following, self._question, self._detail = following, question, detail
        self.up: NextPiece | QuestionCard | DetailCard = following
        self._asked: AskBack | None = None
        question.hide()

    def show_bench(self, bench: Packing, outcome: Outcome, words: Words) -> bool:
        """Whether another card is up from now on, or the same one asks something else."""
        before, self.up = self.up, self._wanted(bench)
        asked, self._asked = self._asked, bench.asked
        if self.up is self._question:
            self._question.show_question(bench, outcome, words)
        if bench.asking is not None:
            self._detail.show_question(bench, words)
        for card in (self._following, self._question, self._detail):
            if card.isHidden() is (card is self.up):
                card.setVisible(card is self.up)
        return self.up is not before or bench.asked is not None or asked is not None

    def height_at(self, order: Order, width: float) -> float:
        """As much for every piece of ``order``; what is to be answered may need more."""
        high = height_for(order, width)
        asks = self.up is self._question
        return max(high, self._question.height_at(width)) if asks else high

    def _wanted(self, bench: Packing) -> NextPiece | QuestionCard | DetailCard:
        if bench.asked:
            return self._question
        if bench.asking is not None:
            return self._detail
        return self._question if is_cancelled(bench) else self._following
