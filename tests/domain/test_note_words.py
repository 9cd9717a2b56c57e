"""What a note's text is made of: slots, names, products, words, likeness."""

import pytest

from packstation.domain.note_words import (
    called_in_ink,
    count_words,
    differing_bits,
    draw,
    fill,
    likeness,
    product_in_ink,
    stems,
)


@pytest.mark.parametrize(
    "text, name, said",
    [
        ("Hola[, {name}]. Dos líneas.", "Noor", "Hola, Noor. Dos líneas."),
        ("Hola[, {name}]. Dos líneas.", "", "Hola. Dos líneas."),
        ("[{name}, ]esto va a mano.", "Noor", "Noor, esto va a mano."),
        ("[{name}, ]esto va a mano.", "", "Esto va a mano."),
        ("¿[{name}, ]una nota?", "", "¿Una nota?"),
        ("Hola[, {name}].", "{product} [x]", "Hola, {product} [x]."),
    ],
)
def test_a_name_is_said_where_there_is_one(text: str, name: str, said: str) -> None:
    assert fill(text, {"name": name, "product": "cup"}) == said


def test_a_text_that_begins_with_a_slot_keeps_what_stands_in_it() -> None:
    assert fill("{product} va dentro", {"product": "iMate"}) == "iMate va dentro"


@pytest.mark.parametrize(
    "name, said",
    [
        (" Lucía ", "Lucía"),
        ("LUCÍA", "Lucía"),
        ("lucía", "Lucía"),
        ("Jean-Pierre", "Jean-Pierre"),
        ("María de los Ángeles", "María de los Ángeles"),
        ("王芳", "王芳"),
        ("Guest", ""),
        ("INVITADO", ""),
        ("C-17", ""),
        ("lu@casa.example", ""),
        ("Lucía\nFernández", "Lucía Fernández"),
        ("Lucía\u202e", ""),
        ("-", ""),
        ("Maximiliana Bartholomea Eusebia", ""),
    ],
)
def test_somebody_is_called_by_a_name_or_not_at_all(name: str, said: str) -> None:
    assert called_in_ink(name) == said


@pytest.mark.parametrize(
    "name, said",
    [
        ("Taza de barro", "Taza de barro"),
        ("Té verde Sencha, 100 g", "Té verde Sencha"),
        ("Té verde Sencha 100 g", "Té verde Sencha"),
        ("Tetera de hierro (azul)", "Tetera de hierro"),
        ("Manta «Nube» 130 x 170", "Manta Nube"),
        ("Jabón - REF 1234", "Jabón"),
        ("Juego de 6 vasos", "Juego de 6 vasos"),
        ("WHITE HANGING HEART T-LIGHT HOLDER", "white hanging heart t-light holder"),
        ("Juego de café de porcelana pintada a mano", "Juego de café de porcelana pintada"),
        ("100 g", ""),
        ("x", ""),
        ("   ", ""),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""),
    ],
)
def test_a_product_is_called_as_on_a_card(name: str, said: str) -> None:
    assert product_in_ink(name) == said


@pytest.mark.parametrize(
    "text, words",
    [
        ("C\u2019est l\u2019heure du thé !", 4),
        ("vint-i-cinc comandes", 2),
        ("¿Una nota? Pues sí: «Té verde».", 6),
        ("", 0),
    ],
)
def test_words_are_counted_as_they_are_written(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_word_is_heard_again_whatever_its_ending() -> None:
    assert stems("Gracias por tu pedido[, {name}].") & stems("Gracia de {product}") == {"graci"}


def test_texts_are_alike_whatever_their_signs_and_capitals() -> None:
    one = likeness("Qué alegría volver a verte por aquí, Lucía.")
    assert likeness("QUE ALEGRIA VOLVER A VERTE POR AQUI LUCIA") == one
    assert 0 <= one < 2**64


def test_a_text_with_one_other_word_is_nearer_than_another_text() -> None:
    text = "Qué bien que esta caja ya esté en tus manos. Gracias por contar con la tienda."
    near = differing_bits(likeness(text), likeness(text.replace("bien", "alegría")))
    far = differing_bits(likeness(text), likeness("Un saludo desde la mesa de embalar."))
    assert near < 16 < far


def test_a_text_without_words_has_a_likeness_too() -> None:
    assert likeness("…") == 0


def test_a_draw_depends_on_its_seed_alone() -> None:
    assert draw("1042", "abcdef", {}) == draw("1042", "fedcba", {})
    assert draw("1042", "abcdef", {}) != draw("1043", "abcdef", {})


def test_what_was_used_nine_times_is_drawn_first_a_tenth_as_often() -> None:
    first = [draw(f"order {n}", ("new", "old"), {"old": 9})[0] for n in range(2000)]
    assert 130 < first.count("old") < 240  # 2000 / 11 is 182
