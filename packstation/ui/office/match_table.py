"""The first rows of a file, and above each column what we take it for: point to change it."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from packstation.domain.matching import Preview
from packstation.ui.look import ACT, ACT_SOFT, CARD, EDGE, INK, SOFT, colour, scale_of
from packstation.ui.office.kit import Choice
from packstation.words.file_columns import column_name, columns_offered
from packstation.words.legible import legible
from packstation.words.words import Words

ROWS: Final = 4
"""Of the file, shown at once; they only have to show what stands in a column."""
_WIDE, _HIGH, _CHOICE_HIGH, _HEAD_HIGH = 226, 36, 52, 40
_OPENING: Final = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Down}
)
_FILLED: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
_Index = QModelIndex | QPersistentModelIndex
_Offered = tuple[tuple[object, str], ...]


class MatchModel(QStandardItemModel):
    """Row 0 says what the columns are taken for; the file's own rows stand under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()

    def show(self, preview: Preview, words: Words) -> None:
        self._columns = preview.match.columns
        self.clear()
        names = [column_name(it, preview.match.lists, words) for it in self._columns]
        for row in (names, *preview.rows[:ROWS]):
            self.appendRow([self._cell(*cell) for cell in enumerate(row)])
        self.setHorizontalHeaderLabels([_title(it, words) for it in preview.header])

    def taken_for(self, place: int) -> str:
        return self._columns[place]

    def _cell(self, place: int, text: str) -> QStandardItem:
        item = QStandardItem(_one_line(text))
        item.setEditable(False)
        item.setForeground(colour(INK if self._columns[place] else SOFT))
        return item


class MatchTable(QTableView):
    """``matched`` carries the place of a column, from the left, and what it is taken for."""

    matched = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.model_ = MatchModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Cells(self))
        self.chooser = _Chooser(self.viewport())
        self.chooser.activated.connect(self._take)
        self._offered: _Offered = ()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.choose)
        self.clicked.connect(lambda index: self.choose(index.column()))

    def show_preview(self, preview: Preview, words: Words) -> None:
        place = max(0, self.currentIndex().column())
        self._offered = columns_offered(preview.match.lists, words)
        self.setAccessibleName(words("The first rows of the file, by column"))
        self.model_.show(preview, words)
        self.setCurrentIndex(self.model_.index(0, min(place, len(preview.header) - 1)))
        self.fit()

    def choose(self, place: int) -> None:
        """Ask what the column at ``place`` is."""
        index = self.model_.index(0, place)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        room = self.visualRect(index)
        self.chooser.ask(place, room, self._offered, self.model_.taken_for(place))

    @Slot(int)
    def _take(self, _: int) -> None:
        self.setFocus()
        self.matched.emit(self.chooser.place, str(self.chooser.chosen))

    def fit(self) -> None:
        scale = scale_of(self)
        head = self.horizontalHeader()
        head.setDefaultSectionSize(round(_WIDE * scale))
        head.setFixedHeight(round(_HEAD_HIGH * scale))
        rows = self.model_.rowCount()
        for row in range(rows):
            self.setRowHeight(row, round((_HIGH if row else _CHOICE_HIGH) * scale))
        inner = _HEAD_HIGH + _CHOICE_HIGH + max(0, rows - 1) * _HIGH
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(round((inner + 6) * scale) + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.choose(self.currentIndex().column())
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model_.rowCount():
            self.fit()


class _Cells(QStyledItemDelegate):
    """Row 0 as fields to choose in; all other cells as they are, to the letter."""

    def __init__(self, table: MatchTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        scale = scale_of(self._table)
        current = index.column() == self._table.currentIndex().column()
        if index.row() > 0:
            around = QRect(option.rect)
            option.rect = around.adjusted(round(12 * scale), 0, 0, 0)
            option.state &= ~_FILLED  # a blue ground would say that the column is used
            super().paint(painter, option, index)
            if current:
                self._outline(painter, around, index, scale)
            return
        pad = round(5 * scale)
        box: QRect = option.rect.adjusted(pad, pad, -pad, -pad)
        chosen = bool(self._table.model_.taken_for(index.column()))
        here = self._table.hasFocus() and current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(ACT if current else EDGE), (3 if here else 2) * scale))
        painter.setBrush(colour(ACT_SOFT if chosen else CARD))
        painter.drawRoundedRect(box, 9 * scale, 9 * scale)
        self._write(painter, box, str(index.data()), scale)
        painter.restore()

    def _outline(self, painter: QPainter, room: QRect, index: _Index, scale: float) -> None:
        """The sides of the column one stands on, and its end."""
        pen = max(1, round(2 * scale))
        sides = [
            QRect(room.left(), room.top(), pen, room.height()),
            QRect(room.right() - pen + 1, room.top(), pen, room.height()),
        ]
        if index.row() == self._table.model_.rowCount() - 1:
            sides.append(QRect(room.left(), room.bottom() - pen + 1, room.width(), pen))
        for side in sides:
            painter.fillRect(side, colour(ACT))

    def _write(self, painter: QPainter, box: QRect, text: str, scale: float) -> None:
        font = self._table.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour(INK))
        pad, arrow = round(10 * scale), round(22 * scale)
        room = box.adjusted(pad, 0, -arrow, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)
        end = box.adjusted(0, 0, -round(8 * scale), 0)
        painter.drawText(end, middle | Qt.AlignmentFlag.AlignRight, "▾")


class _Chooser(Choice):
    """One for all columns: it lies over that which somebody points at, while it is open."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self.hide()
        self.place = 0

    def ask(self, place: int, room: QRect, offered: _Offered, chosen: str) -> None:
        self.place = place
        self.offer(offered, chosen)
        self.setGeometry(room)
        self.show()
        self.setFocus()
        self.showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self.hide()


def _title(word: str, words: Words) -> str:
    """A column without a name is called by its place."""
    return words("column {n}", n=word[1:]) if word.startswith("#") else _one_line(word)


def _one_line(text: str) -> str:
    return " ".join(legible(text).split())
