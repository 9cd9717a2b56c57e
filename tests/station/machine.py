"""Two benches and a shop, as Hypothesis drives them: see docs/bench.md for the invariants."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from packstation.domain import outcomes as out
from packstation.domain import scans
from tests import small_shop as shop
from tests.station.hands import (
    BENCHES,
    ORDERS,
    PACKERS,
    SOMEBODY_PACKS,
    SOMETHING_IS_PACKED,
    hand_of,
)
from tests.station.invariants import ALWAYS
from tests.station.papers import Papers
from tests.station.two_benches import NEEDS


class Machine(Papers):
    """Hands and papers, the shop's news, restarts, lost answers and a printer that jams."""

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
        number, other = hand_of(self.shop.benches[name]).number, {"2": "3", "3": "2"}[name]
        self.sign_in(other, packer)
        self.put_back(other)
        for sku in (*NEEDS[number], "TAZ-003"):
            if self.packs(name):
                self.scan_piece(name, sku)
        if before in {"parked", "open"} and self.packs(name):
            self.leave(name, before)
            self.put_back(name)  # the first may only have asked
            self.open(name if before == "parked" else other, number)
        self.time_passes(6)
        if before == "busy" and self.packs(name):
            self.scan_piece(name, "TAZ-003")
        self.time_passes(6)
        if not self.packs(other):
            self.open(other, number)

    @SOMEBODY_PACKS
    @rule(
        name=BENCHES,
        by=st.sampled_from(("Pilar", "Pilar", "Marta")),
        code=st.sampled_from(("NEW-1", "NEW-2")),
        position=st.integers(0, 1),
        between=st.sampled_from(("", "", "restart", "undo", "other")),
    )
    def teach(self, name: str, code: str, position: int, between: str, by: str) -> None:
        """Two scans of a code nobody knows, and what may come between them."""
        name = self.packing(name)
        self.sign_in(name, by)
        known = self.shop.learned.get(code)
        if known:
            self.take(name, code, lambda it: self.shop.count(hand_of(it), known))
            return
        _, offered = self.take(name, code, self.shop.may_learn)
        if not (offered and self.packs(name)):
            return
        lines = self.real.hand(name).order.lines
        line = lines[position % len(lines)]
        sku = line.product.sku
        outcome, waits = self.take(
            name,
            scans.Learn(lines.index(line)),
            lambda it: self.shop.begin_to_learn(hand_of(it), sku),
        )
        if waits is not None:
            assert isinstance(outcome, out.AsksOnceMore) == waits, outcome
        if waits:
            self._once_more(name, code, sku, between)

    def _once_more(self, name: str, code: str, sku: str, between: str) -> None:
        if between == "restart":
            self.restart(name)
        stops = {"undo": shop.UNDO, "other": "NEW-3"}.get(between)
        if stops is not None:
            said, told = self.take(name, stops, lambda _: True)
            assert not told or isinstance(said, out.Undone | out.NotLearned), said
        else:
            said, told = self.take(
                name, code, lambda it: self.shop.learn(hand_of(it), code, sku)
            )
            assert not told or isinstance(said, out.Learned), said

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
            "UPDATE orders SET revision = revision + 1"
            " WHERE number = :number AND state != 'arriving'",
            "UPDATE order_lines SET quantity = :now WHERE order_id ="
            " (SELECT id FROM orders WHERE number = :number AND state != 'arriving')"
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
                "UPDATE orders SET state = 'cancelled'"
                " WHERE number = :number AND state != 'arriving'",
                number=number,
            )

    @rule(
        number=ORDERS,
        state=st.sampled_from(("open", "open", "held", "shipped", "cancelled", "")),
        counts=st.tuples(st.integers(1, 3), st.integers(1, 2)),
    )
    def the_shop_says(self, number: str, state: str, counts: tuple[int, int]) -> None:
        """An export with this order comes in; without a state it says what it said at first."""
        said = (state, tuple(zip(NEEDS[number], counts, strict=False)))
        # Else soon nothing is left to pack.
        stays = number in {"A1", "A2"} and state in {"shipped", "cancelled"}
        if stays or not state:
            said = ("open", tuple(NEEDS[number].items()))
        self.real.export(number, said)
        self.shop.export(number, said)

    @SOMEBODY_PACKS
    @rule(name=BENCHES)
    def take_the_change_in(self, name: str) -> None:
        outcome, said = self.take(
            self.packing(name),
            scans.TakeNews(),
            lambda it: self.shop.take_news(it, self.real.at),
        )
        kinds = {
            "none": (out.NoNews,),
            "taken": (out.HasChanged,),
            "gone": (out.IsCancelled, out.IsHeld, out.WasSent),
        }
        if said is not None:
            assert isinstance(outcome, kinds[str(said)]), outcome

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
