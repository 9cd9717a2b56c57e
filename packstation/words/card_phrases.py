"""What the bench says of a customer and an order: facts in words, five seconds long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from packstation.domain.customers import CustomerCard, Incident, Lapse
from packstation.domain.orders import (
    FRAGILE,
    GIFT,
    NO_INVOICE,
    NO_PLASTIC,
    PICKUP,
    REFUNDED,
    Opener,
    Order,
)
from packstation.domain.scans import Reply
from packstation.domain.touches import Touch, TouchKind
from packstation.words.words import Words

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 60, 700
"""Days from which a span is told in weeks, months and years."""
_DAYS_A_MONTH_NAME_IS_CLEAR: Final = 330


@dataclass(frozen=True, slots=True)
class Banner:
    """Something to be careful of: the sentence itself, and what follows from it."""

    headline: str
    rest: str = ""


# ---- the customer


def history(card: CustomerCard, words: Words) -> str:
    """The line of facts under the name."""
    if card.no_personalisation:
        return ""
    if card.order_number == 1:
        return words("First order. Nothing to remember yet: a good start.")
    facts = [words("{nth} order", nth=ordinal(card.order_number, words))]
    if card.since is not None:
        facts.append(words("with us since {month}", month=words.month_year(card.since)))
    facts.extend(_rhythm(card, words))
    return " · ".join(facts)


def _rhythm(card: CustomerCard, words: Words) -> list[str]:
    if card.lapse is Lapse.RETURNING and card.days_since_previous is not None:
        return [words("back after {time}", time=span(card.days_since_previous, words))]
    if card.cadence_days is not None:
        return [words("comes back {often}", often=every(card.cadence_days, words))]
    return []


def ordinal(number: int, words: Words) -> str:
    """Such as "4th", "4.º"."""
    if number % 100 in {11, 12, 13}:
        return words("{n}th", n=number)
    match number % 10:
        case 1:
            return words("{n}st", n=number)
        case 2:
            return words("{n}nd", n=number)
        case 3:
            return words("{n}rd", n=number)
        case _:
            return words("{n}th", n=number)


def span(days: int, words: Words) -> str:
    """A stretch of time as one would say it: "5 months"."""
    if days < _WEEKS_FROM:
        return words.n("{n} day", "{n} days", days)
    if days < _MONTHS_FROM:
        return words.n("{n} week", "{n} weeks", round(days / 7))
    if days < _YEARS_FROM:
        return words.n("{n} month", "{n} months", round(days / 30.44))
    return words.n("{n} year", "{n} years", round(days / 365.25))


def every(days: int, words: Words) -> str:
    """How often, as one would say it: "every 5 months"."""
    if days < _WEEKS_FROM:
        return words.n("every day", "every {n} days", max(1, days))
    if days < _MONTHS_FROM:
        return words.n("every week", "every {n} weeks", round(days / 7))
    if days < _YEARS_FROM:
        return words.n("every month", "every {n} months", round(days / 30.44))
    return words.n("every year", "every {n} years", round(days / 365.25))


def limits(card: CustomerCard, words: Words) -> tuple[str, ...]:
    """What must not go in, one chip each; the loudest first."""
    wishes = (
        (card.no_extras, words("No extras")),
        (card.no_personalisation, words("Nothing personal")),
    )
    return (
        *(_limit(code, words) for code in card.limits),
        *(text for wished, text in wishes if wished),
    )


def _limit(code: str, words: Words) -> str:
    known = {
        "nuts": words("No nuts"),
        "peanuts": words("No peanuts"),
        "gluten": words("No gluten"),
        "milk": words("No milk"),
        "lactose": words("No lactose"),
        "eggs": words("No egg"),
        "soy": words("No soy"),
        "sesame": words("No sesame"),
        "celery": words("No celery"),
        "mustard": words("No mustard"),
        "sulphites": words("No sulphites"),
        "lupin": words("No lupin"),
        "fish": words("No fish"),
        "crustaceans": words("No crustaceans"),
        "molluscs": words("No molluscs"),
        "alcohol": words("No alcohol"),
        "sugar": words("No sugar"),
        "gelatine": words("No gelatine"),
        "meat": words("No meat"),
        "vegan": words("Vegan only"),
        "vegetarian": words("Vegetarian only"),
    }
    return known.get(code, words("Without: {what}", what=code))


def incident(card: CustomerCard, today: date, words: Words) -> Banner | None:
    """What went wrong with an earlier parcel and is not made good yet."""
    told = card.incident
    if told is None or told.healed:
        return None
    cause, care = _cause(told.cause, words)
    headline = f"{cause}: {told.product}" if told.product else cause
    return Banner(headline, f"({_month(told, today, words)}). {_solved(told, words)} {care}")


def _cause(code: str, words: Words) -> tuple[str, str]:
    known = {
        "missing": (
            words("Last time a piece was missing"),
            words("Today: count everything twice."),
        ),
        "wrong": (
            words("Last time another piece arrived"),
            words("Today: compare size and colour twice."),
        ),
        "damaged": (
            words("Last time something arrived broken"),
            words("Today: double padding and a photo."),
        ),
        "late": (
            words("Last time the parcel was late"),
            words("Today: let it leave on time."),
        ),
        "quality": (
            words("Last time something was not good enough"),
            words("Today: look every piece over."),
        ),
    }
    other = (
        words("Last time something went wrong"),
        words("Today: a second look at everything."),
    )
    return known.get(code, other)


def _month(told: Incident, today: date, words: Words) -> str:
    recent = (today - told.reported_on).days < _DAYS_A_MONTH_NAME_IS_CLEAR
    return words.month(told.reported_on) if recent else words.month_year(told.reported_on)


def _solved(told: Incident, words: Words) -> str:
    match told.solved_after_days:
        case None:
            return words("Not solved yet.")
        case 0:
            return words("Solved the same day.")
        case days:
            return words.n("Solved in {n} day.", "Solved in {n} days.", days)


def promise(card: CustomerCard, words: Words) -> Banner | None:
    """What a colleague promised, and is still owed."""
    return Banner(words("Promised:"), card.promise) if card.promise else None


def said_before(card: CustomerCard, words: Words) -> str:
    """The last note's first words, so that they are not said again."""
    return words("Said before: “{words}”", words=card.last_note) if card.last_note else ""


