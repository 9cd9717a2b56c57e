"""Photographs every screen and state, in both languages and both sizes, into build/shots."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from packstation.demo.catalogue import wares
from packstation.demo.pictures import draw
from packstation.places import resources
from packstation.ui.look import install_fonts
from packstation.ui.window import Window
from packstation.words.words import Words, load
from tests import making as made
from tests.office_states import office_states
from tests.states import states

FOLDER = Path(__file__).parents[1] / "build" / "shots"
SIZES = (QSize(1366, 768), QSize(1920, 1080))


def main() -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    install_fonts()
    photograph(partial(load, folder=resources()), FOLDER)
    app.quit()


def photograph(words_of: Callable[[str], Words], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as pictures:
        draw_cups(Path(pictures))
        _photograph(words_of, folder, Path(pictures))


def draw_cups(folder: Path) -> None:
    """The demo shop's own cups, a small and a large one, for those of tests.making."""
    drawn = {(it.product.name, it.product.variant): draw(it) for it in wares("shots")}
    for cup in (made.CUP, made.BIG_CUP):
        (folder / cup.picture).write_text(drawn[cup.name, cup.variant], "utf-8")


def _photograph(words_of: Callable[[str], Words], folder: Path, pictures: Path) -> None:
    for language in ("es", "en"):
        for size in SIZES:
            for name, state in chain(states(), office_states()):
                window = Window(
                    partial(_words_or, words_of, language),
                    pictures,
                    lambda: made.NOON + timedelta(minutes=3),
                )
                window.resize(size)
                window.show()
                state(window, language)
                QApplication.processEvents()  # what is read after the first paint is read now
                QApplication.processEvents()
                path = folder / f"{language}-{size.width()}-{name}.png"
                window.grab().save(str(path))
                window.close()
                print(path)


def _words_or(words_of: Callable[[str], Words], usual: str, asked: str) -> Words:
    return words_of(asked or usual)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
