"""The arithmetic of the benchmark, and that its shop is the same each time."""

import json
from collections import Counter
from pathlib import Path

from packstation.store.search_words import of_order
from tests.bench.figures import Figure, p50, p99, table, write
from tests.bench.shop_rows import WAITING, lines_of, orders_with, tables

HUNDRED = [float(n) for n in range(1, 101)]


def test_half_of_all_samples_are_quicker_than_the_p50() -> None:
    assert p50(HUNDRED) == 50.5


def test_one_sample_of_a_hundred_is_slower_than_the_p99() -> None:
    assert p99(HUNDRED) == 100.0
    assert p99([3.0, 1.0]) == 3.0


def test_a_goal_is_kept_up_to_its_very_ratio() -> None:
    assert Figure(act="scan", app=[10.0], floor=[2.0], goal=5).kept is True
    assert Figure(act="scan", app=[10.1], floor=[2.0], goal=5).kept is False
    assert Figure(act="scan", app=[10.1], floor=[2.0]).kept is None


def test_a_limit_is_kept_by_the_worst_sample_whatever_the_floor() -> None:
    assert Figure(act="silence", app=[3.0, 16.0], floor=[1.0], limit=16).kept is True
    assert Figure(act="silence", app=[3.0, 16.1], floor=[9.0], limit=16).kept is False


def test_the_table_names_what_is_missed() -> None:
    missed = Figure(act="scan an order", app=[10.1], floor=[2.0], goal=5)

    assert "MISSED" in table([missed])


def test_the_file_has_the_keys_that_are_promised(tmp_path: Path) -> None:
    write([Figure(act="scan", app=[10.0], floor=[2.0], goal=5)], tmp_path / "bench.json")

    (row,) = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    promised = {"act", "floor_p50_ms", "p50_ms", "p99_ms", "ratio", "goal"}
    assert promised <= row.keys()
    assert row["ratio"] == 5.0


def test_a_shop_of_one_size_is_always_the_same_shop() -> None:
    first, again = ([(name, list(rows)) for name, rows in tables(500)] for _ in range(2))

    assert first == again


def test_orders_of_1_10_and_200_lines_wait() -> None:
    waiting = {lines_of(order, 2000) for order in range(2001 - WAITING, 2001)}

    assert {1, 10, 200} <= waiting


def test_what_has_left_is_found_by_its_customer_alone() -> None:
    """So the words of three million orders are those of their customers, and few more."""
    rows = {statement.split()[2]: list(rows) for statement, rows in tables(500)}
    called = {row[0]: f"{row[3]} {row[4]}" for row in rows["customers"]}
    each = (
        (int(str(it[0])), str(it[5]), (str(it[7]), ""), called[it[6]]) for it in rows["orders"]
    )
    own = [
        word
        for number, state, names, who in each
        for word in of_order(number, state, names, (), who)
    ]

    assert own == [it for it in rows["search_words"] if it[0] == "waiting"]


def test_an_orders_pieces_are_those_of_its_lines() -> None:
    """The tables are made up apart, because three million orders take their time."""
    rows = {statement.split()[2]: list(rows) for statement, rows in tables(500)}
    summed = Counter[object]()
    for _, order, _, _, quantity in rows["order_lines"]:
        summed[order] += int(str(quantity))

    assert {order[0]: order[-1] for order in rows["orders"]} == summed


def test_the_newest_orders_come_first() -> None:
    assert orders_with(200, 2000, 2) == (1994, 1993)
