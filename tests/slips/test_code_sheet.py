"""The sheet of badges and commands."""

import pytest

from packstation.domain.codes import Kind, own_code
from packstation.places import resources
from packstation.slips.code_sheet import Groups, draw_codes
from packstation.words.words import load
from tests.making import LONG_NAME
from tests.slips.reading import codes_of, pages_of, text_of

NAMES = ("Marta", "Ana", "Łukasz", LONG_NAME, "Íñigo")
BADGES = tuple(
    (name, own_code("K7Q", Kind.BADGE, f"{n}ABCD{n}EFGH")) for n, name in enumerate(NAMES, 2)
)
COMMANDS = tuple(
    (name, own_code("K7Q", Kind.COMMAND, f"{n}XYZ")) for n, name in enumerate(NAMES, 2)
)


def _sheet(groups: Groups) -> bytes:
    return draw_codes("Casa Azul", groups, load("en", resources()))


@pytest.mark.parametrize("dots", [203, 300])
def test_a_scanner_reads_every_code_of_the_sheet(dots: int) -> None:
    read = codes_of(_sheet((("Badges", BADGES), ("Commands", COMMANDS))), dots)
    assert sorted(text for _, text in read) == sorted(code for _, code in BADGES + COMMANDS)


def test_every_card_says_what_it_is_and_its_code_in_letters() -> None:
    text = text_of(_sheet((("Badges", BADGES[:2]),)))
    assert [it in text for it in ("Casa Azul", "Badges", "Marta", BADGES[0][1])] == [True] * 4


def test_a_group_that_goes_on_says_its_title_again() -> None:
    pages = pages_of(_sheet((("Badges", BADGES * 3),)))
    assert len(pages) == 2
    assert ["Badges\n" in page for page in pages] == [True, True]
    assert "2 / 2" in pages[1]


def test_the_same_groups_give_the_same_bytes() -> None:
    assert _sheet((("Badges", BADGES),)) == _sheet((("Badges", BADGES),))


def test_a_shop_without_codes_gets_an_empty_sheet() -> None:
    assert len(pages_of(_sheet(()))) == 1
