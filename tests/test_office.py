"""The door of the office: who may ask for what, and when it is asked anew."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from packstation.assemble import Opened
from packstation.cli.trouble import explain
from packstation.devices.printers import Folder
from packstation.domain import first_hour as hour
from packstation.domain.new_pins import ChosenPin
from packstation.domain.office import Chapter, MayNot
from packstation.domain.people import (
    AddPerson,
    ChangePerson,
    ChangePin,
    Leave,
    PeopleShown,
    ShowPeople,
)
from packstation.domain.practice import PracticePrinted, PrintPractice
from packstation.domain.printer_choice import (
    IN_FOLDER,
    KeepPrinter,
    PrintCommands,
    PrintersShown,
    PrintTest,
    ShowPrinters,
    TrialPrinted,
)
from packstation.domain.shop import Packer
from packstation.domain.shop_told import KeepShop, ShopShown, ShopTold, ShowShop
from packstation.office import Office
from packstation.places import resources
from packstation.pressroom import Pressroom
from packstation.settings import SettingsBroken
from packstation.words.words import load
from tests.small_shop import NOW, a_new_shop, found_shop

MARTA = Packer(1, "Marta")
PILAR = Packer(3, "Pilar", role="owner")
PIN = hour.EnterOffice("3690")


def the_office(opened: Opened) -> Office:
    room: object = Pressroom()
    return Office(opened, Folder(opened.settings.slips), room)  # type: ignore[arg-type] # draws as the press does


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def office(opened: Opened) -> Office:
    return the_office(opened)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Opened]:
    """A shop nobody works in yet."""
    (tmp_path / "new").mkdir()
    here = found_shop(tmp_path / "new", replace(a_new_shop(), packers=()))
    yield here
    here.engine.dispose()


def told(office: Office, errand: object, who: Packer | None = PILAR) -> list[object]:
    return list(office.answer(errand, who, NOW))


def test_an_owner_with_a_pin_comes_in_by_it_and_not_without(office: Office) -> None:
    assert isinstance(told(office, ShowPeople())[0], MayNot)
    (said,) = told(office, PIN)
    assert isinstance(said, hour.ComeIn)
    assert isinstance(told(office, ShowPeople())[0], PeopleShown)


def test_a_pin_that_is_short_for_an_owner_opens_and_that_is_told(office: Office) -> None:
    (short,) = told(office, PIN)
    told(office, ChangePin(PILAR.id, ChosenPin("804613")))
    (long,) = told(office, hour.EnterOffice("804613"))
    assert (short, long) == (
        hour.ComeIn(replace(PILAR, has_pin=True), short_pin=True),
        hour.ComeIn(replace(PILAR, has_pin=True)),
    )


def test_the_door_falls_shut_behind_whoever_leaves(office: Office) -> None:
    told(office, PIN)
    told(office, hour.LeaveOffice())
    assert isinstance(told(office, ShowPeople())[0], MayNot)


@pytest.mark.parametrize("who", [MARTA, None, Packer(99, "Pilar", role="owner")])
def test_nobody_else_is_let_in_whatever_they_say_of_themselves(
    office: Office, who: Packer | None
) -> None:
    told(office, PIN)
    assert not isinstance(told(office, PIN, who)[0], hour.ComeIn)
    assert isinstance(told(office, ShowPeople(), who)[0], MayNot)


def test_a_packer_who_claims_to_own_the_shop_is_looked_up(office: Office) -> None:
    claimed = replace(MARTA, role="owner")
    assert told(office, hour.EnterOffice("2580"), claimed) == [hour.StayOut(owner=False)]


def test_five_wrong_pins_are_followed_by_a_rest(office: Office) -> None:
    wrong = hour.EnterOffice("0000")
    left = [told(office, wrong)[0] for _ in range(6)]
    assert isinstance(told(office, ShowPeople())[0], MayNot)
    assert left == [hour.StayOut(it) for it in (4, 3, 2, 1, 0, 0)]
    assert told(office, PIN) == [hour.StayOut(0)]
    (later,) = office.answer(PIN, PILAR, NOW + timedelta(minutes=6))
    assert isinstance(later, hour.ComeIn)


def test_whoever_loses_the_right_loses_it_at_once(office: Office) -> None:
    told(office, PIN)
    told(office, ChangePerson(person_id=1, name="Marta", language="es", role="owner"))
    told(office, Leave(PILAR.id))
    assert isinstance(told(office, ShowPeople())[0], MayNot)


def test_before_anybody_works_here_nobody_names_the_first_and_is_in(new: Opened) -> None:
    office = the_office(new)
    ane = AddPerson(name="Ane", pin=ChosenPin("804613"))
    news = told(office, ane, None)
    (come,) = (it for it in news if isinstance(it, hour.ComeIn))
    assert come.packer.is_owner
    assert isinstance(told(office, ShowPeople(), None)[0], MayNot)
    assert isinstance(told(office, ShowPeople(), come.packer)[0], PeopleShown)


def test_whoever_gets_a_pin_of_their_own_inside_is_not_shut_out(new: Opened) -> None:
    office = the_office(new)
    told(office, AddPerson(name="Ane"), None)
    ane = Packer(1, "Ane", role="owner")
    told(office, hour.LeaveOffice(), ane)
    told(office, ChangePin(ane.id, ChosenPin("804613")), ane)
    assert isinstance(told(office, ShowPeople(), ane)[0], PeopleShown)
    told(office, hour.LeaveOffice(), ane)
    assert isinstance(told(office, ShowPeople(), ane)[0], MayNot)


def test_the_path_is_read_from_the_shop_itself(new: Opened) -> None:
    office = the_office(new)
    told_shop = ShopTold(name="La Tetería", zone="Atlantic/Canary")
    news = told(office, KeepShop(told_shop), None)
    assert isinstance(news[0], ShopShown)
    told(office, AddPerson(name="Ane"), None)
    ane = Packer(1, "Ane", role="owner")
    (path,) = told(office, hour.MarkDone(Chapter.PRINTER), ane)
    assert isinstance(path, hour.PathShown)
    assert path.done == {Chapter.SHOP, Chapter.PEOPLE, Chapter.PRINTER, Chapter.ORDERS}
    assert path.next is Chapter.SCANNER


def test_another_bench_has_a_printer_of_its_own_to_try(opened: Opened, office: Office) -> None:
    told(office, PIN)
    told(office, hour.MarkDone(Chapter.PRINTER))
    third = replace(opened, settings=replace(opened.settings, bench="3"))
    other = the_office(third)
    told(other, PIN)
    (path,) = told(other, hour.LookAtPath())
    assert isinstance(path, hour.PathShown)
    assert Chapter.PRINTER not in path.done


@pytest.mark.parametrize("told_by_hand", [5, None, "printer", {"a": 1}, [[1]]])
def test_a_path_that_a_hand_has_changed_is_walked_anew(
    opened: Opened, office: Office, told_by_hand: object
) -> None:
    told(office, PIN)
    with opened.write() as work:
        work.settings.keep("first_hour", {"printer": told_by_hand})
        work.commit()
    (path,) = told(office, hour.LookAtPath())
    (after,) = told(office, hour.MarkDone(Chapter.PRINTER))
    assert isinstance(path, hour.PathShown)
    assert isinstance(after, hour.PathShown)
    assert after.done - path.done == {Chapter.PRINTER}


@pytest.mark.parametrize("png", [5, None, "\u00f1"])
def test_a_logo_that_a_hand_has_broken_keeps_nobody_from_the_shop(
    opened: Opened, office: Office, png: object
) -> None:
    told(office, PIN)
    with opened.write() as work:
        brand = replace(opened.shop.brand, logo="broken")
        work.settings.keep_shop(asdict(replace(opened.shop, brand=brand)))
        work.settings.keep("logo:broken", {"png": png})
        work.commit()
    (shown,) = told(office, ShowShop())
    assert isinstance(shown, ShopShown)
    assert shown.logo == b""


def test_a_printer_is_chosen_tried_and_kept(opened: Opened, office: Office) -> None:
    told(office, PIN)
    (kept,) = told(office, KeepPrinter(IN_FOLDER, "A6"))
    assert isinstance(kept, PrintersShown)
    assert (kept.chosen, kept.media, kept.kept) == (IN_FOLDER, "A6", True)
    (shown,) = told(office, ShowPrinters())
    assert isinstance(shown, PrintersShown)
    assert shown.chosen == IN_FOLDER
    (tried,) = told(office, PrintTest(IN_FOLDER, "A6"))
    assert isinstance(tried, TrialPrinted)
    assert (tried.trouble, tried.in_folder) == ("", True)
    text = PdfReader(opened.settings.slips / tried.where).pages[0].extract_text()
    assert "Pilar" in text


def test_a_printer_that_is_not_there_is_no_error_but_a_sentence(office: Office) -> None:
    told(office, PIN)
    (tried,) = told(office, PrintTest("Nobody's", "A5"))
    assert isinstance(tried, TrialPrinted)
    assert tried.trouble


@pytest.mark.parametrize("errand", [PrintCommands("es"), PrintPractice("en")])
def test_codes_to_scan_come_out_where_slips_do(
    opened: Opened, office: Office, errand: object
) -> None:
    told(office, PIN)
    told(office, KeepPrinter(IN_FOLDER, "A5"))
    (out,) = told(office, errand)
    assert isinstance(out, TrialPrinted | PracticePrinted)
    assert (opened.settings.slips / out.where).read_bytes().startswith(b"%PDF")


def test_a_bench_file_that_cannot_be_read_is_named_in_a_sentence(
    opened: Opened, office: Office
) -> None:
    (opened.settings.home / "bench.toml").write_text("printer = ", "utf-8")
    told(office, PIN)
    with pytest.raises(SettingsBroken) as broken:
        told(office, KeepPrinter("Zebra", "A5"))
    assert "bench.toml cannot be used" in explain(broken.value, load("en", resources()))
