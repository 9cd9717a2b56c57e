"""What the engine keeps to itself, and how much it asks for at once."""

from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from packstation.store.engine import some_at_once
from packstation.store.rows import SettingRow
from tests.small_shop import an_engine


def test_an_error_that_is_logged_does_not_tell_what_was_to_be_written(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    twice = [{"key": "pin", "value": "3690"}, {"key": "pin", "value": "3690"}]
    with pytest.raises(IntegrityError) as error, engine.begin() as connection:
        connection.execute(insert(SettingRow), twice)
    engine.dispose()
    assert "3690" not in str(error.value)


@pytest.mark.parametrize(
    "keys, parts", [(0, []), (1, [1]), (500, [500]), (1001, [500, 500, 1])]
)
def test_many_keys_are_asked_for_in_parts_and_each_once(keys: int, parts: list[int]) -> None:
    asked = list(some_at_once(iter(range(keys))))
    assert [len(it) for it in asked] == parts
    assert [key for some in asked for key in some] == list(range(keys))
