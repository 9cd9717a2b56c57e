"""The shape all tables share."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    String,
    TypeDecorator,
)
from sqlalchemy import Row as ResultRow
from sqlalchemy.orm import DeclarativeBase, mapped_column

# Alembic can only drop or alter a constraint that has a name, on SQLite above all.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite counts up by itself only for a key that is exactly INTEGER.
_Id = BigInteger().with_variant(Integer, "sqlite")

Fetched = ResultRow[*tuple[Any, ...]]
"""One row of an answer, before it becomes a value of the domain."""

Key = Annotated[int, mapped_column(_Id, primary_key=True)]
Ref = Annotated[int, mapped_column(_Id)]
Code = Annotated[str, mapped_column(String(64), unique=True)]


class Moment(TypeDecorator[datetime]):
    """A point in time: always aware, always UTC, also on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is not None and value.tzinfo is None:
            msg = f"{value!r} has no time zone"
            raise ValueError(msg)
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401 (SQLAlchemy's own signature)
        del dialect
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=value.tzinfo or UTC)


class Row(DeclarativeBase):
    """A row of ours. Rows never leave ``packstation.store``."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        datetime: Moment,
        date: Date,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }
