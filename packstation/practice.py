"""Practising: the whole bench once more, on a shop that lies in a folder of its own and goes.

Nothing of it can count, because nothing of it ever meets the real shop: another database,
another journal, another queue, other slips. What is copied in is the brand, and one person.
"""

from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from packstation.arguments import spoken
from packstation.assemble import BenchParts, Opened
from packstation.devices.printers import Folder, Printer, find_printer
from packstation.domain.people import Person
from packstation.domain.practice import practice_shop
from packstation.domain.scans import Command, SignIn
from packstation.domain.shop import Packer
from packstation.domain.trial import no_bench
from packstation.places import resources
from packstation.settings import as_it_is_now
from packstation.station.code_papers import practice_texts
from packstation.store.engine import open_engine
from packstation.store.founding import found, lay_out
from packstation.words.words import Words, load


class PracticeParts(BenchParts):
    """What goes tonight needs no copy."""

    def keep_safe(self, now: datetime) -> None:
        del now


def for_packer(opened: Opened, packer: Packer) -> BenchParts:
    """A practice bench for ``packer``, with the printer and the language of by now.

    Raises SettingsBroken when the bench's own file cannot be read.
    """
    here = as_it_is_now(opened.settings)  # the printer was chosen three steps ago
    with opened.read() as work:
        people = work.people.everybody()
    person = next(it for it in people if it.id == packer.id)
    words = load(spoken(here.language, person.language), resources())
    printer = find_printer(here.printer, here.media, here.slips)
    return open_practice(
        replace(opened, settings=here), person, printer, words, datetime.now(UTC)
    )


_PREFIX: Final = "packstation-practice-"
_OLD: Final = timedelta(days=1)


def _clear_left_behind(now: datetime) -> None:
    """Of a practice that was killed: a name and a signature lie in it."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # somebody else's, or gone meanwhile
            if now.timestamp() - folder.stat().st_mtime > _OLD.total_seconds():
                rmtree(folder)


def open_practice(
    opened: Opened, person: Person, printer: Printer, words: Words, now: datetime
) -> BenchParts:
    """A bench with the practice order waiting and ``person`` signed in; its close ends it all.

    ``printer`` may be a real one: the slip says that it is practice. A folder is not: what is
    practice stays out of the shop's own slips.
    """
    with ExitStack() as so_far:
        end = so_far.enter_context(ExitStack())
        _clear_left_behind(now)
        folder = end.enter_context(TemporaryDirectory(prefix=_PREFIX))
        home, bench = Path(folder), no_bench(words.language)
        database = f"sqlite:///{home / 'practice.db'}"
        settings = replace(
            opened.settings, home=home, database=database, bench=bench, demo=False
        )
        engine = open_engine(database)
        end.callback(engine.dispose)
        new = practice_shop(opened.shop_by_now(), person, practice_texts(words), now)
        lay_out(engine)
        with engine.begin() as connection:
            found(connection, new)
        inside = Opened(settings, engine, new.shop)
        out = printer if printer.name else Folder(settings.slips)
        parts = PracticeParts(inside, out, end.close)
        parts.resume(now)
        parts.receive(Command(SignIn(1, ""), now))
        so_far.pop_all()
    return parts
