"""What a rule may ask of an order, its lines and the calendar."""

from typing import Final

from packstation.domain.days import SEASONS, month_day, seasons
from packstation.domain.fact import Audience, Fact, Sensitivity, Source, declared
from packstation.domain.lines import BoughtLine, Field
from packstation.domain.operators import FactType
from packstation.domain.orders import Opener
from packstation.domain.scene import Scene

_NUMBER, _MONEY, _DAYS, _DATE = (
    FactType.NUMBER,
    FactType.MONEY,
    FactType.DAYS,
    FactType.DATE,
)
_BOOL, _ENUM, _SET, _TEXT = FactType.BOOL, FactType.ENUM, FactType.SET, FactType.TEXT
_ORDER, _CALENDAR = Source.ORDER, Source.CALENDAR
_INTERNAL, _BUYER, _RECIPIENT = Audience
_NORMAL, _PERSONAL, _ = Sensitivity


def items_cents(scene: Scene) -> int | None:
    """What the pieces cost: as the shop says, else the sum of the lines that have a price."""
    if scene.background is not None and scene.background.items_cents is not None:
        return scene.background.items_cents
    priced = [(it.price_cents, it.quantity) for it in scene.lines]
    known = [cents * pieces for cents, pieces in priced if cents is not None]
    return sum(known) if known and len(known) == len(priced) else None


def _coupon(scene: Scene) -> bool | None:
    behind = scene.background
    return None if behind is None or behind.coupon is None else bool(behind.coupon)


def _since_paid(scene: Scene) -> int | None:
    behind = scene.background
    paid = None if behind is None else behind.paid_at
    return None if paid is None or paid > scene.now else (scene.now - paid).days


def _replacement(scene: Scene) -> bool | None:
    return None if scene.background is None else scene.background.replacement


def _region(scene: Scene) -> str | None:
    return None if scene.background is None else scene.background.region or None


_OF_ORDERS: Final = declared(
    ("order.total", _MONEY, _ORDER, _INTERNAL, _NORMAL, lambda s: s.order.total_cents),
    ("order.items_total", _MONEY, _ORDER, _INTERNAL, _NORMAL, items_cents),
    ("order.units", _NUMBER, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.pieces),
    ("order.line_count", _NUMBER, _ORDER, _RECIPIENT, _NORMAL, lambda s: len(s.order.lines)),
    ("order.is_gift", _BOOL, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.is_gift),
    ("order.opener", _ENUM, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.opener.value),
    ("order.country", _ENUM, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.country or None),
    ("order.region", _ENUM, _ORDER, _RECIPIENT, _NORMAL, _region),
    ("order.channel", _ENUM, _ORDER, _INTERNAL, _NORMAL, lambda s: s.order.channel or None),
    ("order.flags", _SET, _ORDER, _RECIPIENT, _NORMAL, lambda s: s.order.flags),
    (
        "order.has_customer_message",
        *(_BOOL, _ORDER, _BUYER, _NORMAL),
        lambda s: bool(s.order.message.strip()),
    ),
    ("order.message_text", _TEXT, _ORDER, _INTERNAL, _PERSONAL, lambda s: s.order.message),
    ("order.used_coupon", _BOOL, _ORDER, _INTERNAL, _NORMAL, _coupon),
    ("order.days_since_paid", _DAYS, _ORDER, _INTERNAL, _NORMAL, _since_paid),
    (
        "order.days_waiting",
        *(_DAYS, _ORDER, _INTERNAL, _NORMAL),
        lambda s: (s.now - s.order.placed_at).days,
    ),
    ("order.is_late", _BOOL, _ORDER, _BUYER, _NORMAL, lambda s: s.is_late),
    ("order.is_replacement", _BOOL, _ORDER, _BUYER, _NORMAL, _replacement),
)


# ---- the lines


def _named(scene: Scene, field: str) -> tuple[str, ...] | None:
    """Every text that stands there, once; None when the shop says it of no line."""
    known = {getattr(line, field) for line in scene.lines}
    known.discard(None)
    return tuple(sorted(known - {""})) if known else None


