"""Labels to stick on what carries no code."""

import json

import pytest

from packstation.domain.codes import product_code
from packstation.domain.product_labels import PaperLabels, ProductLabel
from packstation.places import resources
from packstation.slips.product_labels import draw_labels
from packstation.words.words import load
from tests.conftest import SHARED
from tests.making import LONG_NAME
from tests.slips.reading import codes_of, fonts_of, pages_of, text_of

MARK = "K7Q"
HOSTILE = SHARED / "checks/bad_inputs.jsonl"


def a_label(
    number: int, name: str = "Olive soap", variant: str = "", place: str = ""
) -> ProductLabel:
    return ProductLabel(f"SKU-{number}", name, variant, place, product_code(MARK, number))


def sheet(*labels: ProductLabel) -> bytes:
    return draw_labels(PaperLabels("Casa Azul", "en", labels), load("en", resources()))


@pytest.mark.parametrize("dots", [203, 300])
def test_a_scanner_reads_every_label_of_a_full_sheet(dots: int) -> None:
    labels = [a_label(number**5) for number in range(1, 22)]
    read = codes_of(sheet(*labels), dots)
    assert sorted(text for _, text in read) == sorted(it.code for it in labels)
    assert {form for form, _ in read} == {"Code128"}


def test_a_label_says_what_it_is_for_where_it_lies_and_its_code() -> None:
    label = a_label(7, "Clay cup", "small, blue", "A-3-12")
    text = text_of(sheet(label))
    said = ("Clay cup", "small, blue", "A-3-12", "SKU-7", label.code, "Casa Azul")
    assert [it in text for it in said] == [True] * len(said)


def test_long_texts_end_on_their_own_label() -> None:
    label = a_label(7, LONG_NAME * 5, LONG_NAME * 3, "SHELF " * 20)
    lines = text_of(sheet(label)).splitlines()
    assert len([line for line in lines if "…" in line]) == 3
    assert codes_of(sheet(label), 203) == [("Code128", label.code)]


def test_the_twenty_second_label_begins_a_page() -> None:
    pages = pages_of(sheet(*map(a_label, range(1, 23))))
    assert ["1 / 2" in pages[0], "2 / 2" in pages[1], "SKU-22" in pages[1]] == [True] * 3


def test_the_same_labels_give_the_same_bytes() -> None:
    assert sheet(a_label(1), a_label(2)) == sheet(a_label(1), a_label(2))


def test_every_font_is_in_the_file() -> None:
    assert all(embedded for _, embedded in fonts_of(sheet(a_label(1))))


@pytest.mark.skipif(not HOSTILE.is_file(), reason="the folder of hostile texts is absent")
def test_hostile_texts_are_plain_text_on_a_label() -> None:
    rows = [json.loads(line) for line in HOSTILE.read_text("utf-8").splitlines()]
    texts = [str(row["payload"]) for row in rows if "payload" in row]
    labels = [a_label(n, text, text, text) for n, text in enumerate(texts, start=1)]
    drawn = sheet(*labels)
    assert len(pages_of(drawn)) == -(-len(labels) // 21)
    assert all(name not in drawn for name in (b"/JavaScript", b"/URI", b"/AcroForm"))
    assert len(codes_of(drawn, 300)) == len(labels)
