"""Say whether the database already has this version's tables."""

from typing import Final

from sqlalchemy import Engine, inspect, text

HEAD: Final = "0003"
"""The newest revision in migrations/versions; a test holds the two together."""


class NewerDatabaseError(Exception):
    """The database was written by a newer packstation than this one."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def is_founded(engine: Engine) -> bool:
    """Whether a packstation, of whatever version, has been here before."""
    with engine.connect() as connection:
        return inspect(connection).has_table("alembic_version")


def is_current(engine: Engine) -> bool:
    """Whether nothing is to be done: asked at each start, so it costs one small query.

    Raises NewerDatabaseError when the database belongs to a newer version.
    """
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    # Revisions are numbered one after the other, so text order is age.
    if revision is not None and str(revision) > HEAD:
        raise NewerDatabaseError(str(revision))
    return revision == HEAD
