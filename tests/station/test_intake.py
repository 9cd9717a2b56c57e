"""Orders come in once each, whole or not at all."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text

from packstation.domain import intake as it
from packstation.domain.noticed import Difference, Part
from packstation.store.engine import open_engine
from tests.station.bringing import (
    a_file,
    a_row,
    an_engine,
    an_intake,
    ask,
    bring,
    everything,
    flags,
)

ORDERS = "SELECT number, state, revision, pieces, total_cents FROM orders ORDER BY id"


def test_an_order_comes_in_as_work_with_its_lines(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, a_row(), a_row(sku="tea", quantity="1")))
    assert ask(engine, ORDERS) == [("A-1", "open", 1, 3, 1350)]
    assert ask(engine, "SELECT sku FROM products ORDER BY sku") == [("SOAP",), ("TEA",)]
    assert (summary.orders.new, summary.orders.work, summary.total_lines) == (1, 1, 2)


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, a_row(), a_row("A-2"))
    bring(engine, path)
    before = everything(engine)
    again = bring(engine, path)
    assert everything(engine) == before
    assert (again.orders.new, again.orders.changed, again.orders.unchanged) == (0, 0, 2)


def test_a_changed_order_gets_its_new_lines_and_a_revision(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row(), a_row("A-2")))
    summary = bring(engine, a_file(tmp_path, a_row(quantity="3"), a_row("A-2")))
    assert ask(engine, ORDERS) == [("A-1", "open", 2, 3, 1350), ("A-2", "open", 1, 2, 900)]
    assert ask(engine, "SELECT order_id, quantity FROM order_lines ORDER BY 1") == [
        (1, 3),
        (2, 2),
    ]
    assert (summary.orders.changed, summary.orders.unchanged) == (1, 1)


@pytest.mark.parametrize("state", ["packed", "shipped", "cancelled"])
def test_an_order_that_nobody_packs_any_more_is_left_alone(tmp_path: Path, state: str) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row()))
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET state = :state"), {"state": state})
    before = everything(engine)
    summary = bring(engine, a_file(tmp_path, a_row(quantity="9")))
    assert everything(engine) == before
    assert summary.left_alone == (it.LeftAlone("A-1", state),)


def test_what_a_file_without_a_status_changes_waits_for_whoever_has_it(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row()))
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET state = 'claimed'"))
    bring(engine, a_file(tmp_path, a_row(quantity="9")))
    assert ask(engine, "SELECT state, pieces, arrives_as FROM orders ORDER BY id") == [
        ("claimed", 2, "open"),
        ("arriving", 9, "open"),
    ]


def test_an_order_claimed_while_its_change_arrives_is_left_alone(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row()))
    other = open_engine(str(engine.url))

    def claim(_share: float, stage: it.Stage) -> None:
        if stage is it.Stage.WRITING:
            with other.begin() as connection:
                connection.execute(text("UPDATE orders SET state = 'claimed' WHERE id = 1"))

    path = a_file(tmp_path, a_row(quantity="9"))
    summary = an_intake(engine).bring_in(path, None, it.Options(), claim)
    waits = ("A-1", "arriving", 1, 9, 4050)
    assert ask(engine, ORDERS) == [("A-1", "claimed", 1, 2, 900), waits]
    assert ask(engine, "SELECT quantity FROM order_lines ORDER BY order_id") == [(2,), (9,)]
    assert (summary.orders.changed, summary.orders.left_alone) == (0, 1)


def test_older_orders_can_come_in_as_history(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    old = a_row("A-0").replace("2026-11-20", "2026-11-01")
    summary = bring(engine, a_file(tmp_path, old, a_row()), history_before=date(2026, 11, 20))
    assert [row[:2] for row in ask(engine, ORDERS)] == [("A-0", "shipped"), ("A-1", "open")]
    assert (summary.orders.history, summary.orders.work) == (1, 1)


def test_a_bad_row_keeps_the_whole_file_out(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    with pytest.raises(it.RowsRefused) as stopped:
        bring(engine, a_file(tmp_path, a_row(), a_row("A-2", quantity="0")))
    assert stopped.value.refused == (it.Refusal(3, "quantity", "0", it.Reason.NOT_POSITIVE),)
    assert not any(everything(engine).values())


def test_skipping_bad_rows_leaves_no_half_orders(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = (a_row(), a_row(sku="TEA", quantity="1.5"), a_row("A-2"))
    summary = bring(engine, a_file(tmp_path, *rows), skip_bad=True)
    assert [row[0] for row in ask(engine, ORDERS)] == ["A-2"]
    lines = summary.lines
    assert (
        lines[it.LineKind.GOODS],
        lines[it.LineKind.REFUSED],
        lines[it.LineKind.SET_ASIDE],
    ) == (1, 1, 1)


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1e9", "NaN", ""])
def test_a_quantity_that_is_none_is_refused_with_its_cell(
    tmp_path: Path, quantity: str
) -> None:
    with pytest.raises(it.RowsRefused) as stopped:
        bring(an_engine(tmp_path), a_file(tmp_path, a_row(quantity=quantity)))
    (refused,) = stopped.value.refused
    assert (refused.line, refused.column, refused.text) == (2, "quantity", quantity)


def test_an_order_without_a_customer_is_a_guests(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    summary = bring(engine, a_file(tmp_path, "A-1,SOAP,1", header="order,sku,qty"))
    assert ask(engine, "SELECT customer_id, customer_name FROM orders") == [(None, "")]
    assert summary.orders.guests == 1


def test_every_order_of_a_large_file_finds_its_own_customer(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row("B-1", name="Eva 77")))
    rows = (a_row(f"A-{n}", name=f"Eva {n * 7919 % 5_000}") for n in range(5_000))
    assert bring(engine, a_file(tmp_path, *rows)).new_customers == 4_999
    own = "customers.id = customer_id AND customers.name = customer_name"
    assert ask(engine, f"SELECT count(*) FROM orders JOIN customers ON {own}") == [(5_001,)]  # noqa: S608 (ours)


def test_a_customer_without_a_number_is_known_by_mail(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = ("A-1,SOAP,1,Ana@Example.com,Ana", "A-2,SOAP,1, ana@example.com,Ana")
    summary = bring(engine, a_file(tmp_path, *rows, header="order,sku,qty,email,name"))
    assert ask(engine, "SELECT outside_id, name FROM customers") == [("ana@example.com", "Ana")]
    assert summary.new_customers == 1


def test_what_is_said_once_of_an_order_holds_for_all_its_rows(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    header = "pedido;ref;cantidad;nombre;destinatario;país;avisos;código postal;dirección;sale"
    rows = (
        "7;SOAP;1;Ana;Luis;Alemania;regalo, sin plástico;'01001;Calle 1;2026-11-22 17:00",
        "7;TEA;1;;;;;;;",
    )
    bring(engine, a_file(tmp_path, *rows, header=header))
    asked = "SELECT customer_name, recipient, opener, country, language, leaves_at FROM orders"
    assert ask(engine, asked) == [
        ("Ana", "Luis", "recipient", "DE", "de", "2026-11-22 16:00:00.000000")
    ]
    assert flags(engine) == ["gift", "no_plastic"]
    assert ask(engine, "SELECT address FROM orders") == [('["Calle 1", "01001", "DE"]',)]


def test_when_it_leaves_is_told_by_the_clocks_of_the_shop(tmp_path: Path) -> None:
    engine, header = an_engine(tmp_path), "order,sku,qty,leaves"
    bring(engine, a_file(tmp_path, "7,SOAP,1,2026-11-22 17:00", header=header))
    (changed,) = bring(
        engine, a_file(tmp_path, "7,SOAP,1,2026-07-01 17:00", header=header)
    ).changed
    assert changed.differences == (
        Difference(Part.LEAVES, "2026-11-22T17:00+01:00", "2026-07-01T17:00+02:00"),
    )


def test_a_barcode_is_kept_as_a_gtin_and_the_sku_only_where_there_is_none(
    tmp_path: Path,
) -> None:
    engine = an_engine(tmp_path)
    rows = ("A-1,SOAP,036000291452,1", "A-1,TEA,,1")
    bring(engine, a_file(tmp_path, *rows, header="order,sku,ean,qty"))
    assert ask(engine, "SELECT code, source FROM product_codes ORDER BY code") == [
        ("0036000291452", "catalogue"),
        ("TEA", "sku"),
    ]


def test_a_product_gets_the_name_most_lines_give(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = ("1,X,Wrong,1", "2,x,Olive soap,1", "3,X,Olive  soap ,1")
    bring(engine, a_file(tmp_path, *rows, header="order,sku,product,qty"))
    assert ask(engine, "SELECT sku, name FROM products") == [("X", "Olive soap")]


def test_rows_of_one_product_are_one_line_and_a_wish_is_another(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = ("1,X,1,", "1,X,2,", "1,X,1,Para Ana")
    bring(engine, a_file(tmp_path, *rows, header="order,sku,qty,line note"))
    assert ask(engine, "SELECT quantity, note FROM order_lines ORDER BY position") == [
        (3, ""),
        (1, "Para Ana"),
    ]


def test_a_cancelled_order_is_cancelled_here_too_and_never_new(tmp_path: Path) -> None:
    engine, header = an_engine(tmp_path), "order,sku,qty,status"
    bring(engine, a_file(tmp_path, "1,X,1,open", header=header))
    path = a_file(tmp_path, "1,X,1,Cancelado", "2,X,1,cancelled", header=header)
    bring(engine, path)
    again = bring(engine, path)
    assert [row[:3] for row in ask(engine, ORDERS)] == [("1", "cancelled", 2)]
    assert (again.orders.unchanged, again.lines[it.LineKind.CANCELLATION]) == (1, 2)


def test_every_line_is_counted_exactly_once(tmp_path: Path) -> None:
    rows = (a_row(), ",,,,,,,", "", a_row("A-2", quantity="x"), "A-3,2026-11-20,,,,1,,")
    summary = bring(an_engine(tmp_path), a_file(tmp_path, *rows), skip_bad=True)
    counted = {kind: count for kind, count in summary.lines.items() if count}
    assert counted == {
        it.LineKind.GOODS: 1,
        it.LineKind.BLANK: 2,
        it.LineKind.REFUSED: 1,
        it.LineKind.WITHOUT_PRODUCT: 1,
    }


def test_a_cancelled_import_leaves_nothing(tmp_path: Path) -> None:
    engine, cancelled = an_engine(tmp_path), Event()
    path = a_file(tmp_path, *(a_row(f"A-{n}") for n in range(300)))

    def stop(_share: float, stage: it.Stage) -> None:
        if stage is it.Stage.WRITING:
            cancelled.set()

    with pytest.raises(it.ImportCancelled):
        an_intake(engine).bring_in(path, None, it.Options(), stop, cancelled)
    assert not any(everything(engine).values())
    assert [found.name for found in tmp_path.glob("*.arriving*")] == []


def test_only_one_import_runs_at_a_time(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, a_row())
    seen: list[str] = []

    def meanwhile(_share: float, stage: it.Stage) -> None:
        if stage is it.Stage.WRITING:
            with pytest.raises(it.ImportRunning) as stopped:
                bring(open_engine(str(engine.url)), path)
            seen.append(stopped.value.code)

    an_intake(engine).bring_in(path, None, it.Options(), meanwhile)
    assert set(seen) == {"import_running"}


def test_a_shop_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, a_row())
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE imports"))
    with pytest.raises(it.ShopNotWritable):
        bring(engine, path)


def test_an_orders_code_is_the_shops_own(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, a_row()))
    ((code,),) = ask(engine, "SELECT code FROM orders")
    assert code.startswith("K7XP000001")
