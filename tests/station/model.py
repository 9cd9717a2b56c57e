"""What two benches may do to a shop's orders, told as plainly as possible: no code of ours.

The machine of tests/station/machine.py does everything twice, here and at the real benches,
and both must end alike.
"""

from dataclasses import replace
from datetime import datetime

from tests.station.things import LEASE, SWEETS, Bench, Box, Hand, Order, Pieces, Said, Slip


class Shop:
    """Orders, two benches, and what each input does to them."""

    def __init__(self, orders: dict[str, Pieces]) -> None:
        self.orders = {
            number: Order(dict(need), ("open", tuple(need.items())))
            for number, need in orders.items()
        }
        self.benches = {name: Bench(name) for name in ("2", "3")}
        self.jar = 2
        self.learned: dict[str, str] = {}
        """Code -> SKU."""

    # ---- what comes before any input

    def work_goes_on(self, bench: Bench, now: datetime) -> bool:
        """Whether the order in hand is this bench's still, and as it was."""
        hand = bench.hand
        if hand is None or bench.locked:
            return True
        order = self.orders[hand.number]
        if order.state != "claimed" or order.bench != bench.name:
            bench.hand = None
            return False
        self.stay(bench, now)
        if order.revision != hand.revision:
            self._follow_change(hand, order)
            return False
        if order.news != hand.news:
            self._hear(hand, order.news)
        return True

    def stay(self, bench: Bench, now: datetime) -> None:
        """A lease runs out only where nothing happens."""
        order = self.orders[bench.hand.number] if bench.hand else None
        if order is None or (order.state, order.bench) != ("claimed", bench.name):
            return
        if order.lease is not None and order.lease < now + LEASE / 2:
            order.lease = now + LEASE

    @staticmethod
    def _hear(hand: Hand, news: Said | None) -> None:
        """The box stays as it is; what the seal has asked it asks anew."""
        hand.news = news
        if hand.asked != "put_back":
            hand.asked = ""

    @staticmethod
    def _follow_change(hand: Hand, order: Order) -> None:
        old, counts = hand.need, hand.box.counts
        kept = {sku: min(counts[sku], need) for sku, need in order.need.items()}
        too_many = sum(counts.values()) - sum(kept.values())
        hand.box = Box(
            kept,
            {sku: n for sku, n in hand.box.short.items() if old[sku] == order.need[sku]},
            hand.box.answered,
            hand.box.aside + too_many,
            hand.box.extra + too_many,
            hand.box.replaces,
        )
        hand.need, hand.revision = dict(order.need), order.revision
        hand.plan, hand.asked, hand.last, hand.before = None, "", "", []
        hand.news = None  # the next input hears what is new of it

    # ---- what the shop says

    def export(self, number: str, said: Said) -> None:
        """The newest of its exports: it holds at once, or once nobody has the order in hand."""
        order = self.orders[number]
        if order.state in {"packed", "shipped", "cancelled"}:
            return
        if order.state in {"open", "held"}:
            if said != order.said:
                self._heed(order, said)
        elif said == order.said:
            order.news = None
        elif order.state == "parked" and said[0] == "cancelled":
            self._heed(order, said)
        else:
            order.news = said

    @staticmethod
    def _heed(order: Order, said: Said | None) -> None:
        """The order is from now on what the shop says of it, but for what a person holds."""
        if said is None:
            return
        state, need = said
        order.state = "held" if state == "open" and order.held_here else state
        order.held_here &= order.state == "held"
        order.said, order.news, order.revision = said, None, order.revision + 1
        if state != "cancelled":
            order.need = dict(need)

    def take_news(self, bench: Bench, now: datetime) -> str:
        """One of none, taken, and gone: then the order leaves the bench."""
        hand = bench.hand
        if hand is None:
            return "none"
        order = self.orders[hand.number]
        if order.news is None:
            self._hear(hand, None)
            order.lease = now + LEASE
            return "none"
        self._heed(order, order.news)
        if order.state != "open":
            bench.hand = None
            return "gone"
        order.state, order.lease = "claimed", now + LEASE
        self._follow_change(hand, order)
        return "taken"

    # ---- coming and going

    def sign_in(self, bench: Bench, packer: str) -> None:
        if bench.hand is not None and bench.packer != packer:
            bench.hand.before = []
        bench.packer, bench.locked = packer, False

    def open(self, bench: Bench, number: str, now: datetime) -> bool:
        """Whether the order is this bench's alone from now on."""
        order = self.orders[number]
        lease_over = order.lease is not None and order.lease < now
        if order.state == "claimed" and lease_over:
            self._heed(order, order.news)
        if not (order.state in {"open", "parked"} or (order.state == "claimed" and lease_over)):
            return False
        box = Box(dict.fromkeys(order.need, 0))
        if order.state == "parked" and order.parked is not None:
            revision, left = order.parked
            same = revision == order.revision
            box = left if same else replace(left, counts=box.counts, short={}, aside=0, extra=0)
        order.parked = None
        self._take(bench, number, box.copy(), now)
        return True

    def reopen(self, bench: Bench, number: str, slip: Slip, now: datetime) -> bool:
        if slip.void or self.orders[number].state != "packed":
            return False
        slip.void = True
        self.jar += slip.from_jar
        given = slip.box.answered
        box = Box(dict(slip.box.counts), answered=given, replaces=slip.number)
        self._take(bench, number, box, now)
        if bench.hand is not None:
            bench.hand.plan = given
        return True

    def _take(self, bench: Bench, number: str, box: Box, now: datetime) -> None:
        order = self.orders[number]
        order.state, order.bench, order.lease = "claimed", bench.name, now + LEASE
        bench.hand = Hand(number, order.revision, dict(order.need), box, news=order.news)

    def leave(self, bench: Bench, state: str) -> None:
        """The order in hand goes off the bench and is ``state`` from now on."""
        hand = bench.hand
        if hand is None:
            return
        if hand.cancelled:
            state = "cancelled"
        elif state == "open" and any(hand.box.counts.values()) and hand.asked != "put_back":
            hand.asked = "put_back"
            return
        order = self.orders[hand.number]
        order.state, order.bench, order.lease = state, "", None
        order.parked = (hand.revision, hand.box) if state == "parked" else None
        order.held_here = state == "held"
        if state != "parked":
            self._heed(order, order.news)
        bench.hand = None

    # ---- counting

    @staticmethod
    def count(hand: Hand, sku: str) -> str:
        """One of wrong, too many, counted."""
        if sku not in hand.need or hand.left(sku) < 1:
            hand.put_aside(extra=sku in hand.need)
            return "too many" if sku in hand.need else "wrong"
        hand.do(last=sku).counts[sku] += 1
        return "counted"

    def learn(self, hand: Hand, code: str, sku: str) -> str:
        self.learned[code] = sku
        return self.count(hand, sku)

    @staticmethod
    def may_learn(bench: Bench) -> bool:
        """Whether whoever is there is asked what an unknown code is."""
        hand = bench.hand
        return hand is not None and not hand.complete and bench.packer == "Pilar"

    @staticmethod
    def begin_to_learn(hand: Hand, sku: str) -> bool:
        """Whether the code waits to be scanned once more, as one piece of ``sku``."""
        if hand.left(sku) < 1:
            return False
        hand.asked = ""
        return True

    @staticmethod
    def type_count(hand: Hand, count: int) -> str:
        if not hand.last:
            return "nothing"
        sku, more = hand.last, count - 1
        if not 0 <= more <= hand.left(sku):
            return "refused"
        if more:
            hand.do().counts[sku] += more
        return "counted"

    @staticmethod
    def tell(hand: Hand, sku: str) -> bool:
        left = hand.left(sku)
        if left > 0:
            hand.do().short[sku] = left
        return left > 0

    @staticmethod
    def undo(hand: Hand) -> bool:
        if hand.asked:
            hand.asked = ""
            return True
        if not hand.before:
            return False
        aside, extra = hand.box.aside, hand.box.extra
        hand.box, hand.last = hand.before.pop()
        hand.box.aside, hand.box.extra = aside, extra
        return True

    # ---- sealing

    def seal(self, bench: Bench, slip_number: str) -> str:
        """One of cancelled, missing, empty, asks, sealed."""
        hand = bench.hand
        if hand is not None and hand.cancelled:
            hand.asked = "cancelled"
            return "cancelled"
        if hand is None or not hand.complete:
            return "missing"
        if sum(hand.box.counts.values()) == 0:
            return "empty"
        open_questions = hand.box.aside or hand.open_touches or hand.news
        if open_questions and hand.asked != "seal":
            hand.asked = "seal"
            return "asks"
        order = self.orders[hand.number]
        slip = Slip(slip_number, order.revision, bench.packer, hand.box, hand.news is not None)
        slip.from_jar = min(self.jar, int(SWEETS in hand.box.answered))
        self.jar -= slip.from_jar
        order.slips.append(slip)
        order.state, order.lease, order.news, bench.hand = "packed", None, None, None
        return "sealed"
