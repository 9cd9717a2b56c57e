"""A surprise of one's own and the why of the others, from the keys down to the database."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.scans import Reply
from packstation.domain.touches import Touch, TouchKind
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.look import install_fonts
from tests import small_shop as shop
from tests.features.scene import Scene
from tests.small_shop import a_new_shop, found_shop

POSTCARD = Touch(key="postcard", kind=TouchKind.CARD, names=(("es", "Postal"),), cost_cents=20)


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    """A shop that keeps a postcard no rule asks for; order 1042 is on the bench."""
    install_fonts()
    new = replace(a_new_shop(), touches=(*shop.TOUCHES, POSTCARD))
    opened = found_shop(tmp_path, new)
    scene = Scene(qtbot, opened, tmp_path / "slips")
    scene.scan(shop.MARTA)
    scene.scan("1042")
    qtbot.waitUntil(lambda: isinstance(scene.bench, Packing) and scene.bench.plan is not None)
    yield scene
    scene.leave()
    opened.engine.dispose()


def _screen(scene: Scene) -> BenchScreen:
    return scene.desktop.window.screens.bench


def test_f3_tells_the_rule_of_a_touch_from_what_was_written_down(scene: Scene) -> None:
    scene.hit(Qt.Key.Key_F3)
    why = _screen(scene).panels.why
    scene.qtbot.waitUntil(lambda: "«Segundo pedido» (v1)" in _plain(why.accessibleName()))
    assert why.isVisible()


def test_by_keys_a_surprise_goes_in_and_not_today_takes_it_out(scene: Scene) -> None:
    own = _screen(scene).panels.own
    scene.hit(Qt.Key.Key_0)
    scene.qtbot.waitUntil(own.choices[0].isVisible)
    scene.press(Qt.Key.Key_1)
    assert isinstance(scene.bench, Packing)
    assert scene.bench.answers["postcard"].reply is Reply.GIVEN

    (card,) = (it for it in _screen(scene).touches.cards if "Postal" in it.accessibleName())
    with scene.qtbot.waitSignal(scene.desktop.bridge.stepped) as step:
        card.decline.click()
    assert step.args is not None
    assert isinstance(step.args[0].outcome, out.TouchDone)
    assert step.args[0].bench.answers["postcard"].reply is Reply.NOT_TODAY


def _plain(text: str) -> str:
    """Until the catalogue has the sentence, its quotes are English."""
    return text.replace("“", "«").replace("”", "»")
