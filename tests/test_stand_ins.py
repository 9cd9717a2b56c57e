"""What SQLAlchemy has for others stays away from the bench, and is there for who wants it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LEFT_OUT = """
import sys
from packstation.stand_ins import load_sqlalchemy
load_sqlalchemy()
load_sqlalchemy()
import packstation.assemble
"""
LOADED = """
print([it for it in ("asyncio", "email", "importlib.metadata", "ssl") if it in sys.modules])
"""
BROKEN = """
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
try:
    create_engine("sqlite://").connect().exec_driver_sql("SELECT * FROM nowhere")
except OperationalError as error:
    print(error.orig)
"""
WANTED = """
from sqlalchemy.util import compat, langhelpers
print(langhelpers.parse_version_from_metadata("SQLAlchemy")[:1])
wanted = compat.asyncio.Runner
import asyncio
print(wanted is asyncio.Runner, "importlib.metadata" in sys.modules)
"""


@pytest.mark.parametrize(
    "told, said",
    [
        (LOADED, "[]"),
        (BROKEN + LOADED, "no such table: nowhere\n[]"),
        (WANTED, "(2,)\nTrue True"),
        ("import asyncio; print(asyncio.run(asyncio.sleep(0, 5)))", "5"),
    ],
    ids=["at a bench", "after an error", "through sqlalchemy", "by anybody"],
)
def test_a_module_that_was_left_out_loads_when_it_is_wanted(told: str, said: str) -> None:
    done = subprocess.run(
        (sys.executable, "-c", LEFT_OUT + told),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (f"{said}\n", "")
