"""Who works here: added, changed, gone and back; the shop never without an owner."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.domain.new_pins import ChosenPin, Unfit
from packstation.domain.people import (
    AddPerson,
    ChangePerson,
    ChangePin,
    ComeBack,
    KeepSignature,
    Leave,
    PeopleShown,
    Person,
    PersonRefused,
    Refusal,
    RenewBadge,
    StaffErrand,
)
from packstation.domain.pins import check_pin
from packstation.station.people import Staff
from tests.making import SIGNATURE
from tests.small_shop import a_new_shop, found_shop

MARTA, JOAN, PILAR = 1, 2, 3
NEW = AddPerson(name="Ane", pin=ChosenPin("8046"), signature=SIGNATURE)
GOOD = ChosenPin("804613")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def staff(opened: Opened) -> Staff:
    return Staff(opened.write, opened.read, opened.shop)


def the(shown: PeopleShown | PersonRefused) -> Person:
    """Whoever it was about."""
    assert isinstance(shown, PeopleShown)
    return next(it for it in shown.people if it.id == shown.chosen)


def test_somebody_new_can_sign_in_and_sign(opened: Opened, staff: Staff) -> None:
    ane = the(staff.do(NEW))
    with opened.read() as work:
        known = work.people.pin_check(ane.id)
        assert work.people.of_badge(ane.badge) is not None
    assert known is not None
    assert check_pin("8046", known.stored)
    assert known.packer.signature == SIGNATURE
    assert "8046" not in repr(NEW)


def test_two_people_never_share_a_badge(staff: Staff) -> None:
    first = the(staff.do(NEW))
    second = the(staff.do(AddPerson(name="Leire")))
    assert len({first.badge, second.badge}) == 2


def test_a_name_is_kept_on_one_line_as_it_was_typed(staff: Staff) -> None:
    assert the(staff.do(AddPerson(name="  Iñaki\n<b>\u0000 "))).name == "Iñaki <b>"


@pytest.mark.parametrize(
    "asked, why",
    [
        (AddPerson(name=" \n "), Refusal.NO_NAME),
        (AddPerson(name="—"), Refusal.NO_NAME),
        (AddPerson(name="x" * 61), Refusal.NAME_TOO_LONG),
        (AddPerson(name="MARTA "), Refusal.NAME_TAKEN),
        (AddPerson(name="Mar\u200bta"), Refusal.NAME_TAKEN),
        (AddPerson(name="Ane", role="admin"), Refusal.NOBODY),
        (AddPerson(name="Ane", language="xx"), Refusal.NOBODY),
        (AddPerson(name="Ane", pin=ChosenPin("1234")), Unfit.IN_A_ROW),
        (AddPerson(name="Ane", role="owner", pin=ChosenPin("8046")), Unfit.TOO_SHORT),
        (ChangePin(PILAR, ChosenPin("8046")), Unfit.TOO_SHORT),
        (ChangePin(99, GOOD), Refusal.NOBODY),
        (Leave(PILAR), Refusal.LAST_OWNER),
        (
            ChangePerson(person_id=PILAR, name="Pilar", language="es", role="packer"),
            Refusal.LAST_OWNER,
        ),
        (
            ChangePerson(person_id=JOAN, name="marta", language="es", role="packer"),
            Refusal.NAME_TAKEN,
        ),
    ],
)
def test_what_will_not_do_is_refused_and_changes_nothing(
    staff: Staff, asked: StaffErrand, why: Refusal | Unfit
) -> None:
    before = staff.everybody()
    assert staff.do(asked) == PersonRefused(why)
    assert staff.everybody() == before


def test_whoever_has_left_signs_in_no_more_and_stays_in_sight(
    opened: Opened, staff: Staff
) -> None:
    joan = the(staff.do(Leave(JOAN)))
    with opened.read() as work:
        assert work.people.pin_check(JOAN) is None
        assert work.people.of_badge(joan.badge) is None
    assert staff.everybody()[-1] == joan
    assert the(staff.do(ComeBack(JOAN))).active


def test_a_name_that_is_free_again_cannot_come_back_twice(staff: Staff) -> None:
    staff.do(Leave(JOAN))
    staff.do(AddPerson(name="Joan"))
    assert staff.do(ComeBack(JOAN)) == PersonRefused(Refusal.NAME_TAKEN)


def test_an_owner_may_leave_once_there_is_another(staff: Staff) -> None:
    staff.do(ChangePerson(person_id=MARTA, name="Marta", language="en", role="owner"))
    assert not the(staff.do(Leave(PILAR))).active


def test_a_new_badge_ends_the_old_one(opened: Opened, staff: Staff) -> None:
    old = next(it.badge for it in staff.everybody() if it.id == MARTA)
    new = the(staff.do(RenewBadge(MARTA))).badge
    with opened.read() as work:
        assert work.people.of_badge(old) is None
        assert work.people.of_badge(new) is not None


def test_a_new_pin_forgets_wrong_tries_and_none_lets_the_name_alone_in(
    opened: Opened, staff: Staff
) -> None:
    staff.do(ChangePin(PILAR, GOOD))
    with opened.read() as work:
        known = work.people.pin_check(PILAR)
    assert known is not None
    assert check_pin(GOOD.digits, known.stored)
    assert not the(staff.do(ChangePin(PILAR, None))).has_pin


def test_a_signature_is_kept_as_it_was_drawn(staff: Staff) -> None:
    assert the(staff.do(KeepSignature(JOAN, SIGNATURE))).signature == SIGNATURE


def test_the_first_person_owns_the_shop_whatever_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    opened = found_shop(tmp_path / "new", replace(a_new_shop(), packers=()))
    staff = Staff(opened.write, opened.read, opened.shop)
    assert staff.do(NEW) == PersonRefused(Unfit.TOO_SHORT)
    assert the(staff.do(AddPerson(name="Ane", role="packer", pin=GOOD))).is_owner
    opened.engine.dispose()


def test_a_name_that_no_slip_can_show_is_kept_and_its_letters_are_told(staff: Staff) -> None:
    wang = the(staff.do(AddPerson(name="王小明 Ana")))
    assert wang.name == "王小明 Ana"
    assert wang.unprintable == ("王", "小", "明")
    assert staff.everybody()[0].unprintable == ()


@pytest.mark.parametrize(
    "who, role, due",
    [(JOAN, "owner", True), (JOAN, "packer", False), (PILAR, "owner", False)],
)
def test_whoever_becomes_an_owner_is_asked_for_an_owners_pin(
    staff: Staff, who: int, role: str, *, due: bool
) -> None:
    staff.do(ChangePin(who, GOOD if who == PILAR else ChosenPin("8046")))
    said = staff.do(ChangePerson(person_id=who, name="Kai", language="es", role=role))
    assert isinstance(said, PeopleShown)
    assert said.pin_due is due


def test_an_owner_without_a_pin_has_none_that_is_too_short(staff: Staff) -> None:
    ane = the(staff.do(AddPerson(name="Ane")))
    said = staff.do(ChangePerson(person_id=ane.id, name="Ane", language="es", role="owner"))
    assert isinstance(said, PeopleShown)
    assert not said.pin_due
