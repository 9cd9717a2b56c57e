"""The owner's look at codes, on a real SQLite file: what is missing, shared, taught."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.assemble import Opened
from packstation.devices.printers import Folder, Printer, PrinterTrouble, Submitted
from packstation.domain.entries import CodeKept
from packstation.domain.printing import Trouble
from packstation.domain.product_codes import (
    MOST_BEARERS,
    MOST_LABELS,
    PAGE,
    BareListed,
    CodeErrand,
    CodeForgotten,
    CodesCounted,
    ForgetCode,
    LabelsPrinted,
    LetTeach,
    ListBare,
    ListShared,
    ListTaught,
    LookAtCodes,
    PrintLabels,
    SharedListed,
    TaughtListed,
    TeachingKept,
)
from packstation.pressroom import Pressroom
from packstation.station.code_desk import CodeDesk
from packstation.station.label_papers import LabelPapers
from packstation.station.product_labels import ProductLabels
from packstation.store.catalogue import Shelves
from packstation.store.code_lists import TURN
from tests.slips.reading import text_of
from tests.small_shop import NOW, SHARED, found_shop
from tests.station.bringing import ask

RIBBON = "CINTA-1"
"""The only thing of the small shop without a code."""


class Jammed:
    name = "Zebra"

    def submit(self, pdf: bytes, title: str) -> Submitted:
        del pdf, title
        raise PrinterTrouble(Trouble.JAM)


class Queued:
    name = "Zebra"

    def submit(self, pdf: bytes, title: str) -> Submitted:
        return Submitted(f"{title} of {len(pdf) > 0}")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made = found_shop(tmp_path)
    yield made
    made.engine.dispose()


def a_desk(opened: Opened, printer: Printer | None = None) -> CodeDesk:
    folder = opened.settings.slips
    labels = ProductLabels(opened.write, opened.shop)
    papers = LabelPapers(labels, Pressroom(), lambda: printer or Folder(folder), folder)
    shelves = Shelves(opened.engine)
    return CodeDesk(opened.write, opened.read, shelves, opened.shop, papers)


def told(opened: Opened, errand: CodeErrand, printer: Printer | None = None) -> object:
    (news,) = a_desk(opened, printer).answer(errand, NOW)
    return news


def counted(opened: Opened) -> CodesCounted:
    news = told(opened, LookAtCodes())
    assert isinstance(news, CodesCounted)
    return news


def bare(opened: Opened, **how: int | None) -> BareListed:
    news = told(opened, ListBare(**how))  # type: ignore[arg-type] # ListBare checks the names
    assert isinstance(news, BareListed)
    return news


def printed(opened: Opened, *skus: str, by: Printer | None = None) -> LabelsPrinted:
    news = told(opened, PrintLabels(skus, "es"), by)
    assert isinstance(news, LabelsPrinted)
    return news


def taught(opened: Opened, **how: int | None) -> TaughtListed:
    news = told(opened, ListTaught(**how))
    assert isinstance(news, TaughtListed)
    return news


def stock(opened: Opened, count: int, first: int = 1000) -> None:
    """So many more things without a code."""
    rows = [{"id": it, "sku": f"N-{it}"} for it in range(first, first + count)]
    with opened.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO products (id, sku, name) VALUES (:id, :sku, '')"), rows
        )


def teach(opened: Opened, *codes: str) -> None:
    with opened.write() as work:
        for place, code in enumerate(codes):
            at = NOW + timedelta(seconds=place)
            work.products.learn(CodeKept(code=code, product_id=1, units=6, by="Marta", at=at))
        work.commit()


def test_what_nobody_could_scan_is_counted_and_listed(opened: Opened) -> None:
    (ribbon,) = bare(opened).products
    assert (ribbon.sku, ribbon.name, ribbon.place) == (RIBBON, "Cinta de algodón", "D-03-1")
    assert counted(opened).bare == 1


@pytest.mark.parametrize("source, left", [("sku", 1), ("ours", 0), ("catalogue", 0)])
def test_a_code_that_is_only_the_sku_is_on_no_thing(
    opened: Opened, source: str, left: int
) -> None:
    statement = (
        "INSERT INTO product_codes (code, product_id, source)"
        " SELECT 'X', id, :source FROM products WHERE sku = :sku"
    )
    with opened.engine.begin() as connection:
        connection.execute(text(statement), {"source": source, "sku": RIBBON})
    assert (counted(opened).bare, len(bare(opened).products)) == (left, left)


def test_a_product_with_a_label_of_ours_can_be_found_again(opened: Opened) -> None:
    printed(opened)
    (again,) = bare(opened, labelled=True).products
    assert (again.sku, counted(opened).labelled) == (RIBBON, 1)
    assert bare(opened).products == ()


def test_a_long_list_comes_page_by_page_each_product_once(opened: Opened) -> None:
    stock(opened, 2 * PAGE)
    first = bare(opened)
    second = bare(opened, before=first.before)
    third = bare(opened, before=second.before)
    skus = [it.sku for page in (first, second, third) for it in page.products]
    assert skus == [f"N-{it}" for it in range(1000 + 2 * PAGE - 1, 999, -1)] + [RIBBON]
    assert third.before is None


def test_a_page_that_is_just_full_is_the_last(opened: Opened) -> None:
    stock(opened, PAGE - 1)
    assert len(bare(opened).products) == PAGE
    assert bare(opened).before is None


def test_what_lies_in_several_turns_is_counted_once(opened: Opened) -> None:
    stock(opened, 3, first=TURN - 1)
    stock(opened, 2, first=2 * TURN)
    assert counted(opened).bare == 1 + 5


def test_labels_lie_in_the_folder_where_there_is_no_printer(opened: Opened) -> None:
    out = printed(opened)
    assert (out.in_folder, out.skus) == (True, (RIBBON,))
    assert "Cinta de algodón" in text_of(Path(out.where).read_bytes())


def test_labels_go_to_the_printer_where_there_is_one(opened: Opened) -> None:
    out = printed(opened, by=Queued())
    assert (out.in_folder, out.where) == (False, "labels-2026-11-20 of True")


def test_only_what_is_asked_for_is_printed(opened: Opened) -> None:
    stock(opened, 3)
    assert printed(opened, "N-1001").skus == ("N-1001",)
    assert counted(opened).bare == 3


def test_what_a_jam_has_eaten_is_named_to_be_printed_again(opened: Opened) -> None:
    out = printed(opened, by=Jammed())
    assert (out.trouble, out.skus) == (str(Trouble.JAM), (RIBBON,))
    again = printed(opened, *out.skus)
    assert (again.trouble, again.skus) == ("", (RIBBON,))


def test_where_nothing_is_missing_nothing_is_printed(opened: Opened) -> None:
    printed(opened)
    assert printed(opened, by=Jammed()) == LabelsPrinted(skus=())


def test_one_paper_is_never_without_end(opened: Opened) -> None:
    stock(opened, MOST_LABELS + 20)
    assert len(printed(opened, by=Queued()).skus) == MOST_LABELS
    assert counted(opened).bare == 21


def test_the_paper_names_the_shop_as_it_is_called_by_now(opened: Opened) -> None:
    with opened.write() as work:
        brand = {"name": "La Otra", "contact": ""}
        work.settings.keep_shop({"mark": opened.shop.mark, "brand": brand})
        work.commit()
    assert "La Otra" in text_of(Path(printed(opened).where).read_bytes())


def test_a_code_of_two_products_is_told_with_both(opened: Opened) -> None:
    news = told(opened, ListShared())
    assert isinstance(news, SharedListed)
    (shared,) = news.codes
    assert shared.code == SHARED
    assert [(it.name, it.variant) for it in shared.bearers] == [
        ("Té verde Sencha, 100 g", ""),
        ("Tetera de hierro", "azul"),
    ]
    assert counted(opened).shared == 1


def test_of_a_code_on_everything_only_the_first_are_named(opened: Opened) -> None:
    stock(opened, 30)
    with opened.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO product_codes (code, product_id, source)"
                " SELECT '0', id, 'catalogue' FROM products WHERE id >= 1000"
            )
        )
    news = told(opened, ListShared())
    assert isinstance(news, SharedListed)
    assert (len(news.codes[0].bearers), news.codes[0].more) == (MOST_BEARERS, 30 - MOST_BEARERS)


def test_what_was_taught_is_told_the_latest_first(opened: Opened) -> None:
    teach(opened, "CUP-1", "CUP-2")
    assert [it.told.code for it in taught(opened).codes] == ["CUP-2", "CUP-1"]
    told_ = taught(opened).codes[0].told
    assert (told_.by, told_.units, told_.product) == ("Marta", 6, "Taza de barro")
    assert counted(opened).taught == 2


def test_much_that_was_taught_comes_page_by_page(opened: Opened) -> None:
    teach(opened, *(f"CUP-{it}" for it in range(PAGE + 3)))
    first = taught(opened)
    rest = taught(opened, before=first.before)
    assert (len(first.codes), len(rest.codes), rest.before) == (PAGE, 3, None)


def test_what_is_forgotten_is_forgotten_once(opened: Opened) -> None:
    teach(opened, "CUP-1", "CUP-2")
    wanted = ForgetCode(taught(opened).codes[0].id)
    gone = told(opened, wanted)
    assert isinstance(gone, CodeForgotten)
    assert gone.code is not None
    assert gone.code.code == "CUP-2"
    assert told(opened, wanted) == CodeForgotten(None)
    assert [it.told.code for it in taught(opened).codes] == ["CUP-1"]


def test_only_what_was_taught_can_be_forgotten(opened: Opened) -> None:
    ((id_, code),) = ask(opened.engine, "SELECT id, code FROM product_codes WHERE id = 1")
    assert told(opened, ForgetCode(id_)) == CodeForgotten(None)
    assert ask(opened.engine, "SELECT code FROM product_codes WHERE id = 1") == [(code,)]


def test_who_may_teach_is_kept_and_nothing_else_changes(opened: Opened) -> None:
    with opened.read() as work:
        before = work.settings.shop()
    assert told(opened, LetTeach(by_all=True)) == TeachingKept(by_all=True)
    with opened.read() as work:
        after = work.settings.shop()
    assert before is not None
    assert after == replace(before, learn_codes=True)
    assert counted(opened).by_all
