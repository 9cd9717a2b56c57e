"""The page of all keys names every key that a button shows, and only words it has room for."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from packstation.ui.button import Button
from packstation.ui.keys_screen import COLUMNS
from packstation.ui.window import Window
from tests.states import states

OWN_PLACE = {"⏎", ""}
"""Enter sends what is typed, too."""
KEYS = {key for column in COLUMNS for _, rows in column for keys, _ in rows for key in keys}
ON_PANELS = {*"12345678←→"}
"""Which of the answers of a panel, and fewer or more: they stand on it."""


@pytest.mark.parametrize("name", [name for name, _ in states()])
def test_every_key_on_a_button_is_on_the_page(window: Window, name: str) -> None:
    dict(states())[name](window, "en")
    hints = {it.hint for it in window.findChildren(Button) if it.isVisible()}
    assert hints <= KEYS | ON_PANELS | OWN_PLACE


@pytest.mark.parametrize(
    "name, keys",
    [
        ("free", {"F1", "F2", "F3"}),
        ("bench-counting", {"F1", "F2", "F9", "F12", "Ctrl Z"}),
        ("bench-by-hand", {"F8"}),
        ("panel-problem", {"Esc", "1", "2", "3", "4", "5", "6", "7", "↑", "↓"}),
        ("free-reopen", {"F4", "Esc"}),
        ("bench-asks", {"F12", "Ctrl Z"}),
        ("sign-in-pin", {"Esc"}),
        ("bench-wrong", {"Esc"}),
    ],
)
def test_a_button_with_a_key_shows_it(window: Window, name: str, keys: set[str]) -> None:
    dict(states())[name](window, "en")
    assert keys <= {it.hint for it in window.findChildren(Button) if it.isVisible()}


def test_the_page_is_read_out_in_the_language_of_whoever_packs(window: Window) -> None:
    dict(states())["keys"](window, "es")
    assert window.screens.keys.accessibleName().startswith("¡All keys. 1 … 9: ¡The touch")


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080)])
def test_the_question_mark_opens_the_page(window: Window, size: QSize) -> None:
    window.resize(size)
    dict(states())["bench-long"](window, "en")
    QTest.mouseClick(window.screens.bench.header.help, Qt.MouseButton.LeftButton)
    assert window.screens.up is window.screens.keys


@pytest.mark.parametrize("name", [name for name, _ in states() if name != "start"])
def test_every_screen_has_its_question_mark(window: Window, name: str) -> None:
    dict(states())[name](window, "en")
    up = window.screens.up
    assert up is not None
    assert up.header.help.accessibleName() == "All keys"
