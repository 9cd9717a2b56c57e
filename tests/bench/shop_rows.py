"""Every row of a shop of any size, by arithmetic alone: one size is always the same shop."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from typing import Final

from packstation.demo.catalogue import Ware, wares
from packstation.demo.shelf_of_touches import touches
from packstation.demo.signatures import signature
from packstation.domain.bench import Free
from packstation.domain.codes import Kind, order_code, own_code
from packstation.domain.shop import COMMANDS, Packer
from packstation.places import resources
from packstation.store.search_words import of_customer, of_order, of_product
from packstation.store.wire import write_resting

MARK: Final = "BEN"
SOURCE: Final = "bench"
TODAY: Final = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WAITING: Final = 60
PRODUCTS: Final = 400

# Orders that wait, from the newest back: how many lines the first ones have.
_NEWEST: Final = (1,) * 6 + (200,) * 4 + (10,) * 20
_TEN_LINES_EVERY, _LONG_EVERY = 50, 2500
_HEAVY_EVERY, _HEAVY = 50, 20
_FIRST_NAMES: Final = (
    "Lucía", "Ane", "Pau", "Inés", "Jonas", "Marie", "Iker", "Rosa", "Nuria", "Elena", "Hugo",
    "Carmen", "Jordi", "Amaia", "Teo", "Sara", "Leo",
)  # fmt: skip
_LAST_NAMES: Final = (
    "Fernández", "Etxebarria", "Serra", "Robles", "Weber", "Dubois", "Olaizola", "Prieto",
    "Soler", "García", "Vidal", "Ruiz", "Peña", "Molina", "Castro", "Ibáñez", "Lozano",
    "Navarro", "Cruz",
)  # fmt: skip
_LANGUAGES: Final = ("es", "es", "es", "ca", "en", "fr", "de")
_LIKES: Final = ("azul", "té verde", "lavanda", "cerámica", "rayas")
_LIMITS: Final = ("nuts", "gluten", "milk", "alcohol")

Values = tuple[object, ...]
Table = tuple[str, Iterator[Values]]
"""An INSERT, and what goes in."""


def tables(orders: int) -> Iterator[Table]:
    """Everything a shop of ``orders`` orders holds, one table after the other."""
    goods = wares(SOURCE)[:PRODUCTS]
    yield from _shop()
    yield _PRODUCTS, (_product(n, ware) for n, ware in enumerate(goods, start=1))
    yield (
        _CODES,
        (
            (n, n, code.code, code.units, code.source)
            for n, ware in enumerate(goods, start=1)
            for code in ware.product.codes
        ),
    )
    people = customers(orders)
    yield _CUSTOMERS, map(_customer, range(1, people + 1))
    yield _ORDERS, (_order(n, orders) for n in range(1, orders + 1))
    yield _LINES, ((n, *line) for n, line in enumerate(_all_lines(orders), start=1))
    yield _PREFERENCES, (_preference(n) for n in range(1, people + 1) if n % 3 == 0)
    yield _INCIDENTS, (_incident(n, orders) for n in range(1, orders + 1) if n % 100 == 7)
    yield _TOUCHES_GIVEN, (_given(n, orders) for n in range(1, orders + 1) if n % 5 == 0)
    yield _WORDS, _words(goods, orders)


def rules() -> Table:
    """The starter rules, all of them on."""
    paths = sorted((resources() / "rules").glob("*.json"))
    return (
        "INSERT INTO rules (key, position, state, body) VALUES (?, ?, 'on', ?)",
        ((path.stem, n, path.read_text("utf-8")) for n, path in enumerate(paths)),
    )


def customers(orders: int) -> int:
    return max(1, orders // 3)


def lines_of(order: int, orders: int) -> int:
    """How many lines the order has that came ``order``-th."""
    back = orders - order
    if back < len(_NEWEST):
        return _NEWEST[back]
    if order % _LONG_EVERY == 0:
        return 200
    return 10 if order % _TEN_LINES_EVERY == 0 else 1 + order % 5


def code_of(order: int) -> str:
    return order_code(MARK, order)


def at_rest() -> str:
    """The only bench as it stands between two orders: Marta is there."""
    marta = Packer(1, "Marta", "es", signature("Marta"))
    return json.dumps(write_resting(Free(marta)))


_PACKERS: Final = (
    "INSERT INTO packers (id, name, badge, pin, language, role, signature)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_TOUCHES: Final = (
    "INSERT INTO touches (key, kind, names, code, on_hand, edible, contains, tier,"
    " cost_cents, on_slip, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PRODUCTS: Final = (
    "INSERT INTO products (id, sku, name, variant, place, picture, category, price_cents)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_CODES: Final = (
    "INSERT INTO product_codes (id, product_id, code, units, source) VALUES (?, ?, ?, ?, ?)"
)
_CUSTOMERS: Final = (
    "INSERT INTO customers (id, source, outside_id, name, called, email, language, country)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 'ES')"
)
_ORDERS: Final = (
    "INSERT INTO orders (id, source, outside_id, number, code, state, customer_id,"
    " customer_name, address, language, country, channel, carrier, placed_at, leaves_at, flags,"
    " message, total_cents, pieces)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ES', 'web', 'SEUR 24', ?, ?, ?, ?, ?, ?)"
)
_LINES: Final = (
    "INSERT INTO order_lines (id, order_id, position, product_id, quantity, price_cents)"
    " VALUES (?, ?, ?, ?, ?, 990)"
)
_PREFERENCES: Final = (
    "INSERT INTO preferences (customer_id, kind, value, said_at) VALUES (?, ?, ?, ?)"
)
_INCIDENTS: Final = (
    "INSERT INTO incidents (customer_id, order_id, product_name, cause, reported_at,"
    " resolved_at) VALUES (?, ?, ?, 'damaged', ?, ?)"
)
_TOUCHES_GIVEN: Final = (
    "INSERT INTO given_touches (order_id, customer_id, touch_key, note_text, at)"
    " VALUES (?, ?, ?, ?, ?)"
)
_WORDS: Final = "INSERT INTO search_words (kind, word, thing_id) VALUES (?, ?, ?)"


def _shop() -> Iterator[Table]:
    brand = {
        "name": "Casa Azul",
        "contact": "hola@casaazul.example",
        "answer_link": "https://casaazul.example/p/{parcel}?p={proof}",
    }
    commands = {f"C9MM{n:02}": name for n, name in enumerate(COMMANDS)}
    shop = {"brand": brand, "mark": MARK, "commands": commands}
    yield "INSERT INTO settings (key, value) VALUES ('shop', ?)", iter([(json.dumps(shop),)])
    badge = own_code(MARK, Kind.BADGE, "MARTA222")
    who = (1, "Marta", badge, "", "es", "packer", json.dumps(signature("Marta")))
    yield _PACKERS, iter([who])
    yield (
        "INSERT INTO benches (name, resume) VALUES ('1', ?)",
        iter([(at_rest(),)]),
    )
    yield _TOUCHES, _touches()
    yield rules()


def _touches() -> Iterator[Values]:
    for n, it in enumerate(touches(MARK, Random(SOURCE))):  # noqa: S311 (the same each time)
        names, contains = json.dumps(it.names), json.dumps(it.contains)
        facts = (it.tier, it.cost_cents, it.on_slip, n)
        yield it.key, it.kind, names, it.code, it.on_hand, it.edible, contains, *facts


def _product(n: int, ware: Ware) -> Values:
    it = ware.product
    look = (it.place, it.picture, it.category)
    return n, it.sku, it.name, it.variant, *look, it.price_cents


def _chance(n: int, salt: int = 0) -> int:
    """A number that looks drawn by lot and never changes."""
    return ((n * 2654435761 + salt * 40503) & 0xFFFFFFFF) >> 7


def _name(customer: int) -> str:
    first = _FIRST_NAMES[customer % len(_FIRST_NAMES)]
    return f"{first} {_LAST_NAMES[customer % len(_LAST_NAMES)]}"


def _language(customer: int) -> str:
    return _LANGUAGES[customer % len(_LANGUAGES)]


def _names(customer: int) -> tuple[str, str]:
    """The whole name, and how this person is called."""
    return _name(customer), _FIRST_NAMES[customer % len(_FIRST_NAMES)]


def _customer(n: int) -> Values:
    return n, SOURCE, f"c{n}", *_names(n), f"c{n}@mail.example", _language(n)


def _customer_of(order: int, orders: int) -> int:
    """Most come back now and then; twenty order all the time."""
    many = min(_HEAVY, customers(orders)) if order % _HEAVY_EVERY == 1 else customers(orders)
    return 1 + _chance(order) % many


def _placed(order: int, orders: int) -> datetime:
    """Two years of orders, evenly."""
    return TODAY - timedelta(seconds=(orders - order) * 63_000_000 // orders)


def _lines(order: int, orders: int) -> Iterator[Values]:
    """(order, position, product, quantity) for each line, no product twice."""
    start = _chance(order, 1)
    step = (1, 3, 7, 9, 11, 13, 17, 19)[start % 8]  # each walks past every product
    for place in range(lines_of(order, orders)):
        yield order, place, 1 + (start + place * step) % PRODUCTS, 1 + (start + place) % 3


def pieces_of(order: int, orders: int) -> int:
    """The quantities of its lines, summed without walking through them."""
    thrice, rest = divmod(lines_of(order, orders), 3)
    start = _chance(order, 1)
    return 6 * thrice + sum(1 + (start + place) % 3 for place in range(rest))


def _all_lines(orders: int) -> Iterator[Values]:
    return (line for order in range(1, orders + 1) for line in _lines(order, orders))


def _order(n: int, orders: int) -> Values:
    customer = _customer_of(n, orders)
    waits = n > orders - WAITING
    pieces = pieces_of(n, orders)
    return (
        n, SOURCE, f"o{n}", str(n), code_of(n), "open" if waits else "shipped", customer,
        _name(customer), "[]", _language(customer), _text(_placed(n, orders)),
        _text(TODAY + timedelta(hours=4)) if waits else None,
        '["gift"]' if n % 9 == 0 else "[]",
        "Mandadme la factura por correo, gracias." if n % 4 == 0 else "",
        990 * pieces, pieces,
    )  # fmt: skip


def _preference(customer: int) -> Values:
    limit = customer % 2 == 0
    values = _LIMITS if limit else _LIKES
    kind = "limit" if limit else "like"
    return customer, kind, values[customer % len(values)], _text(TODAY - timedelta(days=300))


def _incident(order: int, orders: int) -> Values:
    at = _placed(order, orders)
    reported, solved = _text(at + timedelta(days=5)), _text(at + timedelta(days=7))
    return _customer_of(order, orders), order, "Taza de barro", reported, solved


def _given(order: int, orders: int) -> Values:
    key = ("lemon_sweets", "note")[order % 2]
    note = "gracias por volver" if key == "note" else ""
    return order, _customer_of(order, orders), key, note, _text(_placed(order, orders))


def _words(goods: Iterable[Ware], orders: int) -> Iterator[Values]:
    """Of what has left its customer's words lead to it: those orders have none of their own."""
    for n, ware in enumerate(goods, start=1):
        yield from of_product(n, ware.product.name, ware.product.variant)
    for n in range(1, customers(orders) + 1):
        yield from of_customer(n, *_names(n))
    for n in range(max(0, orders - WAITING) + 1, orders + 1):
        name, called = _names(_customer_of(n, orders))
        yield from of_order(n, "open", (name, ""), (), f"{name} {called}")


def _text(at: datetime) -> str:
    """As packstation.store.base.Moment leaves it in SQLite."""
    return at.isoformat(" ", "microseconds")[: -len("+00:00")]


def orders_with(lines: int, orders: int, wanted: int) -> tuple[int, ...]:
    """The newest ``wanted`` orders that have exactly ``lines`` lines."""
    every = (n for n in range(orders, 0, -1) if lines_of(n, orders) == lines)
    return tuple(islice(every, wanted))
