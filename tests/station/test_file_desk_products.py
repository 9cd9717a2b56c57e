"""The shop's own list of products is matched, tried out, brought in and known ever after."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from packstation.domain.catalogue import CatalogueSummary
from packstation.domain.file_errands import (
    BringFile,
    FileBrought,
    FileSeen,
    FileTried,
    LookAtFile,
    TryFile,
)
from packstation.domain.intake import Options, Reason
from packstation.domain.matching import FileKind, Lists
from packstation.domain.noticed import Changed, Difference, Part
from packstation.station.file_desk import FileDesk
from packstation.station.profiles import Profiles
from tests.station.bringing import ask, bring, everything
from tests.station.desk import ROWS as ORDERS
from tests.station.desk import known_or_new, last, matched, new_file, written
from tests.station.test_catalogue import an_intake

HEADER = "Nuestra clave;Qué es;PVP (IVA incl.);Cód. barras;Balda"
ROWS = ("JAB-1;Jabón;4,50 €;8412345678905;A-3", "007;Vela;12,00 €;8412345678912;B-1")
SHELF = "SELECT sku, name, price_cents, place FROM products ORDER BY sku"


def own(folder: Path, *rows: str, name: str = "productos.csv") -> str:
    return written(folder, *(rows or ROWS), header=HEADER, name=name)


def tried(desk: FileDesk, path: str) -> CatalogueSummary:
    said = last(desk, TryFile(known_or_new(desk, path)))
    assert isinstance(said, FileTried)
    assert isinstance(said.summary, CatalogueSummary)
    return said.summary


def brought(desk: FileDesk, path: str, *, skip_bad: bool = False) -> FileBrought:
    file = replace(known_or_new(desk, path), options=Options(skip_bad=skip_bad))
    said = last(desk, BringFile(file))
    assert isinstance(said, FileBrought)
    return said


def kept(files: Engine) -> list[str]:
    profiles = Profiles(files)
    products = (it.columns for it in profiles.catalogues())
    return [it.name for it in (*profiles.all(), *products) if it.remembered]


def test_a_trial_says_what_would_come_and_writes_nothing(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    before = everything(files)
    summary = tried(desk, own(tmp_path))
    assert (summary.products, summary.codes) == ((2, 0, 0), 2)
    assert everything(files) == before
    assert kept(files) == []


def test_what_a_trial_says_comes_true(desk: FileDesk, files: Engine, tmp_path: Path) -> None:
    path = own(tmp_path)
    assert tried(desk, path) == brought(desk, path).summary
    assert ask(files, SHELF) == [
        ("007", "Vela", 1200, "B-1"),
        ("JAB-1", "Jabón", 450, "A-3"),
    ]


def test_how_a_product_is_checked_comes_in_and_changes(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    header = "Nuestra clave;Qué es;Se comprueba a mano"
    brought(desk, written(tmp_path, "A;Lazo;sí", "B;Cinta;", header=header))
    asked = "SELECT sku, policy FROM products ORDER BY sku"
    assert ask(files, asked) == [("A", "by_hand"), ("B", "each")]
    brought(desk, written(tmp_path, "A;Lazo;", "B;Cinta;la primera", header=header))
    assert ask(files, asked) == [("A", "by_hand"), ("B", "first")]


def test_what_differs_is_told_before_it_comes(desk: FileDesk, tmp_path: Path) -> None:
    brought(desk, own(tmp_path))
    summary = tried(desk, own(tmp_path, ROWS[0].replace("4,50", "5,00"), ROWS[1]))
    assert summary.products == (0, 1, 1)
    assert summary.changed == (Changed("JAB-1", (Difference(Part.PRICE, "450", "500"),)),)


def test_rows_that_are_refused_are_told_and_the_rest_can_come(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    path = own(tmp_path, *ROWS, "008;Taza;gratis;;", "JAB-1;Champú;3,00 €;;")
    reasons = [it.reason for it in tried(desk, path).refused]
    assert reasons == [Reason.NOT_AN_AMOUNT, Reason.SKU_TWICE, Reason.SKU_TWICE]
    brought(desk, path, skip_bad=True)
    assert ask(files, SHELF) == [("007", "Vela", 1200, "B-1")]


def test_a_match_is_remembered_for_every_bench_and_the_command_line(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    assert brought(desk, own(tmp_path)).remembered == "productos"
    path = Path(own(tmp_path, "TAZA;Taza;9,00 €;;C-2", name="otro.csv"))
    catalogue = an_intake(files)
    assert catalogue.holds_products(path)
    assert catalogue.bring_in(path).profile == "productos"
    assert catalogue.holds_products(path, "productos")
    assert catalogue.bring_in(path, "productos").products == (0, 0, 1)


def test_a_match_that_is_corrected_takes_the_place_of_the_old_one(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    path = own(tmp_path)
    brought(desk, path)
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    assert seen.preview.kind is FileKind.REMEMBERED
    otherwise = seen.preview.match.taken_for(4, "category")
    last(desk, BringFile(new_file(desk, path, otherwise)))
    assert kept(files) == ["productos"]
    assert ask(files, "SELECT category FROM products WHERE sku = '007'") == [("B-1",)]


def test_a_list_brought_in_as_orders_by_mistake_is_put_right(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    header = "Venta;Ref;Uds;Producto;PVP"
    path = written(tmp_path, "1;JAB-1;2;Jabón;4,50", header=header)
    last(desk, BringFile(known_or_new(desk, path)))
    turned = last(desk, LookAtFile(path, lists=Lists.PRODUCTS))
    assert isinstance(turned, FileSeen)
    last(desk, BringFile(new_file(desk, path, turned.preview.match)))
    assert kept(files) == ["gestor"]
    assert an_intake(files).holds_products(Path(path))
    again = last(desk, LookAtFile(path))
    assert isinstance(again, FileSeen)
    assert (again.preview.kind, again.preview.match.lists) == (
        FileKind.REMEMBERED,
        Lists.PRODUCTS,
    )


def test_a_name_of_ours_is_not_taken(desk: FileDesk, tmp_path: Path) -> None:
    path = own(tmp_path, name="shopify_products.csv")
    assert brought(desk, path).remembered == "shopify_products 2"


def test_orders_and_products_of_one_file_name_are_both_remembered(
    desk: FileDesk, files: Engine, tmp_path: Path
) -> None:
    last(desk, BringFile(matched(desk, written(tmp_path, *ORDERS))))
    assert brought(desk, own(tmp_path, name="gestor.csv")).remembered == "gestor 2"
    path = Path(written(tmp_path, "P-9;05/04/2026;JAB-1;1;En reparto"))
    assert bring(files, path).profile == "gestor"
