"""Slips come out of another process just the same, whatever happens to it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.arguments import DRAW_SLIPS
from packstation.pressroom import Pressroom
from packstation.slips.press import LENGTH, Press, SlipUndrawn
from packstation.store.wire import write_record
from tests.making import a_record

ROOT = Path(__file__).parents[2]
OURS = (sys.executable, "-m", "packstation", DRAW_SLIPS)
RECORD = write_record(a_record())

# Presses of another make. Each notes in a file who it is.
BEGUN = """
import os, sys
with open(sys.argv[1], "a+") as begun:
    begun.seek(0)
    first = not begun.read()
    print(os.getpid(), file=begun)
"""
OURS_NOTED = "from packstation.pressroom import main; main()"
DIES = "sys.stdin.readline(); sys.exit(1)"
HANGS = "sys.stdin.readline(); sys.stdin.read()"
SAYS_PDF = f"sys.stdout.buffer.write({LENGTH.pack(3)!r} + b'PDF')"
DIES_ONCE = f"sys.stdin.readline(); first or {SAYS_PDF}; sys.exit()"
GOES_HOME = f"sys.stdin.readline(); {SAYS_PDF}; sys.exit()"

# A window that has had a slip drawn, and is killed.
WINDOW = f"""
import os, signal
from packstation.slips.press import Press
press = Press({OURS!r})
print(len(press.draw(*{RECORD!r}, 0)), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


class Other:
    """A press of another make, and how often it was begun."""

    def __init__(self, folder: Path) -> None:
        self._begun = folder / "begun"
        self.press = Press(())

    def make(self, body: str, patience: float = 20.0) -> Press:
        command = (sys.executable, "-c", BEGUN + body, str(self._begun))
        self.press = Press(command, patience)
        return self.press

    @property
    def begun(self) -> list[int]:
        """Who each of them was."""
        return [int(line) for line in self._begun.read_text().splitlines()]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Other]:
    other = Other(tmp_path)
    yield other
    other.press.close()


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    press = Press(OURS)
    yield press
    press.close()


@pytest.mark.parametrize("copy", [0, 2])
def test_a_slip_is_the_same_to_the_byte_as_one_drawn_here(press: Press, copy: int) -> None:
    assert press.draw(*RECORD, copy) == Pressroom().draw(*RECORD, copy)


def test_a_slip_is_drawn_in_the_customers_language(press: Press) -> None:
    german = write_record(a_record(language="de"))
    assert press.draw(*german, 0) == Pressroom().draw(*german, 0) != press.draw(*RECORD, 0)


def test_what_cannot_be_drawn_spoils_no_other_slip(other: Other) -> None:
    press = other.make(OURS_NOTED)
    with pytest.raises(SlipUndrawn):
        press.draw("{}", "{}", 0)
    assert press.draw(*RECORD, 0).startswith(b"%PDF")
    assert len(other.begun) == 1


def test_a_press_that_was_killed_is_begun_again(other: Other) -> None:
    press = other.make(OURS_NOTED)
    press.draw(*RECORD, 0)
    os.kill(other.begun[0], signal.SIGKILL)
    assert press.draw(*RECORD, 0).startswith(b"%PDF")
    assert len(other.begun) == 2


def test_ctrl_c_in_the_terminal_is_not_for_the_press(other: Other) -> None:
    press = other.make(OURS_NOTED)
    press.draw(*RECORD, 0)
    os.kill(other.begun[0], signal.SIGINT)
    press.draw(*RECORD, 0)
    assert len(other.begun) == 1


def test_a_press_that_dies_over_a_slip_is_begun_once_more(other: Other) -> None:
    assert other.make(DIES_ONCE).draw(*RECORD, 0) == b"PDF"
    assert len(other.begun) == 2


def test_a_press_that_has_gone_home_comes_back(other: Other) -> None:
    press = other.make(GOES_HOME)
    assert [press.draw(*RECORD, 0), press.draw(*RECORD, 0)] == [b"PDF", b"PDF"]
    assert len(other.begun) == 2


def test_a_slip_that_kills_the_press_twice_is_given_up(other: Other) -> None:
    press = other.make(DIES)
    with pytest.raises(SlipUndrawn):
        press.draw(*RECORD, 0)
    assert len(other.begun) == 2


def test_a_slip_over_which_the_press_hangs_is_given_up(other: Other) -> None:
    press = other.make(HANGS, patience=0.2)
    with pytest.raises(SlipUndrawn):
        press.draw(*RECORD, 0)


def test_without_a_program_to_run_there_is_no_slip() -> None:
    press = Press(("/nowhere/packstation",))
    press.warm()
    with pytest.raises(SlipUndrawn):
        press.draw(*RECORD, 0)


def test_a_press_nobody_needs_goes_home_by_itself() -> None:
    command = (sys.executable, "-c", "from packstation.pressroom import main; main(rest=0)")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE) as idle:
        assert idle.wait(timeout=30) == 0


def test_a_press_does_not_outlive_its_window() -> None:
    # The press speaks on the window's error stream, which ends with the last of the two.
    killed = subprocess.run(
        (sys.executable, "-c", WINDOW), cwd=ROOT, capture_output=True, check=False, timeout=30
    )
    slip = Pressroom().draw(*RECORD, 0)
    assert killed.returncode == -signal.SIGKILL
    assert (killed.stdout, killed.stderr) == (f"{len(slip)}\n".encode(), b"")
