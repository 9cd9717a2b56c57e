"""The touches suggested for a parcel, one card each, all of them in sight."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.scans import AnswerTouch, Reply
from packstation.domain.surprises import in_hand
from packstation.domain.touches import Suggestion, TouchKind
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import SMALL, SOFT
from packstation.ui.painted import Painted, focus_near, put
from packstation.ui.touch_asked import BARE, DENSITIES, Asked, Density
from packstation.ui.touch_card import TouchCard, height_at
from packstation.ui.touch_foot import HEIGHT as FOOT
from packstation.ui.touch_foot import OWN_KEY, TouchFoot
from packstation.words.because import because, point
from packstation.words.card_phrases import answers, said_before
from packstation.words.words import Words

BETWEEN: Final = 9.0
MORE: Final = 26.0
CLOSER: Final = 6.0
"""A line of links has room of its own above and below."""


class TouchCards(Painted):
    """Empty until the plan is known; then every card keeps its place and height."""

    wished = Signal(object)
    drafts_asked = Signal()
    why_asked = Signal()
    own_asked = Signal()
    """Something that no rule suggested."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._asked: tuple[Asked, ...] = ()
        self._of: tuple[object, ...] = ()
        self.cards: list[TouchCard] = []
        self._hidden = 0
        self._planned = False
        self._top_of_more = 0.0
        self.foot = TouchFoot(self)
        self.foot.hide()
        self.foot.own_asked.connect(self.own_asked)
        self.foot.why_asked.connect(self.why_asked)

    def show_plan(self, bench: Packing, words: Words) -> None:
        of = (bench.plan, bench.answers, bench.order.id, words)
        if of == self._of:
            return
        self._of, self._words = of, words
        self._asked = ask_all(bench, words)
        self._planned = bench.plan is not None
        self.foot.show_foot(words, len(self._asked))
        self.arrange()

    def press(self, number: int) -> None:
        """Answer the touch with this number key as given, if it still waits."""
        if number == OWN_KEY and self._planned:
            self.own_asked.emit()
        for asked in self._asked:
            if asked.number == number and asked.reply is None:
                self.wished.emit(AnswerTouch(asked.key, Reply.GIVEN))

    def expect(self, number: int) -> None:
        """Show that this number key was pressed, and may be meant for a touch."""
        for card in self.cards:
            card.expect(number)
        self.foot.expect(number)

    def arrange(self) -> None:
        density, shown, footed = self._fit()
        before = focus_near(self)
        top = 0.0
        wide = self.room.width()
        for card, asked in zip(self._enough(len(shown)), shown, strict=True):
            high = height_at(asked, wide, density)
            put(card, QRectF(0, top, wide, high))
            card.show_touch(asked, density)
            card.show()
            top += high + BETWEEN
        for card in self.cards[len(shown) :]:
            card.hide()
        self.foot.setVisible(footed)
        put(self.foot, QRectF(0, top - CLOSER if shown else 0, wide, FOOT))
        self._hidden = len(self._asked) - len(shown)
        self._top_of_more = top
        if before is not None and self.isAncestorOf(before) and not before.isVisibleTo(self):
            self._hand_on_focus()
        self.update()

    def _hand_on_focus(self) -> None:
        """From a touch that has its answer to the next; to the screen after the last."""
        asks = (card.give for card in self.cards if not card.give.isHidden())
        screen = self.parentWidget()
        heir = next((it for it in asks if it.isVisible()), screen)
        if heir is not None:
            heir.setFocus()

    def paint(self, ink: Ink) -> None:
        if self._hidden:
            more = self._words.n("and {n} more touch", "and {n} more touches", self._hidden)
            box = QRectF(14, self._top_of_more, self.room.width() - 28, MORE)
            ink.write(box, Run(more, SMALL, SOFT))

    def _fit(self) -> tuple[Density, tuple[Asked, ...], bool]:
        """How close they stand, which have room (those that wait first), and the foot too."""
        for footed in (True, False) if self._planned else (False,):
            below = BETWEEN - CLOSER + FOOT if footed else 0.0
            for density in DENSITIES:
                if self._height(self._asked, density) + below <= self.room.height():
                    return density, self._asked, footed
        shown = sorted(self._asked, key=lambda asked: asked.reply is not None)
        while shown and self._height(tuple(shown), BARE) > self.room.height() - MORE:
            shown.pop()
        return BARE, tuple(sorted(shown, key=lambda asked: asked.number)), False

    def _height(self, asked: tuple[Asked, ...], density: Density) -> float:
        wide = self.room.width()
        return sum(height_at(it, wide, density) + BETWEEN for it in asked) - BETWEEN

    def _enough(self, count: int) -> list[TouchCard]:
        while len(self.cards) < count:
            card = TouchCard(self)
            card.answered.connect(self.wished)
            card.drafts_asked.connect(self.drafts_asked)
            card.why_asked.connect(self.why_asked)
            self.cards.append(card)
        return self.cards[:count]


def ask_all(bench: Packing, words: Words) -> tuple[Asked, ...]:
    """Every suggestion of ``bench`` in words, in the order of the plan; then one's own."""
    plan = (*(bench.plan or ()), *in_hand(bench))
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
    note = touch.kind is TouchKind.NOTE and bool(suggestion.rule)
    said = said_before(bench.card, words) if note and bench.card is not None else ""
    give, given = answers(touch.kind, words)
    return Asked(
        key=touch.key,
        kind=touch.kind,
        number=number,
        name=touch.name(words.language),
        because=because(suggestion, words) if suggestion.rule else words("your own surprise"),
        points=tuple(filter(None, (point(it, words) for it in suggestion.points))),
        said_before=said,
        drafts=words("See three drafts") if note else "",
        drafts_short=words("Drafts") if note else "",
        give=give,
        decline=words("Take it out") if reply and not suggestion.rule else words("Not today"),
        answer="" if reply is None else given if reply is Reply.GIVEN else words("not today"),
        reply=reply,
        next=first,
        own=not suggestion.rule,
    )
