"""More reasons as clauses: the rest of reasons.py, for the facts that are asked less often.

Of a yes or a no the fact's own clause is said. Amounts and counts of what somebody spent, and
how a person is marked in the shop's books, are never told.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from packstation.domain.facts import fact_of
from packstation.domain.lines import IS, YES, Field
from packstation.domain.operators import FactType, Op
from packstation.domain.touches import Got, Reason
from packstation.words.card_phrases import span
from packstation.words.fact_names import yes_or_no
from packstation.words.values import choice, day
from packstation.words.words import Words

_ONCE: Final = 1
Tells = Callable[[Reason, Words], str]


def told_further(key: str, reason: Reason, words: Words) -> str:
    """The clause; that the rule asks for it, of a rule older than this program."""
    fact = fact_of(reason.fact)
    if fact is not None and fact.type is FactType.BOOL:
        return yes_or_no(reason.fact, words, yes=bool(reason.got))
    tell = _FURTHER.get(key)
    return words("the rule asks for it") if tell is None else tell(reason, words)


def _paid(reason: Reason, words: Words) -> str:
    return words("it was paid {time} ago", time=span(max(0, _number(reason.got)), words))


def _silence(reason: Reason, words: Words) -> str:
    if _number(reason.got) >= _LONG:
        return words("this customer was away longer than usual")
    return words("this customer comes as often as ever")


_LONG: Final = 150


def _since(reason: Reason, words: Words) -> str:
    month = words.month_year(date.fromisoformat(str(reason.got)))
    return words("this customer has been with us since {month}", month=month)


def _mishaps(reason: Reason, words: Words) -> str:
    if _number(reason.got) == 0:
        return words("nothing went wrong this year")
    if _number(reason.got) == _ONCE:
        return words("something went wrong once this year")
    return words("something went wrong more than once this year")


def _times(reason: Reason, words: Words) -> str:
    if _number(reason.got) == 0:
        return words("it has not gone in lately")
    return words("it has gone in lately")


def _reaction(reason: Reason, words: Words) -> str:
    known = {
        "liked": words("the last touch was liked"),
        "negative": words("the last touch was not liked"),
    }
    return known.get(str(reason.got), words("nobody has said anything of a touch yet"))


def _season(reason: Reason, words: Words) -> str:
    got = _texts(reason.got)
    asked = [it for it in got if it in _texts(reason.want)] or got[:1]
    if not asked:
        return words("it is an ordinary time of the year")
    return words("it is the season: {what}", what=choice(str(asked[0]), words))


def _known_lines(reason: Reason, words: Words) -> str:
    new = f"{Field.NEW_CATEGORY.value}{IS}{YES}" in _texts(reason.want)
    if new and reason.op == Op.AT_LEAST_ONE_LINE:
        return words("this customer tries something new")
    return words("it has what the rule looks for")


def _texts(value: Got) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _number(value: Got) -> int:
    return value if isinstance(value, int) else 0


_FURTHER: Final[dict[str, Tells]] = {
    "order.days_since_paid": _paid,
    "lines.where": lambda _, words: words("it has what the rule looks for"),
    "lines.where_kept": lambda _, words: words("it has what the rule looks for"),
    "lines.where_known": _known_lines,
    "customer.lapse_ratio": _silence,
    "customer.since": _since,
    "customer.anniversary_in_days": lambda _, words: words("an anniversary with us is near"),
    "customer.birthday": lambda _, words: words("this customer's birthday is about now"),
    "customer.birthday_in_days": lambda _, words: words(
        "this customer's birthday is about now"
    ),
    "customer.tags": lambda _, words: words("we have it noted of this customer"),
    "incident.severity": lambda _, words: words("something went wrong last time"),
    "incident.count_12m": _mishaps,
    "touch.count": _times,
    "touch.last_value_tier": lambda _, words: words("it goes with what this customer had last"),
    "touch.last_reaction": _reaction,
    "calendar.date": lambda reason, words: words(
        "today is {day}", day=day(str(reason.got), words)
    ),
    "calendar.day": lambda reason, words: words(
        "today is {day}", day=day(str(reason.got), words)
    ),
    "calendar.season_tag": _season,
}
