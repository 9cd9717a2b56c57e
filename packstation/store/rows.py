"""The tables, and nothing but the tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)

from packstation.store.base import Code, Field, FoldedWord, Key, Ref, Row, some

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
"""``arriving``: no bench sees it. It still comes in, or waits as in store/shop_news.py."""

LIVE_STATES = ("open", "claimed", "parked", "held")
"""The states of an order that waits for packing or is being packed."""

_LIVE = f"state IN {LIVE_STATES}"

WAITING, GONE, CUSTOMER, PRODUCT = "waiting", "gone", "customer", "product"
"""What a search word leads to: an order that waits, one that does not, a person, a thing."""


class SettingRow(Row):
    """What all benches of the shop share; see packstation.store.shop for the keys."""

    __tablename__ = "settings"

    key: Field[str] = Field(String(64), primary_key=True)
    value: Field[dict[str, Any]]


class PackerRow(Row):
    __tablename__ = "packers"

    id: Field[Key]
    name: Field[str]
    badge: Field[Code]
    pin: Field[str]  # "scrypt$n$r$p$salt$hash", hex
    pin_misses: Field[int] = Field(server_default="0")
    pin_missed_at: Field[datetime | None]
    language: Field[str] = Field(String(8))
    role: Field[str] = Field(String(16))  # packer, owner
    signature: Field[list[Any]]
    active: Field[bool] = Field(server_default=text("true"))


class ImportRow(Row):
    """One file (or one build of the demo) that brought orders in."""

    __tablename__ = "imports"

    id: Field[Key]
    source: Field[str] = Field(String(64))
    file_name: Field[str]
    started_at: Field[datetime]
    published_at: Field[datetime | None]
    summary: Field[dict[str, Any]]


class ProductRow(Row):
    __tablename__ = "products"

    id: Field[Key]
    sku: Field[Code]  # folded: upper case, trimmed
    name: Field[str]
    variant: Field[str] = Field(server_default="")
    place: Field[str] = Field(String(32), server_default="")
    picture: Field[str] = Field(server_default="")
    category: Field[str] = Field(server_default="")
    price_cents: Field[int] = Field(server_default="0")
    policy: Field[str] = Field(String(8), server_default="each")
    asks: Field[str] = Field(String(32), server_default="")  # "lot expiry"
    packable: Field[bool] = Field(server_default=text("true"))
    # NULL, here and below: the shop does not say.
    brand: Field[str | None]
    supplier: Field[str | None]
    tags: Field[str | None]  # one to a line
    import_id: Field[int | None] = Field(ForeignKey("imports.id"))


class ProductCodeRow(Row):
    """A code on a product or its case, and how many pieces it stands for."""

    __tablename__ = "product_codes"
    __table_args__ = (
        UniqueConstraint("code", "product_id"),
        some("ix_product_codes_learned", "source", "id", where="source = 'learned'"),
    )

    id: Field[Key]
    code: Field[str] = Field(String(64))  # a GTIN in 13 digits, or as printed
    product_id: Field[Ref] = Field(ForeignKey("products.id"), index=True)
    units: Field[int] = Field(server_default="1")
    source: Field[str] = Field(String(16))  # catalogue, sku, learned, ours
    learned_by: Field[str | None]  # at a bench
    learned_at: Field[datetime | None]


class ArrivingProductRow(Row):
    """What a product file changes, once it is decided and until it is written."""

    __tablename__ = "arriving_products"

    id: Field[Key]
    import_id: Field[Ref] = Field(ForeignKey("imports.id"), index=True)
    change: Field[dict[str, Any]]


class ProductPartRow(Row):
    """A kit is packed by its parts."""

    __tablename__ = "product_parts"
    __table_args__ = (UniqueConstraint("kit_id", "part_id"),)

    id: Field[Key]
    kit_id: Field[Ref] = Field(ForeignKey("products.id"), index=True)
    part_id: Field[Ref] = Field(ForeignKey("products.id"))
    quantity: Field[int]


class CustomerRow(Row):
    __tablename__ = "customers"
    __table_args__ = (UniqueConstraint("source", "outside_id"),)

    id: Field[Key]
    source: Field[str] = Field(String(64))
    outside_id: Field[str] = Field(String(128))
    name: Field[str] = Field(index=True)
    called: Field[str] = Field(server_default="")
    email: Field[str] = Field(server_default="", index=True)
    language: Field[str] = Field(String(8))
    country: Field[str] = Field(server_default="")
    no_extras: Field[bool] = Field(server_default=text("false"))
    no_personalisation: Field[bool] = Field(server_default=text("false"))
    promise: Field[str] = Field(server_default="")
    promised_at: Field[datetime | None]
    tags: Field[str | None]  # one to a line
    birthday: Field[str | None] = Field(String(5))  # "12-24": of no year
    birthday_consent_at: Field[datetime | None]
    # Quoted, here and below: a column that joins a table with an expression for its default
    # would have SQLite's whole table written anew, which the rows that point at it forbid.
    is_b2b: Field[bool] = Field(server_default="0")
    quiet_until: Field[date | None]
    import_id: Field[int | None] = Field(ForeignKey("imports.id"))


class PreferenceRow(Row):
    """Something the customer told us: a like, or a limit such as ``nuts``."""

    __tablename__ = "preferences"

    id: Field[Key]
    customer_id: Field[Ref] = Field(ForeignKey("customers.id"), index=True)
    kind: Field[str] = Field(String(8))  # like, limit
    value: Field[str]
    severity: Field[str] = Field(String(8), server_default="avoid")  # avoid, severe
    said_at: Field[datetime]


class IncidentRow(Row):
    __tablename__ = "incidents"

    id: Field[Key]
    customer_id: Field[Ref] = Field(ForeignKey("customers.id"), index=True)
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), index=True)
    product_name: Field[str] = Field(server_default="")
    cause: Field[str] = Field(String(32))
    customer_words: Field[str] = Field(server_default="")
    reported_at: Field[datetime]
    severity: Field[int | None]  # 1 to 3
    resolved_at: Field[datetime | None]
    healed_at: Field[datetime | None]


class OrderRow(Row):
    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("source", "outside_id"),
        CheckConstraint(f"state IN {ORDER_STATES}", name="state"),
        # A customer's whole history is read from this index alone.
        Index("ix_orders_history", "customer_id", "placed_at", "state", "total_cents"),
        # The orders that wait are few, whatever the shop's age: the list reads only them.
        some("ix_orders_live", "state", "leaves_at", "placed_at", "carrier", where=_LIVE),
    )

    id: Field[Key]
    source: Field[str] = Field(String(64))
    outside_id: Field[str] = Field(String(128))
    number: Field[str] = Field(String(64), index=True)
    code: Field[Code]
    revision: Field[int] = Field(server_default="1")
    content_hash: Field[str] = Field(String(64), server_default="")
    state: Field[str] = Field(String(16))
    customer_id: Field[Ref | None] = Field(ForeignKey("customers.id"))
    customer_name: Field[str] = Field(server_default="")
    recipient: Field[str] = Field(server_default="")
    opener: Field[str] = Field(String(16), server_default="buyer")
    # As somebody at a bench said, where the shop does not know.
    opener_told: Field[str | None] = Field(String(16))
    address: Field[list[Any]]  # lines as they would stand on a label
    language: Field[str] = Field(String(8))
    country: Field[str] = Field(server_default="")
    channel: Field[str] = Field(String(32), server_default="")
    carrier: Field[str] = Field(server_default="")
    placed_at: Field[datetime]
    leaves_at: Field[datetime | None]
    flags: Field[list[Any]]
    message: Field[str] = Field(server_default="")
    gift_message: Field[str] = Field(server_default="")
    total_cents: Field[int] = Field(server_default="0")
    currency: Field[str] = Field(String(3), server_default="EUR")
    pieces: Field[int] = Field(server_default="0")
    # How new its shop says this text is: grows, and is compared within one source only.
    told: Field[str | None] = Field(String(40))
    region: Field[str | None]
    items_cents: Field[int | None]
    coupon: Field[str | None]  # empty: none was used
    paid_at: Field[datetime | None]
    replacement: Field[bool | None]  # it makes good an earlier order
    hold_reason: Field[str] = Field(server_default="")
    held_by: Field[str] = Field(server_default="")
    bench: Field[str | None] = Field(String(16))
    packer_name: Field[str] = Field(server_default="")
    claimed_at: Field[datetime | None]
    lease_until: Field[datetime | None]
    parked: Field[
        dict[str, Any] | None
    ]  # what is in its box, as packstation.store.wire writes it
    import_id: Field[int | None] = Field(ForeignKey("imports.id"), index=True)
    # While it arrives: the state it gets when its import is published. While a bench has it,
    # or it is put aside: what the shop says it is by now; that text waits beside it.
    arrives_as: Field[str | None] = Field(String(16))


class LineRow(Row):
    __tablename__ = "order_lines"

    id: Field[Key]
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), index=True)
    position: Field[int]
    product_id: Field[Ref] = Field(ForeignKey("products.id"), index=True)
    quantity: Field[int]
    price_cents: Field[int] = Field(server_default="0")
    note: Field[str] = Field(server_default="")


class SearchWordRow(Row):
    """A word under which something is found, as packstation.domain.finding folds it."""

    __tablename__ = "search_words"
    # Read by word, and by the thing when its words change; never by a number of its own.
    __table_args__ = (
        Index("ix_search_words_thing", "kind", "thing_id", "word"),
        {"sqlite_with_rowid": False},
    )

    kind: Field[str] = Field(String(8), primary_key=True)
    word: Field[str] = Field(FoldedWord, primary_key=True)
    thing_id: Field[Ref] = Field(primary_key=True)


class TouchRow(Row):
    __tablename__ = "touches"

    id: Field[Key]
    key: Field[Code]
    kind: Field[str] = Field(String(16))
    names: Field[list[Any]]  # [language, name] pairs, the shop's own first
    code: Field[Code]
    on_hand: Field[int | None]
    edible: Field[bool]
    contains: Field[list[Any] | None]  # NULL: nobody knows
    tier: Field[int] = Field(server_default="1")
    cost_cents: Field[int] = Field(server_default="0")
    on_slip: Field[bool]
    sealed: Field[bool] = Field(server_default="1")
    best_before: Field[date | None]
    countries: Field[list[Any] | None]  # NULL: nobody has said
    seasons: Field[list[Any] | None]
    seconds: Field[int | None]
    position: Field[int] = Field(server_default="0")


class RuleRow(Row):
    """A rule of the owner's in versioned JSON, as packstation.domain.rules reads it."""

    __tablename__ = "rules"

    id: Field[Key]
    key: Field[Code]
    position: Field[int]
    state: Field[str] = Field(String(16))  # draft, on
    body: Field[dict[str, Any]]


