"""The touches suggested for a parcel, one card each, all of them in sight."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.scans import AnswerTouch, Reply
from packstation.domain.touches import Suggestion, TouchKind
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import SMALL, SOFT
from packstation.ui.painted import Painted, put
from packstation.ui.touch_card import BARE, DENSITIES, Asked, Density, TouchCard, height_at
from packstation.words.because import because, point
from packstation.words.card_phrases import answers, said_before
from packstation.words.words import Words

BETWEEN: Final = 9.0
MORE: Final = 26.0


class TouchCards(Painted):
    """Empty until the plan is known; then every card keeps its place and height."""

    wished = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._asked: tuple[Asked, ...] = ()
        self._of: tuple[object, ...] = ()
        self._cards: list[TouchCard] = []
        self._hidden = 0
        self._top_of_more = 0.0

    def show_plan(self, bench: Packing, words: Words) -> None:
        of = (bench.plan, bench.answers, bench.order.id, words)
        if of == self._of:
            return
        self._of, self._words = of, words
        self._asked = ask_all(bench, words)
        self.arrange()

    def press(self, number: int) -> None:
        """Answer the touch with this number key as given, if it still waits."""
        for asked in self._asked:
            if asked.number == number and asked.reply is None:
                self.wished.emit(AnswerTouch(asked.key, Reply.GIVEN))

    def arrange(self) -> None:
        density, shown = self._fit()
        top = 0.0
        wide = self.room.width()
        for card, asked in zip(self._enough(len(shown)), shown, strict=True):
            high = height_at(asked, wide, density)
            put(card, QRectF(0, top, wide, high))
            card.show_touch(asked, density)
            card.show()
            top += high + BETWEEN
        for card in self._cards[len(shown) :]:
            card.hide()
        self._hidden = len(self._asked) - len(shown)
        self._top_of_more = top
        self.update()

    def paint(self, ink: Ink) -> None:
        if self._hidden:
            more = self._words.n("and {n} more touch", "and {n} more touches", self._hidden)
            box = QRectF(14, self._top_of_more, self.room.width() - 28, MORE)
            ink.write(box, Run(more, SMALL, SOFT))

    def _fit(self) -> tuple[Density, tuple[Asked, ...]]:
        """How close the cards stand, and which there is room for: those that wait first."""
        for density in DENSITIES:
            if self._height(self._asked, density) <= self.room.height():
                return density, self._asked
        shown = sorted(self._asked, key=lambda asked: asked.reply is not None)
        while shown and self._height(tuple(shown), BARE) > self.room.height() - MORE:
            shown.pop()
        return BARE, tuple(sorted(shown, key=lambda asked: asked.number))

    def _height(self, asked: tuple[Asked, ...], density: Density) -> float:
        wide = self.room.width()
        return sum(height_at(it, wide, density) + BETWEEN for it in asked) - BETWEEN

    def _enough(self, count: int) -> list[TouchCard]:
        while len(self._cards) < count:
            card = TouchCard(self)
            card.answered.connect(self.wished)
            self._cards.append(card)
        return self._cards[:count]


def ask_all(bench: Packing, words: Words) -> tuple[Asked, ...]:
    """Every suggestion of ``bench`` in words, in the order of the plan."""
    plan = bench.plan or ()
    waiting = next(iter(bench.open_touches), None)
    return tuple(
        _ask(bench, n, suggestion, words, first=suggestion is waiting)
        for n, suggestion in enumerate(plan, start=1)
    )


def _ask(
    bench: Packing, number: int, suggestion: Suggestion, words: Words, *, first: bool
) -> Asked:
    touch = suggestion.touch
    answer = bench.answers.get(touch.key)
    reply = None if answer is None else answer.reply
    note = touch.kind is TouchKind.NOTE
    said = said_before(bench.card, words) if note and bench.card is not None else ""
    give, given = answers(touch.kind, words)
    return Asked(
        key=touch.key,
        kind=touch.kind,
        number=number,
        name=touch.name(words.language),
        because=because(suggestion, words),
        points=tuple(filter(None, (point(it, words) for it in suggestion.points))),
        said_before=said,
        give=give,
        decline=words("Not today"),
        answer="" if reply is None else given if reply is Reply.GIVEN else words("not today"),
        reply=reply,
        next=first,
    )
