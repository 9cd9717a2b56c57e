"""kill -9 at every moment of every operation, then at random: nothing lost, nothing twice."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

import pytest

from packstation.domain.bench import Bench, Free
from packstation.places import migrations
from packstation.store.engine import open_engine
from packstation.store.migrate import migrate
from packstation.store.upgrade import is_current
from tests.small_shop import a_new_shop, found_shop
from tests.station.killed import Found, ask, broken_promises, find, place, resumed
from tests.station.killing import Killer, Life, Living, a_killer, at_of, opened_at
from tests.station.stories import DAY_ORDERS, OPERATIONS, WITH_NOTES, Input, inputs, shop_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")

SEED = 4
RETRIED = 20
"""Every how many moments an upgrade is begun again."""
STATES = "SELECT state, count(*) FROM print_jobs GROUP BY state"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(scope="module")
def killer(home: Path) -> Iterator[Killer]:
    with a_killer(home) as killer:
        yield killer


def shop_before(folder: Path, story: str) -> bytes:
    """The shop with all of ``story`` done but its last input."""
    opened = found_shop(folder, shop_of(story))
    opened.engine.dispose()
    return _done(folder, inputs(story)[:-1])


def _done(folder: Path, given: tuple[Input, ...]) -> bytes:
    living = Living(opened_at(folder))
    living.station.resume()
    for number, it in enumerate(given):
        living.do(it, at_of(number))
    living.opened.engine.dispose()
    return (folder / "packstation.db").read_bytes()


@dataclass(frozen=True, slots=True)
class Died:
    moment: int
    shown: bool
    found: Found
    broken: list[str]


def deaths(killer: Killer, home: Path, shop: bytes, story: str) -> Iterator[Died]:
    """Die at the first moment of the operation, the second, … until it lives to its end."""
    for moment in count(1):
        place(home, shop)
        ended = killer.run(Life(story, len(inputs(story)) - 1, moment))
        yield Died(moment, ended.shown > 0, find(home), broken_promises(home))
        if not ended.killed:
            assert ended.status == 0
            return


def done_after_all(home: Path, story: str) -> Found:
    """The operation again, by whoever stands at the bench after the restart."""
    living = Living(opened_at(home))
    living.station.resume()
    living.do(inputs(story)[-1], at_of(len(inputs(story)) - 1))
    living.opened.engine.dispose()
    return find(home)


@pytest.mark.parametrize("story", [it for it in (*OPERATIONS, *WITH_NOTES) if it != "print"])
def test_killed_at_any_moment_the_bench_is_as_before_or_as_after(
    killer: Killer, home: Path, tmp_path: Path, story: str
) -> None:
    shop = shop_before(tmp_path, story)
    place(home, shop)
    before = find(home)
    assert killer.run(Life(story, len(inputs(story)) - 1)).status == 0
    after = find(home)
    assert after.tables != before.tables
    died = list(deaths(killer, home, shop, story))
    assert [it.broken for it in died] == [[]] * len(died)
    assert all(it.found in (before, after) for it in died)
    assert all(it.found == after for it in died if it.shown)
    # Once it is written it stays so, and from the last moment on it is.
    written = [it.found == after for it in died]
    assert written == sorted(written)
    assert len(died) >= 9
    place(home, shop)
    killer.run(Life(story, len(inputs(story)) - 1, 2))
    assert done_after_all(home, story) == after


def test_a_slip_killed_on_its_way_to_paper_never_comes_out_twice_by_itself(
    killer: Killer, home: Path, tmp_path: Path
) -> None:
    shop = shop_before(tmp_path, "print")
    ends: list[tuple[str, int, str, int]] = []
    for died in deaths(killer, home, shop, "print"):
        assert died.broken == []
        state, papers = _printing(home)
        living = Living(opened_at(home))
        while living.desk.print_next(at_of(99)):
            pass
        living.opened.engine.dispose()
        ends.append((state, papers, *_printing(home)))
    assert set(ends) == {
        ("queued", 0, "sent", 1),  # nothing had begun: it is printed now
        ("unknown", 0, "unknown", 0),  # a person is asked in these two cases:
        ("unknown", 1, "unknown", 1),  # nobody else can know whether paper came out
        ("sent", 1, "sent", 1),
    }


def _printing(home: Path) -> tuple[str, int]:
    ((state, jobs),) = ask(home, STATES)
    assert jobs == 1
    return state, len(list((home / "slips").glob("*.pdf")))


def test_killed_at_random_moments_of_a_day_every_tick_that_was_shown_is_there(
    killer: Killer, home: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills: int = request.config.getoption("--kills")
    shop = found_shop(tmp_path, a_new_shop(*DAY_ORDERS))
    shop.engine.dispose()
    morning = (tmp_path / "packstation.db").read_bytes()
    benches = _undisturbed(tmp_path)
    chance = Random(SEED)  # noqa: S311 (the same moments each time)
    killed = unheard = 0
    while killed < kills:
        place(home, morning)
        step = 0
        while step < len(benches) - 1:
            delay = chance.uniform(0, 0.03) if killed < kills else 0.0
            ended = killer.run(Life("day", step, delay=delay))
            killed += ended.killed
            shown = step + ended.shown
            found = _stands(home)
            assert found in benches[shown : shown + 2]
            # An input that was written, and nobody was told, is not given a second time.
            step = shown + (found != benches[shown])
            unheard += step - shown
        assert broken_promises(home) == []
        assert ask(home, "SELECT DISTINCT state FROM orders") == [("packed",)]
    request.node.user_properties += [("kills", killed), ("written, not heard of", unheard)]


def _stands(home: Path) -> tuple[Bench, int]:
    """The bench after a restart, and how many inputs its journal holds."""
    return resumed(home), ask(home, "SELECT count(*) FROM bench_events")[0][0]


def _undisturbed(folder: Path) -> list[tuple[Bench, int]]:
    """Where the bench stands after each input of a day on which nothing happens."""
    living = Living(opened_at(folder))
    with closing(sqlite3.connect(folder / "packstation.db")) as shop:
        events = "SELECT count(*) FROM bench_events"
        benches = [(living.station.resume(), 0)]
        for number, given in enumerate(inputs("day")):
            living.do(given, at_of(number))
            benches.append((living.station.bench, shop.execute(events).fetchone()[0]))
    living.opened.engine.dispose()
    assert isinstance(benches[-1][0], Free)
    return benches


def test_an_upgrade_killed_at_any_moment_leaves_the_old_version_or_the_new(
    killer: Killer, home: Path, tmp_path: Path
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(engine, migrations())
    engine.dispose()
    new = _tables_of(tmp_path / "new.db")
    found = []
    for moment in count(1):
        place(home, b"")
        ended = killer.run(Life("migrate", moments=moment))
        found.append(_tables_of(home / "packstation.db"))
        if moment % RETRIED == 0:
            assert killer.run(Life("migrate")).status == 0
            assert _tables_of(home / "packstation.db") == new
        if not ended.killed:
            break
    assert found == sorted(found, key=len)
    assert {tuple(it) for it in found} == {(), tuple(new)}
    assert len(found) > len(new)


def _tables_of(shop: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(shop)) as there:
        there.execute("PRAGMA integrity_check")
        tables = there.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    engine = open_engine(f"sqlite:///{shop}")
    assert is_current(engine) == bool(tables)
    engine.dispose()
    return tables
