"""Keystrokes and their timing become a Scan: a scanner types faster than any hand.

    key ──> held ──┬─ more keys, each within the gap ──> suffix, or silence ──> Read
                   └─ too few of them ───────────────────────────────────────> Typed

Judged by the time the keys were pressed, never by when they arrived: a busy window receives
a burst in pieces of a quarter of a second, yet the keys themselves were 16 ms apart at most.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.domain.codes import LONGEST

GS: Final = "\x1d"


class Kind(Enum):
    TEXT = auto()
    ENTER = auto()
    """Return, Enter or Linefeed."""
    TAB = auto()
    CHORD = auto()
    """Ctrl or Alt with a key, Escape, a function key: it would fire something."""
    ALT_DIGIT = auto()
    """A digit of the keypad while Alt is down: Alt+029 is GS."""
    ALT_UP = auto()
    HAND = auto()
    """An arrow, Backspace, …: no scanner has them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key pressed: its text under this computer's layout, and under a US one.

    ``us`` is empty when unknown. ``tick_ms`` is the event's own time. ``repeated``: the system
    says the key is being held down, which it also says of a scanner's double letters.
    ``source`` comes back with the key, for whoever has to press it again.
    """

    text: str
    us: str
    tick_ms: int
    kind: Kind = Kind.TEXT
    repeated: bool = False
    source: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """Pressed by a hand: let each of them do what it does."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A whole burst, without its suffix; ``tick_ms`` is when its last key was pressed.

    ``us`` is empty when it is unknown or no other than ``text``.
    """

    text: str
    us: str
    tick_ms: int


class Wedge:
    """Takes every key, and gives it back at most once: as typed, or within a code."""

    def __init__(self, habits: ScannerHabits | None = None) -> None:
        self.habits = habits or ScannerHabits()
        self._ends = (
            {Kind.ENTER, Kind.TAB} if self.habits.suffix is Suffix.TAB else {Kind.ENTER}
        )
        self._held: list[Key] = []
        self._count = 0
        self._last_ms = 0
        self._read_ms: int | None = None

    @property
    def holding(self) -> bool:
        return bool(self._held)

    @property
    def reading(self) -> bool:
        """Too many keys are held for a hand: whatever follows, this is a scan."""
        return self._count >= self.habits.least

    def press(self, key: Key) -> tuple[Typed | Read, ...]:
        """What is known now. A key that is in no answer is held, or belonged to a code."""
        follows = within(self.habits.gap_ms, self._last_ms, key.tick_ms)
        settled = () if follows else self.silence()
        return settled + self._take(key)

    def silence(self) -> tuple[Typed | Read, ...]:
        """Nothing followed: what the keys held so far have been."""
        if not self._held:
            return ()
        return (self._read(self._held) if self.reading else self._typed(),)

    def _take(self, key: Key) -> tuple[Typed | Read, ...]:
        if not self._held and self._is_by_hand(key):
            return (Typed((key,)),)
        if not self._held and key.kind in {Kind.ENTER, Kind.TAB, Kind.ALT_UP}:
            return ()
        self._hold(key)
        if key.kind is Kind.HAND and self._count <= self.habits.least:
            return (self._typed(),)
        if key.kind not in self._ends:
            return ()
        return (self._read(self._held[:-1]) if self.reading else self._typed(),)

    def _is_by_hand(self, key: Key) -> bool:
        """Whether a key that begins something new can only have been pressed by a person."""
        if key.kind in {Kind.ENTER, Kind.TAB}:
            read_ms = self._read_ms
            return read_ms is None or not within(self.habits.tail_ms, read_ms, key.tick_ms)
        return key.repeated

    def _hold(self, key: Key) -> None:
        self._last_ms = key.tick_ms
        self._count += key.kind is not Kind.ALT_UP
        # One more than the longest code is enough to know that it was too long.
        if len(self._held) <= LONGEST or key.kind in self._ends:
            self._held.append(key)

    def _typed(self) -> Typed:
        return Typed(self._let_go())

    def _read(self, keys: Iterable[Key]) -> Read:
        text, us = spelled(keys)
        self._read_ms = self._last_ms
        self._let_go()
        return Read(text, "" if us == text else us, self._last_ms)

    def _let_go(self) -> tuple[Key, ...]:
        held = tuple(self._held)
        self._held.clear()
        self._count = 0
        return held


def within(limit_ms: int, before_ms: int, after_ms: int) -> bool:
    """Whether two event times lie so close together. X counts to 2^32 ms and starts again."""
    return abs((after_ms - before_ms + 2**31) % 2**32 - 2**31) <= limit_ms


def no_later(tick_ms: int, limit_ms: int) -> bool:
    """Whether ``tick_ms`` is at ``limit_ms`` or before it, on that same clock."""
    return (limit_ms - tick_ms) % 2**32 < 2**31


def spelled(keys: Iterable[Key]) -> tuple[str, str]:
    """Both readings of ``keys``; the second is empty unless every letter of it is known."""
    letters = list(_letters(keys))
    text = "".join(typed for typed, _ in letters)
    known = all(us for _, us in letters)
    return text, "".join(us for _, us in letters) if known else ""


def _letters(keys: Iterable[Key]) -> Iterator[tuple[str, str]]:
    number = ""
    for key in keys:
        if key.kind is Kind.ALT_DIGIT:
            number += key.text
            continue
        if number:
            yield _by_number(number), _by_number(number)
            number = ""
        if key.kind in {Kind.TEXT, Kind.TAB}:
            yield key.text, key.us
    if number:
        yield _by_number(number), _by_number(number)


def _by_number(number: str) -> str:
    """The character of Alt+``number``: "029" is GS."""
    return chr(int(number) % 256)
