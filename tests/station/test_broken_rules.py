"""A rule that somebody broke by hand: it is left out and named, and packing goes on."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import BenchParts
from packstation.cli.trouble import explain
from packstation.devices.printers import Folder
from packstation.domain import outcomes as out
from packstation.domain.rule_reading import RulesLeftOut
from packstation.places import resources
from packstation.words.words import load
from tests.shop_with_notes import RULE
from tests.small_shop import SEAL, TEA
from tests.station.noting import Bench

BROKEN = {
    "no JSON": "{nope",
    "nothing": "",
    "null": "null",
    "nested": "[" * 50_000,
    "huge": json.dumps(RULE | {"why_owner": "x" * 1_000_000}),
    "a newer schema": json.dumps(RULE | {"schema": 2}),
    "an unknown fact": json.dumps(
        RULE | {"all": [{"id": "c1", "fact": "customer.shoe_size", "op": "yes"}]}
    ),
    "a number without end": '{"schema": ' + "9" * 5000 + "}",
}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    it = Bench(tmp_path)
    yield it
    it.opened.engine.dispose()


def write(bench: Bench, body: str) -> None:
    with bench.opened.engine.begin() as connection:
        statement = text("UPDATE rules SET body = :body WHERE key = 'r_note'")
        connection.execute(statement, {"body": body})


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_parcel_is_packed_by_the_rules_that_can_be_read(bench: Bench, body: str) -> None:
    write(bench, body)

    bench.open("1050")
    planned = bench.packing.plan
    step = bench.scan(TEA, SEAL, SEAL)

    assert planned is not None
    assert [it.touch.key for it in planned] == ["sweets-lemon"]
    assert isinstance(step.outcome, out.Sealed)


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_the_bench_says_at_its_start_which_rule_is_left_out(bench: Bench, body: str) -> None:
    write(bench, body)
    parts = BenchParts(bench.opened, Folder(bench.opened.settings.slips))

    with pytest.raises(RulesLeftOut) as said:
        parts.read_phrases()

    assert "r_note" in explain(said.value, load("en", resources()))
    parts.close()


def test_rules_that_can_be_read_are_nothing_to_speak_of(bench: Bench) -> None:
    parts = BenchParts(bench.opened, Folder(bench.opened.settings.slips))
    parts.read_phrases()
    parts.close()