class BenchRow(Row):
    """A bench, and where it stood when no order was on it: folding begins there."""

    __tablename__ = "benches"

    name: Field[str] = Field(String(16), primary_key=True)
    slip_year: Field[int] = Field(server_default="0")
    slip_count: Field[int] = Field(server_default="0")
    resume_seq: Field[int] = Field(server_default="0")
    resume: Field[dict[str, Any]]


class BenchEventRow(Row):
    """The journal: only ever added to."""

    __tablename__ = "bench_events"
    __table_args__ = (UniqueConstraint("bench", "seq"),)

    id: Field[Key]
    bench: Field[str] = Field(String(16))
    seq: Field[int]
    op: Field[Code]
    version: Field[int]
    kind: Field[str] = Field(String(32))
    payload: Field[str]  # JSON as packstation.store.wire writes it
    scanned: Field[str] = Field(server_default="")  # to the letter, before any folding
    at: Field[datetime]


class PackingRow(Row):
    """A sealed parcel. The record is whole in two columns: sealed core, personal part."""

    __tablename__ = "packings"
    __table_args__ = (
        # One live slip for a parcel, however often it was opened again.
        some(
            "uq_packings_live",
            "order_id",
            "revision",
            "parcel",
            where="voided_at IS NULL",
            unique=True,
        ),
    )

    id: Field[Key]
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), index=True)
    revision: Field[int]
    parcel: Field[int]
    slip_number: Field[Code]
    slip_code: Field[Code]
    packer_id: Field[Ref] = Field(ForeignKey("packers.id"))
    customer_id: Field[Ref | None] = Field(ForeignKey("customers.id"), index=True)
    bench: Field[str] = Field(String(16))
    opened_at: Field[datetime]
    sealed_at: Field[datetime] = Field(index=True)
    digest: Field[str] = Field(String(64))
    voided_at: Field[datetime | None]
    void_because: Field[str] = Field(server_default="")
    core: Field[str]
    personal: Field[str]


