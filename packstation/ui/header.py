"""The band at the top: where one is, what leaves when, how slips come out, who packs."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.records import Printing
from packstation.ui import marks
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, lay, width_of
from packstation.ui.look import (
    BOLD,
    CARD,
    GUTTER,
    HEADER,
    INK,
    SMALL_BUTTON,
    SOFT,
    TEXT,
    TEXT_BOLD,
    WARN,
    Type,
)
from packstation.ui.painted import Painted, pixels, put
from packstation.words.printing import why_not
from packstation.words.words import Words

TITLE = Type(23, BOLD)
LONGEST_NAME = 220.0
LONGEST_STATE = 260.0
LONGEST_REASON = 430.0
MARK = 22.0
COUNTED = Type(19, figures=True)
"""What is beside the title counts up: it keeps its width, and the rest its place."""
NARROWEST = 140.0
"""In less, the middle says nothing rather than half a word."""
SLIVER = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a screen says in its header. ``leaves`` stands in the middle with a clock.

    ``hurry``: it leaves today.
    """

    title: str
    beside: str = ""
    leaves: str = ""
    hurry: bool = True
    carrier: str = ""
    name: str = ""
    bench: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    text: str = ""
    reason: str = ""
    trouble: bool = False
    retry: bool = False
    """Slips that may have come out are not among those: of each a person is asked."""


