"""A small shop to bring files into, for the tests of the intake."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from packstation.domain.intake import Options, Summary
from packstation.domain.shop import Brand, Shop
from packstation.station.intake import Intake
from packstation.store.engine import open_engine, reading
from packstation.store.rows import OrderRow

SHOP = Shop(brand=Brand(name="Casa Azul"), mark="K7X")
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HEADER = "order,date,sku,product,quantity,price,customer,name"
TABLES = (
    "products", "product_codes", "customers", "orders", "order_lines", "imports",
    "search_words",
)  # fmt: skip


def an_engine(folder: Path) -> Engine:
    engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
    OrderRow.metadata.create_all(engine)
    return engine


def a_file(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "orders.csv"
    path.write_text("\n".join((header, *lines, "")), "utf-8")
    return path


def a_row(order: str = "A-1", sku: str = "SOAP", quantity: str = "2", name: str = "Ana") -> str:
    return f"{order},2026-11-20 10:00,{sku},Olive soap,{quantity},4.50,C-{name},{name}"


def bring(engine: Engine, path: Path, profile: str | None = None, **how: Any) -> Summary:  # noqa: ANN401 (Options' own fields)
    return an_intake(engine).bring_in(path, profile, Options(**how))


def an_intake(engine: Engine) -> Intake:
    return Intake(engine, SHOP, lambda: NOW)


def ask(engine: Engine, question: str, **given: object) -> Sequence[tuple[Any, ...]]:
    with reading(engine).connect() as connection:
        return [tuple(row) for row in connection.execute(text(question), given)]


def everything(engine: Engine) -> dict[str, Sequence[tuple[Any, ...]]]:
    """Every row of every table an import writes."""
    return {name: ask(engine, f"SELECT * FROM {name}") for name in TABLES}  # noqa: S608 (our own names)


def flags(engine: Engine) -> list[str]:
    return [
        word
        for (packed,) in ask(engine, "SELECT flags FROM orders")
        for word in json.loads(packed)
    ]
