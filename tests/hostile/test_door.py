"""What comes in with a file is decided once, at the door: no screen thinks of it again."""

import csv
from pathlib import Path

import pytest

from packstation.domain.orders import Order
from packstation.shops.cells import LONGEST_LINE, LONGEST_TEXT
from packstation.store.engine import reading
from packstation.store.orders import Orders
from tests.hostile.rows import NAME, NOTE, Hostile, own, rows
from tests.station.bringing import an_engine, bring

HEADER = (
    "order",
    "date",
    "sku",
    "product",
    "quantity",
    "price",
    "name",
    "message",
    "gift_message",
)


def brought(folder: Path, name: str = "Ana", message: str = "", number: str = "A-1") -> Order:
    """The order as a bench would see it, after a real import of a file with these texts."""
    path = folder / "orders.csv"
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        row = (number, "2026-11-20 10:00", "SOAP", name, "2", "4.50", name, message, message)
        out.writerow(row)
    engine = an_engine(folder)
    try:
        bring(engine, path)
        with reading(engine).connect() as connection:
            return Orders(connection).snapshot(1)[0]
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    "name, kept",
    [
        ("null", "null"),
        ("N/A", "N/A"),
        ("undefined", "undefined"),
        ("\u200b \u00a0\u3000", ""),
        ("\u2060\ufeff", ""),
        ("a\x00b", "ab"),
        ("Ana\x1b[2J\x07", "Ana[2J"),
        ("<b>Ana</b> & {0}", "<b>Ana</b> & {0}"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("W" * 1000, "W" * (LONGEST_LINE - 1) + "\u2026"),
    ],
)
def test_a_name_is_kept_to_the_letter_or_is_none(tmp_path: Path, name: str, kept: str) -> None:
    order = brought(tmp_path, name)
    assert order.customer_name == kept
    assert order.recipient == kept


def test_a_message_without_end_ends_in_dots(tmp_path: Path) -> None:
    order = brought(tmp_path, message="A" * 100_000)
    assert order.message == order.gift_message == "A" * (LONGEST_TEXT - 1) + "\u2026"


def test_a_file_with_a_lone_surrogate_still_comes_in(tmp_path: Path) -> None:
    """It is no UTF-8, so it is read as what a Spanish spreadsheet writes; nothing breaks."""
    order = brought(tmp_path, "Ana\ud800")
    assert order.customer_name.startswith("Ana")
    order.customer_name.encode()


@pytest.mark.parametrize("hostile", [*own(), *rows(NAME, NOTE, "address")])
def test_every_text_comes_in_and_can_be_stored_anywhere(
    tmp_path: Path, hostile: Hostile
) -> None:
    order = brought(tmp_path, hostile.text, hostile.text)
    stored = f"{order.customer_name}{order.message}{order.lines[0].product.name}"
    stored.encode()
    assert "\x00" not in stored
    assert len(order.customer_name) <= LONGEST_LINE
    assert len(order.message) <= LONGEST_TEXT
