"""The name of a key in a light frame: what one could press instead."""

from typing import Final

from PySide6.QtCore import QRectF

from packstation.ui.ink import Ink
from packstation.ui.lettering import CENTRE, Run, width_of
from packstation.ui.look import LINE, SMALL, SOFT

HEIGHT: Final = 27.0
EDGES: Final = 14.0


def keycap_width(key: str) -> float:
    return max(HEIGHT, width_of(Run(key, SMALL)) + EDGES)


def paint_keycap(
    ink: Ink, left: float, middle: float, key: str, colours: tuple[str, str] = (SOFT, LINE)
) -> float:
    """``key`` with its frame, in ink and edge of ``colours``; the answer is where it ends."""
    tint, edge = colours
    box = QRectF(left, middle - HEIGHT / 2, keycap_width(key), HEIGHT)
    ink.card(box, "", edge, radius=6)
    ink.write(box, Run(key, SMALL, tint), align=CENTRE)
    return box.right()
