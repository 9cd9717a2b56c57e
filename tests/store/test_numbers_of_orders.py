"""An order is found by its number with the shop's # or without; never one for another."""

from pathlib import Path

import pytest

from packstation.store.orders import Orders
from tests.small_shop import a_new_shop, an_arriving_order, found_shop


def named(folder: Path, typed: str, *called: str) -> list[str]:
    """Which of the orders ``called`` so may be meant."""
    orders = (an_arriving_order(number, ("TE-100", 1)) for number in called)
    opened = found_shop(folder, a_new_shop(*orders))
    with opened.engine.connect() as connection:
        found = Orders(connection).named(typed)
    opened.engine.dispose()
    return [number for _, number in found]


@pytest.mark.parametrize(
    "called, typed",
    [
        ("#1001", "1001"),
        ("#1001", "#1001"),
        ("#1001-ES", "1001-ES"),
        ("#1001-ES", "#1001-ES"),
        ("1001", "#1001"),
    ],
)
def test_a_number_is_known_with_and_without_its_mark(
    tmp_path: Path, called: str, typed: str
) -> None:
    assert named(tmp_path, typed, "1", called) == [called]


@pytest.mark.parametrize("bare", ["7", "!7"])
def test_who_types_the_mark_means_it(tmp_path: Path, bare: str) -> None:
    assert named(tmp_path, bare, f"#{bare}", bare) == [f"#{bare}", bare]
    assert named(tmp_path, f"#{bare}", f"#{bare}", bare) == [f"#{bare}"]


@pytest.mark.parametrize("typed", ["1001", "#1001", "1001-", "es", "#"])
def test_part_of_a_number_is_no_number(tmp_path: Path, typed: str) -> None:
    assert named(tmp_path, typed, "#1001-ES") == []
