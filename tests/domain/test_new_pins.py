"""PINs that are refused when they are set, and those that are not."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.domain.new_pins import LONGEST, ChosenPin, Unfit, unfit

NAME = "María José Núñez"
PINS = some.text("0123456789", min_size=4, max_size=8)


def _why(pin: str, role: str = "packer", name: str = NAME) -> Unfit | None:
    return unfit(ChosenPin(pin), role=role, name=name)


@pytest.mark.parametrize(
    "pin, why",
    [
        ("1234", Unfit.IN_A_ROW),
        ("9876", Unfit.IN_A_ROW),
        ("7890", Unfit.IN_A_ROW),
        ("1357", Unfit.IN_A_ROW),
        ("2580", Unfit.IN_A_ROW),
        ("0000", Unfit.REPEATED),
        ("1212", Unfit.REPEATED),
        ("1122", Unfit.REPEATED),
        ("123123", Unfit.REPEATED),
        ("3112", Unfit.A_DAY),
        ("1231", Unfit.A_DAY),
        ("2902", Unfit.A_DAY),
        ("1984", Unfit.A_DAY),
        ("2011", Unfit.A_DAY),
        ("230584", Unfit.A_DAY),
        ("840523", Unfit.A_DAY),
        ("051984", Unfit.A_DAY),
        ("23051984", Unfit.A_DAY),
        ("19840523", Unfit.A_DAY),
        ("6274", Unfit.A_NAME),  # mari
        ("62742", Unfit.A_NAME),
        ("5673", Unfit.A_NAME),  # jose
        ("6863", Unfit.A_NAME),  # nune, without its signs
        ("742567", Unfit.A_NAME),  # riajos, over the gap
        ("123", Unfit.TOO_SHORT),
        ("", Unfit.NOT_DIGITS),
        ("12a4", Unfit.NOT_DIGITS),
        ("１２３４", Unfit.NOT_DIGITS),  # noqa: RUF001 (digits no key of the pad types)
        ("\ud800123", Unfit.NOT_DIGITS),
        ("4" * (LONGEST + 1), Unfit.TOO_LONG),
    ],
)
def test_a_pin_that_is_guessed_soon_is_refused(pin: str, why: Unfit) -> None:
    assert _why(pin) is why


@pytest.mark.parametrize("pin", ["4921", "8305", "7390", "93017", "602918"])
def test_a_pin_that_nobody_guesses_is_taken(pin: str) -> None:
    assert _why(pin) is None


def test_a_short_name_is_no_pin_either() -> None:
    assert _why("2629", name="Ana") is Unfit.A_NAME


@pytest.mark.parametrize("name", ["", "Bo", "山田", "نور"])
def test_a_name_the_keys_cannot_spell_forbids_nothing(name: str) -> None:
    assert _why("8305", name=name) is None


def test_an_owner_needs_six() -> None:
    assert _why("49218", "owner") is Unfit.TOO_SHORT
    assert _why("492185", "owner") is None


@given(PINS)
def test_a_pin_appears_in_no_text_that_might_be_kept(pin: str) -> None:
    chosen = ChosenPin(pin)

    assert pin not in repr(chosen)
    assert pin not in f"{chosen}"
    assert pin not in logging.makeLogRecord({"msg": "%s", "args": (chosen,)}).getMessage()


def test_a_person_still_has_thousands_to_choose_from() -> None:
    left = sum(_why(f"{it:04}") is None for it in range(10_000))

    assert left > 8_500
