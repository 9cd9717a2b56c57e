"""The scanner's page on a real X server: ``python -m tests.ui.office.x_page CODES``."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from packstation.places import resources
from packstation.ui.keyboard import ScanFilter
from packstation.ui.office.scanner_page import ScannerPage
from packstation.ui.x_keys import watch_keys
from packstation.words.words import load

PATIENCE_MS = 20_000


def tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


class Shown(QWidget):
    def __init__(self, codes: int) -> None:
        super().__init__()
        self.page, self.field = ScannerPage(), QLineEdit()
        stack = QVBoxLayout(self)
        stack.addWidget(self.page)
        stack.addWidget(self.field)
        self._left = codes
        self.page.begin(load("en", resources()))
        self.page.ear.heard.connect(self._count)

    def _count(self) -> None:
        self._left -= 1
        tell(self._left)
        if not self._left:
            said = [it.label.text() for it in self.page.findings if it.label.text()]
            tell([self.page.verdict.text(), said, self.field.text()])
            QApplication.quit()


def main(codes: int) -> int:
    app = QApplication(sys.argv[:1])
    scanner = ScanFilter(app, presses=watch_keys())
    scanner.listen()
    scanner.scanned.connect(lambda it: tell(f"the bench heard {it}"))
    shown = Shown(codes)
    app.focusChanged.connect(lambda _, now: tell("ready") if now else None)
    QTimer.singleShot(PATIENCE_MS, app.quit)
    shown.show()
    shown.activateWindow()
    shown.field.setFocus()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