def language(code: str, words: Words) -> str:
    """The language's name; a code nobody here knows, to the letter."""
    known = {
        "es": words("Spanish"),
        "en": words("English"),
        "fr": words("French"),
        "de": words("German"),
        "it": words("Italian"),
        "pt": words("Portuguese"),
        "nl": words("Dutch"),
        "ca": words("Catalan"),
        "eu": words("Basque"),
        "gl": words("Galician"),
    }
    return known.get(code, code)


# ---- the order


def flags(order: Order, words: Words) -> tuple[str, ...]:
    """What changes how to pack, and who opens it."""
    return (*flag_names(order.flags, words), *_opener(order, words))


def flag_names(told: Iterable[str], words: Words) -> tuple[str, ...]:
    """What a shop has of its own, to the letter."""
    known = {
        GIFT: words("IT IS A GIFT"),
        NO_INVOICE: words("NO INVOICE IN THE BOX"),
        NO_PLASTIC: words("PAPER FILLING, NO PLASTIC"),
        FRAGILE: words("FRAGILE"),
        PICKUP: words("SOMEBODY COMES FOR IT"),
        REFUNDED: words("PART WAS REFUNDED: ASK WHAT STILL GOES"),
    }
    return tuple(known.get(flag, flag) for flag in told)


def mark(name: str, words: Words) -> str:
    """A flag as one speaks of it; what a shop has of its own, to the letter."""
    known = {
        GIFT: words("gift"),
        NO_INVOICE: words("no invoice"),
        NO_PLASTIC: words("no plastic"),
        FRAGILE: words("fragile"),
        PICKUP: words("somebody comes for it"),
        REFUNDED: words("part was refunded"),
    }
    return known.get(name, name)


def _opener(order: Order, words: Words) -> list[str]:
    match order.opener:
        case Opener.BUYER:
            return []
        case Opener.RECIPIENT if order.recipient:
            return [words("OPENED BY {name}", name=order.recipient)]
        case Opener.RECIPIENT:
            return [words("OPENED BY SOMEBODY ELSE")]
        case Opener.UNKNOWN:
            return [words("WHO OPENS IT IS NOT KNOWN")]


def counted(done: int, pieces: int, words: Words) -> str:
    """How far the box is."""
    return words.n("{done} of {n} piece", "{done} of {n} pieces", pieces, done=done)


def bench(name: str, words: Words) -> str:
    return words("Bench {name}", name=name) if name else ""


# ---- the touches


def answers(kind: TouchKind, words: Words) -> tuple[str, str]:
    """What stands on the button, and what is said once it was pressed."""
    match kind:
        case TouchKind.NOTE:
            return words("Written"), words("written")
        case TouchKind.TREAT | TouchKind.CARD:
            return words("Add it"), words("goes in")
        case TouchKind.BOX:
            return words("Use it"), words("in use")
        case TouchKind.CHECK:
            return words("Done"), words("done")


def answered(touch: Touch, reply: Reply, words: Words) -> str:
    """What became of ``touch``, by its name."""
    became = words("not today") if reply is Reply.NOT_TODAY else answers(touch.kind, words)[1]
    return words("{touch}: {answer}", touch=touch.name(words.language), answer=became)
