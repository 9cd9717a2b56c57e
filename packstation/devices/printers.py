"""Where slips come out: the system's printer, or a folder of PDFs where there is none.

No printer tells truly that the paper came out (a queue says "completed" of a job its device
has aborted), so all that is ever claimed here is that a slip was handed over.

On Windows there is no queue to be asked through ``lp``: Qt's own printing will join there.
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Final, Protocol

from packstation.domain.printer_choice import IN_FOLDER
from packstation.domain.printing import Trouble

_FIND_SECONDS: Final = 3.0
_SUBMIT_SECONDS: Final = 10.0

_JOB: Final = re.compile(r"request id is (\S+)")
_DEFAULT: Final = re.compile(r"system default destination: (\S+)")
_ALERTS: Final = re.compile(r"^\s*Alerts: (.*)$", re.MULTILINE)
_STOPPED: Final = re.compile(r"^printer \S+ disabled since .*-\n\s*(.*)$", re.MULTILINE)
_REJECTING: Final = re.compile(r"^\S+ not accepting requests since .*-\n\s*(.*)$", re.MULTILINE)

# printer-state-reasons of RFC 8011 and PWG 5100.9, without their -error, -warning or -report.
_REASONS: Final = {
    "media-empty": Trouble.NO_PAPER,
    "media-needed": Trouble.NO_PAPER,
    "media-jam": Trouble.JAM,
    "cover-open": Trouble.OPEN,
    "door-open": Trouble.OPEN,
    "interlock-open": Trouble.OPEN,
    "toner-empty": Trouble.NO_INK,
    "marker-supply-empty": Trouble.NO_INK,
    "offline": Trouble.UNREACHABLE,
    "shutdown": Trouble.UNREACHABLE,
    "timed-out": Trouble.UNREACHABLE,
}


@dataclass(frozen=True, slots=True)
class Submitted:
    """Handed over: ``where`` is the job's name in its queue, or the file's."""

    where: str


class PrinterTrouble(Exception):
    """Nothing was handed over, unless it is PERHAPS. ``reason`` is what Trouble.read reads."""

    def __init__(self, trouble: Trouble, said: str = "") -> None:
        super().__init__(trouble.told(said))
        self.trouble = trouble
        self.said = said

    @property
    def reason(self) -> str:
        return self.trouble.told(self.said)


class Printer(Protocol):
    @property
    def name(self) -> str:
        """The system's name for it; empty for a folder."""

    def submit(self, pdf: bytes, title: str) -> Submitted:
        """Hand ``pdf`` over, and answer at once. Raises PrinterTrouble."""


def find_printer(name: str, media: str, folder: Path) -> Printer:
    """The printer called ``name``, or the system's own choice, or else ``folder``.

    A printer that was asked for by name is never quietly replaced by the folder; IN_FOLDER
    asks for the folder itself.
    """
    if name == IN_FOLDER:
        return Folder(folder)
    chosen = name or system_default()
    return Queue(chosen, media) if chosen else Folder(folder)


class Folder:
    """A folder of PDFs: each slip in a file of its own, whole or not at all."""

    name = ""

    def __init__(self, path: Path) -> None:
        self._path = path

    def submit(self, pdf: bytes, title: str) -> Submitted:
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            path = self._free(pdf, file_stem(title))
            _write_whole(path, pdf)
        except OSError as error:
            raise PrinterTrouble(Trouble.FOLDER, error.strerror or str(error)) from error
        return Submitted(path.name)

    def _free(self, pdf: bytes, stem: str) -> Path:
        """The slip again is the same file; another under its title, as a copy, is a new one."""
        names = (f"{stem}-{n}.pdf" if n > 1 else f"{stem}.pdf" for n in count(1))
        paths = (self._path / name for name in names)
        return next(path for path in paths if not path.exists() or path.read_bytes() == pdf)


