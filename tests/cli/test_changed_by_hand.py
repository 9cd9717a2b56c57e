"""What somebody changed in the database by hand is said in one sentence, never a traceback."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from packstation.__main__ import main
from tests.small_shop import found_shop

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def engine() -> Engine:
    """That of a small shop where the command line looks for it."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    return found_shop(home).engine


def change(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize("command", [("shop",), ("show", "1042"), ("check",)])
@pytest.mark.parametrize(
    "value",
    [
        "'{nope'",
        "'[]'",
        "'{}'",
        "json_set(value, '$.giving', 'x')",
        "json_set(value, '$.giving', json('{\"nope\": 1}'))",
        "json_set(value, '$.brand', json('[]'))",
    ],
)
def test_settings_that_are_no_shop_are_said_in_one_line(
    engine: Engine, capsys: Capture, value: str, command: tuple[str, ...]
) -> None:
    change(engine, f"UPDATE settings SET value = {value} WHERE \"key\" = 'shop'")  # noqa: S608 (ours)
    assert main(["--language", "en", *command]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("The shop's settings cannot be read")
    assert said.err.count("\n") == 1


def test_a_rule_that_cannot_be_read_is_named_by_check_and_left_out_elsewhere(
    engine: Engine, capsys: Capture
) -> None:
    change(engine, "UPDATE rules SET body = '{nope'")
    assert main(["--language", "en", "show", "1042"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["--language", "en", "check"]) == 1
    assert "The rule r_second is left out" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("reason", ["", "  ", "\u200b\u2060", "...", "\n\t"])
def test_a_reason_that_says_nothing_prints_nothing_again(capsys: Capture, reason: str) -> None:
    assert main(["--language", "en", "reprint", "1042", "--reason", reason]) == 1
    assert capsys.readouterr().err == "Say why in a few words.\n"
