"""What hands do at two benches, each thing twice: at the real bench and to the model."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.scans import Problem, Wish
from tests import small_shop as shop
from tests.station import model, things
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
    | out.WasSent
)
"""What any input may be answered with when the order in hand is not what it was."""

SOMEBODY_PACKS = precondition(lambda self: self.packs("2") or self.packs("3"))

EVERYBODY_IS_THERE = precondition(
    lambda self: all(it.packer and not it.locked for it in self.benches)
)
SOMETHING_IS_PACKED = precondition(
    lambda self: any(it.slips for it in self.shop.orders.values())
)


class Hands(RuleBasedStateMachine):
    """Every rule does one thing at the real benches and to the model, and compares."""

    def __init__(self) -> None:
        super().__init__()
        self._home = TemporaryDirectory()
        self.real = self.founded(Path(self._home.name))
        self.shop = model.Shop(NEEDS)
        self.orders, self.benches = self.shop.orders.values(), self.shop.benches.values()

    def founded(self, home: Path) -> TwoBenches:
        return TwoBenches(home)

    def teardown(self) -> None:
        self.real.engine.dispose()
        self._home.cleanup()

    # ---- one input, taken on both sides

    def take(
        self, name: str, given: str | Wish, meant: Callable[[things.Bench], object]
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
        def meant(bench: things.Bench) -> None:
            bench.locked = bool(bench.packer)

        self.take(name, scans.Lock(), meant)

    @EVERYBODY_IS_THERE
    @rule(name=BENCHES)
    def sign_out(self, name: str) -> None:
        def meant(bench: things.Bench) -> None:
            if bench.hand is None and not bench.locked:
                bench.packer = ""

        self.take(name, shop.SIGN_OUT, meant)

    # ---- orders come and go

    @rule(name=BENCHES, number=ORDERS)
    def open(self, name: str, number: str) -> None:
        def meant(bench: things.Bench) -> bool | None:
            if bench.hand is not None or bench.locked or not bench.packer:
                return None
            return self.shop.open(bench, number, self.real.at)

        outcome, granted = self.take(name, number, meant)
        if granted is not None:
            assert isinstance(outcome, out.Opened | out.WentOn) == granted, outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES, state=st.sampled_from(("open", "parked", "held")))
    def leave(self, name: str, state: str) -> None:
        wishes: dict[str, Wish] = {
            "open": scans.PutBack(),
            "parked": scans.Park(),
            "held": scans.HoldBack("x"),
        }
        self.take(self.packing(name), wishes[state], lambda it: self.shop.leave(it, state))

    def put_back(self, name: str) -> None:
        """Empty the box of bench ``name``, if it has one; what is counted is asked about."""
        for _ in range(2):
            if self.packs(name):
                self.leave(name, "open")

    @precondition(lambda self: any(it.state == "held" for it in self.orders))
    @rule(name=BENCHES, number=ORDERS)
    def release(self, name: str, number: str) -> None:
        """Only the owner may, and only with no order on the bench."""

        def meant(bench: things.Bench) -> None:
            order = self.shop.orders[number]
            free = bench.hand is None and not bench.locked
            if free and bench.packer == "Pilar" and order.state == "held":
                order.state, order.held_here = "open", False

        self.take(name, scans.Release(self._id(number)), meant)

    @SOMETHING_IS_PACKED
    @rule(name=BENCHES, number=ORDERS, back=st.integers(1, 2))
    def reopen(self, name: str, number: str, back: int) -> None:
        slips = self.shop.orders[number].slips[-back:]
        if not slips:
            return
        slip = slips[0]

        def meant(bench: things.Bench) -> bool | None:
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
            self.packing(name), CODES[sku], lambda it: self.shop.count(hand_of(it), sku)
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
            lambda it: self.shop.type_count(hand_of(it), count),
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
            lambda it: self.shop.tell(hand_of(it), line.product.sku),
        )

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def undo(self, name: str) -> None:
        outcome, undone = self.take(
            self.packing(name), shop.UNDO, lambda it: self.shop.undo(hand_of(it))
        )
        if undone is not None:
            assert isinstance(outcome, out.Undone | out.OrderStays) == undone, outcome

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def plan(self, name: str) -> None:
        """The bench thinks of touches; which ones is tested elsewhere."""
        name = self.packing(name)
        if hand_of(self.shop.benches[name]).plan is None:
            self.real.follow_up(name)
            self._planned(self.shop.benches[name])

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def give_sweets(self, name: str) -> None:
        def meant(bench: things.Bench) -> None:
            if things.SWEETS in self._planned(bench):
                hand_of(bench).do().answered |= {things.SWEETS}

        self.take(self.packing(name), shop.SWEETS, meant)

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def seal(self, name: str) -> None:
        name = self.packing(name)
        number = self._next_slip(name)

        def meant(bench: things.Bench) -> str:
            self._planned(bench)
            return self.shop.seal(bench, number)

        outcome, said = self.take(name, shop.SEAL, meant)
        kinds = {
            "cancelled": out.ShopSays,
            "missing": out.StillMissing,
            "empty": out.EmptyBox,
            "asks": out.AskBeforeSeal,
            "sealed": out.Sealed,
        }
        if said is not None:
            assert isinstance(outcome, kinds[str(said)]), outcome

    def _planned(self, bench: things.Bench) -> frozenset[str]:
        """What is suggested: a bench that is asked for it first thinks of it."""
        hand = hand_of(bench)
        if hand.plan is None:
            hand.plan = self.real.last_plan(bench.name)
            hand.asked = "" if hand.asked == "seal" else hand.asked
        return hand.plan

    def _id(self, number: str) -> int:
        ((order_id,),) = self.real.ask(
            f"SELECT id FROM orders WHERE number = '{number}' AND state != 'arriving'"  # noqa: S608 (ours)
        )
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


def hand_of(bench: things.Bench) -> things.Hand:
    assert bench.hand is not None
    return bench.hand
