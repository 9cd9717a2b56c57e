"""What holds at two benches whatever happened: the numbers are those of docs/bench.md."""

from packstation.domain.bench import Away, Packing, Unattended
from packstation.store.wire import read_record
from tests.station.model import Shop
from tests.station.things import Hand, Slip
from tests.station.two_benches import TwoBenches, in_hand


def both_benches_stand_as_the_model_says(real: TwoBenches, shop: Shop) -> None:
    """I1, I2, I3, I13: what is in which box, and who holds it."""
    for name, bench in shop.benches.items():
        stands = real.stations[name].bench
        assert isinstance(stands, Unattended) == (not bench.packer)
        assert isinstance(stands, Away) == bench.locked
        assert isinstance(stands, Unattended) or stands.packer.name == bench.packer
        hand = in_hand(stands)
        assert (hand is None) == (bench.hand is None)
        if hand is not None and bench.hand is not None:
            assert all(0 <= count <= hand.need(n) for n, count in enumerate(hand.counts))
            assert _seen(hand) == _meant(bench.hand)
            assert (hand.news and real.said[hand.news.digest]) == bench.hand.news


def every_order_is_where_the_model_says(real: TwoBenches, shop: Shop) -> None:
    """I1, I7, I10, I15: nothing vanishes, nobody has what another has."""
    rows = real.ask(
        "SELECT number, state, revision, CASE state WHEN 'claimed' THEN bench ELSE '' END"
        " FROM orders WHERE number != '900' AND state != 'arriving' ORDER BY number"
    )
    assert rows == [
        (number, it.state, it.revision, it.bench if it.state == "claimed" else "")
        for number, it in sorted(shop.orders.items())
    ]


def what_the_shop_says_meanwhile_waits_beside_the_order(real: TwoBenches, shop: Shop) -> None:
    """I7: the newest that was said, once, and nothing of what holds already."""
    rows = real.ask(
        "SELECT number, content_hash, id FROM orders WHERE state = 'arriving' ORDER BY number"
    )
    waits = [(number, it.news) for number, it in sorted(shop.orders.items()) if it.news]
    assert [(number, real.said[str(digest)]) for number, digest, _ in rows] == waits
    lines = real.ask(
        "SELECT count(*) FROM order_lines WHERE order_id NOT IN (SELECT id FROM orders)"
    )
    assert lines == [(0,)]


def every_packed_order_has_its_one_live_slip(real: TwoBenches, shop: Shop) -> None:
    """I4 to I9, I14: whole or with its reason, for this revision, by who pressed the seal."""
    rows = real.ask(
        "SELECT o.number, p.slip_number, p.revision, p.core, p.personal, o.revision, o.state"
        " FROM packings p JOIN orders o ON o.id = p.order_id"
        " WHERE p.voided_at IS NULL ORDER BY o.number"
    )
    packed = [(n, it) for n, it in sorted(shop.orders.items()) if it.state == "packed"]
    assert [(n, slip.number) for n, it in packed for slip in it.live] == [
        row[:2] for row in rows
    ]
    for (_, order), row in zip(packed, rows, strict=True):
        record, (slip,) = read_record(str(row[3]), str(row[4])), order.live
        core = record.core
        assert row[2] == row[5] == core.revision == slip.revision
        assert (row[6], record.personal.packer_name) == ("packed", slip.packer)
        assert {it.sku: it.packed for it in core.lines} == slip.box.counts
        assert all(it.packed + slip.box.short.get(it.sku, 0) == it.ordered for it in core.lines)
        assert all((it.packed < it.ordered) == bool(it.problem) for it in core.lines)
        assert core.replaces == (order.slips[-2].number if len(order.slips) > 1 else "")
        assert {it.key for it in core.touches} == slip.box.answered
        assert bool(core.not_taken) == slip.as_it_was


def the_journal_has_every_step_once(real: TwoBenches, shop: Shop) -> None:
    """I11, I12: numbered without a gap, each operation under a name of its own."""
    for name in shop.benches:
        seqs = real.ask(
            f"SELECT seq FROM bench_events WHERE bench = '{name}' ORDER BY seq"  # noqa: S608 (ours)
        )
        assert [seq for (seq,) in seqs] == list(range(1, len(seqs) + 1))


