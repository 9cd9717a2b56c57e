"""What a scanner must have done so that a sample arrives as it did.

Every way a sample can be spoilt is played through, from nothing at all to the keys of one
country read as another's, until one gives what was heard.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from packstation.devices.layouts import LAYOUTS, US, becomes, meant
from packstation.domain.scanner_check import GS, SAMPLES, Sample
from packstation.domain.scanner_findings import Case

_MOST_AROUND: Final = 24
"""Letters before or behind a code that a scanner may be set to send."""
_MOST_FOR_GS: Final = 6
_UNSURE: Final = ".{0,2}?"
"""A dead key marks the next letter, is lost with it, or comes beside it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How keys went wrong, for all codes of a scanner alike."""

    scanner: str = US
    computer: str = US
    case: Case = Case.KEPT
    caps_lock: bool = False

    @property
    def cost(self) -> int:
        """How far it is from what is likely: nothing wrong, then a scanner from the shop."""
        keyboards = (self.scanner != self.computer) + 2 * (self.scanner != US)
        return keyboards + 4 * self.caps_lock + 8 * (self.case is not Case.KEPT)


def _ways() -> Iterator[Way]:
    for scanner, computer, caps_lock in product(LAYOUTS, LAYOUTS, (False, True)):
        if scanner == US:
            yield from (Way(scanner, computer, case, caps_lock) for case in Case)
        elif scanner != computer:  # or it is as good as a US scanner at a US computer
            yield Way(scanner, computer, caps_lock=caps_lock)


WAYS: Final = tuple(sorted(_ways(), key=lambda it: it.cost))
ON_US_KEYS: Final = tuple(Way(case=case) for case in Case)
"""What a reading by the keys themselves can still show."""


@dataclass(frozen=True, slots=True)
class Form:
    """One text a sample may be sent as."""

    sample: Sample
    text: str

    @property
    def short(self) -> bool:
        return self.text in self.sample.short

    @property
    def bracketed(self) -> bool:
        return self.text == self.sample.bracketed


FORMS: Final = tuple(
    Form(sample, text)
    for sample in SAMPLES
    for text in filter(None, (*sample.forms, *sample.short, sample.bracketed))
)


@dataclass(frozen=True, slots=True)
class Explained:
    """Which sample it was, by which way it came, and what the scanner sent besides."""

    form: Form
    way: Way
    arrived: dict[str, str]

    @property
    def sample(self) -> Sample:
        return self.form.sample

    @property
    def before(self) -> str:
        return self._meant("before")

    @property
    def behind(self) -> str:
        return self._meant("behind")

    @property
    def says_symbology(self) -> bool:
        return bool(self.arrived["aim"])

    @property
    def for_gs(self) -> str | None:
        """What came where GS should be; None when the sample has none."""
        return self._meant("gs") if "gs" in self.arrived else None

    @property
    def strange(self) -> int:
        """How much is unlike the sample; the explanation with the least is the right one."""
        around = len(self.arrived["before"]) + len(self.arrived["behind"])
        odd = self.arrived.get("gs", GS) != GS
        return 2 * around + odd + self.form.short + self.form.bracketed

    def _meant(self, name: str) -> str:
        return meant(self.arrived[name], self.way.scanner, self.way.computer)


def explain(texts: Sequence[str]) -> tuple[Explained | None, ...]:
    """Each of ``texts`` by the one way that explains most of them best; None for no sample."""
    best: tuple[Explained | None, ...] = ()
    for way in WAYS:
        explained = tuple(_explain(it, way) for it in texts)
        if not best or _merit(explained) > _merit(best):
            best = explained
        if _merit(best) == (len(texts), 0):
            break
    # Somebody pressed Caps Lock on the way, and one is unlike the others?
    return tuple(it or explain_by(WAYS, text) for it, text in zip(best, texts, strict=True))


def explain_by(ways: Iterable[Way], text: str) -> Explained | None:
    """``text`` as a sample that came by one of ``ways``."""
    found = filter(None, (_explain(text, way) for way in ways))
    return min(found, key=lambda it: it.strange, default=None)


def _merit(explained: Sequence[Explained | None]) -> tuple[int, int]:
    known = [it.strange for it in explained if it is not None]
    return len(known), -sum(known)


def _explain(text: str, way: Way) -> Explained | None:
    found = [
        Explained(form, way, match.groupdict())
        for form, sure, body in _played(way)
        if all(it in text for it in sure) and (match := _pattern(body).match(text))
    ]
    return min(found, key=lambda it: it.strange, default=None)


@cache
def _played(way: Way) -> tuple[tuple[Form, tuple[str, ...], str], ...]:
    """Each form as it arrives by ``way``: what must be in it, and all of it as a pattern."""
    return tuple(
        (form, _sure(form.text, way), _identifier(way) + "".join(_as_pattern(form.text, way)))
        for form in FORMS
    )


def _identifier(way: Way) -> str:
    """The AIM identifier, "]C1" on a US keyboard; not told from other text where ] is dead."""
    bracket = _arrives("]", way)
    return "(?P<aim>)" if bracket is None else rf"(?P<aim>(?:{re.escape(bracket)}\w\S)?)"


def _sure(form: str, way: Way) -> tuple[str, ...]:
    """What a text must have in it to be looked at more closely; few have."""
    pieces, marked = [""], False
    for letter in _sent(form, way.case):
        typed = _arrives(letter, way)
        if typed is None or marked:
            pieces.append("")
        else:
            pieces[-1] += typed
        marked = typed is None and letter != GS
    return tuple(filter(None, pieces))


@cache
def _pattern(body: str) -> re.Pattern[str]:
    """Most ways leave most letters alone: many have the same."""
    around = f".{{0,{_MOST_AROUND}}}?"
    return re.compile(rf"(?P<before>{around}){body}(?P<behind>{around})\Z", re.DOTALL)


def _as_pattern(form: str, way: Way) -> Iterator[str]:
    marked = False
    for letter in _sent(form, way.case):
        typed = _arrives(letter, way)
        if letter == GS:
            yield f"(?P<gs>.{{0,{_MOST_FOR_GS}}}?)"
        elif typed is None:
            yield _UNSURE
        else:
            yield f"(?:{re.escape(typed)})?" if marked else re.escape(typed)
        marked = typed is None and letter != GS


def _arrives(letter: str, way: Way) -> str | None:
    """What ``letter`` is here; None for GS, and where that is not sure."""
    typed = None if letter == GS else becomes(letter, way.scanner, way.computer)
    if typed is None or not way.caps_lock:
        return typed
    # Of a letter without a single capital, such as ß, each system makes what it likes.
    swapped = typed.swapcase()
    return swapped if len(swapped) == 1 else None


def _sent(form: str, case: Case) -> str:
    match case:
        case Case.UPPER:
            return form.upper()
        case Case.LOWER:
            return form.lower()
        case _:
            return form
