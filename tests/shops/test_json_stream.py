"""A JSON file in pieces, as it comes from the disk."""

import pytest

from packstation.domain.intake import JsonBroken
from packstation.shops.json_stream import orders_in

FAR: str = " " * 70_000
"""More than is read at once."""


@pytest.mark.parametrize(
    "chunks",
    [
        ['{"n": ' + FAR + "12", '34, "orders": [{"no": 1}]}'],
        ['{"orders": [{"no": ' + FAR, "1}]}"],
        ['{"orders": ' + FAR, '[{"no": 1}], "more": {"no": 2}}'],
        ["[" + FAR + '{"no"', ": 1}" + FAR, "]"],
    ],
)
def test_an_order_is_found_wherever_the_text_is_cut(chunks: list[str]) -> None:
    assert list(orders_in(iter(chunks))) == [(1, {"no": "1"})]


def test_an_order_of_many_megabytes_is_none() -> None:
    chunks = ['[{"no": "', *("x" * 1_000_000 for _ in range(20)), '"}]']
    with pytest.raises(JsonBroken):
        list(orders_in(iter(chunks)))


@pytest.mark.parametrize("text", ["{}]", "[{}] x", '{"a" 1}', "[{},]"])
def test_what_stands_behind_the_orders_must_be_nothing(text: str) -> None:
    with pytest.raises(JsonBroken):
        list(orders_in(iter([text])))


def test_a_list_of_none_has_none() -> None:
    assert list(orders_in(iter(["[ ]"]))) == []