def whoever_restarts_stands_where_it_stood(real: TwoBenches, _: Shop) -> None:
    """I13: a crash after any step costs nothing."""
    weather, real.weather.commit = real.weather.commit, ""
    for name, station in real.stations.items():
        assert real.restarted(name).bench == station.bench
    real.weather.commit = weather


def stock_and_slip_numbers_add_up(real: TwoBenches, shop: Shop) -> None:
    """I5: a slip for each number; the jar holds what its movements say."""
    assert real.ask("SELECT on_hand FROM touches") == [(shop.jar,)]
    assert real.ask("SELECT sum(change) FROM stock_movements") == [(shop.jar,)]
    numbers = {str(number) for (number,) in real.ask("SELECT slip_number FROM packings")}
    assert numbers == {it.number for o in shop.orders.values() for it in o.slips}


def no_slip_comes_out_that_nobody_asked_for(real: TwoBenches, _: Shop) -> None:
    """I5, I13: handed to the printer once, unless somebody asked for it again."""
    jobs = real.ask("SELECT state FROM print_jobs")
    assert {state for (state,) in jobs} <= {"queued", "sent", "failed", "unknown"}
    printed = real.weather.printed
    assert all(printed.count(it) <= 1 + real.retries for it in printed)


def every_reprint_has_its_reason(real: TwoBenches, shop: Shop) -> None:
    """I5: one original; each paper after it is a copy, marked, and somebody said why."""
    rows = real.ask(
        "SELECT p.slip_number, j.copy, j.because, j.asked_by FROM print_jobs j"
        " JOIN packings p ON p.id = j.packing_id ORDER BY p.slip_number, j.copy"
    )
    jobs = {it.number: [job for job in rows if job[0] == it.number] for it in _slips(shop)}
    for slip in _slips(shop):
        papers = [tuple(job[1:]) for job in jobs[slip.number]]
        meant = [(0, "", ""), *((n, *it) for n, it in enumerate(slip.copies, start=2))]
        # What never became paper goes when its slip is void.
        assert papers in ([meant, meant[:-1]] if slip.void else [meant])
    asked = {(number, copy) for number, copy, *_ in rows}
    live = {it.number for it in _slips(shop) if not it.void}
    assert {it for it in real.weather.printed if it[0] in live} <= asked


def what_was_learned_is_known_and_nothing_else(real: TwoBenches, shop: Shop) -> None:
    """I18: two scans of one code, and a choice between them."""
    rows = real.ask(
        "SELECT code, sku FROM product_codes JOIN products ON products.id = product_id"
        " WHERE source = 'learned' ORDER BY code"
    )
    assert rows == sorted(shop.learned.items())


def _slips(shop: Shop) -> list[Slip]:
    return [slip for order in shop.orders.values() for slip in order.slips]


def _seen(hand: Packing) -> tuple[object, ...]:
    """A real parcel on the bench, as far as the model knows of parcels."""
    skus = [line.product.sku for line in hand.order.lines]
    short = {skus[n]: it.units for n, it in hand.short.items()}
    plan = None if hand.plan is None else {it.touch.key for it in hand.plan}
    counts = dict(zip(skus, hand.counts, strict=True))
    parcel = (hand.order.number, hand.order.revision, counts, short, set(hand.answers))
    return (*parcel, hand.aside, hand.extra, hand.replaces, plan, hand.asked or "")


def _meant(hand: Hand) -> tuple[object, ...]:
    box = hand.box
    parcel = (hand.number, hand.revision, box.counts, box.short, box.answered)
    return (*parcel, box.aside, box.extra, box.replaces, hand.plan, hand.asked)


ALWAYS = (
    whoever_restarts_stands_where_it_stood,
    both_benches_stand_as_the_model_says,
    every_order_is_where_the_model_says,
    what_the_shop_says_meanwhile_waits_beside_the_order,
    every_packed_order_has_its_one_live_slip,
    the_journal_has_every_step_once,
    stock_and_slip_numbers_add_up,
    no_slip_comes_out_that_nobody_asked_for,
    every_reprint_has_its_reason,
    what_was_learned_is_known_and_nothing_else,
)
