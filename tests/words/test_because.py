"""Every reason has its sentence in both languages: short, true, and tactful."""

import re
from gettext import NullTranslations
from typing import Final

import pytest

from packstation.domain.fact import Fact
from packstation.domain.facts import FACTS, fact_of
from packstation.domain.operators import FactType, Op
from packstation.domain.past_facts import FACTS_OF_A_TOUCH
from packstation.domain.talking_points import POINTS
from packstation.domain.touches import Got, Reason, Suggestion, TalkingPoint
from packstation.domain.why import Why
from packstation.places import resources
from packstation.words.because import because, point
from packstation.words.left_out import why_not
from packstation.words.reasons import told
from packstation.words.words import Words, load
from tests.domain.starting import STARTERS
from tests.making import a_touch

ENGLISH: Final = load("en", resources())
SPANISH: Final = load("es", resources())
both_languages = pytest.mark.parametrize("words", [ENGLISH, SPANISH], ids=["en", "es"])

VALUES: dict[FactType, Got] = {
    FactType.NUMBER: 5,
    FactType.MONEY: 123456,
    FactType.DAYS: 121,
    FactType.RATIO: 310,
    FactType.LINES: 2,
    FactType.BOOL: True,
    FactType.SET: ("gift", "una categoría de nombre muy largo, larguísimo"),
    FactType.TEXT: "es un regalo",
}
WANTS: dict[Op, Got] = {
    Op.BETWEEN: (1, 9),
    Op.IS_ONE_OF: (5, 6),
    Op.INCLUDES_ANY: ("gift",),
    Op.INCLUDES_ALL: ("gift",),
    Op.INCLUDES_NONE: ("fragile",),
    Op.CONTAINS_ANY_WORD: ("regalo",),
    Op.DOES_NOT_CONTAIN: ("factura",),
}


def values_of(fact: Fact) -> tuple[Got, ...]:
    match fact.type:
        case FactType.ENUM:
            return (*(fact.choices or ("FR",)), None)
        case FactType.BOOL:
            return (True, False, None)
        case FactType.SET if fact.choices:
            return (fact.choices[:2], (), None)
        case FactType.SET:
            return (VALUES[FactType.SET], (), None)
        case FactType.TEXT:
            return (VALUES[FactType.TEXT], "", None)
        case FactType.DATE:
            return ("2024-03-04", None)
        case FactType.MONTH_DAY:
            return ("11-24", None)
        case kind:
            return (VALUES[kind], 1, None)


TOUCH_FACTS = [fact_of(f"{stem}:note") for stem in FACTS_OF_A_TOUCH]
TOUCH_FACTS.append(fact_of("touch.count:note:365"))
REASONS = [
    Reason(fact.key, op.value, WANTS.get(op, 5), got)
    for fact in (*FACTS.values(), *TOUCH_FACTS)
    if fact is not None
    for op in fact.ops
    for got in values_of(fact)
]


def every_sentence(words: Words) -> list[str]:
    points = [*(TalkingPoint(key, "5") for key in POINTS), TalkingPoint("recovery")]
    return [
        *(told(reason, words) for reason in REASONS),
        *(why_not(it, words, by) for it in Why for by in ("", "Nota")),
        *(point(it, words) for it in points),
        because(a_suggestion(), words),
    ]


def a_suggestion(*reasons: Reason) -> Suggestion:
    return Suggestion(touch=a_touch(), rule="r", because=reasons)


FIFTH = Reason("customer.order_number", "every_nth", 5, 5)
AWAY = Reason("customer.days_since_previous", "at_least", 45, 121)
BACK = Reason("customer.lapse_state", "is", "returning", "returning")
SORRY = Reason("incident.recovery_owed", "yes", None, got=True)
BROKEN = Reason("incident.cause", "is", "damaged", "damaged")


@pytest.mark.parametrize(
    "reasons, english, spanish",
    [
        (
            (FIFTH, AWAY),
            "because it is this customer's 5th order and this customer is back after 4 months",
            "porque es su 5.º pedido y vuelve tras 4 meses",
        ),
        (
            (AWAY, BACK),
            "because this customer is back after 4 months",
            "porque vuelve tras 4 meses",
        ),
        (
            (SORRY, BROKEN),
            "because something went wrong last time",
            "porque la última vez algo salió mal",
        ),
        (
            (Reason("order.units", "at_least", 1, 1),),
            "because it has 1 piece",
            "porque lleva 1 pieza",
        ),
        (
            (Reason("order.units", "at_least", 12, 14),),
            "because it has 14 pieces",
            "porque lleva 14 piezas",
        ),
        (
            (Reason("lines.contains_favourite", "yes", None, got=True),),
            "because it has something this customer likes",
            "porque lleva algo de lo que más le gusta",
        ),
        (
            (Reason("calendar.month", "is", 12, 12),),
            "because it is December",
            "porque estamos en diciembre",
        ),
        (
            (),
            "because it goes into every parcel these days",
            "porque estos días va en todos los paquetes",
        ),
    ],
)
def test_a_because_in_both_languages(
    reasons: tuple[Reason, ...], english: str, spanish: str
) -> None:
    assert because(a_suggestion(*reasons), ENGLISH) == english
    assert because(a_suggestion(*reasons), SPANISH) == spanish


