"""The whole Online Retail set: half a million lines of a real gift shop's year."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from packstation.domain.intake import LineKind, Summary
from tests.station.bringing import an_engine, ask, bring, everything

ROOT = Path(__file__).parents[2]
AGAIN = """
import resource, sys
from pathlib import Path
from tests.station.bringing import an_engine, bring, ask

engine = an_engine(Path(sys.argv[1]))
ask(engine, "SELECT count(*) FROM orders")
rest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
orders = bring(engine, Path(sys.argv[2])).orders
more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - rest
print(more // 1024, orders.new, orders.changed, orders.unchanged)
"""
LINES = {
    LineKind.GOODS: 527_712,
    LineKind.CANCELLATION: 9_288,
    LineKind.FEE: 349,
    LineKind.POSTAGE: 2_061,
    LineKind.SAMPLE: 2,
    LineKind.VOUCHER: 35,
    LineKind.ADJUSTMENT: 1_880,
    LineKind.WITHOUT_PRODUCT: 582,
    LineKind.VIRTUAL: 0,
    LineKind.AGAIN: 0,
    LineKind.SENT_BEFORE: 0,
    LineKind.REFUNDED: 0,
    LineKind.BLANK: 0,
    LineKind.REFUSED: 0,
    LineKind.SET_ASIDE: 0,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("uci")


@pytest.fixture(scope="module")
def brought(folder: Path, shared: Path) -> Summary:
    path = shared / "data" / "uci_online_retail.csv.gz"
    return bring(an_engine(folder), path, history_before=date(2011, 12, 9))


def test_every_line_of_the_file_is_told_apart(brought: Summary) -> None:
    assert brought.lines == LINES
    assert brought.total_lines == 541_909


def test_invoices_are_orders_and_their_pieces_add_up(brought: Summary, folder: Path) -> None:
    assert (brought.orders.new, brought.orders.guests, brought.orders.work) == (
        19_773,
        1_371,
        44,
    )
    assert (brought.new_products, brought.new_customers) == (3_796, 4_335)
    rows = ask(an_engine(folder), "SELECT count(*), sum(pieces) FROM orders")
    assert rows == ask(
        an_engine(folder), "SELECT count(DISTINCT order_id), sum(quantity) FROM order_lines"
    )


def test_a_product_is_called_what_the_shop_mostly_calls_it(
    brought: Summary, folder: Path
) -> None:
    assert brought.products == 3_796
    asked = "SELECT name FROM products WHERE sku IN ('85123A', '84029E') ORDER BY sku"
    assert ask(an_engine(folder), asked) == [
        ("RED WOOLLY HOTTIE WHITE HEART.",),
        ("WHITE HANGING HEART T-LIGHT HOLDER",),
    ]


def test_the_second_time_nothing_is_new_and_memory_stays_small(
    brought: Summary, folder: Path, shared: Path
) -> None:
    before = everything(an_engine(folder))["imports"]
    path = shared / "data" / "uci_online_retail.csv.gz"
    command = [sys.executable, "-c", AGAIN, str(folder), str(path)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    megabytes, new, changed, unchanged = map(int, said.stdout.split())
    assert (new, changed, unchanged) == (0, 0, brought.orders.new)
    assert everything(an_engine(folder))["imports"] == before
    assert megabytes < 60
