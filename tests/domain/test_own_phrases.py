"""A packer's own phrases: plain words, short, and about something."""

import pytest

from packstation.domain.own_phrases import OwnPhrase, Place, Refusal, refusal_of


def an_own(text: str, place: Place = Place.OPENING, key: str = "") -> OwnPhrase:
    return OwnPhrase(packer_id=1, place=place, language="es", text=text, key=key)


@pytest.mark.parametrize(
    "phrase",
    [
        an_own("¡Hola! Hoy huele a lavanda en toda la tienda."),
        an_own("Besos.", Place.CLOSING),
        an_own("Qué bien que te guste.", Place.POINT, "favourite"),
        an_own("Saludos de la más cabezota de la mesa.", Place.CLOSING),
    ],
)
def test_plain_words_are_the_packers_own_business(phrase: OwnPhrase) -> None:
    assert refusal_of(phrase) is None


@pytest.mark.parametrize(
    "phrase, refusal",
    [
        (an_own("  "), Refusal.EMPTY),
        (an_own("¡!"), Refusal.EMPTY),
        (an_own("Hola " * 13), Refusal.TOO_LONG),
        (an_own("Hola " * 21, Place.POINT, "message"), Refusal.TOO_LONG),
        (an_own("H" * 201), Refusal.TOO_LONG),
        (an_own("Hola, {name}"), Refusal.NOT_PLAIN),
        (an_own("Hola[, {name}]"), Refusal.NOT_PLAIN),
        (an_own("Hola <b>tú</b>"), Refusal.NOT_PLAIN),
        (an_own("Hola\nadiós"), Refusal.NOT_PLAIN),
        (an_own("Hola\u202e"), Refusal.NOT_PLAIN),
        (an_own("Mira https://casa.example"), Refusal.NOT_PLAIN),
        (an_own("Qué bien.", Place.POINT), Refusal.NO_POINT),
        (an_own("Qué bien.", Place.POINT, "horoscope"), Refusal.NO_POINT),
        (an_own("Qué bien.", Place.POINT, "gift_safe"), Refusal.NO_POINT),
    ],
)
def test_what_cannot_go_on_a_card_is_refused_with_its_reason(
    phrase: OwnPhrase, refusal: Refusal
) -> None:
    assert refusal_of(phrase) is refusal
