"""A shop that exports its orders again and again, for the two benches that pack them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine

from packstation.places import resources
from packstation.shops.profile import named
from packstation.station.intake import Intake
from tests.small_shop import NOW, SHOP
from tests.station.things import Said


def bring_in(engine: Engine, folder: Path, orders: Mapping[str, Said]) -> None:
    """Let the shop's newest export come in, with what it says of each of Lucía's orders."""
    path = folder / "orders.json"
    path.write_text(json.dumps([_told(number, *orders[number]) for number in orders]), "utf-8")
    ours = replace(named("packstation", resources() / "profiles"), source="test")
    Intake(engine, SHOP, lambda: NOW).bring_in(path, ours)


def _told(number: str, state: str, lines: tuple[tuple[str, int], ...]) -> dict[str, object]:
    return {
        "no": number,
        "status": state,
        "date": (NOW - timedelta(days=1)).isoformat(),
        "customer": "lucia",
        "name": "Lucía Fernández",
        "language": "es",
        "country": "ES",
        "lines": [{"sku": sku, "qty": count} for sku, count in lines],
    }
