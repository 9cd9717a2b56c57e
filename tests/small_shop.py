"""A shop of a handful of things in a real SQLite file, for tests of station and store."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from packstation.assemble import Opened
from packstation.domain.arrivals import (
    ArrivingCode,
    ArrivingCustomer,
    ArrivingLine,
    ArrivingOrder,
    ArrivingProduct,
)
from packstation.domain.codes import Kind, own_code
from packstation.domain.founding import NewPacker, NewShop
from packstation.domain.orders import Detail, Policy
from packstation.domain.pins import hash_pin
from packstation.domain.shop import Shop
from packstation.domain.touches import Touch, TouchKind
from packstation.places import migrations
from packstation.settings import BenchSettings
from packstation.store.engine import open_engine
from packstation.store.founding import found
from packstation.store.migrate import migrate
from tests.making import SIGNATURE, a_brand

MARK = "K7Q"
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=200)
MARTA, JOAN, PILAR = (
    own_code(MARK, Kind.BADGE, body) for body in ("MARTA2", "JOAN22", "P1LAR2")
)
"""Marta and Joan pack, Pilar owns the shop."""
SEAL, UNDO, PUT_BACK, PARK, HOLD, LOCK, SIGN_OUT = (
    own_code(MARK, Kind.COMMAND, body)
    for body in ("SEAL", "UND9", "PUTB", "PARK", "H9LD", "L9CK", "S9UT")
)
JAMMED, TORN, LOST, CAME_OUT, NOT_OUT, WHAT, FALTA = (
    own_code(MARK, Kind.COMMAND, body)
    for body in ("JAMM", "T9RN", "L9ST", "CAME", "N9T9", "WHAT", "FALT")
)
SWEETS = own_code(MARK, Kind.TOUCH, "SWEETS")
CUP, BIG_CUP, TEA, POT = (
    "8412345678905",
    "8412345678912",
    "8412345678929",
    "8412345678936",
)
SHARED = "8412345678943"
"""A code that two products carry."""
CUP_CASE, LAMP, HONEY, BAG = (
    "18412345678902",
    "8412345678950",
    "8412345678967",
    "8412345678974",
)
"""Six cups in one case; a lamp wants its serial, honey its lot and expiry told; of bags only
the first is scanned. A ribbon carries no code at all; TE-SET is a tea and two cups."""

SHOP = Shop(
    brand=a_brand(),
    mark=MARK,
    commands={
        "SEAL": "seal",
        "UND9": "undo",
        "PUTB": "put_back",
        "PARK": "park",
        "H9LD": "hold",
        "L9CK": "lock",
        "S9UT": "sign_out",
        "JAMM": "reprint_jammed",
        "T9RN": "reprint_torn",
        "L9ST": "reprint_lost",
        "CAME": "slip_came_out",
        "N9T9": "slip_not_out",
        "9PBY": "opened_by_buyer",
        "9P9T": "opened_by_other",
        "9PNK": "opener_unknown",
        "WHAT": "learn",
        "FALT": "missing",
    },
)


def _product(sku: str, name: str, place: str, *codes: str, **more: object) -> ArrivingProduct:
    values: dict[str, object] = {
        "sku": sku,
        "name": name,
        "place": place,
        "price_cents": 1000,
        "codes": tuple(ArrivingCode(code=code) for code in codes),
    }
    return ArrivingProduct(**values | more)  # type: ignore[arg-type] # ArrivingProduct checks the names


PRODUCTS = (
    _product(
        "TAZ-002",
        "Taza de barro",
        "A-01-4",
        variant="pequeña",
        codes=(ArrivingCode(code=CUP), ArrivingCode(code=CUP_CASE, units=6)),
    ),
    _product("TAZ-003", "Taza de barro", "A-01-5", BIG_CUP, variant="grande"),
    _product("TE-100", "Té verde Sencha, 100 g", "C-11-1", TEA, SHARED),
    _product("TET-001", "Tetera de hierro", "B-02-1", POT, SHARED, variant="azul"),
    _product("LAMP-1", "Lámpara de mesa", "D-01-1", LAMP, asks=(Detail.SERIAL,)),
    _product("MIEL-1", "Miel de tomillo", "D-02-1", HONEY, asks=(Detail.LOT, Detail.EXPIRY)),
    _product("CINTA-1", "Cinta de algodón", "D-03-1", policy=Policy.BY_HAND),
    _product("BOLSA-1", "Bolsa de tela", "D-04-1", BAG, policy=Policy.FIRST),
    _product("TE-SET", "Set de té", "", parts=(("TE-100", 1), ("TAZ-002", 2))),
)


def an_arriving_order(number: str, *lines: tuple[str, int], **changes: object) -> ArrivingOrder:
    """Lucía's order of (SKU, quantity) lines, placed yesterday, leaving this afternoon."""
    values: dict[str, object] = {
        "outside_id": number,
        "number": number,
        "state": "open",
        "customer": "lucia",
        "customer_name": "Lucía Fernández",
        "language": "es",
        "country": "ES",
        "carrier": "SEUR 24",
        "placed_at": NOW - timedelta(days=1),
        "leaves_at": NOW + timedelta(hours=3),
        "total_cents": 4200,
        "lines": tuple(ArrivingLine(sku=sku, quantity=n) for sku, n in lines),
    }
    return ArrivingOrder(**values | changes)  # type: ignore[arg-type] # ArrivingOrder checks the names


