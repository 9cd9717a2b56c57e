"""Stop, or take care: what was scanned, what was meant, and what to do with what is in hand."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing, Unknown
from packstation.domain.packing import Step
from packstation.domain.scans import Learn, Release
from packstation.ui.button import Button, Weight
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, height_of, width_of
from packstation.ui.look import (
    BIG_TEXT,
    BIG_TEXT_BOLD,
    BOLD,
    BUTTON,
    CARD,
    FOOTER,
    GUTTER,
    HEADER,
    INK,
    SOFT,
    STOP,
    WARN,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
    WHITE,
    Type,
)
from packstation.ui.notices import manner
from packstation.ui.painted import Painted, put
from packstation.ui.pictures import Pictures
from packstation.ui.stop_cards import Card, FactCard, PieceCard, cards_of, paint_card
from packstation.words.phrases import Tone, ask_aside, hint, say, tone
from packstation.words.words import Words

FRAME = 10.0
BANNER = 118.0
HEADLINE = Type(42, BOLD, leading=1.15)
LONG_HEADLINE = Type(27, BOLD, leading=1.15)
ADVICE = Type(22, leading=1.3)


class StopScreen(Painted):
    """Red only for stop, amber for care; ``left`` closes it, and so does the next good scan."""

    left = Signal()
    wished = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.left)
        self.let_go = Button(parent=self, hint="F4")
        self.let_go.clicked.connect(self._let_go)
        self.learn = Button(parent=self, hint="F4")
        self.learn.clicked.connect(lambda: self.wished.emit(Learn()))
        self._held = 0
        self._pictures = pictures
        self._tone = Tone.STOP
        self._sentence = ""
        self._advice = ""
        self._after: tuple[Run, ...] = ()
        self._cards: tuple[Card, ...] = ()

    def show_step(self, step: Step, words: Words, zone: ZoneInfo) -> None:
        self._tone = tone(step.outcome)
        self._sentence, self._advice = say(step.outcome, words), hint(step.outcome, words)
        self._cards = cards_of(step, words, zone)
        self._after = _after(step, words)
        self.close_it.say(words("Close"))
        # 0 also where whoever asks has not the right: what cannot be done is not offered.
        self._held = step.outcome.order_id if isinstance(step.outcome, out.IsHeld) else 0
        self.let_go.say(words("Release"), Weight.NEXT)
        self.let_go.setVisible(self._held > 0)
        self.learn.say(words.p("a code", "What is it?"), Weight.NEXT)
        self.learn.setVisible(_may_learn(step))
        cards, after = map(_spoken, self._cards), "".join(run.text for run in self._after)
        self.read_out(" ".join((self._sentence, self._advice, *cards, after)))
        self.arrange()
        self.update()

    def arrange(self) -> None:
        room = self._inside
        put(self.header, QRectF(room.left(), room.top(), room.width(), HEADER))
        wide = self.close_it.unit_width
        top = room.bottom() - FOOTER + (FOOTER - BUTTON) / 2
        right = room.right() - GUTTER - wide
        put(self.close_it, QRectF(right, top, wide, BUTTON))
        wide = self.let_go.unit_width
        put(self.let_go, QRectF(right - 14 - wide, top, wide, BUTTON))
        wide = self.learn.unit_width
        put(self.learn, QRectF(right - 14 - wide, top, wide, BUTTON))

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        offered = (it for it in (self.let_go, self.learn) if not it.isHidden())
        button = next(offered, None) if event.key() == Qt.Key.Key_F4 else None
        if button is not None:
            button.click()
        return button is not None

    def _let_go(self) -> None:
        self.wished.emit(Release(self._held))

    @property
    def _inside(self) -> QRectF:
        return self.room.adjusted(FRAME, FRAME, -FRAME, -FRAME)

    @property
    def _edge(self) -> str:
        return STOP if self._tone is Tone.STOP else WARN_EDGE

    def paint(self, ink: Ink) -> None:
        self._paint_frame(ink)
        room = self._inside.adjusted(GUTTER, HEADER + 16, -GUTTER, -FOOTER - 16)
        self._paint_banner(ink, QRectF(room.left(), room.top(), room.width(), BANNER))
        room.setTop(room.top() + BANNER + 16)
        self._paint_cards(ink, room)
        self._paint_footer(ink)

    def _paint_frame(self, ink: Ink) -> None:
        room, inside = self.room, self._inside
        for side in (
            QRectF(0, 0, room.width(), FRAME),
            QRectF(0, inside.bottom(), room.width(), FRAME),
            QRectF(0, 0, FRAME, room.height()),
            QRectF(inside.right(), 0, FRAME, room.height()),
        ):
            ink.fill(side, self._edge)

    def _paint_banner(self, ink: Ink, box: QRectF) -> None:
        stop = self._tone is Tone.STOP
        ink.card(box, STOP if stop else WARN_SOFT, self._edge, pen=2, radius=16)
        spot = QRectF(box.left() + 28, box.top() + 23, 72, 72)
        strong, tint = (WHITE, WHITE) if stop else (WARN, WARN_INK)
        ink.card(spot, "", strong, pen=7, radius=14)
        manner(self._tone).mark(ink, spot.adjusted(15, 15, -15, -15), strong)
        room = box.adjusted(126, 0, -28, 0)
        headline = Run(self._sentence, HEADLINE, strong)
        if width_of(headline) > room.width():
            headline = Run(self._sentence, LONG_HEADLINE, strong)
        advice = Run(self._advice, ADVICE, tint)
        high = height_of((headline,), room.width(), 2)
        room.setTop(box.center().y() - (high + height_of((advice,), room.width(), 1)) / 2)
        room.setTop(ink.write(room, headline, lines=2).bottom())
        ink.write(room, advice)

    def _paint_cards(self, ink: Ink, room: QRectF) -> None:
        gap = 18.0
        wide = (room.width() - gap * (len(self._cards) - 1)) / max(1, len(self._cards))
        for place, card in enumerate(self._cards):
            box = QRectF(room.left() + place * (wide + gap), room.top(), wide, room.height())
            paint_card(ink, box, card, self._tone, self._pictures)

    def _paint_footer(self, ink: Ink) -> None:
        inside = self._inside
        box = QRectF(inside.left(), inside.bottom() - FOOTER, inside.width(), FOOTER)
        ink.fill(box, CARD)
        ink.rule(box.left(), box.right(), box.top())
        right = GUTTER * 2 + self.close_it.unit_width
        for button in (self.let_go, self.learn):
            right += 0 if button.isHidden() else button.unit_width + 14
        ink.write(box.adjusted(GUTTER, 0, -right, 0), *self._after, lines=2, align=MIDDLE)


def _after(step: Step, words: Words) -> tuple[Run, ...]:
    """How it goes on, and what signing will ask."""
    match step.bench, step.outcome:
        case Packing(aside=aside, extra=extra), out.WrongPiece() | out.OneTooMany() if aside:
            more = words("Scan the right one to go on. Signing will ask:")
            done = words("Put aside what is over, and sign. Signing will ask:")
            go_on = done if step.bench.complete else more
            return (
                Run(f"{go_on} ", BIG_TEXT, SOFT),
                Run(ask_aside(aside, extra, words), BIG_TEXT_BOLD, INK),
            )
        case _ if _may_learn(step):
            told = words("If you know what it is, the bench can learn it.")
            return (Run(told, BIG_TEXT, SOFT),)
        case _:
            return (Run(words("The next scan goes on."), BIG_TEXT, SOFT),)


def _may_learn(step: Step) -> bool:
    """Only whoever has the right is asked what an unknown code is."""
    unknown = isinstance(step.outcome, out.UnknownCode)
    return (
        unknown and isinstance(step.bench, Packing) and isinstance(step.bench.unclear, Unknown)
    )


def _spoken(card: Card) -> str:
    match card:
        case PieceCard():
            return f"{card.label}: {card.product.name} {card.product.variant} {card.extra}"
        case FactCard():
            told = f"{card.headline} {card.text}"
            return f"{card.label}: {told}" if card.label else told
