"""A field to type in, as large and calm as everything else at the bench."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from packstation.domain.codes import LONGEST
from packstation.ui.look import ACT, CARD, EDGE, INK, LEAD, SOFT, font, scale_of
from packstation.ui.touch_keys import TouchKeys


class Entry(QLineEdit):
    """One line of plain text; ``returnPressed`` says that it is whole.

    ``touched``: a finger wants to type here, and may have no keyboard.
    """

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setFont(font(LEAD))
        # What is typed here is a code or a name: nothing to complete, no menu on the bench.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def ask(self, what: str) -> None:
        """Empty it, and say what belongs in it."""
        self.clear()
        self.setPlaceholderText(what)
        self.setAccessibleName(what)

    def type_on(self, keys: TouchKeys) -> None:
        """Take what is typed on the screen."""
        keys.typed.connect(self.insert)
        keys.wiped.connect(self.backspace)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.touched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setStyleSheet(_style(scale_of(self)))


def _style(scale: float) -> str:
    edge, focus = max(1, round(2 * scale)), max(2, round(3 * scale))
    size, radius, pad = round(LEAD.size * scale), round(10 * scale), round(14 * scale)
    return (
        f"QLineEdit {{ background: {CARD}; color: {INK}; border: {edge}px solid {EDGE};"
        f" border-radius: {radius}px; padding: 0 {pad}px; font-size: {size}px;"
        f" placeholder-text-color: {SOFT};"
        f" selection-background-color: {ACT}; }}"
        f"QLineEdit:focus {{ border: {focus}px solid {ACT}; }}"
    )
