"""On the screen a text from outside is read: it is never markup, and never leaves the house."""

import socket
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from time import perf_counter
from unicodedata import bidirectional

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QWidget

from packstation.places import resources
from packstation.ui.customer_card import CustomerCardView
from packstation.ui.lettering import Laid
from packstation.ui.look import install_fonts
from packstation.ui.window import Window
from packstation.words.legible import legible
from packstation.words.words import load
from tests import making as made
from tests.hostile.panels import BESIDE, PANELS, panel_up
from tests.hostile.rows import TEXTS, Hostile, own, rows
from tests.hostile.surfaces import SURFACES

EVERYWHERE = SURFACES | PANELS | BESIDE
GUESSING = (QLabel, QTextEdit, QTextBrowser)
"""What guesses whether a text is markup."""
SECONDS = 3.0
"""For a whole screen full of it, on a slow machine; a hundred thousand letters too."""
BEGINNING = 6
BODY, FRAME = 84, 16
"""Where the card's limits begin, and its edge, in pixels of a window of 1366."""


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """A server of our own: a text that could call somewhere would call here."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[Window]:
    """One for all: what it showed before must not matter."""
    assert qapp is not None
    install_fonts()
    words = load("en", resources())
    here = Window(lambda _: words, Path("none"), lambda: made.NOON)
    here.resize(1366, 768)
    here.show()
    yield here
    here.close()
    here.deleteLater()


class Bare:
    """Paints each text with QPainter.drawText and remembers it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        monkeypatch.setattr(Laid, "draw", self.painting())

    def painting(self) -> object:
        def draw(laid: Laid, painter: QPainter, at: QPointF) -> None:
            self.texts.append(laid.text)
            if set(map(bidirectional, laid.text)) & {"R", "AL"}:
                # Which letter goes where is QTextLayout's work: that knows no markup either.
                painter.setPen(laid._colour)  # noqa: SLF001 (as above)
                laid._layout.draw(painter, at)  # noqa: SLF001 (as above)
                return
            for place, text, font, tint in _pieces(laid):
                painter.setFont(font)
                painter.setPen(tint)
                painter.drawText(at + place, text)

        return draw


def _pieces(laid: Laid) -> Iterator[tuple[QPointF, str, QFont, QColor]]:
    """Each stretch of one type on one line, and where it begins."""
    layout, units = laid._layout, laid.text.encode("utf-16-le")  # noqa: SLF001 (where, not how)
    whole = [(0, len(units) // 2, layout.font(), laid._colour)]  # noqa: SLF001 (as above)
    formed = [
        (it.start, it.start + it.length, it.format.font(), it.format.foreground().color())
        for it in layout.formats()
    ]
    for n, (start, end, font, tint) in product(range(laid.lines), formed or whole):
        line = layout.lineAt(n)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            text = units[2 * first : 2 * last].decode("utf-16-le").rstrip("\u2028")
            at = line.naturalTextRect().left() if not formed else line.cursorToX(first)
            left = at[0] if isinstance(at, tuple) else float(str(at))
            yield QPointF(left, line.y() + line.ascent()), text, font, tint


@pytest.mark.parametrize("surface", EVERYWHERE)
@pytest.mark.parametrize("hostile", [*own(), *rows(*TEXTS)])
def test_a_text_is_painted_to_the_letter(
    window: Window,
    listener: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
    hostile: Hostile,
    surface: str,
) -> None:
    text = hostile.text.replace(":9/", f":{listener.getsockname()[1]}/")
    start = perf_counter()
    EVERYWHERE[surface](window, text)
    painted = window.grab().toImage()
    assert perf_counter() - start < SECONDS
    bare = Bare(monkeypatch)
    assert window.grab().toImage() == painted
    shown = " ".join(legible(text).split())[:BEGINNING]
    assert any(shown in " ".join(it.split()) for it in bare.texts)
    assert _guesses(window) == []
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_itself_says_the_text_to_the_letter(
    window: Window, monkeypatch: pytest.MonkeyPatch, panel: str
) -> None:
    PANELS[panel](window, "<b>&A</b>\u202eB")
    up = panel_up(window)
    painted = up.grab().toImage()
    bare = Bare(monkeypatch)
    assert up.grab().toImage() == painted
    assert any("<b>&A</b>\\u202eB" in it for it in bare.texts)


def _guesses(window: Window) -> list[QWidget]:
    """Widgets that would look for markup, and tooltips, which always do."""
    return [
        it
        for it in window.findChildren(QWidget)
        if isinstance(it, GUESSING) or it.toolTip() or it.whatsThis()
    ]


def test_a_bidi_mark_in_a_code_is_shown_and_turns_nothing(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Bare(monkeypatch)
    SURFACES["unknown"](window, "A-17\u202e71-A")
    window.grab()
    assert "A-17\\u202e71-A" in bare.texts


def test_a_limit_is_read_to_its_last_word(window: Window) -> None:
    """Two thousand letters have no room on the card: they are read page by page."""
    window.resize(1366, 2000)
    SURFACES["bench"](window, " ".join(f"not {n}" for n in range(260)) + " nuts")
    card = window.screens.bench.customer
    assert card.more.isHidden()
    whole = card.grab().toImage()
    window.resize(1366, 768)
    pages = int(card.more.label.rpartition("/")[2])
    read = [_page(card, whole) for _ in range(pages)]
    assert pages > 1
    assert [after[0] <= before[1] for before, after in pairwise(read)] == [True] * (pages - 1)
    assert read[-1][1] >= whole.height() - 2 * FRAME


def _page(card: CustomerCardView, whole: QImage) -> tuple[int, int]:
    """From where to where of the ``whole`` card this page shows; then turn it."""
    high = card.more.y() - BODY - 2 * FRAME
    seen = card.grab().toImage().copy(FRAME, BODY, 700, high)
    top = next(y for y in range(BODY, 2000) if whole.copy(FRAME, y, 700, high) == seen)
    card.more.click()
    return top, top + high
