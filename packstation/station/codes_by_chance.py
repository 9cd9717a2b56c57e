"""Codes nobody can guess: for badges, and for the commands on a shop's own sheet."""

import secrets
from typing import Final

from packstation.domain.codes import CLEAR_ALPHABET, Kind, own_code

_BADGE: Final = 8
_COMMAND: Final = 6


def new_badge(mark: str) -> str:
    return own_code(mark, Kind.BADGE, by_chance(_BADGE))


def new_command() -> str:
    """The body of a command's code."""
    return by_chance(_COMMAND)


def by_chance(length: int, alphabet: str = CLEAR_ALPHABET) -> str:
    return "".join(secrets.choice(alphabet) for _ in range(length))
