"""A gathered order as a row of ours, under the terms its shop and profile set."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from packstation.domain.codes import order_code
from packstation.store.intake_orders import GatheredOrder

ORDER_COLUMNS: Final = (
    "id", "source", "outside_id", "number", "code", "content_hash", "state", "customer_id",
    "customer_name", "recipient", "opener", "address", "language", "country", "channel",
    "carrier", "placed_at", "leaves_at", "flags", "message", "gift_message", "total_cents",
    "currency", "pieces", "told", "hold_reason", "import_id", "arrives_as",
)  # fmt: skip
_NONE: Final = "[]"
_as_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds for every order of one file."""

    source: str
    file_name: str
    mark: str
    state: str
    language: str
    languages: Mapping[str, str]
    """Country -> the language most likely spoken there."""
    currency: str
    held_because: str
    history_before: datetime | None
    now: datetime
    zone: tzinfo
    """What changed is told by the clocks there."""

    def state_of(self, order: GatheredOrder) -> str:
        """open, held or shipped: where a new order begins."""
        if self.history_before is not None and self.placed(order) < text_of(
            self.history_before
        ):
            return "shipped"
        return order.state or self.state

    def why_held(self, order: GatheredOrder) -> str:
        """What a packer reads, with the shop's own word for it where the file has one."""
        word = order.head.get("held_word")
        return f"{self.held_because}: {word}" if word else self.held_because

    def language_of(self, order: GatheredOrder) -> str:
        said = order.head.get("language")
        return said or self.languages.get(order.head.get("country", ""), self.language)

    def placed(self, order: GatheredOrder) -> str:
        return order.at or text_of(self.now)


def text_of(at: datetime) -> str:
    """As packstation.store.base.Moment keeps it."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"


def order_row(
    order: GatheredOrder,
    terms: Terms,
    order_id: int,
    key: tuple[str, str, int | None, int | None, str],
) -> tuple[Any, ...]:
    """As ORDER_COLUMNS; ``key``: source, outside id, customer, import, state to be."""
    source, outside_id, customer_id, import_id, state = key
    code = order_code(terms.mark, order_id)
    identity = (order_id, source, outside_id, order.number, code, order.digest, "arriving")
    held = terms.why_held(order) if state == order.state == "held" else ""
    return (*identity, customer_id, *_content(order, terms), held, import_id, state)


def _content(order: GatheredOrder, terms: Terms) -> tuple[Any, ...]:
    said = order.head.get
    name, address = said("name", ""), order.address
    return (
        name,
        said("recipient", "") or name,
        order.opener.value,
        _as_json(address) if address else _NONE,
        terms.language_of(order),
        said("country", ""),
        said("channel", ""),
        said("carrier", ""),
        terms.placed(order),
        said("leaves_at"),
        _as_json(order.flags) if "flags" in order.head else _NONE,
        said("message", ""),
        said("gift_message", ""),
        order.total_cents,
        said("currency") or terms.currency,
        order.pieces,
        said("told"),
    )
