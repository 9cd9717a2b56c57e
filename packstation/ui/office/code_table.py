"""Products or codes in rows that scroll: more are asked for at their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from packstation.ui.look import ACT, ACT_SOFT, INK, LINE, scale_of
from packstation.ui.office.tick_box import paint_tick_box
from packstation.words.legible import legible

_ROW, _HEAD, _TICK, _PAD = 56, 40, 54, 12
_ROWS_AT_LEAST: Final = 3
_Index = QModelIndex | QPersistentModelIndex
_CHECK: Final = Qt.ItemDataRole.CheckStateRole
_ITEMS: Final = (
    # As wide with the focus as without it: rows that are painted already stay where they are.
    f"QTableView {{{{ border: {{edge}}px solid {LINE}; }}}}"
    f" QTableView:focus {{{{ border: {{edge}}px solid {ACT}; }}}}"
    " QTableView::item {{ padding: 0 {pad}px; border: none; }}"
    f" QTableView::item:selected {{{{ background: {ACT_SOFT}; color: {INK}; }}}}"
)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """``key`` is what a row stands for; ``cells`` is what is read."""

    key: object
    cells: tuple[str, ...]


class CodeRows(QStandardItemModel):
    """The first column is for ticks where there are any."""

    wanted = Signal()
    """More rows."""
    ticked = Signal()

    def __init__(self, parent: QObject, *, ticks: bool) -> None:
        super().__init__(parent)
        self.first = int(ticks)
        """Where the texts begin."""
        self._keys: list[object] = []
        self._ticked = set[int]()
        self._more = False

    def call(self, names: tuple[str, ...]) -> None:
        self.setHorizontalHeaderLabels(("", *names) if self.first else names)

    def show(self, rows: Sequence[CodeRow], *, more: bool) -> None:
        self.setRowCount(0)
        self._keys.clear()
        self._ticked.clear()
        self.add(rows, more=more)
        self.ticked.emit()

    def add(self, rows: Sequence[CodeRow], *, more: bool) -> None:
        self._more = more
        for row in rows:
            self._keys.append(row.key)
            boxes = [_box()] if self.first else []
            self.appendRow([*boxes, *map(_cell, row.cells)])

    @property
    def chosen(self) -> tuple[object, ...]:
        """The keys of the rows that are ticked, from above."""
        return tuple(self._keys[it] for it in sorted(self._ticked))

    def key(self, row: int) -> object | None:
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def turn(self, row: int) -> None:
        """Tick ``row``, or take its tick away."""
        if self.first and 0 <= row < len(self._keys):
            self._ticked ^= {row}
            self.item(row, 0).setData(_state(there=row in self._ticked), _CHECK)
            self.ticked.emit()

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        """They come by ``add``; until then nobody asks again."""
        del parent
        self._more = False
        self.wanted.emit()


def _cell(text: str) -> QStandardItem:
    return QStandardItem(" ".join(legible(text).split()))


def _box() -> QStandardItem:
    """Not checkable by Qt, which would only listen to a click right into it."""
    item = QStandardItem()
    item.setData(_state(there=False), _CHECK)
    return item


def _state(*, there: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if there else Qt.CheckState.Unchecked


class CodeTable(QTableView):
    """``shares`` is how wide its columns of text are, each beside the others."""

    def __init__(self, *shares: int, ticks: bool = False) -> None:
        super().__init__()
        self.rows = CodeRows(self, ticks=ticks)
        self._shares = shares
        self._scale = 0.0
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(lambda index: self.rows.turn(index.row()))

    def call(self, name: str, heads: tuple[str, ...]) -> None:
        """``name`` is for who does not see it."""
        self.setAccessibleName(name)
        self.rows.call(heads)
        self.fit()

    @property
    def current(self) -> object | None:
        """The key of the row somebody stands on."""
        return self.rows.key(self.currentIndex().row())

    def fit(self) -> None:
        scale = scale_of(self)
        if scale != self._scale:
            self._scale = scale
            self.setStyleSheet(_ITEMS.format(pad=round(_PAD * scale), edge=round(2 * scale)))
        self.verticalHeader().setDefaultSectionSize(round(_ROW * scale))
        self.horizontalHeader().setFixedHeight(round(_HEAD * scale))
        self.setMinimumHeight(round((_HEAD + _ROWS_AT_LEAST * _ROW + 4) * scale))
        first = self.rows.first
        if first:
            self.setColumnWidth(0, round(_TICK * scale))
        room = self.viewport().width() - first * round(_TICK * scale)
        for place, share in enumerate(self._shares):
            self.setColumnWidth(first + place, room * share // sum(self._shares))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.rows.turn(self.currentIndex().row())
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class _Cells(QStyledItemDelegate):
    """Texts to the letter on up to two lines; ticks in boxes that a finger finds."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the whole row is marked instead
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        ticked = index.data(_CHECK)
        if ticked is None:
            return
        box = QRectF(option.rect)
        there = Qt.CheckState(ticked) is Qt.CheckState.Checked
        paint_tick_box(painter, box, scale_of(option.widget), ticked=there)
