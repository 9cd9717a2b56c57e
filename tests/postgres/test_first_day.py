"""A database on a server gets its tables, from nothing or from an older version, and a shop."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from packstation.assemble import Opened, open_shop
from packstation.cli.trouble import explain
from packstation.demo.shop import demo_shop
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.store.base import Row
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.migrate import migrate
from packstation.store.search import Searches
from packstation.store.server import UnsuitableDatabase
from packstation.store.upgrade import is_current
from packstation.store.work import Work
from packstation.words.words import load
from tests.postgres.server import Server
from tests.postgres.shops import every_row
from tests.store.test_old_shops import an_old_shop, words


@pytest.fixture
def nothing(server: Server) -> Iterator[Engine]:
    """A database without a table."""
    url = server.new()
    engine = open_engine(url)
    yield engine
    engine.dispose()
    server.drop(url)


def test_the_newest_revision_makes_exactly_the_tables_we_use(nothing: Engine) -> None:
    assert not is_current(nothing)
    migrate(nothing, migrations())
    with nothing.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    assert is_current(nothing)


def test_a_shop_of_the_first_version_keeps_all_it_had(nothing: Engine) -> None:
    an_old_shop(nothing)
    migrate(nothing, migrations())
    assert {("product", "taza", 1), ("waiting", "leon", 1)} <= words(nothing)
    with nothing.connect() as connection:
        assert [it.number for it in Searches(connection).find("nunez")] == ["W-1", "P-2", "P-1"]


def test_a_migration_that_breaks_leaves_nothing_behind(nothing: Engine) -> None:
    with nothing.begin() as connection:
        # The last table the migration makes is in its way.
        connection.execute(text("CREATE TABLE stock_movements (in_the_way INTEGER)"))
    with pytest.raises(DBAPIError, match="already exists"):
        migrate(nothing, migrations())
    assert inspect(nothing).get_table_names() == ["stock_movements"]


@pytest.mark.parametrize(
    "how", ["LOCALE_PROVIDER icu ICU_LOCALE 'en'", "ENCODING 'SQL_ASCII' LOCALE 'C'"]
)
def test_a_database_that_sorts_in_its_own_way_is_refused_and_left_empty(
    server: Server, how: str
) -> None:
    url = server.new(how=how)
    engine = open_engine(url)
    with pytest.raises(UnsuitableDatabase) as refused:
        migrate(engine, migrations())
    assert "LOCALE 'C'" in explain(refused.value, load("en", resources()))
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    server.drop(url)


def test_computers_that_open_a_new_shop_at_once_found_it_once(
    server: Server, tmp_path: Path
) -> None:
    url = server.new()
    settings = [BenchSettings(home=tmp_path, database=url, bench=it) for it in "1234"]
    with ThreadPoolExecutor(len(settings)) as computers:
        shops = list(computers.map(open_shop, settings))
    assert len({it.shop.mark for it in shops}) == 1
    for it in shops:
        it.engine.dispose()
    server.drop(url)


def test_what_pg_dump_kept_is_the_same_shop_again(server: Server, opened: Opened) -> None:
    url = server.carried_over(opened.settings.database)
    again = open_engine(url)
    assert is_current(again)
    assert every_row(again) == every_row(opened.engine)
    again.dispose()
    server.drop(url)


def test_the_demo_shop_can_be_worked_in(empty: Engine) -> None:
    now = datetime.now(UTC)
    new = demo_shop(now, resources() / "rules", lambda _: None).founding
    with empty.begin() as connection:
        found(connection, new)
    with Work(empty, "1") as work:
        seen = work.queue.overview(now, now, 1)
        hits = work.searches.find(seen.waiting[0].customer_name)
    assert seen.ready + seen.held + seen.parked >= 60
    assert seen.waiting[0].number in {it.number for it in hits}
