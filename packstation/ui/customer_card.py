"""Who the parcel is for: five seconds at arm's length, at most seven facts."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.ui.button import Button
from packstation.ui.ink import CHIP_HEIGHT, Ink, chip_width
from packstation.ui.lettering import Run, bold, height_of, width_of
from packstation.ui.look import (
    BOLD,
    CHIP,
    NAME,
    NIGHT,
    SMALL,
    SMALL_BUTTON,
    SOFT,
    TEXT,
    WARN_EDGE,
    WARN_INK,
    WARN_SOFT,
    WHITE,
    Type,
)
from packstation.ui.painted import Painted, put
from packstation.words.card_phrases import Banner, history, incident, language, limits, promise
from packstation.words.words import Words

SIDE, TOP, GAP = 19.0, 15.0, 8.0
NAME_HEIGHT: Final = 36.0
LIMIT: Final = Type(SMALL.size, BOLD)
MOST_LIKES: Final = 4
OVERLAP: Final = 32.0
"""A line that one page shows only half of is whole on the next."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the card says, all of it already in words."""

    name: str = ""
    language: str = ""
    history: str = ""
    limits: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    banners: tuple[Banner, ...] = ()
    read_on: str = ""
    """On the button, when all this is more than the card has room for."""

    @classmethod
    def of(cls, bench: Packing, today: date, words: Words) -> "Portrait":
        order, card = bench.order, bench.card
        if card is None:
            guest = words("Guest order: nothing to remember.")
            name = order.customer_name or words("No name on the order")
            return cls(name, language(order.language, words), guest)
        banners = (promise(card, words), incident(card, today, words))
        return cls(
            card.name,
            language(card.language, words),
            history(card, words),
            limits(card, words),
            () if card.no_personalisation else card.likes,
            tuple(banner for banner in banners if banner is not None),
            words("Read on"),
        )


@dataclass(frozen=True, slots=True)
class _Chip:
    box: QRectF
    run: Run
    fill: str


