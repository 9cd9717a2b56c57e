"""What is well with a scanner, what can be repaired here, and what must be set in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from typing import Final

from packstation.devices.explained import ON_US_KEYS, Explained, Way, explain, explain_by
from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.heard import Heard
from packstation.devices.layouts import US
from packstation.domain.scanner_check import GS, SAMPLES, SLOWEST_GAP_MS, RepairScanner
from packstation.domain.scanner_findings import (
    Arrived,
    BeginsDifferently,
    BeginsWith,
    Bracketed,
    CapsLock,
    Case,
    CaseChanged,
    CheckDigitLeftOut,
    Diagnosis,
    Ending,
    EndsDifferently,
    EndsInText,
    EndsWith,
    Finding,
    LettersLost,
    NoSample,
    OtherLayout,
    SaysSymbology,
    SeparatorArrives,
    SeparatorLost,
    Slow,
    Standing,
    Verdict,
    standing,
)

_ALIKE: Final = 0.6
_STEP_MS: Final = 5
_MARGIN: Final = 0.75
"""Of the pause that is allowed, this much may be taken before more is asked for."""
_WORST_FIRST: Final = (Standing.SCANNER, Standing.REPAIRABLE, Standing.GOOD)


@dataclass(frozen=True, slots=True)
class _Known:
    """A burst that is one of the samples, by what was ``typed`` here or by its ``keys``."""

    heard: Heard
    typed: Explained | None
    keys: Explained | None

    @property
    def way(self) -> Way | None:
        return None if self.typed is None else self.typed.way

    @property
    def meant(self) -> Explained:
        """What the scanner itself did: its keys say it more surely than the letters here."""
        told = self.keys or self.typed
        if told is None:
            raise ValueError(self)
        return told

    def right(self, habits: ScannerHabits) -> bool:
        """Whether a bench of these ``habits`` would find what was scanned."""
        forms = self.meant.sample.forms
        return any(it in forms for it in self.heard.through(habits))


def diagnose(bursts: Sequence[Heard], habits: ScannerHabits) -> Diagnosis:
    """What ``bursts``, in the order they came, tell of the scanner of this bench.

    Of a sample that was scanned twice the last one counts.
    """
    every = [
        _Known(heard, typed, explain_by(ON_US_KEYS, heard.us or ""))
        for heard, typed in zip(bursts, explain([it.text for it in bursts]), strict=True)
    ]
    last = {it.meant.sample.number: it for it in every if it.keys or it.typed}
    known = [last[number] for number in sorted(last)]
    strange = (it.heard for it in every if not (it.keys or it.typed or _by_hand(it.heard)))
    findings = (
        *(it for look in _looks(habits) for it in look(known)),
        *dict.fromkeys(map(_unknown, strange)),
    )
    repair = _repair(findings)
    repaired = repaired_habits(habits, repair) if repair else habits
    arrived = tuple(_arrived(it, habits, repaired) for it in known)
    worst_first = sorted(findings, key=lambda it: _WORST_FIRST.index(standing(it)))
    return Diagnosis(arrived, tuple(worst_first), repair)


def repaired_habits(habits: ScannerHabits, repair: RepairScanner) -> ScannerHabits:
    """The ``habits`` of a bench that has been told of ``repair``."""
    return replace(
        habits,
        suffix=habits.suffix if repair.suffix is None else Suffix(repair.suffix),
        prefix=habits.prefix if repair.prefix is None else repair.prefix,
        gap_ms=habits.gap_ms if repair.gap_ms is None else repair.gap_ms,
    )


Look = Callable[[Sequence[_Known]], Iterator[Finding]]


def _looks(habits: ScannerHabits) -> tuple[Look, ...]:
    return (
        _keyboards,
        partial(_beginnings, habits=habits),
        partial(_endings, habits=habits),
        _contents,
        partial(_pauses, habits=habits),
    )


def _keyboards(known: Sequence[_Known]) -> Iterator[Finding]:
    """Whose keys are pressed, and what became of capitals."""
    for way in dict.fromkeys(it.way for it in known):
        of_it = [it for it in known if it.way == way]
        through = all(it.keys for it in of_it)
        if way is None:
            yield OtherLayout(US, "", seen_through=through, wanted=US)
        elif way.scanner != way.computer:
            wanted = US if any(it.heard.us for it in known) else way.computer
            yield OtherLayout(way.scanner, way.computer, through, wanted)
        if way is not None and way.caps_lock:
            yield CapsLock(through)
    for case in dict.fromkeys(it.meant.way.case for it in known):
        if case is not Case.KEPT:
            yield CaseChanged(case)


def _beginnings(known: Sequence[_Known], habits: ScannerHabits) -> Iterator[Finding]:
    if any(it.meant.says_symbology for it in known):
        yield SaysSymbology()
    match tuple(dict.fromkeys(it.meant.before for it in known)):
        case () | ("",):
            pass
        case (first,):
            yield BeginsWith(first, known=first == habits.prefix)
        case several:
            yield BeginsDifferently(several)


def _endings(known: Sequence[_Known], habits: ScannerHabits) -> Iterator[Finding]:
    endings = {it.heard.ending for it in known if it.heard.ending is not None}
    if len(endings) > 1:
        yield EndsDifferently()
    for ending in endings if len(endings) == 1 else ():
        told = ending is not Ending.TAB or habits.suffix is Suffix.TAB
        yield EndsWith(ending, known=told)
    for behind in dict.fromkeys(it.meant.behind for it in known):
        if behind:
            yield EndsInText(behind)


def _contents(known: Sequence[_Known]) -> Iterator[Finding]:
    for it in known:
        if it.meant.form.short:
            yield CheckDigitLeftOut(it.meant.sample.symbol)
    if any(it.meant.form.bracketed for it in known):
        yield Bracketed()
    came = {it.meant.for_gs for it in known} - {None}
    if came == {GS}:
        yield SeparatorArrives()
    for instead in sorted(it for it in came if it not in {None, GS}):
        yield SeparatorLost(instead)


def _pauses(known: Sequence[_Known], habits: ScannerHabits) -> Iterator[Finding]:
    pause_ms = max((it.heard.pause_ms for it in known), default=0)
    if pause_ms > SLOWEST_GAP_MS:
        yield Slow(pause_ms, helped=False)
    elif pause_ms > habits.gap_ms * _MARGIN and habits.gap_ms < SLOWEST_GAP_MS:
        yield Slow(pause_ms, helped=True)


def _by_hand(heard: Heard) -> bool:
    """Whether a person typed it: no sample, and slower than any scanner of use."""
    return heard.pause_ms > SLOWEST_GAP_MS


def _unknown(heard: Heard) -> Finding:
    texts = (heard.us or heard.text, heard.text)
    alike = {
        sample.number: max(
            SequenceMatcher(None, text, form).ratio() for text in texts for form in sample.forms
        )
        for sample in SAMPLES
    }
    nearest = max(alike, key=alike.__getitem__)
    return LettersLost(nearest) if alike[nearest] >= _ALIKE else NoSample(heard.text)


def _repair(findings: Sequence[Finding]) -> RepairScanner | None:
    repair = RepairScanner()
    for it in findings:
        match it:
            case EndsWith(ending=Ending.TAB, known=False):
                repair = replace(repair, suffix=str(Suffix.TAB))
            case BeginsWith(text, known=False):
                repair = replace(repair, prefix=text)
            case Slow(pause_ms, helped=True):
                repair = replace(repair, gap_ms=_gap_for(pause_ms))
            case _:
                pass
    return repair if repair.changes else None


def _gap_for(pause_ms: int) -> int:
    """Room for a pause half as long again, in whole steps."""
    return min(SLOWEST_GAP_MS, -(-pause_ms * 3 // (2 * _STEP_MS)) * _STEP_MS)


def _arrived(it: _Known, habits: ScannerHabits, repaired: ScannerHabits) -> Arrived:
    if it.right(habits):
        verdict = Verdict.GOOD
    else:
        verdict = Verdict.AFTER_REPAIR if it.right(repaired) else Verdict.WRONG
    return Arrived(it.meant.sample.number, it.heard.text, verdict)
