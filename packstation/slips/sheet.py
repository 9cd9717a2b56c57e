"""A pile of paper to write on: places are points from the upper left corner."""

from io import BytesIO
from threading import Lock

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from packstation.slips.codes import DOT
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import face, runs
from packstation.slips.letters import as_seen
from packstation.slips.measure import Style, width

Colour = tuple[float, float, float]
Place = tuple[float, float]

BLACK: Colour = (0, 0, 0)
_ROUND_ENDS = "1 J 1 j"

# ReportLab cuts a font for one document at a time only, and a reprint is drawn on another
# thread than a slip.
ONE_AT_A_TIME = Lock()


class Sheet:
    """Everything written is plain text; nothing on it is a link, a form or a program."""

    def __init__(self, size: Place, title: str, language: str) -> None:
        self.width, self.height = size
        face(REGULAR[0])
        self._paper = BytesIO()
        self._canvas = Canvas(
            self._paper,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR[0],  # type: ignore[arg-type] # its stubs expect a size
            lang=language,
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("packstation")

    def write(self, at: Place, text: str, style: Style) -> None:
        """``text``, printable and in one line, from ``at`` to the right."""
        self._write(at, as_seen(text), style)

    def write_leftward(self, at: Place, text: str, style: Style) -> None:
        """``text`` that is read from right to left, from ``at`` to the left."""
        self._write((at[0] - width(text, style), at[1]), as_seen(text, "R"), style)

    def write_right(self, at: Place, text: str, style: Style) -> None:
        """``text`` with its last letter ending on ``at``."""
        self.write((at[0] - width(text, style), at[1]), text, style)

    def write_centred(self, at: Place, text: str, style: Style) -> None:
        self.write((at[0] - width(text, style) / 2, at[1]), text, style)

    def rule(self, start: Place, length: float, colour: Colour) -> None:
        """A fine line from ``start`` to the right."""
        x, y = start[0], self.height - start[1]
        self._canvas.setLineWidth(0.5)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.line(x, y, x + length, y)

    def bar(self, start: Place, height: float, colour: Colour) -> None:
        """A stout upright line from ``start`` down."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(start[0], self.height - start[1] - height, 1.6, height, 0, 1)

    def frame(self, corner: Place, size: Place, colour: Colour) -> None:
        """An empty box with round corners, from its upper left ``corner``."""
        self._canvas.setLineWidth(0.5)
        self._canvas.setStrokeColorRGB(*colour)
        lower = self.height - corner[1] - size[1]
        self._canvas.roundRect(corner[0], lower, size[0], size[1], 5.8)

    def box(self, corner: Place, size: Place, colour: Colour) -> None:
        """An empty box with sharp corners, stout enough for any printer."""
        self._canvas.setLineWidth(0.8)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.rect(corner[0], self.height - corner[1] - size[1], *size)

    def outline(self, corner: Place, size: Place, colour: Colour) -> None:
        """A dashed box to cut along."""
        self._canvas.saveState()
        self._canvas.setDash(2, 3)
        self._canvas.setLineWidth(0.5)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.rect(corner[0], self.height - corner[1] - size[1], *size)
        self._canvas.restoreState()

    def fill(self, corner: Place, scale: Place, path: str) -> None:
        """A ``path`` of rectangles in black, ``scale`` points a unit.

        ``corner`` is its lower left one. It moves to the next whole dot: no edge is blurred.
        """
        x, down = (round(it / DOT) * DOT for it in corner)
        self._draw((x, self.height - down), scale, f"{path} f")

    def trace(self, corner: Place, path: str, colour: Colour) -> None:
        """A ``path`` of curves as ink; ``corner`` is its lower left one."""
        self._canvas.setStrokeColorRGB(*colour)
        self._draw(
            (corner[0], self.height - corner[1]), (1, 1), f"1.3 w {_ROUND_ENDS} {path} S"
        )

    def picture(self, corner: Place, room: Place, png: bytes) -> float:
        """``png`` as large as ``room`` lets it be, upright in its middle; how wide it came out.

        ``corner`` is the upper left one.
        """
        image = ImageReader(BytesIO(png))
        wide, high = image.getSize()
        scale = min(room[0] / wide, room[1] / high)
        size = wide * scale, high * scale
        lower = self.height - corner[1] - (room[1] + size[1]) / 2
        self._canvas.drawImage(image, corner[0], lower, *size)
        return size[0]

    def turn(self) -> None:
        """Begin the next page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The PDF. Nothing can be written any more."""
        self._canvas.save()
        return self._paper.getvalue()

    def _write(self, at: Place, seen: str, style: Style) -> None:
        x, y = at[0], self.height - at[1]
        self._canvas.setFillColorRGB(*style.colour)
        for drawn, run in runs(seen, style.family):
            self._canvas.setFont(drawn.name, style.size)
            self._canvas.drawString(x, y, run, charSpace=style.tracking)
            x += sum(drawn.widths[it] for it in run) * style.size + len(run) * style.tracking

    def _draw(self, at: Place, scale: Place, path: str) -> None:
        self._canvas.saveState()
        self._canvas.setFillColorRGB(*BLACK)
        self._canvas.transform(scale[0], 0, 0, scale[1], *at)
        self._canvas.addLiteral(path)
        self._canvas.restoreState()
