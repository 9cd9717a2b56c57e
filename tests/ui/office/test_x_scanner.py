"""The scanner check on a real X server whose keyboard is another than the scanner's."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.domain.scanner_check import GS, SAMPLES
from tests.ui.x_server import CAPS_LOCK, Scanner, a_display, needs_x, set_keyboard

ROOT = Path(__file__).parents[3]
CODES = [it.text for it in SAMPLES if GS not in it.text]

pytestmark = needs_x


@pytest.fixture
def display() -> Iterator[str]:
    with a_display() as it:
        yield it


def _page(display: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.office.x_page", str(len(CODES))],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": ""},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    "layout, country", [("es", "Spain"), ("fr", "France"), ("de", "Germany"), ("it", "Italy")]
)
def test_keyboard_and_caps_lock_are_named_and_seen_through(
    display: str, layout: str, country: str
) -> None:
    scanner = Scanner(display)  # X forgets its keyboard when nobody is there any more
    set_keyboard(display, layout)
    with _page(display) as page:
        assert page.stdout is not None
        assert page.stdout.readline() == '"ready"\n'
        scanner.tap(CAPS_LOCK, 200)
        for code in CODES:
            scanner.scan(code)
        *counted, told = map(json.loads, page.communicate(timeout=30)[0].splitlines())
    scanner.close()

    verdict, said, field = told
    assert counted == list(reversed(range(len(CODES))))
    assert verdict == "All right: this scanner is ready."
    keyboards = f"Keyboard of the scanner: United States. Of this computer: {country}."
    assert said == [
        f"{keyboards} packstation reads it right all the same.",
        "Caps Lock is on. Codes are read right all the same.",
        "Each code ends with Enter, as it should.",
    ]
    assert field == ""
