"""A touch that no rule suggested: what this packer may add, and what is left for it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.scans import Surprise
from packstation.domain.surprises import Offer, Offered
from packstation.domain.why import Why
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.keycap import keycap_width, paint_keycap
from packstation.ui.lettering import MIDDLE, MIDDLE_RIGHT, Run, height_of, width_of
from packstation.ui.look import BOLD, EDGE, INK, SEMIBOLD, SMALL, SOFT, TEXT, Type
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.words.amounts import money
from packstation.words.card_phrases import limits
from packstation.words.left_out import still_yours, why_not
from packstation.words.words import Words

MOST: Final = 9
"""As many as there are number keys."""
ROW, BELOW, COLUMNS = 55.0, 8.0, 2
EDGES, BESIDE = 14.0, 12.0
NAME: Final = Type(19, BOLD, leading=1.15)
HEAD, LINE = Type(19, SEMIBOLD), Type(19, leading=1.35)
APART: Final = 5.0


class OfferButton(Button):
    """Its key, its name, and softly what it takes of the budget."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent=parent, hint=key)
        self._price = ""

    def offer(self, name: str, price: str) -> None:
        self._price = price
        self.say(name)
        self.setAccessibleName(", ".join(filter(None, (name, price))))
        self.update()

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        room = box.adjusted(EDGES, 0, -EDGES, 0)
        paint_keycap(ink, room.left(), room.center().y(), self.hint, (INK, EDGE))
        price = Run(self._price, SMALL, SOFT)
        ink.write(room, price, align=MIDDLE_RIGHT)
        room.setLeft(room.left() + keycap_width(self.hint) + BESIDE)
        room.setRight(room.right() - width_of(price) - BESIDE)
        ink.write(room, Run(self.label, NAME), lines=2, align=MIDDLE)


class OwnPanel(Panel):
    """``offers_asked`` asks what may be added to a bench; show_offers answers it."""

    offers_asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._bench: Packing | None = None
        self._free: tuple[Offer, ...] = ()
        self._refused: tuple[tuple[str, str], ...] = ()
        self._remark = ""
        self.choices = tuple(OfferButton(str(n + 1), self) for n in range(MOST))
        for n, choice in enumerate(self.choices):
            choice.clicked.connect(lambda _, n=n: self._take(n))

    # ---- what it is told

    def ask(self, bench: Packing, words: Words) -> None:
        self._bench, self._words = bench, words
        self._free, self._refused, self._remark = (), (), ""
        self._tell("")
        self.offers_asked.emit(bench)

    def show_offers(self, offered: Offered) -> None:
        """They have come, if they are for the order that is asked about."""
        bench, words = self._bench, self._words
        if bench is None or offered.order_id != bench.order.id:
            return
        self._free = tuple(it for it in offered.offers if it.why is None)
        self._refused = _refused(offered.offers, _noted(bench, words), words)
        self._remark = "" if self._free else words("Nothing can be added to this parcel.")
        self._tell(still_yours(offered.left, bench.order.currency, words))

    def _tell(self, left: str) -> None:
        words, bench = self._words, self._bench
        for n, choice in enumerate(self.choices):
            choice.setVisible(n < len(self._free))
        for choice, offer in zip(self.choices, self._free, strict=False):
            cents, name = offer.touch.cost_cents, offer.touch.name(words.language)
            currency = "EUR" if bench is None else bench.order.currency
            choice.offer(name, money(cents, currency, words.language) if cents else "")
        title = words("Something of my own")
        self.entitle(title, left, words)
        refused = (f"{names}: {why}." for names, why in self._refused)
        told = (f"{title}.", left and f"{left}.", self._remark, *refused)
        self.read_out(" ".join(filter(None, told)))

    # ---- what is pressed

    def press(self, event: QKeyEvent) -> bool:
        place = event.key() - Qt.Key.Key_1
        if not 0 <= place < MOST:
            return False
        if not event.isAutoRepeat():
            self._take(place)
        return True

    def _take(self, place: int) -> None:
        if place < min(len(self._free), MOST):
            self.wished.emit(Surprise(self._free[place].touch.key))

    # ---- where it lies

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        wide = (room.width() - (COLUMNS - 1) * GAP) / COLUMNS
        for n, choice in enumerate(self.choices):
            row, column = divmod(n, COLUMNS)
            left, top = room.left() + column * (wide + GAP), room.top() + row * (ROW + BELOW)
            put(choice, QRectF(left, top, wide, ROW))

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        words, room = self._words, self.below
        if self._remark:
            room.setTop(ink.write(room, Run(self._remark, TEXT), lines=2).bottom() + GAP)
        rows = -(-min(len(self._free), MOST) // COLUMNS)
        room.setTop(room.top() + rows * (ROW + BELOW) + (GAP if rows else 0))
        over = len(self._free) - MOST
        if over > 0:
            more = words.n("and {n} more touch", "and {n} more touches", over)
            room.setTop(ink.write(room, Run(more, SMALL, SOFT)).bottom() + GAP)
        if self._refused:
            room.setTop(
                ink.write(room, Run(words("Not this time"), HEAD, SOFT)).bottom() + APART
            )
            _paint_refused(ink, room, self._refused, words)


def _noted(bench: Packing, words: Words) -> str:
    """The limits of who gets the parcel: whoever chooses by hand has to know them."""
    known = () if bench.card is None else bench.card.limits
    if bench.card is None or not known:
        return why_not(Why.DIET, words)
    told = limits(bench.card, words)[: len(known)]  # wishes stand behind them
    return words("noted: {limits}", limits=", ".join(it[:1].lower() + it[1:] for it in told))


def _refused(offers: tuple[Offer, ...], diet: str, words: Words) -> tuple[tuple[str, str], ...]:
    """(names, why), one for each reason; the short ones first, so that more have room."""
    together: dict[str, list[str]] = {}
    for it in offers:
        if it.why is not None:
            why = diet if it.why is Why.DIET else why_not(it.why, words)
            names = together.setdefault(why, [])
            names.append(it.touch.name(words.language))
    told = ((", ".join(names), why) for why, names in together.items())
    return tuple(sorted(told, key=lambda it: len(it[0]) + len(it[1])))


def _paint_refused(
    ink: Ink, room: QRectF, refused: tuple[tuple[str, str], ...], words: Words
) -> None:
    """As many as there is room for, and how many reasons more there are."""
    line = LINE.size * LINE.leading
    for n, (names, why) in enumerate(refused):
        runs = (Run(names, LINE), Run(f" — {why}", LINE, SOFT))
        high = height_of(runs, room.width(), 2)
        last = n == len(refused) - 1
        if room.height() < high + (0 if last else line + APART):
            rest = len(refused) - n
            more = words.n("and {n} more reason", "and {n} more reasons", rest)
            ink.write(room, Run(more, LINE, SOFT))
            return
        room.setTop(ink.write(room, *runs, lines=2).bottom() + APART)