class CustomerCardView(Painted):
    """As high as ``height_at`` says; in less room, what it says is read page by page.

    A limit is never cut: the last word of it may be the one that counts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portrait = Portrait()
        self._page = 0
        self.more = Button(parent=self)
        self.more.hide()
        self.more.clicked.connect(self._turn)

    def show_portrait(self, portrait: Portrait) -> None:
        if portrait == self._portrait:
            return
        self._portrait, self._page = portrait, 0
        banners = (f"{it.headline} {it.rest}" for it in portrait.banners)
        parts = (portrait.name, portrait.language, portrait.history, *portrait.limits)
        self.read_out(". ".join(part for part in (*parts, *portrait.likes, *banners) if part))
        self.arrange()
        self.update()

    def height_at(self, width: float) -> float:
        inner = width - 2 * SIDE
        return self._top(inner) + self._body_height(inner) + TOP - GAP

    def arrange(self) -> None:
        room, pages = self.room, self._pages
        self.more.setVisible(pages > 1)
        self.more.say(f"{self._portrait.read_on}  {self._page + 1}/{pages}")
        wide = self.more.unit_width
        top = room.height() - SMALL_BUTTON - GAP
        put(self.more, QRectF(room.right() - SIDE - wide, top, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        ink.card(self.room)
        inner = self.room.width() - 2 * SIDE
        self._paint_name(ink, inner)
        line = QRectF(SIDE, TOP + NAME_HEIGHT, inner, 50)
        ink.write(line, Run(self._portrait.history, TEXT), lines=2)
        top = self._top(inner)
        if self._pages == 1:
            self._paint_body(ink, inner, top)
            return
        ink.painter.save()
        seen = QRectF(0, top, self.room.width(), self._window)
        ink.painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
        self._paint_body(ink, inner, top - min(self._page * self._step, self._rest))
        ink.painter.restore()

    def _paint_body(self, ink: Ink, inner: float, top: float) -> None:
        chips = self._chips(inner)
        for chip in chips:
            self._paint_chip(ink, chip, top)
        top += max((chip.box.bottom() for chip in chips), default=-GAP) + GAP + 2
        for banner in self._portrait.banners:
            box = QRectF(SIDE, top, inner, _banner_height(banner, inner))
            ink.banner(box, WARN_SOFT, WARN_EDGE)
            ink.write(box.adjusted(20, 8, -14, -8), *_banner_runs(banner), lines=3)
            top = box.bottom() + GAP + 2

    def _paint_name(self, ink: Ink, inner: float) -> None:
        spoken = Run(self._portrait.language, TEXT, SOFT)
        beside = width_of(spoken) + 16
        name = Run(self._portrait.name, NAME, folds=True)
        ink.write(QRectF(SIDE, TOP, inner - beside, NAME_HEIGHT), name)
        left = SIDE + min(width_of(name), inner - beside) + 15
        ink.write(QRectF(left, TOP + 7, beside, 25), spoken)

    def _paint_chip(self, ink: Ink, chip: _Chip, top: float) -> None:
        box = chip.box.translated(SIDE, top)
        ink.card(box, chip.fill, pen=0, radius=CHIP_HEIGHT / 2)
        ink.write(box.adjusted(12, 3, -11, -3), chip.run, lines=99)

    # ---- how much there is to read

    def _top(self, inner: float) -> float:
        """Where chips and banners begin."""
        return TOP + NAME_HEIGHT + self._history_height(inner) + GAP

    def _body_height(self, inner: float) -> float:
        chips = max((chip.box.bottom() for chip in self._chips(inner)), default=-GAP) + GAP
        return chips + sum(_banner_height(it, inner) + GAP + 2 for it in self._portrait.banners)

    @property
    def _window(self) -> float:
        """How much of them is seen at once when there is more than one page."""
        top = self._top(self.room.width() - 2 * SIDE)
        return max(self.room.height() - top - SMALL_BUTTON - 2 * GAP, 2 * OVERLAP)

    @property
    def _step(self) -> int:
        """From one page to the next: whole, or the letters would look unlike themselves."""
        return floor(self._window - OVERLAP)

    @property
    def _pages(self) -> int:
        if self.height_at(self.room.width()) <= self.room.height() + 1:
            return 1
        return 1 + max(1, ceil(self._rest / self._step))

    @property
    def _rest(self) -> int:
        """How much there is behind the first page."""
        return ceil(self._body_height(self.room.width() - 2 * SIDE) - self._window)

    def _turn(self) -> None:
        self._page = (self._page + 1) % self._pages
        self.arrange()
        self.update()

    def _history_height(self, inner: float) -> float:
        return height_of((Run(self._portrait.history, TEXT),), inner, 2)

    def _chips(self, inner: float) -> list[_Chip]:
        """Limits in as many rows as they need; likes where there is room beside them."""
        chips: list[_Chip] = []
        left = top = 0.0
        for text in self._portrait.limits:
            run = Run(text, LIMIT, WHITE)
            wide = min(chip_width(run), inner)
            if left and left + wide > inner:
                left, top = 0.0, chips[-1].box.bottom() + 6
            high = max(CHIP_HEIGHT, height_of((run,), wide - 23, 99) + 6)
            chips.append(_Chip(QRectF(left, top, wide, high), run, NIGHT))
            left += wide + GAP
        for text in self._portrait.likes[:MOST_LIKES]:
            run = Run(text, SMALL)
            wide = chip_width(run)
            if left + wide > inner:
                break
            chips.append(_Chip(QRectF(left, top, wide, CHIP_HEIGHT), run, CHIP))
            left += wide + GAP
        return chips


def _banner_runs(banner: Banner) -> tuple[Run, ...]:
    return bold(banner.headline, TEXT, WARN_INK), Run(" " + banner.rest, TEXT, WARN_INK)


def _banner_height(banner: Banner, inner: float) -> float:
    return height_of(_banner_runs(banner), inner - 34, 3) + 16
