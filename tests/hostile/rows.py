"""Texts nobody would send in kindness: a few of our own, and all of the shared file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.conftest import SHARED

FILE = SHARED / "checks" / "bad_inputs.jsonl"
NAME, NOTE, STAFF, LIMIT, ORDER = (
    "customer.name",
    "customer.note",
    "staff.name",
    "customer.preference",
    "order.no",
)
TEXTS = (NAME, NOTE, STAFF, LIMIT, ORDER, "address")

OWN = (
    "<u>Eva</u> <img src='http://127.0.0.1:9/x.png'>",
    '<a href="http://eva.invalid">x</a> &amp; &K <eva@eva.example>',
    "{x.__init__} {{3*3}} %d ${PATH} \\N{BELL}",
    "Eva\u202e321\u2066 \x1b[2J\x9b31m \x00\x07",
    "(a) Tj ET \\) endstream",
    "../../etc/x\\NUL:*?",
    "\u0645\u062d\u0645\u062f (Eva) 5",
    "X" + "\u0323\u0302" * 300,
    "\u200b\u2060 \u00a0",
    "W" * 20_000,
    "\U0001f469\u200d\U0001f692 Eva \u68ee",
)

_RECIPES: dict[str, tuple[str, ...]] = {
    "txt-09": ("<b>" * 2000 + "x" + "</b>" * 2000,),
    "txt-10": ("A" * 100_000,),
    "txt-15": ("Z" + "\u0301" * 500,),
    "txt-27": ("\n".join("C" * 200 for _ in range(10)),),
    "txt-30": (("no sweets at all, please; " * 80)[:1995] + " nuts",),
    "file-06": ("ORD-1", "ORD_1", "ord-1"),
    "file-09": ("A" * 200,),
}


@dataclass(frozen=True, slots=True)
class Hostile:
    """One text, and what the file says of it."""

    name: str
    channel: str
    text: str
    expected: str = ""


_NOT_THERE = pytest.param(
    None,
    id="the-file",
    marks=pytest.mark.skip(reason=f"needs {FILE}, which is not part of the project"),
)


def rows(*channels: str) -> list[Any]:
    """Parameters: the file's texts of ``channels``, or one that is skipped without it."""
    if not FILE.is_file():
        return [_NOT_THERE]
    return [pytest.param(it, id=it.name) for it in _read() if it.channel in channels]


def ids_of(channel: str) -> list[Any]:
    """Parameters: the name of each of the file's rows for ``channel``, likewise."""
    if not FILE.is_file():
        return [_NOT_THERE]
    return [row["id"] for row in _lines() if row["channel"] == channel]


def own(channel: str = NAME) -> list[Any]:
    """Parameters: our own texts, which are always there."""
    named = (Hostile(f"own-{n}", channel, text) for n, text in enumerate(OWN, 1))
    return [pytest.param(it, id=it.name) for it in named]


def _lines() -> Iterator[dict[str, Any]]:
    return map(json.loads, FILE.read_text("utf-8").splitlines())


def _read() -> Iterator[Hostile]:
    for row in _lines():
        for text in _texts(row):
            yield Hostile(row["id"], row["channel"], text, row["expected"])


def _texts(row: dict[str, Any]) -> tuple[str, ...]:
    payload = row.get("payload")
    return (payload,) if isinstance(payload, str) else _RECIPES.get(row["id"], ())
