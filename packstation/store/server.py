"""PostgreSQL as the shop's database: its manners, and what only one program may do at a time.

Nothing here imports psycopg: SQLAlchemy does, once a shop's URL asks for it.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from enum import Enum, auto
from typing import Any, Final
from zlib import crc32

from sqlalchemy import Connection, Engine, create_engine, text

# Every point in time goes there and back as UTC, and nobody waits for ever: not for a row, not
# for an answer, and no transaction stays open behind somebody who went home (milliseconds).
_WISHES: Final = {
    "timezone": "UTC",
    "lock_timeout": 2_000,
    "statement_timeout": 5_000,
    "idle_in_transaction_session_timeout": 10_000,
    # The server forgets a computer that was switched off, and what it held (seconds).
    "tcp_keepalives_idle": 10,
    "tcp_keepalives_interval": 3,
    "tcp_keepalives_count": 3,
}
# A cable that was pulled is noticed within five seconds (libpq's names; seconds, but the last).
_LINE: Final = {
    "connect_timeout": 3,
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
}
_WHO: Final = {"application_name": "packstation", "client_encoding": "utf8"}
READING: Final[dict[str, Any]] = {
    "isolation_level": "REPEATABLE READ",
    "postgresql_readonly": True,
}
"""One look at the shop sees one moment, as it does on SQLite, and can change nothing."""

_OURS: Final = 0x7061636B
"""Marks our locks among those of other programs in the same database."""
FIRST_DAY: Final = 1
IMPORT: Final = 2
_BENCHES: Final = 1 << 30

_IN_ORDER: Final = "SELECT 'A-2' < 'AA' AND 'AA' < 'Z' AND 'Z' < 'a' AND 'a' < 'é'"
_ENCODING: Final = "SHOW server_encoding"

_PATIENT: Final = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL lock_timeout = '60s'",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
)


class UnsuitableDatabase(Exception):
    """It does not order texts by the number of each letter, as the shop's lists need it."""


class BenchTaken(Exception):
    """A window of another computer stands at ``bench``."""

    def __init__(self, bench: str) -> None:
        super().__init__(bench)
        self.bench = bench


class Trouble(Enum):
    """What a server may be unable to do just now."""

    BUSY = auto()
    """Somebody else has what is wanted, or the answer took too long."""
    FULL = auto()
    GONE = auto()
    """It does not answer, or cut the line."""
    REFUSED = auto()
    """It does not let us do that."""


# The codes of PostgreSQL's errors, by their first letters (its manual, appendix A).
_TROUBLES: Final = (
    ("55P03", Trouble.BUSY),
    ("57014", Trouble.BUSY),
    ("40", Trouble.BUSY),
    ("53100", Trouble.FULL),
    ("57P", Trouble.GONE),
    ("25P03", Trouble.GONE),
    ("08", Trouble.GONE),
    ("53300", Trouble.GONE),
    ("42501", Trouble.REFUSED),
)


def trouble_of(error: BaseException | None) -> Trouble | None:
    """None for what is not PostgreSQL's, or for none of these."""
    if error is None or not hasattr(error, "sqlstate"):
        return None
    code = error.sqlstate
    if code is None:  # nobody answered who could have told one
        return Trouble.GONE if type(error).__name__ == "OperationalError" else None
    return next((it for start, it in _TROUBLES if code.startswith(start)), None)


def open_server(url: str) -> Engine:
    """Its transactions write, each statement seeing what was committed before it."""
    wishes = " ".join(f"-c {name}={value}" for name, value in _WISHES.items())
    return create_engine(
        url,
        hide_parameters=True,  # as packstation.store.engine
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
        connect_args=_LINE | _WHO | {"options": wishes},
    )


def begin_alone(connection: Connection) -> None:
    """Until this transaction ends nobody else founds or upgrades; it may take its time.

    Raises UnsuitableDatabase. On SQLite whoever writes is alone anyway.
    """
    if connection.dialect.name != "postgresql":
        return
    in_order = connection.execute(text(_IN_ORDER)).scalar_one()
    if not in_order or connection.execute(text(_ENCODING)).scalar_one() != "UTF8":
        raise UnsuitableDatabase
    for wish in _PATIENT:
        connection.execute(text(wish))
    lock = text("SELECT pg_advisory_xact_lock(:ours, :what)")
    connection.execute(lock, {"ours": _OURS, "what": FIRST_DAY})


@contextmanager
def held_alone(engine: Engine, what: int) -> Iterator[bool]:
    """Whether ``what`` is ours alone until the block ends, among all computers of the shop.

    Always on SQLite: there the computer's own locks tell.
    """
    if engine.dialect.name != "postgresql":
        yield True
        return
    lock = text("SELECT pg_try_advisory_lock(:ours, :what)")
    with closing(engine.connect()) as connection:
        connection.detach()  # it goes with the block, and the lock with it
        taken: bool = connection.execute(lock, {"ours": _OURS, "what": what}).scalar_one()
        connection.commit()
        yield taken


def take_seat(engine: Engine, bench: str) -> ExitStack:
    """``bench`` is this window's alone until ``close``. Raises BenchTaken.

    Two that write one journal would each pack what the other scans.
    """
    seat = ExitStack()
    if not seat.enter_context(held_alone(engine, _BENCHES + crc32(bench.encode()) % _BENCHES)):
        seat.close()
        raise BenchTaken(bench)
    return seat
