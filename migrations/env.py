"""Alembic's way in: runs on the connection the app hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import TypeDecorator

from packstation.store import rows  # noqa: F401  (fills the metadata)
from packstation.store.base import Row, tell_postgresql


def plain(kind: str, thing: object, _: AutogenContext) -> str | Literal[False]:
    """Write our own types as the ones beneath: a migration never imports the app."""
    if kind == "type" and isinstance(thing, TypeDecorator):
        return f"sa.{thing.impl!r}"
    return False


tell_postgresql(Row.metadata)
connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=plain,
    # Server defaults are not compared: on SQLite every one of them is found to differ.
    # The connection begins IMMEDIATE by itself, so DDL is in the transaction on SQLite too:
    # an interrupted migration leaves the old version whole.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
