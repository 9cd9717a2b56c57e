"""Two benches and a shop, as Hypothesis drives them: see docs/bench.md for the invariants."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.scans import Problem, Wish
from tests import small_shop as shop
from tests.station import model
from tests.station.invariants import ALWAYS
from tests.station.two_benches import NEEDS, TwoBenches

BENCHES, ORDERS = st.sampled_from(("2", "3")), st.sampled_from(tuple(NEEDS))
BADGES = {"Marta": shop.MARTA, "Joan": shop.JOAN, "Pilar": shop.PILAR}
PACKERS = st.sampled_from(tuple(BADGES))
CODES = {"TAZ-002": shop.CUP, "TE-100": shop.TEA, "TAZ-003": shop.BIG_CUP}
ELSEWHERE = (
    out.HasChanged
    | out.OtherBenchHasIt
    | out.IsHeld
    | out.IsCancelled
    | out.PackedBefore
    | out.WasPutBack
)
"""What any input may be answered with when the order in hand is not what it was."""

SOMEBODY_PACKS = precondition(lambda self: self.packs("2") or self.packs("3"))

EVERYBODY_IS_THERE = precondition(
    lambda self: all(it.packer and not it.locked for it in self.benches)
)
SOMETHING_IS_PACKED = precondition(
    lambda self: any(it.slips for it in self.shop.orders.values())
)


class Machine(RuleBasedStateMachine):
    """Every rule does one thing at the real benches and to the model, and compares."""

    def __init__(self) -> None:
        super().__init__()
        self._home = TemporaryDirectory()
        self.real = TwoBenches(Path(self._home.name))
        self.shop = model.Shop(NEEDS)
        self.orders, self.benches = self.shop.orders.values(), self.shop.benches.values()

    def teardown(self) -> None:
        self.real.engine.dispose()
        self._home.cleanup()

    # ---- one input, taken on both sides

    def take(
        self, name: str, given: str | Wish, meant: Callable[[model.Bench], object]
    ) -> tuple[out.Outcome, object]:
        """The real outcome, and what ``meant`` says: None when it never came to it."""
        step = self.real.give(name, given)
        bench = self.shop.benches[name]
        if isinstance(given, scans.Lock):  # whoever steps away is away, whatever the shop did
            if not bench.locked:
                self.shop.stay(bench, self.real.at)
            return step.outcome, meant(bench)
        if self.shop.work_goes_on(bench, self.real.at):
            return step.outcome, meant(bench)
        assert isinstance(step.outcome, ELSEWHERE), step.outcome
        return step.outcome, None

    def packs(self, name: str) -> bool:
        bench = self.shop.benches[name]
        return bench.hand is not None and not bench.locked

    def packing(self, name: str) -> str:
        """The bench ``name`` if it has an order in hand, else the other one."""
        return name if self.packs(name) else {"2": "3", "3": "2"}[name]

    # ---- people

    @initialize(first=PACKERS, second=PACKERS)
    def the_day_begins(self, first: str, second: str) -> None:
        self.sign_in("2", first)
        self.sign_in("3", second)

    @precondition(lambda self: any(it.locked or not it.packer for it in self.benches))
    @rule(name=BENCHES, packer=PACKERS)
    def sign_in(self, name: str, packer: str) -> None:
        self.take(name, BADGES[packer], lambda it: self.shop.sign_in(it, packer))

    @SOMEBODY_PACKS
    @rule(name=BENCHES, packer=PACKERS)
    def take_over(self, name: str, packer: str) -> None:
        self.sign_in(self.packing(name), packer)

    @EVERYBODY_IS_THERE
    @rule(name=BENCHES)
    def lock(self, name: str) -> None:
        def meant(bench: model.Bench) -> None:
            bench.locked = bool(bench.packer)

        self.take(name, scans.Lock(), meant)

    @EVERYBODY_IS_THERE
    @rule(name=BENCHES)
    def sign_out(self, name: str) -> None:
        def meant(bench: model.Bench) -> None:
            if bench.hand is None and not bench.locked:
                bench.packer = ""

        self.take(name, shop.SIGN_OUT, meant)

    # ---- orders come and go

    @rule(name=BENCHES, number=ORDERS)
    def open(self, name: str, number: str) -> None:
        def meant(bench: model.Bench) -> bool | None:
            if bench.hand is not None or bench.locked or not bench.packer:
                return None
            return self.shop.open(bench, number, self.real.at)

        outcome, granted = self.take(name, number, meant)
        if granted is not None:
            assert isinstance(outcome, out.Opened | out.WentOn) == granted, outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES, state=st.sampled_from(("open", "parked", "held")))
    def leave(self, name: str, state: str) -> None:
        wishes = {"open": scans.PutBack(), "parked": scans.Park(), "held": scans.HoldBack("x")}
        self.take(self.packing(name), wishes[state], lambda it: self.shop.leave(it, state))

    @precondition(lambda self: any(it.state == "held" for it in self.orders))
    @rule(name=BENCHES, number=ORDERS)
    def release(self, name: str, number: str) -> None:
        """Only the owner may, and only with no order on the bench."""

        def meant(bench: model.Bench) -> None:
            order = self.shop.orders[number]
            free = bench.hand is None and not bench.locked
            if free and bench.packer == "Pilar" and order.state == "held":
                order.state = "open"

        self.take(name, scans.Release(self._id(number)), meant)

    @SOMETHING_IS_PACKED
    @rule(name=BENCHES, number=ORDERS, back=st.integers(1, 2))
    def reopen(self, name: str, number: str, back: int) -> None:
        slips = self.shop.orders[number].slips[-back:]
        if not slips:
            return
        slip = slips[0]

        def meant(bench: model.Bench) -> bool | None:
            if bench.hand is not None or bench.locked or not bench.packer:
                return None
            return self.shop.reopen(bench, number, slip, self.real.at)

        outcome, granted = self.take(name, scans.Reopen(slip.number, "queda una"), meant)
        if granted is not None:
            assert isinstance(outcome, out.Reopened) == granted, outcome

    # ---- what is done to a parcel

    @SOMEBODY_PACKS
    @rule(name=BENCHES, sku=st.sampled_from(tuple(CODES)))
    def scan_piece(self, name: str, sku: str) -> None:
        outcome, counted = self.take(
            self.packing(name), CODES[sku], lambda it: self.shop.count(_hand(it), sku)
        )
        kinds = {"wrong": out.WrongPiece, "too many": out.OneTooMany}
        if counted in kinds:
            assert isinstance(outcome, kinds[str(counted)]), outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES, count=st.integers(0, 4))
    def type_count(self, name: str, count: int) -> None:
        outcome, said = self.take(
            self.packing(name),
            scans.TypeCount(count),
            lambda it: self.shop.type_count(_hand(it), count),
        )
        assert isinstance(outcome, out.CountRefused) == (said == "refused"), outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES, position=st.integers(0, 1))
    def tell_problem(self, name: str, position: int) -> None:
        name = self.packing(name)
        lines = self.real.hand(name).order.lines
        line = lines[position % len(lines)]
        self.take(
            name,
            scans.TellProblem(lines.index(line), Problem.MISSING, "no está"),
            lambda it: self.shop.tell(_hand(it), line.product.sku),
        )

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def undo(self, name: str) -> None:
        outcome, undone = self.take(
            self.packing(name), shop.UNDO, lambda it: self.shop.undo(_hand(it))
        )
        if undone is not None:
            assert isinstance(outcome, out.Undone) == undone, outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def plan(self, name: str) -> None:
        """The bench thinks of touches; which ones is tested elsewhere."""
        name = self.packing(name)
        if _hand(self.shop.benches[name]).plan is None:
            self.real.follow_up(name)
            self._planned(self.shop.benches[name])

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def give_sweets(self, name: str) -> None:
        def meant(bench: model.Bench) -> None:
            if model.SWEETS in self._planned(bench):
                _hand(bench).do().answered |= {model.SWEETS}

        self.take(self.packing(name), shop.SWEETS, meant)

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def seal(self, name: str) -> None:
        name = self.packing(name)
        number = self._next_slip(name)

        def meant(bench: model.Bench) -> str:
            self._planned(bench)
            return self.shop.seal(bench, number)

        outcome, said = self.take(name, shop.SEAL, meant)
        kinds = {
            "missing": out.StillMissing,
            "empty": out.EmptyBox,
            "asks": out.AskBeforeSeal,
            "sealed": out.Sealed,
        }
        if said is not None:
            assert isinstance(outcome, kinds[str(said)]), outcome

    # ---- a shift without surprises: chance alone seldom gets as far as a seal

    @rule(name=BENCHES, packer=PACKERS, number=ORDERS, until=st.sampled_from((6, 5, 4, 1, 0)))
    def honest_shift(self, name: str, packer: str, number: str, until: int) -> None:
        """Pack one order as one should; ``until`` 0 to 3 stops before the seal."""
        self.sign_in(name, packer)
        if not self.packs(name):
            self.open(name, number)
        hand = self.shop.benches[name].hand
        if hand is None or not self.packs(name):
            return
        for sku in tuple(hand.need)[: until or 1]:
            while self.packs(name) and sku in hand.need and hand.left(sku) > 0:
                self.scan_piece(name, sku)
        steps = (self.plan, self.give_sweets, self.seal, self.seal) if until > 3 else ()
        for step in steps:  # the second seal answers what the first asks
            if self.packs(name):
                step(name)
        if until > 5:
            self.reopen(name, number, 1)

    @SOMEBODY_PACKS
    @rule(name=BENCHES, packer=PACKERS, before=st.sampled_from(("", "parked", "open", "busy")))
    def the_other_bench_takes_it(self, name: str, packer: str, before: str) -> None:
        """Once it was put aside, or its lease is over: not while it is worked on."""
        name = self.packing(name)
        number, other = _hand(self.shop.benches[name]).number, {"2": "3", "3": "2"}[name]
        self.sign_in(other, packer)
        if self.packs(other):
            self.leave(other, "open")
        for sku in (*NEEDS[number], "TAZ-003"):
            if self.packs(name):
                self.scan_piece(name, sku)
        if before in {"parked", "open"} and self.packs(name):
            self.leave(name, before)
            self.open(name if before == "parked" else other, number)
        self.time_passes(6)
        if before == "busy" and self.packs(name):
            self.scan_piece(name, "TAZ-003")
        self.time_passes(6)
        if not self.packs(other):
            self.open(other, number)

    # ---- what else happens

    @rule(minutes=st.sampled_from((1, 6, 11)))
    def time_passes(self, minutes: int) -> None:
        self.real.at += timedelta(minutes=minutes)

    @rule(number=ORDERS, sku=st.sampled_from(("TAZ-002", "TE-100")), now=st.integers(1, 3))
    def the_shop_changes(self, number: str, sku: str, now: int) -> None:
        order = self.shop.orders[number]
        if order.state in {"packed", "cancelled"} or sku not in order.need:
            return
        order.need[sku] = now
        order.revision += 1
        self.real.news(
            "UPDATE orders SET revision = revision + 1 WHERE number = :number",
            "UPDATE order_lines SET quantity = :now"
            " WHERE order_id = (SELECT id FROM orders WHERE number = :number)"
            " AND product_id = (SELECT id FROM products WHERE sku = :sku)",
            number=number,
            sku=sku,
            now=now,
        )

    @rule(number=st.sampled_from(("B1", "B2")))
    def the_shop_cancels(self, number: str) -> None:
        order = self.shop.orders[number]
        if order.state != "packed":
            order.state = "cancelled"
            self.real.news(
                "UPDATE orders SET state = 'cancelled' WHERE number = :number", number=number
            )

    @rule(name=BENCHES)
    def restart(self, name: str) -> None:
        before, self.real.weather.commit = self.real.stations[name].bench, ""
        self.real.stations[name] = self.real.restarted(name)
        assert self.real.stations[name].bench == before

    @rule(name=BENCHES)
    def the_same_again(self, name: str) -> None:
        """A button that bounced, a message sent twice: the operation is known by its name."""
        if name not in self.real.heard:
            return
        before, bench = self.real.everything(), self.real.stations[name].bench
        self.real.again(name)
        assert self.real.everything() == before
        assert self.real.stations[name].bench == bench

    @rule(trouble=st.sampled_from(("refused", "unheard", "gone")))
    def the_next_commit_fails(self, trouble: str) -> None:
        self.real.weather.commit = trouble

    @SOMETHING_IS_PACKED
    @rule(trouble=st.sampled_from(("", "", "jam", "perhaps", "cut")))
    def a_slip_is_printed(self, trouble: str) -> None:
        self.real.weather.commit, self.real.weather.printer = "", trouble
        printing = self.real.waiting_slip()
        self.real.print_next()
        self.real.weather.printer = ""
        ends = {"": "sent", "jam": "failed", "perhaps": "unknown", "cut": "unknown"}
        assert self.real.job_of(printing) == (ends[trouble] if printing else None)

    @SOMETHING_IS_PACKED
    @rule()
    def somebody_mends_the_printer(self) -> None:
        self.real.weather.commit = ""
        self.real.retry_printing()

    @invariant()
    def what_always_holds(self) -> None:
        for holds in ALWAYS:
            holds(self.real, self.shop)

    def _planned(self, bench: model.Bench) -> frozenset[str]:
        """What is suggested: a bench that is asked for it first thinks of it."""
        hand = _hand(bench)
        if hand.plan is None:
            hand.plan, hand.asked = self.real.last_plan(bench.name), False
        return hand.plan

    def _id(self, number: str) -> int:
        ((order_id,),) = self.real.ask(f"SELECT id FROM orders WHERE number = '{number}'")  # noqa: S608 (ours)
        assert isinstance(order_id, int)
        return order_id

    def _next_slip(self, name: str) -> str:
        mine = [
            slip
            for order in self.shop.orders.values()
            for slip in order.slips
            if slip.number.startswith(name)
        ]
        return f"{name}-26-{len(mine) + 1:06}"


def _hand(bench: model.Bench) -> model.Hand:
    assert bench.hand is not None
    return bench.hand
