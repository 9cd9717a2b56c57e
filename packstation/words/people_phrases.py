"""What is said of the people who pack here, and why a change of them is refused."""

from packstation.domain.new_pins import Unfit
from packstation.domain.people import LONGEST_NAME, Person, Refusal
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


def state_of(person: Person, words: Words) -> str:
    """What to know of ``person`` in a list: role, and what is still missing."""
    if not person.active:
        return words("has left")
    missing = (
        role_name(person.role, words),
        "" if person.has_pin else words("no PIN"),
        "" if person.signature else words("no signature"),
    )
    return ", ".join(filter(None, missing))
