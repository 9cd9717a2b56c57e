"""Learning on a real SQLite file: who may, what is refused, what every bench knows after."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from packstation.assemble import Opened
from packstation.domain import outcomes as out
from packstation.domain.bench import Learning, Packing, Unknown
from packstation.domain.codes import LearnedCode, Whose, order_code
from packstation.domain.entries import CodeKept
from packstation.domain.orders import Detail
from packstation.domain.scans import Learn, TellPiece, TypeCode
from packstation.station.learned_codes import LearnedCodes
from tests import small_shop as shop
from tests.small_shop import MARK, NOW, an_arriving_order, found_shop
from tests.station.test_station import Day

NEW = "CUP-77"
GTIN = "8400000000017"
OPEN = (shop.PILAR, "1042")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def day(opened: Opened) -> Day:
    return Day(opened)


def learned(day: Day) -> tuple[LearnedCode, ...]:
    return LearnedCodes(day.opened.read).all()


def on(day: Day) -> Packing:
    assert isinstance(day.station.bench, Packing)
    return day.station.bench


def teach(day: Day, code: str, line: int = 0, units: int = 1) -> out.Outcome:
    day.scan(code)
    day.press(Learn(line, units))
    return day.scan(code).outcome


def test_an_owner_teaches_the_bench_and_every_bench_knows(day: Day) -> None:
    day.scan(*OPEN)
    assert isinstance(teach(day, NEW), out.Learned)
    (known,) = learned(day)
    assert (known.code, known.product, known.variant) == (NEW, "Taza de barro", "pequeña")
    assert (known.units, known.by, known.at) == (1, "Pilar", day.at)
    assert isinstance(day.scan(shop.MARTA, NEW).outcome, out.PieceOk)


def test_only_an_owner_may_unless_the_shop_lets_everybody(day: Day, opened: Opened) -> None:
    day.scan(shop.MARTA, "1042", NEW)
    assert on(day).unclear is None
    assert day.press(Learn(0)).outcome == out.NothingToLearn()
    willing = Day(replace(opened, shop=replace(opened.shop, learn_codes=True)))
    assert isinstance(teach(willing, NEW), out.Learned)


def test_whoever_takes_over_may_not_go_on_with_the_owners_asking(day: Day) -> None:
    day.scan(*OPEN, NEW)
    day.press(Learn(0))
    day.scan(shop.MARTA, NEW)
    assert learned(day) == ()


@pytest.mark.parametrize(
    "first, again, kept",
    [
        (GTIN, GTIN, GTIN),
        ("036000291452", "0036000291452", "0036000291452"),
        ("96385074", "96385074", "0000096385074"),
        ("]C101" + "0" + GTIN + "10L-7", GTIN, GTIN),
        (GTIN, "01" + "0" + GTIN + "10L-8", GTIN),
        ("18400000000014", "18400000000014", "18400000000014"),
        ("taza barro", "taza barro", "taza barro"),
        ("\uff23\uff35\uff30\uff0d\uff17\uff17", "CUP-77", "CUP-77"),
    ],
)
def test_a_code_is_kept_as_the_catalogue_keeps_it(
    day: Day, first: str, again: str, kept: str
) -> None:
    day.scan(*OPEN, first)
    day.press(Learn(0))
    assert isinstance(day.scan(again).outcome, out.Learned)
    assert [it.code for it in learned(day)] == [kept]
    assert isinstance(day.scan(first).outcome, out.PieceOk)


@pytest.mark.parametrize(
    "code",
    [
        "8412345678900",  # a check digit is wrong
        "https://casaazul.example/te",
        "K7QBWHATEVER",  # like one of ours, badly read
        "ab1",
        "x" * 65,
        "CUP\tSEVEN",
        shop.SEAL[:-1] + "?",
        "9" * 5000,
    ],
)
def test_what_can_be_no_products_own_code_is_not_offered(day: Day, code: str) -> None:
    day.scan(*OPEN, code)
    assert on(day).unclear is None
    assert day.press(Learn(0)).outcome == out.NothingToLearn()


def test_a_reading_that_is_a_misread_gtin_is_not_offered(day: Day) -> None:
    day.scan(*OPEN)
    day.scan("CUP-&é", us="8412345678900")
    assert on(day).unclear is None


def test_a_code_somebody_typed_is_not_offered(day: Day) -> None:
    day.scan(*OPEN)
    day.press(TypeCode(NEW))
    assert on(day).unclear is None


def test_with_no_order_on_the_bench_nothing_is_learned(day: Day) -> None:
    day.scan(shop.PILAR, NEW)
    assert day.press(Learn(0)).outcome == out.OrderFirst()


@pytest.mark.parametrize(
    "other, whose, name",
    [
        ("TEA-9", Whose.NOBODYS, ""),
        (shop.BIG_CUP, Whose.PRODUCTS, "Taza de barro"),
        (shop.CUP, Whose.PRODUCTS, "Taza de barro"),  # the cup has that one besides
        (shop.POT, Whose.PRODUCTS, "Tetera de hierro"),
        (shop.SHARED, Whose.PRODUCTS, "Té verde Sencha, 100 g"),
        ("TE-100", Whose.PRODUCTS, "Té verde Sencha, 100 g"),
        ("1043", Whose.ORDERS, ""),
        (order_code(MARK, 3), Whose.ORDERS, ""),
        (shop.SWEETS, Whose.OURS, ""),
    ],
)
def test_another_code_is_refused_with_its_reason_and_counts_nothing(
    day: Day, other: str, whose: Whose, name: str
) -> None:
    day.scan(*OPEN, NEW)
    day.press(Learn(0))
    assert day.scan(other).outcome == out.NotLearned(other, whose, name)
    assert day.scan(NEW).outcome == out.UnknownCode(NEW)
    assert learned(day) == ()
    assert on(day).in_box == 0


def test_a_badge_or_a_command_means_what_it_always_does(day: Day) -> None:
    day.scan(*OPEN, NEW)
    day.press(Learn(0))
    assert day.scan(shop.UNDO).outcome == out.Undone("")
    day.scan(NEW)
    day.press(Learn(0))
    assert isinstance(day.scan(shop.LOCK).outcome, out.Locked)
    day.scan(shop.PILAR, NEW)
    assert learned(day) == ()


def test_a_misread_scan_is_made_again(day: Day) -> None:
    day.scan(*OPEN, GTIN)
    day.press(Learn(0))
    assert isinstance(day.scan("8400000000018").outcome, out.Misread)
    assert isinstance(day.scan(GTIN).outcome, out.Learned)


def test_by_scanner_alone_where_only_one_line_is_open(day: Day) -> None:
    day.scan(*OPEN, shop.POT, shop.TEA, shop.CUP, NEW)
    assert isinstance(day.scan(shop.WHAT).outcome, out.AsksOnceMore)
    assert isinstance(day.scan(NEW).outcome, out.Learned)
    assert on(day).counts == (2, 1, 1)


def test_a_scanner_of_another_layout_learns_what_it_reads(day: Day) -> None:
    day.scan(*OPEN)
    day.scan("CUP'77", us="CUP-77")
    day.press(Learn(0))
    assert isinstance(day.scan("CUP'77", us="CUP-77").outcome, out.Learned)
    assert isinstance(day.scan("CUP'77", us="CUP-77").outcome, out.PieceOk)


def test_what_another_bench_has_learned_meanwhile_is_not_learned_twice(day: Day) -> None:
    day.scan(*OPEN, NEW)
    day.press(Learn(0))
    with day.opened.write() as work:
        kept = CodeKept(code=NEW, product_id=on(day).product_at(0).id, units=1, by="x", at=NOW)
        work.write(kept)
        work.commit()
    assert isinstance(day.scan(NEW).outcome, out.PieceOk)
    assert len(learned(day)) == 1


@pytest.mark.parametrize("killed_after", [1, 2, 3])
def test_a_bench_killed_on_the_way_goes_on_where_it_stood(day: Day, killed_after: int) -> None:
    day.scan(*OPEN, NEW)
    if killed_after > 1:
        day.press(Learn(0, 2))
    if killed_after > 2:
        day.scan(NEW)
    before = on(day)
    assert day.restarted().bench == before
    expected = (Unknown(NEW), Learning(NEW, 0, 2), None)[killed_after - 1]
    assert on(day).unclear == expected


def test_undo_takes_the_piece_back_and_the_code_stays_known(day: Day) -> None:
    day.scan(*OPEN)
    teach(day, NEW)
    day.restarted()
    assert day.scan(shop.UNDO).outcome == out.Undone("Taza de barro, pequeña", stays_known=True)
    assert on(day).in_box == 0
    assert isinstance(day.scan(NEW).outcome, out.PieceOk)


def test_a_code_that_is_forgotten_is_unknown_again_and_no_other(day: Day) -> None:
    day.scan(*OPEN)
    teach(day, GTIN)
    codes = LearnedCodes(day.opened.write)
    assert codes.forget(shop.CUP) == codes.forget("") == codes.forget("nothing") == ()
    assert [it.code for it in codes.forget(f"0{GTIN}")] == [GTIN]
    assert isinstance(day.scan(GTIN).outcome, out.UnknownCode)
    assert isinstance(day.scan(shop.CUP).outcome, out.PieceOk)


def test_a_shared_code_is_the_piece_that_somebody_points_at(day: Day) -> None:
    day.scan(*OPEN)
    assert day.scan(shop.SHARED).outcome == out.AsksWhich(shop.SHARED, shared=True)
    assert isinstance(day.press(TellPiece(2)).outcome, out.LineDone)
    assert on(day).counts == (0, 0, 1)


def test_a_shared_code_of_one_product_of_the_order_is_that_one(tmp_path: Path) -> None:
    opened = found_shop(tmp_path, shop.a_new_shop(an_arriving_order("1050", ("TE-100", 2))))
    day = Day(opened)
    assert isinstance(day.scan(shop.MARTA, "1050", shop.SHARED).outcome, out.PieceOk)
    opened.engine.dispose()


def test_a_lot_in_the_code_is_told_by_the_scan_that_teaches(tmp_path: Path) -> None:
    opened = found_shop(tmp_path, shop.a_new_shop(an_arriving_order("1050", ("MIEL-1", 2))))
    day = Day(opened)
    day.scan(shop.PILAR, "1050")
    taught = teach(day, f"010{GTIN}1727010110L-7", 0)
    assert isinstance(taught, out.Learned)
    assert taught.counted
    assert dict(on(day).traces[0].values)[Detail.LOT] == "L-7"
    opened.engine.dispose()
