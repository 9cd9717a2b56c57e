"""What is photographed, and looked at by the tests of every screen, leaves no outcome out."""

from typing import get_args

import pytest

from packstation.domain import outcomes as out
from packstation.domain.packing import Step
from packstation.ui.window import Window
from tests.states import states


def test_every_outcome_is_shown_in_some_state(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: set[type] = set()
    show = Window.show_step

    def note(self: Window, step: Step) -> None:
        shown.add(type(step.outcome))
        show(self, step)

    monkeypatch.setattr(Window, "show_step", note)
    for _, state in states():
        state(window, "en")

    assert set(get_args(out.Outcome)) <= shown
