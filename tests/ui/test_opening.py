"""The window that is there at once, and the bench that moves in."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from packstation.ui.opening import Opening
from packstation.ui.window import Window
from tests import making as made

LOADED = """
import enum
import sys
from PySide6.QtWidgets import QApplication
from packstation.ui.opening import Opening
app = QApplication([])
opening = Opening("One moment")
opening.painted_first.connect(app.quit)
opening.show()
app.exec()
print(sorted(name for name in sys.modules if name.startswith("packstation.")))
print("PenStyle" in {it.__name__ for it in enum.Enum.__subclasses__()})
"""


def test_it_is_painted_before_the_bench_is_loaded() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)
    loaded = run.stdout.decode()
    assert "packstation.ui.opening" in loaded
    assert "packstation.domain" not in loaded
    assert loaded.endswith("False\n")  # nor the names in Qt


def test_the_bench_moves_in_and_names_the_window(qtbot: QtBot, window: Window) -> None:
    opening = Opening("One moment")
    qtbot.addWidget(opening)
    opening.resize(1366, 768)
    with qtbot.waitSignal(opening.painted_first):
        opening.show()
    opening.take(window)
    assert window.screens.size() == opening.size()
    window.show_shop(made.a_shop(), "2")
    assert opening.windowTitle() == "Casa Azul"
    opening.takeCentralWidget()  # whoever made it closes it
