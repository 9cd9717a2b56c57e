"""How a slip looks: one vocabulary of letters, colours and places for all its parts."""

from dataclasses import replace

from packstation.slips.coverage import REGULAR
from packstation.slips.faces import BOLD, FIGURES, SEMI_BOLD
from packstation.slips.measure import Style, width

INK = (0x1F / 255, 0x29 / 255, 0x33 / 255)
SOFT = (0x52 / 255, 0x60 / 255, 0x6D / 255)
LINE = (0xDD / 255, 0xD5 / 255, 0xC7 / 255)
WARM = (0x8A / 255, 0x3A / 255, 0x22 / 255)
PEN = (0x1D / 255, 0x35 / 255, 0x57 / 255)
PALE = (0x7B / 255, 0x87 / 255, 0x94 / 255)

SHOP = Style(BOLD, 16.3, INK, -0.24)
GREETING = Style(BOLD, 15.4, INK, -0.1)
NAME = Style(BOLD, 12.5, INK)
TEXT = Style(REGULAR, 9.1, INK)
FINE = Style(REGULAR, 8.2, INK)
KIT = Style(SEMI_BOLD, 9.1, INK)
COUNT = Style(FIGURES, 9.1, INK)
GIFT = Style(SEMI_BOLD, 9.1, WARM)
ASIDE = Style(REGULAR, 8.2, SOFT)
MARK = Style(SEMI_BOLD, 8.2, WARM)
SMALL = Style(REGULAR, 7.7, SOFT)
HINT = Style(REGULAR, 7.7, PALE)

A5 = (419.53, 595.28)
LEFT, RIGHT = 31.7, A5[0] - 31.7
ROOM = RIGHT - LEFT
FOOT = 531.4
"""Where the fine line above the footer runs."""
LEADING = 11.2
GAP = 14.0


def shrunk(text: str, style: Style, room: float, least: float) -> Style:
    """``style``, smaller where ``text`` would not fit into ``room``, down to ``least``."""
    size = style.size * min(1.0, room / max(width(text, style), 1.0))
    return replace(style, size=max(size, least))
