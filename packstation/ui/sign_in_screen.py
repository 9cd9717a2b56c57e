"""Who packs? A badge, or a name and its PIN. Also what shows before anything is loaded."""

from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.scans import SignIn
from packstation.domain.shop import Packer
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.header import Header
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import (
    ACT,
    BIG_TEXT,
    BIG_TEXT_BOLD,
    BOLD,
    BUTTON,
    GUTTER,
    HEADER,
    HERO,
    LEAD,
    RESTING,
    SOFT,
    Type,
)
from packstation.ui.notices import Notice, notice_height, paint_notice
from packstation.ui.painted import Painted, put
from packstation.ui.pin_pad import PinPad
from packstation.words.words import Words

NAMES = 640.0
NAME_HEIGHT, GAP = 72.0, 14.0
COLUMNS = 2
TITLE = 40.0
NAME = Type(22, BOLD, leading=1.2)


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that takes a while, and how far it is: from 0 to 1."""

    text: str
    share: float


class SignInScreen(Painted):
    """A large "Scan your badge"; beside it the names, and the PIN of whoever taps one."""

    wished = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self._words = words
        self._people: tuple[Packer, ...] = ()
        self._doing: Doing | None = None
        self._notice = Notice("")
        self._waits = Notice("")
        self._first = self._chosen = 0
        self.names: list[Button] = []
        self.more = Button(parent=self)
        self.more.hide()
        self.more.clicked.connect(self._turn)
        self.pad = PinPad(words, self)
        self.pad.hide()
        self.pad.wished.connect(self.wished)
        self.pad.left.connect(self._leave_pad)
        self._tell()

    # ---- what it shows

    def show_people(self, people: tuple[Packer, ...], words: Words) -> None:
        self._people, self._words, self._doing, self._first = people, words, None, 0
        while len(self.names) < len(people):
            self._add_name()
        for name, packer in zip(self.names, people, strict=False):
            name.say(packer.name)
        self.arrange()
        self._tell()

    def show_doing(self, doing: Doing) -> None:
        self._doing = doing
        self._tell()

    def show_notice(self, notice: Notice, waits: Notice, words: Words) -> None:
        """What just happened, and what ``waits`` here for whoever signs in.

        Who is typing a PIN goes on typing: a stray scan does not take the pad away.
        """
        self._notice, self._waits, self._words = notice, waits, words
        self._tell()

    def refuse(self, notice: Notice, *, again: bool) -> None:
        """A PIN was wrong; ``again`` when the same person may try once more."""
        if again and self.pad.isVisibleTo(self):
            self.pad.refuse(notice)
            return
        self._notice = notice
        self.ask_who()

    def ask_who(self) -> None:
        self.pad.hide()
        self.arrange()
        self.setFocus()  # not a name: the space bar must not pick one nobody chose
        self._tell()

    # ---- how it lies

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        side = self._side
        put(self.pad, side)
        asked = self.pad.isVisibleTo(self)
        page = range(self._first, self._first + self._names_that_fit)
        for n, name in enumerate(self.names):
            place = n - self._first
            wide = (side.width() - GAP) / COLUMNS
            left = side.left() + place % COLUMNS * (wide + GAP)
            top = side.top() + TITLE + place // COLUMNS * (NAME_HEIGHT + GAP)
            name.setVisible(n in page and n < len(self._people) and not asked)
            put(name, QRectF(left, top, wide, NAME_HEIGHT))
        self.more.setVisible(len(self._people) > self._names_that_fit and not asked)
        self.more.say(self._words("More names"))
        wide = self.more.unit_width
        put(self.more, QRectF(side.right() - wide, side.bottom() - BUTTON, wide, BUTTON))

    @property
    def _side(self) -> QRectF:
        room = self.room
        left = room.width() - GUTTER - NAMES
        return QRectF(left, HEADER + 20, NAMES, room.height() - HEADER - 40)

    @property
    def _hero(self) -> QRectF:
        beside = NAMES + GUTTER if self._people else 0  # until there are names, all is its
        wide = self.room.width() - 2 * GUTTER - beside
        return QRectF(GUTTER, HEADER + 20, wide, self.room.height() - HEADER - 40)

    @property
    def _names_that_fit(self) -> int:
        room = self._side.height() - TITLE - BUTTON
        return COLUMNS * max(1, int((room + GAP) // (NAME_HEIGHT + GAP)))

    # ---- how it looks

    def paint(self, ink: Ink) -> None:
        hero = self._hero
        ink.card(hero, radius=16)
        inside = hero.adjusted(40, 44, -40, -40)
        if self._doing is not None:
            self._paint_doing(ink, inside, self._doing)
            return
        inside.setTop(self._paint_welcome(ink, inside) + 14)
        if self._people:
            ink.write(inside, Run(self._words("or pick your name"), LEAD, SOFT))
            inside.setTop(inside.top() + 60)
        self._paint_notices(ink, inside)
        if self._people and not self.pad.isVisibleTo(self):
            title = Run(self._words("Who is packing?"), BIG_TEXT_BOLD)
            ink.write(self._side, title)

    @property
    def _headline(self) -> str:
        return self._words("Scan your badge")

    def _paint_welcome(self, ink: Ink, inside: QRectF) -> float:
        """A badge and the headline under it; the answer is where they end."""
        badge = QRectF(inside.left(), inside.top(), 150, 150)
        marks.badge(ink, badge, ACT)
        room = inside.adjusted(0, badge.height() + 14, 0, 0)
        return ink.write(room, Run(self._headline, HERO), lines=2).bottom()

    def _paint_notices(self, ink: Ink, inside: QRectF) -> None:
        bottom = inside.bottom()
        for notice in (self._waits, self._notice):
            if notice.sentence:
                high = notice_height(notice, inside.width())
                box = QRectF(inside.left(), bottom - high, inside.width(), high)
                paint_notice(ink, box, notice)
                bottom -= high + 14

    def _paint_doing(self, ink: Ink, inside: QRectF, doing: Doing) -> None:
        said = ink.write(inside, Run(self._words("One moment"), HERO), lines=2)
        inside.setTop(said.bottom() + 14)
        said = ink.write(inside, Run(doing.text, LEAD, SOFT), lines=3)
        bar = QRectF(inside.left(), said.bottom() + 30, inside.width(), 18)
        ink.card(bar, RESTING, pen=0, radius=9)
        share = min(1.0, max(0.0, doing.share))
        bar.setWidth(max(18.0, inside.width() * share))
        ink.card(bar, ACT, pen=0, radius=9)
        bar.adjust(0, 32, inside.width(), 42)
        ink.write(bar, Run(f"{share * 100:.0f} %", BIG_TEXT, SOFT))

    # ---- what it does

    def _add_name(self) -> None:
        n = len(self.names)
        name = Button(parent=self)
        name.type = NAME
        name.clicked.connect(lambda: self._ask_pin(n))
        self.names.append(name)

    def _ask_pin(self, n: int) -> None:
        """The pad never opens for whoever has no PIN: the name alone signs in."""
        if not self._people[n].has_pin:
            self.wished.emit(SignIn(self._people[n].id, ""))
            return
        self._notice, self._chosen = Notice(""), n
        self.pad.show()
        self.arrange()
        self.pad.ask(self._people[n], self._words)
        self._tell()

    def _leave_pad(self) -> None:
        self.ask_who()
        self.names[self._chosen].setFocus()  # this one somebody did choose

    def _turn(self) -> None:
        """The next names, and after the last ones the first again."""
        self._first += self._names_that_fit
        if self._first >= len(self._people):
            self._first = 0
        self.arrange()

    def _tell(self) -> None:
        first = self._doing.text if self._doing else self._headline
        told = ((it.sentence, it.advice) for it in (self._waits, self._notice))
        self.read_out(". ".join(part for part in (first, *chain(*told)) if part))
        self.update()
