"""The steps of whoever brings the shop's own files in, while the bench goes on."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_bdd import parsers, then, when

from packstation.domain.bench import Packing
from packstation.domain.intake import Summary
from packstation.station.intake import Intake
from tests.features.scene import Scene
from tests.shops.exports import first, shopify, woo, woo_order
from tests.small_shop import NOW

Table = Sequence[Sequence[str]]
# The real files were written two days after the day of the stories.
_COMES_IN = NOW + timedelta(days=3)


@pytest.fixture
def brought() -> list[Summary]:
    """What came of the files, the last one last."""
    return []


def _bring(scene: Scene, path: Path, brought: list[Summary]) -> None:
    opened = scene.opened
    brought.append(Intake(opened.engine, opened.shop, lambda: _COMES_IN).bring_in(path))


def _otherwise(cell: str) -> dict[str, str]:
    """Such as Status=completed; Total=1: as a shop's cells."""
    pairs = (it.partition("=") for it in cell.split(";") if it.strip())
    return {name.strip().replace(" ", "_"): text.strip() for name, _, text in pairs}


@when("Shopify's orders come in")
def _bring_shopify(
    scene: Scene, tmp_path: Path, brought: list[Summary], datatable: Table
) -> None:
    rows = (first(number, **_otherwise(other)) for number, other in datatable[1:])
    path = tmp_path / "orders_export.csv"
    path.write_text(shopify(*rows), "utf-8", newline="")
    _bring(scene, path, brought)


@when("WooCommerce's orders come in")
def _bring_woo(scene: Scene, tmp_path: Path, brought: list[Summary], datatable: Table) -> None:
    rows = (woo_order(number, **_otherwise(other)) for number, other in datatable[1:])
    path = tmp_path / "order_export.csv"
    path.write_text(woo(*rows), "utf-8", newline="")
    _bring(scene, path, brought)


@when(parsers.parse('the real file "{name}" comes in'))
def _bring_real(
    scene: Scene, brought: list[Summary], request: pytest.FixtureRequest, name: str
) -> None:
    shared: Path = request.getfixturevalue("shared")
    _bring(scene, shared / "data" / "payloads" / name, brought)


@when(parsers.parse('the scanner reads "{code}"'))
def _read(scene: Scene, code: str) -> None:
    scene.scan(code)


@then(
    parsers.re(r"(?P<new>\d+) orders? ha(s|ve) come in, and (?P<changed>\d+) ha(s|ve) changed"),
    converters={"new": int, "changed": int},
)
def _came_in(brought: list[Summary], new: int, changed: int) -> None:
    orders = brought[-1].orders
    assert (orders.new, orders.changed) == (new, changed)


@then(parsers.parse('one thing is to be looked at, about order "{number}"'))
def _to_look_at(brought: list[Summary], number: str) -> None:
    assert [it.order for it in brought[-1].warnings] == [number]


@then(parsers.parse('order "{number}" is not on the bench'))
def _not_on_the_bench(scene: Scene, number: str) -> None:
    assert not isinstance(scene.bench, Packing) or scene.bench.order.number != number


@then(
    parsers.re(r'order "(?P<number>[^"]+)" is on the bench, which has (?P<pieces>\d+) pieces?'),
    converters={"pieces": int},
)
def _on_the_bench(scene: Scene, number: str, pieces: int) -> None:
    assert isinstance(scene.bench, Packing)
    assert (scene.bench.order.number, scene.bench.order.pieces) == (number, pieces)


@then(
    parsers.parse('the record of order "{number}" knows that the shop had changed its "{part}"')
)
def _knows(scene: Scene, number: str, part: str) -> None:
    assert scene.parcel_of(number).record.core.not_taken == (part,)


STEPS = {name: step for name, step in globals().items() if name.startswith("pytestbdd")}
