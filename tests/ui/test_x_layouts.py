"""A scanner that presses US keys, on a real X server whose layout is another."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.x_server import CAPS_LOCK, Scanner, a_display, needs_x, set_keyboard

ROOT = Path(__file__).parents[2]
CODES = ("ORD-2024/0001:Ab_9^`'\"", "^E'e\"Ui~n", "https://X.y/[a]{b}?q=1", "``^^''\"\"")
LAYOUTS = ("us", "es", "fr", "de", "it")
pytestmark = needs_x


@pytest.fixture
def display() -> Iterator[str]:
    with a_display() as it:
        yield it


@pytest.fixture
def window(display: str) -> Iterator[subprocess.Popen[str]]:
    scans = 2 * len(LAYOUTS) * len(CODES)
    shown = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.x_bench", str(scans)],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    yield shown
    shown.kill()
    shown.communicate()


def test_the_second_reading_is_right_under_every_layout_dead_keys_and_caps_lock_included(
    display: str, window: subprocess.Popen[str]
) -> None:
    assert window.stdout is not None
    assert window.stdout.readline() == '"ready"\n'
    scanner = Scanner(display)

    for _caps in ("off", "on"):
        for layout in LAYOUTS:
            set_keyboard(display, layout)
            for code in CODES:
                scanner.scan(code)
        scanner.tap(CAPS_LOCK, 200)
    scanner.close()
    *scans, field = map(json.loads, window.communicate(timeout=30)[0].splitlines())

    wanted = [code for _ in range(2 * len(LAYOUTS)) for code in CODES]
    assert [us or text for text, us in scans] == wanted
    assert sum(text != us for text, us in scans if us) > len(wanted) / 2
    assert field == ""
