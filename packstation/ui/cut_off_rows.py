"""Each carrier's next cut-off in a row of its own, where a shop has several carriers."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF

from packstation.domain.orders import CutOff
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run
from packstation.ui.look import BOLD, SOFT, TEXT, TEXT_BOLD, Type
from packstation.ui.work_left import cut_off
from packstation.words.words import Words

CLOCK: Final = Type(19, BOLD, figures=True)
WORK: Final = 150
"""The large count and two lines under it."""
CUT_OFF, MOST_CUT_OFFS, SEVERAL = 38.0, 4, 2


def paint_cut_offs(
    ink: Ink, inside: QRectF, all_offs: tuple[CutOff, ...], words: Words, now: datetime
) -> QRectF:
    """As many as leave room for the large count; the answer is the room above."""
    fit = min(MOST_CUT_OFFS, int((inside.height() - 14 - WORK) / CUT_OFF))
    offs = all_offs[: max(fit, 0)]
    if len(offs) < SEVERAL:
        return inside
    top = inside.bottom() - len(offs) * CUT_OFF
    for off in offs:
        row = QRectF(inside.left(), top, inside.width(), CUT_OFF)
        ink.rule(row.left(), row.right(), row.top())
        clock, rest = cut_off(off, now, words)
        taken = ink.write(row, Run(clock, CLOCK), align=MIDDLE)
        said = QRectF(max(taken.right() + 16, row.left() + 78), top, 0, CUT_OFF)
        said.setRight(row.right())
        ink.write(said, Run(off.carrier, TEXT_BOLD), Run(rest, TEXT, SOFT), align=MIDDLE)
        top += CUT_OFF
    return inside.adjusted(0, 0, 0, -len(offs) * CUT_OFF - 14)
