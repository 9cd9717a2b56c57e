"""What the packing screen's header says: how far the box is, and how long until it leaves."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from packstation.domain.bench import Packing
from packstation.ui.header import Header, Heading
from packstation.words.card_phrases import bench as bench_named
from packstation.words.cut_off import leaves
from packstation.words.words import Words


class BenchHeading:
    """Tells ``header`` anew whenever order, minute or name of the bench change."""

    def __init__(self, header: Header, words: Words) -> None:
        self._header, self._words = header, words
        self._zone = ZoneInfo("UTC")
        self._bench: Packing | None = None
        self._now: datetime | None = None
        self._name = self._in_box = ""
        self._heading = Heading(title="")
        self._rehearsed: Heading | None = None

    def show_bench(self, bench: Packing, words: Words, zone: ZoneInfo, in_box: str) -> None:
        """``in_box`` says how far the box is."""
        new = self._bench is None or self._bench.order is not bench.order
        new = new or words is not self._words
        self._bench, self._words, self._zone, self._in_box = bench, words, zone, in_box
        if new:
            self._begin()
        self._count()

    def rehearse(self, in_box: str) -> None:
        """Paint ahead how far the box will be."""
        self._rehearsed = replace(self._heading, beside=in_box)
        self._header.rehearse(self._rehearsed)

    def show_clock(self, now: datetime) -> None:
        """Tell the minutes to the cut-off anew; ``now`` is aware, in any zone."""
        minute = now.replace(second=0, microsecond=0)
        if minute != self._now:
            self._now = minute
            self._begin()
            self._count()

    def name_bench(self, name: str) -> None:
        self._name = name
        self._begin()
        self._count()

    def _count(self) -> None:
        """All that a scan changes."""
        if self._bench is None:
            return
        rehearsed = self._rehearsed
        if rehearsed is None or rehearsed.beside != self._in_box:
            rehearsed = replace(self._heading, beside=self._in_box)
        self._header.show_heading(rehearsed)

    def _begin(self) -> None:
        """Say all that stays the same until the next order or minute."""
        bench, words = self._bench, self._words
        self._rehearsed = None
        if bench is None:
            return
        order = bench.order
        at, now = order.leaves_at, self._now
        until = here = None
        if at is not None and now is not None:
            until, here = at.astimezone(self._zone), now.astimezone(self._zone)
        self._heading = Heading(
            title=words("Order {number}", number=order.number),
            leaves=leaves(until, here, words) if until and here else "",
            hurry=until.date() <= here.date() if until and here else self._heading.hurry,
            carrier=order.carrier,
            name=bench.packer.name,
            bench=bench_named(self._name, words),
        )
