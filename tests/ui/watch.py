"""A window with one of everything, watched while somebody types and scans."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from packstation.domain.scans import Scan
from packstation.ui.keyboard import ScanFilter

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Watch:
    """A window with one of everything, and all that happens to it."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.window = window
        self.scans: list[Scan] = []
        self.fired: list[str] = []
        self.field = QLineEdit()
        self.button = QPushButton("&Pack")
        self.combo = QComboBox()
        self.combo.addItems(["A", "B", "9"])
        self.entries = QListWidget()
        self.entries.addItems(["A", "B", "9"])
        self.widgets = (
            self.field,
            self.button,
            self.combo,
            self.entries,
            QCheckBox("Gift"),
            QSpinBox(),
            QPlainTextEdit(),
        )
        self._build()
        self.filter = ScanFilter(window, now=lambda: NOON)
        self.filter.scanned.connect(self.scans.append)
        self.filter.listen()
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    def _build(self) -> None:
        column = QVBoxLayout(self.window)
        for widget in self.widgets:
            column.addWidget(widget)
        self.button.clicked.connect(lambda: self.fired.append("Pack"))
        for sequence in ("1", "F8", "F12", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(sequence), self.window)
            shortcut.activated.connect(lambda sequence=sequence: self.fired.append(sequence))
        action = QAction("Undo", self.window)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(lambda: self.fired.append("Undo"))
        self.window.addAction(action)

    @property
    def read(self) -> list[str]:
        return [scan.text for scan in self.scans]

    @property
    def state(self) -> list[object]:
        """What the widgets hold, and which has the focus."""
        held = [it.metaObject().userProperty().read(it) for it in self.widgets]
        return [QApplication.focusWidget(), *held, self.entries.currentRow()]


def application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class Strokes(QObject):
    """What comes to a widget of each key, going down and up."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.seen: list[tuple[QEvent.Type, str]] = []
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 # Qt's own name
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            self.seen.append((event.type(), event.text()))
        return False


def composed(text: str) -> QInputMethodEvent:
    """The letter that a dead key and another one make."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
