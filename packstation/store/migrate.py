"""Run Alembic: apart from upgrade.py because it is rarely needed and slow to import."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from packstation.store.server import begin_alone


def migrate(engine: Engine, migrations: Path, revision: str = "head") -> None:
    """Bring ``engine``'s database to ``revision`` in one transaction: all of it or nothing.

    Raises UnsuitableDatabase.
    """
    with engine.begin() as connection:
        begin_alone(connection)
        command.upgrade(config_for(migrations, connection), revision)


def config_for(migrations: Path, connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
