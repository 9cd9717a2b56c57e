"""``packstation import orders_export.csv`` from outside: what it prints, what it answers."""

import json
import os
from pathlib import Path

import pytest

from packstation.__main__ import main
from tests.shops.exports import below, first, shopify
from tests.small_shop import found_shop

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A small shop where the command line looks for it, and an export with a refund."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    found_shop(home).engine.dispose()
    path = tmp_path / "orders_export.csv"
    path.write_text(shopify(first(Refunded_Amount="4.50"), below()), "utf-8", newline="")
    return path


def test_what_somebody_should_look_at_is_in_the_json(export: Path, capsys: Capture) -> None:
    assert main(("import", str(export), "--json")) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["profile"] == "shopify"
    assert said["warnings"] == {
        "total": 1,
        "named": [{"order": "#2001", "doubt": "refund_unclear", "text": "4.50 EUR"}],
    }


def test_what_changed_is_in_the_json(export: Path, capsys: Capture) -> None:
    main(("import", str(export), "--json"))
    export.write_text(shopify(first(Lineitem_quantity="1"), below()), "utf-8", newline="")
    capsys.readouterr()
    assert main(("import", str(export), "--json")) == 0
    (changed,) = json.loads(capsys.readouterr().out)["changed"]
    assert changed["number"] == "#2001"
    assert changed["differences"][0] == {
        "part": "lines", "before": "2", "after": "1", "what": "Olive soap",
    }  # fmt: skip


def test_people_read_it_in_a_sentence(export: Path, capsys: Capture) -> None:
    assert main(("--language", "en", "import", str(export))) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == (
        "  #2001: €4.50 was refunded, and the file does not say for which pieces:"
        " look in the shop before packing"
    )


def test_json_that_is_none_is_said_in_one_line(
    tmp_path: Path, export: Path, capsys: Capture
) -> None:
    path = tmp_path / "orders.json"
    path.write_text('{"orders": [', "utf-8")
    assert export.exists()
    assert main(("--language", "en", "import", str(path))) == 1
    said = capsys.readouterr()
    assert said.err == (
        "Nothing was brought in. From line 1 on this is not the JSON of orders\n"
    )
    assert said.out == ""
