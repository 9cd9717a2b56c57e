"""On paper a text from outside is text: no link, no file in it, no page too many."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import perf_counter
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from packstation.devices.printers import Folder
from packstation.domain.records import PackedLine, PackingRecord
from packstation.places import resources
from packstation.slips.code_sheet import draw_codes
from packstation.slips.letters import plain
from packstation.slips.sieve import MOST_MARKS
from packstation.words.words import load
from tests.hostile.rows import TEXTS, Hostile, own, rows
from tests.hostile.surfaces import a_record
from tests.making import a_record as an_ordinary_record
from tests.slips.reading import codes_of, pages_of, slip_of
from tests.slips.records import of_person

SECONDS = 2.0
BEGINNING = 20
ALL = [*own(), *rows(*TEXTS)]


@pytest.mark.parametrize("hostile", ALL)
def test_a_slip_full_of_it_is_text_and_comes_out_in_time(hostile: Hostile) -> None:
    start = perf_counter()
    pdf = slip_of(_everywhere(hostile.text))
    assert perf_counter() - start < SECONDS
    read = PdfReader(BytesIO(pdf))
    assert [page.get("/Annots") for page in read.pages] == [None] * len(read.pages)
    assert read.attachments == {}
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf
    shown = "".join(page.extract_text() for page in read.pages)
    assert _packed(plain(hostile.text))[:BEGINNING] in _packed(shown)


@pytest.mark.parametrize("place", ["called", "packer_name", "gift_message"])
@pytest.mark.parametrize("hostile", ALL)
def test_it_takes_no_ordinary_parcel_to_a_second_page(hostile: Hostile, place: str) -> None:
    record = of_person(an_ordinary_record(), **{place: hostile.text})
    assert len(pages_of(slip_of(record))) == 1


@pytest.mark.parametrize("hostile", ALL)
def test_the_slips_own_codes_are_read_whatever_stands_beside_them(hostile: Hostile) -> None:
    read = codes_of(slip_of(_everywhere(hostile.text)), 203)
    assert ("Code128", "K7QS226000417T") in read
    assert ("QRCode", "https://casaazul.example/p/2-26-000417?p=X4M9") in read


@pytest.mark.parametrize("hostile", ALL)
def test_a_badge_shows_the_name_to_the_letter_and_its_code_is_read(hostile: Hostile) -> None:
    text = hostile.text
    groups = ((text, ((text, "K7QBMARTA2X"),)),)
    start = perf_counter()
    pdf = draw_codes(text, groups, load("en", resources()))
    assert perf_counter() - start < SECONDS
    assert b"/URI" not in pdf
    assert codes_of(pdf, 203) == [("Code128", "K7QBMARTA2X")]
    assert _packed(plain(text))[:BEGINNING] in _packed("".join(pages_of(pdf)))


@pytest.mark.parametrize("hostile", ALL)
def test_its_file_stays_in_the_folder_under_a_plain_name(
    tmp_path: Path, hostile: Hostile
) -> None:
    folder = tmp_path / "slips"
    where = Folder(folder).submit(b"%PDF", hostile.text).where
    assert [it.name for it in folder.iterdir()] == [where]
    assert [it.name for it in tmp_path.iterdir()] == ["slips"]
    assert where.isascii()
    assert set(where) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
    )
    assert where.split("-")[0].upper() not in {"CON.PDF", "NUL.PDF", ""}
    assert len(where) < 80


@pytest.mark.parametrize("order", rows("order.no"))
def test_a_number_that_no_bars_can_carry_is_still_printed_beside_our_own_code(
    order: Hostile,
) -> None:
    """The slip's codes are ours, short and of A-Z and 0-9: no order's number is one of them."""
    record = an_ordinary_record(order_number=order.text)
    assert ("Code128", "K7QS226000417T") in codes_of(slip_of(record), 203)


def test_numbers_that_differ_in_case_or_a_dash_give_a_file_each(tmp_path: Path) -> None:
    names = {Folder(tmp_path).submit(b"%PDF", it).where for it in ("a-1", "a_1", "A-1")}
    assert len({name.casefold() for name in names}) == 3


@pytest.mark.parametrize("marks", [1, 4, 5, 500])
def test_accents_do_not_pile_up(marks: int) -> None:
    drawn = normalize("NFD", plain("Z" + "\u0301" * marks))
    assert len(drawn) == 1 + min(marks, MOST_MARKS)


def _everywhere(text: str) -> PackingRecord:
    record = a_record(text)
    core = record.core
    kit = PackedLine(line_id=2, sku=text, name=text, ordered=2, packed=1, kit=text)
    swap = PackedLine(line_id=2, sku=text, name=text, ordered=0, packed=1, instead_of=text)
    traced = replace(
        kit, line_id=3, problem="damaged", traces=(("serial", text), ("lot", text))
    )
    return replace(
        record, core=replace(core, replaces=text, lines=(*core.lines, kit, swap, traced))
    )


def _packed(text: str) -> str:
    return "".join(text.split())
