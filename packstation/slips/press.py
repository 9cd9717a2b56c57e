"""Slips drawn in a process of their own: the window's holds no fonts and never stands still.

One line of JSON goes in for each slip (see Order), and out come its length and so many bytes of
PDF. The other end is packstation.pressroom.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct
from threading import Lock, Timer
from typing import IO, Any, Final, TypedDict
from weakref import finalize

LENGTH: Final = Struct("!I")
"""Stands before each slip; 0 when it could not be drawn."""
PATIENCE: Final = 20.0
"""Seconds until a slip is given up: a slow computer needs a tenth of them."""

ON_SCREEN: Final = "screen"
"""Samples to be painted by the window itself."""

_TRIES: Final = 2
# The code the window runs, wherever it was started from and whatever lies in that folder.
_OURS: Final = Path(__file__).parents[2]
# Drawing may wait, scanning may not. Elsewhere the other end steps back by itself.
if sys.platform == "win32":
    _MANNERS = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
else:
    _MANNERS = 0


class SlipUndrawn(Exception):
    """There is no slip, and nothing went to a printer. Why is on the error stream."""


class Order(TypedDict):
    """What is asked of the press: both parts of a record as they are stored.

    ``logo`` is the PNG of its brand in base64, or empty.
    """

    core: str
    personal: str
    copy: int
    logo: str


class NotesOrder(TypedDict):
    """The same for a sheet of notes."""

    notes: str


class PickingOrder(TypedDict):
    """The same for what is to be fetched from the shelves."""

    picking: str


class CodesOrder(TypedDict):
    """The same for badges and commands as codes."""

    codes: str


class LabelsOrder(TypedDict):
    """The same for labels to stick on products."""

    labels: str


class SamplesOrder(TypedDict):
    """The same for the samples of the scanner check: on A4 or A5 paper, or ON_SCREEN."""

    samples: str
    language: str


AnyOrder = Order | NotesOrder | PickingOrder | CodesOrder | LabelsOrder | SamplesOrder


class Press:
    """Begun when it is first wanted, and again when it has ended, whatever ended it."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE) -> None:
        self._command = tuple(command)
        self._patience = patience
        self._one_at_a_time = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], Any] = finalize(self, _nothing)

    def warm(self) -> None:
        """Have it ready for the next slip; answers at once, whether it will be or not."""
        with self._one_at_a_time, suppress(OSError):
            self._running()

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        """The slip of a stored record as PDF. Raises SlipUndrawn."""
        png = base64.b64encode(logo).decode()
        return self._drawn(Order(core=core, personal=personal, copy=copy, logo=png))

    def draw_notes(self, notes: str) -> bytes:
        """A sheet of notes, as packstation.store.wire writes them. Raises SlipUndrawn."""
        return self._drawn(NotesOrder(notes=notes))

    def draw_picking(self, picking: str) -> bytes:
        """Picking papers, as packstation.store.wire writes them. Raises SlipUndrawn."""
        return self._drawn(PickingOrder(picking=picking))

    def draw_codes(self, codes: str) -> bytes:
        """Codes to print, as packstation.store.wire writes them. Raises SlipUndrawn."""
        return self._drawn(CodesOrder(codes=codes))

    def draw_labels(self, labels: str) -> bytes:
        """Product labels, as packstation.store.wire writes them. Raises SlipUndrawn."""
        return self._drawn(LabelsOrder(labels=labels))

    def draw_samples(self, samples: str, language: str) -> bytes:
        """The page of samples as PDF; ON_SCREEN: the rows of each, as JSON.

        Raises SlipUndrawn.
        """
        return self._drawn(SamplesOrder(samples=samples, language=language))

    def close(self) -> None:
        """End it: it holds nothing that could be lost."""
        with self._one_at_a_time:
            self._end()

    def _drawn(self, order: AnyOrder) -> bytes:
        asked = json.dumps(order).encode() + b"\n"
        with self._one_at_a_time:
            for _ in range(_TRIES):
                with suppress(OSError, EOFError):  # it has died, or had to
                    return self._ask(asked)
                self._end()
        raise SlipUndrawn

    def _ask(self, asked: bytes) -> bytes:
        child = self._running()
        alarm = Timer(self._patience, child.kill)
        alarm.start()
        try:
            _stream(child.stdin).write(asked)
            _stream(child.stdin).flush()
            (length,) = LENGTH.unpack(_exactly(child, LENGTH.size))
            slip = _exactly(child, length)
        finally:
            alarm.cancel()
        if not slip:
            raise SlipUndrawn
        return slip

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = subprocess.Popen(  # noqa: S603 (this very program)
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_OURS,
                creationflags=_MANNERS,
            )
            self._end = finalize(self, _end, self._child)
        return self._child


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        with suppress(OSError):  # what it never read is still in there
            _stream(stream).close()


def _nothing() -> None:
    """Before the first child there is none to end."""


def _exactly(child: subprocess.Popen[bytes], length: int) -> bytes:
    read = _stream(child.stdout).read(length)
    if len(read) < length:
        raise EOFError
    return read


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 (we asked for both)
    return pipe
