"""One code as it came from the scanner, before anything is taken off it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from packstation.devices.habits import ScannerHabits
from packstation.devices.text import clean
from packstation.devices.wedge import Key, Kind, Read, Wedge, spelled
from packstation.domain.scanner_findings import Ending

_ENDINGS: Final = {
    (): Ending.NONE,
    (Kind.ENTER,): Ending.ENTER,
    (Kind.ENTER, Kind.ENTER): Ending.CR_LF,
    (Kind.TAB,): Ending.TAB,
}


@dataclass(frozen=True, slots=True)
class Heard:
    """``text`` is what this computer's layout made of it, ``us`` what a US keyboard types.

    ``us`` is None where nobody can tell. ``pause_ms`` is the longest between two keys. A
    scanner on a serial line presses no ``keys``: what it sends is complete as it comes, and
    its ``ending`` is None.
    """

    text: str
    us: str | None = None
    ending: Ending | None = None
    pause_ms: int = 0
    keys: tuple[Key, ...] = ()

    def through(self, habits: ScannerHabits) -> tuple[str, ...]:
        """The readings the bench would get of it, as a wedge of these ``habits`` takes it.

        None at all when the wedge would take it for typing, or for more than one code.
        """
        if not self.keys:
            return (clean(self.text).text,)
        wedge = Wedge(habits)
        answers = [it for key in self.keys for it in wedge.press(key)] + [*wedge.silence()]
        match answers:
            case [Read(text, us)]:
                bare = habits.bare(text, self.us or us)
                return tuple(clean(it).text for it in bare if it)
            case _:
                return ()


def heard(keys: Sequence[Key], us: str = "") -> Heard:
    """``keys``, in any order; ``us`` as the system tells of them, where it does."""
    pressed = tuple(sorted(keys, key=lambda it: it.tick_ms))
    body = list(pressed)
    while body and body[-1].kind in {Kind.ENTER, Kind.TAB}:
        body.pop()
    kinds = tuple(it.kind for it in pressed[len(body) :])
    text, second = spelled(body)
    us = us.rstrip("\t") or second
    pauses = (b.tick_ms - a.tick_ms for a, b in pairwise(body))
    return Heard(
        text,
        us or None,
        _ENDINGS.get(kinds, Ending.SEVERAL),
        max(pauses, default=0),
        pressed,
    )