ORDERS = (
    an_arriving_order(
        "900", ("TAZ-003", 1), state="shipped", placed_at=NOW - timedelta(days=200)
    ),
    an_arriving_order("1042", ("TET-001", 1), ("TAZ-002", 3), ("TE-100", 1)),
    an_arriving_order(
        "1043", ("TE-100", 1), customer="", customer_name="Ana Invitada", language="en"
    ),
    an_arriving_order(
        "1044", ("TAZ-002", 2), state="held", hold_reason="falta", held_by="Joan"
    ),
    an_arriving_order("1045", ("TAZ-003", 1), state="cancelled"),
)

TOUCHES = (
    Touch(
        key="sweets-lemon",
        kind=TouchKind.TREAT,
        names=(("es", "Caramelos de limón"), ("en", "Lemon drops")),
        code=SWEETS,
        on_hand=2,
        edible=True,
        on_slip=True,
    ),
)

RULES = (
    {
        "schema": 1,
        "rule_id": "r_second",
        "version": 1,
        "name": {"es": "Segundo pedido", "en": "Second order"},
        "state": "on",
        "class": "delight",
        "all": [{"id": "c1", "fact": "customer.order_number", "op": "at_least", "value": 2}],
        "actions": [{"id": "a1", "type": "add_treat", "assortment": ["sweets-lemon"]}],
    },
)


@cache
def _pin(pin: str) -> str:
    """Hashed once for all tests: that it takes its time is its purpose."""
    return hash_pin(pin, b"salt")


def a_new_shop(*orders: ArrivingOrder) -> NewShop:
    return NewShop(
        shop=SHOP,
        source="test",
        founded_at=NOW,
        packers=(
            NewPacker(name="Marta", badge=MARTA, pin=_pin("2580"), signature=SIGNATURE),
            NewPacker(name="Joan", badge=JOAN, pin=_pin("1470")),
            NewPacker(name="Pilar", badge=PILAR, pin=_pin("3690"), role="owner"),
        ),
        touches=TOUCHES,
        rules=RULES,
        products=PRODUCTS,
        customers=(
            ArrivingCustomer(
                outside_id="lucia", name="Lucía Fernández", called="Lucía", language="es"
            ),
        ),
        orders=orders or ORDERS,
    )


def found_shop(home: Path, new: NewShop | None = None) -> Opened:
    """The shop in a fresh database below ``home``."""
    engine = an_engine(home)
    with engine.begin() as connection:
        found(connection, a_new_shop() if new is None else new)
    settings = BenchSettings(home=home, database=str(engine.url), bench="2")
    return Opened(settings, engine, SHOP)


def an_engine(home: Path) -> Engine:
    """An empty database of this version."""
    path = home / "packstation.db"
    path.write_bytes(_migrated())
    return open_engine(f"sqlite:///{path}")


@cache
def _migrated() -> bytes:
    """Migrated once for all tests: Alembic takes its time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        engine = open_engine(f"sqlite:///{path}")
        migrate(engine, migrations())
        engine.dispose()
        return path.read_bytes()
