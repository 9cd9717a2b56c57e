"""What holds for every test: no screen, no network, no stray logs, nobody's own shop."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).parents[2] / "shared"
LOOPBACK = {None, "", "127.0.0.1", "::1", "localhost", b"127.0.0.1", b"::1", b"localhost"}

# The same code gives the same answer, on a busy machine too.
settings.register_profile("packstation", deadline=None, derandomize=True, database=None)
# `pytest --hypothesis-profile=long tests/station/test_machine.py`, for a night.
settings.register_profile("long", deadline=None, database=None, max_examples=5000)
settings.load_profile("packstation")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows, to watch")
    parser.addoption("--rubbish", type=int, default=20_000, help="rows of a hopeless file")
    parser.addoption("--kills", type=int, default=200, help="kill -9 so often in a day")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--onscreen"):
        os.environ.pop("QT_QPA_PLATFORM", None)
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.addaudithook(_stay_at_home)


def _stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    match event, arguments:
        case (("socket.connect" | "socket.sendto"), (_, (host, *_))) if host not in LOOPBACK:
            pytest.fail(f"A test reached for {host!r}: start a server on 127.0.0.1 instead.")
        case "socket.getaddrinfo", (host, *_) if host not in LOOPBACK:
            pytest.fail(f"A test looked up {host!r}: start a server on 127.0.0.1 instead.")
        case _:
            pass


@pytest.fixture(autouse=True)
def a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the shop, the language and the database of whoever runs the tests out of them."""
    monkeypatch.setenv("PACKSTATION_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    for name in ("PACKSTATION_DATABASE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def stray_logs() -> Iterator[list[logging.LogRecord]]:
    """Fail on a warning nobody expected; a test that expects one takes it out of this list."""
    ear = _Ear(logging.WARNING)
    logging.getLogger().addHandler(ear)
    yield ear.heard
    logging.getLogger().removeHandler(ear)
    lines = "".join(f"\n  {it.name} {it.levelname}: {it.getMessage()}" for it in ear.heard)
    assert not lines, f"Logged, and nobody asked for it through `stray_logs`:{lines}"


class _Ear(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real data, which lies beside the project and never in it."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real data in {SHARED}, which is not part of the project")
    return SHARED
