"""The shape all tables share."""

from collections import ChainMap
from datetime import UTC, date, datetime
from itertools import chain
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Generic,
    Self,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    text,
)
from sqlalchemy import Row as ResultRow
from sqlalchemy.types import NullType, TypeEngine

# Alembic can only drop or alter a constraint that has a name, on SQLite above all.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Kind = TypeVar("Kind")

# SQLite counts up by itself only for a key that is exactly INTEGER.
_Id = BigInteger().with_variant(Integer, "sqlite")

Fetched = ResultRow[*tuple[Any, ...]]
"""One row of an answer, before it becomes a value of the domain."""

# By the number of each letter, as SQLite does: words that begin alike then stand together.
FoldedWord = String(40).with_variant(String(40, collation="C"), "postgresql")


def some(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of those rows only.

    PostgreSQL is told by ``tell_postgresql``: told here, its dialect would be in the memory of
    every bench.
    """
    told = {"where": where}
    return Index(name, *columns, unique=unique, sqlite_where=text(where), info=told)


def tell_postgresql(tables: MetaData) -> None:
    """Say on PostgreSQL, too, of which rows an index is: where tables are made or compared."""
    for index in chain.from_iterable(table.indexes for table in tables.tables.values()):
        if "where" in index.info:
            index.dialect_kwargs["postgresql_where"] = text(index.info["where"])


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


class Field(Generic[Kind]):
    """A column as it is written in rows.py; its table's Column for whoever asks for it.

    Its type, and whether it may be NULL, are told by the annotation unless they are given.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 (as Column takes them)
        self.column = Column[Kind](*args, **options)

    def __get__(self, row: object, table: type["Row"]) -> Column[Kind]:
        return cast("Column[Kind]", table.__table__.c[self.column.key])

    def told(self, name: str, said: object) -> Self:
        """Named ``name``, and all that ``said``, such as ``Field[str | None]``, tells of it."""
        column, (kind,) = self.column, get_args(said)
        kinds = get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)
        (kind,) = (it for it in kinds if it is not NoneType)
        if get_origin(kind) is Annotated:
            kind, shared = get_args(kind)
            column.primary_key = column.primary_key or shared.column.primary_key
            column.unique = column.unique or shared.column.unique
            column.type = shared.column.type
        elif isinstance(column.type, NullType) and not column.foreign_keys:
            column.type = _TYPES[kind]  # else it takes the type of what it refers to
        column.name = column.key = name
        column.nullable = NoneType in kinds
        return self


Key = Annotated[int, Field(_Id, primary_key=True)]
Ref = Annotated[int, Field(_Id)]
Code = Annotated[str, Field(String(64), unique=True)]

_TYPES: Final[dict[object, TypeEngine[Any]]] = {
    int: Integer(),
    str: String(),
    bytes: LargeBinary(),
    bool: Boolean(),
    datetime: Moment(),
    date: Date(),
    dict[str, Any]: JSON(),
    list[Any]: JSON(),
}


class Row:
    """A table, its columns by their names. Rows never leave ``packstation.store``.

    It reads as if it were mapped and is but a ``Table``: nobody here makes objects of rows,
    and what would map them costs each bench 10 MB (docs/decisions/0008-tables.md).
    """

    metadata: ClassVar = MetaData(naming_convention=NAMES)
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]] = ()
    __table__: ClassVar[Table]

    def __init_subclass__(cls) -> None:
        fields = {
            name: vars(cls).get(name, Field[Any]()).told(name, said)
            for name, said in cls.__annotations__.items()
        }
        for name, field in fields.items():
            setattr(cls, name, field)
        columns = (field.column for field in fields.values())
        rules = [it for it in cls.__table_args__ if not isinstance(it, dict)]
        options = [it for it in cls.__table_args__ if isinstance(it, dict)]
        named = ChainMap(*options)
        cls.__table__ = Table(cls.__tablename__, cls.metadata, *columns, *rules, **named)

    @classmethod
    def __clause_element__(cls) -> Table:
        """What SQLAlchemy takes it for in a statement."""
        return cls.__table__
