"""The scene every feature plays on, and the steps of whoever sits at the note table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, then, when
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Free
from packstation.domain.codes import note_code
from packstation.domain.note_sheet import AnyDraft, chosen
from packstation.ui.look import install_fonts
from packstation.ui.note_panel import NotePanel
from packstation.ui.table_panel import TablePanel
from tests.features import (
    codes_steps,
    file_steps,
    first_hour_steps,
    learning_steps,
    matching_steps,
    shelf_steps,
)
from tests.features.scene import Scene
from tests.note_shop import found_note_shop
from tests.shop_with_notes import found_shop_with_notes
from tests.small_shop import MARK, found_shop

# pytest-bdd finds steps by the names of a conftest
globals().update(
    file_steps.STEPS | matching_steps.STEPS | learning_steps.STEPS | shelf_steps.STEPS
)
globals().update(first_hour_steps.BEGINNING)
globals().update(codes_steps.STEPS)
beginning = first_hour_steps.beginning
brought = file_steps.brought


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    install_fonts()
    opened = found_shop(tmp_path)
    scene = Scene(qtbot, opened, tmp_path / "slips")
    yield scene
    scene.leave()
    opened.engine.dispose()


@given("bench 2 of a shop that writes notes, whose parcels seal themselves")
def _write_notes(scene: Scene, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    scene.opened = found_note_shop(tmp_path / "notes")
    request.addfinalizer(scene.opened.engine.dispose)
    scene.restart()


def _table(scene: Scene) -> TablePanel:
    return scene.desktop.window.screens.free.panels.table


@when("the key F4 is pressed for the note table")
def _sit_down(scene: Scene) -> None:
    scene.keyboard.pause()
    scene.hit(Qt.Key.Key_F4)
    scene.qtbot.waitUntil(lambda: _table(scene).note is not None and _table(scene).isVisible())


@when("the note table is opened again")
def _sit_down_again(scene: Scene) -> None:
    scene.hit(Qt.Key.Key_Escape)
    scene.qtbot.waitUntil(lambda: not _table(scene).isVisible())
    _sit_down(scene)


@when(parsers.parse("Enter is pressed once the card for order {number} is written"))
def _write(scene: Scene, number: str) -> None:
    at = _table(scene)
    scene.qtbot.waitUntil(lambda: at.note is not None and at.note.number == number)
    _enter(scene)
    scene.qtbot.waitUntil(lambda: at.note is None or at.note.number != number)


@when("Enter is pressed for it is off the table")
def _take_off(scene: Scene) -> None:
    _enter(scene)
    scene.qtbot.waitUntil(lambda: scene.says("Pau"))


def _enter(scene: Scene) -> None:
    scene.keyboard.pause()
    scene.hit(Qt.Key.Key_Return)


@when("the hands begin to count")
def _count(scene: Scene) -> None:
    scene.scans = scene.presses = scene.taps = 0


@when(parsers.parse("the card for order {number} goes in"))
def _scan_card(scene: Scene, number: str) -> None:
    with scene.opened.read() as work:
        (order_id,) = work.orders.numbered(number)
    scene.scan(note_code(MARK, order_id, 0))


@then(parsers.parse("the bench is free again after {count:d} scans, no tap and no key"))
def _six_scans(scene: Scene, count: int) -> None:
    scene.qtbot.waitUntil(lambda: isinstance(scene.bench, Free))
    assert (scene.scans, scene.taps, scene.presses) == (count, 0, 0)


@then(parsers.parse("{count:d} notes are kept, each with other words"))
def _kept(scene: Scene, count: int) -> None:
    with scene.opened.read() as work:
        ids = [
            order
            for number in ("1042", "1043", "1044")
            for order in work.orders.numbered(number)
        ]
        notes = [work.notes.of_order(it) for it in ids]
    written = {(it.opening, it.points, it.closing) for it in notes if it is not None}
    assert len(written) == count


@then("no note is kept")
def _none_kept(scene: Scene) -> None:
    _kept(scene, 0)


# ---- a note that is written at the bench


@pytest.fixture
def laid_out() -> list[AnyDraft]:
    """The drafts that somebody saw last."""
    return []


def _panel(scene: Scene) -> NotePanel:
    return scene.desktop.window.screens.bench.panels.note


@given("bench 2 of a shop that writes notes")
def _write_at_the_bench(scene: Scene, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "at-the-bench").mkdir()
    scene.opened = found_shop_with_notes(tmp_path / "at-the-bench")
    request.addfinalizer(scene.opened.engine.dispose)
    scene.restart()


@when("the key F4 is pressed for the note")
def _open_note(scene: Scene) -> None:
    scene.hit(Qt.Key.Key_F4)
    scene.qtbot.waitUntil(_panel(scene).isVisible)


@when("the second draft is tapped")
def _choose_second(scene: Scene) -> None:
    scene.tap(_panel(scene).cards[1])


@when("the key 3 is hit, and Enter for written")
def _choose_third(scene: Scene) -> None:
    scene.hit(Qt.Key.Key_3, text="3")
    scene.qtbot.waitUntil(_panel(scene).written.isVisible)
    scene.go(Qt.Key.Key_Return)


@when(parsers.parse('"{text}" is kept as a phrase that ends a note'))
def _keep_phrase(scene: Scene, text: str) -> None:
    phrase = scene.desktop.window.screens.bench.panels.phrase
    scene.tap(_panel(scene).phrase)
    scene.tap(phrase.places[2])
    phrase.field.setText(text)
    scene.tap_and_go(phrase.keep)


@when("the key F5 is pressed for the customer")
def _told_buyer(scene: Scene) -> None:
    scene.go(Qt.Key.Key_F5)


@then(parsers.parse("three drafts are shown in {language}"))
def _three(scene: Scene, laid_out: list[AnyDraft], language: str) -> None:
    panel = _panel(scene)
    scene.qtbot.waitUntil(panel.cards[2].isVisible)
    assert panel.sheet is not None
    laid_out[:] = panel.sheet.drafts
    assert {it.language for it in laid_out} == {language}


@then("the shortest stands first, each with its gloss")
def _shortest(laid_out: list[AnyDraft]) -> None:
    counts = [it.words for it in laid_out]
    assert counts == sorted(counts)
    assert all(it.gloss for it in laid_out)


@then("only the second draft is shown")
def _alone(scene: Scene, laid_out: list[AnyDraft]) -> None:
    answer = _panel(scene).answer
    assert answer is not None
    assert answer.chosen == chosen(laid_out[1])
    assert not any(card.isVisible() for card in _panel(scene).cards)


@then("the drafts have given way to the work")
def _given_way(scene: Scene) -> None:
    scene.qtbot.waitUntil(_panel(scene).isHidden)
    assert scene.desktop.window.screens.bench.order.isVisible()


@then(parsers.parse("draft {place:d} is kept as the note of order {number}"))
def _draft_kept(scene: Scene, laid_out: list[AnyDraft], place: int, number: str) -> None:
    with scene.opened.read() as work:
        (order_id,) = work.orders.numbered(number)
        note = work.notes.of_order(order_id)
    assert note is not None
    assert note.phrases == laid_out[place - 1].phrases


@then(parsers.parse("order {number} has no note"))
def _no_note(scene: Scene, number: str) -> None:
    with scene.opened.read() as work:
        (order_id,) = work.orders.numbered(number)
        assert work.notes.of_order(order_id) is None


@then(parsers.parse('what Marta adds to her drafts is "{text}"'))
def _own(scene: Scene, text: str) -> None:
    with scene.opened.read() as work:
        assert [it.text for it in work.notes.own_phrases(1)] == [text]


@then("the bench asks who opens it")
def _asks_opener(scene: Scene) -> None:
    scene.qtbot.waitUntil(scene.desktop.window.screens.bench.opener.isVisible)


@then("the bench does not ask who opens it")
def _asks_no_more(scene: Scene) -> None:
    scene.qtbot.waitUntil(scene.desktop.window.screens.bench.opener.isHidden)
