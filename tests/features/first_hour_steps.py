"""The steps of an owner in the first hour, from an empty folder to a signed slip."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, then, when
from pytestqt.qtbot import QtBot

from packstation.domain.bench import Free
from packstation.domain.codes import Kind, own_code
from packstation.domain.first_hour import STEPS, MarkDone
from packstation.domain.office import Chapter
from packstation.domain.outcomes import Sealed
from packstation.domain.practice import practice_of
from packstation.places import resources
from packstation.station.code_papers import practice_texts
from packstation.ui.look import install_fonts
from packstation.ui.office.orders_page import OrdersPage
from packstation.ui.office.people_page import PeoplePage
from packstation.ui.office.practice_page import PracticePage
from packstation.ui.office.printer_page import PrinterPage
from packstation.ui.office.shop_page import ShopPage
from packstation.words.words import load
from tests.features.beginning import Beginning
from tests.making import SIGNATURE

ORDERS = "order,sku,quantity\nA-1,SOAP,2\n"
PIN = "804613"


@pytest.fixture
def beginning(qtbot: QtBot, tmp_path: Path) -> Iterator[Beginning]:
    install_fonts()
    (tmp_path / "home").mkdir()
    here = Beginning(qtbot, tmp_path / "home")
    yield here
    here.leave()


@given("packstation is started for the first time")
def _begin(beginning: Beginning) -> None:
    beginning.qtbot.waitUntil(lambda: beginning.desktop.window.screens.in_office)


@when("packstation is closed and started again")
def _restart(beginning: Beginning) -> None:
    beginning.restart()


@when(parsers.parse('the shop is called "{name}"'))
def _name_shop(beginning: Beginning, name: str) -> None:
    page = beginning.page(Chapter.SHOP)
    assert isinstance(page, ShopPage)
    beginning.qtbot.waitUntil(lambda: page.zone.count() > 1)
    page.name.fill(name)
    beginning.tap(page.save)
    beginning.qtbot.waitUntil(lambda: beginning.done(Chapter.SHOP))


@when("Ana is named with the PIN 804613 and signs")
def _name_ana(beginning: Beginning) -> None:
    page = beginning.page(Chapter.PEOPLE)
    assert isinstance(page, PeoplePage)
    page.form.name.fill("Ana")
    page.form.pin.fill(PIN)
    page.form.again.fill(PIN)
    page.form.pad.take(SIGNATURE)
    beginning.tap(page.form.save)
    beginning.qtbot.waitUntil(lambda: beginning.done(Chapter.PEOPLE))


@when("slips go to the folder, and the test slip lies there")
def _choose_folder(beginning: Beginning) -> None:
    page = beginning.page(Chapter.PRINTER)
    assert isinstance(page, PrinterPage)
    beginning.qtbot.waitUntil(lambda: page.printer.count() > 0)
    beginning.tap(page.test)
    beginning.qtbot.waitUntil(page.yes.isVisible, timeout=20_000)
    assert list(beginning.settings.slips.glob("practice-*.pdf"))
    beginning.tap(page.yes)
    beginning.qtbot.waitUntil(lambda: beginning.done(Chapter.PRINTER))


@when("the scanner has been checked")
def _check_scanner(beginning: Beginning) -> None:
    # What its own page does is told in tests/ui/office; this is what it comes to.
    office = beginning.office
    office.asked.emit(MarkDone(Chapter.SCANNER), office.asker)


@when("the order A-1 of 2 soaps comes in from a file")
def _bring_orders(beginning: Beginning, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(ORDERS, "utf-8")
    page = beginning.page(Chapter.ORDERS)
    assert isinstance(page, OrdersPage)
    page.choose(str(file))
    beginning.tap(page.bringing.bring)
    beginning.qtbot.waitUntil(lambda: beginning.done(Chapter.ORDERS), timeout=20_000)


@when("the practice parcel is packed and signed")
def _practise(beginning: Beginning) -> None:
    _begin_practice(beginning)
    opened = beginning.look()
    with opened.read() as work:
        shop = work.settings.shop() or opened.shop
    opened.engine.dispose()
    practice = practice_of(shop, practice_texts(load("en", resources())))
    pieces = (code for _, code, count in practice.pieces for _ in range(count))
    beginning.scan(practice.order, *pieces, practice.seal)
    here = beginning.desktop.practice
    assert here is not None
    sign = here.window.sign
    beginning.qtbot.waitUntil(lambda: "Practice done" in sign.accessibleName())
    beginning.tap(sign.leave)
    beginning.qtbot.waitUntil(lambda: beginning.done(Chapter.PRACTICE))


@when("the practice parcel is begun and left with F10")
def _begin_and_leave(beginning: Beginning) -> None:
    _begin_practice(beginning)
    beginning.hit(Qt.Key.Key_F10)
    beginning.qtbot.waitUntil(lambda: beginning.desktop.practice is None)


def _begin_practice(beginning: Beginning) -> None:
    page = beginning.page(Chapter.PRACTICE)
    assert isinstance(page, PracticePage)
    beginning.qtbot.waitUntil(page.start.isEnabled)
    beginning.tap(page.start)
    practice = beginning.desktop.practice
    assert practice is not None
    with beginning.qtbot.waitSignal(practice.bridge.resumed):
        pass
    assert "Practice" in practice.window.sign.accessibleName()


@when("Ana goes to the bench, by name and PIN")
def _go_to_bench(beginning: Beginning) -> None:
    if beginning.desktop.window.screens.in_office:
        with beginning.qtbot.waitSignal(beginning.desktop.bridge.resumed):
            beginning.tap(beginning.office.back)
    sign_in = beginning.desktop.window.screens.sign_in
    beginning.tap(sign_in.names[0])
    with beginning.qtbot.waitSignal(beginning.desktop.bridge.stepped):
        _type_pin(beginning, sign_in.pad.digits, sign_in.pad.enter)
    assert isinstance(beginning.steps[-1].bench, Free)


def _type_pin(beginning: Beginning, digits: tuple[object, ...], enter: object) -> None:
    for digit in PIN:
        beginning.tap(digits[(int(digit) - 1) % 10])  # type: ignore[arg-type] # the pad's buttons
    beginning.tap(enter)  # type: ignore[arg-type] # as above


@when("Ana opens the office with F9 and the PIN")
def _open_office(beginning: Beginning) -> None:
    beginning.hit(Qt.Key.Key_F9)
    pad = beginning.office.pad
    beginning.qtbot.waitUntil(pad.isVisible)
    _type_pin(beginning, pad.digits, pad.enter)
    beginning.qtbot.waitUntil(beginning.office.chapters.isVisible)


@when("the order A-1 is packed and signed by scans")
def _pack(beginning: Beginning) -> None:
    opened = beginning.look()
    seal = next(body for body, name in opened.shop.commands.items() if name == "seal")
    mark = opened.shop.mark
    opened.engine.dispose()
    beginning.scan("A-1", "SOAP", "SOAP", own_code(mark, Kind.COMMAND, seal))
    beginning.qtbot.waitUntil(lambda: isinstance(beginning.steps[-1].outcome, Sealed))


@then("the first of six steps is shown, and nobody to sign in")
def _first_step(beginning: Beginning) -> None:
    assert beginning.office.chapter is Chapter.SHOP
    assert not any(map(beginning.done, beginning.office.buttons))
    assert beginning.office.back.isHidden()


@then("the second step is shown, and the first is done")
def _second_step(beginning: Beginning) -> None:
    beginning.qtbot.waitUntil(lambda: beginning.office.chapter is Chapter.PEOPLE)
    assert beginning.done(Chapter.SHOP)


@then("the third step is shown, and the first is done")
def _third_step(beginning: Beginning) -> None:
    beginning.qtbot.waitUntil(lambda: beginning.office.chapter is Chapter.PRINTER)
    assert beginning.done(Chapter.SHOP)


@then("all six steps are done")
def _all_done(beginning: Beginning) -> None:
    steps = set(STEPS) & set(beginning.office.buttons)
    beginning.qtbot.waitUntil(lambda: all(map(beginning.done, steps)))


@then("the practice step is still to do")
def _still_to_do(beginning: Beginning) -> None:
    assert not beginning.done(Chapter.PRACTICE)


@then("there is Ana to sign in")
def _ana_is_there(beginning: Beginning) -> None:
    assert not beginning.desktop.window.screens.in_office
    assert [it.name for it in beginning.people()] == ["Ana"]


@then("the shop has no parcel yet")
def _no_parcel(beginning: Beginning) -> None:
    assert beginning.parcels() == 0
    assert not list(beginning.settings.slips.glob("PRACTICE*"))


@then('a slip comes out that is signed by Ana of "La Tetería"')
def _slip(beginning: Beginning) -> None:
    slips = beginning.settings.slips
    beginning.qtbot.waitUntil(lambda: bool(list(slips.glob("1-*.pdf"))), timeout=20_000)
    (slip,) = slips.glob("1-*.pdf")
    text = PdfReader(slip).pages[0].extract_text()
    assert "La Tetería" in text
    assert "Ana" in text
    assert "Practice" not in text
    assert beginning.parcels() == 1


BEGINNING = {name: it for name, it in globals().items() if name.startswith("pytestbdd")}
