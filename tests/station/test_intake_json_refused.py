"""JSON that is refused, whole order by whole order, and points at the place."""

import json
from pathlib import Path

import pytest

from packstation.domain import intake as it
from tests.shops.answers import SHOPIFY, SOAP, WOO, a_file, ours
from tests.station.bringing import an_engine, bring, everything


def refused(folder: Path, content: object) -> it.Refusal:
    """The one reason why nothing came in; and nothing did."""
    engine = an_engine(folder)
    with pytest.raises(it.RowsRefused) as stopped:
        bring(engine, a_file(folder, content))
    assert not any(everything(engine).values())
    (refusal,) = stopped.value.refused
    return refusal


def test_json_01_a_wrong_count_refuses_the_whole_order_by_its_pointer(tmp_path: Path) -> None:
    order = {"no": "1", "lines": [{"sku": "A", "qty": "two"}, SOAP]}
    refusal = refused(tmp_path, order)
    assert (refusal.column, refusal.text) == ("/lines/0/qty", "two")
    assert refusal.reason is it.Reason.NOT_WHOLE


def test_json_04_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    refusal = refused(tmp_path, '{"no":"1","no":"2","lines":[{"sku":"A","qty":1}]}')
    assert (refusal.column, refusal.reason) == ("/no", it.Reason.NAMED_TWICE)


def test_a_name_that_stands_twice_in_a_line_is_refused(tmp_path: Path) -> None:
    refusal = refused(tmp_path, '[{"no":"1","lines":[{"sku":"A","qty":1,"qty":9}]}]')
    assert (refusal.column, refusal.reason) == ("/lines/0/qty", it.Reason.NAMED_TWICE)


def test_json_06_nesting_has_an_end(tmp_path: Path) -> None:
    deep = refused(tmp_path, [ours(x=json.loads("[" * 70 + "]" * 70))])
    assert deep.reason is it.Reason.TOO_DEEP


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, '{"data":' * 100_000, '[{"no": "1",', '{"orders": [1 2]}', "[nul]"],
)
def test_what_is_no_json_is_said_by_its_line(tmp_path: Path, content: str) -> None:
    engine = an_engine(tmp_path)
    with pytest.raises(it.JsonBroken) as stopped:
        bring(engine, a_file(tmp_path, "\n" + content))
    assert stopped.value.line == 2
    assert not any(everything(engine).values())


def test_a_number_of_5000_digits_is_refused(tmp_path: Path) -> None:
    refusal = refused(tmp_path, '{"no": ' + "9" * 5000 + ', "lines": []}')
    assert (refusal.column, refusal.reason) == ("/no", it.Reason.TEXT_TOO_LONG)


def test_one_order_told_in_two_ways_is_refused(tmp_path: Path) -> None:
    refusal = refused(tmp_path, [ours("1"), ours("1", SOAP | {"qty": 9})])
    assert refusal.reason is it.Reason.ORDER_TWICE


@pytest.mark.parametrize(
    "order, pointer, reason",
    [
        ({"no": ["1"], "lines": []}, "/no", it.Reason.NOT_A_TEXT),
        ({"no": "1", "lines": "x"}, "/lines", it.Reason.NOT_A_LIST),
        ({"no": "1", "lines": [3]}, "/lines/0", it.Reason.NOT_AN_OBJECT),
        (3, "", it.Reason.NOT_AN_OBJECT),
        ({"total": "19.90"}, "", it.Reason.NOT_AN_ORDER),
        ({"no": "1", "status": "odd", "lines": [SOAP]}, "/status", it.Reason.STATUS_UNKNOWN),
        (SHOPIFY | {"shipping_address": "x"}, "/shipping_address", it.Reason.NOT_AN_OBJECT),
        (WOO | {"number": ""} | {"id": None}, "/number", it.Reason.MISSING),
    ],
)
def test_what_is_not_as_it_should_be_is_pointed_at(
    tmp_path: Path, order: object, pointer: str, reason: it.Reason
) -> None:
    refusal = refused(tmp_path, [order])
    assert (refusal.column, refusal.reason) == (pointer, reason)


def test_orders_of_two_shops_in_one_file_do_not_mix(tmp_path: Path) -> None:
    refusal = refused(tmp_path, [SHOPIFY, WOO])
    assert refusal.reason is it.Reason.NOT_AN_ORDER


def test_orders_are_told_by_the_line_they_begin_on(tmp_path: Path) -> None:
    orders = [ours("1"), ours("2", SOAP | {"qty": "x"})]
    refusal = refused(tmp_path, json.dumps({"orders": orders}, indent=1))
    assert refusal.line == 15
    assert refusal.column == "/lines/0/qty"
