"""Which screen is up, in whose language, and what keys and buttons wish for."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Free, Unattended
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.domain.scans import AnswerTouch, OpenOrder, Reply, Seal, SignIn, SignOut, Undo
from packstation.ui.window import Window
from tests import making as made

FREE = Free(made.a_packer(language="en"))
BENCH = made.a_bench(packer=made.a_packer(language="en"))
OPENED = Step(BENCH, out.Opened(BENCH.order, BENCH.card))
WRONG = Step(BENCH, made.a_wrong_piece())

HEAVY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from packstation.ui.window import Window
from packstation.places import resources
from packstation.words.words import load
app = QApplication([])
window = Window(lambda language: load(language or "en", resources()), Path("."))
window.painted_first.connect(app.quit)
window.show()
app.exec()
heavy = {"sqlalchemy", "alembic", "reportlab", "barcode", "segno", "PIL", "pypdfium2"}
print(sorted(heavy & {*sys.modules}))
"""


@pytest.mark.parametrize(
    "step, name",
    [
        (Step(Unattended(), out.SignInFirst()), "sign_in"),
        (Step(Unattended(), out.UnknownCode("X")), "sign_in"),
        (Step(Away(made.a_packer(), BENCH), out.Locked("Marta")), "sign_in"),
        (Step(FREE, out.SignedIn("Marta")), "free"),
        (Step(FREE, out.Misread("84")), "free"),
        (Step(FREE, out.Sealed(made.a_record())), "free"),
        (Step(FREE, out.UnknownCode("X")), "stop"),
        (Step(FREE, out.IsHeld("1031", "", "")), "stop"),
        (Step(FREE, out.IsCancelled("1042")), "stop"),
        (Step(FREE, out.OtherBenchHasIt("1042", "3", "Ana", made.NOON)), "stop"),
        (Step(FREE, out.PackedBefore("1042", None)), "stop"),
        (Step(FREE, out.PackedBefore("1042", made.a_parcel())), "parcel"),
        (Step(FREE, out.SlipShown(made.a_parcel())), "parcel"),
        (OPENED, "bench"),
        (WRONG, "stop"),
        (Step(BENCH, out.OneTooMany(made.a_line())), "stop"),
        (Step(BENCH, out.Misread("84")), "bench"),
        (Step(BENCH, out.StillMissing(2)), "bench"),
    ],
)
def test_the_screen_follows_the_step(window: Window, step: Step, name: str) -> None:
    window.show_step(step)
    assert window.screens.up is getattr(window.screens, name)


def test_the_next_good_scan_leaves_a_stop(window: Window) -> None:
    window.show_step(WRONG)
    window.show_step(Step(BENCH, out.PieceOk(BENCH.order.lines[1], 1)))
    assert window.screens.up is window.screens.bench


@pytest.mark.parametrize("outcome", [out.ReadTwice("8412"), out.PlanShown(3)])
def test_a_stop_stays_through_what_no_hand_did(window: Window, outcome: out.Outcome) -> None:
    window.show_step(WRONG)
    window.show_step(Step(BENCH, outcome))
    assert window.screens.up is window.screens.stop


def test_escape_leaves_a_stop_and_nothing_is_wished(window: Window, qtbot: QtBot) -> None:
    window.show_step(WRONG)
    with qtbot.assertNotEmitted(window.wished):
        QTest.keyClick(window.screens.stop, Qt.Key.Key_Escape)
    assert window.screens.up is window.screens.bench


def test_a_button_leaves_a_parcel(window: Window) -> None:
    window.show_step(Step(FREE, out.SlipShown(made.a_parcel())))
    window.screens.parcel.close_it.click()
    assert window.screens.up is window.screens.free


