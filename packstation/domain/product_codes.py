"""What an owner asks of the products' codes: which are missing, shared, or taught."""

from dataclasses import dataclass, field
from typing import Final

from packstation.domain.codes import LearnedCode
from packstation.domain.product_labels import ProductLabel

PAGE: Final = 50
"""Rows that are read at once; more when somebody scrolls to their end."""
MOST_LABELS: Final = 1050
"""Of one paper: fifty sheets of 21."""
MOST_SHARED: Final = 20
"""Codes of several products that are named; the others follow when these are mended."""

MOST_BEARERS: Final = 6
"""Products of one code that are named."""


@dataclass(frozen=True, slots=True)
class LookAtCodes:
    """An errand: how much there is of everything."""


@dataclass(frozen=True, slots=True)
class ListBare:
    """An errand: products that carry no code of their maker's, the latest first.

    ``labelled``: those that have a label of ours. ``before``: where the last answer ended.
    """

    labelled: bool = False
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ListShared:
    """An errand: codes that several products have."""


@dataclass(frozen=True, slots=True)
class ListTaught:
    """An errand: codes that were taught at a bench, the latest first."""

    before: int | None = None


@dataclass(frozen=True, slots=True)
class PrintLabels:
    """An errand. Without ``skus``: for the first that have neither code nor label."""

    skus: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ForgetCode:
    """An errand: nobody knows any more what was taught."""

    id: int


@dataclass(frozen=True, slots=True)
class LetTeach:
    """An errand: who may say what an unknown code is, everybody or the owner alone."""

    by_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesCounted:
    bare: int
    """Products with nothing on them that could be scanned."""
    labelled: int
    """Products with a label of ours and nothing else."""
    shared: int
    """Codes of several products, up to MOST_SHARED."""
    taught: int
    by_all: bool
    """Whether everybody who packs may teach."""


@dataclass(frozen=True, slots=True)
class BareListed:
    """``before``: what the next question begins with; None: there is no more."""

    errand: ListBare
    products: tuple[ProductLabel, ...]
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """A product that has a code which others have too; ``source`` says from where."""

    sku: str
    name: str
    variant: str
    source: str


@dataclass(frozen=True, slots=True)
class SharedCode:
    """``bearers`` are the first MOST_BEARERS; ``more`` is how many others there are."""

    code: str
    bearers: tuple[Bearer, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class SharedListed:
    codes: tuple[SharedCode, ...]


@dataclass(frozen=True, slots=True)
class TaughtCode:
    """``id`` is what ForgetCode names."""

    id: int
    told: LearnedCode


@dataclass(frozen=True, slots=True)
class TaughtListed:
    errand: ListTaught
    codes: tuple[TaughtCode, ...]
    before: int | None = None
    zone: str = field(kw_only=True)
    """Of the shop's clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsPrinted:
    """``skus`` has a label in the paper each, which is where ``where`` says."""

    skus: tuple[str, ...]
    where: str = ""
    trouble: str = ""
    in_folder: bool = False


@dataclass(frozen=True, slots=True)
class CodeForgotten:
    """None: it was forgotten already, perhaps at another bench."""

    code: LearnedCode | None


@dataclass(frozen=True, slots=True)
class TeachingKept:
    by_all: bool


CodeErrand = (
    LookAtCodes | ListBare | ListShared | ListTaught | PrintLabels | ForgetCode | LetTeach
)
CodeNews = (
    CodesCounted
    | BareListed
    | SharedListed
    | TaughtListed
    | LabelsPrinted
    | CodeForgotten
    | TeachingKept
)
