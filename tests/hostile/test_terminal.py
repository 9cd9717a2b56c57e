"""On a terminal a text from outside is read, and never obeyed; as JSON it comes back whole."""

import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.domain.arrivals import ArrivingLine, ArrivingProduct
from tests.hostile.rows import TEXTS, Hostile, own, rows
from tests.small_shop import a_new_shop, an_arriving_order, found_shop

Capture = pytest.CaptureFixture[str]

ACTING = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
"""Classes of what turns writing round."""


def a_shop_of(text: str) -> None:
    """One order of one product with ``text`` in every place, where commands look for it."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    product = ArrivingProduct(sku="S-1", name=text, variant=text, place=text)
    order = an_arriving_order(
        text,
        outside_id="1",
        customer_name=text,
        recipient=text,
        carrier=text,
        flags=(text,),
        message=text,
        gift_message=text,
        hold_reason=text,
        held_by=text,
        lines=(ArrivingLine(sku="S-1", quantity=1, note=text),),
    )
    new = replace(a_new_shop(order), products=(product,))
    found_shop(home, new).engine.dispose()


def printed(capsys: Capture, *arguments: str) -> str:
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


@pytest.mark.parametrize("hostile", [*own(), *rows(*TEXTS)])
def test_nothing_a_terminal_would_obey_is_printed(
    capsys: Capture, caplog: pytest.LogCaptureFixture, hostile: Hostile
) -> None:
    a_shop_of(hostile.text)
    waiting, code = printed(capsys, "waiting"), _code(capsys)
    texts = (waiting, printed(capsys, "show", code))
    as_json = (printed(capsys, "waiting", "--json"), printed(capsys, "show", code, "--json"))
    assert [letter for text in (*texts, *as_json) for letter in text if _acts(letter)] == []
    assert waiting.count("\n") == 1
    (listed,), seen = map(json.loads, as_json)
    assert listed["number"] == listed["customer_name"] == hostile.text
    assert seen["message"] == seen["lines"][0]["name"] == hostile.text
    assert caplog.records == []


@pytest.mark.usefixtures("_founded")
@pytest.mark.parametrize(
    "name", ["\udcff\udce9", "no\x1b[2Jsuch", "' OR 1=1 --", "%", "\u202e"]
)
@pytest.mark.parametrize("command", ["show", "slip"])
def test_an_order_that_is_not_there_is_said_in_one_plain_line(
    capsys: Capture, tmp_path: Path, command: str, name: str
) -> None:
    more = ("-o", str(tmp_path / "slip.pdf")) if command == "slip" else ()
    assert main((command, name, *more)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert [letter for letter in told.err if _acts(letter)] == []


@pytest.fixture
def _founded() -> None:
    a_shop_of("Ana")


def _code(capsys: Capture) -> str:
    (waiting,) = json.loads(printed(capsys, "waiting", "--json"))
    return str(waiting["code"])


def _acts(letter: str) -> bool:
    steers = unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} and letter != "\n"
    return steers or unicodedata.bidirectional(letter) in ACTING
