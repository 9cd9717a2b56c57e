"""The database's way from version to version: head equals models, half a way is no way."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from packstation.places import migrations
from packstation.store.base import Row
from packstation.store.engine import open_engine
from packstation.store.migrate import config_for, migrate
from packstation.store.upgrade import HEAD, NewerDatabaseError, is_current


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_engine(f"sqlite:///{tmp_path / 'shop.db'}")


def test_the_newest_revision_makes_exactly_the_tables_we_use(engine: Engine) -> None:
    migrate(engine, migrations())
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_program_knows_its_newest_revision(engine: Engine) -> None:
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(config_for(migrations(), connection))
    assert scripts.get_heads() == [HEAD]


def test_a_fresh_and_a_current_database_are_told_apart(engine: Engine) -> None:
    assert not is_current(engine)
    migrate(engine, migrations())
    assert is_current(engine)


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    migrate(engine, migrations())
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError):
        is_current(engine)


def test_a_migration_that_breaks_leaves_nothing_behind(engine: Engine) -> None:
    with engine.begin() as connection:
        # The last table the migration makes is in its way.
        connection.execute(text("CREATE TABLE stock_movements (in_the_way INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        migrate(engine, migrations())
    assert inspect(engine).get_table_names() == ["stock_movements"]
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE stock_movements"))
    migrate(engine, migrations())
    assert is_current(engine)
