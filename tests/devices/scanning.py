"""A scanner of any settings at a computer of any keyboard, as the keys it presses."""

from dataclasses import dataclass

from packstation.devices.heard import Heard, heard
from packstation.devices.layouts import layout
from packstation.devices.wedge import GS, Key, Kind
from packstation.domain.scanner_check import SAMPLES, Sample
from packstation.domain.scanner_findings import Case, Ending

AIM = {"Code 128": "]C0", "EAN-13": "]E0", "UPC-A": "]E0", "GS1-128": "]C1", "QR": "]Q1"}
_ENDS = {
    Ending.ENTER: (Kind.ENTER,),
    Ending.CR_LF: (Kind.ENTER, Kind.ENTER),
    Ending.TAB: (Kind.TAB,),
    Ending.NONE: (),
    Ending.SEVERAL: (Kind.TAB, Kind.ENTER),
}


@dataclass(frozen=True, kw_only=True)
class Scanner:
    keyboard: str = "us"
    ending: Ending = Ending.ENTER
    prefix: str = ""
    behind: str = ""
    case: Case = Case.KEPT
    gs: str = GS
    aim: bool = False
    pace_ms: int = 2


@dataclass(frozen=True, kw_only=True)
class Computer:
    keyboard: str = "us"
    caps_lock: bool = False
    tells_keys: bool = True
    """Whether the system says which keys were pressed, as X does."""


def scan(sample: Sample, scanner: Scanner, computer: Computer, start_ms: int = 10_000) -> Heard:
    """``sample`` as it arrives; keys the scanner has not are left out."""
    code = sample.text.replace(GS, scanner.gs)
    if scanner.case is not Case.KEPT:
        code = code.upper() if scanner.case is Case.UPPER else code.lower()
    aim = AIM[sample.symbol.value] if scanner.aim else ""
    sent = f"{scanner.prefix}{aim}{code}{scanner.behind}"
    keys: list[Key] = []
    for letter in sent:
        tick = start_ms + len(keys) * scanner.pace_ms
        typed = _typed(letter, scanner, computer)
        if typed is not None:
            keys.append(Key(*typed, tick))
    for n, kind in enumerate(_ENDS[scanner.ending]):
        tab = "\t" if kind is Kind.TAB else ""
        tick = start_ms + (len(keys) + n) * scanner.pace_ms
        keys.append(Key(tab, tab, tick, kind))
    return heard(keys, _pressed(sent, scanner) if computer.tells_keys else "")


def scan_all(
    scanner: Scanner, computer: Computer, samples: tuple[Sample, ...] = SAMPLES
) -> list[Heard]:
    return [scan(it, scanner, computer, 10_000 * (n + 1)) for n, it in enumerate(samples)]


def _pressed(sent: str, scanner: Scanner) -> str:
    """What X tells of the keys: dead ones too."""
    strokes = (layout(scanner.keyboard).stroke(it) for it in sent)
    us = layout("us").letters
    return "".join(
        GS if letter == GS else us.get(stroke, "") if stroke else ""
        for letter, stroke in zip(sent, strokes, strict=True)
    )


def _typed(letter: str, scanner: Scanner, computer: Computer) -> tuple[str, str] | None:
    """The letter here and on a US keyboard; None when nothing is typed."""
    if letter == GS:
        return GS, GS
    stroke = layout(scanner.keyboard).stroke(letter)
    if stroke is None:
        return None
    text = layout(computer.keyboard).letters.get(stroke, "")
    if stroke in layout(computer.keyboard).dead or not text:
        return None
    if computer.caps_lock and len(text.swapcase()) == 1:
        text = text.swapcase()
    us = layout("us").letters.get(stroke, "")
    return text, us if computer.tells_keys else ""
