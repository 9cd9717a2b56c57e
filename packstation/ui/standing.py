"""Where an order stands, as the packing screen says it: worked out first, then shown."""

from dataclasses import dataclass
from typing import Self

from packstation.domain.bench import Packing
from packstation.domain.outcomes import Outcome
from packstation.ui.bench_footer import Said
from packstation.ui.coming import Next
from packstation.ui.order_card import Lines
from packstation.ui.seal_button import Sealing
from packstation.words.card_phrases import counted
from packstation.words.words import Words


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a piece changes: header, next piece, lines behind it, last word, seal."""

    bench: Packing
    outcome: Outcome
    words: Words
    in_box: str
    coming: Next
    lines: Lines
    said: Said
    sealing: Sealing

    @classmethod
    def on(
        cls, bench: Packing, outcome: Outcome, words: Words, chosen: int | None = None
    ) -> Self:
        """``chosen`` is the line one looks at instead of the next."""
        coming = Next.on(bench, words, chosen)
        return cls(
            bench,
            outcome,
            words,
            counted(bench.in_box, bench.order.pieces, words),
            coming,
            Lines.on(bench, coming.place, words),
            Said.of(outcome, bench, words),
            Sealing.on(bench, words),
        )

    def foresees(self, bench: Packing, outcome: Outcome, words: Words) -> bool:
        return self.words is words and (self.bench, self.outcome) == (bench, outcome)
