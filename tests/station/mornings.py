"""A morning in a shop that writes notes: a table to write at, a bench to pack at."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from packstation.assemble import note_table
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.note_cards import Doing, NoteAhead, Table, TellCard
from packstation.domain.packing import Step
from packstation.domain.scans import Command, Scan, Wish
from packstation.domain.shop import Packer
from packstation.station.station import Station
from tests.note_shop import found_note_shop
from tests.small_shop import NOW

MARTA = Packer(1, "Marta")
JOAN = Packer(2, "Joan", language="en")


class Morning:
    """A table to write at and a bench to pack at, in one shop."""

    def __init__(
        self, home: Path, *orders: ArrivingOrder, people: dict[str, str] | None = None
    ) -> None:
        self.opened = found_note_shop(home, *orders, people=people)
        self.table = note_table(self.opened)
        self.station = Station(self.opened.write, self.opened.shop, "2")
        self.station.resume()
        self.at = NOW

    def lay(self, packer: Packer | None = MARTA) -> Table:
        return self.table.lay(packer, self.at)

    def note(self, number: str, packer: Packer | None = MARTA) -> NoteAhead:
        return next(it for it in self.lay(packer).notes if it.number == number)

    def tell(self, note: NoteAhead, doing: Doing = Doing.WRITE) -> NoteAhead | None:
        told = TellCard(MARTA, note.order_id, doing)
        return self.table.tell(told, self.at).now

    def scan(self, *codes: str) -> Step:
        steps = [self.station.receive(Scan(code, self._tick())) for code in codes]
        assert steps[-1] is not None
        return steps[-1]

    def wish(self, wish: Wish) -> Step:
        step = self.station.receive(Command(wish, self._tick()))
        assert step is not None
        return step

    def ask(self, statement: str, **values: object) -> list[tuple[object, ...]]:
        with self.opened.engine.begin() as connection:
            found = connection.execute(text(statement), values)
            return [tuple(row) for row in found] if found.returns_rows else []

    def change(self, number: str, **columns: object) -> None:
        """What the shop does to an order."""
        for name, value in columns.items():
            self.ask(
                f"UPDATE orders SET {name} = :value, revision = revision + 1"  # noqa: S608 (ours)
                " WHERE number = :number",
                value=value,
                number=number,
            )

    @property
    def written(self) -> int:
        return len(self.ask("SELECT id FROM written_notes"))

    def _tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


Begin = Callable[..., Morning]
