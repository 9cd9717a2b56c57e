"""The most faithful customers of the Online Retail set, counted without any of our code.

Straight from the file, with csv and statistics: what packstation says must be the same.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import pairwise
from math import exp, fsum, log
from pathlib import Path
from statistics import median_high
from typing import NamedTuple
from zoneinfo import ZoneInfo

NEVER_IN_A_BOX = {
    "POST", "DOT", "C2", "23444", "M", "D", "B", "S", "BANK CHARGES", "AMAZONFEE", "CRUK",
    "23702", "22016",
}  # fmt: skip
SHOP_GAP = 60
OURS = ZoneInfo("Europe/Madrid")
"""Where the shop of the test is: its days count."""


class Invoice(NamedTuple):
    placed_at: datetime
    lines: tuple[tuple[str, int], ...]
    """(stock code, pieces)"""


class Taste(NamedTuple):
    """In how many of a hundred order days one product was, as they count that day."""

    sku: str
    bought: tuple[tuple[date, int], ...]
    percent: int


class Story(NamedTuple):
    """A customer as of the last order: all but ``days`` and ``orders`` lies before it."""

    customer: str
    orders: int
    days: tuple[date, ...]
    usual: int
    expected: str
    """Days, to the hundredth."""
    ratio: int
    state: str
    tastes: tuple[Taste, ...]
    """What was bought on two days and in one of a hundred, the dearest first."""

    @property
    def favourites(self) -> tuple[Taste, ...]:
        return tuple([it for it in self.tastes if it.percent >= 25][:3])


def stories(path: Path, most: int) -> tuple[Story, ...]:
    """Of the customers with the most order days, equals by number."""
    people = _people(path)
    ranked = sorted(people, key=lambda it: (-len(_days(people[it])), it))
    return tuple(_story(customer, people[customer]) for customer in ranked[:most])


def _people(path: Path) -> dict[str, list[Invoice]]:
    at: dict[tuple[str, str], datetime] = {}
    lines: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for row in _goods(path):
        key = (row["CustomerID"].removesuffix(".0"), row["InvoiceNo"])
        there = datetime.fromisoformat(row["InvoiceDate"]).replace(
            tzinfo=ZoneInfo("Europe/London")
        )
        placed_at = there.astimezone(OURS)
        at[key] = min(placed_at, at.get(key, placed_at))
        lines[key].append((row["StockCode"].strip().upper(), int(row["Quantity"])))
    people: dict[str, list[Invoice]] = defaultdict(list)
    for (customer, number), placed_at in at.items():
        people[customer].append(Invoice(placed_at, tuple(lines[customer, number])))
    return people


def _goods(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["StockCode"].strip().upper()
            kept = code not in NEVER_IN_A_BOX and not code.startswith("GIFT_")
            sold = not row["InvoiceNo"].startswith("C") and int(row["Quantity"]) > 0
            if kept and sold and row["CustomerID"]:
                yield row


def _days(invoices: Iterable[Invoice]) -> tuple[date, ...]:
    return tuple(sorted({it.placed_at.date() for it in invoices}))


def _story(customer: str, invoices: list[Invoice]) -> Story:
    last = max(it.placed_at for it in invoices)
    before = [it for it in invoices if it.placed_at < last]
    days = tuple(day for day in _days(before) if day < last.date())
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    expected = exp((2 * log(SHOP_GAP) + sum(map(log, gaps))) / (2 + len(gaps)))
    silence = (last.date() - days[-1]).days
    return Story(
        customer=customer,
        orders=len(invoices),
        days=_days(invoices),
        usual=median_high(gaps),
        expected=f"{expected:.2f}",
        ratio=round(100 * silence / expected),
        state=_state(silence, silence / expected),
        tastes=_tastes(before, last.date()),
    )


def _state(silence: int, times: float) -> str:
    if silence > 730 or (times >= 3 and silence >= 45):
        return "returning"
    return "late" if times >= 1.5 else "active"


def _tastes(before: list[Invoice], today: date) -> tuple[Taste, ...]:
    bought: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for it in before:
        for sku, pieces in it.lines:
            bought[sku][it.placed_at.date()] += pieces
    whole = _counted({day for by_day in bought.values() for day in by_day}, today)
    found = [
        Taste(sku, tuple(sorted(by_day.items())), percent)
        for sku, by_day in bought.items()
        if len(by_day) >= 2 and (percent := round(100 * _counted(by_day, today) / whole)) >= 1
    ]
    return tuple(sorted(found, key=_dearest_first))


def _counted(days: Iterable[date], today: date) -> float:
    return fsum(2.0 ** (-(today - day).days / 180) for day in days)


def _dearest_first(it: Taste) -> tuple[int, int, int, str]:
    return -it.percent, -len(it.bought), -sum(pieces for _, pieces in it.bought), it.sku
