"""The reasons of a parcel's touches, line by line: what there is no room for is counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from packstation.ui.lettering import Run, height_of
from packstation.ui.look import BIG_TEXT_BOLD, INK, SEMIBOLD, SMALL, SOFT, TEXT_BOLD, Type
from packstation.words.why_told import Passed, Reasoned, Told
from packstation.words.words import Words

INDENT: Final = 26.0
APART, SECTION, NEAR = 14.0, 18.0, 3.0
AIRY: Final = Type(20, leading=1.35)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a few; ``above`` is what lies between it and the one before."""

    runs: tuple[Run, ...]
    above: float = NEAR
    most: int = 2
    indented: bool = False
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """How many there is room for: of a touch's conditions, and of the rules that lost."""

    leaves: int
    lost: int
    near: int
    name: Type = TEXT_BOLD
    text: Type = SMALL


MEASURES: Final = (
    Measure(9, 4, 3, BIG_TEXT_BOLD, AIRY),
    Measure(9, 4, 3),
    Measure(9, 3, 2),
    Measure(9, 2, 2),
    Measure(6, 2, 1),
    Measure(4, 1, 1),
    Measure(3, 1, 1),
    Measure(2, 1, 1),
    Measure(2, 1, 0),
    Measure(1, 1, 0),
    Measure(1, 0, 0),
    Measure(0, 0, 0),
)
"""From roomy to bare: what speaks for a touch goes last."""


ALL: Final = Measure(99, 99, 99)


def height(line: Line, width: float) -> float:
    inner = width - (INDENT if line.indented else 0.0)
    return line.above + height_of(line.runs, inner, line.most)


def fitting(told: Told, room: QRectF, words: Words) -> tuple[Line, ...]:
    """As much of ``told`` as there is room for."""
    lines: tuple[Line, ...] = ()
    for measure in MEASURES:
        lines = tuple(_lines(told, measure, words))
        if sum(height(line, room.width()) for line in lines) <= room.height():
            return lines
    return lines


def read(told: Told, words: Words) -> tuple[str, ...]:
    """All of it, for whoever listens."""
    lines = _lines(told, ALL, words)
    return tuple("".join(run.text for run in line.runs) + "." for line in lines)


def _lines(told: Told, measure: Measure, words: Words) -> Iterator[Line]:
    for n, touch in enumerate(told.touches):
        yield from _of_touch(touch, measure, words, above=APART if n else 0.0)
    yield from _passed(words("Also matched"), told.lost, (measure.lost, measure.text), words)
    yield from _passed(words("Only just not"), told.near, (measure.near, measure.text), words)


def _of_touch(
    touch: Reasoned, measure: Measure, words: Words, *, above: float
) -> Iterator[Line]:
    shown = _shown(len(touch.leaves), measure.leaves)
    rest = len(touch.leaves) - shown
    head = Run(touch.touch, measure.name), Run(f" — {touch.rule}", measure.text, SOFT)
    if rest and not shown:
        reasons = words.n("{n} reason", "{n} reasons", rest)
        yield Line((*head, Run(f" · {reasons}", measure.text, SOFT)), above)
        return
    yield Line(head, above)
    for leaf in touch.leaves[:shown]:
        runs = (Run(leaf.asked, measure.text), Run(f" {leaf.found}", measure.text, SOFT))
        yield Line(runs if leaf.found else runs[:1], indented=True, ticked=True)
    if rest:
        more = words.n("and {n} more reason", "and {n} more reasons", rest)
        yield Line((Run(more, measure.text, SOFT),), indented=True, most=1)


def _passed(
    title: str, passed: tuple[Passed, ...], room: tuple[int, Type], words: Words
) -> Iterator[Line]:
    if not passed:
        return
    most, size = room
    head = Run(title, Type(size.size, SEMIBOLD, leading=size.leading), SOFT)
    counted = words.n("{n} rule", "{n} rules", len(passed))
    all_told = len(passed) <= most
    yield Line((head,) if all_told else (head, Run(f" · {counted}", size, SOFT)), SECTION)
    for it in passed[:most]:
        yield Line(_told_of(it, size))


def _shown(count: int, most: int) -> int:
    """The last one is told: to say that there is one more takes as much room."""
    return count if count <= most + 1 and most else min(count, most)


def _told_of(it: Passed, size: Type) -> tuple[Run, ...]:
    wanted = f" {it.wanted}" if it.wanted else ""
    why = f" — {it.why}" if it.why else ""
    parts = (Run(it.rule, size, INK), Run(wanted, size, SOFT), Run(why, size, INK))
    return tuple(part for part in parts if part.text)
