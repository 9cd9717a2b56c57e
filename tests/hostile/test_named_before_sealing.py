"""What the slip cannot show is named at the bench before sealing, and left off, never boxed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.arrivals import ArrivingCustomer
from packstation.domain.packing import Step
from packstation.domain.records import PackingRecord
from packstation.domain.scans import Scan
from packstation.places import resources
from packstation.station.station import Station
from packstation.ui.look import install_fonts
from packstation.ui.window import Window
from packstation.words.words import load
from tests import small_shop as shop
from tests.slips.reading import lines_of
from tests.small_shop import NOW, PRODUCTS, a_new_shop, an_arriving_order, found_shop

TARO, GIFT_TEA = "山田太郎", "Té de Navidad 🎁"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """The tea is called with an emoji, and 山田太郎 has ordered one."""
    products = tuple(
        replace(it, name=GIFT_TEA) if it.sku == "TE-100" else it for it in PRODUCTS
    )
    customer = ArrivingCustomer(outside_id="taro", name=TARO, called=TARO, language="es")
    order = an_arriving_order("1050", ("TE-100", 1), customer="taro", customer_name=TARO)
    new = replace(a_new_shop(order), products=products, customers=(customer,), rules=())
    opened = found_shop(tmp_path, new)
    yield opened
    opened.engine.dispose()


def steps_of(opened: Opened, *codes: str) -> list[Step]:
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    at = (NOW + timedelta(seconds=n) for n in range(1, 100))
    steps = [station.receive(Scan(code, next(at))) for code in codes]
    return [step for step in steps if step is not None]


ALL_IN = (shop.MARTA, "1050", shop.TEA)


def test_the_bench_asks_first_and_then_seals(opened: Opened) -> None:
    *_, asked, sealed = steps_of(opened, *ALL_IN, shop.SEAL, shop.SEAL)
    assert asked.outcome == out.AskBeforeSeal(0, (), (TARO, GIFT_TEA))
    assert isinstance(sealed.outcome, out.Sealed)


def test_the_slip_greets_without_a_name_it_cannot_print_and_shows_the_rest(
    opened: Opened,
) -> None:
    text = lines_of(_sealed(opened))
    assert "Este paquete lo he preparado yo." in text
    assert "Té de Navidad" in text
    assert not {"\u25a0", "\u25a1", "\ufffd"} & set("".join(text))


def test_the_question_names_them_on_the_screen(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    install_fonts()
    window = Window(lambda _: load("es", resources()), tmp_path, lambda: NOW)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_shop(opened.shop, "2")
    for step in steps_of(opened, *ALL_IN, shop.SEAL):
        window.show_step(step)
    question = window.screens.bench.question
    assert question.isVisible()
    assert "nombre del cliente" in question.accessibleName()
    assert GIFT_TEA.removesuffix(" 🎁") in question.accessibleName()


def test_what_the_slip_does_not_say_is_not_asked_about(tmp_path: Path) -> None:
    """The buyer's own name is on no slip when the shop knows how to call this person."""
    customer = ArrivingCustomer(outside_id="taro", name=TARO, called="Taro", language="es")
    order = an_arriving_order("1050", ("TE-100", 1), customer="taro", customer_name=TARO)
    opened = found_shop(tmp_path, replace(a_new_shop(order), customers=(customer,), rules=()))
    assert "Taro, este paquete lo he preparado yo." in lines_of(_sealed(opened))
    opened.engine.dispose()


def _sealed(opened: Opened) -> PackingRecord:
    last = steps_of(opened, *ALL_IN, shop.SEAL)[-1]
    if isinstance(last.outcome, out.AskBeforeSeal):
        last = steps_of(opened, shop.SEAL)[-1]
    assert isinstance(last.outcome, out.Sealed)
    return last.outcome.record
