"""Codes of products are looked after by the owner alone, and by the chosen printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.devices.printers import Folder
from packstation.domain.first_hour import EnterOffice
from packstation.domain.office import MayNot
from packstation.domain.printer_choice import IN_FOLDER, KeepPrinter
from packstation.domain.product_codes import (
    CodesCounted,
    ForgetCode,
    LabelsPrinted,
    LetTeach,
    LookAtCodes,
    PrintLabels,
)
from packstation.domain.shop import Packer
from packstation.office import Office
from packstation.pressroom import Pressroom
from tests.small_shop import NOW, found_shop

MARTA = Packer(1, "Marta")
PILAR = Packer(3, "Pilar", role="owner")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def office(opened: Opened) -> Office:
    room: object = Pressroom()
    here = Office(opened, Folder(opened.settings.slips), room)  # type: ignore[arg-type] # draws as the press does
    told(here, EnterOffice("3690"), PILAR)
    return here


def told(office: Office, errand: object, who: Packer) -> list[object]:
    return list(office.answer(errand, who, NOW))


@pytest.mark.parametrize(
    "errand", [LookAtCodes(), PrintLabels((), "es"), ForgetCode(1), LetTeach(by_all=True)]
)
def test_nobody_else_prints_forgets_or_lets_teach(office: Office, errand: object) -> None:
    assert told(office, errand, MARTA) == [MayNot(errand)]
    assert not any(isinstance(it, MayNot) for it in told(office, errand, PILAR))


def test_a_printer_that_was_just_chosen_is_the_one_labels_go_to(office: Office) -> None:
    told(office, KeepPrinter("Nobody's", "A6"), PILAR)
    (lost,) = told(office, PrintLabels(("TE-100",), "es"), PILAR)
    told(office, KeepPrinter(IN_FOLDER, "A6"), PILAR)
    (kept,) = told(office, PrintLabels(("TE-100",), "es"), PILAR)
    assert isinstance(lost, LabelsPrinted)
    assert isinstance(kept, LabelsPrinted)
    assert (bool(lost.trouble), bool(kept.trouble)) == (True, False)


def test_what_is_let_is_seen_at_once(office: Office) -> None:
    told(office, LetTeach(by_all=True), PILAR)
    (counted,) = told(office, LookAtCodes(), PILAR)
    assert isinstance(counted, CodesCounted)
    assert counted.by_all
