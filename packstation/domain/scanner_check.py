"""Checking a scanner: the codes to scan, and what the office asks for and is told."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

GS: Final = "\x1d"
SLOWEST_GAP_MS: Final = 100
"""The longest pause between two keys that a bench can be told of."""


class Symbol(Enum):
    CODE_128 = "Code 128"
    EAN_13 = "EAN-13"
    UPC_A = "UPC-A"
    GS1_128 = "GS1-128"
    QR = "QR"


@dataclass(frozen=True, slots=True)
class Sample:
    """A code to scan. ``also`` is just as good; ``short`` lacks its check digit."""

    number: int
    symbol: Symbol
    text: str
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    bracketed: str = ""
    """As a scanner writes it that shows GS1 fields to people."""

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.text, *self.also)

    @property
    def shown(self) -> str:
        return self.text.replace(GS, "<GS>")

    @property
    def optional(self) -> bool:
        """Whether many a scanner cannot read this kind, and need not."""
        return self.symbol is Symbol.QR


# The letters and signs that lie elsewhere on other keyboards; a letter between two signs, so
# that a dead key spoils only itself.
SAMPLES: Final = (
    Sample(1, Symbol.CODE_128, "AZQWYM0123456789"),
    Sample(2, Symbol.CODE_128, "aAmMqQwWyYzZ"),
    Sample(3, Symbol.CODE_128, "A-B/C:D_E.F#G"),
    Sample(4, Symbol.EAN_13, "8412345678905", short=("841234567890",)),
    Sample(
        5,
        Symbol.UPC_A,
        "036000291452",
        also=("0036000291452",),
        short=("03600029145", "36000291452", "3600029145"),
    ),
    Sample(
        6,
        Symbol.GS1_128,
        f"010950110153000310LOT7{GS}21SER42",
        bracketed="(01)09501101530003(10)LOT7(21)SER42",
    ),
    Sample(7, Symbol.QR, "https://shop.example/p/7?k=Ab-9"),
    Sample(8, Symbol.QR, f"010950110153000310LOT8{GS}21SER43"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairScanner:
    """What this bench is to be told of its scanner, each as its settings name it.

    None leaves a setting as it is.
    """

    suffix: str | None = None
    prefix: str | None = None
    gap_ms: int | None = None

    @property
    def changes(self) -> dict[str, str]:
        """Keys and values of bench.toml."""
        gap_ms = None if self.gap_ms is None else str(self.gap_ms)
        told = {"suffix": self.suffix, "prefix": self.prefix, "gap_ms": gap_ms}
        return {key: value for key, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True)
class LookAtScanner:
    """An errand: what this bench knows of its scanner, and the samples for its screen."""


@dataclass(frozen=True, slots=True)
class PrintSamples:
    """An errand: the sheet of samples, in ``language``, to this bench's printer."""

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerShown:
    """What this bench is told of its scanner: see packstation.devices.habits."""

    suffix: str
    prefix: str
    gap_ms: int
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A sample as it is drawn: ``rows`` of modules, "1" is ink. Bars have one row."""

    number: int
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapesShown:
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplesPrinted:
    """Handed over, or what kept it, as domain.printing.Trouble stores it."""

    where: str = ""
    trouble: str = ""
    in_folder: bool = False


ScannerErrand = LookAtScanner | PrintSamples | RepairScanner
