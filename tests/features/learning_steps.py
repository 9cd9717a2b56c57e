"""The steps of whoever tells the bench what a code is."""

from PySide6.QtCore import Qt
from pytest_bdd import parsers, then, when

from packstation.station.learned_codes import LearnedCodes
from packstation.ui.bench_panels import BenchPanels
from tests.features.scene import Scene


def _bench_panels(scene: Scene) -> BenchPanels:
    return scene.desktop.window.screens.bench.panels


@when("the key F4 is pressed for what it is")
def _ask_what(scene: Scene) -> None:
    scene.go(Qt.Key.Key_F4)


@when("the button for what it is is tapped")
def _tap_what(scene: Scene) -> None:
    stop = scene.desktop.window.screens.stop
    scene.qtbot.waitUntil(stop.learn.isVisible)
    scene.tap_and_go(stop.learn)


@when(parsers.parse("the number {number:d} is hit"))
def _hit_number(scene: Scene, number: int) -> None:
    scene.go(Qt.Key(Qt.Key.Key_0 + number), text=str(number))


@when(parsers.re(r"line (?P<number>\d) is tapped.*"), converters={"number": int})
def _tap_line(scene: Scene, number: int) -> None:
    scene.qtbot.waitUntil(_bench_panels(scene).which.isVisible)
    scene.tap_and_go(_bench_panels(scene).which.choices[number - 1])


@when(parsers.parse("a pack of {units:d} is tapped in"))
def _tap_pack(scene: Scene, units: int) -> None:
    panels = _bench_panels(scene)
    scene.qtbot.waitUntil(panels.once_more.isVisible)
    scene.tap_and_go(panels.once_more.pack)
    scene.qtbot.waitUntil(panels.pack.isVisible)
    scene.tap(panels.pack.digits[units - 1])
    scene.tap_and_go(panels.pack.enter)


@when("the question is closed with Esc")
def _close_question(scene: Scene) -> None:
    scene.qtbot.waitUntil(_bench_panels(scene).once_more.isVisible)
    scene.go(Qt.Key.Key_Escape)


@then(parsers.parse("the screen asks which of {count:d} pieces it is"))
def _asks_which(scene: Scene, count: int) -> None:
    which = _bench_panels(scene).which
    scene.qtbot.waitUntil(which.isVisible)
    assert [it.isVisible() for it in which.choices].count(True) == count


@then("nobody is asked what it is")
def _not_asked_what(scene: Scene) -> None:
    stop = scene.desktop.window.screens.stop
    scene.qtbot.waitUntil(stop.isVisible)
    assert stop.learn.isHidden()


@then(parsers.parse('{name} is named for having taught "{code}"'))
def _taught(scene: Scene, name: str, code: str) -> None:
    assert [(it.code, it.by) for it in LearnedCodes(scene.opened.read).all()] == [(code, name)]


@then("no code is learned")
def _none_learned(scene: Scene) -> None:
    assert LearnedCodes(scene.opened.read).all() == ()


STEPS = {name: step for name, step in globals().items() if name.startswith("pytestbdd")}
