"""Why a new PIN will not do, in one sentence that says what to do instead."""

from packstation.domain.new_pins import LONGEST, Unfit, shortest_pin
from packstation.words.words import Words


def why_unfit(fault: Unfit, role: str, words: Words) -> str:
    """Names no digit of it: somebody may be looking over the shoulder."""
    match fault:
        case Unfit.NOT_DIGITS:
            return words("A PIN is made of digits only.")
        case Unfit.TOO_SHORT:
            least = shortest_pin(role)
            if role == "owner":
                return words("At least {n} digits, please: this PIN opens everything.", n=least)
            return words("At least {n} digits, please.", n=least)
        case Unfit.TOO_LONG:
            return words("At most {n} digits, please.", n=LONGEST)
        case Unfit.REPEATED:
            return words("The same digits again and again are guessed first. Try others.")
        case Unfit.IN_A_ROW:
            return words("Digits in a row are guessed first. Try others.")
        case Unfit.A_DAY:
            return words("This looks like a birthday or a year, and those are guessed soon.")
        case Unfit.A_NAME:
            return words(
                "This PIN can be guessed: it spells the name on a phone's keys. Try another."
            )
        case Unfit.SCANNED:
            return words(
                "A scanner sent this. A PIN is typed by hand, by the person it belongs to."
            )
