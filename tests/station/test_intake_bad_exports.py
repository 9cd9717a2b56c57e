"""What goes wrong with a shop's files: said clearly, and nothing is half-written."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from packstation.domain import intake as it
from tests.shops.exports import SHOPIFY, first, shopify, woo, woo_order
from tests.small_shop import found_shop
from tests.station.bringing import an_engine, ask, bring, everything

resource = pytest.importorskip("resource", reason="Windows has other limits")

ROOT = Path(__file__).parents[2]
ROOM_KB = 40_000
ORDERS = "SELECT number, state, pieces, total_cents FROM orders ORDER BY id"
IMPORT = """
import resource, sys
from packstation.__main__ import main
code = main(("--language", "en", "import", *sys.argv[1:]))
print("kB:", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(code)
"""


@dataclass(frozen=True)
class Shop:
    """How one shop's export says the same thing."""

    name: str
    order: Callable[..., dict[str, str]]
    quantity: Callable[[str], dict[str, str]]
    date: str
    column: str
    """What its file calls the quantity."""

    def file(self, *rows: dict[str, str], delimiter: str = ",") -> str:
        export = shopify if self.name == "shopify" else woo
        return export(*rows, delimiter=delimiter)


SHOPIFY_SHOP = Shop(
    "shopify",
    first,
    lambda text: first("1", Lineitem_quantity=text),
    "Created_at",
    "Lineitem quantity",
)
WOO_SHOP = Shop(
    "woocommerce",
    lambda number, **other: woo_order(number, "name:Soap|sku:s|quantity:2|total:9.00", **other),
    lambda text: woo_order("1", f"name:Soap|sku:s|quantity:{text}|total:9.00"),
    "Order_date",
    "quantity",
)
each_shop = pytest.mark.parametrize("shop", [SHOPIFY_SHOP, WOO_SHOP], ids=lambda it: it.name)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "orders_export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(folder: Path, content: str | bytes) -> it.IntakeStopped:
    """Why nothing came in; and nothing did."""
    engine = an_engine(folder)
    with pytest.raises(it.IntakeStopped) as stopped:
        bring(engine, written(folder, content))
    assert not any(everything(engine).values())
    assert list(folder.glob("*.arriving*")) == []
    return stopped.value


@each_shop
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16", "cp1252"])
def test_csv_01_03_every_encoding_comes_in(tmp_path: Path, shop: Shop, encoding: str) -> None:
    engine = an_engine(tmp_path)
    bring(engine, written(tmp_path, shop.file(shop.order("Ñ-1")).encode(encoding)))
    assert [row[:3] for row in ask(engine, ORDERS)] == [("Ñ-1", "open", 2)]


@each_shop
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_04_semicolons_and_decimal_commas(
    tmp_path: Path, shop: Shop, delimiter: str
) -> None:
    total = "Total" if shop is SHOPIFY_SHOP else "Order_total"
    row = shop.order("1", **{total: "1.234,50"})
    engine = an_engine(tmp_path)
    bring(engine, written(tmp_path, shop.file(row, delimiter=delimiter)))
    assert ask(engine, ORDERS) == [("1", "open", 2, 123450)]


@each_shop
def test_csv_06_a_quote_that_never_closes_is_named_by_its_line(
    tmp_path: Path, shop: Shop
) -> None:
    text = shop.file(shop.order("1")) + '"2,Luis\n3,Ana\n'
    stopped = refused(tmp_path, text)
    assert stopped.code == "quote_left_open"
    assert isinstance(stopped, it.QuoteLeftOpen)
    assert stopped.line == 3


@each_shop
def test_csv_07_short_and_long_rows_are_listed_or_skipped(tmp_path: Path, shop: Shop) -> None:
    text = shop.file(shop.order("1")) + "2,x\n" + ",".join(["3"] * 99) + "\n"
    stopped = refused(tmp_path, text)
    assert isinstance(stopped, it.RowsRefused)
    assert [(row.line, row.reason) for row in stopped.refused] == [
        (3, it.Reason.ROW_SHORT),
        (4, it.Reason.ROW_LONG),
    ]
    engine = an_engine(tmp_path)
    summary = bring(engine, written(tmp_path, text), skip_bad=True)
    assert [row[0] for row in ask(engine, ORDERS)] == ["1"]
    assert summary.lines[it.LineKind.REFUSED] == 2


@each_shop
def test_csv_09_the_same_file_twice_is_no_news(tmp_path: Path, shop: Shop) -> None:
    engine = an_engine(tmp_path)
    path = written(tmp_path, shop.file(shop.order("1"), shop.order("2")))
    bring(engine, path)
    again = bring(engine, path)
    assert (again.orders.new, again.orders.changed, again.orders.unchanged) == (0, 0, 2)


@each_shop
def test_csv_10_leading_zeros_stay(tmp_path: Path, shop: Shop) -> None:
    zip_code = "Shipping_Zip" if shop is SHOPIFY_SHOP else "Billing_postcode"
    engine = an_engine(tmp_path)
    bring(engine, written(tmp_path, shop.file(shop.order("0017", **{zip_code: "'01001"}))))
    assert ask(engine, "SELECT number FROM orders") == [("0017",)]
    assert ask(engine, "SELECT address FROM orders WHERE address LIKE '%01001 Girona%'")


@each_shop
@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1e9", "NaN", "", "9" * 5000])
def test_csv_12_a_quantity_that_is_none_keeps_everything_out(
    tmp_path: Path, shop: Shop, quantity: str
) -> None:
    stopped = refused(tmp_path, shop.file(shop.quantity(quantity), shop.order("2")))
    assert isinstance(stopped, it.RowsRefused)
    (row,) = stopped.refused
    assert (row.line, row.column, row.text) == (2, shop.column, quantity[:80])


@each_shop
def test_csv_13_a_date_that_could_be_two_is_never_guessed(tmp_path: Path, shop: Shop) -> None:
    rows = (
        shop.order("1", **{shop.date: "03/04/2026 10:00"}),
        shop.order("2", **{shop.date: "13/04/2026 10:00"}),
    )
    stopped = refused(tmp_path, shop.file(*rows))
    assert isinstance(stopped, it.RowsRefused)
    assert {row.reason for row in stopped.refused} == {it.Reason.DATE_UNCLEAR}
    assert {row.column for row in stopped.refused} == {shop.date.replace("_", " ")}


@each_shop
def test_csv_16_a_cell_of_50_megabytes_is_refused_at_its_limit(
    tmp_path: Path, shop: Shop
) -> None:
    text = shop.file(shop.order("1")) + '"' + "x" * 50_000_000 + '"\n'
    stopped = refused(tmp_path, text)
    assert isinstance(stopped, it.CellTooLong)
    assert (stopped.line, stopped.limit) == (3, csv.field_size_limit())


@pytest.mark.parametrize(
    "inside, what", [("xl/workbook.xml", "spreadsheet"), ("orders_export.csv", "zip")]
)
def test_csv_18_a_spreadsheet_or_zip_under_a_false_name_is_explained(
    tmp_path: Path, inside: str, what: str
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inside, shopify(first()))
    stopped = refused(tmp_path, packed.getvalue())
    assert isinstance(stopped, it.NotAText)
    assert stopped.what == what


def test_an_export_in_which_two_overlap_is_refused_by_name(tmp_path: Path) -> None:
    once = shopify(first("#1"), first("#2"))
    stopped = refused(tmp_path, once + once.split("\n", 1)[1])
    assert isinstance(stopped, it.RowsRefused)
    assert {row.reason for row in stopped.refused} == {it.Reason.ORDER_TWICE}


def run(path: Path, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """In a process of its own, which may write files of at most ``room`` bytes."""

    def limit() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        (sys.executable, "-c", IMPORT, path),
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600, preexec_fn=limit,
    )  # fmt: skip


def kilobytes(done: subprocess.CompletedProcess[str]) -> int:
    return int(done.stdout.rpartition("kB:")[2])


@pytest.fixture
def home() -> Path:
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    found_shop(home).engine.dispose()
    return home


def many(path: Path, shop: Shop, rows: int) -> Path:
    """Orders, all of them without a quantity in the last row."""
    header, *body = shop.file(shop.order("@@")).splitlines(keepends=True)
    template = "".join(body)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(header)
        file.writelines(template.replace("@@", f"A-{n}") for n in range(rows))
        file.write(shop.file(shop.quantity("many")).split("\n", 1)[1])
    return path


@each_shop
def test_csv_15_a_long_file_is_read_within_the_usual_memory_and_leaves_nothing(
    tmp_path: Path, home: Path, shop: Shop, request: pytest.FixtureRequest
) -> None:
    usual = kilobytes(run(many(tmp_path / "short.csv", shop, 10)))
    rows = request.config.getoption("--rubbish")
    done = run(many(tmp_path / "long.csv", shop, rows))
    assert done.returncode == 1
    assert f"Line {rows + 2}, " in done.stderr
    assert kilobytes(done) < usual + ROOM_KB
    assert list(home.glob("*.arriving*")) == []


@pytest.mark.usefixtures("home")
@each_shop
def test_a_full_disk_is_said_and_the_next_try_comes_in(tmp_path: Path, shop: Shop) -> None:
    rows = [shop.order(f"A-{n}") for n in range(6_000)]
    path = written(tmp_path, shop.file(*rows))
    done = run(path, room=700_000)
    assert (done.returncode, done.stderr) == (1, "The disk is full. Nothing was brought in\n")
    assert run(path).returncode == 0


def test_every_column_of_a_shopify_header_may_be_missing_but_four(tmp_path: Path) -> None:
    needed = ("Name", "Financial Status", "Lineitem quantity", "Lineitem name")
    without = [it for it in SHOPIFY if it not in needed]
    rows = [{name: text for name, text in first().items() if name not in without}]
    text = io.StringIO()
    writer = csv.DictWriter(text, needed)
    writer.writeheader()
    writer.writerows(rows)
    engine = an_engine(tmp_path)
    summary = bring(engine, written(tmp_path, text.getvalue()))
    assert summary.orders.work == 1
    assert [warned.doubt.value for warned in summary.warnings] == ["no_address"]
