"""How much room the card of the next piece takes: as much for every piece of an order."""

import re
from functools import lru_cache
from typing import Final

from packstation.domain.orders import Order, OrderLine, Policy
from packstation.ui.lettering import Run, height_of, width_of
from packstation.ui.look import NAME, TEXT, WARN_INK

EDGES, PICTURE = 19.0, 168.0
NOTE_LINES: Final = 3
NAME_LINE: Final = NAME.size * NAME.leading
UNDER_LINE: Final = 25.0
LIKELY_WIDEST: Final = 3


def height_for(order: Order, width: float) -> float:
    """How high the card is for the whole of ``order``, so that it does not jump inside it."""
    inner = width - PICTURE - 20 - 2 * EDGES
    names = _longest({line.product.name for line in order.lines})
    second = NAME_LINE if any(width_of(Run(it, NAME)) > inner for it in names) else 0
    second += UNDER_LINE if any(_tells_more(line) for line in order.lines) else 0
    notes = _longest({line.note for line in order.lines if line.note})
    note = max((note_room(it, width) for it in notes), default=0.0)
    return PICTURE + 2 * EDGES + second + note


@lru_cache
def with_unit(name: str) -> str:
    """``name`` with each number on the line of its unit: "100 g"."""
    return re.sub(r"(?<=\d) (?=[^\W\d_]{1,2}\b)", "\N{NO-BREAK SPACE}", name)


def _tells_more(line: OrderLine) -> bool:
    """Whether there will be more to say of it than SKU and variant."""
    plain = line.product.policy is Policy.EACH and not line.product.asks
    return bool(line.kit) or not plain


def _longest(texts: set[str]) -> list[str]:
    """Measuring 200 texts is slow, and only the longest can be the widest."""
    return sorted(texts, key=len)[-LIKELY_WIDEST:]


def note_room(note: str, width: float) -> float:
    """What a note takes at the foot of the card, with the gap above it."""
    return height_of(note_set(note), width - 2 * EDGES - 28, NOTE_LINES) + 11 + 6


def note_set(note: str) -> tuple[Run, ...]:
    return (Run(note, TEXT, WARN_INK),)
