"""What the picking papers say, and what is said of them at the bench and on a terminal."""

from collections.abc import Iterator
from datetime import datetime

from packstation.domain.picking import (
    Cart,
    NoteAtHand,
    PaperPicking,
    Pick,
    PickingOut,
    PickingSheet,
    Stop,
    ToPick,
)
from packstation.words.card_phrases import flag_names
from packstation.words.cut_off import before
from packstation.words.order_phrases import standing
from packstation.words.printing import why_not
from packstation.words.words import Words

# ---- on paper


def leaving(sheet: PickingSheet, at: datetime | None, words: Words) -> str:
    """Who takes it and when; ``at`` is in the shop's zone. Paper outlives "today"."""
    when = (
        ""
        if at is None
        else words(
            "{weekday} {day} {month}, {time}",
            weekday=words.short_weekday(at),
            day=at.day,
            month=words.month(at),
            time=words.clock(at),
        )
    )
    return " · ".join(filter(None, (sheet.carrier, when)))


def pieces(count: int, words: Words) -> str:
    return words.n("{n} piece", "{n} pieces", count)


def marks(sheet: PickingSheet, words: Words) -> Iterator[str]:
    """What to mind beside the pieces, each in a few words."""
    yield from flag_names(sheet.flags, words)
    match sheet.note:
        case NoteAtHand.TO_WRITE:
            yield words("A note to write")
        case NoteAtHand.WRITTEN:
            yield words("Its note is written")
        case NoteAtHand.NONE:
            pass
    if sheet.gift_message:
        yield words("A gift message goes in")
    if sheet.message:
        yield words("The customer wrote something")
    if any(pick.note for pick in sheet.picks):
        yield words("A piece with a wish")
    if sheet.aside:
        yield words("Put aside: its box has been begun")


def remarks(pick: Pick, words: Words) -> Iterator[str]:
    """What tells this line from a plain one."""
    if pick.kit:
        yield words("part of {kit}", kit=pick.kit)
    if pick.in_box:
        yield words.n("{n} is in the box", "{n} are in the box", pick.in_box)
    if pick.stays_out:
        yield words.n("{n} stays out", "{n} stay out", pick.stays_out)


def wished(stop: Stop, words: Words) -> str:
    """That in some slots the piece is to be made special; empty when in none."""
    if not stop.wished:
        return ""
    slots = ", ".join(map(str, stop.wished))
    count = len(stop.wished)
    return words.n("A wish in slot {slots}", "A wish in slots {slots}", count, slots=slots)


def on_cart(cart: Cart, words: Words) -> str:
    orders = words.n("{n} order", "{n} orders", len(cart.sheets))
    return f"{orders} · {pieces(cart.pieces, words)}"


def on_cart_of(papers: PaperPicking, words: Words) -> str:
    """All that is to be fetched, and with how many carts."""
    told = on_cart(Cart(papers.sheets), words)
    if not papers.carts:
        return told
    carts = words.n("{n} cart", "{n} carts", len(papers.carts))
    return f"{told} · {carts}"


# ---- at the bench


def waiting(there: ToPick, now: datetime | None, words: Words) -> str:
    """How much there is to fetch; ``now`` is in the shop's zone."""
    if not there.waiting:
        return words("No order waits. Nothing to fetch: enjoy the quiet.")
    told = words.n("{n} order waits", "{n} orders wait", there.waiting)
    if not there.before or there.cut_off is None or now is None:
        return told
    off = before(there.cut_off.astimezone(now.tzinfo), now, words)
    leave = words.n("{n} leaves {before}", "{n} leave {before}", there.before, before=off)
    return f"{told} · {leave}"


def came_out(news: PickingOut, words: Words) -> str:
    """Where the papers are, or why they did not come out."""
    if not news.orders:
        return words("No order waits. Nothing was printed.")
    if news.trouble:
        reason = why_not(news.trouble, words)
        return words("The sheets did not come out. {reason}", reason=reason).rstrip()
    if news.where.endswith(".pdf"):
        return words.n(
            "The picking sheet is in the folder: {file}",
            "The picking sheets of {n} orders are in the folder: {file}",
            news.orders,
            file=news.where,
        )
    return words.n(
        "The picking sheet went to the printer.",
        "The picking sheets of {n} orders went to the printer.",
        news.orders,
    )


# ---- on a terminal


def not_fetched(name: str, state: str, words: Words) -> str:
    """Why there is nothing to fetch for the order somebody named."""
    match state:
        case "unknown":
            return words("No order is called {name}.", name=name)
        case "several":
            return words(
                "Several orders are called {name}: use the code on its sheet.", name=name
            )
        case "cancelled":
            return words("Order {name} was cancelled: nothing of it is fetched.", name=name)
        case "packed":
            return words("Order {name} is packed already.", name=name)
        case "shipped":
            return words("Order {name} has left already.", name=name)
        case "held":
            return words(
                "Order {name} is on hold: somebody has to release it first.", name=name
            )
        case _:
            told = standing(state, words)
            return words("Order {number}: {state}", number=name, state=told)
