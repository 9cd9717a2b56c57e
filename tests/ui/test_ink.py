"""Text on widgets: plain, inside its box, never too long."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import ENDLESS, Run, height_of, lay, naming, width_of
from packstation.ui.look import BIG_TEXT, TEXT, TEXT_BOLD, font
from tests import making as made

HOSTILE = ["<b>Ana</b>", "&J", "&amp; <img src=x>", "100 % {name} \\n"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_is_painted_to_the_letter(text: str) -> None:
    painted, drawn = _blank(), _blank()
    with QPainter(painted) as painter:
        Ink(painter, QRectF(painted.rect())).write(QRectF(10, 10, 380, 30), Run(text, TEXT))
    with QPainter(drawn) as painter:
        painter.setFont(font(TEXT))
        painter.setPen("#1F2933")
        line = TEXT.size * TEXT.leading
        metrics = QFontMetricsF(font(TEXT))
        base = 10 + (line - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(10, base), text)
    assert painted == drawn


def test_marks_that_turn_writing_round_are_shown_and_turn_nothing() -> None:
    assert lay((Run("A\u202e71", TEXT),)).text == "A\\u202e71"


def test_an_arabic_name_stands_where_every_name_does() -> None:
    laid = lay((Run("\u0641\u0627\u0637\u0645\u0629", TEXT),), 300)
    assert (laid.left, laid.right < 300) == (0, True)


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("text", [made.LONG_NAME * 3, "x" * 900, "😀" * 300, "a\nb\nc\nd"])
def test_a_long_text_keeps_to_its_lines_and_its_width(text: str, lines: int) -> None:
    laid = lay((Run(text, TEXT), Run(text, TEXT_BOLD)), 240.0, lines)
    assert laid.lines <= lines
    assert laid.right <= 240.5


def test_what_fits_is_not_cut() -> None:
    run = Run("Taza de barro", BIG_TEXT)
    assert lay((run,), width_of(run) + 0.5).right == pytest.approx(width_of(run))


def test_height_grows_with_the_lines_that_are_needed() -> None:
    run = Run(made.LONG_NAME, TEXT)
    assert height_of((run,), ENDLESS, 3) == pytest.approx(24.7)
    assert height_of((run,), 200, 3) == pytest.approx(3 * 24.7)


def test_a_name_that_folds_keeps_both_ends_and_what_stands_beside_it() -> None:
    name, count = Run(made.LONG_PRODUCT, TEXT, folds=True), Run(": 7 of 12", TEXT_BOLD)
    assert lay((name, count), 300).text == "Juego de café…de olivo: 7 of 12"


def test_names_of_any_length_share_what_room_there_is() -> None:
    long, short = Run(made.LONG_PRODUCT, TEXT, folds=True), Run(" · azul", TEXT, folds=True)
    assert lay((long, short), 300).text == "Juego de café…de olivo · azul"


def test_where_there_is_room_for_hardly_a_name_the_end_is_cut() -> None:
    assert lay((Run(made.LONG_PRODUCT, TEXT, folds=True),), 60).text == "Jue…"


def test_only_the_names_of_a_sentence_fold() -> None:
    told = naming(Run("Tea instead of Tea, green", TEXT), ("Tea", "Tea, green"))
    assert [(run.text, run.folds) for run in told] == [
        ("Tea", True),
        (" instead of ", False),
        ("Tea, green", True),
    ]


def test_a_sentence_without_names_is_one_run() -> None:
    run = Run("Every piece is in", TEXT)
    assert naming(run, ()) == (run,)


def test_a_button_takes_no_letter_of_its_label_for_a_key(qtbot: QtBot) -> None:
    button = Button("Sal & <b>pan</b>")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Sal & <b>pan</b>"


def _blank() -> QImage:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill("#FFFFFF")
    return image
