"""What is said of the people who pack here, and why a change of them is refused."""

from packstation.domain.new_pins import Unfit, shortest_pin
from packstation.domain.people import LONGEST_NAME, Person, Refusal
from packstation.words.legible import legible
from packstation.words.letter_phrases import left_out
from packstation.words.pin_phrases import why_unfit
from packstation.words.words import Words


def why_refused(why: Refusal | Unfit, role: str, words: Words) -> str:
    """``role`` of whoever the PIN is for."""
    match why:
        case Refusal.NO_NAME:
            return words("A name is wanted, as it should stand on the slip.")
        case Refusal.NAME_TOO_LONG:
            return words(
                "At most {n} letters, please: the name stands on a slip.", n=LONGEST_NAME
            )
        case Refusal.NAME_TAKEN:
            return words("Somebody here has this name. A letter more tells them apart.")
        case Refusal.LAST_OWNER:
            return words("Somebody must be able to open the office: name another owner first.")
        case Refusal.NOBODY:
            return words("There is no such person here.")
        case _:
            return why_unfit(why, role, words)


def role_name(role: str, words: Words) -> str:
    return words("runs the shop") if role == "owner" else words("packs")


def pin_help(role: str, words: Words) -> str:
    """What is asked of the first PIN of somebody in ``role``."""
    least = shortest_pin(role)
    if role == "owner":
        return words("{n} digits or more: it opens the office.", n=least)
    return words("{n} digits or more. Empty: tapping the name is enough.", n=least)


def pin_is_due(name: str, words: Words) -> str:
    """Said to whoever makes ``name`` an owner."""
    return words(
        "An owner's PIN has {n} digits or more: if {name}'s is shorter, set a new one.",
        n=shortest_pin("owner"),
        name=legible(name),
    )


def own_pin_is_due(words: Words) -> str:
    """Said to an owner who has come in by a PIN that is too short for one."""
    return words(
        "Your PIN is short: an owner's has {n} digits or more. Set a new one under Who packs.",
        n=shortest_pin("owner"),
    )


def state_of(person: Person, words: Words) -> str:
    """What to know of ``person`` in a list: role, and what is still missing."""
    if not person.active:
        return words("has left")
    missing = (
        role_name(person.role, words),
        "" if person.has_pin else words("no PIN"),
        "" if person.signature else words("no signature"),
        left_out(person.unprintable, words),
    )
    return ", ".join(filter(None, missing))
