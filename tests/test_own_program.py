"""Our own program once more: as it was started, or as the bundle that it is."""

import sys

import pytest

from packstation import own_program


def test_from_a_checkout_or_a_wheel_python_runs_the_package() -> None:
    assert own_program.command("--demo") == (sys.executable, "-m", "packstation", "--demo")


def test_a_bundle_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_program.command("--demo") == (sys.executable, "--demo")
