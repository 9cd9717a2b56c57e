"""What a scanner sent, made fit to be looked up: the code without what came along with it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from packstation.domain.codes import LONGEST

# ISO/IEC 15424: a scanner may say first which kind of symbol it read.
_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
# Python counts GS among the spaces; in a code it separates two fields.
_SPACE_AROUND: Final = re.compile(r"^[^\S\x1d]+|[^\S\x1d]+$")

# What is left out would turn one code into another, so each keeps its place, visibly. GS is
# part of codes, and so may TAB be.
_VISIBLE: Final = (
    dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
    | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    | {
        control: chr(0x2400 + control)
        for control in range(1, 0x20)
        if chr(control) not in "\t\x1d"
    }
    | {0x7F: "\N{SYMBOL FOR DELETE}"}
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``text`` keeps its letters as they came, and the separator GS.

    ``cut``: it was longer than LONGEST. ``symbology`` is the AIM identifier, "]C1", or empty.
    """

    text: str
    cut: bool = False
    symbology: str = ""

    @property
    def lookup(self) -> str:
        """The same for looking it up only: full-width letters are letters (NFKC)."""
        return unicodedata.normalize("NFKC", self.text)


def clean(text: str) -> Cleaned:
    """The code in ``text``, without the space around it, AIM identifier and NUL.

    Other control characters and lone surrogates, which no database takes, are shown as signs.
    """
    sent = _SPACE_AROUND.sub("", text.replace("\0", ""))
    identifier = _AIM.match(sent)
    symbology = identifier.group() if identifier else ""
    code = _SPACE_AROUND.sub("", sent[len(symbology) :])
    return Cleaned(code[:LONGEST].translate(_VISIBLE), len(code) > LONGEST, symbology)
