"""Two benches and a shop, as Hypothesis drives them: see docs/bench.md for the invariants."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.bench import Away, Packing, Unattended
from packstation.domain.scans import Problem, Wish
from tests import small_shop as shop
from tests.station import model
from tests.station.two_benches import NEEDS, TwoBenches, in_hand

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


class Machine(RuleBasedStateMachine):
    """Every rule does one thing at the real benches and to the model, and compares."""

    def __init__(self) -> None:
        super().__init__()
        self._home = TemporaryDirectory()
        self.real = TwoBenches(Path(self._home.name))
        self.shop = model.Shop(NEEDS)

    def teardown(self) -> None:
        self.real.engine.dispose()
        self._home.cleanup()

    # ---- one input, taken on both sides

    def take(
        self, name: str, given: str | Wish, meant: Callable[[model.Bench], object]
    ) -> tuple[out.Outcome, object]:
        """The real outcome, and what ``meant`` says of the model: None if it never came to it."""
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

    # ---- people

    @rule(name=BENCHES, packer=PACKERS)
    def sign_in(self, name: str, packer: str) -> None:
        self.take(name, BADGES[packer], lambda it: self.shop.sign_in(it, packer))

    @rule(name=BENCHES)
    def lock(self, name: str) -> None:
        def meant(bench: model.Bench) -> None:
            bench.locked = bool(bench.packer)

        self.take(name, scans.Lock(), meant)

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

    @rule(name=BENCHES, state=st.sampled_from(("open", "parked", "held")))
    def leave(self, name: str, state: str) -> None:
        wishes = {"open": scans.PutBack(), "parked": scans.Park(), "held": scans.HoldBack("x")}
        if self.packs(name):
            self.take(name, wishes[state], lambda it: self.shop.leave(it, state))

    @rule(name=BENCHES, number=ORDERS)
    def release(self, name: str, number: str) -> None:
        """Only the owner may, and only with no order on the bench."""

        def meant(bench: model.Bench) -> None:
            order = self.shop.orders[number]
            free = bench.hand is None and not bench.locked
            if free and bench.packer == "Pilar" and order.state == "held":
                order.state = "open"

        self.take(name, scans.Release(self._id(number)), meant)

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

    @rule(name=BENCHES, sku=st.sampled_from(tuple(CODES)))
    def scan_piece(self, name: str, sku: str) -> None:
        if self.packs(name):
            outcome, counted = self.take(
                name, CODES[sku], lambda it: it.hand and self.shop.count(it.hand, sku)
            )
            kinds = {"wrong": out.WrongPiece, "too many": out.OneTooMany}
            if counted in kinds:
                assert isinstance(outcome, kinds[str(counted)]), outcome

    @rule(name=BENCHES, count=st.integers(0, 4))
    def type_count(self, name: str, count: int) -> None:
        if self.packs(name):
            outcome, said = self.take(
                name,
                scans.TypeCount(count),
                lambda it: it.hand and self.shop.type_count(it.hand, count),
            )
            assert isinstance(outcome, out.CountRefused) == (said == "refused"), outcome

    @rule(name=BENCHES, position=st.integers(0, 1))
    def tell_problem(self, name: str, position: int) -> None:
        hand = self.real.hand(name)
        if self.packs(name) and hand is not None and position < len(hand.order.lines):
            sku = hand.order.lines[position].product.sku
            self.take(
                name,
                scans.TellProblem(position, Problem.MISSING, "no está"),
                lambda it: it.hand and self.shop.tell(it.hand, sku),
            )

    @rule(name=BENCHES)
    def undo(self, name: str) -> None:
        if self.packs(name):
            outcome, undone = self.take(
                name, shop.UNDO, lambda it: it.hand and self.shop.undo(it.hand)
            )
            if undone is not None:
                assert isinstance(outcome, out.Undone) == undone, outcome

    @rule(name=BENCHES)
    def plan(self, name: str) -> None:
        """The bench thinks of touches; which ones is tested elsewhere."""
        bench = self.shop.benches[name]
        if self.packs(name) and bench.hand is not None and bench.hand.plan is None:
            self.real.follow_up(name)
            hand = self.real.hand(name)
            assert hand is not None
            bench.hand.plan = frozenset(it.touch.key for it in hand.plan or ())
            bench.hand.asked = False

    @rule(name=BENCHES)
    def give_sweets(self, name: str) -> None:
        def meant(bench: model.Bench) -> None:
            hand = bench.hand
            if hand is not None and model.SWEETS in (hand.plan or ()):
                hand.do().answered |= {model.SWEETS}

        if self.packs(name):
            self.take(name, shop.SWEETS, meant)

    @rule(name=BENCHES)
    def seal(self, name: str) -> None:
        if not self.packs(name):
            return
        number = self._next_slip(name)
        outcome, said = self.take(name, shop.SEAL, lambda it: self.shop.seal(it, number))
        kinds = {
            "missing": out.StillMissing,
            "empty": out.EmptyBox,
            "asks": out.AskBeforeSeal,
            "sealed": out.Sealed,
        }
        if said is not None:
            assert isinstance(outcome, kinds[str(said)]), outcome

    # ---- a shift without surprises: chance alone seldom gets as far as a seal

    @rule(name=BENCHES, packer=PACKERS, number=ORDERS, until=st.integers(0, 6))
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
        if until > 3:
            self.seal(name)
            self.seal(name)
        if until > 5:
            self.reopen(name, number, 1)

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
            "UPDATE order_lines SET quantity = :now WHERE order_id = (SELECT id FROM orders"
            " WHERE number = :number) AND product_id = (SELECT id FROM products WHERE sku = :sku)",
            number=number,
            sku=sku,
            now=now,
        )

    @rule(number=ORDERS)
    def the_shop_cancels(self, number: str) -> None:
        order = self.shop.orders[number]
        if order.state != "packed":
            order.state = "cancelled"
            self.real.news(
                "UPDATE orders SET state = 'cancelled' WHERE number = :number", number=number
            )

    @rule(name=BENCHES)
    def restart(self, name: str) -> None:
        before = self.real.stations[name].bench
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

    @rule(trouble=st.sampled_from(("refused", "unheard")))
    def the_next_commit_fails(self, trouble: str) -> None:
        self.real.weather.commit = trouble

    @precondition(lambda self: any(it.slips for it in self.shop.orders.values()))
    @rule(trouble=st.sampled_from(("", "", "jam", "perhaps", "cut")))
    def a_slip_is_printed(self, trouble: str) -> None:
        self.real.weather.commit, self.real.weather.printer = "", trouble
        self.real.print_next()
        self.real.weather.printer = ""

    @rule()
    def somebody_mends_the_printer(self) -> None:
        self.real.weather.commit = ""
        self.real.retry_printing()

    # ---- what always holds: the numbers are those of docs/bench.md

    @invariant()
    def both_benches_stand_as_the_model_says(self) -> None:
        """I1, I2, I3, I13: what is in which box, and who holds it."""
        for name, bench in self.shop.benches.items():
            stands = self.real.stations[name].bench
            assert isinstance(stands, Unattended) == (not bench.packer)
            assert isinstance(stands, Away) == bench.locked
            assert getattr(stands, "packer", None) is None or stands.packer.name == bench.packer
            hand = in_hand(stands)
            assert (hand is None) == (bench.hand is None)
            if hand is not None and bench.hand is not None:
                assert all(0 <= count <= hand.need(n) for n, count in enumerate(hand.counts))
                assert _seen(hand) == _meant(bench.hand)

    @invariant()
    def every_order_is_where_the_model_says(self) -> None:
        """I1, I7, I10, I15: nothing vanishes, nobody has what another has."""
        rows = self.real.ask(
            "SELECT number, state, revision, CASE state WHEN 'claimed' THEN bench ELSE '' END"
            " FROM orders WHERE number != '900' ORDER BY number"
        )
        assert rows == [
            (number, it.state, it.revision, it.bench if it.state == "claimed" else "")
            for number, it in sorted(self.shop.orders.items())
        ]

    @invariant()
    def every_packed_order_has_its_one_live_slip(self) -> None:
        """I4 to I9, I14: whole or with its reason, for this revision, by who pressed the seal."""
        rows = self.real.ask(
            "SELECT o.number, p.slip_number, p.revision, p.core, p.personal, o.revision, o.state"
            " FROM packings p JOIN orders o ON o.id = p.order_id"
            " WHERE p.voided_at IS NULL ORDER BY o.number"
        )
        packed = [(n, it) for n, it in sorted(self.shop.orders.items()) if it.state == "packed"]
        assert [(n, slip.number) for n, it in packed for slip in it.live] == [
            row[:2] for row in rows
        ]
        for (_, order), row in zip(packed, rows, strict=True):
            core, (slip,) = json.loads(str(row[3])), order.live
            assert row[2] == row[5] == core["revision"] == slip.revision
            assert row[6] == "packed"
            assert json.loads(str(row[4]))["packer_name"] == slip.packer
            assert {it["sku"]: it["packed"] for it in core["lines"]} == slip.box.counts
            assert all(
                it["packed"] == it["ordered"]
                or (it["packed"] < it["ordered"] and it["problem"])
                for it in core["lines"]
            )
            assert core["replaces"] == (order.slips[-2].number if len(order.slips) > 1 else "")
            assert {it["key"] for it in core["touches"]} == slip.box.answered

    @invariant()
    def the_journal_has_every_step_once(self) -> None:
        """I11, I12: numbered without a gap, each operation under a name of its own."""
        for name in self.shop.benches:
            seqs = self.real.ask(
                f"SELECT seq FROM bench_events WHERE bench = '{name}' ORDER BY seq"  # noqa: S608 (ours)
            )
            assert [seq for (seq,) in seqs] == list(range(1, len(seqs) + 1))

    @invariant()
    def stock_and_slip_numbers_add_up(self) -> None:
        """I5: a slip for each number; the jar holds what its movements say."""
        assert self.real.ask("SELECT on_hand FROM touches") == self.real.ask(
            "SELECT sum(change) FROM stock_movements"
        )
        numbers = {
            str(number) for (number,) in self.real.ask("SELECT slip_number FROM packings")
        }
        assert numbers == {it.number for o in self.shop.orders.values() for it in o.slips}

    @invariant()
    def no_slip_comes_out_that_nobody_asked_for(self) -> None:
        """I5, I13: handed to the printer once, unless somebody asked for it again."""
        jobs = self.real.ask("SELECT state FROM print_jobs")
        assert {state for (state,) in jobs} <= {"queued", "sent", "failed", "unknown"}
        printed = self.real.weather.printed
        assert all(printed.count(it) <= 1 + self.real.retries for it in printed)

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


def _seen(hand: Packing) -> tuple[object, ...]:
    """A real parcel on the bench, as far as the model knows of parcels."""
    skus = [line.product.sku for line in hand.order.lines]
    short = {skus[n]: it.units for n, it in hand.short.items()}
    plan = None if hand.plan is None else {it.touch.key for it in hand.plan}
    counts = dict(zip(skus, hand.counts, strict=True))
    parcel = (hand.order.number, hand.order.revision, counts, short, set(hand.answers))
    return (*parcel, hand.aside, hand.replaces, plan, hand.asked)


def _meant(hand: model.Hand) -> tuple[object, ...]:
    box = hand.box
    parcel = (hand.number, hand.revision, box.counts, box.short, box.answered)
    return (*parcel, box.aside, box.replaces, hand.plan, hand.asked)
