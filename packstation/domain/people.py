"""The people of a shop as its owner sees them: who is here, who has left, what is missing."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from packstation.domain.new_pins import ChosenPin, Unfit
from packstation.domain.shop import Stroke

LONGEST_NAME: Final = 60
ROLES: Final = ("packer", "owner")
LANGUAGES: Final = ("es", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who packs here, or did."""

    id: int
    name: str
    badge: str
    language: str = "es"
    role: str = "packer"
    signature: tuple[Stroke, ...] = ()
    has_pin: bool = False
    active: bool = True
    unprintable: tuple[str, ...] = ()
    """What of the name no slip can show yet, each letter once."""

    @property
    def is_owner(self) -> bool:
        return self.role == "owner"


class Refusal(Enum):
    """Why nothing was changed."""

    NO_NAME = "no name"
    NAME_TOO_LONG = "name too long"
    NAME_TAKEN = "name taken"
    LAST_OWNER = "last owner"
    NOBODY = "nobody"
    """No such person, or no such role or language."""


@dataclass(frozen=True, slots=True)
class ShowPeople:
    """An errand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """An errand. Without a ``pin`` the name alone signs in."""

    name: str
    pin: ChosenPin | None = None
    language: str = "es"
    role: str = "packer"
    signature: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePerson:
    """An errand."""

    person_id: int
    name: str
    language: str
    role: str


@dataclass(frozen=True, slots=True)
class ChangePin:
    """An errand. None takes it away: the name alone signs in."""

    person_id: int
    pin: ChosenPin | None


@dataclass(frozen=True, slots=True)
class KeepSignature:
    """An errand."""

    person_id: int
    signature: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class RenewBadge:
    """An errand: the old one is lost, and must not sign in any more."""

    person_id: int


@dataclass(frozen=True, slots=True)
class Leave:
    """An errand: this person does not pack here any more; what was signed stays signed."""

    person_id: int


@dataclass(frozen=True, slots=True)
class ComeBack:
    """An errand."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Everybody, those who are here first; ``chosen`` is whom the errand was about.

    ``pin_due``: they own the shop from now on, with a PIN that a packer may have chosen.
    """

    people: tuple[Person, ...]
    chosen: int | None = None
    pin_due: bool = False


@dataclass(frozen=True, slots=True)
class PersonRefused:
    """Nothing was changed."""

    why: Refusal | Unfit


StaffErrand = (
    AddPerson | ChangePerson | ChangePin | KeepSignature | RenewBadge | Leave | ComeBack
)
"""Errands that change who works here, and how."""


def tidy(name: str) -> str:
    """``name`` on one line, without what no eye sees."""
    seen = (it if unicodedata.category(it) not in {"Cc", "Cs", "Cn"} else " " for it in name)
    return " ".join("".join(seen).split())


def fault_of(name: str, others: Iterable[str]) -> Refusal | None:
    """What keeps a tidy ``name`` from being somebody's beside ``others``."""
    if not any(letter.isalnum() for letter in name):
        return Refusal.NO_NAME
    if len(name) > LONGEST_NAME:
        return Refusal.NAME_TOO_LONG
    taken = {_folded(it) for it in others}
    return Refusal.NAME_TAKEN if _folded(name) in taken else None


def _folded(name: str) -> str:
    """As an eye tells names apart: it sees no joiner and no turn of the writing."""
    seen = (it for it in name if unicodedata.category(it) != "Cf")
    return unicodedata.normalize("NFKC", "".join(seen)).casefold()
