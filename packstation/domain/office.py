"""What the owner's side of the window has in common: chapters, and who may open them."""

from dataclasses import dataclass
from enum import Enum


class Chapter(Enum):
    """A page of the office; the first six are the steps of a shop's first hour."""

    SHOP = "shop"
    PEOPLE = "people"
    PRINTER = "printer"
    SCANNER = "scanner"
    ORDERS = "orders"
    PRACTICE = "practice"
    CODES = "codes"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class MayNot:
    """The errand was not done: only the owner may ask for it."""

    errand: object


@dataclass(frozen=True, slots=True)
class CameToNothing:
    """The errand was not done: something of ours failed, and the window says so."""

    errand: object
