"""Why a touch is suggested, and what its note may mention: in words."""

from packstation.domain.facts import ALIASES
from packstation.domain.touches import Reason, Suggestion, TalkingPoint
from packstation.words.card_phrases import ordinal
from packstation.words.reasons import shorten, told
from packstation.words.words import Words

_LONGEST, _NAME = 90, 40
_SAME_STORY = {
    "customer.days_since_previous": "absence",
    "customer.lapse_state": "absence",
    "customer.lapse_ratio": "absence",
    "customer.birthday": "birthday",
    "customer.birthday_in_days": "birthday",
    "incident.open": "incident",
    "incident.recovery_owed": "incident",
    "incident.last_cause": "incident",
    "incident.severity": "incident",
    "incident.days_since_resolved": "incident",
}
"""Facts of which one is enough: two would say the same twice."""


def because(suggestion: Suggestion, words: Words) -> str:
    """One line of at most 90 characters, in lower case: it follows the touch's name.

    Where not all fits, whole reasons are left out, the later ones first.
    """
    reasons = _one_of_each_story(suggestion.because)
    texts = list(dict.fromkeys(told(reason, words) for reason in reasons))
    if not texts:
        return words("because it goes into every parcel these days")
    for first in texts:
        for other in texts:
            both = words("because {reason} and {other}", reason=first, other=other)
            if first != other and len(both) <= _LONGEST:
                return both
        alone = words("because {reason}", reason=first)
        if len(alone) <= _LONGEST:
            return alone
    return words("because {reason}", reason=words("the rule asks for it"))


def _one_of_each_story(reasons: tuple[Reason, ...]) -> list[Reason]:
    stories: dict[str, Reason] = {}
    for reason in reasons:
        stories.setdefault(_story(reason.fact), reason)
    return list(stories.values())


def _story(key: str) -> str:
    key = ALIASES.get(key, key)
    return _SAME_STORY.get(key, key)


def point(talking_point: TalkingPoint, words: Words) -> str:
    """What the note may mention, said to whoever writes it.

    Empty for a point that this program has no words for, such as one of an old plan.
    """
    return _said(talking_point.key, shorten(talking_point.about, _NAME), words)


def _said(key: str, about: str, words: Words) -> str:
    match key:
        case "recovery" if about:
            return words(
                "that we are sorry about “{what}”, and how we put it right", what=about
            )
        case "recovery":
            return words("that we are sorry about last time, and how we put it right")
        case "promise_kept":
            return words("that we keep our word, if it is in the box: {what}", what=about)
        case "late":
            return words("that we are sorry about the wait")
        case "first_order":
            return words("that a first order is a joy to us")
        case "second_order":
            return words("that choosing us again means a lot")
        case "milestone":
            nth = ordinal(int(about), words)
            return words("that this is the {nth} order, and how much we value it", nth=nth)
        case "returning":
            return words("that it is good to have this customer back")
        case "birthday":
            return words("a happy birthday: this customer told us the day")
        case "favourite":
            return words("that “{what}” is in it, one of the favourites", what=about)
        case "rebuy":
            return words("that “{what}” is in it again", what=about)
        case "message":
            return words("thanks for the message that came with the order")
        case "gift_safe":
            return words("a warm wish for whoever opens it, with no word of the order")
        case _:
            return ""
