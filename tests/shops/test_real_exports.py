"""Exports as the platforms lay them out, which lie beside the project and never in it."""

from pathlib import Path

from packstation.domain.intake import LineKind
from packstation.domain.noticed import Doubt, Warned
from tests.shops.reading import read


def test_shopify(tmp_path: Path, shared: Path) -> None:
    path = shared / "data" / "payloads" / "shopify_csv" / "orders_export_synthetic.csv"
    found = read(tmp_path, path.read_bytes())
    assert found.counts == {
        LineKind.GOODS: 4,
        LineKind.VIRTUAL: 1,
        LineKind.SENT_BEFORE: 1,
        LineKind.CANCELLATION: 1,
    }
    assert [line.state for line in found.lines] == ["open"] * 3 + ["cancelled", "shipped"]
    assert found.head["gift_message"] == "Feliz cumpleaños"
    assert found.head["postcode"] == "28013"
    assert found.warnings == [Warned("#1003", Doubt.REFUND_UNCLEAR, "9.90 EUR")]


def test_woocommerce(tmp_path: Path, shared: Path) -> None:
    path = shared / "data" / "payloads" / "woocommerce_csv" / "webtoffee_order_export.csv"
    found = read(tmp_path, path.read_bytes())
    assert found.counts == {LineKind.GOODS: 45}
    states = dict.fromkeys((line.order, line.state) for line in found.lines)
    assert list(states) == [
        ("42", "open"), ("39", "open"), ("37", "shipped"), ("36", "shipped"),
    ]  # fmt: skip
    engraved, *_, hoodie = found.lines[-3:]
    assert engraved.note == "Grabado: Para Mamá ❤️"
    assert (hoodie.note, hoodie.sku) == ("", "WOO-HOODIE-BLUE-LOGO")
    assert "variant\x1eBlue, Yes" in hoodie.details
    assert found.warnings == [Warned("39", Doubt.REFUND_UNCLEAR, "30.00 EUR")]
