"""Puts words, cards and chips on a widget: measured, cut to fit, and always plain text.

A text is laid out once and kept, so that painting it again costs little. Nothing from
outside is ever read as markup, and no text ever leaves the box it was given.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from packstation.ui.look import BOLD, CARD, INK, LINE, RADIUS, SMALL, Type, colour, font

Align = Qt.AlignmentFlag
LEFT: Final = Align.AlignLeft | Align.AlignTop
RIGHT: Final = Align.AlignRight | Align.AlignTop
TOP_CENTRE: Final = Align.AlignHCenter | Align.AlignTop
MIDDLE: Final = Align.AlignLeft | Align.AlignVCenter
MIDDLE_RIGHT: Final = Align.AlignRight | Align.AlignVCenter
CENTRE: Final = Align.AlignHCenter | Align.AlignVCenter

ENDLESS: Final = 100_000.0
_SIDES: Final = Align.AlignLeft | Align.AlignRight | Align.AlignHCenter

# What would act instead of being read: control characters and marks that turn writing round.
_ACTING: Final = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
) | {9: " ", 10: "\u2028", 0x2028: "\u2028", 0x2029: "\u2028"}


class Run(NamedTuple):  # a tuple, for the reason Type is one
    """Words set in one type and one colour; ``marked`` puts them on a plate of that colour."""

    text: str
    type: Type
    colour: str = INK
    marked: str = ""


class Laid:
    """A text broken into lines that fit: measured once, painted often."""

    def __init__(self, runs: tuple[Run, ...], width: float, align: Align) -> None:
        self._text = "".join(run.text for run in runs)
        self._width = width
        self.middle = bool(align & Align.AlignVCenter)
        self._line = max((run.type.size * run.type.leading for run in runs), default=0.0)
        self._layout = QTextLayout(self._text, font(runs[0].type) if runs else font(SMALL))
        self._layout.setCacheEnabled(True)
        option = QTextOption(align & _SIDES)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._colour = runs[0].colour if runs else INK
        if len(runs) > 1:
            self._layout.setFormats(_formats(runs))
        self._plates = _plates(runs)
        self._break()

    def _break(self) -> None:
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
        self._layout.endLayout()
        self.height = top
        boxes = [self._layout.lineAt(n).naturalTextRect() for n in range(self.lines)]
        self.left = min((box.left() for box in boxes), default=0.0)
        self.right = max((box.right() for box in boxes), default=0.0)
        """Where the widest line ends."""

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    def start_of(self, line: int) -> int:
        """How many characters stand before ``line``."""
        return self._layout.lineAt(line).textStart()

    def draw(self, painter: QPainter, at: QPointF) -> None:
        for start, end, fill in self._plates:
            self._draw_plate(painter, at, (start, end), fill)
        painter.setPen(colour(self._colour))
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
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                plate = QRectF(left, line.y() - 1, right - left, line.height() + 1)
                painter.drawRoundedRect(plate.translated(at), 6, 6)


def plain(text: str) -> str:
    """``text`` without the characters that would act on the screen instead of being read."""
    return text.translate(_ACTING)


@lru_cache(maxsize=4096)
def lay(
    runs: tuple[Run, ...], width: float = ENDLESS, lines: int = 1, align: Align = LEFT
) -> Laid:
    """``runs`` within ``width``, in at most ``lines`` lines; what is too long ends in "…"."""
    clean = tuple(Run(plain(r.text), r.type, r.colour, r.marked) for r in runs if r.text)
    if lines == 1:
        clean = tuple(
            Run(r.text.replace("\u2028", " "), r.type, r.colour, r.marked) for r in clean
        )
    laid = Laid(clean, width, align)
    keep = laid.start_of(lines) if laid.lines > lines else 0
    while laid.lines > lines and keep > 0:
        keep -= 1
        laid = Laid(_cut(clean, keep), width, align)
    return laid


def width_of(*runs: Run) -> float:
    """How wide ``runs`` are on one line."""
    return lay(runs).right


def height_of(runs: tuple[Run, ...], width: float, lines: int) -> float:
    """How high ``runs`` are within ``width``, in at most ``lines`` lines."""
    return lay(runs, width, lines).height


class Ink:
    """A painter that knows our vocabulary; all its measures are units of look.py."""

    def __init__(self, painter: QPainter, dirty: QRectF) -> None:
        self.painter = painter
        self.dirty = dirty

    def sees(self, box: QRectF) -> bool:
        """Whether ``box`` is in what must be painted now."""
        return self.dirty.intersects(box)

    def only(self, box: QRectF) -> bool:
        """Whether nothing but ``box`` must be painted now, give or take a broken pixel."""
        return box.adjusted(-1, -1, 1, 1).contains(self.dirty)

    def write(self, box: QRectF, *runs: Run, lines: int = 1, align: Align = LEFT) -> QRectF:
        """Write ``runs`` into ``box``; the answer is the room they took."""
        laid = lay(runs, max(box.width(), 1.0), lines, align)
        top = box.top()
        if laid.middle:
            top += (box.height() - laid.height) / 2
        laid.draw(self.painter, QPointF(box.left(), top))
        left = box.left() + laid.left
        return QRectF(left, top, laid.right - laid.left, laid.height)

    def fill(self, box: QRectF, fill: str) -> None:
        self.painter.fillRect(box, colour(fill))

    def card(
        self,
        box: QRectF,
        fill: str = CARD,
        edge: str = LINE,
        *,
        pen: float = 1,
        radius: float = RADIUS,
    ) -> None:
        """A rounded plate whose border lies inside ``box``; no border when ``pen`` is 0."""
        self.painter.setPen(QPen(colour(edge), pen) if pen else Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        half = pen / 2
        inner = box.adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(inner, radius - half, radius - half)

    def dashed(self, box: QRectF, fill: str, edge: str, radius: float = 8) -> None:
        self.painter.setPen(QPen(colour(edge), 1, Qt.PenStyle.DashLine))
        self.painter.setBrush(colour(fill))
        self.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def banner(self, box: QRectF, fill: str, bar: str) -> None:
        """A plate with a thick bar of ``bar`` at its left edge."""
        self.card(box, fill, pen=0, radius=8)
        self.painter.save()
        left = QRectF(box.left(), box.top(), 6, box.height())
        self.painter.setClipRect(left, Qt.ClipOperation.IntersectClip)
        self.card(box, bar, pen=0, radius=8)
        self.painter.restore()

    def rule(self, left: float, right: float, y: float, tint: str = LINE) -> None:
        self.painter.fillRect(QRectF(left, y, right - left, 1), colour(tint))

    def chip(self, left: float, top: float, run: Run, fill: str) -> QRectF:
        """A pill with ``run`` in it; the answer is where it lies. See chip_width."""
        box = QRectF(left, top, chip_width(run), CHIP_HEIGHT)
        self.card(box, fill, pen=0, radius=CHIP_HEIGHT / 2)
        self.write(box.adjusted(12, 0, -11, 0), run, align=MIDDLE)
        return box

    def picture(self, box: QRectF, pixmap: QPixmap) -> None:
        """``pixmap`` in the middle of ``box``, as large as fits, never larger than itself."""
        ratio = min(box.width() / pixmap.width(), box.height() / pixmap.height())
        wide, high = pixmap.width() * ratio, pixmap.height() * ratio
        target = QRectF(0, 0, wide, high)
        target.moveCenter(box.center())
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


CHIP_HEIGHT: Final = 30.0


def chip_width(run: Run) -> float:
    return width_of(run) + 24


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
