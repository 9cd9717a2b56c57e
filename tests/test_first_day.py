"""A shop of one's own: nobody works there until somebody is named; and after an upgrade."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import open_shop
from packstation.domain import outcomes as out
from packstation.domain.people import AddPerson
from packstation.domain.scans import Command, SignIn
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.station.people import Staff
from packstation.station.station import Station
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from tests.small_shop import NOW


def test_nobody_works_in_a_shop_of_ones_own_until_somebody_is_named(tmp_path: Path) -> None:
    opened = open_shop(_settings(tmp_path))
    with opened.read() as work:
        assert work.people.everybody() == ()
    opened.engine.dispose()


def test_whoever_is_named_without_a_pin_signs_in_by_the_name_alone(tmp_path: Path) -> None:
    opened = open_shop(_settings(tmp_path))
    Staff(opened.write, opened.read, opened.shop).do(AddPerson(name="Ana"))
    station = Station(opened.write, opened.shop, "1")
    station.resume()
    step = station.receive(Command(SignIn(1, ""), NOW))
    assert step is not None
    assert isinstance(step.outcome, out.SignedIn)
    opened.engine.dispose()


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_new_shop_speaks_what_its_first_window_speaks(tmp_path: Path, language: str) -> None:
    opened = open_shop(replace(_settings(tmp_path), language=language))
    assert opened.shop.language == language
    opened.engine.dispose()


def _settings(home: Path) -> BenchSettings:
    return BenchSettings(home=home, database=f"sqlite:///{home / 'own.db'}")


@pytest.mark.parametrize("source, pin", [("own", ""), ("demo", "scrypt$…")])
def test_a_pin_nobody_knows_is_forgotten_and_no_other(
    tmp_path: Path, source: str, pin: str
) -> None:
    """The first version gave a shop of one's own a PIN by chance, and no way to set one."""
    engine = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    migrate(engine, migrations(), "0001")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO imports (id, source, file_name, started_at, summary)"
                " VALUES (1, :source, '', :now, '{}')"
            ),
            {"source": source, "now": "2026-11-20 10:00:00"},
        )
        connection.execute(
            text(
                "INSERT INTO packers (name, badge, pin, language, role, signature)"
                " VALUES ('Ana', 'B1', 'scrypt$…', 'es', 'owner', '[]')"
            )
        )
    migrate(engine, migrations())
    with engine.connect() as connection:
        assert connection.execute(text("SELECT pin FROM packers")).scalar_one() == pin
    engine.dispose()


def test_a_shop_founded_before_a_command_gets_its_code_once(tmp_path: Path) -> None:
    """Also one whose tables are those of today, which needs no upgrade."""
    before = open_shop(_settings(tmp_path))
    known = {body: name for body, name in before.shop.commands.items() if name != "missing"}
    with before.write() as work:
        work.settings.keep_shop(asdict(replace(before.shop, commands=known)))
        work.commit()
    before.engine.dispose()
    opened = open_shop(_settings(tmp_path))
    (body,) = opened.shop.commands.keys() - known.keys()
    assert opened.shop.commands == known | {body: "missing"}
    assert opened.shop_by_now() == opened.shop
    opened.engine.dispose()
    again = open_shop(_settings(tmp_path))
    assert again.shop.commands == opened.shop.commands
    again.engine.dispose()


@pytest.mark.parametrize("demo, states", [(False, {"draft"}), (True, {"on"})])
def test_the_starter_rules_wait_as_drafts_and_are_on_in_the_demo(
    tmp_path: Path, states: set[str], *, demo: bool
) -> None:
    database = f"sqlite:///{tmp_path / 'shop.db'}"
    opened = open_shop(BenchSettings(home=tmp_path, database=database, demo=demo))
    with opened.engine.connect() as connection:
        rows = connection.execute(text("SELECT key, state FROM rules")).all()
    with opened.read() as work:
        switched_on = work.settings.rules()
    assert {state for _, state in rows} == states
    assert len(switched_on) == (len(rows) if demo else 0)
    assert len(rows) == len([*(resources() / "rules").glob("*.json")])
    opened.engine.dispose()
