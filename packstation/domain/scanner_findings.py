"""What can be found of a scanner, and how good each finding is news."""

from dataclasses import dataclass
from enum import Enum, auto

from packstation.domain.codes import LONGEST
from packstation.domain.scanner_check import GS, RepairScanner, Symbol


class Case(Enum):
    """What a scanner makes of capitals and small letters."""

    KEPT = auto()
    UPPER = auto()
    LOWER = auto()


class Ending(Enum):
    """What the scanner sends behind a code."""

    ENTER = auto()
    CR_LF = auto()
    TAB = auto()
    NONE = auto()
    SEVERAL = auto()
    """Tab and Enter both, or more of them."""


@dataclass(frozen=True, slots=True)
class OtherLayout:
    """The scanner presses the keys of one keyboard, the computer reads them as another.

    Named as X names them: us, es, fr; ``computer`` is empty when it is none that we know.
    ``seen_through``: packstation knows the keys and reads it right all the same. ``wanted`` is
    what to set the scanner to where it does not.
    """

    scanner: str
    computer: str
    seen_through: bool
    wanted: str


@dataclass(frozen=True, slots=True)
class CapsLock:
    seen_through: bool


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """The scanner itself sends nothing but capitals, or nothing but small letters."""

    to: Case


@dataclass(frozen=True, slots=True)
class EndsWith:
    ending: Ending
    known: bool
    """Whether this bench has been told so already, or need not be told."""


@dataclass(frozen=True, slots=True)
class EndsDifferently:
    """One code ended in one way, another in another."""


@dataclass(frozen=True, slots=True)
class BeginsWith:
    text: str
    known: bool


@dataclass(frozen=True, slots=True)
class BeginsDifferently:
    """Another letter before each kind of code: the scanner's code identifier."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaysSymbology:
    """The AIM identifier, which is understood and taken off."""


@dataclass(frozen=True, slots=True)
class EndsInText:
    """Letters behind the code that no setting here takes off."""

    text: str


@dataclass(frozen=True, slots=True)
class SeparatorArrives:
    pass


@dataclass(frozen=True, slots=True)
class SeparatorLost:
    """``instead`` came where GS should be; empty: nothing did."""

    instead: str


@dataclass(frozen=True, slots=True)
class Bracketed:
    """GS1 fields are written with brackets, for people."""


@dataclass(frozen=True, slots=True)
class CheckDigitLeftOut:
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Slow:
    """So long was a pause between two keys of one code; ``helped`` by a longer gap_ms."""

    pause_ms: int
    helped: bool


@dataclass(frozen=True, slots=True)
class LettersLost:
    """What arrived is nearly the sample: keys went missing on the way."""

    number: int


@dataclass(frozen=True, slots=True)
class NoSample:
    """Something else was scanned, or it arrived beyond recognition."""

    text: str


Finding = (
    OtherLayout
    | CapsLock
    | CaseChanged
    | EndsWith
    | EndsDifferently
    | BeginsWith
    | BeginsDifferently
    | SaysSymbology
    | EndsInText
    | SeparatorArrives
    | SeparatorLost
    | Bracketed
    | CheckDigitLeftOut
    | Slow
    | LettersLost
    | NoSample
)


class Standing(Enum):
    """How good a finding is news."""

    GOOD = auto()
    REPAIRABLE = auto()
    """By this bench itself, once somebody says so."""
    SCANNER = auto()
    """Only in the scanner, by its booklet of setting codes."""


def standing(finding: Finding) -> Standing:
    """Whether ``finding`` is well, can be repaired here, or must be set in the scanner."""
    match finding:
        case OtherLayout(seen_through=True) | CapsLock(seen_through=True):
            return Standing.GOOD
        case EndsWith(ending=Ending.NONE | Ending.SEVERAL):
            return Standing.SCANNER
        case EndsWith(known=known) | BeginsWith(known=known):
            return Standing.GOOD if known else Standing.REPAIRABLE
        case Slow(helped=True):
            return Standing.REPAIRABLE
        case SeparatorArrives() | SaysSymbology():
            return Standing.GOOD
        case _:
            return Standing.SCANNER


class Verdict(Enum):
    """How a sample arrived."""

    GOOD = auto()
    AFTER_REPAIR = auto()
    """Right as soon as this bench knows its scanner."""
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A sample that was scanned: what arrived, to the letter, and how good that is."""

    number: int
    text: str
    verdict: Verdict

    @property
    def shown(self) -> str:
        return self.text[:LONGEST].replace(GS, "<GS>")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that can be said so far. ``repair`` is None when there is nothing to repair here."""

    arrived: tuple[Arrived, ...] = ()
    findings: tuple[Finding, ...] = ()
    repair: RepairScanner | None = None
