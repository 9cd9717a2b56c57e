"""How the shop shows itself: what is kept, what is refused, which logo stays."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from packstation.assemble import Opened
from packstation.domain.shop_told import (
    PictureFault,
    ShopFault,
    ShopRefused,
    ShopShown,
    ShopTold,
)
from packstation.station.shopfront import Shopfront
from tests.small_shop import found_shop

TOLD = ShopTold(
    name="La Tetería <b>",
    contact="hola@teteria.example",
    answer_link="https://teteria.example/{parcel}?p={proof}",
    language="en",
    zone="Atlantic/Canary",
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def front(opened: Opened) -> Shopfront:
    return Shopfront(opened.write, opened.read, opened.shop)


def test_what_is_told_is_kept_and_paper_knows_its_version(
    opened: Opened, front: Shopfront
) -> None:
    assert front.keep(TOLD) == ShopShown(TOLD, kept=True)
    with opened.read() as work:
        shop = work.settings.shop()
    assert shop is not None
    assert (shop.brand.version, shop.mark, shop.language) == (2, opened.shop.mark, "en")
    front.keep(TOLD)
    with opened.read() as work:
        assert work.settings.shop() == shop


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"name": " \n"}, ShopFault.NO_NAME),
        ({"name": "x" * 81}, ShopFault.NAME_TOO_LONG),
        ({"contact": "x" * 61}, ShopFault.CONTACT_TOO_LONG),
        ({"answer_link": "teteria.example"}, ShopFault.LINK),
        ({"answer_link": "javascript:alert(1)"}, ShopFault.LINK),
        ({"answer_link": "https://a.example/{order}"}, ShopFault.LINK),
        ({"answer_link": "https://a.example/{"}, ShopFault.LINK),
        ({"answer_link": "https://a.example/a b"}, ShopFault.LINK),
        ({"zone": "Europe/Macondo"}, ShopFault.ZONE),
        ({"zone": "../../etc/passwd"}, ShopFault.ZONE),
        ({"zone": "Europe"}, ShopFault.ZONE),
        ({"zone": ""}, ShopFault.ZONE),
        ({"language": "tlh"}, ShopFault.LANGUAGE),
    ],
)
def test_what_will_not_do_is_refused_and_changes_nothing(
    front: Shopfront, changes: dict[str, str], why: ShopFault
) -> None:
    before = front.look()
    assert front.keep(replace(TOLD, **changes)) == ShopRefused(why)
    assert front.look() == before


def test_a_bad_picture_is_refused_and_the_old_one_stays(
    front: Shopfront, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    Image.effect_noise((300, 90), 80).save(good)
    bad.write_bytes(good.read_bytes()[:60])
    front.keep_logo(good)
    kept = front.look().logo
    assert kept.startswith(b"\x89PNG")
    assert front.keep_logo(bad) == ShopRefused(PictureFault.BROKEN)
    assert front.keep_logo(tmp_path / "not there") == ShopRefused(PictureFault.UNREADABLE)
    assert front.look().logo == kept


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_logo_out_of_a_pipe_or_a_device_is_refused_and_waited_for_by_nobody(
    front: Shopfront, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "logo.png")
    places = (tmp_path / "logo.png", Path("/dev/zero"), tmp_path)
    refused = {front.keep_logo(it) for it in places}
    assert refused == {ShopRefused(PictureFault.NO_FILE)}


def test_a_logo_can_be_taken_away(front: Shopfront, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "logo.png")
    front.keep_logo(tmp_path / "logo.png")
    front.keep_logo(None)
    assert front.look().logo == b""


def test_a_name_that_no_slip_can_show_is_kept_and_its_letters_are_told(
    front: Shopfront,
) -> None:
    kept = front.keep(replace(TOLD, name="花屋 Flora", contact="花 hola"))
    assert isinstance(kept, ShopShown)
    assert kept.told.name == "花屋 Flora"
    assert kept.unprintable == ("花", "屋")
