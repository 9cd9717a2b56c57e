"""The shop's own picture at the head of a slip: its shape kept, the name beside it."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from packstation.devices.printers import Folder
from packstation.places import resources
from packstation.pressroom import Pressroom
from packstation.slips.picture import washed
from packstation.slips.slip import draw
from packstation.station.shopfront import Shopfront
from packstation.station.slip_desk import SlipDesk
from packstation.words.words import PAPER, load
from tests.making import a_brand, a_long_record, a_record
from tests.small_shop import found_shop

WORDS = load("en", resources(), PAPER)


def logo(wide: int, high: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (wide, high), "navy").save(out, "PNG")
    return washed(out.getvalue())


@pytest.mark.parametrize("size", [(600, 200), (100, 400), (1, 1)])
def test_it_stands_on_every_page_and_the_name_stays_whole(size: tuple[int, int]) -> None:
    pages = PdfReader(BytesIO(draw(a_long_record(), WORDS, 0, logo(*size)))).pages
    assert all(len(page.images) == 1 for page in pages)
    assert all("Casa Azul" in page.extract_text() for page in pages)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert draw(a_record(), WORDS, 0, logo(60, 20)) == draw(a_record(), WORDS, 0, logo(60, 20))


def test_a_record_of_before_there_were_logos_keeps_its_digest() -> None:
    without = a_record()
    assert without.digest == (
        "c99e5b6e55542ae2d4dc1725fc7654d31edbd29e86bd6f620e2268c39f3b0335"
    )
    assert a_record(brand=a_brand(logo="ab12")).digest != without.digest


def test_a_slip_keeps_the_picture_it_was_signed_under(tmp_path: Path) -> None:
    opened = found_shop(tmp_path)
    front = Shopfront(opened.write, opened.read, opened.shop)
    navy, red = tmp_path / "navy.png", tmp_path / "red.png"
    Image.new("RGB", (60, 20), "navy").save(navy)
    Image.new("RGB", (60, 20), "red").save(red)
    front.keep_logo(navy)
    with opened.read() as work:
        shop = work.settings.shop()
    front.keep_logo(red)
    assert shop is not None
    record = a_record(brand=replace(a_brand(), logo=shop.brand.logo))
    slip = SlipDesk(opened.write, Folder(tmp_path), Pressroom()).paper(record)
    (picture,) = PdfReader(BytesIO(slip)).pages[0].images
    assert picture.image is not None
    assert picture.image.convert("RGB").getpixel((5, 5)) == (0, 0, 128)
    opened.engine.dispose()
