"""The station: takes scans and wishes in, keeps the bench, writes down what happened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from packstation.domain import outcomes as out
from packstation.domain.asking import seals_by_itself
from packstation.domain.bench import Away, Bench, Free, Packing, Unattended
from packstation.domain.decisions import decision_of
from packstation.domain.events import (
    Event,
    PlanMade,
    SealScanned,
    StutterScanned,
    SurpriseGiven,
    TouchScanned,
)
from packstation.domain.notes_past import Written
from packstation.domain.packing import Step, advance
from packstation.domain.plans import plan
from packstation.domain.records import Parcel
from packstation.domain.scans import Command, Lock, Scan, Seal
from packstation.domain.shop import IDLE, Shop
from packstation.station.here import Here, nothing_said
from packstation.station.readings import burst_of, raw_form
from packstation.station.recognise import events_of
from packstation.station.typed import storable
from packstation.store.journal import Cause
from packstation.store.work import Work

Given = Scan | Command
NOTHING: Final = ("", None)


class Station:
    """One bench. Inputs come in one at a time; each leads to one step."""

    def __init__(
        self,
        open_work: Callable[[], Work],
        shop: Shop,
        name: str,
        in_short: Callable[[Written, str], str] = nothing_said,
    ) -> None:
        self._open_work = open_work
        self._shop = shop
        self._name = name
        self._in_short = in_short
        self._last = Scan("", datetime.min.replace(tzinfo=shop.zone))
        self._seq = 0
        self._step: Step | None = None
        self._slip = ""
        self._doing: Given | None = None
        self._unheard: tuple[str, Given | None] = ("", None)
        """An operation that failed, when nobody could say whether it was written after all."""
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

    def lock_if_left(self, now: datetime) -> Bench:
        """After a restart: a bench left for as long as locks an idle one comes up locked."""
        with self._open_work() as work:
            last_at = work.journal.last_at()
        if last_at is None or now - last_at < IDLE:
            return self.bench
        if isinstance(self.bench, Free | Packing):
            self.receive(Command(Lock(), now))
        return self.bench

    def receive(self, given: Given) -> Step | None:
        """Take one input all the way: recognise it, advance the bench, write it down.

        None when nothing was scanned at all. An operation that was taken already is not taken
        twice: it answers the step as it stands. Raises whatever the database raises; the
        bench then stands where it stood, and the same may be given again. If it was written
        all the same, whatever else is given next only hears of that.
        """
        given = storable(given)
        self._doing = given
        with self._open_work() as work:
            self._catch_up(work)
            known = bool(given.op) and work.journal.has(given.op)
            before = self._heard_by_now(work)
            if known or (before is not None and _is_same(given, before)):
                return self._step
            if before is not None and not _leaves(given):
                return Step(self.bench, out.WasWritten())
            events = self._events(given, work)
            step = None
            if events:
                events = self._planned_first(events, given.at, work)
                cause = Cause(given.op or uuid4().hex, given.at, raw_form(given))
                step = self._take(events, cause, work)
        self._last = burst_of(given) or self._last
        return step

    def _heard_by_now(self, work: Work) -> Given | None:
        """What failed, as far as anybody knew, and was written all the same.

        Whoever was told so does it once more, under a new name: it counts once. Or does
        something else first, and would do it twice if nobody said that it counts.
        """
        op, before = self._unheard
        written = before is not None and work.journal.has(op)
        self._unheard = NOTHING
        return before if written else None

    def follow_up(self, now: datetime) -> Step | None:
        """What the bench does next by itself: plan the touches of an order just opened."""
        match self.bench:
            case Packing(plan=None) as packing:
                self._doing = None
                with self._open_work() as work:
                    if self._catch_up(work):
                        return self._step
                    planned = self._plan(packing, now, work)
                    return self._take((planned,), Cause(uuid4().hex, now), work)
            case _:
                return None

    def _planned_first(
        self, events: tuple[Event, ...], at: datetime, work: Work
    ) -> tuple[Event, ...]:
        """A jar or a seal that comes faster than the plan does not go without it."""
        match self.bench, events[-1]:
            case Packing(
                plan=None
            ) as packing, TouchScanned() | SealScanned() | SurpriseGiven():
                return (self._plan(packing, at, work), *events)
            case _:
                return events

    def _plan(self, packing: Packing, now: datetime, work: Work) -> PlanMade:
        here = now.astimezone(self._shop.zone)
        rules, touches = work.settings.ruleset(), work.settings.touches()
        scene = work.scene(packing.order, packing.card, here)
        made = plan(rules, touches, scene, self._shop.giving)
        work.decisions.add(decision_of(made, rules, scene))
        return PlanMade(packing.order.id, made.suggestions)

    def _events(self, given: Given, work: Work) -> tuple[Event, ...]:
        if isinstance(given, Scan) and self._is_stutter(given.text, given.at):
            return (StutterScanned(given.text.strip()),)
        return events_of(given, self._here(self.bench, work))

    def _here(self, bench: Bench, work: Work) -> Here:
        return Here(bench, self._name, self._shop, work, self._slip, self._in_short)

    def _is_stutter(self, text: str, at: datetime) -> bool:
        window = timedelta(milliseconds=self._shop.stutter_ms)
        return bool(text.strip()) and text == self._last.text and at - self._last.at < window

    def _take(self, events: tuple[Event, ...], cause: Cause, work: Work) -> Step:
        """Advance by ``events``, the last of which is what ``cause`` was about."""
        step, seq = Step(self.bench, out.ReadTwice("")), self._seq
        for event in events:
            step, seq = advance(step.bench, event), seq + 1
            mine = cause if event is events[-1] else Cause(uuid4().hex, cause.at)
            _write(step, seq, event, mine, work)
        seal = self._seal_by_itself(step, cause.at, work)
        if seal is not None:
            step, seq = advance(step.bench, seal), seq + 1
            _write(step, seq, seal, Cause(uuid4().hex, cause.at), work)
        match step.bench:
            case Packing() | Away(_, Packing()):
                pass  # folding still begins before this order was opened
            case resting:
                work.journal.rest(resting, seq)
        self._commit(work, cause.op)
        # Only once it is safely written.
        self.bench, self._seq, self._step = step.bench, seq, step
        self._slip = slip_in_sight(step.outcome, self._slip)
        return step

    def _seal_by_itself(self, step: Step, at: datetime, work: Work) -> Event | None:
        """The seal of a parcel with nothing left to do, where the owner chose that."""
        if not (self._shop.seal_by_itself and seals_by_itself(step.bench, step.outcome)):
            return None
        # As if somebody had pressed it: the shop may have changed the order meanwhile, or say
        # so. Then that comes instead.
        return events_of(Command(Seal(), at), self._here(step.bench, work))[0]

    def _commit(self, work: Work, op: str) -> None:
        try:
            work.commit()
        except Exception:
            # Perhaps only the answer was lost, and not what it was about. If that cannot be
            # found out either, it must be before the same is done once more.
            self._unheard = (op, self._doing)
            if not self._is_written(op):
                raise
            self._unheard = NOTHING

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
            self._slip = slip_in_sight(self._step.outcome, self._slip)


def _write(step: Step, seq: int, event: Event, cause: Cause, work: Work) -> None:
    work.journal.add(seq, event, cause)
    for entry in step.entries:
        work.write(entry)


def _is_same(one: Given, other: Given) -> bool:
    """Whether a hand did the same: scanned the same code, or pressed for the same."""
    match burst_of(one), burst_of(other), one, other:
        case Scan(text), Scan(again), _, _:
            return text == again
        case None, None, Command(wish), Command(again):
            return wish == again
        case _:
            return False


def _leaves(given: Given) -> bool:
    """Who steps away is away, whatever there is to say."""
    return isinstance(given, Command) and isinstance(given.wish, Lock)


def slip_in_sight(outcome: out.Outcome, before: str) -> str:
    """Whose slip a printed command is about once ``outcome`` is shown."""
    match outcome:
        case out.SlipShown(parcel) | out.PackedBefore(_, Parcel() as parcel):
            return parcel.record.core.slip_number
        case out.CopyPrints(parcel) | out.PrintsAgain(parcel) | out.CameOut(parcel):
            return parcel.record.core.slip_number
        case out.StillPrinting(parcel) | out.AsksIfOut(parcel):
            return parcel.record.core.slip_number
        case out.Sealed(record):
            return record.core.slip_number
        case out.ReadTwice() | out.NoDoubt():
            return before
        case _:
            return ""
