"""The station: takes scans and wishes in, keeps the bench, writes down what happened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce
from uuid import uuid4

from packstation.domain.bench import Away, Bench, Packing, Unattended
from packstation.domain.events import Event, PlanMade, StutterScanned
from packstation.domain.packing import Step, advance
from packstation.domain.plans import plan
from packstation.domain.rule_reading import rule_of
from packstation.domain.scans import Command, Scan
from packstation.domain.shop import Shop
from packstation.station.recognise import Here, event_of
from packstation.store.work import Work


class Station:
    """One bench. Inputs come in one at a time; each leads to one step."""

    def __init__(self, open_work: Callable[[], Work], shop: Shop, name: str) -> None:
        self._open_work = open_work
        self._shop = shop
        self._name = name
        self._last = Scan("", datetime.min.replace(tzinfo=shop.zone))
        self.bench: Bench = Unattended()

    def resume(self) -> Bench:
        """Stand where the journal says this bench stood, whatever happened since."""
        with self._open_work() as work:
            work.journal.begin()
            resting, events = work.journal.read()
            work.commit()
        self.bench = reduce(lambda bench, event: advance(bench, event).bench, events, resting)
        return self.bench

    def receive(self, given: Scan | Command) -> Step | None:
        """Take one input all the way: recognise it, advance the bench, write it down.

        None when nothing was scanned at all. Raises whatever the database raises; the bench
        then stands where it stood.
        """
        op = given.op or uuid4().hex
        with self._open_work() as work:
            event = self._event(given, work)
            if event is None:
                return None
            return self._take(event, op, given.at, work)

    def follow_up(self, now: datetime) -> Step | None:
        """What the bench does next by itself: plan the touches of an order just opened."""
        match self.bench:
            case Packing(plan=None, order=order, card=card):
                here = now.astimezone(self._shop.zone)
                with self._open_work() as work:
                    rules = tuple(map(rule_of, work.settings.rules()))
                    made = plan(rules, work.settings.touches(), order, card, here)
                    event = PlanMade(order.id, made.suggestions)
                    return self._take(event, uuid4().hex, now, work)
            case _:
                return None

    def _event(self, given: Scan | Command, work: Work) -> Event | None:
        if isinstance(given, Scan):
            stutter = self._is_stutter(given.text, given.at)
            self._last = given
            if stutter:
                return StutterScanned(given.text.strip())
        return event_of(given, Here(self.bench, self._name, self._shop, work))

    def _is_stutter(self, text: str, at: datetime) -> bool:
        window = timedelta(milliseconds=self._shop.stutter_ms)
        return bool(text.strip()) and text == self._last.text and at - self._last.at < window

    def _take(self, event: Event, op: str, at: datetime, work: Work) -> Step:
        step = advance(self.bench, event)
        seq = work.journal.add(op, event, at)
        for entry in step.entries:
            work.write(entry)
        match step.bench:
            case Packing() | Away(_, Packing()):
                pass  # folding still begins before this order was opened
            case resting:
                work.journal.rest(resting, seq)
        work.commit()
        self.bench = step.bench  # only once it is safely written
        return step
