"""Colours, type and sizes: the one vocabulary all screens are drawn with.

Everything is said in the units of a screen of 1366 by 768. A larger screen is the same,
larger: 1920 by 1080 is 1.4 times this one.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from packstation.places import resources

WIDTH: Final = 1366
HEIGHT: Final = 768
SMALLEST: Final = (683, 384)
"""Pixels below which nobody can read it."""

# ---- paper and cards
PAPER: Final = "#FBF8F3"
CARD: Final = "#FFFFFF"
LINE: Final = "#DDD5C7"
EDGE: Final = "#B8AE9C"
"""The border of what can be pressed."""
RESTING: Final = "#E7E1D5"
"""A button that has nothing to do yet."""
SHADE: Final = "#F4EFE5"
"""A row put aside, such as a held order."""
MOUNT: Final = "#EFE8DC"
"""Behind a product's picture."""
CHIP: Final = "#EEE7DA"
NOTE: Final = "#FFFDF3"
NOTE_EDGE: Final = "#CDBB85"
NIGHT: Final = "#22303C"
"""The dark band of flags, and chips that forbid."""
HONEY: Final = "#F3C969"

# ---- ink
INK: Final = "#1F2933"
SOFT: Final = "#52606D"
DIM: Final = "#3E4A55"
"""On RESTING."""
WHITE: Final = "#FFFFFF"

# ---- what a colour means, never without a mark or a word of its own
ACT: Final = "#174A7E"
"""What to do next."""
ACT_SOFT: Final = "#E3EDF7"
OK: Final = "#1B6B42"
OK_SOFT: Final = "#E4F2E9"
OK_EDGE: Final = "#9CCBB0"
WARN: Final = "#7A4E00"
"""Care."""
WARN_INK: Final = "#4A2F00"
WARN_SOFT: Final = "#FBEFD0"
WARN_EDGE: Final = "#D99A16"
STOP: Final = "#A3200D"
STOP_SOFT: Final = "#FBE4DF"

# ---- distances
GUTTER: Final = 22
HEADER: Final = 54
FOOTER: Final = 76
RADIUS: Final = 14
BUTTON: Final = 54
SMALL_BUTTON: Final = 48

REGULAR: Final = 400
SEMIBOLD: Final = 600
BOLD: Final = 700


class Type(NamedTuple):  # a tuple, because every text that is painted looks itself up by it
    """How a text is set: pixels high on a screen of 1366 by 768."""

    size: int
    weight: int = REGULAR
    figures: bool = False
    """All figures equally wide, for columns and for counts that change."""
    leading: float = 1.3


TEXT: Final = Type(19)
TEXT_BOLD: Final = Type(19, BOLD)
BIG_TEXT: Final = Type(20)
BIG_TEXT_BOLD: Final = Type(20, BOLD)
SMALL: Final = Type(18)
SMALL_BOLD: Final = Type(18, SEMIBOLD)
LEAD: Final = Type(23)
LEAD_BOLD: Final = Type(23, BOLD)
PLACE: Final = Type(26, BOLD)
NAME: Final = Type(29, BOLD, leading=1.15)
LABEL: Final = Type(19, BOLD)
"""What stands on a button."""
HERO: Final = Type(56, BOLD, leading=1.05)
"""The one thing to do on a screen that waits."""
FIGURES: Final = Type(20, BOLD, figures=True)
TYPES: Final = (TEXT, TEXT_BOLD, BIG_TEXT, BIG_TEXT_BOLD, SMALL, LEAD, PLACE, NAME, FIGURES)
"""Those that are on the screen all day."""


def install_fonts() -> None:
    """Make our own faces known to Qt."""
    for face in sorted((resources() / "fonts").glob("*.ttf")):
        install_font(face.name)


@lru_cache
def install_font(name: str) -> None:
    """Make one of them known, once: "Inter-Bold.ttf" is all that is painted first."""
    QFontDatabase.addApplicationFont(str(resources() / "fonts" / name))


@lru_cache
def font(type_: Type) -> QFont:
    face = QFont()
    face.setFamilies(["Inter Tabular" if type_.figures else "Inter", "DejaVu Sans"])
    face.setPixelSize(type_.size)
    face.setWeight(QFont.Weight(type_.weight))
    # Unhinted text keeps its proportions, so what fits at one scale fits at every other.
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


@lru_cache
def colour(name: str) -> QColor:
    return QColor(name)


def scale_of(widget: QWidget) -> float:
    """How many pixels one unit is in the window that ``widget`` is part of."""
    window = widget.window()
    return _scale(window.width(), window.height())


@lru_cache
def _scale(width: int, height: int) -> float:
    return max(0.1, min(width / WIDTH, height / HEIGHT))
