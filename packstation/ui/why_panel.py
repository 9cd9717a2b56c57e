"""Why these touches: the rules that want them, what else matched, what only just did not."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from packstation.domain.bench import Packing
from packstation.domain.decisions import Explained
from packstation.domain.surprises import in_hand
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.look import OK
from packstation.ui.panel import Panel
from packstation.ui.why_lines import INDENT, Line, fitting, height, read
from packstation.words.values import Reader
from packstation.words.why_told import Told, tell_why
from packstation.words.words import Words

MARK = 14.0


class WhyPanel(Panel):
    """``why_asked`` asks for the grounds of an order's plan; show_why answers it."""

    why_asked = Signal(int)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._bench: Packing | None = None
        self._explained: Explained | None = None
        self.told = Told()

    def ask(self, bench: Packing, words: Words) -> None:
        """Show what is known already, and ask for the rest."""
        if self._bench is None or self._bench.plan is not bench.plan:
            self._explained = None
        self._bench, self._words = bench, words
        self._tell()
        self.why_asked.emit(bench.order.id)

    def show_why(self, explained: Explained) -> None:
        """The grounds have come, if they are those of the order that is asked about."""
        bench = self._bench
        if bench is not None and explained.decision.order_id == bench.order.id:
            self._explained = explained
            self._tell()

    def _tell(self) -> None:
        bench, words = self._bench, self._words
        if bench is None:
            return
        owner = bench.packer.role == "owner"
        reader = Reader(words, bench.order.currency, money=owner)
        self.told = tell_why((*(bench.plan or ()), *in_hand(bench)), self._explained, reader)
        nothing = "" if self.told.touches else words("No rule suggests one for this parcel.")
        title = words("Why these touches?") if not nothing else words("Why no touch?")
        self.entitle(title, nothing, words)
        self.read_out(" ".join(filter(None, (title, nothing, *read(self.told, words)))))

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        room = self.below
        for line in fitting(self.told, room, self._words):
            room.setTop(room.top() + line.above)
            _paint_line(ink, room, line)
            room.setTop(room.top() + height(line, room.width()) - line.above)


def _paint_line(ink: Ink, room: QRectF, line: Line) -> None:
    if line.ticked:
        first = line.runs[0].type
        middle = room.top() + first.size * first.leading / 2
        marks.tick(ink, QRectF(room.left() + 2, middle - MARK / 2, MARK, MARK), OK)
    left = INDENT if line.indented else 0.0
    ink.write(room.adjusted(left, 0, 0, 0), *line.runs, lines=line.most)
