"""A window on a real X server that prints what it reads: ``python -m tests.ui.x_bench N``."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from packstation.domain.scans import Scan
from packstation.ui.keyboard import ScanFilter
from packstation.ui.x_keys import watch_keys

PATIENCE_MS = 20_000


class Field(QLineEdit):
    """Where a person types; prints its last text when the scans are all read."""

    def __init__(self, scans: int) -> None:
        super().__init__()
        self._left = scans

    def take(self, scan: Scan) -> None:
        tell([scan.text, scan.us])
        self._left -= 1
        if not self._left:
            tell(self.text())
            QApplication.quit()


def tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main(scans: int) -> int:
    app = QApplication(sys.argv[:1])
    scanner = ScanFilter(app, presses=watch_keys())
    scanner.listen()
    field = Field(scans)
    scanner.scanned.connect(field.take)
    app.focusChanged.connect(lambda _, now: tell("ready") if now else None)
    QTimer.singleShot(PATIENCE_MS, app.quit)
    field.show()
    field.activateWindow()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
