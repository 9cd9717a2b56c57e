"""Product pictures: found, scaled, kept, and never from outside their folder."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from packstation.ui.pictures import MOST, Pictures

SIZE = QSize(100, 100)

WARMING = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from packstation.ui.pictures import Pictures
app = QGuiApplication([])
Pictures(Path(sys.argv[1])).warm()
maps = Path("/proc/self/maps").read_text()
print([it for it in ("qsvg", "qjpeg", "qtiff", "qwebp") if f"lib{it}" in maps])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "pictures"
    inside.mkdir()
    _picture(inside / "cup.png")
    _picture(tmp_path / "secret.png")
    (inside / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    return inside


def test_a_picture_fills_its_frame_and_keeps_its_shape(folder: Path) -> None:
    found = Pictures(folder).find("cup.png", SIZE)
    assert found is not None
    assert found.size() == QSize(100, 50)


def test_a_picture_is_read_once(folder: Path) -> None:
    pictures = Pictures(folder)
    first = pictures.find("cup.png", SIZE)
    (folder / "cup.png").unlink()
    assert pictures.find("cup.png", SIZE) is first


@pytest.mark.parametrize(
    "name", ["", "no.png", "broken.png", "../secret.png", "..", "a/cup.png"]
)
def test_what_is_no_picture_of_ours_is_none(folder: Path, name: str) -> None:
    assert Pictures(folder).find(name, SIZE) is None


def test_a_picture_that_came_later_is_found(folder: Path) -> None:
    pictures = Pictures(folder)
    assert pictures.find("pot.png", SIZE) is None
    _picture(folder / "pot.png")
    assert pictures.find("pot.png", SIZE) is not None


def test_what_was_looked_for_once_holds_up_nobody_again(folder: Path) -> None:
    pictures = Pictures(folder)
    assert [pictures.has(name, SIZE) for name in ("", "cup.png", "no.png")] == [
        True,
        False,
        False,
    ]
    pictures.find("cup.png", SIZE)
    pictures.find("no.png", SIZE)
    assert [pictures.has(name, SIZE) for name in ("cup.png", "no.png")] == [True, True]


def test_no_more_are_kept_than_there_is_room_for(folder: Path) -> None:
    pictures = Pictures(folder)
    first = pictures.find("cup.png", QSize(1, 1))
    for side in range(2, MOST + 2):
        pictures.find("cup.png", QSize(side, side))
    assert pictures.find("cup.png", QSize(1, 1)) is not first


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is loaded")
def test_qt_loads_what_reads_our_kinds_of_pictures_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "cup.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (tmp_path / "pot.svg").touch()
    asked = [sys.executable, "-c", WARMING, str(tmp_path)]
    assert subprocess.run(asked, capture_output=True, check=True).stdout == b"['qsvg']\n"


def test_a_shop_without_pictures_needs_none(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "pictures")
    pictures.warm()
    assert pictures.find("cup.png", SIZE) is None


def _picture(path: Path) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill("#B97A56")
    image.save(str(path))
