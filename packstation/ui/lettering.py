"""Lays texts out: broken into lines that fit, cut where there is no more room, measured once.

What was laid out is kept, so that painting it again costs little. Nothing from outside is ever
read as markup.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from packstation.ui.look import BOLD, INK, SMALL, TYPES, Type, colour, font
from packstation.words.legible import legible


class Align(NamedTuple):  # a tuple, for the reason Type is one
    """Where a text stands in its box: how far to the right, from 0 to 1; at what height."""

    side: float = 0.0
    middle: bool = False


LEFT: Final = Align()
RIGHT: Final = Align(1.0)
TOP_CENTRE: Final = Align(0.5)
MIDDLE: Final = Align(0.0, middle=True)
MIDDLE_RIGHT: Final = Align(1.0, middle=True)
CENTRE: Final = Align(0.5, middle=True)

ENDLESS: Final = 100_000.0
PLATE_EDGE: Final = 7.0
_LONGEST_LINE: Final = 1000
"""Letters that are looked at of one line; no screen is as wide."""
_NARROWEST: Final = 3.0
"""Units that a letter takes at least, on an average."""
_FOLDED_LEAST: Final = 12
"""Letters that a name keeps at least, before the end of the whole text is cut instead."""
_SCRAP: Final = 3
"""So few letters of a word that was broken are left out as well."""
_LETTERS: Final = (
    "0123456789 aábcdeéfghiíjklmnñoópqrstuúvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ ¿?.,:/·…"
)
_SIDES: Final = {
    0.0: Qt.AlignmentFlag.AlignLeft,
    0.5: Qt.AlignmentFlag.AlignHCenter,
    1.0: Qt.AlignmentFlag.AlignRight,
}


class Run(NamedTuple):  # a tuple, for the reason Type is one
    """Words set in one type and one colour; ``marked`` puts them on a plate of that colour."""

    text: str
    type: Type
    colour: str = INK
    marked: str = ""
    folds: bool = False
    """Whether it is a name: it loses its middle, since its end tells it from its sisters."""


class Laid:
    """A text broken into lines that fit: measured once, painted often."""

    def __init__(self, runs: tuple[Run, ...], width: float, align: Align) -> None:
        self.text = "".join(run.text for run in runs).replace("\n", "\u2028")
        self._width = width
        self.endless = width == ENDLESS
        """Whether it lies at the left of no box in particular."""
        self._line = max((run.type.size * run.type.leading for run in runs), default=0.0)
        self._layout = QTextLayout(self.text, font(runs[0].type) if runs else font(SMALL))
        self._layout.setCacheEnabled(True)
        # Absolute: a name in Arabic begins at its right, and stands where every name does.
        option = QTextOption(_SIDES[align.side] | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._colour = colour(runs[0].colour if runs else INK)
        if len(runs) > 1:
            self._layout.setFormats(_formats(runs))
        self._plates = _plates(runs)
        self._break()

    def _break(self) -> None:
        self._layout.beginLayout()
        self.height = self.right = 0.0
        self.left = self._width
        self.lines = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, self.height + (self._line - line.height()) / 2))
            self.height += self._line
            self.lines += 1
            box = line.naturalTextRect()
            self.left = min(self.left, box.left())
            self.right = max(self.right, box.right())
        self._layout.endLayout()

    def start_of(self, line: int) -> int:
        """How many characters stand before ``line``."""
        return self._layout.lineAt(line).textStart()

    def draw(self, painter: QPainter, at: QPointF) -> None:
        for start, end, fill in self._plates:
            self._draw_plate(painter, at, (start, end), fill)
        painter.setPen(self._colour)
        self._layout.draw(painter, at)

    def _draw_plate(
        self, painter: QPainter, at: QPointF, span: tuple[int, int], fill: str
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(fill))
        for n in range(self.lines):
            line = self._layout.lineAt(n)
            first = max(span[0], line.textStart())
            last = min(span[1], line.textStart() + line.textLength())
            if first < last:
                # What goes on from the line above has no space of its own before it.
                left = _x(line.cursorToX(first)) - (PLATE_EDGE if first > span[0] else 0)
                right = _x(line.cursorToX(last))
                plate = QRectF(left, line.y(), right - left, line.height())
                painter.drawRoundedRect(plate.translated(at), 6, 6)


def lay(
    runs: tuple[Run, ...], width: float = ENDLESS, lines: int = 1, align: Align = LEFT
) -> Laid:
    """``runs`` within ``width``, in at most ``lines`` lines.

    Of what is too long, names that fold lose their middle first; then the whole ends in "…".
    """
    whole = _lay_whole(runs)
    if whole.right <= width and (lines == 1 or not any("\n" in run.text for run in runs)):
        return whole
    return _lay_within(runs, width, lines, align)


@lru_cache(maxsize=4096)
def _lay_whole(runs: tuple[Run, ...]) -> Laid:
    """All of it on one line, for any box it fits into."""
    return Laid(_within(_on_one_line(_cleaned(runs)), _LONGEST_LINE), ENDLESS, LEFT)


@lru_cache(maxsize=2048)
def _lay_within(runs: tuple[Run, ...], width: float, lines: int, align: Align) -> Laid:
    clean = _cleaned(runs) if lines > 1 else _on_one_line(_cleaned(runs))
    clean = _within(clean, round(_LONGEST_LINE + lines * width / _NARROWEST))
    laid = Laid(clean, width, align)
    if laid.lines > lines and any(run.folds for run in clean):
        clean = _folded(clean, width, lines)
        laid = Laid(clean, width, align)
    keep = laid.start_of(lines) if laid.lines > lines else 0
    while laid.lines > lines and keep > 0:
        keep -= 1
        laid = Laid(_cut(clean, keep), width, align)
    return laid


def _folded(runs: tuple[Run, ...], width: float, lines: int) -> tuple[Run, ...]:
    """``runs`` with as much of each name as there is room for."""
    least, most = _FOLDED_LEAST, max(len(run.text) for run in runs if run.folds)
    while least < most:
        middle = (least + most + 1) // 2
        tried = tuple(_fold(run, middle) for run in runs)
        if Laid(tried, width, LEFT).lines > lines:
            most = middle - 1
        else:
            least = middle
    return tuple(_fold(run, least) for run in runs)


def _fold(run: Run, most: int) -> Run:
    if not run.folds or len(run.text) <= most:
        return run
    tail = run.text[-(most // 2) :]
    scrap, space, whole = tail.partition(" ")
    if space and len(scrap) <= _SCRAP:
        tail = whole
    return _with_text(run, f"{run.text[: most - most // 2].rstrip()}…{tail}")


def naming(run: Run, names: Collection[str]) -> tuple[Run, ...]:
    """``run`` in parts, so that any of ``names`` in it folds."""
    if not names:
        return (run,)
    longest_first = sorted(names, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest_first))})", run.text)
    return tuple(run._replace(text=part, folds=part in names) for part in parts if part)


def draw_letters(painter: QPainter) -> None:
    """Draw all common letters: the first time, each of them has to be made from its outline."""
    for type_ in TYPES:
        Laid((Run(_LETTERS, type_),), ENDLESS, LEFT).draw(painter, QPointF(0, 0))


def _cleaned(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(_with_text(it, legible(it.text)) for it in runs if it.text)


def _within(runs: tuple[Run, ...], most: int) -> tuple[Run, ...]:
    """``runs``, without what no box has room for: breaking it into lines takes minutes."""
    return runs if sum(len(run.text) for run in runs) <= most else _cut(runs, most)


def _on_one_line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(_with_text(it, it.text.replace("\n", " ")) for it in runs)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.type, run.colour, run.marked, run.folds)


def width_of(*runs: Run) -> float:
    """How wide ``runs`` are on one line."""
    return _lay_whole(runs).right


def height_of(runs: tuple[Run, ...], width: float, lines: int) -> float:
    """How high ``runs`` are within ``width``, in at most ``lines`` lines."""
    return lay(runs, width, lines).height


def bold(text: str, type_: Type, tint: str = INK) -> Run:
    """``text`` in the bold of ``type_``."""
    return Run(text, Type(type_.size, BOLD, type_.figures, type_.leading), tint)


def _formats(runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in runs:
        span = QTextLayout.FormatRange()
        # Qt counts in UTF-16: a character beyond U+FFFF counts twice.
        span.start, span.length, span.format = (
            start,
            _units(run.text),
            _form(run.type, run.colour),
        )
        start += span.length
        ranges.append(span)
    return ranges


@lru_cache
def _form(type_: Type, tint: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font(type_))
    form.setForeground(QColor(tint))
    return form


def _plates(runs: tuple[Run, ...]) -> list[tuple[int, int, str]]:
    plates = []
    start = 0
    for run in runs:
        end = start + _units(run.text)
        if run.marked:
            plates.append((start, end, run.marked))
        start = end
    return plates


def _cut(runs: tuple[Run, ...], keep: int) -> tuple[Run, ...]:
    """The first ``keep`` UTF-16 units of ``runs``, and the sign that there was more."""
    kept = []
    for run in runs:
        size = _units(run.text)
        if size >= keep:
            head = run.text.encode("utf-16-le")[: keep * 2].decode("utf-16-le", "ignore")
            kept.append(Run(head.rstrip() + "…", run.type, run.colour, run.marked))
            break
        kept.append(run)
        keep -= size
    return tuple(kept)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(answer: object) -> float:
    """PySide answers ``cursorToX`` with the place, or with the place and the cursor."""
    return float(answer[0] if isinstance(answer, tuple | list) else answer)  # type: ignore[arg-type]
