"""A bench of the shop whose parcels carry notes, with the desk that drafts them."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from packstation.domain.bench import Packing
from packstation.domain.handwritten import Chosen
from packstation.domain.note_sheet import NoteSheet, chosen
from packstation.domain.notes_past import Written
from packstation.domain.packing import Step
from packstation.domain.scans import Command, Scan, Wish
from packstation.places import resources
from packstation.station.note_desk import NoteDesk
from packstation.station.station import Station
from packstation.words.note_pools import load_pools
from tests.shop_with_notes import found_shop_with_notes
from tests.small_shop import MARTA, NOW


class Bench:
    """A station and its note desk at the small shop; each input a second after the last."""

    def __init__(self, home: Path) -> None:
        self.opened = found_shop_with_notes(home)
        self.at = NOW
        self.desk = NoteDesk(
            self.opened.read, self.opened.shop, partial(load_pools, resources())
        )
        self.restart()

    def restart(self) -> None:
        opened = self.opened
        self.station = Station(opened.write, opened.shop, "2", self.desk.in_short)
        self.station.resume()

    def scan(self, *codes: str) -> Step:
        return [self._take(code) for code in codes][-1]

    def press(self, wish: Wish) -> Step:
        return self._take(wish)

    def open(self, number: str) -> None:
        self.scan(MARTA, number)
        self.station.follow_up(self.at)

    def sheet(self, another: int = 0) -> NoteSheet:
        sheet = self.desk.sheet(self.station.bench, self.packing.order.id, another, self.at)
        assert sheet is not None
        return sheet

    def choose(self, place: int = 0) -> Chosen:
        return chosen(self.sheet().drafts[place])

    def note(self, number: str) -> Written | None:
        with self.opened.read() as work:
            (order_id,) = work.orders.numbered(number)
            return work.notes.of_order(order_id)

    @property
    def packing(self) -> Packing:
        assert isinstance(self.station.bench, Packing)
        return self.station.bench

    def _take(self, given: str | Wish) -> Step:
        self.at += timedelta(seconds=1)
        what = Scan(given, self.at) if isinstance(given, str) else Command(given, self.at)
        step = self.station.receive(what)
        assert step is not None
        return step
