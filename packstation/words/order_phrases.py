"""What is said of an order outside the bench: how it stands, and what to mind in packing it."""

from collections.abc import Iterator

from packstation.domain.customers import CustomerCard
from packstation.domain.orders import Order
from packstation.words import card_phrases
from packstation.words.words import Words


def standing(state: str, words: Words) -> str:
    """``state`` as the store keeps it, in one or two words."""
    match state:
        case "open":
            return words.p("an order", "waiting")
        case "claimed":
            return words.p("an order", "at a bench")
        case "parked":
            return words.p("an order", "put aside")
        case "held":
            return words.p("an order", "on hold")
        case "cancelled":
            return words.p("an order", "cancelled")
        case "packed":
            return words.p("an order", "packed")
        case "shipped":
            return words.p("an order", "sent")
        case _:
            return state


def to_mind(order: Order, card: CustomerCard | None, words: Words) -> Iterator[str]:
    """A line each: what must not go in, how to pack, and what was written with the order."""
    for limit in () if card is None else card_phrases.limits(card, words):
        yield f"! {limit}"
    for flag in card_phrases.flags(order, words):
        yield f"! {flag}"
    if order.message:
        yield words("Message: “{text}”", text=order.message)
    if order.gift_message:
        yield words("To read on the gift: “{text}”", text=order.gift_message)
