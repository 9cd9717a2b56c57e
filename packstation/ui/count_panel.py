"""How many there are, typed on a number pad instead of scanned one by one."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.orders import Detail
from packstation.domain.outcomes import CountRefused
from packstation.domain.scans import TypeCount
from packstation.ui.number_pad import NumberPad
from packstation.words.phrases import say
from packstation.words.words import Words


@dataclass(frozen=True, slots=True)
class Counting:
    """What a count may be typed of: all of the product scanned last, ``units`` a scan."""

    position: int
    units: int
    counted: int
    need: int

    @classmethod
    def on(cls, bench: Packing) -> Self | None:
        """None when nothing was scanned just before, or no more than one is left."""
        if bench.last is None:
            return None
        position, units = bench.last
        product = bench.product_at(position)
        lines = bench.lines_of(product)
        counted, need = (sum(map(of, lines)) for of in (bench.counts.__getitem__, bench.need))
        if Detail.SERIAL in product.asks or need - counted <= units:
            return None
        return cls(position, units, counted, need)

    def wish(self, typed: int) -> TypeCount:
        """``typed`` is all that is in the box; of a case, it is how many cases."""
        return TypeCount(typed if self.units > 1 else typed - self.counted + 1)


class CountPanel(NumberPad):
    """Asks for all there are, because that is what one sees in the box."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._counting: Counting | None = None

    def ask(self, counting: Counting, bench: Packing, words: Words) -> None:
        self._counting = counting
        if counting.units > 1:
            title = words("How many packs of {n}, with this one?", n=counting.units)
            told = words("{piece}: {done} of {all} pieces counted", **_told(counting, bench))
        else:
            title = words("How many in all?")
            told = words("{piece}: {done} of {all} counted", **_told(counting, bench))
        self.ask_number(title, told, words)

    def refuse(self, outcome: CountRefused) -> None:
        """So many do not go in: say how many do, as they were asked for; begin again."""
        counting, words = self._counting, self._words
        if counting is None or outcome.asked < 1:
            self.refuse_number(say(outcome, words))
        elif counting.units > 1:
            most = 1 + outcome.left // counting.units
            self.refuse_number(
                words.n(
                    "Too many: only {n} pack goes in", "Too many: only {n} packs go in", most
                )
            )
        else:
            self.refuse_number(words("Too many: the order has {n}", n=counting.need))

    def entered(self, number: int) -> None:
        if self._counting is not None:
            self.wished.emit(self._counting.wish(number))


def _told(counting: Counting, bench: Packing) -> dict[str, object]:
    name = bench.product_at(counting.position).full_name
    return {"piece": name, "done": counting.counted, "all": counting.need}
