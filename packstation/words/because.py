"""Why a touch is suggested, what its note may mention, and why another is not: in words."""

from packstation.domain.guards import Why
from packstation.domain.plans import Lost
from packstation.domain.touches import Reason, Suggestion, TalkingPoint
from packstation.words.card_phrases import ordinal
from packstation.words.reasons import shorten, told
from packstation.words.words import Words

_LONGEST, _NAME = 90, 40
_SAME_STORY = {
    "customer.days_since_previous": "absence",
    "customer.lapse_state": "absence",
    "incident.open": "incident",
    "incident.recovery_owed": "incident",
    "incident.cause": "incident",
    "incident.days_since_solved": "incident",
}
"""Facts of which one is enough: two would say the same twice."""


def because(suggestion: Suggestion, words: Words) -> str:
    """One line of at most 90 characters, in lower case: it follows the touch's name."""
    reasons = _one_of_each_story(suggestion.because)
    texts = list(dict.fromkeys(told(reason, words) for reason in reasons))
    if not texts:
        return words("because it goes into every parcel these days")
    first, *others = texts
    for other in others:
        both = words("because {reason} and {other}", reason=first, other=other)
        if len(both) <= _LONGEST:
            return both
    return shorten(words("because {reason}", reason=first), _LONGEST)


def _one_of_each_story(reasons: tuple[Reason, ...]) -> list[Reason]:
    stories: dict[str, Reason] = {}
    for reason in reasons:
        stories.setdefault(_SAME_STORY.get(reason.fact, reason.fact), reason)
    return list(stories.values())


def point(talking_point: TalkingPoint, words: Words) -> str:
    """What the note may mention, said to whoever writes it."""
    about = shorten(talking_point.about, _NAME)
    match talking_point.key:
        case "recovery" if about:
            return words("that we are sorry about “{what}”, and what we did", what=about)
        case "recovery":
            return words("that we are sorry about last time, and what we did")
        case "promise_kept":
            return words("that we keep our word, if it is in the box: {what}", what=about)
        case "first_order":
            return words("that a first order is a joy to us")
        case "second_order":
            return words("that choosing us again means a lot")
        case "milestone":
            nth = ordinal(int(about), words)
            return words("that this is the {nth} order, and how much we value it", nth=nth)
        case "returning":
            return words("that it is good to have this customer back")
        case "favourite":
            return words("that “{what}” is in it, one of the favourites", what=about)
        case "message":
            return words("thanks for the message that came with the order")
        case "gift_safe":
            return words("a warm wish for whoever opens it, with no word of the order")
        case other:
            msg = f"no words for the talking point {other!r}"
            raise ValueError(msg)


def why_not(lost: Lost, words: Words, by: str = "") -> str:
    """Why something is not suggested; ``by`` is the name of what goes in instead."""
    match lost.why:
        case Why.NO_EXTRAS:
            return words("this customer prefers no extras")
        case Why.NO_PERSONALISATION:
            return words("this customer wants nothing personal")
        case Why.AUDIENCE:
            return words("somebody else may open it")
        case Why.OPEN_DISPUTE:
            return words("first something has to be put right")
        case Why.DIET:
            return words("a limit is noted")
        case Why.FOOD_LABEL:
            return words("nobody has noted what is in it")
        case Why.NO_SUCH_TOUCH:
            return words("the shop does not keep it")
        case Why.OUT_OF_STOCK:
            return words("there is none left")
        case Why.COOL_DOWN:
            return words("the last time was not long ago")
        case Why.OFTEN_ENOUGH:
            return words("it has gone out often enough")
        case Why.MANY_LATELY:
            return words("there were many touches this year")
        case Why.SAME_AS_LAST:
            return words("it would be the same as last time")
        case Why.LADDER:
            return words("it would be less than last time")
        case Why.LESS_SUITED if by:
            return words("{other} suits better", other=shorten(by, _NAME))
        case Why.LESS_SUITED:
            return words("another one suits better")
        case Why.OUTRANKED if by:
            return words("“{other}” comes first", other=shorten(by, _NAME))
        case Why.OUTRANKED:
            return words("something else comes first")
        case Why.NOT_TOGETHER if by:
            return words("it does not go with “{other}”", other=shorten(by, _NAME))
        case Why.NOT_TOGETHER:
            return words("it does not go with the rest")
        case Why.ENOUGH:
            return words("the parcel has enough already")
