"""The floor of a start: an empty window, painted; FROZEN as floors.py is.

Run as ``python -m tests.bench.empty_window``. Says "painted" once it is, and when it has been
idle for a moment how many KiB it holds.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.resting import tell_memory


class EmptyWindow(QMainWindow):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt chose the name)
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        print("painted", flush=True)
        QTimer.singleShot(300, self._rest)

    def _rest(self) -> None:
        tell_memory()
        QApplication.quit()


def main() -> int:
    app = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.resize(1366, 768)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