class Queue:
    """A printer of this system, reached through CUPS."""

    def __init__(self, name: str, media: str, timeout: float = _SUBMIT_SECONDS) -> None:
        self.name = name
        self._media = media
        self._timeout = timeout

    def submit(self, pdf: bytes, title: str) -> Submitted:
        """A stopped queue would keep the slip and print it some other day: it gets none.

        Answers or raises within the timeout.
        """
        until = monotonic() + self._timeout
        trouble = self._trouble(until)
        if trouble is not None:
            raise trouble
        options = ("-d", self.name, "-t", file_stem(title), "-o", f"media={self._media}")
        return _taken(_print(options, until, pdf))

    def trouble(self) -> PrinterTrouble | None:
        """What keeps the printer from printing now, as far as it tells."""
        return self._trouble(monotonic() + self._timeout)

    def _trouble(self, until: float) -> PrinterTrouble | None:
        try:
            done = _ask("lpstat", "-l", "-p", self.name, "-a", self.name, until=until)
        except PrinterTrouble as trouble:
            return trouble
        return self._missing(until) if done.returncode else _told(done.stdout)

    def _missing(self, until: float) -> PrinterTrouble:
        # Of a CUPS that is down, lp and lpstat say that there is no such printer.
        try:
            awake = "is running" in _ask("lpstat", "-r", until=until).stdout
        except PrinterTrouble as trouble:
            return trouble
        if not awake:
            return PrinterTrouble(Trouble.NO_SYSTEM)
        return PrinterTrouble(Trouble.UNKNOWN_NAME, self.name)


def file_stem(title: str) -> str:
    """``title`` as the name of a file on any system, and never the same for two titles."""
    letters = re.sub(r"[^A-Za-z0-9._-]", "_", title).lstrip(".-")[:60] or "slip"
    return f"{letters}-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _print(
    options: tuple[str, ...], until: float, pdf: bytes
) -> subprocess.CompletedProcess[str]:
    """Run ``lp``; one that does not come back may have handed the slip over before."""
    if monotonic() >= until:
        raise PrinterTrouble(Trouble.SILENT)
    try:
        return _ask("lp", *options, until=until, sent=pdf)
    except PrinterTrouble as trouble:
        if trouble.trouble is Trouble.SILENT:
            raise PrinterTrouble(Trouble.PERHAPS) from trouble
        raise


def _taken(done: subprocess.CompletedProcess[str]) -> Submitted:
    job = _JOB.search(done.stdout)
    if job is not None and not done.returncode:
        return Submitted(job.group(1))
    # Only lp's own "no" says that the queue took nothing: not a lost number, not a killed lp.
    refused = done.returncode > 0 and job is None
    raise PrinterTrouble(Trouble.REJECTING if refused else Trouble.PERHAPS, _said(done))


def _told(status: str) -> PrinterTrouble | None:
    """What ``lpstat -l -p -a`` says is wrong; None when nothing is."""
    alerts = _ALERTS.search(status)
    words = re.split(r"[\s,]+", alerts.group(1)) if alerts else []
    for word in words:
        known = _REASONS.get(re.sub(r"-(error|warning|report)$", "", word))
        if known is not None:
            return PrinterTrouble(known)
    for pattern, trouble in ((_STOPPED, Trouble.STOPPED), (_REJECTING, Trouble.REJECTING)):
        found = pattern.search(status)
        if found:
            said = found.group(1).strip()
            return PrinterTrouble(trouble, "" if said.lower() == "reason unknown" else said)
    return None


def printers_here() -> tuple[str, ...]:
    """The names of the system's printers; none where nobody answers."""
    try:
        done = _ask("lpstat", "-e", until=monotonic() + _FIND_SECONDS)
    except PrinterTrouble:
        return ()
    return tuple(filter(None, map(str.strip, done.stdout.splitlines())))


def system_default() -> str:
    """Which of them the system prints on unasked; empty: none."""
    try:
        done = _ask("lpstat", "-d", until=monotonic() + _FIND_SECONDS)
    except PrinterTrouble:
        return ""
    found = _DEFAULT.search(done.stdout)
    return found.group(1) if found else ""


def _ask(
    program: str, *options: str, until: float, sent: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run ``program`` in its plain English. Raises PrinterTrouble when it is not there."""
    path = shutil.which(program)
    if path is None:
        raise PrinterTrouble(Trouble.NO_SYSTEM)
    try:
        done = subprocess.run(  # noqa: S603 # the words go one by one, no shell reads them
            [path, *options],
            input=sent,
            capture_output=True,
            check=False,
            timeout=max(0.0, until - monotonic()),
            env=os.environ | {"LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired as late:
        raise PrinterTrouble(Trouble.SILENT) from late
    except OSError as error:
        raise PrinterTrouble(Trouble.NO_SYSTEM, error.strerror or str(error)) from error
    out, err = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def _said(done: subprocess.CompletedProcess[str]) -> str:
    """The first line of complaint, without the program's name before it."""
    line = next(iter((done.stderr or done.stdout).splitlines()), "")
    return re.sub(r"^(lp|lpstat): ", "", line.strip())


def _write_whole(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
