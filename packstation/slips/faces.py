"""The bundled typefaces: which of them has a letter, and how wide it is there."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from packstation.places import resources
from packstation.slips.clusters import clusters
from packstation.slips.coverage import REGULAR, Family

# Fonts and drawings are stored as the bytes they are, not as text a quarter longer.
rl_config.useA85 = 0

SEMI_BOLD: Family = ("Inter-SemiBold", "DejaVuSans-Bold", "DejaVuSans")
BOLD: Family = ("Inter-Bold", "DejaVuSans-Bold", "DejaVuSans")
FIGURES: Family = ("InterTabular-Regular", "DejaVuSans")

# Inter's accents wait for a shaping engine to put them over their letter. DejaVu's are drawn
# so that they stand right by themselves.
_PLACES_MARKS = {"DejaVuSans", "DejaVuSans-Bold"}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file, ready to draw."""

    name: str
    letters: frozenset[str]
    widths: dict[str, float]
    """Of a letter at size 1."""


@lru_cache
def face(name: str) -> Face:
    """The face of ``name``, read from its file once."""
    font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(font)
    letters = {chr(code) for code in font.face.charToGlyph if code}
    if name not in _PLACES_MARKS:
        letters = {letter for letter in letters if not unicodedata.combining(letter)}
    default = font.face.defaultWidth
    widths = {it: font.face.charWidths.get(ord(it), default) / 1000 for it in letters}
    return Face(name, frozenset(letters), widths)


def warm() -> None:
    """Read every face now, so that the first slip is drawn as fast as the next."""
    for name in {*REGULAR, *SEMI_BOLD, *BOLD, *FIGURES}:
        face(name)


def home(cluster: str, family: Family) -> Face | None:
    """The first face that has the whole of ``cluster``, or else its first letter."""
    for name in family:
        if face(name).letters.issuperset(cluster):
            return face(name)
    return next((face(name) for name in family if cluster[0] in face(name).letters), None)


def runs(text: str, family: Family) -> list[tuple[Face, str]]:
    """``text`` as stretches that one face draws; what no face has is left out."""
    first = face(family[0])
    if first.letters.issuperset(text):
        return [(first, text)]
    housed = [(home(it, family) or first, it) for it in clusters(text)]
    return [
        (owner, "".join(letter for _, it in group for letter in it if letter in owner.letters))
        for owner, group in groupby(housed, key=lambda pair: pair[0])
    ]
