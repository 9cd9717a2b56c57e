"""A way further that asks for nothing: underlined words, as large to a finger as any button."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from packstation.ui.button import BESIDE, Button
from packstation.ui.ink import Ink
from packstation.ui.keycap import keycap_width
from packstation.ui.lettering import MIDDLE, Run, width_of
from packstation.ui.look import ACT, ACT_SOFT, SMALL


def link_width(label: str, hint: str) -> float:
    return width_of(Run(label, SMALL)) + (BESIDE + keycap_width(hint) if hint else 0) + 8


class LinkButton(Button):
    """Its words begin at its left edge, in the middle of its height."""

    def __init__(self, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(parent=parent, hint=hint)
        self.type = SMALL

    @property
    def unit_width(self) -> float:
        return link_width(self.label, self.hint)

    def paint_plate(self, ink: Ink, box: QRectF) -> None:
        if self.isDown():
            ink.card(box.adjusted(0, 7, 0, -7), ACT_SOFT, pen=0, radius=8)
        if self.hasFocus():
            ink.card(box.adjusted(0, 7, 0, -7), "", ACT, pen=2, radius=8)

    def paint_label(self, ink: Ink, box: QRectF) -> None:
        room = box.adjusted(4, 0, -self._hint_width, 0)
        said = ink.write(room, Run(self.label, self.type, ACT), align=MIDDLE)
        ink.rule(said.left(), said.right(), said.bottom() - 2, ACT)
        if self.hint:
            self.paint_hint(ink, said.right() + BESIDE)
