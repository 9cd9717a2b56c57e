"""Which card stands first: the next piece, or what must be answered before it."""

from packstation.domain.bench import Packing
from packstation.domain.outcomes import Outcome
from packstation.ui.detail_card import DetailCard
from packstation.ui.next_piece import NextPiece
from packstation.ui.question_card import QuestionCard
from packstation.words.words import Words


class FirstCard:
    """Three cards in one place; ``up`` is the one that is seen."""

    def __init__(
        self, following: NextPiece, question: QuestionCard, detail: DetailCard
    ) -> None:
        self._following, self._question, self._detail = following, question, detail
        self.up: NextPiece | QuestionCard | DetailCard = following
        question.hide()

    def show_bench(self, bench: Packing, outcome: Outcome, words: Words) -> bool:
        """Whether another card is up from now on, or the same one asks something else."""
        if bench.asked:
            self._question.show_question(bench, outcome, words)
        if bench.asking is not None:
            self._detail.show_question(bench, words)
        before, self.up = self.up, self._wanted(bench)
        for card in (self._following, self._question, self._detail):
            if card.isHidden() is (card is self.up):
                card.setVisible(card is self.up)
        return self.up is not before or bench.asked is not None

    def _wanted(self, bench: Packing) -> NextPiece | QuestionCard | DetailCard:
        if bench.asked:
            return self._question
        return self._following if bench.asking is None else self._detail
