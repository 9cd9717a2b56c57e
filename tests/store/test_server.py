"""What holds of PostgreSQL's manners without a server: see tests/postgres for the rest."""

import subprocess
import sys
from pathlib import Path

import pytest

from packstation.store.engine import open_engine
from packstation.store.server import IMPORT, Trouble, held_alone, take_seat, trouble_of
from tests.small_shop import found_shop

ROOT = Path(__file__).parents[2]


class Told(Exception):
    """As psycopg tells of an error."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


class OperationalError(Told):
    """Of a line on which nobody answered."""


@pytest.mark.parametrize(
    "error, trouble",
    [
        (Told("55P03"), Trouble.BUSY),
        (Told("57014"), Trouble.BUSY),
        (Told("40P01"), Trouble.BUSY),
        (Told("53100"), Trouble.FULL),
        (Told("57P01"), Trouble.GONE),
        (OperationalError(None), Trouble.GONE),
        (Told("42501"), Trouble.REFUSED),
        (Told("23505"), None),
        (Told(None), None),
        (ValueError("not of a server"), None),
        (None, None),
    ],
)
def test_what_a_server_tells_by_number_has_a_name(
    error: Exception | None, trouble: Trouble | None
) -> None:
    assert trouble_of(error) is trouble


def test_a_shop_in_a_file_needs_no_locks_of_a_server(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'shop.db'}")
    with held_alone(engine, IMPORT) as first, held_alone(engine, IMPORT) as second:
        assert first
        assert second
    take_seat(engine, "1").close()
    engine.dispose()


def test_a_shop_in_a_file_never_loads_what_speaks_to_a_server(tmp_path: Path) -> None:
    found_shop(tmp_path).engine.dispose()
    program = (
        "import sys; from pathlib import Path; from packstation.assemble import open_shop;"
        " from packstation.settings import BenchSettings; home = Path(sys.argv[1]);"
        " url = f'sqlite:///{home}/packstation.db';"
        " open_shop(BenchSettings(home=home, database=url)).engine.dispose();"
        " print('psycopg' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
