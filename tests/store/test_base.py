"""Rows are tables: typed by their annotations, and mapped by nobody."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import ForeignKey, Index, MetaData, String, insert, select

from packstation.store.base import Code, Field, Key, Moment, Ref, Row

ROOT = Path(__file__).parents[2]


class Shelves(Row):
    metadata = MetaData()
    __tablename__ = "shelves"
    __table_args__ = (Index("ix_shelves_aisle", "aisle"), {"sqlite_with_rowid": False})

    id: Field[Key]
    code: Field[Code]
    aisle: Field[str] = Field(String(8), server_default="A")
    below: Field[Ref | None] = Field(ForeignKey("shelves.id"))
    dusted_at: Field[datetime | None]


def test_the_annotation_tells_the_type_and_whether_it_may_be_null() -> None:
    columns = Shelves.__table__.columns
    assert isinstance(columns.dusted_at.type, Moment)
    assert [it.name for it in columns if it.nullable] == ["below", "dusted_at"]


def test_what_kinds_of_columns_share_is_told_once() -> None:
    columns = Shelves.__table__.columns
    assert columns.id.primary_key
    assert columns.code.unique
    assert not columns.aisle.unique


def test_a_row_stands_for_its_table_in_a_statement() -> None:
    asked = select(Shelves.id).where(Shelves.aisle == "B")
    assert str(asked).split() == (
        ["SELECT", "shelves.id", "FROM", "shelves", "WHERE", "shelves.aisle", "=", ":aisle_1"]
    )
    assert insert(Shelves).table is Shelves.__table__


def test_options_reach_the_table() -> None:
    assert Shelves.__table__.dialect_options["sqlite"]["with_rowid"] is False
    assert {it.name for it in Shelves.__table__.indexes} == {"ix_shelves_aisle"}


@pytest.mark.parametrize("module", ["sqlalchemy.orm", "sqlalchemy.dialects.postgresql"])
def test_nothing_loads_what_a_bench_on_sqlite_never_needs(module: str) -> None:
    asked = f"import sys, packstation.assemble; print({module!r} in sys.modules)"
    done = subprocess.run(
        (sys.executable, "-c", asked), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("False\n", "")
