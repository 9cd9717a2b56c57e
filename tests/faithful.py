"""The most faithful customers of the Online Retail set, as our shop knows them, with the proof.

``python -m tests.faithful`` prints every gap, and every date and quantity that a favourite is
seen in. The real orders lie beside the project and never in it: so does what is printed here.
"""

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import Engine

from packstation.domain.cadence import cadence_days, expected_gap
from packstation.domain.taste import LEAST_SHARE, MOST, Favourite, PastLine, favourites
from packstation.places import migrations, resources
from packstation.store import intake_orders, rows
from packstation.store.engine import open_engine, reading
from packstation.store.work import Work
from tests.faithful_by_hand import Story, Taste, stories
from tests.station.bringing import SHOP, an_engine, ask, bring

ROOT: Final = Path(__file__).parents[1]
FILE: Final = ROOT.parent / "shared" / "data" / "uci_online_retail.csv.gz"
FAITHFUL: Final = 20
_RUNNERS_UP: Final = 3
_WIDTH: Final = 92
_NOW: Final = datetime(2026, 11, 22, 9, tzinfo=SHOP.zone)

# Nobody in the file orders at night: in UTC the days are the same.
_MOST_DAYS = """
    SELECT customers.outside_id, max(orders.placed_at), count(*)
    FROM orders JOIN customers ON customers.id = orders.customer_id
    WHERE orders.state NOT IN ('cancelled', 'arriving')
    GROUP BY customers.id
    ORDER BY count(DISTINCT substr(orders.placed_at, 1, 10)) DESC, customers.outside_id
    LIMIT :most
"""
_LAST_ORDER = """
    SELECT orders.id FROM orders JOIN customers ON customers.id = orders.customer_id
    WHERE customers.outside_id = :customer AND orders.placed_at = :at LIMIT 1
"""


def the_shop(build: Path = ROOT / "build") -> Engine:
    """All orders of the file in a shop of their own; brought in anew when the tables change."""
    folder = build / f"faithful-{_version()}"
    if not folder.exists():
        build.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=build) as fresh:
            engine = an_engine(Path(fresh))
            bring(engine, FILE, history_before=date(2011, 12, 10))
            engine.dispose()
            (Path(fresh) / "shop").mkdir()
            (Path(fresh) / "shop.db").rename(Path(fresh) / "shop" / "shop.db")
            # Another run may have been faster: then its shop stands, and is the same.
            if not folder.exists():
                (Path(fresh) / "shop").rename(folder)
    return open_engine(f"sqlite:///{folder / 'shop.db'}")


def _version() -> str:
    """Of everything that decides what the shop's tables hold."""
    deciding = (
        Path(rows.__file__),
        Path(intake_orders.__file__),
        resources() / "profiles" / "online_retail.toml",
        *sorted((migrations() / "versions").glob("*.py")),
    )
    digest = hashlib.sha256(str(FILE.stat().st_size).encode())
    for path in deciding:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def told_by_the_shop(engine: Engine, most: int = FAITHFUL) -> tuple[Story, ...]:
    """Their stories by packstation's own code, as of the time of each one's last order."""
    faithful = ask(engine, _MOST_DAYS, most=most)
    return tuple(_story(engine, *each) for each in faithful)


def _story(engine: Engine, customer: str, at: str, orders: int) -> Story:
    [[order_id]] = ask(engine, _LAST_ORDER, customer=customer, at=at)
    with Work(reading(engine), "1") as work:
        order, customer_id = work.orders.snapshot(order_id)
        assert customer_id is not None, customer
        card = work.customers.card(customer_id, order, _NOW)
        memory = work.scene(order, card, _NOW).memory
        came = order.placed_at.astimezone(SHOP.zone)
        today = came.date()
        days = [it for it in work.customers.days(customer_id, came) if it < today]
        lines = work.backgrounds.bought(customer_id, came)
    products, _ = favourites(lines, today, least=1, most=len(lines))
    liked = [it for it in products if it.share >= LEAST_SHARE][:MOST]
    assert memory is not None, customer
    assert [*memory.products] == liked, customer
    assert card.cadence_days == cadence_days(days), customer
    assert card.lapse_ratio is not None, customer
    return Story(
        customer=customer,
        orders=orders,
        days=tuple(sorted({*days, today})),
        usual=card.cadence_days or 0,
        expected=f"{expected_gap(days):.2f}",
        ratio=card.lapse_ratio,
        state=card.lapse.value,
        tastes=tuple(_tastes(products, lines)),
    )


def _tastes(products: Iterable[Favourite], lines: Iterable[PastLine]) -> Iterator[Taste]:
    bought: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for it in lines:
        bought[it.sku][it.bought_on] += it.quantity
    for one in products:
        proof = tuple(sorted(bought[one.key].items()))
        assert (one.dates, one.quantity) == (len(proof), sum(n for _, n in proof)), one.key
        yield Taste(one.key, proof, one.share)


# ---- printed


def printed(found: Sequence[Story], names: dict[str, str]) -> Iterator[str]:
    for place, story in enumerate(found, 1):
        yield from _rhythm(place, story)
        yield from _liked(story, names)
        yield ""


def _rhythm(place: int, it: Story) -> Iterator[str]:
    days = it.days
    yield f"{place:2}. customer {it.customer}: {len(days)} order days, {it.orders} orders"
    *gaps, last = [(later - earlier).days for earlier, later in pairwise(days)]
    yield (
        f"    usual gap {it.usual} days, expected {it.expected}; before the last order "
        f"{last}: {it.ratio / 100:.2f} of it, {it.state}"
    )
    yield from _wrapped(
        "gaps", [f"{days[0]}", *(f"+{gap}" for gap in gaps), f"and +{last} = {days[-1]}"]
    )


def _liked(it: Story, names: dict[str, str]) -> Iterator[str]:
    if not it.favourites:
        yield f"    no favourite: nothing is in {LEAST_SHARE} % of the order days. The nearest:"
    for one in it.favourites or it.tastes[:_RUNNERS_UP]:
        pieces = sum(n for _, n in one.bought)
        mark = "favourite" if one in it.favourites else "nearest"
        yield (
            f"    {mark} {names[one.sku]} ({one.sku}): {one.percent} %, on "
            f"{len(one.bought)} days, {pieces} pieces"
        )
        yield from _wrapped("", [f"{day}: {n}" for day, n in one.bought])


def _wrapped(head: str, parts: Sequence[str]) -> Iterator[str]:
    line = f"      {head}".rstrip() if head else "     "
    for part in parts:
        if len(line) + 2 + len(part) > _WIDTH:
            yield line
            line = "     "
        line += f"  {part}"
    yield line


def main() -> int:
    """Print them, and whether a count by hand says the same: 0 when it does."""
    if not FILE.exists():
        sys.stderr.write(f"The real orders are not there: {FILE}\n")
        return 1
    engine = the_shop()
    found = told_by_the_shop(engine)
    alike = found == stories(FILE, FAITHFUL)
    names = dict(ask(engine, "SELECT sku, name FROM products"))
    liked = sum(bool(it.favourites) for it in found)
    many = sum(len(it.favourites) for it in found)
    lines = (
        *printed(found, names),
        f"{liked} of {len(found)} have a favourite, {many} in all: on two days at least and in",
        f"{LEAST_SHARE} % of the order days; the best {MOST} of each.",
        f"A count by hand, straight from the file, says {'the same' if alike else 'ELSE'}.",
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if alike else 1


if __name__ == "__main__":
    sys.exit(main())
