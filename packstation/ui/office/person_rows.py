"""People one below the other: the name in bold, and what to know of each in grey."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from packstation.ui.look import ACT_SOFT, CARD, INK, SOFT, colour, scale_of

_MOST: Final = 2
"""Lines of a name, and of what is said of it."""
_PAD, _BETWEEN = 12, 8
_Index = QModelIndex | QPersistentModelIndex


class PersonRows(QListWidget):
    """The text of a row: the name, a line break, and what to know."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Person(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)


class _Person(QStyledItemDelegate):
    def __init__(self, rows: PersonRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        high = sum(metrics.height() for _, metrics, _ in self._lines(str(index.data())))
        return QSize(self._room, high + round(2 * _BETWEEN * scale_of(self._rows)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        room, scale = QRect(option.rect), scale_of(self._rows)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(room, colour(ACT_SOFT if selected else CARD))
        room.adjust(round(_PAD * scale), round(_BETWEEN * scale), -round(_PAD * scale), 0)
        for line, metrics, bold in self._lines(str(index.data())):
            painter.setFont(self._font(bold=bold))
            painter.setPen(colour(INK if bold else SOFT))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, line)
            room.setTop(room.top() + metrics.height())
        painter.restore()

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self._rows.font())
        font.setBold(bold)
        return font

    @property
    def _room(self) -> int:
        """For a line, whether or not the list is so long that it scrolls."""
        bar = self._rows.verticalScrollBar().sizeHint().width()
        return self._rows.width() - bar - round(2 * (_PAD + 2) * scale_of(self._rows))

    def _lines(self, text: str) -> Iterator[tuple[str, QFontMetrics, bool]]:
        room = self._room
        name, _, told = text.partition("\n")
        for part, bold in ((name, True), (told, False)):
            font = self._font(bold=bold)
            metrics = QFontMetrics(font)
            for line in _wrapped(part, font, room):
                yield line, metrics, bold


def _wrapped(text: str, font: QFont, room: int) -> Iterator[str]:
    """``text`` on as many lines as there may be; the last one ends in dots if it must."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    for place in range(_MOST):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        start = line.textStart()
        rest = text[start:] if place == _MOST - 1 else text[start : start + line.textLength()]
        yield QFontMetrics(font).elidedText(rest.strip(), Qt.TextElideMode.ElideRight, room)
    layout.endLayout()
