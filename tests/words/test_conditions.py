"""Every condition is a sentence in both languages: asked, denied, and what was found."""

from itertools import groupby

import pytest

from packstation.domain.facts import existing
from packstation.domain.operators import FactType, Op
from packstation.domain.rules import Condition
from packstation.domain.touches import Got
from packstation.places import resources
from packstation.words.conditions import asked, denied, found, not_known
from packstation.words.fact_names import NAMES, help_of, label, yes_or_no
from packstation.words.values import Reader
from packstation.words.words import load
from tests.domain.asked import EVERY, conditions

ENGLISH = Reader(load("en", resources()))
SPANISH = Reader(load("es", resources()))
both = pytest.mark.parametrize("reader", [ENGLISH, SPANISH], ids=["en", "es"])
ASKED = conditions()
every_fact = pytest.mark.parametrize("key", [fact.key for fact in EVERY])


@both
@every_fact
def test_every_fact_has_a_name_and_a_help(key: str, reader: Reader) -> None:
    name, help_ = label(key, reader.words), help_of(key, reader.words)
    assert name[0].islower()
    assert help_.endswith(".")
    assert "{" not in name + help_


@every_fact
def test_every_fact_is_named_in_spanish_too(key: str) -> None:
    english, spanish = (
        (label(key, it.words), help_of(key, it.words)) for it in (ENGLISH, SPANISH)
    )
    assert english[0] != spanish[0]
    assert english[1] != spanish[1]


def test_no_two_facts_have_one_name() -> None:
    keys = [fact.key for fact in EVERY]
    assert len({label(key, ENGLISH.words) for key in keys}) == len(keys)
    assert len({label(key, SPANISH.words) for key in keys}) == len(keys)


def test_no_name_is_left_of_a_fact_that_is_gone() -> None:
    assert NAMES.keys() == {fact.key.partition(":")[0] for fact in EVERY}


@both
@pytest.mark.parametrize("fact", [it for it in EVERY if it.type is FactType.BOOL])
def test_a_yes_and_a_no_are_clauses_of_their_own(fact: object, reader: Reader) -> None:
    key = next(it.key for it in EVERY if it is fact)
    yes, no = (yes_or_no(key, reader.words, yes=it) for it in (True, False))
    assert "" not in {yes, no}
    assert yes != no


@both
def test_no_two_questions_to_a_fact_sound_alike(reader: Reader) -> None:
    by_fact = groupby(ASKED, key=lambda it: it.fact)
    alike = []
    for key, group in by_fact:
        these = list(group)
        for say in (asked, denied):
            said = [say(it, reader) for it in these]
            alike += [(key, said)] if len(set(said)) < len(these) else []
    assert alike == []


@both
def test_no_question_sounds_like_its_denial_or_lacks_a_part(reader: Reader) -> None:
    said = [(asked(it, reader), denied(it, reader)) for it in ASKED]
    assert [it for it in said if it[0] == it[1] or "{" in "".join(it) or "" in it] == []


def test_every_question_is_asked_and_denied_in_spanish_too() -> None:
    english, spanish = (
        {say(it, reader) for it in ASKED for say in (asked, denied)}
        for reader in (ENGLISH, SPANISH)
    )
    assert english & spanish == set()


FIFTH = Condition("c1", "customer.order_number", Op.EVERY_NTH, 5)
AWAY = Condition("c1", "customer.lapse_state", Op.IS_NONE_OF, ("lost",))
OPEN = Condition("c1", "incident.open", Op.YES)
LARGE = Condition("c1", "order.total", Op.AT_LEAST, 8000)
TABLE = ("category=mesa", "quantity>=2", "n=3")
LINES = Condition("c1", "lines.where", Op.AT_LEAST_N_LINES, TABLE)
SILENCE = Condition("c1", "customer.lapse_ratio", Op.MORE_THAN, 250)
SOON = Condition("c1", "customer.birthday", Op.WITHIN_NEXT_DAYS, 10)
MONTH = Condition("c1", "calendar.month", Op.IS, 12)
FEAST = Condition("c1", "calendar.day", Op.BETWEEN, ("12-20", "01-06"))
LIMIT = Condition("c1", "customer.limits", Op.INCLUDES_ANY, ("nuts",))
MESSAGE = Condition("c1", "order.message_text", Op.CONTAINS_ANY_WORD, ("regalo",))


@pytest.mark.parametrize(
    "condition, yes, no",
    [
        (FIFTH, "número de pedido es múltiplo de 5", "número de pedido no es múltiplo de 5"),
        (OPEN, "hay una incidencia abierta", "sin incidencia abierta"),
        (LARGE, "total del pedido es al menos 80,00 €", "total del pedido no llega a 80,00 €"),
        (
            LINES,
            "al menos 3 líneas de la categoría mesa, 2 piezas o más",
            "menos de 3 líneas de la categoría mesa, 2 piezas o más",
        ),
        (
            SILENCE,
            "silencio frente a lo normal es más de 2,5 veces",
            "silencio frente a lo normal no pasa de 2,5 veces",
        ),
        (MONTH, "mes es diciembre", "mes no es diciembre"),
        (
            FEAST,
            "día del año está entre 20 de diciembre y 6 de enero",
            "día del año no está entre 20 de diciembre y 6 de enero",
        ),
    ],
)
def test_a_condition_as_the_shop_would_say_it(condition: Condition, yes: str, no: str) -> None:
    assert (asked(condition, SPANISH), denied(condition, SPANISH)) == (yes, no)


@pytest.mark.parametrize(
    "condition, got, english, spanish",
    [
        (FIFTH, 5, "(it is the 5th)", "(es el 5.º)"),
        (AWAY, "returning", "(it is returning)", "(es de vuelta)"),
        (OPEN, False, "", ""),
        (LARGE, 7890, "(it is €78.90)", "(es 78,90 €)"),
        (LARGE, None, "(not known)", "(no se sabe)"),
        (LINES, 1, "(it is 1 line)", "(es 1 línea)"),
        (SILENCE, 310, "(it is 3.1 times)", "(es 3,1 veces)"),
        (SOON, "11-30", "(it is 30 November)", "(es 30 de noviembre)"),
        (MESSAGE, "Es un regalo", "(there is a text)", "(hay un texto)"),
        (LIMIT, ("nuts",), "", ""),
    ],
)
def test_what_was_found_stands_in_brackets(
    condition: Condition, got: Got, english: str, spanish: str
) -> None:
    assert found(condition, got, ENGLISH) == english
    assert found(condition, got, SPANISH) == spanish


@both
@pytest.mark.parametrize("op", existing("customer.limits").ops)
def test_a_limit_is_never_named(op: Op, reader: Reader) -> None:
    condition = Condition("c1", "customer.limits", op, ("nuts",))
    said = [say(condition, reader) for say in (asked, denied)]
    assert not [it for it in (*said, found(condition, ("nuts",), reader)) if "nu" in it]


def test_amounts_are_not_for_every_reader() -> None:
    packer = Reader(ENGLISH.words, money=False)
    assert asked(LARGE, packer) == "order total is at least …"
    assert found(LARGE, 7890, packer) == "(it is …)"


def test_what_is_not_known_is_named() -> None:
    assert not_known(SOON, ENGLISH.words) == "not known: birthday"
    assert not_known(SOON, SPANISH.words) == "no se sabe: cumpleaños"
