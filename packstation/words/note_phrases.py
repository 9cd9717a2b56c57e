"""What the bench says around a note: why there are no more drafts, why a phrase is refused."""

from packstation.domain.drafts import Short
from packstation.domain.note_volume import TooSmall
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import LONGEST, Place, Refusal
from packstation.domain.touches import TalkingPoint
from packstation.words.because import point
from packstation.words.words import Words


def why_so_few(short: Short, words: Words) -> str:
    match short:
        case Short.NOTHING_TRUE:
            return words("Nothing special to say this time: your name on the slip is enough.")
        case Short.LANGUAGE:
            return words("No phrases in this language yet: your name on the slip is enough.")
        case Short.POINTS:
            return words("The rest has been said within a year, so it is left out.")
        case Short.OPENINGS:
            return words("The other openings were used too often lately.")
        case Short.TEXTS:
            return words("No other text fits: too long, or somebody nearby has it.")


def why_refused(refusal: Refusal, place: Place, words: Words) -> str:
    match refusal:
        case Refusal.EMPTY:
            return words("There are no words in it yet.")
        case Refusal.TOO_LONG:
            most = LONGEST[place]
            return words("Too long for a card: {n} words at most.", n=most)
        case Refusal.NOT_PLAIN:
            return words("Only plain words, on one line: no braces, signs or links.")
        case Refusal.NO_POINT:
            return words("Say first what it is about.")


def place_name(place: Place, words: Words) -> str:
    match place:
        case Place.OPENING:
            return words("How it begins")
        case Place.POINT:
            return words("What it tells")
        case Place.CLOSING:
            return words("How it ends")


def opener_noted(opener: Opener, words: Words) -> str:
    match opener:
        case Opener.BUYER:
            return words("The customer opens it: noted")
        case Opener.RECIPIENT:
            return words("Somebody else opens it: noted")
        case Opener.UNKNOWN:
            return words("Nobody knows who opens it: noted")


def will_repeat(found: TooSmall, words: Words) -> str:
    """For the owner: which notes would begin to sound alike, and what would help."""
    about = point(TalkingPoint(found.key), words)
    return words(
        "{language}: {notes} notes that say “{about}” would repeat one another ({chance} %). "
        "{missing} more texts would help.",
        language=found.language,
        notes=found.notes,
        about=about or found.key,
        chance=round(found.chance * 100),
        missing=found.missing,
    )
