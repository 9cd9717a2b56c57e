"""The draft that somebody copied by hand, as a hand tells the bench of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which phrases stand on the card; never its words, nor how long they took."""

    order_id: int
    language: str
    opening: str
    point: str
    closing: str
    told: tuple[str, ...] = ()
    """As ``notes_past.told_of`` makes them."""
