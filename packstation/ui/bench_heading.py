"""What the packing screen's header says: how far the box is, and how long until it leaves."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from packstation.domain.bench import Packing
from packstation.ui.header import Header, Heading
from packstation.words.card_phrases import bench as bench_named
from packstation.words.card_phrases import counted
from packstation.words.cut_off import leaves
from packstation.words.words import Words


class BenchHeading:
    """Tells ``header`` anew whenever order, minute or name of the bench change."""

    def __init__(self, header: Header, words: Words) -> None:
        self._header, self._words = header, words
        self._zone = ZoneInfo("UTC")
        self._bench: Packing | None = None
        self._now: datetime | None = None
        self._name = ""
        self._heading = Heading(title="")

    def show_bench(self, bench: Packing, words: Words, zone: ZoneInfo) -> None:
        new = self._bench is None or self._bench.order is not bench.order
        new = new or words is not self._words
        self._bench, self._words, self._zone = bench, words, zone
        if new:
            self._begin()
        self._count()

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
        bench = self._bench
        if bench is not None:
            done = counted(bench.in_box, bench.order.pieces, self._words)
            self._header.show_heading(replace(self._heading, beside=done))

    def _begin(self) -> None:
        """Say all that stays the same until the next order or minute."""
        bench, words = self._bench, self._words
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
