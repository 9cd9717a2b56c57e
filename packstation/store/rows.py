"""The tables, and nothing but the tables."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from packstation.store.base import Code, Key, Ref, Row

ORDER_STATES = (
    "arriving",
    "open",
    "claimed",
    "parked",
    "held",
    "packed",
    "shipped",
    "cancelled",
)
"""``arriving``: an import is still bringing it in, no bench sees it yet."""

LIVE_STATES = ("open", "claimed", "parked", "held")
"""The states of an order that waits for packing or is being packed."""

_LIVE = f"state IN {LIVE_STATES}"


class SettingRow(Row):
    """What all benches of the shop share; see packstation.store.shop for the keys."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[dict[str, Any]]


class PackerRow(Row):
    __tablename__ = "packers"

    id: Mapped[Key]
    name: Mapped[str]
    badge: Mapped[Code]
    pin: Mapped[str]  # "scrypt$n$r$p$salt$hash", hex
    pin_misses: Mapped[int] = mapped_column(server_default="0")
    pin_missed_at: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(8))
    role: Mapped[str] = mapped_column(String(16))  # packer, owner
    signature: Mapped[list[Any]]
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class ImportRow(Row):
    """One file (or one build of the demo) that brought orders in."""

    __tablename__ = "imports"

    id: Mapped[Key]
    source: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str]
    started_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    summary: Mapped[dict[str, Any]]


class ProductRow(Row):
    __tablename__ = "products"

    id: Mapped[Key]
    sku: Mapped[Code]  # folded: upper case, trimmed
    name: Mapped[str]
    variant: Mapped[str] = mapped_column(server_default="")
    place: Mapped[str] = mapped_column(String(32), server_default="")
    picture: Mapped[str] = mapped_column(server_default="")
    category: Mapped[str] = mapped_column(server_default="")
    price_cents: Mapped[int] = mapped_column(server_default="0")
    policy: Mapped[str] = mapped_column(String(8), server_default="each")
    asks: Mapped[str] = mapped_column(String(32), server_default="")  # "lot expiry"
    packable: Mapped[bool] = mapped_column(server_default=text("true"))
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"))


class ProductCodeRow(Row):
    """A code on a product or its case, and how many pieces it stands for."""

    __tablename__ = "product_codes"
    __table_args__ = (UniqueConstraint("code", "product_id"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(64))  # a GTIN in 13 digits, or as printed
    product_id: Mapped[Ref] = mapped_column(ForeignKey("products.id"), index=True)
    units: Mapped[int] = mapped_column(server_default="1")
    source: Mapped[str] = mapped_column(String(16))  # catalogue, sku, learned, ours


class ProductPartRow(Row):
    """A kit is packed by its parts."""

    __tablename__ = "product_parts"
    __table_args__ = (UniqueConstraint("kit_id", "part_id"),)

    id: Mapped[Key]
    kit_id: Mapped[Ref] = mapped_column(ForeignKey("products.id"), index=True)
    part_id: Mapped[Ref] = mapped_column(ForeignKey("products.id"))
    quantity: Mapped[int]


class CustomerRow(Row):
    __tablename__ = "customers"
    __table_args__ = (UniqueConstraint("source", "outside_id"),)

    id: Mapped[Key]
    source: Mapped[str] = mapped_column(String(64))
    outside_id: Mapped[str] = mapped_column(String(128))
    name: Mapped[str] = mapped_column(index=True)
    called: Mapped[str] = mapped_column(server_default="")
    email: Mapped[str] = mapped_column(server_default="", index=True)
    language: Mapped[str] = mapped_column(String(8))
    country: Mapped[str] = mapped_column(server_default="")
    no_extras: Mapped[bool] = mapped_column(server_default=text("false"))
    no_personalisation: Mapped[bool] = mapped_column(server_default=text("false"))
    promise: Mapped[str] = mapped_column(server_default="")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"))


class PreferenceRow(Row):
    """Something the customer told us: a like, or a limit such as ``nuts``."""

    __tablename__ = "preferences"

    id: Mapped[Key]
    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customers.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))  # like, limit
    value: Mapped[str]
    said_at: Mapped[datetime]


