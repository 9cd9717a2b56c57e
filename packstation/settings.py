"""What this bench is told at start: its folder, its database, its printer, its language."""

import os
import re
import sys
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.domain.trial import NO_BENCHES
from packstation.words.words import Words, later

FILE = "bench.toml"
_WHERE: Final = re.compile(r"at line (\d+), column (\d+)")

_MOST_DIGITS: Final = 8
_LONGEST_NAME: Final = 16
_VOLUMES: Final = range(101)
_BAUDS: Final = range(300, 4_000_001)
# A hand comes down to 50 ms now and then; a scanner over a slow radio may need 30.
_GAPS_MS: Final = range(5, 101)


class SettingsBroken(Exception):
    """The settings cannot be read: ``where`` names the file or variable.

    ``text``, as ``later`` marks it, and its ``values`` say why.
    """

    def __init__(self, where: str, text: str, **values: object) -> None:
        super().__init__(f"{where}: {text.format(**values)}")
        self.where = where
        self._text = text
        self._values = values

    def why(self, words: Words) -> str:
        return words(self._text, **self._values)


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchSettings:
    """One bench's own settings, from environment, arguments and its bench.toml."""

    home: Path
    database: str
    demo: bool = False
    bench: str = "1"
    printer: str = ""
    """Name of the system's printer; empty: the system's default, else a folder of PDFs."""
    media: str = "A5"
    language: str = ""
    """es or en for everything on screen; empty: each packer's own."""
    volume: int = 70
    """Of the bench's sounds, 0 to 100; 0 is silence."""
    scanner: str = ""
    """The serial port of a scanner that has one: "/dev/ttyACM0", "COM3"."""
    baud: int = 9600
    habits: ScannerHabits = field(default_factory=ScannerHabits)

    @property
    def pictures(self) -> Path:
        return self.home / "pictures"

    @property
    def slips(self) -> Path:
        """Where slips go as PDFs when there is no printer."""
        return self.home / "slips"

    @property
    def window_lock(self) -> Path:
        """Held by the window that is open on this folder."""
        return self.home / "window.lock"


def read_settings(*, demo: bool, language: str) -> BenchSettings:
    """The settings of this machine. Raises SettingsBroken; makes the folder when it is missing.

    PACKSTATION_HOME names the data folder, PACKSTATION_DATABASE an SQLAlchemy URL, as
    "database" in bench.toml does. The demo shop has a folder of its own inside, so that it
    never mixes with real orders.
    """
    root = Path(os.environ.get("PACKSTATION_HOME") or _data_folder())
    home = (root / "demo" if demo else root).absolute()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _of_system(home, error) from error
    file = home / FILE
    told = read_file(file)
    own = f"sqlite:///{home / 'packstation.db'}"
    return BenchSettings(
        home=home,
        database=own if demo else _database(told) or own,
        demo=demo,
        bench=_bench(file, told.get("bench", "1")),
        printer=told.get("printer", ""),
        media=told.get("media", "A5"),
        language=language or told.get("language", ""),
        volume=_number(file, told, "volume", 70, _VOLUMES),
        scanner=told.get("scanner", ""),
        baud=_number(file, told, "baud", 9600, _BAUDS),
        habits=_habits(file, told),
    )


def as_it_is_now(settings: BenchSettings) -> BenchSettings:
    """With the printer and paper its file names by now. Raises SettingsBroken."""
    told = read_file(settings.home / FILE)
    return replace(
        settings,
        printer=told.get("printer", settings.printer),
        media=told.get("media", settings.media),
    )


def _database(told: dict[str, str]) -> str:
    return os.environ.get("PACKSTATION_DATABASE") or told.get("database", "")


def _bench(file: Path, name: str) -> str:
    fits = name.strip() == name and 0 < len(name) <= _LONGEST_NAME and name.isprintable()
    if fits and name.upper() not in NO_BENCHES:
        return name
    text = later("{key}: a name of 1 to {most} letters or figures is wanted")
    raise SettingsBroken(str(file), text, key="bench", most=_LONGEST_NAME)


def _habits(file: Path, told: dict[str, str]) -> ScannerHabits:
    return ScannerHabits(
        suffix=_suffix(file, told.get("suffix", Suffix.ENTER)),
        gap_ms=_number(file, told, "gap_ms", ScannerHabits().gap_ms, _GAPS_MS),
        prefix=told.get("prefix", ""),
    )


def _number(file: Path, told: dict[str, str], key: str, usual: int, may_be: range) -> int:
    text = told.get(key, str(usual))
    if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS and int(text) in may_be:
        return int(text)
    text = later('{key}: a number from {least} to {most} is wanted, as in "{usual}"')
    span = {"least": may_be[0], "most": may_be[-1], "usual": usual}
    raise SettingsBroken(str(file), text, key=key, **span)


def _suffix(file: Path, text: str) -> Suffix:
    try:
        return Suffix(text)
    except ValueError as error:
        known = ", ".join(f'"{it}"' for it in Suffix)
        text = later("{key}: one of {known} is wanted")
        raise SettingsBroken(str(file), text, key="suffix", known=known) from error


def read_file(path: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _of_system(path, error) from error
    except UnicodeDecodeError as error:
        raise SettingsBroken(str(path), later("it is not written in UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        raise _misspelt(path, error) from error
    wrong = [key for key, value in values.items() if not isinstance(value, str)]
    if wrong:
        text = later("{key}: a text in quotes is wanted")
        raise SettingsBroken(str(path), text, key=wrong[0])
    return values


def _of_system(path: Path, error: OSError) -> SettingsBroken:
    """The system's own reason, in its own language."""
    return SettingsBroken(str(path), "{reason}", reason=error.strerror or error)


def _misspelt(path: Path, error: tomllib.TOMLDecodeError) -> SettingsBroken:
    # Only its sentence says where, before Python 3.14.
    found = _WHERE.search(str(error))
    if found is None:
        return SettingsBroken(str(path), later("it ends in the middle of a value"))
    text = later('line {line}, column {column}: this is not key = "value"')
    return SettingsBroken(str(path), text, line=found[1], column=found[2])


def _data_folder() -> Path:
    """Where programs of one person keep their data on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "packstation"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "packstation"
    return (
        Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
        / "packstation"
    )
