"""Exports of Shopify and WooCommerce come in, twice and overlapping, and tell what changed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from packstation.domain import intake as it
from packstation.domain.noticed import Changed, Difference, Doubt, Part, Warned
from packstation.places import resources
from packstation.words.intake_phrases import summary as told
from packstation.words.words import load
from tests.shops.exports import WOO_SOAP, WOO_TEA, below, first, shopify, woo, woo_order
from tests.station.bringing import an_engine, an_intake, ask, bring, everything

ORDERS = "SELECT number, state, revision, pieces FROM orders ORDER BY id"
ENGLISH = load("en", resources())


def a_file(folder: Path, content: str, name: str = "orders_export.csv") -> Path:
    path = folder / name
    path.write_text(content, "utf-8", newline="")
    return path


def came_in(folder: Path, *rows: dict[str, str]) -> Engine:
    engine = an_engine(folder)
    bring(engine, a_file(folder, shopify(*rows)))
    return engine


def test_orders_export_just_comes_in(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = (first(), below(), first("#2002", Financial_Status="pending"))
    summary = bring(engine, a_file(tmp_path, shopify(*rows)))
    assert ask(engine, ORDERS) == [("#2001", "open", 1, 3), ("#2002", "held", 1, 2)]
    assert ask(engine, "SELECT hold_reason FROM orders ORDER BY id")[1] == (": pending",)
    assert ask(engine, "SELECT outside_id, name FROM customers") == [
        ("marina.roig@example.com", "Marina Roig")
    ]
    assert (summary.profile, summary.orders.new) == ("shopify", 2)


def test_woocommerce_just_comes_in(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    rows = (woo_order("71"), woo_order("72", WOO_TEA, Status="completed"))
    summary = bring(engine, a_file(tmp_path, woo(*rows)))
    assert ask(engine, ORDERS) == [("71", "open", 1, 3), ("72", "shipped", 1, 1)]
    assert (summary.profile, summary.total_lines) == ("woocommerce", 3)


@pytest.mark.parametrize("content", [shopify(first(), below()), woo(woo_order())])
def test_the_same_export_twice_changes_nothing(tmp_path: Path, content: str) -> None:
    engine, path = an_engine(tmp_path), a_file(tmp_path, content)
    bring(engine, path)
    before = everything(engine)
    again = bring(engine, path)
    assert everything(engine) == before
    assert (again.orders.unchanged, again.orders.changed, again.changed) == (1, 0, ())


def test_of_two_exports_that_overlap_only_what_changed_is_told(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first(), below(), first("#2002"), first("#2003"))
    other = {"Shipping_Address1": "Carrer Vell 2", "Notes": "Al vecino", "Total": "26.90"}
    rows = (first("#2002"), first(Lineitem_quantity="1", **other), below(), first("#2004"))
    summary = bring(engine, a_file(tmp_path, shopify(*rows)))
    assert (summary.orders.new, summary.orders.unchanged, summary.orders.changed) == (1, 1, 1)
    assert summary.changed == (
        Changed(
            "#2001",
            (
                Difference(Part.LINES, "2", "1", "Olive soap"),
                Difference(
                    Part.ADDRESS, "Carrer Nou 7, 17001 Girona, ES",
                    "Carrer Vell 2, 17001 Girona, ES",
                ),
                Difference(Part.MESSAGE, "", "Al vecino"),
                Difference(Part.TOTAL, "31.40 EUR", "26.90 EUR"),
            ),
        ),
    )  # fmt: skip
    assert ask(engine, ORDERS)[0] == ("#2001", "open", 2, 2)
    assert len(ask(engine, ORDERS)) == 4


def test_a_change_is_seen_before_anything_is_written(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first())
    before = everything(engine)
    path = a_file(tmp_path, shopify(first(Lineitem_quantity="5")))
    summary = an_intake(engine).try_out(path)
    assert summary.changed[0].differences[0] == Difference(Part.LINES, "2", "5", "Olive soap")
    assert everything(engine) == before


def test_an_order_the_shop_cancels_is_told_by_its_state_alone(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first(), below())
    gone = first(Cancelled_at="2026-11-21 09:00:00 +0100")
    summary = bring(engine, a_file(tmp_path, shopify(gone, below())))
    assert summary.changed == (
        Changed("#2001", (Difference(Part.STATE, "open", "cancelled"),)),
    )
    assert ask(engine, ORDERS) == [("#2001", "cancelled", 2, 3)]


def test_a_wish_that_was_changed_is_told(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    wish = f"{WOO_SOAP}|meta:Grabado:"
    bring(engine, a_file(tmp_path, woo(woo_order("71", f"{wish}Ana"))))
    summary = bring(engine, a_file(tmp_path, woo(woo_order("71", f"{wish}Eva"))))
    (changed,) = summary.changed
    assert changed.differences == (Difference(Part.LINE_NOTES, "Grabado: Ana", "Grabado: Eva"),)


def test_what_the_summary_says_of_changes_and_doubts(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first())
    now = first(Lineitem_quantity="1", Refunded_Amount="4.50", Shipping_Method="")
    said = told(bring(engine, a_file(tmp_path, shopify(now))), ENGLISH)
    assert said[-4:] == (
        "What changed:",
        (
            "  #2001: Olive soap: 1 instead of 2; new: marks “part was refunded”;"
            " gone: carrier “Envío 48 h”"
        ),
        "1 thing to look at:",
        (
            "  #2001: €4.50 was refunded, and the file does not say for which pieces:"
            " look in the shop before packing"
        ),
    )


@pytest.mark.parametrize("state", ["claimed", "parked"])
def test_an_order_in_somebodys_hands_is_left_alone(tmp_path: Path, state: str) -> None:
    engine = came_in(tmp_path, first())
    set_state(engine, state)
    summary = bring(engine, a_file(tmp_path, shopify(first(Lineitem_quantity="9"))))
    rows = ask(engine, "SELECT state, revision, pieces, arrives_as FROM orders ORDER BY id")
    assert rows == [(state, 1, 2, "open"), ("arriving", 1, 9, "open")]
    assert (summary.left_alone, summary.changed) == ((it.LeftAlone("#2001", state),), ())


def test_a_parcel_we_packed_that_the_shop_says_is_sent_is_no_news(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first())
    set_state(engine, "packed")
    sent = first(Fulfillment_Status="fulfilled", Lineitem_fulfillment_status="fulfilled")
    summary = bring(engine, a_file(tmp_path, shopify(sent)))
    assert (summary.orders.unchanged, summary.left_alone) == (1, ())


def test_another_shops_file_with_the_same_numbers_stays_out(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first("#1001"), first("#1002"))
    before = everything(engine)
    stranger = {
        "Billing_Name": "Pau Vidal", "Shipping_Name": "Pau Vidal",
        "Created_at": "2026-03-01 09:00:00 +0100",
    }  # fmt: skip
    rows = (first("#1001", **stranger), first("#1002", **stranger), first("#1003", **stranger))
    with pytest.raises(it.AnotherShop) as stopped:
        bring(engine, a_file(tmp_path, shopify(*rows)))
    assert (stopped.value.number, stopped.value.count) == ("#1001", 2)
    assert everything(engine) == before


def test_what_another_shop_has_cancelled_is_not_cancelled_here(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first("#1001"), first("#1002"), first("#1003"))
    gone = {
        "Billing_Name": "Pau Vidal", "Created_at": "2026-03-01 09:00:00 +0100",
        "Cancelled_at": "2026-03-02 09:00:00 +0100",
    }  # fmt: skip
    rows = (first("#1001", **gone), first("#1002"), first("#1003"))
    summary = bring(engine, a_file(tmp_path, shopify(*rows)))
    assert summary.left_alone == (it.LeftAlone("#1001", "open"),)
    assert {row[1] for row in ask(engine, ORDERS)} == {"open"}


def test_a_cut_off_export_changes_no_order_of_ours(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first("#1001"), below("#1001"))
    before = everything(engine)
    with pytest.raises(it.RowsRefused):
        bring(engine, a_file(tmp_path, shopify(below("#1001"), first("#1002"))))
    assert everything(engine) == before


def test_what_a_person_holds_the_shop_does_not_let_go(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first("#1001"), first("#1002"))
    with engine.begin() as connection:
        held = "UPDATE orders SET state = 'held', hold_reason = 'wet', held_by = 'Joan'"
        connection.execute(text(held))
    summary = bring(engine, a_file(tmp_path, shopify(first("#1001", Lineitem_quantity="5"))))
    assert [it.part for it in summary.changed[0].differences] == [Part.LINES]
    assert ask(engine, "SELECT state, hold_reason, held_by, pieces FROM orders") == [
        ("held", "wet", "Joan", 5),
        ("held", "wet", "Joan", 2),
    ]


def test_one_number_used_anew_is_left_alone_and_told(tmp_path: Path) -> None:
    engine = came_in(tmp_path, first("#1001"), first("#1002"), first("#1003"))
    other = {"Billing_Name": "Pau Vidal", "Created_at": "2026-03-01 09:00:00 +0100"}
    rows = (first("#1001", **other), first("#1002"), first("#1003"))
    summary = bring(engine, a_file(tmp_path, shopify(*rows)))
    assert summary.warnings == (Warned("#1001", Doubt.ANOTHER_ORDER),)
    assert summary.left_alone == (it.LeftAlone("#1001", "open"),)
    assert {row[2] for row in ask(engine, ORDERS)} == {1}


@pytest.mark.parametrize("profile", ["shopify", "woocommerce"])
def test_the_other_shops_export_names_what_it_lacks(tmp_path: Path, profile: str) -> None:
    content = woo(woo_order()) if profile == "shopify" else shopify(first())
    engine = an_engine(tmp_path)
    with pytest.raises(it.ColumnsMissing) as stopped:
        bring(engine, a_file(tmp_path, content), profile)
    assert stopped.value.profile == profile
    assert not any(everything(engine).values())


def test_a_file_of_customers_is_of_no_kind_we_know(tmp_path: Path) -> None:
    path = a_file(tmp_path, "First Name,Last Name,Email,Total Orders\nAna,Gil,a@b.es,3\n")
    with pytest.raises(it.ColumnsMissing) as stopped:
        bring(an_engine(tmp_path), path)
    assert stopped.value.profile == ""


def test_an_owners_own_words_for_a_gift_and_for_a_state(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'extends = "shopify"\n[orders]\ngift_names = ["tarjeta"]\n'
        '[status]\nopen = ["pending"]\nheld = ["authorized"]\n',
        "utf-8",
    )
    row = first(Financial_Status="pending", Note_Attributes="Tarjeta: ¡Felicidades!")
    engine = an_engine(tmp_path)
    rows = (row, first("#2002"), first("#2003", Financial_Status="authorized"))
    bring(engine, a_file(tmp_path, shopify(*rows)), str(own))
    assert ask(engine, "SELECT state, gift_message FROM orders ORDER BY id") == [
        ("open", "¡Felicidades!"),
        ("open", ""),
        ("held", ""),
    ]


def set_state(engine: Engine, state: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET state = :state"), {"state": state})
