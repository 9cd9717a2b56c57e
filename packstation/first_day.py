"""What a morning rarely needs: a new version's tables, a whole new shop, the end of a crash."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from packstation.arguments import spoken
from packstation.demo.shop import demo_shop, starter_rules
from packstation.domain.codes import ALPHABET, MARK_LENGTH
from packstation.domain.first_hour import NO_NAME_YET
from packstation.domain.founding import NewShop
from packstation.domain.shop import COMMANDS, Brand, Shop
from packstation.places import migrations, resources
from packstation.settings import BenchSettings
from packstation.station.codes_by_chance import by_chance, new_command
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


def know_all_commands(engine: Engine) -> Shop | None:
    """The shop, with codes for those commands that are newer than its sheet."""
    with engine.begin() as connection:
        begin_alone(connection)  # two computers would give one command two codes
        settings = Settings(connection)
        shop = settings.shop()
        if shop is not None and shop.new_commands:
            new = {new_command(): name for name in shop.new_commands}
            shop = replace(shop, commands=shop.commands | new)
            settings.keep_shop(asdict(shop))
    return shop


def clear_up(engine: Engine, shop: Shop) -> None:
    """After an import that was killed."""
    Intake(engine, shop, lambda: datetime.now(UTC)).clear_up()


def found_shop(settings: BenchSettings, engine: Engine, progress: Progress) -> Shop:
    if not settings.demo:
        return _write(engine, _empty_shop(spoken(settings.language), datetime.now(UTC)))
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


def _empty_shop(language: str, now: datetime) -> NewShop:
    """A shop of one's own: its mark, its commands, and rules as drafts.

    Nobody works there yet: who does is told in the first hour, or by `packstation people`.
    """
    shop = Shop(
        brand=Brand(name=NO_NAME_YET),
        mark=by_chance(MARK_LENGTH, ALPHABET[10:]),
        language=language,
        commands={new_command(): name for name in COMMANDS},
    )
    return NewShop(
        shop=shop,
        source="own",
        founded_at=now,
        packers=(),
        touches=(),
        rules=starter_rules(resources() / "rules"),
    )