class GivenTouchRow(Row):
    """A touch that went into a parcel: what variety and cool-downs look at."""

    __tablename__ = "given_touches"
    __table_args__ = (
        # A packer's own surprises are few among them.
        some("ix_given_touches_own", "at", where="rule = ''"),
    )

    id: Field[Key]
    packing_id: Field[Ref | None] = Field(ForeignKey("packings.id"), index=True)
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), index=True)
    customer_id: Field[Ref | None] = Field(ForeignKey("customers.id"), index=True)
    touch_key: Field[str] = Field(String(64))
    rule: Field[str | None] = Field(String(64))  # empty: a packer's own; NULL: not known
    note_text: Field[str] = Field(server_default="")
    at: Field[datetime]
    reaction: Field[str | None] = Field(String(16))  # liked, negative
    reacted_at: Field[datetime | None]


class DecisionRow(Row):
    """What was planned for an order and on what grounds: domain.decisions in JSON.

    ``told`` is packed by zlib: half a year of them is most of a busy shop's file.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        Index("ix_decisions_order", "order_id", "id"),
        # Those with their facts are few: only of them it is asked how old they are.
        some("ix_decisions_told", "at", where="told IS NOT NULL"),
    )

    id: Field[Key]
    order_id: Field[Ref] = Field(ForeignKey("orders.id"))
    at: Field[datetime]
    ruleset: Field[str] = Field(String(64))
    told: Field[bytes | None]  # NULL: long ago, only its verdicts are kept
    kept: Field[str]


class StockMovementRow(Row):
    """Why the stock of a touch changed."""

    __tablename__ = "stock_movements"

    id: Field[Key]
    touch_key: Field[str] = Field(String(64), index=True)
    change: Field[int]
    reason: Field[str] = Field(String(16))  # counted, given
    packing_id: Field[Ref | None] = Field(ForeignKey("packings.id"), index=True)
    at: Field[datetime]


class PrintJobRow(Row):
    __tablename__ = "print_jobs"
    __table_args__ = (
        Index("ix_print_jobs_state", "state"),
        # One original, and each of its copies once.
        Index("uq_print_jobs_packing_id_copy", "packing_id", "copy", unique=True),
    )

    id: Field[Key]
    packing_id: Field[Ref] = Field(ForeignKey("packings.id"), index=True)
    copy: Field[int] = Field(server_default="0")
    state: Field[str] = Field(String(16))
    bench: Field[str] = Field(String(16), server_default="")  # where it comes out
    attempts: Field[int] = Field(server_default="0")
    reason: Field[str] = Field(server_default="")
    where: Field[str] = Field(server_default="")  # printer's job id, or the file
    because: Field[str] = Field(server_default="")  # a copy is wanted
    asked_by: Field[str] = Field(server_default="")
    seen_by: Field[str] = Field(server_default="")  # who saw that it came out
    created_at: Field[datetime]
    changed_at: Field[datetime]


class WrittenNoteRow(Row):
    """A note by hand: which phrases it used, so that the next ones are others."""

    __tablename__ = "written_notes"
    __table_args__ = (
        # The latest of each first: read backwards, and left after a few.
        Index("ix_written_notes_customer", "customer_id", "id"),
        Index("ix_written_notes_packer", "packer_id", "id"),
        Index("ix_written_notes_street", "postcode", "written_on"),
    )

    id: Field[Key]
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), unique=True)
    packer_id: Field[Ref] = Field(ForeignKey("packers.id"))
    customer_id: Field[Ref | None] = Field(ForeignKey("customers.id"))
    postcode: Field[str] = Field(String(64))  # with its town, folded; may be empty
    language: Field[str] = Field(String(8))
    opening: Field[str] = Field(String(64))
    points: Field[list[Any]]
    told: Field[list[Any]]  # digests of what the points spoke of
    closing: Field[str] = Field(String(64))
    likeness: Field[str | None] = Field(String(16))  # SimHash in hex, if recorded
    written_on: Field[date]


class NoteAheadRow(Row):
    """A note to be written ahead, or written, for an order that waits: at most one each."""

    __tablename__ = "notes_ahead"

    id: Field[Key]
    order_id: Field[Ref] = Field(ForeignKey("orders.id"), unique=True)
    code: Field[Code]  # what its card carries
    touch_key: Field[str] = Field(String(64))  # the touch that it is
    turn: Field[int]
    revision: Field[int]
    state: Field[str] = Field(String(16))  # offered, written, taken_back, aside
    another: Field[int]
    packer_id: Field[Ref | None] = Field(ForeignKey("packers.id"))  # NULL: for anybody
    language: Field[str] = Field(String(8))
    opening: Field[str] = Field(String(64))
    points: Field[list[Any]]
    told: Field[list[Any]]  # digests, as in written_notes
    closing: Field[str] = Field(String(64))
    changed_on: Field[date]


class OwnPhraseRow(Row):
    """What a packer likes to write: joins the drafts this packer sees."""

    __tablename__ = "own_phrases"

    id: Field[Key]
    packer_id: Field[Ref] = Field(ForeignKey("packers.id"), index=True)
    place: Field[str] = Field(String(8))  # opening, point, closing
    point: Field[str] = Field(String(64), server_default="")
    language: Field[str] = Field(String(8))
    phrase: Field[str]
    # Kept, or its number would one day stand for another phrase.
    dropped: Field[bool] = Field(server_default=text("false"))
