"""A packer's own surprise, and the decision behind a plan, at a station on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.bench import Packing
from packstation.domain.decisions import Decision
from packstation.domain.giving import Giving, Left
from packstation.domain.packing import Step
from packstation.domain.scans import Command, Reply, Scan, Surprise, Wish
from packstation.domain.surprises import Offered
from packstation.domain.touches import Touch, TouchKind
from packstation.domain.why import Why
from packstation.station.lookup import Lookup
from packstation.station.station import Station
from packstation.station.surprises import Surprises
from tests import small_shop as shop
from tests.small_shop import NOW, a_new_shop, found_shop

GIVING = Giving(surprise_cents=200, surprise_count=2)


def jar(key: str, cents: int, **changes: object) -> Touch:
    fields: dict[str, object] = {
        "key": key,
        "kind": TouchKind.CARD,
        "names": (("es", key),),
        "code": key.upper(),
        "cost_cents": cents,
    }
    return Touch(**(fields | changes))  # type: ignore[arg-type] # the names are checked at run time


SHELF = (
    *shop.TOUCHES,
    jar("postcard", 120),
    jar("bookmark", 90),
    jar("soap", 100, kind=TouchKind.TREAT),
    jar("biscuits", 10, kind=TouchKind.BOX, edible=True, contains=None),
    jar("letter", 0, kind=TouchKind.NOTE),
    jar("photo", 0, kind=TouchKind.CHECK),
)


class Day:
    def __init__(self, home: Path) -> None:
        here = replace(shop.SHOP, giving=GIVING)
        new = replace(a_new_shop(), touches=SHELF, shop=here)
        self.opened = replace(found_shop(home, new), shop=here)
        self.at = NOW
        self.station = Station(self.opened.write, here, "2")
        self.station.resume()

    def scan(self, *codes: str) -> Step:
        steps = [self.station.receive(Scan(code, self._tick())) for code in codes]
        assert steps[-1] is not None
        return steps[-1]

    def press(self, wish: Wish) -> out.Outcome:
        step = self.station.receive(Command(wish, self._tick()))
        assert step is not None
        return step.outcome

    def offered(self) -> Offered:
        assert isinstance(self.station.bench, Packing)
        return Surprises(self.opened.write, self.opened.shop).offered(
            self.station.bench, self.at
        )

    def decision(self) -> Decision:
        assert isinstance(self.station.bench, Packing)
        found = Lookup(self.opened.write, self.opened.shop).why(self.station.bench.order.id)
        assert found is not None
        return found

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        with self.opened.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def do(self, statement: str) -> None:
        with self.opened.engine.begin() as connection:
            connection.execute(text(statement))

    def _tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = Day(tmp_path)
    day.scan(shop.MARTA, "1042")
    day.station.follow_up(day.at)
    yield day
    day.opened.engine.dispose()


PIECES = (shop.POT, shop.CUP, shop.CUP, shop.CUP, shop.TEA)


def test_what_may_be_added_is_offered_and_what_may_not_says_why(day: Day) -> None:
    found = day.offered()
    assert found.left == Left(200, 2)
    assert [(it.touch.key, it.why) for it in found.offers] == [
        ("postcard", None),
        ("bookmark", None),
        ("soap", Why.OUTRANKED),  # a treat is suggested already
        ("biscuits", Why.FOOD_LABEL),
        ("letter", None),
    ]


def test_a_surprise_goes_in_and_onto_the_record(day: Day) -> None:
    assert day.press(Surprise("postcard")) == out.SurpriseAdded(
        "postcard", "postcard", Left(80, 1)
    )
    day.scan(*PIECES, shop.SWEETS)
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    given = {it.key: it.rule for it in step.outcome.record.core.touches}
    assert given == {"sweets-lemon": "r_second", "postcard": ""}
    rows = day.ask("SELECT touch_key, rule, customer_id FROM given_touches ORDER BY touch_key")
    assert rows == [("postcard", "", 1), ("sweets-lemon", "r_second", 1)]


def test_the_budget_is_the_packers_and_the_months(day: Day) -> None:
    day.press(Surprise("postcard"))
    day.scan(*PIECES, shop.SWEETS, shop.SEAL, "1043")
    day.station.follow_up(day.at)
    assert day.offered().left == Left(80, 1)
    assert day.press(Surprise("bookmark")) == out.SurpriseRefused(
        "bookmark", Why.BUDGET, Left(80, 1)
    )
    bench = day.station.bench
    assert isinstance(bench, Packing)
    other = replace(bench, packer=replace(bench.packer, id=2))
    look = Surprises(day.opened.write, day.opened.shop)
    assert look.offered(other, day.at).left == Left(200, 2)
    next_month = day.at + timedelta(days=12)
    assert look.offered(bench, next_month).left == Left(200, 2)


def test_what_a_guard_forbids_is_refused_kindly(day: Day) -> None:
    assert day.press(Surprise("biscuits")) == out.SurpriseRefused(
        "biscuits", Why.FOOD_LABEL, Left(200, 2)
    )
    assert day.press(Surprise("no-such-thing")) == out.UnknownCode("no-such-thing")


def test_a_surprise_is_undone_or_thought_better_of(day: Day) -> None:
    day.press(Surprise("postcard"))
    assert day.press(scans.Undo()) == out.Undone("postcard")
    assert day.offered().left == Left(200, 2)
    day.press(Surprise("postcard"))
    day.press(scans.AnswerTouch("postcard", Reply.NOT_TODAY))
    assert day.offered().left == Left(200, 2)
    day.scan(*PIECES, shop.SWEETS)
    step = day.scan(shop.SEAL)
    assert isinstance(step.outcome, out.Sealed)
    assert [it.key for it in step.outcome.record.core.touches] == ["sweets-lemon"]


def test_a_surprise_goes_in_once(day: Day) -> None:
    day.press(Surprise("postcard"))
    assert day.press(Surprise("postcard")) == out.ReadTwice("postcard")
    assert day.offered().left == Left(80, 1)


def test_what_a_rule_suggests_is_no_surprise(day: Day) -> None:
    assert day.press(Surprise("sweets-lemon")) == out.TouchDone("sweets-lemon", Reply.GIVEN)
    assert day.offered().left == Left(200, 2)


def test_before_the_plan_is_made_a_surprise_waits_for_it(tmp_path: Path) -> None:
    day = Day(tmp_path)
    day.scan(shop.MARTA, "1042")
    day.press(Surprise("sweets-lemon"))
    bench = day.station.bench
    assert isinstance(bench, Packing)
    assert bench.plan is not None
    assert bench.answers["sweets-lemon"].of in bench.plan
    day.opened.engine.dispose()


def test_without_an_order_there_is_nothing_to_add_to(day: Day) -> None:
    day.press(scans.PutBack())
    assert isinstance(day.press(Surprise("postcard")), out.OrderFirst)


def test_a_bench_that_lost_power_still_has_the_surprise(day: Day) -> None:
    day.press(Surprise("postcard"))
    before = day.station.bench
    again = Station(day.opened.write, day.opened.shop, "2")
    assert again.resume() == before


def test_a_note_of_ones_own_is_remembered_as_written(day: Day) -> None:
    day.press(Surprise("letter"))
    assert len(day.ask("SELECT 1 FROM written_notes")) == 1
    day.scan(shop.UNDO)
    assert day.ask("SELECT 1 FROM written_notes") == []


# ---- the decision


def test_the_plan_is_written_down_with_its_grounds(day: Day) -> None:
    found = day.decision()
    rule = found.rule_of("sweets-lemon")
    assert rule is not None
    assert rule.name("es") == "Segundo pedido"
    assert [it.reason.got for it in rule.seen] == [2]
    assert len(day.ask("SELECT 1 FROM decisions")) == 1


def test_after_half_a_year_only_the_verdict_is_kept(day: Day) -> None:
    whole = day.decision()
    day.do("UPDATE decisions SET at = '2026-05-20 00:00:00.000000'")
    day.scan(shop.PUT_BACK, "1043")
    day.station.follow_up(day.at)
    assert day.ask("SELECT told IS NULL FROM decisions ORDER BY id") == [(1,), (0,)]
    [(order_id,)] = day.ask("SELECT id FROM orders WHERE number = '1042'")
    assert isinstance(order_id, int)
    kept = Lookup(day.opened.write, day.opened.shop).why(order_id)
    assert kept == whole.long_ago
