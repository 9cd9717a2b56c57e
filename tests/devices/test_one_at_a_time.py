"""A data folder has one window; it is free again the moment its process is gone."""

import subprocess
import sys
from pathlib import Path

from packstation.devices.one_at_a_time import Hold, holder

OTHER_WINDOW = """
import sys
from pathlib import Path
from packstation.devices.one_at_a_time import Hold
hold = Hold.take(Path(sys.argv[1]))
print("refused" if hold is None else "taken", flush=True)
sys.stdin.read()
"""


def other_window(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OTHER_WINDOW, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_window_is_refused_and_told_who_has_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "window.lock"
    with other_window(path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "taken\n"

        assert Hold.take(path) is None
        assert holder(path) == first.pid


def test_a_window_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "window.lock"
    with other_window(path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "taken\n"
        first.kill()
        first.wait()

        hold = Hold.take(path)

    assert hold is not None
    hold.release()


def test_one_process_does_not_open_the_folder_twice(tmp_path: Path) -> None:
    path = tmp_path / "window.lock"
    first = Hold.take(path)

    assert first is not None
    assert Hold.take(path) is None
    first.release()
    again = Hold.take(path)
    assert again is not None
    again.release()


def test_folders_do_not_know_one_another(tmp_path: Path) -> None:
    one, two = Hold.take(tmp_path / "one.lock"), Hold.take(tmp_path / "two.lock")

    assert one is not None
    assert two is not None
    one.release()
    two.release()


def test_nobody_is_named_when_nobody_has_ever_held_it(tmp_path: Path) -> None:
    assert holder(tmp_path / "window.lock") is None
