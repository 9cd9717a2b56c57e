"""What is said of letters that no slip can show yet, where an owner types them."""

from typing import Final

from packstation.words.legible import legible
from packstation.words.words import Words

_NAMED: Final = 12


def left_out(letters: tuple[str, ...], words: Words) -> str:
    """In a list of what is missing; empty where every letter can be shown."""
    if not letters:
        return ""
    return words("slips leave out {letters}", letters=_named(letters))


def slips_leave_out(letters: tuple[str, ...], words: Words) -> str:
    """The same as a sentence."""
    if not letters:
        return ""
    return words(
        "Slips cannot show these letters yet, and leave them out: {letters}",
        letters=_named(letters),
    )


def _named(letters: tuple[str, ...]) -> str:
    more = ("…",) if len(letters) > _NAMED else ()
    return legible(" ".join(letters[:_NAMED] + more))
