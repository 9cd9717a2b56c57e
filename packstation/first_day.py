"""What a morning rarely needs: a new version's tables, a whole new shop, the end of a crash."""

import getpass
import secrets
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from packstation.demo.shop import demo_shop, starter_rules
from packstation.domain.codes import ALPHABET, CLEAR_ALPHABET, MARK_LENGTH, Kind, own_code
from packstation.domain.founding import NewPacker, NewShop
from packstation.domain.shop import COMMANDS, Brand, Shop
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.station.intake import Intake
from packstation.station.safe_keeping import SafeKeeping
from packstation.store.founding import found
from packstation.store.migrate import migrate
from packstation.store.server import begin_alone
from packstation.store.settings import Settings
from packstation.store.upgrade import is_founded

Progress = Callable[[float], None]


def upgrade(settings: BenchSettings, engine: Engine) -> None:
    keeping = SafeKeeping(engine, settings.home)
    if keeping.possible and is_founded(engine):
        keeping.keep_before_upgrade(datetime.now(UTC))
    migrate(engine, migrations())
    with engine.begin() as connection:
        begin_alone(connection)  # two computers would give one command two codes
        _know_all_commands(Settings(connection))


def _know_all_commands(settings: Settings) -> None:
    """A command that is new has no printed code yet in a shop founded before it."""
    shop = settings.shop()
    if shop is None:
        return
    new = {_chance(6): name for name in COMMANDS if name not in shop.commands.values()}
    if new:
        settings.keep_shop(asdict(replace(shop, commands=shop.commands | new)))


def clear_up(engine: Engine, shop: Shop) -> None:
    """After an import that was killed."""
    Intake(engine, shop, lambda: datetime.now(UTC)).clear_up()


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
        begin_alone(connection)
        there = Settings(connection).shop()
        if there is not None:
            return there
        found(connection, new)
    return new.shop


def _empty_shop(now: datetime) -> NewShop:
    """A shop of one's own: its mark, its commands, its first person, and rules as drafts."""
    mark = "".join(secrets.choice(ALPHABET[10:]) for _ in range(MARK_LENGTH))
    first = NewPacker(
        name=getpass.getuser().title(),
        badge=own_code(mark, Kind.BADGE, _chance(8)),
        pin="",  # nobody else is there to keep out: the name alone signs in
        language="es",
        role="owner",
    )
    shop = Shop(
        brand=Brand(name="packstation"),
        mark=mark,
        commands={_chance(6): name for name in COMMANDS},
    )
    return NewShop(
        shop=shop,
        source="own",
        founded_at=now,
        packers=(first,),
        touches=(),
        rules=starter_rules(resources() / "rules"),
    )


def _chance(length: int) -> str:
    return "".join(secrets.choice(CLEAR_ALPHABET) for _ in range(length))
