"""PySide6 does not read, and keep, the source of whatever else we import."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

IMPORTING = """
import linecache
from PySide6 import QtCore, QtWidgets
from packstation.ui.plain_imports import import_plainly
import csv
read = "csv" in " ".join(linecache.cache)
import_plainly()
import_plainly()
import sqlite3, tomllib
from PySide6 import QtGui
kept = " ".join(linecache.cache)
left = [it for it in ("csv", "sqlite3", "tomllib") if it in kept]
print(read, left, QtGui.QColor("red").isValid())
"""


def test_the_source_of_a_module_is_not_kept_in_memory() -> None:
    done = subprocess.run(
        (sys.executable, "-c", IMPORTING),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    # PySide6 has read what was imported first: a release that no longer does needs no cure.
    assert (done.stdout, done.stderr) == ("True [] True\n", "")
