"""Practising: the whole bench once more, on a shop that lies in a folder of its own and goes.

Nothing of it can count, because nothing of it ever meets the real shop: another database,
another journal, another queue, other slips. What is copied in is the brand, and one person.
"""

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from packstation.arguments import spoken
from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder, Printer
from packstation.domain.people import Person
from packstation.domain.practice import practice_shop
from packstation.domain.scans import Command, SignIn
from packstation.domain.shop import Packer
from packstation.domain.trial import NO_BENCH
from packstation.places import resources
from packstation.station.code_papers import practice_texts
from packstation.store.engine import open_engine
from packstation.store.founding import found, lay_out
from packstation.words.words import Words, load


class PracticeParts(BenchParts):
    """What goes tonight needs no copy."""

    def keep_safe(self, now: datetime) -> None:
        del now


def for_packer(opened: Opened, printer: Printer, packer: Packer) -> BenchParts:
    """A practice bench for ``packer``, as they are known by now, in their language."""
    with opened.read() as work:
        people = work.people.everybody()
    person = next(it for it in people if it.id == packer.id)
    words = load(spoken(opened.settings.language, person.language), resources())
    return open_practice(opened, person, printer, words, datetime.now(UTC))


def open_practice(
    opened: Opened, person: Person, printer: Printer, words: Words, now: datetime
) -> BenchParts:
    """A bench with the practice order waiting and ``person`` signed in; its close ends it all.

    ``printer`` may be a real one: the slip says that it is practice. A folder is not: what is
    practice stays out of the shop's own slips.
    """
    with ExitStack() as so_far:
        folder = so_far.enter_context(TemporaryDirectory(prefix="packstation-practice-"))
        home = Path(folder)
        database = f"sqlite:///{home / 'practice.db'}"
        settings = replace(
            opened.settings, home=home, database=database, bench=NO_BENCH, demo=False
        )
        engine = open_engine(database)
        so_far.callback(engine.dispose)
        with opened.read() as work:
            shop = work.settings.shop() or opened.shop
        new = practice_shop(shop, person, practice_texts(words), now)
        lay_out(engine)
        with engine.begin() as connection:
            found(connection, new)
        inside = Opened(settings, engine, new.shop)
        out = printer if printer.name else Folder(settings.slips)
        parts = PracticeParts(inside, out, so_far.pop_all().close)
    parts.resume(now)
    parts.receive(Command(SignIn(1, ""), now))
    return parts