def _tags(scene: Scene) -> tuple[str, ...] | None:
    told = [line.tags for line in scene.lines if line.tags is not None]
    return tuple(sorted({tag for tags in told for tag in tags})) if told else None


def _first_time(line: BoughtLine) -> bool | None:
    return None if line.bought_before is None else not line.bought_before


def _some(answers: list[bool | None]) -> bool | None:
    """Yes of one is enough; without any yes, one that is not known leaves all not known."""
    return True if True in answers else None if None in answers or not answers else False


def _favourite(scene: Scene) -> bool | None:
    """Whether it has something that was said, or seen, to be liked."""
    said = None if scene.favourites is None else bool(scene.favourites)
    if said or scene.memory is None or not scene.memory.products:
        return said
    liked = {it.key for it in scene.memory.products}
    return any(line.sku in liked for line in scene.lines)


_LINES, _HISTORY = Source.LINES, Source.HISTORY
_OF_LINES: Final = declared(
    ("lines.sku", _SET, _LINES, _RECIPIENT, _NORMAL, lambda s: _named(s, "sku") or ()),
    ("lines.category", _SET, _LINES, _RECIPIENT, _NORMAL, lambda s: s.categories),
    ("lines.brand", _SET, _LINES, _RECIPIENT, _NORMAL, lambda s: _named(s, "brand")),
    ("lines.tag", _SET, _LINES, _INTERNAL, _NORMAL, _tags),
    ("lines.supplier", _SET, _LINES, _INTERNAL, _NORMAL, lambda s: _named(s, "supplier")),
    (
        "lines.first_time_product",
        *(_BOOL, _HISTORY, _BUYER, _PERSONAL),
        lambda s: _some([_first_time(line) for line in s.lines]),
    ),
    (
        "lines.first_time_category",
        *(_BOOL, _HISTORY, _BUYER, _PERSONAL),
        lambda s: _some([line.new_category for line in s.lines]),
    ),
    (
        "lines.is_rebuy",
        *(_BOOL, _HISTORY, _BUYER, _PERSONAL),
        lambda s: _some([line.bought_before for line in s.lines]),
    ),
    ("lines.contains_favourite", _BOOL, Source.TASTE, _BUYER, _PERSONAL, _favourite),
)


def _asking(key: str, source: Source, audience: Audience, *more: Field) -> Fact:
    """The lines themselves; who may read of a rule depends on what it asks of them."""
    return Fact(
        key=key,
        type=FactType.LINES,
        source=source,
        audience=audience,
        sensitivity=_PERSONAL if source is _HISTORY else _NORMAL,
        look=lambda scene: scene.lines,
        fields=(Field.CATEGORY, Field.SKU, Field.BRAND, Field.QUANTITY, *more),
    )


_QUANTIFIED: Final = (
    _asking("lines.where", _LINES, _RECIPIENT),
    _asking("lines.where_kept", _LINES, _INTERNAL, Field.TAG, Field.SUPPLIER, Field.PRICE),
    _asking("lines.where_known", _HISTORY, _BUYER, Field.BOUGHT_BEFORE, Field.NEW_CATEGORY),
)

# ---- the calendar, always as of the day of packing

_OF_DAYS: Final = (
    *declared(
        ("calendar.month", _NUMBER, _CALENDAR, _RECIPIENT, _NORMAL, lambda s: s.now.month),
        (
            "calendar.date",
            *(_DATE, _CALENDAR, _RECIPIENT, _NORMAL),
            lambda s: s.now.date().isoformat(),
        ),
        (
            "calendar.day",
            *(FactType.MONTH_DAY, _CALENDAR, _RECIPIENT, _NORMAL),
            lambda s: month_day(s.now.date()),
        ),
        (
            "calendar.season_tag",
            *(_SET, _CALENDAR, _RECIPIENT, _NORMAL),
            lambda s: seasons(s.now.date()),
        ),
    ),
)

OF_ORDERS: Final = (*_OF_ORDERS, *_OF_LINES, *_QUANTIFIED, *_OF_DAYS)
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "order.opener": tuple(it.value for it in Opener),
    "calendar.season_tag": SEASONS,
}