class IncidentRow(Row):
    __tablename__ = "incidents"

    id: Mapped[Key]
    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customers.id"), index=True)
    order_id: Mapped[Ref] = mapped_column(ForeignKey("orders.id"), index=True)
    product_name: Mapped[str] = mapped_column(server_default="")
    cause: Mapped[str] = mapped_column(String(32))
    customer_words: Mapped[str] = mapped_column(server_default="")
    reported_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    healed_at: Mapped[datetime | None]


class OrderRow(Row):
    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("source", "outside_id"),
        CheckConstraint(f"state IN {ORDER_STATES}", name="state"),
        # A customer's whole history is read from this index alone.
        Index("ix_orders_history", "customer_id", "placed_at", "state", "total_cents"),
        # The orders that wait are few, whatever the shop's age: the list reads only them.
        Index(
            "ix_orders_live",
            "state",
            "leaves_at",
            "carrier",
            sqlite_where=text(_LIVE),
            postgresql_where=text(_LIVE),
        ),
    )

    id: Mapped[Key]
    source: Mapped[str] = mapped_column(String(64))
    outside_id: Mapped[str] = mapped_column(String(128))
    number: Mapped[str] = mapped_column(String(64), index=True)
    code: Mapped[Code]
    revision: Mapped[int] = mapped_column(server_default="1")
    content_hash: Mapped[str] = mapped_column(String(64), server_default="")
    state: Mapped[str] = mapped_column(String(16))
    customer_id: Mapped[Ref | None] = mapped_column(ForeignKey("customers.id"))
    customer_name: Mapped[str] = mapped_column(server_default="")
    recipient: Mapped[str] = mapped_column(server_default="")
    opener: Mapped[str] = mapped_column(String(16), server_default="buyer")
    address: Mapped[list[Any]]  # lines as they would stand on a label
    language: Mapped[str] = mapped_column(String(8))
    country: Mapped[str] = mapped_column(server_default="")
    channel: Mapped[str] = mapped_column(String(32), server_default="")
    carrier: Mapped[str] = mapped_column(server_default="")
    placed_at: Mapped[datetime]
    leaves_at: Mapped[datetime | None]
    flags: Mapped[list[Any]]
    message: Mapped[str] = mapped_column(server_default="")
    gift_message: Mapped[str] = mapped_column(server_default="")
    total_cents: Mapped[int] = mapped_column(server_default="0")
    currency: Mapped[str] = mapped_column(String(3), server_default="EUR")
    pieces: Mapped[int] = mapped_column(server_default="0")
    hold_reason: Mapped[str] = mapped_column(server_default="")
    held_by: Mapped[str] = mapped_column(server_default="")
    bench: Mapped[str | None] = mapped_column(String(16))
    packer_name: Mapped[str] = mapped_column(server_default="")
    claimed_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    parked: Mapped[
        dict[str, Any] | None
    ]  # what is in its box, as packstation.store.wire writes it
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"), index=True)
    # While it arrives: the state it gets when its import is published.
    arrives_as: Mapped[str | None] = mapped_column(String(16))


class LineRow(Row):
    __tablename__ = "order_lines"

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("orders.id"), index=True)
    position: Mapped[int]
    product_id: Mapped[Ref] = mapped_column(ForeignKey("products.id"), index=True)
    quantity: Mapped[int]
    price_cents: Mapped[int] = mapped_column(server_default="0")
    note: Mapped[str] = mapped_column(server_default="")


class TouchRow(Row):
    __tablename__ = "touches"

    id: Mapped[Key]
    key: Mapped[Code]
    kind: Mapped[str] = mapped_column(String(16))
    names: Mapped[list[Any]]  # [language, name] pairs, the shop's own first
    code: Mapped[Code]
    on_hand: Mapped[int | None]
    edible: Mapped[bool]
    contains: Mapped[list[Any] | None]  # NULL: nobody knows
    tier: Mapped[int] = mapped_column(server_default="1")
    cost_cents: Mapped[int] = mapped_column(server_default="0")
    on_slip: Mapped[bool]
    position: Mapped[int] = mapped_column(server_default="0")


