"""What lies on the disk after a bench died, and what must be true of it whatever happened."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from packstation.assemble import Opened
from packstation.domain.bench import Bench
from packstation.station.station import Station
from tests.station.killing import BENCH, opened_at

# New with each life: names of operations, and the chance that goes into a seal.
_BY_CHANCE: Final = frozenset({"op", "payload", "core", "personal", "digest"})

Tables = dict[str, list[tuple[Any, ...]]]

_ORDERS: Final = "SELECT count(*) FROM orders WHERE source <> '~news'"
_NEWS_ASTRAY: Final = """
    SELECT number FROM orders AS o WHERE source <> '~news' AND state <> 'arriving'
    AND (state IN ('claimed', 'parked') AND arrives_as IS NOT NULL) <>
        EXISTS (SELECT 1 FROM orders WHERE source = '~news' AND outside_id = o.id || '')
"""
_ORDERS_BY_STATE: Final = """
    SELECT state, count(*) FROM orders WHERE state <> 'arriving' GROUP BY state
"""
_NOT_ONE_RECORD: Final = """
    SELECT number FROM orders WHERE state = 'packed' AND 1 <>
        (SELECT count(*) FROM packings WHERE order_id = orders.id AND voided_at IS NULL)
"""
_RECORD_TOO_MANY: Final = """
    SELECT slip_number FROM packings JOIN orders ON orders.id = order_id
    WHERE state NOT IN ('packed', 'shipped') AND voided_at IS NULL
"""
_NOT_ONE_JOB: Final = """
    SELECT slip_number FROM packings
    LEFT JOIN print_jobs ON packing_id = packings.id AND copy = 0
    GROUP BY packings.id HAVING count(print_jobs.id) NOT IN (1, voided_at IS NULL)
"""
_COPY_FOR_NOTHING: Final = """
    SELECT id FROM print_jobs
    WHERE (copy > 0) <> (because <> '') OR (copy > 0) <> (asked_by <> '')
"""
_JAR_MISCOUNTED: Final = """
    SELECT key FROM touches WHERE on_hand <>
        (SELECT coalesce(sum(change), 0) FROM stock_movements WHERE touch_key = key)
"""
_GIVEN_IN_NO_PARCEL: Final = """
    SELECT given_touches.id FROM given_touches JOIN packings ON packings.id = packing_id
    WHERE voided_at IS NOT NULL
"""
_NOTE_AND_NO_CARD: Final = """
    SELECT number FROM orders JOIN packings ON order_id = orders.id AND voided_at IS NULL
    WHERE state = 'packed' AND (SELECT count(*) FROM written_notes WHERE order_id = orders.id)
        <> (SELECT count(*) FROM given_touches JOIN touches ON key = touch_key
            WHERE packing_id = packings.id AND kind = 'note')
"""
_NUMBERS: Final = "SELECT slip_number FROM packings ORDER BY id"
_SEQUENCE: Final = "SELECT count(*), coalesce(max(seq), 0) FROM bench_events"


@dataclass(frozen=True, slots=True)
class Found:
    """A bench as the next start of the program finds it."""

    bench: Bench
    tables: Tables


def find(home: Path) -> Found:
    """Open what is in ``home`` as the program does, then look at every table."""
    return Found(resumed(home), tables(home))


def resumed(home: Path) -> Bench:
    """Where the bench of ``home`` stands after a restart."""
    opened = _opened(home)
    bench = Station(opened.write, opened.shop, BENCH).resume()
    opened.engine.dispose()
    return bench


@cache
def _opened(home: Path) -> Opened:
    """Compiled once for all the deaths that are looked at; no connection outlives a look."""
    return opened_at(home)


def tables(home: Path) -> Tables:
    with closing(sqlite3.connect(home / "packstation.db")) as shop:
        names = shop.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: _rows(shop, name) for (name,) in sorted(names)}


def _rows(shop: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = [row[1] for row in shop.execute(f"PRAGMA table_info({table})")]
    wanted = ", ".join(f'"{it}"' for it in columns if it not in _BY_CHANCE)
    return sorted(shop.execute(f"SELECT {wanted} FROM {table}"), key=repr)  # noqa: S608 (names of our own tables)


def ask(home: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home / "packstation.db")) as shop:
        return shop.execute(question).fetchall()


def broken_promises(home: Path) -> list[str]:
    """What reliability asks for and ``home`` does not keep; empty when all is well."""
    numbers = [number for (number,) in ask(home, _NUMBERS)]
    ((events, last),) = ask(home, _SEQUENCE)
    ((orders,),) = ask(home, _ORDERS)
    promises = {
        "the file is whole": ask(home, "PRAGMA integrity_check") == [("ok",)],
        "every row has what it points at": ask(home, "PRAGMA foreign_key_check") == [],
        "no order is lost": sum(it[1] for it in ask(home, _ORDERS_BY_STATE)) == orders,
        "news waits for whoever has the order": ask(home, _NEWS_ASTRAY) == [],
        "a packed order has one live record": ask(home, _NOT_ONE_RECORD) == [],
        "nothing else has one": ask(home, _RECORD_TOO_MANY) == [],
        "a live record has one print job, a void one not more": ask(home, _NOT_ONE_JOB) == [],
        "every copy has its reason, and who asked": ask(home, _COPY_FOR_NOTHING) == [],
        "a jar holds what was put in and not taken": ask(home, _JAR_MISCOUNTED) == [],
        "a void parcel gives nothing": ask(home, _GIVEN_IN_NO_PARCEL) == [],
        "a packed note is kept, and no other": ask(home, _NOTE_AND_NO_CARD) == [],
        "numbers have no gap": numbers == [f"2-26-{n:06}" for n in range(1, len(numbers) + 1)],
        "the journal has no gap": events == last,
    }
    return [promise for promise, kept in promises.items() if not kept]


def place(home: Path, shop: bytes) -> None:
    """Let ``home`` hold this database and nothing of an earlier life."""
    for end in ("-wal", "-shm"):
        (home / f"packstation.db{end}").unlink(missing_ok=True)
    (home / "packstation.db").write_bytes(shop)
    for slip in (home / "slips").glob("*"):
        slip.unlink()