@both_languages
@pytest.mark.parametrize("rule", STARTERS, ids=[it.id for it in STARTERS])
def test_every_condition_of_a_starter_rule_has_its_sentence(rule: object, words: Words) -> None:
    asked = [it for rule_ in STARTERS if rule_ is rule for it in rule_.conditions]
    facts = [(it, fact) for it in asked if (fact := fact_of(it.fact)) is not None]
    sentences = {
        told(Reason(it.fact, it.op.value, it.want, got), words)
        for it, fact in facts
        for got in values_of(fact)
    }
    assert len(facts) == len(asked) > 0
    assert words("the rule asks for it") not in sentences


@both_languages
@pytest.mark.parametrize("key", sorted({reason.fact for reason in REASONS}))
def test_any_fact_fits_on_a_line_whatever_was_asked(key: str, words: Words) -> None:
    lines = {because(a_suggestion(it), words) for it in REASONS if it.fact == key}
    assert all(line.startswith(("because ", "porque ")) for line in lines)
    assert max(map(len, lines)) <= 90
    assert not [
        line for line in lines if "{" in line or ("…" in line and "categor" not in line)
    ]


@both_languages
def test_two_long_reasons_never_make_a_line_too_long(words: Words) -> None:
    lines = {
        because(a_suggestion(one, other), words) for one in REASONS for other in REASONS[::41]
    }
    assert max(map(len, lines)) <= 90


class Wordy(NullTranslations):
    """A language that needs a hundred letters to say that it is a gift."""

    def gettext(self, message: str) -> str:
        return "it is a gift " * 8 if message == "it is a gift" else message


GIFT, FIFTH, LATE = (
    Reason("order.is_gift", "is", want=True, got=True),
    Reason("customer.order_number", "at_least", 5, 5),
    Reason("order.is_late", "is", want=True, got=True),
)


@pytest.mark.parametrize(
    "reasons, line",
    [
        ((GIFT, FIFTH), "because it is this customer's 5th order"),
        ((FIFTH, GIFT, LATE), "because it is this customer's 5th order and the order is late"),
        ((GIFT,), "because the rule asks for it"),
    ],
)
def test_what_does_not_fit_is_left_out_as_a_whole(
    reasons: tuple[Reason, ...], line: str
) -> None:
    assert because(a_suggestion(*reasons), Words("xx", Wordy())) == line


def test_everything_is_said_in_spanish_too() -> None:
    english = {*every_sentence(ENGLISH)}
    spanish = {*every_sentence(SPANISH)}
    assert english.isdisjoint(spanish)


def test_nothing_in_spanish_needs_to_know_whether_it_is_he_or_she() -> None:
    told_in_spanish = " ".join(every_sentence(SPANISH))
    gendered = r"\b(client[ea]|bienvenid[oa]s?|content[oa]s?|fiel|l[oa]s? clientes?|él|ella)\b"
    assert re.findall(gendered, told_in_spanish) == []


def test_nothing_in_english_needs_to_know_whether_it_is_he_or_she() -> None:
    told_in_english = " ".join(every_sentence(ENGLISH))
    assert re.findall(r"\b(he|she|his|her|him|hers)\b", told_in_english) == []


@both_languages
@pytest.mark.parametrize("op", ["includes_any", "includes_none", "is_known", "is_not_known"])
def test_a_private_limit_is_never_named(op: str, words: Words) -> None:
    line = because(a_suggestion(Reason("customer.limits", op, ("nuts",), ("nuts",))), words)
    assert line in {"because a limit is noted", "porque hay un límite anotado"}


@both_languages
@pytest.mark.parametrize(
    "reason", [it for it in REASONS if it.got == 123456], ids=lambda it: it.op
)
def test_money_is_never_told(reason: Reason, words: Words) -> None:
    assert not re.search(r"\d|€", told(reason, words))


@pytest.mark.parametrize(
    "a_point, english, spanish",
    [
        (
            TalkingPoint("recovery", "Taza de barro"),
            "that we are sorry about “Taza de barro”, and how we put it right",
            "que sentimos lo de «Taza de barro», y cómo lo arreglamos",
        ),
        (
            TalkingPoint("favourite", "Tetera de hierro"),
            "that “Tetera de hierro” is in it, one of the favourites",
            "que va «Tetera de hierro», de lo que más le gusta",
        ),
        (
            TalkingPoint("milestone", "10"),
            "that this is the 10th order, and how much we value it",
            "que este es su 10.º pedido, y cuánto lo agradecemos",
        ),
    ],
)
def test_what_a_note_may_mention(a_point: TalkingPoint, english: str, spanish: str) -> None:
    assert point(a_point, ENGLISH) == english
    assert point(a_point, SPANISH) == spanish


def test_a_point_of_another_day_that_has_no_words_is_left_unsaid() -> None:
    assert not point(TalkingPoint("weather"), ENGLISH)


def test_a_loser_names_what_took_its_place() -> None:
    assert why_not(Why.OUTRANKED, SPANISH, "La última vez algo salió mal") == (
        "«La última vez algo salió mal» va antes"
    )
    assert why_not(Why.OUTRANKED, ENGLISH) == "something else comes first"