class RuleRow(Row):
    """A rule of the owner's in versioned JSON, as packstation.domain.rules reads it."""

    __tablename__ = "rules"

    id: Mapped[Key]
    key: Mapped[Code]
    position: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))  # draft, on
    body: Mapped[dict[str, Any]]


class BenchRow(Row):
    """A bench, and where it stood when no order was on it: folding begins there."""

    __tablename__ = "benches"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    slip_year: Mapped[int] = mapped_column(server_default="0")
    slip_count: Mapped[int] = mapped_column(server_default="0")
    resume_seq: Mapped[int] = mapped_column(server_default="0")
    resume: Mapped[dict[str, Any]]


class BenchEventRow(Row):
    """The journal: only ever added to."""

    __tablename__ = "bench_events"
    __table_args__ = (UniqueConstraint("bench", "seq"),)

    id: Mapped[Key]
    bench: Mapped[str] = mapped_column(String(16))
    seq: Mapped[int]
    op: Mapped[Code]
    version: Mapped[int]
    kind: Mapped[str] = mapped_column(String(32))
    payload: Mapped[str]  # JSON as packstation.store.wire writes it
    at: Mapped[datetime]


class PackingRow(Row):
    """A sealed parcel. The record is whole in two columns: sealed core, personal part."""

    __tablename__ = "packings"
    __table_args__ = (
        # One live slip for a parcel, however often it was opened again.
        Index(
            "uq_packings_live",
            "order_id",
            "revision",
            "parcel",
            unique=True,
            sqlite_where=text("voided_at IS NULL"),
            postgresql_where=text("voided_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("orders.id"), index=True)
    revision: Mapped[int]
    parcel: Mapped[int]
    slip_number: Mapped[Code]
    slip_code: Mapped[Code]
    packer_id: Mapped[Ref] = mapped_column(ForeignKey("packers.id"))
    customer_id: Mapped[Ref | None] = mapped_column(ForeignKey("customers.id"), index=True)
    bench: Mapped[str] = mapped_column(String(16))
    opened_at: Mapped[datetime]
    sealed_at: Mapped[datetime] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(String(64))
    voided_at: Mapped[datetime | None]
    void_because: Mapped[str] = mapped_column(server_default="")
    core: Mapped[str]
    personal: Mapped[str]


class GivenTouchRow(Row):
    """A touch that went into a parcel: what variety and cool-downs look at."""

    __tablename__ = "given_touches"

    id: Mapped[Key]
    packing_id: Mapped[Ref | None] = mapped_column(ForeignKey("packings.id"), index=True)
    order_id: Mapped[Ref] = mapped_column(ForeignKey("orders.id"), index=True)
    customer_id: Mapped[Ref | None] = mapped_column(ForeignKey("customers.id"), index=True)
    touch_key: Mapped[str] = mapped_column(String(64))
    note_text: Mapped[str] = mapped_column(server_default="")
    at: Mapped[datetime]


class StockMovementRow(Row):
    """Why the stock of a touch changed."""

    __tablename__ = "stock_movements"

    id: Mapped[Key]
    touch_key: Mapped[str] = mapped_column(String(64), index=True)
    change: Mapped[int]
    reason: Mapped[str] = mapped_column(String(16))  # counted, given
    packing_id: Mapped[Ref | None] = mapped_column(ForeignKey("packings.id"), index=True)
    at: Mapped[datetime]


class PrintJobRow(Row):
    __tablename__ = "print_jobs"
    __table_args__ = (Index("ix_print_jobs_state", "state"),)

    id: Mapped[Key]
    packing_id: Mapped[Ref] = mapped_column(ForeignKey("packings.id"), index=True)
    copy: Mapped[int] = mapped_column(server_default="0")
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[str] = mapped_column(server_default="")
    where: Mapped[str] = mapped_column(server_default="")  # printer's job id, or the file
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
