"""The window opens at once, alone in its folder, and loads what is heavy afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from packstation.desktop import have_qt_speak, open_window
from packstation.devices.one_at_a_time import Hold
from packstation.settings import read_settings

FIRST_PAINT = """
import os
import sys
from packstation.desktop import MovingIn, open_window
from packstation.settings import read_settings

HEAVY = {"sqlalchemy", "alembic", "reportlab", "barcode", "segno", "PIL", "cattrs"}

def first(self):
    print(sorted(HEAVY & set(sys.modules)), flush=True)
    import packstation.moving_in
    packstation.moving_in.open_parts = second
    move_in(self)

def second(settings, progress):
    # On the station's thread: the bench's own screens are loaded, the heavy parts are not.
    print(sorted(HEAVY & set(sys.modules)), flush=True)
    os._exit(0)

move_in, MovingIn._move_in = MovingIn._move_in, first
open_window(read_settings(demo=False, language="es"))
"""


def test_a_second_window_on_the_same_folder_is_refused_kindly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = read_settings(demo=False, language="es")
    hold = Hold.take(settings.home / "window.lock")
    assert hold is not None
    assert open_window(settings) == 1
    hold.release()
    (line,) = capsys.readouterr().err.splitlines()
    assert "packstation ya está abierto" in line


def test_what_qt_says_by_itself_is_spanish_too(qapp: QApplication) -> None:
    have_qt_speak(qapp, "es")
    said = qapp.translate("QPlatformTheme", "Cancel")
    (translator,) = qapp.findChildren(QTranslator)
    qapp.removeTranslator(translator)
    translator.setParent(None)
    assert said == "Cancelar"


def test_a_folder_nobody_may_write_in_is_named_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = read_settings(demo=False, language="es")
    settings.window_lock.mkdir()  # even who may write everywhere cannot write there
    assert open_window(settings) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"No se puede usar {settings.window_lock}: ")


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PACKSTATION_HOME": str(tmp_path)},
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]\n[]", "")
