"""The palette: everything can be read at arm's length."""

import pytest
from PySide6.QtGui import QColor

from packstation.ui import look

PAIRS = [
    *((ink, ground) for ink in (look.INK, look.SOFT) for ground in (look.PAPER, look.CARD)),
    *((look.INK, ground) for ground in (look.OK_SOFT, look.CHIP, look.NOTE, look.MOUNT)),
    *((look.SOFT, ground) for ground in (look.SHADE, look.ACT_SOFT, look.OK_SOFT, look.NOTE)),
    *((look.ACT, ground) for ground in (look.CARD, look.PAPER, look.ACT_SOFT)),
    *((look.OK, ground) for ground in (look.CARD, look.PAPER, look.OK_SOFT)),
    *((look.WARN, ground) for ground in (look.CARD, look.PAPER, look.WARN_SOFT)),
    *((look.STOP, ground) for ground in (look.CARD, look.PAPER, look.STOP_SOFT)),
    *((look.WHITE, ground) for ground in (look.ACT, look.STOP, look.NIGHT, look.OK)),
    (look.WARN_INK, look.WARN_SOFT),
    (look.DIM, look.RESTING),
    (look.SOFT, look.RESTING),
    (look.HONEY, look.NIGHT),
]


@pytest.mark.parametrize("ink, ground", PAIRS)
def test_contrast_is_enough(ink: str, ground: str) -> None:
    assert _contrast(ink, ground) >= 4.5


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
