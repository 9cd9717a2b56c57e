"""The station: takes scans and wishes in, keeps the bench, writes down what happened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from packstation.domain.bench import Away, Bench, Packing, Unattended
from packstation.domain.events import (
    Event,
    PlanMade,
    SealScanned,
    StutterScanned,
    TouchScanned,
)
from packstation.domain.outcomes import ReadTwice
from packstation.domain.packing import Step, advance
from packstation.domain.plans import plan
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import Shop
from packstation.station.here import Here
from packstation.station.recognise import event_of
from packstation.store.work import Work


class Station:
    """One bench. Inputs come in one at a time; each leads to one step."""

    def __init__(self, open_work: Callable[[], Work], shop: Shop, name: str) -> None:
        self._open_work = open_work
        self._shop = shop
        self._name = name
        self._last = Scan("", datetime.min.replace(tzinfo=shop.zone))
        self._seq = 0
        self._step: Step | None = None
        self.bench: Bench = Unattended()

    def resume(self) -> Bench:
        """Stand where the journal says this bench stood, whatever happened since."""
        with self._open_work() as work:
            work.journal.begin()
            resting, events = work.journal.read()
            last = work.journal.last()
            work.commit()
        self.bench, self._seq, self._step = resting, last, None
        self._fold(events)
        return self.bench

    def receive(self, given: Scan | Command) -> Step | None:
        """Take one input all the way: recognise it, advance the bench, write it down.

        None when nothing was scanned at all. An operation that was taken already is not taken
        twice: it answers the step as it stands. Raises whatever the database raises; the
        bench then stands where it stood, and the same operation may be given again.
        """
        with self._open_work() as work:
            self._catch_up(work)
            if given.op and work.journal.has(given.op):
                return self._step
            event = self._event(given, work)
            step = None
            if event is not None:
                events = self._planned_first(event, given.at, work)
                step = self._take(events, given.op or uuid4().hex, given.at, work)
        if isinstance(given, Scan):
            self._last = given
        return step

    def follow_up(self, now: datetime) -> Step | None:
        """What the bench does next by itself: plan the touches of an order just opened."""
        match self.bench:
            case Packing(plan=None) as packing:
                with self._open_work() as work:
                    if self._catch_up(work):
                        return self._step
                    planned = self._plan(packing, now, work)
                    return self._take((planned,), uuid4().hex, now, work)
            case _:
                return None

    def _planned_first(self, event: Event, at: datetime, work: Work) -> tuple[Event, ...]:
        """A jar or a seal that comes faster than the plan does not go without it."""
        match self.bench, event:
            case Packing(plan=None) as packing, TouchScanned() | SealScanned():
                return (self._plan(packing, at, work), event)
            case _:
                return (event,)

    def _plan(self, packing: Packing, now: datetime, work: Work) -> PlanMade:
        here = now.astimezone(self._shop.zone)
        rules, touches = work.settings.rules(), work.settings.touches()
        made = plan(rules, touches, packing.order, packing.card, here)
        return PlanMade(packing.order.id, made.suggestions)

    def _event(self, given: Scan | Command, work: Work) -> Event | None:
        if isinstance(given, Scan) and self._is_stutter(given.text, given.at):
            return StutterScanned(given.text.strip())
        return event_of(given, Here(self.bench, self._name, self._shop, work))

    def _is_stutter(self, text: str, at: datetime) -> bool:
        window = timedelta(milliseconds=self._shop.stutter_ms)
        return bool(text.strip()) and text == self._last.text and at - self._last.at < window

    def _take(self, events: tuple[Event, ...], op: str, at: datetime, work: Work) -> Step:
        """Advance by ``events``, the last of which is what ``op`` was about."""
        step, seq = Step(self.bench, ReadTwice("")), self._seq
        for event in events:
            step, seq = advance(step.bench, event), seq + 1
            work.journal.add(seq, op if event is events[-1] else uuid4().hex, event, at)
            for entry in step.entries:
                work.write(entry)
        match step.bench:
            case Packing() | Away(_, Packing()):
                pass  # folding still begins before this order was opened
            case resting:
                work.journal.rest(resting, seq)
        self._commit(work, op)
        # Only once it is safely written.
        self.bench, self._seq, self._step = step.bench, seq, step
        return step

    def _commit(self, work: Work, op: str) -> None:
        try:
            work.commit()
        except Exception:
            # Perhaps only the answer was lost, and not what it was about.
            if not self._is_written(op):
                raise

    def _is_written(self, op: str) -> bool:
        with self._open_work() as work:
            return work.journal.has(op)

    def _catch_up(self, work: Work) -> bool:
        """Take what was written though nobody heard so: the answer to a commit can be lost."""
        last = work.journal.last()
        if last == self._seq:
            return False
        self._fold(work.journal.since(self._seq))
        self._seq = last
        return True

    def _fold(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._step = advance(self.bench, event)
            self.bench = self._step.bench
