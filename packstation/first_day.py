"""A database's first day with this version, and a shop's first day at all."""

import getpass
import secrets
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine

from packstation.demo.shop import demo_shop
from packstation.domain.codes import ALPHABET, CLEAR_ALPHABET, MARK_LENGTH, Kind, own_code
from packstation.domain.founding import NewPacker, NewShop
from packstation.domain.pins import hash_pin
from packstation.domain.shop import COMMANDS, Brand, Shop
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.station.safe_keeping import SafeKeeping
from packstation.store.founding import found
from packstation.store.migrate import migrate
from packstation.store.settings import Settings
from packstation.store.upgrade import is_founded

Progress = Callable[[float], None]


def upgrade(settings: BenchSettings, engine: Engine) -> None:
    keeping = SafeKeeping(engine, settings.home)
    if keeping.possible and is_founded(engine):
        keeping.keep_before_upgrade(datetime.now(UTC))
    migrate(engine, migrations())


def found_shop(settings: BenchSettings, engine: Engine, progress: Progress) -> Shop:
    if not settings.demo:
        return _write(engine, _empty_shop(datetime.now(UTC)))
    demo = demo_shop(datetime.now(UTC), resources() / "rules", progress)
    settings.pictures.mkdir(exist_ok=True)
    for name, drawing in demo.pictures:
        (settings.pictures / name).write_text(drawing, "utf-8")
    return _write(engine, demo.founding)


def _write(engine: Engine, new: NewShop) -> Shop:
    """Found the shop, unless a window and a command have both just begun and one was faster."""
    with engine.begin() as connection:
        there = Settings(connection).shop()
        if there is not None:
            return there
        found(connection, new)
    return new.shop


def _empty_shop(now: datetime) -> NewShop:
    """A shop of one's own: nothing in it but its mark, its commands and its first person."""
    mark = "".join(secrets.choice(ALPHABET[10:]) for _ in range(MARK_LENGTH))
    first = NewPacker(
        name=getpass.getuser().title(),
        badge=own_code(mark, Kind.BADGE, _chance(8)),
        # Nobody knows this PIN: the first person signs in by badge (`packstation codes`).
        pin=hash_pin(_chance(16), secrets.token_bytes(16)),
        language="es",
        role="owner",
    )
    shop = Shop(
        brand=Brand(name="packstation"),
        mark=mark,
        commands={_chance(6): name for name in COMMANDS},
    )
    return NewShop(shop=shop, source="own", founded_at=now, packers=(first,), touches=())


def _chance(length: int) -> str:
    return "".join(secrets.choice(CLEAR_ALPHABET) for _ in range(length))
