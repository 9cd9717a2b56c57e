"""The slip as the customer reads it, and as a scanner does."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from packstation.domain.records import PackedLine, PackingRecord
from tests.making import LONG_NAME, a_brand, a_record
from tests.slips.reading import codes_of, fonts_of, lines_of, pages_of, slip_of, text_of
from tests.slips.records import of_person, packed_lines

SHORT = (
    PackedLine(line_id=1, sku="A", name="Tetera", ordered=1, packed=1),
    PackedLine(line_id=2, sku="B", name="Taza", ordered=3, packed=2),
)


def test_a_slip_says_who_packed_what_for_whom() -> None:
    assert lines_of(a_record()) == [
        "Casa Azul",
        "Pedido 1042",
        "22 de noviembre de 2026",
        "Lucía, este paquete lo he preparado yo.",
        "5 de 5 piezas, comprobadas una a una.",
        "Dentro de la caja",
        "Unidades",
        "Tetera de hierro, azul",
        "1",
        "Taza de barro, pequeña",
        "3",
        "Té verde Sencha, 100 g",
        "1",
        "Y de nuestra parte: Caramelos de limón.",
        "a mano",
        "¿Algo que contarnos?",
        "Escanea y me llega a mí.",
        "Empaquetado por",
        "Marta",
        "Albarán 2-26-000417",
        "hola@casaazul.example · 900 000 000",
    ]


@pytest.mark.parametrize("dots", [203, 300])
def test_a_scanner_reads_both_codes_from_paper(dots: int) -> None:
    assert codes_of(slip_of(a_record()), dots) == [
        ("Code128", "K7QS226000417T"),
        ("QRCode", "https://casaazul.example/p/2-26-000417?p=X4M9"),
    ]


def test_the_same_record_gives_the_same_bytes() -> None:
    assert slip_of(a_record()) == slip_of(a_record())


def test_every_font_is_in_the_file() -> None:
    fonts = dict(fonts_of(slip_of(a_record())))
    assert len(fonts) == 4
    assert all(fonts.values())


def test_a_slip_is_small() -> None:
    assert len(slip_of(a_record(lines=packed_lines(60)))) < 60_000


def test_a_copy_says_so_and_is_otherwise_the_same() -> None:
    original, copy = lines_of(a_record()), lines_of(a_record(), copy=1)
    assert "Copia 1" in copy
    assert "Albarán 2-26-000417 · Copia 1" in copy
    assert copy[5:20] == original[4:19]


def test_without_a_called_name_the_greeting_still_works() -> None:
    assert "Este paquete lo he preparado yo." in lines_of(of_person(a_record(), called=""))


def test_a_present_greets_whoever_opens_it() -> None:
    text = lines_of(of_person(a_record(gift=True), recipient="Inés"))
    assert "Inés, este paquete lo he preparado yo." in text
    assert "Lucía" not in "".join(text)


@pytest.mark.parametrize("recipient", ["", "Lucía Fernández", " lucía fernández "])
def test_a_present_sent_to_the_buyer_greets_nobody(recipient: str) -> None:
    text = lines_of(of_person(a_record(gift=True), recipient=recipient))
    assert "Este paquete lo he preparado yo." in text


def test_a_parcel_for_somebody_else_never_names_the_buyer() -> None:
    text = lines_of(of_person(a_record(), recipient="Inés"))
    assert "Lucía" not in "".join(text)


def test_a_gift_message_keeps_its_paragraphs_in_a_block_of_its_own() -> None:
    text = lines_of(of_person(a_record(gift=True), gift_message="¡Felicidades!\n\nTu tía"))
    start = text.index("Un mensaje para ti")
    assert text[start : start + 3] == ["Un mensaje para ti", "¡Felicidades!", "Tu tía"]


def test_a_short_parcel_says_what_was_ordered_is_here_and_follows() -> None:
    text = lines_of(a_record(lines=SHORT))
    assert "Aquí tienes 3 de 4 piezas; abajo pone lo que falta por llegar." in text
    start = text.index("Pedidas")
    assert text[start : start + 11] == [
        *("Pedidas", "Aquí van", "Pendientes"),
        *("Tetera", "1", "1", "0"),
        *("Taza", "3", "2", "1"),
    ]


def test_nothing_is_said_of_checks_once_a_piece_went_in_by_hand() -> None:
    text = "".join(lines_of(a_record(lines=packed_lines(2, by_hand=True))))
    assert "2 piezas, todas en la caja." in text
    assert "comprobada" not in text


def test_the_day_is_that_of_the_shop() -> None:
    just_before_midnight = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert "1 de enero de 2027" in lines_of(a_record(sealed_at=just_before_midnight))


def test_a_second_parcel_of_an_order_says_so() -> None:
    assert "Pedido 1042, paquete 2" in lines_of(a_record(parcel=2))


def test_a_touch_that_is_no_news_for_the_customer_stays_off_the_slip() -> None:
    touch = replace(a_record().core.touches[0], on_slip=False)
    assert "nuestra parte" not in "".join(lines_of(a_record(touches=(touch,))))


def test_without_a_link_there_is_neither_a_square_nor_its_sentence() -> None:
    pdf = slip_of(a_record(brand=a_brand(answer_link="")))
    assert [name for name, _ in codes_of(pdf, 203)] == ["Code128"]
    assert "Escanea" not in text_of(pdf)


def test_a_link_too_long_to_be_scanned_is_left_off_whole() -> None:
    link = "https://casaazul.example/" + "x" * 3000
    assert "Escanea" not in text_of(slip_of(a_record(brand=a_brand(answer_link=link))))


def test_a_link_by_mail_is_filled_in_too() -> None:
    link = "mailto:hola@casaazul.example?subject=Paquete%20{parcel}%20{proof}"
    _, (_, read) = codes_of(slip_of(a_record(brand=a_brand(answer_link=link))), 203)
    assert read == "mailto:hola@casaazul.example?subject=Paquete%202-26-000417%20X4M9"


def test_once_a_name_is_erased_the_team_packed_it() -> None:
    assert "nuestro equipo" in lines_of(of_person(a_record(), packer_name="", signature=()))


def test_a_signature_changes_the_drawing_and_not_a_word() -> None:
    unsigned = of_person(a_record(), signature=())
    assert slip_of(unsigned) != slip_of(a_record())
    assert lines_of(unsigned) == lines_of(a_record())


@pytest.mark.parametrize("lines, pages", [(1, 1), (12, 1), (25, 2), (60, 3)])
def test_an_order_takes_as_many_pages_as_it_needs(lines: int, pages: int) -> None:
    read = pages_of(slip_of(a_record(lines=packed_lines(lines))))
    assert len(read) == pages
    assert [f"Jabón {n}\n" in "".join(read) for n in (1, lines)] == [True, True]


def test_pages_are_numbered_and_signed_on_the_last() -> None:
    read = pages_of(slip_of(a_record(lines=packed_lines(60))))
    assert ["1 / 3" in read[0], "2 / 3" in read[1], "3 / 3" in read[2]] == [True] * 3
    assert ["Empaquetado por" in page for page in read] == [False, False, True]


def test_the_slip_code_is_on_every_page() -> None:
    read = codes_of(slip_of(a_record(lines=packed_lines(60))), 203)
    assert [name for name, _ in read] == ["Code128", "Code128", "Code128", "QRCode"]


def test_long_names_keep_their_beginning_and_the_sentence_its_end() -> None:
    text = " ".join(lines_of(of_person(a_record(), called=LONG_NAME, packer_name=LONG_NAME)))
    assert "María de los Ángeles Fernández-Villaverde" in text
    assert "…, este paquete lo he preparado yo." in text


def test_the_letters_of_many_languages_are_printed() -> None:
    letters = "Łukasz ñ ğ Ж ő Ș ß Ελλάδα Þórður"
    assert letters in text_of(slip_of(of_person(a_record(), packer_name=letters)))


def test_a_product_that_cannot_be_written_is_called_by_its_number() -> None:
    assert "S-1" in lines_of(a_record(lines=packed_lines(1, name="森川")))


HOSTILE = (
    "<i>Eva</i>",
    "Eva <i",
    "<img src='/etc/hostname'>",
    '<a href="//x.invalid">y</a>',
    "2 < 3 & 4 > 1 <3",
    "{0.__class__} {{x}} %d $PATH",
    "&K & &amp;",
    "None",
    "(a) Tj ET \\) endstream",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "put",
    [
        lambda text: of_person(a_record(), called=text),
        lambda text: of_person(a_record(), packer_name=text),
        lambda text: of_person(a_record(), gift_message=text),
        lambda text: a_record(order_number=text),
        lambda text: a_record(lines=packed_lines(1, name=text)),
        lambda text: a_record(brand=a_brand(name=text, contact=text)),
    ],
    ids=["called", "packer", "message", "order", "product", "shop"],
)
def test_text_from_outside_is_only_text(put: Callable[[str], PackingRecord], text: str) -> None:
    pdf = slip_of(put(text))
    assert text.replace(" ", "") in text_of(pdf).replace(" ", "").replace("\n", "")
    assert b"/URI" not in pdf
    assert b"/Annots" not in pdf


@pytest.mark.parametrize(
    "text",
    ["A" * 100_000, "W " * 50_000, "<b>" * 2000, "Z" + "\u0301" * 500, "\n" * 5000 + "x"],
    ids=["no space", "words", "tags", "marks", "lines"],
)
def test_endless_texts_still_end_in_one_slip(text: str) -> None:
    record = of_person(a_record(), called=text, packer_name=text, gift_message=text)
    read = pages_of(slip_of(record))
    assert len(read) <= 2
    assert "Albarán 2-26-000417" in read[-1]


def test_an_endless_message_leaves_an_ordinary_parcel_on_one_page() -> None:
    assert len(pages_of(slip_of(of_person(a_record(), gift_message="A" * 100_000)))) == 1


def test_every_hostile_text_we_know_of_ends_in_one_slip(shared: Path) -> None:
    rows = map(json.loads, (shared / "checks/bad_inputs.jsonl").read_text("utf-8").splitlines())
    texts = [row["payload"] for row in rows if row["id"].startswith("txt") and "payload" in row]
    records = (
        of_person(a_record(), called=it, packer_name=it, gift_message=it) for it in texts
    )
    assert [len(pages_of(slip_of(record))) for record in records] == [1] * len(texts)