@pytest.mark.parametrize(
    "key, control, wish",
    [
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, Seal()),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Undo()),
        (Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, AnswerTouch("note", Reply.GIVEN)),
    ],
)
def test_keys_at_the_bench_wish(
    window: Window, qtbot: QtBot, key: Qt.Key, control: Qt.KeyboardModifier, wish: object
) -> None:
    window.show_step(OPENED)
    with qtbot.waitSignal(window.wished) as wished:
        QTest.keyClick(window.screens.bench, key, control)
    assert wished.args == [wish]


def test_keys_of_the_bench_do_nothing_on_the_free_screen(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    with qtbot.assertNotEmitted(window.wished):
        QTest.keyClick(window.screens.free, Qt.Key.Key_F12)


def test_the_space_bar_presses_no_button_nobody_chose(window: Window) -> None:
    window.show_step(WRONG)
    assert window.focusWidget() is window.screens.stop
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    assert window.focusWidget() is window.screens.free


def test_a_row_opens_its_order(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    window.show_overview(made.an_overview())
    with qtbot.waitSignal(window.wished) as wished:
        window.screens.free.rows.rows[1].click()
    assert wished.args == [OpenOrder(1045)]


def test_another_person_may_take_over(window: Window, qtbot: QtBot) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    with qtbot.waitSignal(window.wished) as wished:
        window.screens.free.leave.click()
    assert wished.args == [SignOut()]


def test_a_name_and_its_pin_sign_in_by_keyboard(window: Window, qtbot: QtBot) -> None:
    window.screens.sign_in.names[1].click()
    with qtbot.waitSignal(window.wished) as wished:
        QTest.keyClicks(window.screens.sign_in.pad, "0417")
        QTest.keyClick(window.screens.sign_in.pad, Qt.Key.Key_Return)
    assert wished.args == [SignIn(2, "0417")]


def test_the_bench_speaks_the_language_of_whoever_packs(window: Window) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    assert window.screens.free.leave.label == "Change person"
    window.show_overview(made.an_overview())
    window.show_step(Step(Free(made.a_packer(id=2, language="es")), out.SignedIn("Joan")))
    assert window.screens.free.leave.label == "¡Change person"
    assert window.screens.free.rows.accessibleName().startswith("¡Waiting to leave")
    window.show_step(Step(Unattended(), out.SignedOut("Joan")))
    assert window.screens.sign_in.accessibleName().startswith("Scan your badge")


@pytest.mark.parametrize("step", [OPENED, WRONG, Step(FREE, out.SignedIn("Marta"))])
def test_slips_that_did_not_print_are_said_on_every_screen(
    window: Window, qtbot: QtBot, step: Step
) -> None:
    window.show_printing(Printing(printer="Label printer", failed=2))
    window.show_step(step)
    header = getattr(window.screens.up, "header", None)
    assert header is not None
    assert "2 slips not printed" in header.accessibleName()
    with qtbot.waitSignal(window.retry_printing):
        header.retry.click()


def test_a_power_cut_brings_the_bench_back(window: Window) -> None:
    window.show_bench(BENCH)
    assert window.screens.up is window.screens.bench
    assert "3 of 5 pieces" in window.screens.bench.header.accessibleName()


def test_an_order_waits_at_a_locked_bench_and_says_so(window: Window) -> None:
    window.show_bench(Away(made.a_packer(), BENCH))
    said = window.screens.sign_in.accessibleName()
    assert "The order of Marta waits here" in said
    assert "3 of 5 pieces: nothing is lost" in said


def test_a_failure_of_ours_covers_nothing_that_was_counted(window: Window) -> None:
    window.show_step(OPENED)
    window.show_failure("The database is busy.")
    assert window.failure.isVisible()
    assert window.screens.up is window.screens.bench
    assert not window.screens.geometry().intersects(window.failure.geometry())
    QTest.keyClick(window.screens.bench, Qt.Key.Key_Escape)
    assert not window.failure.isVisible()
    assert window.screens.geometry() == window.rect()


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    run = subprocess.run([sys.executable, "-c", HEAVY], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "[]"
