"""An order out of a JSON file in our own words, whatever shop it is of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from packstation.domain.intake import LineKind
from packstation.domain.noticed import Doubt


@dataclass(frozen=True, slots=True)
class ToldLine:
    pointer: str
    cells: Mapping[str, str]
    kind: LineKind | None = None
    """Why it does not go into the box; None: it does."""


@dataclass(frozen=True, slots=True)
class Told:
    head: Mapping[str, str]
    lines: tuple[ToldLine, ...]
    names: Mapping[str, str]
    """Our column -> what the JSON calls it, of the order's line or of the order."""
    doubts: tuple[tuple[Doubt, str], ...] = ()


@dataclass(slots=True)
class Doubts:
    """What is noticed while an order is read."""

    found: list[tuple[Doubt, str]] = field(default_factory=list)

    def add(self, doubt: Doubt, text: str = "") -> None:
        self.found.append((doubt, text))


def newness(text: str) -> str:
    """A revision or a time of change as a text that grows with it; empty when it is neither."""
    if text.isascii() and text.isdecimal():
        return f"{text:0>20}"[:40]
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return ""
    try:
        whole = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return ""
    return f"{whole:%Y-%m-%d %H:%M:%S.%f}"
