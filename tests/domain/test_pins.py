"""A PIN is checked and never kept."""

import pytest

from packstation.domain.pins import check_pin, hash_pin

SALT = bytes(range(16))


def test_the_right_pin_opens() -> None:
    assert check_pin("4719", hash_pin("4719", SALT))


def test_another_pin_does_not() -> None:
    assert not check_pin("4718", hash_pin("4719", SALT))


def test_another_salt_makes_another_hash() -> None:
    assert hash_pin("4719", SALT) != hash_pin("4719", SALT[::-1])


def test_what_is_kept_says_how_it_was_made() -> None:
    kept = hash_pin("4719", SALT)
    assert kept.startswith(f"scrypt$16384$8$1${SALT.hex()}$")
    assert "4719" not in kept


def test_a_hash_of_another_cost_is_still_checked() -> None:
    made_elsewhere = (
        "scrypt$16$1$1$00ff$2fbf574bb99296ac6480b31540411bc827cd7d2dc31165aba7907041263d4df5"
    )
    assert check_pin("4719", made_elsewhere)
    assert not check_pin("4718", made_elsewhere)


def test_something_else_is_no_pin() -> None:
    with pytest.raises(ValueError, match="plain"):
        check_pin("4719", "plain$1$1$1$00$00")
