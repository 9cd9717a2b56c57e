"""What the shop says of an order in somebody's hands: told at once, done by a person."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, tzinfo

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Free, Packing
from packstation.domain.counting import Counted
from packstation.domain.entries import Entry, Released
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.orders import Order


def hear(bench: Packing, news: News | None) -> Counted:
    """Nothing in the box changes; what was asked before the seal is asked anew, with this."""
    asked = bench.asked if bench.asked is AskBack.PUT_BACK else None
    heard = replace(bench, news=news, asked=asked)
    number = bench.order.number
    return heard, out.NoNews(number) if news is None else out.ShopSays(number, news)


def is_cancelled(bench: Packing) -> bool:
    """Whether the order in hand goes into no parcel any more."""
    return bench.news is not None and bench.news.cancels


def let_go(bench: Packing) -> tuple[Free, out.Outcome, tuple[Entry, ...]]:
    """However a cancelled order leaves the bench, nobody goes on with it."""
    order = bench.order
    return Free(bench.packer), out.IsCancelled(order.number), (Released(order.id),)


def put_back(bench: Packing) -> out.Outcome:
    """What the order is then: whatever the shop says of it holds."""
    number = bench.order.number
    match bench.news:
        case News(state="shipped"):
            return out.WasSent(number)
        case News(state="held"):
            return out.WasHeld(number, "")
        case _:
            return out.WasPutBack(number)


def held_back(bench: Packing, reason: str) -> out.Outcome:
    """The same; what the shop has sent waits for nobody."""
    number = bench.order.number
    sent = bench.news is not None and bench.news.state == "shipped"
    return out.WasSent(number) if sent else out.WasHeld(number, reason)


def before_seal(bench: Packing) -> Counted | None:
    """What is cancelled is never sealed, however often that is asked for."""
    if bench.news is None or not bench.news.cancels:
        return None
    refused = replace(bench, asked=AskBack.CANCELLED)
    return refused, out.ShopSays(bench.order.number, bench.news)


def not_taken(bench: Packing) -> tuple[str, ...]:
    """What of the order the shop had changed when it was sealed as it was opened."""
    if bench.news is None:
        return ()
    parts = dict.fromkeys(it.part.value for it in bench.news.differences)
    return tuple(parts) or ("other",)


def differences(before: Order, after: Order, zone: tzinfo) -> Iterator[Difference]:
    """What of an order is another now, as far as a bench in ``zone`` sees it; pieces first."""
    yield from _of_lines(before, after)
    pairs = (
        (Part.LINE_NOTES, _wishes(before), _wishes(after)),
        (Part.NAME, before.customer_name, after.customer_name),
        (Part.RECIPIENT, before.recipient, after.recipient),
        (Part.MESSAGE, before.message, after.message),
        (Part.GIFT_MESSAGE, before.gift_message, after.gift_message),
        (Part.FLAGS, ", ".join(before.flags), ", ".join(after.flags)),
        (Part.CARRIER, before.carrier, after.carrier),
        (Part.LEAVES, minutes(before.leaves_at, zone), minutes(after.leaves_at, zone)),
        (Part.TOTAL, _total(before), _total(after)),
    )
    for part, was, now in pairs:
        if was != now:
            yield Difference(part, was, now)


def _of_lines(before: Order, after: Order) -> Iterator[Difference]:
    """Product by product: the same one may stand on several lines."""
    was, now = _pieces(before), _pieces(after)
    lines = (*before.lines, *after.lines)
    for key, product in {line.product.id: line.product for line in lines}.items():
        if was[key] != now[key]:
            yield Difference(Part.LINES, str(was[key]), str(now[key]), product.full_name)


def _pieces(order: Order) -> Counter[int]:
    pieces: Counter[int] = Counter()
    for line in order.lines:
        pieces[line.product.id] += line.quantity
    return pieces


def _wishes(order: Order) -> str:
    return "\n".join(sorted(line.note for line in order.lines if line.note))


def minutes(at: datetime | None, zone: tzinfo) -> str:
    """As a Difference tells a time: such as 2026-11-22T17:00+01:00."""
    return "" if at is None else at.astimezone(zone).isoformat(timespec="minutes")


def _total(order: Order) -> str:
    return f"{order.total_cents // 100}.{order.total_cents % 100:02} {order.currency}"