class Header(Painted):
    """HEADER units high, as wide as its screen; a retry appears when slips did not come out."""

    retry_printing = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, CARD)
        self._heading = Heading(title="")
        self._state = _State()
        self._told: tuple[Printing, Words] | None = None
        self._beside_box = QRectF()
        self.retry = Button(parent=self)
        self.retry.hide()
        self.retry.clicked.connect(self.retry_printing)
        self.help = Button("?", self, hint="F1", ground=CARD, steady=True)
        self.help.clicked.connect(self.help_asked)

    def show_heading(self, heading: Heading) -> None:
        if heading == self._heading:
            return
        before, self._heading = self._heading, heading
        if self.ahead.show(heading):
            return
        self._say()
        if _counted_on(before, heading):
            self.repaint_part(self._beside_box)
        else:
            self.arrange()
            self.update()

    def rename(self, title: str) -> None:
        """What the shop is called from now on; all else stays."""
        self.show_heading(replace(self._heading, title=title))

    def rehearse(self, coming: Heading) -> None:
        """Paint the count ahead that will probably come."""
        shown = self._heading
        if _counted_on(shown, coming):
            self._heading = coming
            self.ahead.paint(coming, pixels(self, self._beside_box), self._spoken)
            self._heading = shown

    def show_printing(self, printing: Printing, words: Words) -> None:
        """What to say of the printer; nothing until something is known of it."""
        if (printing, words) == self._told:
            return
        self._told = printing, words
        failed = printing.failed + printing.perhaps > 0
        reason = why_not(printing.reason, words) if printing.failed else ""
        said = say_printing(printing, words)
        self._state = _State(said, reason, failed, retry=printing.failed > 0)
        self.retry.say(words("Print again"))
        self.retry.setVisible(self._state.retry)
        self.help.setAccessibleName(words("All keys"))
        self.ahead.forget()
        self.arrange()
        self._tell()

    def arrange(self) -> None:
        wide = self.retry.unit_width
        right = self._right_of_state(self._state_left())
        put(self.retry, QRectF(right + 12, 3, wide, SMALL_BUTTON))
        wide = self.help.unit_width
        put(self.help, QRectF(self.room.width() - GUTTER - wide, 3, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        says = self._heading
        if ink.only(self._beside_box):  # a count, at every scan
            _line(ink, self._beside_box.left(), self._beside_box.width(), _beside(says))
            return
        ink.rule(0, self.room.width(), HEADER - 1)
        left = self._paint_where(ink)
        right = self._state_left()
        self._paint_state(ink, right)
        self._paint_who(ink)
        if says.leaves or says.carrier:
            self._paint_leaves(ink, left + GUTTER, right - GUTTER)

    # ---- the three parts, from the edges inwards

    def _paint_where(self, ink: Ink) -> float:
        """Title and what is beside it; the answer is where they end."""
        says = self._heading
        room = max(80.0, self._state_left() - 2 * GUTTER)
        title = _line(ink, GUTTER, room * 0.6, Run(says.title, TITLE))
        if not says.beside:
            return title
        left = title + GUTTER
        end = _line(ink, left, room + GUTTER - left, _beside(says))
        # Without the rule beneath; one unit more than the words, for their edges.
        self._beside_box = QRectF(left, 0, end - left + 1, HEADER - 2)
        return end

    def _paint_leaves(self, ink: Ink, left: float, right: float) -> None:
        leaves, carrier = self._middle()
        clock = MARK + 4 if self._heading.leaves else 0
        room = right - left - clock
        if room < NARROWEST:
            return
        wide = min(width_of(leaves), room)
        beside = min(width_of(carrier), max(0.0, room - wide - GUTTER))
        both = wide + (GUTTER + beside if beside > SLIVER else 0)
        start = left + (room - both) / 2
        if clock:
            spot = QRectF(start, (HEADER - MARK) / 2, MARK, MARK)
            marks.clock(ink, spot, WARN if self._heading.hurry else SOFT)
        end = _line(ink, start + clock, wide + 1, leaves)
        if beside > SLIVER:
            _line(ink, end + GUTTER, beside + 1, carrier)

    def _middle(self) -> tuple[Run, Run]:
        says = self._heading
        leaves = (TEXT_BOLD, WARN) if says.hurry else (TEXT, SOFT)
        return Run(says.leaves, *leaves), Run(says.carrier, TEXT, SOFT)

    def _paint_state(self, ink: Ink, left: float) -> None:
        if not self._state.text:
            return
        spot = QRectF(left, (HEADER - MARK) / 2, MARK, MARK)
        if self._state.trouble:
            marks.care(ink, spot, WARN)
        else:
            marks.printer(ink, spot, SOFT)
        end = _line(ink, left + MARK + 6, LONGEST_STATE, self._state_run())
        if self._reason_width:
            _line(ink, end + 10, self._reason_width, Run(self._state.reason, TEXT, WARN))

    def _paint_who(self, ink: Ink) -> None:
        name, bench = self._who()
        left = self._who_left()
        if name.text:
            left = _line(ink, left, LONGEST_NAME, name) + GUTTER
        _line(ink, left, LONGEST_NAME, bench)

    def _state_run(self) -> Run:
        trouble = self._state.trouble
        return Run(self._state.text, TEXT_BOLD if trouble else TEXT, WARN if trouble else SOFT)

    def _who(self) -> tuple[Run, Run]:
        says = self._heading
        return Run(says.name, TEXT_BOLD, INK), Run(says.bench, TEXT, SOFT)

    def _who_left(self) -> float:
        wide = [min(width_of(run), LONGEST_NAME) for run in self._who() if run.text]
        room = self.room.width() - self.help.unit_width - GUTTER
        return room - sum(w + GUTTER for w in wide)

    def _state_left(self) -> float:
        left = self._who_left()
        if not self._state.text:
            return left
        retry = self.retry.unit_width + 12 if self._state.retry else 0
        return left - self._state_width - GUTTER - retry

    def _right_of_state(self, left: float) -> float:
        return left + self._state_width

    @property
    def _state_width(self) -> float:
        reason = self._reason_width + 10 if self._reason_width else 0
        return MARK + 6 + min(width_of(self._state_run()), LONGEST_STATE) + reason

    @property
    def _reason_width(self) -> float:
        """Why slips do not come out: told where the middle has nothing to say."""
        if not self._state.reason or self._heading.leaves or self._heading.carrier:
            return 0.0
        return min(width_of(Run(self._state.reason, TEXT)) + 1, LONGEST_REASON)

    def _tell(self) -> None:
        self._say()
        self.update()

    def _say(self) -> None:
        self.read_out(self._spoken)

    @property
    def _spoken(self) -> str:
        says = self._heading
        parts = (
            says.title,
            says.beside,
            says.leaves,
            says.carrier,
            self._state.text,
            self._state.reason,
            says.name,
            says.bench,
        )
        return ", ".join(part for part in parts if part)


def say_printing(printing: Printing, words: Words) -> str:
    """How slips come out at the moment, in a few words."""
    if printing.failed:
        return words.n("{n} slip not printed", "{n} slips not printed", printing.failed)
    if printing.perhaps:
        return words.n("Did {n} slip print?", "Did {n} slips print?", printing.perhaps)
    if printing.waiting:
        return words.n("Printing {n} slip", "Printing {n} slips", printing.waiting)
    if printing.printer:
        return words("Printer ready")
    return words("Slips go to the folder") if printing.folder else ""


def _counted_on(before: Heading, after: Heading) -> bool:
    """Whether nothing but the count is new, and has its place."""
    same = len(before.beside) == len(after.beside)
    return same and replace(before, beside=after.beside) == after


def _beside(says: Heading) -> Run:
    return Run(says.beside, COUNTED, SOFT)


def _line(ink: Ink, left: float, width: float, run: Run) -> float:
    """One line in the middle of the header; the answer is where it ends."""
    box = QRectF(left, 0, max(width, 1.0), HEADER - 1)
    ink.write(box, run, align=MIDDLE)
    return left + lay((run,), box.width()).right
