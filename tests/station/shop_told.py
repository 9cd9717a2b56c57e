"""A bench with an order on it, and a shop whose newest export says something of that order."""

from pathlib import Path

from packstation.domain import intake as it
from packstation.domain.bench import Packing
from packstation.station.intake import Intake
from tests import small_shop as shop
from tests.shops.exports import below, first, shopify
from tests.small_shop import NOW, found_shop
from tests.station.test_station import Day

NUMBER, SOAP, TEA = "#2001", "SOAP-1", "TEA-1"
CANCELLED = {"Cancelled_at": "2026-11-21 10:00:00 +0100"}
FEWER = {"Lineitem_quantity": "1"}
MOVED = {"Shipping_Address1": "Carrer Vell 1"}
REFUNDED = {"Financial_Status": "partially_refunded", "Refunded_Amount": "4.50"}
SENT = {"Fulfillment_Status": "fulfilled"}
OF_CHANGES = [FEWER, MOVED, REFUNDED, SENT]


class Told(Day):
    """A bench, and a shop whose newest export says something of the order on it."""

    folder: Path

    def bring(self, **other: str) -> it.Summary:
        path = self.folder / "orders_export.csv"
        path.write_text(shopify(first(NUMBER, **other), below(NUMBER)), "utf-8", newline="")
        return Intake(self.opened.engine, self.opened.shop, lambda: NOW).bring_in(path)

    @property
    def hand(self) -> Packing:
        assert isinstance(self.station.bench, Packing)
        return self.station.bench

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """Every row of an order that came from the export, seen or not."""
        return self.ask("SELECT state, revision, pieces FROM orders WHERE number = '#2001'")


def a_told_day(folder: Path) -> Told:
    """Marta has the order on the bench: two soaps and a tea, one soap in the box."""
    day = Told(found_shop(folder))
    day.folder = folder
    day.bring()
    day.scan(shop.MARTA, NUMBER, SOAP)
    return day
