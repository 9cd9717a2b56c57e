"""A slip through a real CUPS, on this machine only, to a printer that can lack paper."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.devices.printers import Folder, PrinterTrouble, Queue, find_printer
from packstation.domain.printing import Trouble

PDF = b"%PDF-1.4 a slip"
CUPS = Path("/usr/lib/cups")

pytestmark = [
    pytest.mark.skipif(
        shutil.which("cupsd", path="/usr/sbin:/usr/bin:/sbin") is None
        or shutil.which("lp") is None,
        reason="needs a real CUPS: apt-get install cups cups-client",
    ),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may start a cupsd"),
]

BACKEND = """#!/bin/sh
# The printer: takes each job into a folder, unless it has run out of paper.
[ $# = 0 ] && exit 0
tray=${DEVICE_URI#bench:}
if [ -e "$tray/empty" ]; then
    echo "STATE: +media-empty-error,media-needed-error" >&2
    while [ -e "$tray/empty" ]; do sleep 0.05; done
    echo "STATE: -media-empty-error,media-needed-error" >&2
fi
cat "$6" > "$tray/new" && mv "$tray/new" "$tray/out-$1.pdf"
"""

CUPSD = """
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order allow,deny
    Allow 127.0.0.1
  </Limit>
</Policy>
"""

FILES = """
ServerRoot {here}
ServerBin {here}/bin
RequestRoot {here}/spool
TempDir {here}/spool/tmp
CacheDir {here}/cache
StateDir {here}/state
AccessLog {here}/access
ErrorLog {here}/error
PageLog {here}/page
SystemGroup lpadmin
"""


class PrintRoom:
    """A cupsd of the test's own, and the printer bench1."""

    def __init__(self, here: Path) -> None:
        self.tray = here / "tray"
        self._here = here
        self._port = free_port()
        self._lay_out()
        self.environment = {"CUPS_SERVER": f"127.0.0.1:{self._port}"}
        self.cupsd = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", here / "cupsd.conf", "-s", here / "files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _lay_out(self) -> None:
        for name in ("tray", "bin/backend", "spool/tmp", "cache", "state"):
            (self._here / name).mkdir(parents=True)
        for part in CUPS.iterdir():
            if part.name != "backend":
                (self._here / "bin" / part.name).symlink_to(part)
        backend = self._here / "bin" / "backend" / "bench"
        backend.write_text(BACKEND, "utf-8")
        backend.chmod(0o700)
        (self._here / "cupsd.conf").write_text(CUPSD.format(port=self._port), "utf-8")
        (self._here / "files.conf").write_text(FILES.format(here=self._here), "utf-8")

    def ask(self, *command: str) -> bool:
        """Whether ``command``, one of CUPS's own, went well."""
        done = subprocess.run(
            command, env=os.environ | self.environment, capture_output=True, check=False
        )
        return done.returncode == 0

    def install(self) -> bool:
        return self.ask("lpadmin", "-p", "bench1", "-E", "-v", f"bench:{self.tray}")

    def printed(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.tray.glob("out-*.pdf"))]

    def close(self) -> None:
        self.cupsd.terminate()
        self.cupsd.wait(timeout=10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintRoom]:
    room = PrintRoom(tmp_path / "cups")
    monkeypatch.setenv("CUPS_SERVER", room.environment["CUPS_SERVER"])
    try:
        qtbot.waitUntil(room.install, timeout=10_000)
        yield room
    finally:
        room.close()


def reason(printer: Queue) -> str:
    with pytest.raises(PrinterTrouble) as trouble:
        printer.submit(PDF, "1-26-000001")
    return trouble.value.reason


def test_a_slip_comes_out_of_the_printer_as_it_was_drawn(room: PrintRoom, qtbot: QtBot) -> None:
    sent = Queue("bench1", "A5").submit(PDF, "1-26-000001")

    assert sent.where == "bench1-1"
    qtbot.waitUntil(lambda: room.printed() == [PDF])


def test_a_printer_without_paper_gets_no_second_slip_until_it_has_some(
    room: PrintRoom, qtbot: QtBot
) -> None:
    printer = Queue("bench1", "A5")
    (room.tray / "empty").touch()
    printer.submit(PDF, "1-26-000001")

    qtbot.waitUntil(lambda: _kind(printer) is Trouble.NO_PAPER)
    assert reason(printer) == "no paper"
    (room.tray / "empty").unlink()
    qtbot.waitUntil(lambda: _kind(printer) is None)
    printer.submit(PDF, "1-26-000002")

    qtbot.waitUntil(lambda: room.printed() == [PDF, PDF])


def test_a_stopped_printer_says_why_and_keeps_nothing_back(room: PrintRoom) -> None:
    room.ask("cupsdisable", "-r", "paper jam", "bench1")

    assert reason(Queue("bench1", "A5")) == "stopped: paper jam"
    assert room.ask("cupsenable", "bench1")
    assert room.printed() == []


def test_a_printer_that_takes_nothing_in_says_so(room: PrintRoom) -> None:
    room.ask("cupsreject", "-r", "moving house", "bench1")

    assert reason(Queue("bench1", "A5")) == "not accepting: moving house"


def test_a_printer_that_is_not_there_is_named(room: PrintRoom) -> None:
    assert room.cupsd.poll() is None

    assert reason(Queue("bench9", "A5")) == "no such printer: bench9"


def test_a_printing_system_that_is_down_is_no_missing_printer(room: PrintRoom) -> None:
    room.close()

    assert reason(Queue("bench1", "A5")) == "no printing system"


def test_the_systems_default_is_found_and_without_one_the_folder(
    room: PrintRoom, tmp_path: Path
) -> None:
    before = find_printer("", "A5", tmp_path)
    room.ask("lpadmin", "-d", "bench1")

    assert isinstance(before, Folder)
    assert find_printer("", "A5", tmp_path).name == "bench1"


def _kind(printer: Queue) -> Trouble | None:
    trouble = printer.trouble()
    return None if trouble is None else trouble.trouble
