"""A reason as a clause, told by the fact as it is.

That holds whatever the operator was: "this customer's 5th order" is true for "every fifth" as
for "at least three". Money is never told at the bench, a private limit never named.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from packstation.domain.facts import ALIASES
from packstation.domain.operators import Op, fold
from packstation.domain.touches import Got, Reason
from packstation.words.card_phrases import language, mark, ordinal, span
from packstation.words.further_reasons import told_further
from packstation.words.words import Words

_LONGEST: Final = 28
_UP: Final = frozenset({Op.AT_LEAST.value, Op.MORE_THAN.value})
_DOWN: Final = frozenset({Op.AT_MOST.value, Op.LESS_THAN.value})


def told(reason: Reason, words: Words) -> str:
    """The clause after "because", in lower case and without a full stop."""
    key = ALIASES.get(reason.fact, reason.fact).partition(":")[0]
    if key == "customer.limits":
        return words("a limit is noted")
    if reason.got is None:
        return _not_known(key, words)
    tell = _BY_SOURCE.get(key.partition(".")[0])
    return words("the rule asks for it") if tell is None else tell(key, reason, words)


def shorten(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _order(key: str, reason: Reason, words: Words) -> str:
    match key:
        case "order.total" | "order.items_total" if reason.op in _UP:
            return words("it is a generous order")
        case "order.total" | "order.items_total" if reason.op in _DOWN:
            return words("it is a small order")
        case "order.units":
            return words.n("it has {n} piece", "it has {n} pieces", _number(reason.got))
        case "order.line_count":
            return words.n(
                "it has {n} product", "it has {n} different products", _number(reason.got)
            )
        case "order.is_gift":
            return words("it is a gift") if reason.got else words("it is not a gift")
        case "order.opener":
            return _opener(reason.got, words)
        case "order.country" | "order.region":
            return words("it goes to {country}", country=_text(reason.got))
        case "order.channel":
            return words("it came through {channel}", channel=_text(reason.got))
        case "order.flags":
            return _flags(reason, words)
        case "order.has_customer_message":
            return (
                words("there is a message with it")
                if reason.got
                else words("it has no message")
            )
        case "order.message_text":
            return _message(reason, words)
        case "order.days_waiting":
            return words(
                "the order has waited for {time}", time=span(_number(reason.got), words)
            )
        case "order.is_late":
            return words("the order is late") if reason.got else words("the order is on time")
        case _:
            return _as_the_rule_asks(key, reason, words)


def _opener(got: Got, words: Words) -> str:
    known = {
        "buyer": words("whoever ordered it opens it"),
        "recipient": words("somebody else opens it"),
    }
    return known.get(str(got), words("it is not clear who opens it"))


def _flags(reason: Reason, words: Words) -> str:
    what = shorten(", ".join(mark(it, words) for it in _matter(reason)))
    if reason.op == Op.INCLUDES_NONE:
        return words("it is not marked “{what}”", what=what)
    return words("it is marked “{what}”", what=what) if what else words("it has no marks")


def _message(reason: Reason, words: Words) -> str:
    if not str(reason.got).strip():
        return words("it has no message")
    if reason.op == Op.CONTAINS_ANY_WORD:
        return words("the message speaks of it")
    if reason.op == Op.DOES_NOT_CONTAIN:
        return words("the message does not speak of it")
    return words("there is a message with it")


def _lines(key: str, reason: Reason, words: Words) -> str:
    match key:
        case "lines.category" | "lines.sku" | "lines.brand" | "lines.tag" | "lines.supplier":
            what = shorten(", ".join(_matter(reason)))
            if reason.op == Op.INCLUDES_NONE:
                return words("it has nothing of “{what}”", what=what)
            if not what:
                return words("its pieces are of no category")
            return words("it has something of “{what}”", what=what)
        case "lines.contains_favourite" if reason.got:
            return words("it has something this customer likes")
        case "lines.contains_favourite":
            return words("none of the favourites is in it")
        case _:
            return _as_the_rule_asks(key, reason, words)


def _customer(key: str, reason: Reason, words: Words) -> str:
    match key:
        case "customer.order_number" if reason.got == 1:
            return words("it is this customer's first order")
        case "customer.order_number":
            nth = ordinal(_number(reason.got), words)
            return words("it is this customer's {nth} order", nth=nth)
        case "customer.days_since_previous":
            return words(
                "this customer is back after {time}", time=span(_number(reason.got), words)
            )
        case "customer.lapse_state":
            return _lapse(reason.got, words)
        case "customer.value_12m" if reason.op in _UP:
            return words("we see a lot of this customer this year")
        case "customer.value_12m" if reason.op in _DOWN:
            return words("we see little of this customer this year")
        case "customer.lifetime_value" if reason.op in _UP:
            return words("we see a lot of this customer")
        case "customer.lifetime_value" if reason.op in _DOWN:
            return words("we see little of this customer yet")
        case "customer.days_with_us":
            time = span(_number(reason.got), words)
            return words("this customer has been with us for {time}", time=time)
        case "customer.language":
            return words(
                "this customer reads {language}", language=language(_text(reason.got), words)
            )
        case "customer.favourites":
            return _favourites(reason, words)
        case "customer.favourite_category" | "customer.favourite_product":
            return words("“{what}” is among the favourites", what=_text(reason.got))
        case "customer.no_extras" if reason.got:
            return words("this customer prefers no extras")
        case "customer.no_extras":
            return words("extras are welcome")
        case "customer.no_personalisation" if reason.got:
            return words("this customer wants nothing personal")
        case "customer.no_personalisation":
            return words("something personal is welcome")
        case _:
            return _as_the_rule_asks(key, reason, words)


def _lapse(got: Got, words: Words) -> str:
    known = {
        "new": words("it is this customer's first order"),
        "active": words("this customer comes back often"),
        "late": words("it took a little longer than usual this time"),
    }
    return known.get(str(got), words("this customer is back after a long time"))


def _favourites(reason: Reason, words: Words) -> str:
    what = shorten(", ".join(_matter(reason)))
    if reason.op == Op.INCLUDES_NONE:
        return words("“{what}” is not among the favourites", what=what)
    if not what:
        return words("no favourites are noted")
    return words("“{what}” is among the favourites", what=what)


def _incident(key: str, reason: Reason, words: Words) -> str:
    match key:
        case "incident.open" if reason.got:
            return words("something still has to be put right")
        case "incident.open":
            return words("nothing is left to put right")
        case "incident.recovery_owed" if reason.got:
            return words("something went wrong last time")
        case "incident.recovery_owed":
            return words("nothing has to be made up for")
        case "incident.last_cause":
            return _cause(reason.got, words)
        case "incident.days_since_resolved":
            return words("it was put right {time} ago", time=span(_number(reason.got), words))
        case _:
            return _as_the_rule_asks(key, reason, words)


def _cause(got: Got, words: Words) -> str:
    known = {
        "missing": words("a piece was missing last time"),
        "wrong": words("another piece arrived last time"),
        "damaged": words("something arrived broken last time"),
        "late": words("the parcel was late last time"),
        "quality": words("something was not good enough last time"),
    }
    return known.get(str(got), words("something went wrong last time"))


def _calendar(key: str, reason: Reason, words: Words) -> str:
    if key != "calendar.month":
        return _as_the_rule_asks(key, reason, words)
    return words("it is {month}", month=words.month(date(2000, _number(reason.got), 1)))


def _touch(key: str, reason: Reason, words: Words) -> str:
    match key:
        case "touch.ever" if reason.got:
            return words("this customer has had it before")
        case "touch.ever":
            return words("it would be the first time")
        case "touch.last_days_ago":
            time = span(_number(reason.got), words)
            return words("the last time was {time} ago", time=time)
        case _:
            return _as_the_rule_asks(key, reason, words)


def _as_the_rule_asks(key: str, reason: Reason, words: Words) -> str:
    """What is money, and all that is said elsewhere."""
    match key:
        case "order.total" | "order.items_total":
            return words("the order's total is as the rule asks")
        case "customer.value_12m" | "customer.lifetime_value":
            return words("the year's total is as the rule asks")
        case _:
            return told_further(key, reason, words)


def _not_known(key: str, words: Words) -> str:
    match key:
        case "order.is_gift" | "order.opener":
            return words("it is not clear who opens it")
        case _ if key.startswith(("order.", "lines.")) and key != "lines.contains_favourite":
            return words("the shop did not say more of the order")
        case "incident.last_cause" | "incident.days_since_resolved" | "incident.severity":
            return words("nothing has to be made up for")
        case "touch.ever" | "touch.last_days_ago" | "touch.last_value_tier":
            return words("it would be the first time")
        case "lines.contains_favourite" | "customer.favourites":
            return words("no favourites are noted")
        case "customer.days_since_previous":
            return words("no earlier order is known")
        case _:
            return words("little is known of this customer yet")


def _matter(reason: Reason) -> tuple[str, ...]:
    """Of a set, the entries the rule asked for; all when it asked for none of them by name."""
    got, want = (_texts(value) for value in (reason.got, reason.want))
    if reason.op == Op.INCLUDES_NONE:
        return want
    wanted = {fold(text) for text in want}
    return tuple(text for text in got if fold(text) in wanted) or got


def _texts(value: Got) -> tuple[str, ...]:
    return tuple(str(it) for it in value) if isinstance(value, tuple) else ()


def _text(value: Got) -> str:
    return shorten(str(value))


def _number(value: Got) -> int:
    return value if isinstance(value, int) else 0


_BY_SOURCE: Final[dict[str, Callable[[str, Reason, Words], str]]] = {
    "order": _order,
    "lines": _lines,
    "customer": _customer,
    "incident": _incident,
    "followup": told_further,
    "calendar": _calendar,
    "touch": _touch,
}
