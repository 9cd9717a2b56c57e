"""How long a line is on paper, and where it has to break or to end."""

from collections.abc import Iterator
from dataclasses import dataclass

from packstation.slips.clusters import clusters
from packstation.slips.coverage import Family
from packstation.slips.faces import runs

DOTS = "…"
_BARELY = 0.01
"""Points by which a line may be too long: sums of widths are never exact."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: sizes in points, colour as red, green and blue from 0 to 1."""

    family: Family
    size: float
    colour: tuple[float, float, float]
    tracking: float = 0.0
    """Added behind each letter."""


def width(text: str, style: Style) -> float:
    """The length of a printable ``text``, in points."""
    drawn = runs(text, style.family)
    letters = sum(sum(map(face.widths.__getitem__, run)) for face, run in drawn)
    return letters * style.size + len(text) * style.tracking


def fit(text: str, style: Style, room: float) -> str:
    """``text``, or as much of it as fits into ``room`` with dots behind."""
    if width(text, style) <= room + _BARELY:
        return text
    head = _head(tuple(clusters(text)), style, room - width(DOTS, style))
    return head.rstrip(" ,.;:") + DOTS


def wrap(text: str, style: Style, room: float, most: int) -> tuple[str, ...]:
    """``text`` in lines of at most ``room``; when they are more than ``most``, dots end it."""
    lines: list[str] = []
    for line in _lines(text, style, room):
        lines.append(line)
        if len(lines) > most:
            return (*lines[: most - 1], fit(" ".join(lines[most - 1 :]), style, room))
    return tuple(lines)


def _lines(text: str, style: Style, room: float) -> Iterator[str]:
    line = ""
    for word in _words(text, style, room):
        longer = f"{line} {word}" if line else word
        if line and width(longer, style) > room + _BARELY:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(text: str, style: Style, room: float) -> Iterator[str]:
    """The words of ``text``; one longer than ``room`` comes in pieces that fit."""
    for word in text.split(" "):
        if width(word, style) <= room:
            yield word
            continue
        rest = tuple(clusters(word))
        while rest:
            head = _head(rest, style, room) or rest[0]
            yield head
            rest = rest[len(tuple(clusters(head))) :]


def _head(letters: tuple[str, ...], style: Style, room: float) -> str:
    """As many of the first ``letters`` as fit into ``room``."""
    used, head = 0.0, ""
    for letter in letters:
        used += width(letter, style)
        if used > room + _BARELY:
            break
        head += letter
    return head
