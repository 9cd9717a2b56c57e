"""The guide says what is true: its links lead somewhere, its commands are understood."""

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from pytestqt.qtbot import QtBot

from packstation.arguments import understand
from packstation.places import resources
from packstation.ui.guide_screen import GuideScreen
from packstation.ui.office.shop_page import ShopPage
from packstation.words.words import load
from tests.guide import NAMES
from tests.office_states import office_states
from tests.ui.hand import Hand, at_work
from tests.ui.rooms import guide_of, office_of

GUIDE = resources() / "guide"
README = Path(__file__).parents[2] / "README.md"
MOST = 60_000
"""Bytes of a picture."""
PAGES = sorted(GUIDE.glob("*/*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")
STATES = dict(office_states())
COMMAND = re.compile(r"^    packstation (.+)$|`packstation ([^`]+)`", re.MULTILINE)


def opened(qtbot: QtBot, language: str) -> GuideScreen:
    screen = GuideScreen(GUIDE)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show_guide(load(language, resources()))
    screen.show()
    return screen


def test_both_languages_have_the_same_pages() -> None:
    numbers = {
        it.name: [page.name[0] for page in sorted(it.glob("*.md"))]
        for it in GUIDE.iterdir()
        if it.name != "pictures"
    }
    assert numbers["es"] == numbers["en"] == list("123456")


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda it: f"{it.parent.name}/{it.stem}")
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    named = (it.partition("#")[0] for it in LINK.findall(page.read_text("utf-8")))
    assert [to for to in named if to and not (page.parent / to).is_file()] == []


def test_the_pictures_are_those_that_are_drawn_and_each_is_small() -> None:
    files = {it.name: it.stat().st_size for it in (GUIDE / "pictures").iterdir()}
    assert sorted(files) == sorted(NAMES)
    assert {name: size for name, size in files.items() if size > MOST} == {}


def test_every_picture_is_shown_by_some_page() -> None:
    texts = "".join(it.read_text("utf-8") for it in (*PAGES, README))
    assert [it for it in NAMES if it not in texts] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda it: f"{it.parent.name}/{it.stem}")
def test_every_command_a_page_names_is_understood(page: Path) -> None:
    named = [a or b for a, b in COMMAND.findall(page.read_text("utf-8"))]
    understood = [understand(shlex.split(it), load("en", resources())).command for it in named]
    assert understood == [it.split()[0] for it in named]


def test_the_page_that_is_open_stands_out_and_a_link_opens_another(qtbot: QtBot) -> None:
    screen = opened(qtbot, "es")
    assert screen.text.toPlainText().startswith("La primera hora")
    screen.text.setSource(screen.text.source().resolved("5-el-lector.md"))
    assert screen.text.toPlainText().startswith("El lector")


def test_it_speaks_the_language_of_whoever_asks(qtbot: QtBot) -> None:
    assert opened(qtbot, "en").text.toPlainText().startswith("The first hour")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_it_opens_from_all_keys_and_leads_back_to_the_work(hand: Hand, key: Qt.Key) -> None:
    at_work(hand)
    screens = hand.window.screens
    hand.hit(Qt.Key.Key_F1)
    screens.keys.guide.click()
    read = screens.up
    hand.hit(key)
    assert (read, screens.up) == (screens.guide, screens.bench)


def test_whoever_has_read_goes_on_typing_where_it_was(hand: Hand) -> None:
    screens = hand.window.screens
    STATES["office-shop"](hand.window, "en")
    page = office_of(screens).page
    assert isinstance(page, ShopPage)
    page.contact.line.setFocus()
    hand.hit(Qt.Key.Key_F1)
    assert screens.up is screens.guide
    hand.hit(Qt.Key.Key_Escape)
    assert hand.focus is page.contact.line


def test_a_hand_reads_on_and_reaches_every_page(hand: Hand) -> None:
    at_work(hand)
    screens = hand.window.screens
    hand.hit(Qt.Key.Key_F1)
    screens.keys.guide.click()
    bar = guide_of(screens).text.verticalScrollBar()
    hand.hit(Qt.Key.Key_PageDown)
    read_on = bar.value()
    guide_of(screens).pages[0].setFocus()
    hand.hit(Qt.Key.Key_Tab)
    hand.hit(Qt.Key.Key_Space)
    assert read_on > 0
    assert guide_of(screens).text.accessibleName() == guide_of(screens).pages[1].label
    assert guide_of(screens).text.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 1024), (1920, 1080)])
@pytest.mark.parametrize("page", range(6))
def test_a_page_is_never_wider_than_the_room_for_it(
    qtbot: QtBot, page: int, size: tuple[int, int]
) -> None:
    screen = opened(qtbot, "es")
    screen.resize(*size)
    screen.pages[page].click()
    assert screen.text.horizontalScrollBar().maximum() == 0


def test_a_text_looks_like_a_text_however_often_it_is_laid_out(qtbot: QtBot) -> None:
    screen = opened(qtbot, "es")
    screen.resize(1500, 900)
    screen.resize(1366, 768)
    screen.pages[1].click()
    screen.pages[0].click()
    heading = screen.text.document().begin()
    assert [_weight(heading), _weight(heading.next())] == [700, 400]


def _weight(block: QTextBlock) -> int:
    """Of its first letter."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().fontWeight()
