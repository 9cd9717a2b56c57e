"""A signature from a photo, on the people page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.domain.shop_told import PictureFault
from packstation.domain.signature_photo import PhotoRefused, SignatureTraced, TraceSignature
from packstation.ui.office.people_page import PeoplePage
from packstation.words.words import Words
from tests.making import SIGNATURE


@pytest.fixture
def page(qtbot: QtBot, english: Words) -> PeoplePage:
    it = PeoplePage()
    qtbot.addWidget(it)
    it.begin(english)
    return it


def test_the_picture_that_was_chosen_is_traced_onto_the_pad(
    page: PeoplePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.asked) as asked:
        page.form.photo_chosen.emit("/photos/marta.jpg")
    page.tell(SignatureTraced(SIGNATURE))

    assert asked.args == [TraceSignature(Path("/photos/marta.jpg"))]
    assert page.form.pad.strokes == SIGNATURE
    page.form.undo.click()
    assert not page.form.pad.strokes


def test_a_picture_without_a_signature_leaves_what_was_drawn(page: PeoplePage) -> None:
    page.form.pad.take(SIGNATURE)

    page.tell(PhotoRefused(PictureFault.EMPTY))

    assert page.form.pad.strokes == SIGNATURE
    assert "dark pen" in page.form.said.text()
