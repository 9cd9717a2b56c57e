"""A scanner on a serial line: its bytes become scans, and a pulled cable is no end.

port ──> bytes ──> Codes ──> Scan
 └── gone? said once, and tried again until it is back
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from threading import Event, Thread
from typing import Final

from serial import Serial

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.domain.codes import LONGEST
from packstation.domain.scans import Scan

if sys.platform == "win32":
    _GONE: Final = (OSError, ValueError)
else:
    import termios

    # pyserial lets this one through when a port goes away while it is being opened.
    _GONE: Final = (OSError, ValueError, termios.error)

_SILENCE_S: Final = 0.05
_RETRY_S: Final = 3.0
_PATIENCE_S: Final = 1.0
# UTF-8 has 4 bytes to a letter at most; one letter more tells that the code was too long.
_MOST_BYTES: Final = 4 * (LONGEST + 1)


@dataclass(frozen=True, slots=True)
class Port:
    """Where a scanner is plugged in: "/dev/ttyACM0" or "COM3", and its speed."""

    name: str
    baud: int = 9600


class Contact(Enum):
    LOST = auto()
    FOUND = auto()


class Codes:
    """Bytes as they come, a few or many at once, become whole codes."""

    def __init__(self, habits: ScannerHabits | None = None) -> None:
        self._habits = habits or ScannerHabits()
        self._end = re.compile(
            rb"[\r\n\t]" if self._habits.suffix is Suffix.TAB else rb"[\r\n]"
        )
        self._held = b""

    def feed(self, sent: bytes) -> Iterator[str]:
        """The codes that are complete with ``sent``."""
        *whole, held = self._end.split(self._held + sent)
        self._held = held[:_MOST_BYTES]
        yield from filter(None, map(self._code, whole))

    def silence(self) -> Iterator[str]:
        """Nothing followed: what was held is a code without a suffix."""
        held, self._held = self._held, b""
        yield from filter(None, (self._code(held),))

    def _code(self, sent: bytes) -> str:
        try:
            text = sent.decode("utf-8")
        except UnicodeDecodeError:
            text = sent.decode("cp1252", "replace")
        # A scanner set to TAB on a bench that does not know so ends its codes by silence.
        return self._habits.bare(text.rstrip("\t"))[0][: LONGEST + 1]


class SerialScanner:
    """Listens on a thread of its own from the start, and calls ``heard`` and ``told`` there.

    ``told`` hears FOUND once the port is open, and LOST when it does not open or goes away.
    """

    def __init__(
        self,
        port: Port,
        heard: Callable[[Scan], object],
        told: Callable[[Contact], object],
        habits: ScannerHabits | None = None,
        retry_s: float = _RETRY_S,
    ) -> None:
        self._port = port
        self._heard = heard
        self._told = told
        self._habits = habits or ScannerHabits()
        self._retry_s = retry_s
        self._contact: Contact | None = None
        self._closing = Event()
        self._thread = Thread(target=self._work, name="serial scanner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._thread.join(_PATIENCE_S)

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                with Serial(self._port.name, self._port.baud, timeout=_SILENCE_S) as line:
                    self._say(Contact.FOUND)
                    self._listen(line)
            except _GONE:
                self._say(Contact.LOST)
                self._closing.wait(self._retry_s)

    def _listen(self, line: Serial) -> None:
        codes = Codes(self._habits)
        while not self._closing.is_set():
            sent = line.read(line.in_waiting or 1)
            for code in codes.feed(sent) if sent else codes.silence():
                self._heard(Scan(code, datetime.now(UTC)))

    def _say(self, contact: Contact) -> None:
        if contact is not self._contact:
            self._contact = contact
            self._told(contact)
