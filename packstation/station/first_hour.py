"""How far a shop's first hour is, and the door of its office."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from packstation.domain.first_hour import (
    NO_NAME_YET,
    TOLD_BY_HAND,
    ComeIn,
    EnterOffice,
    PathShown,
    StayOut,
)
from packstation.domain.new_pins import shortest_pin
from packstation.domain.office import Chapter
from packstation.domain.pins import check_pin
from packstation.domain.shop import Packer
from packstation.station.wishes import TRIES, WAIT
from packstation.store.work import Work

_KEY: Final = "first_hour"


class FirstHour:
    """What is done is read from the shop itself where it shows there."""

    def __init__(
        self, open_work: Callable[[], Work], open_reading: Callable[[], Work], bench: str
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._bench = bench

    def path(self) -> PathShown:
        with self._open_reading() as work:
            shop, people = work.settings.shop(), work.people.all()
            shown = {
                Chapter.SHOP: shop is not None and shop.brand.name != NO_NAME_YET,
                Chapter.PEOPLE: bool(people),
                Chapter.ORDERS: work.queue.any_order(),
            }
            told = work.settings.kept(_KEY)
        by_hand = {step for step in TOLD_BY_HAND if self._bench in _benches(told, step)}
        return PathShown(
            frozenset(by_hand | {step for step, done in shown.items() if done}), people
        )

    def mark_done(self, chapter: Chapter) -> None:
        """A printer and a scanner are each bench's own, so it is kept for this one."""
        with self._open_work() as work:
            told = work.settings.kept(_KEY)
            benches = {*_benches(told, chapter), self._bench}
            work.settings.keep(_KEY, told | {chapter.value: sorted(benches)})
            work.commit()

    def enter(self, asked: EnterOffice, who: Packer | None, now: datetime) -> ComeIn | StayOut:
        """Wrong PINs are counted as at the bench: five, then five minutes of rest."""
        if who is None:
            return StayOut()
        with self._open_work() as work:
            known = work.people.pin_check(who.id)
            if known is None or not known.packer.is_owner:
                return StayOut(owner=False)
            resting = known.missed_at is not None and now - known.missed_at < WAIT
            misses = known.misses if resting else 0
            if misses >= TRIES:
                return StayOut(0)
            right = check_pin(asked.pin, known.stored)
            if not right:
                work.people.note_misses(who.id, misses + 1, now)
            elif known.misses:
                work.people.note_misses(who.id, 0, None)
            work.commit()
        if not right:
            return StayOut(TRIES - misses - 1)
        return ComeIn(known.packer, short_pin=0 < len(asked.pin) < shortest_pin("owner"))


def _benches(told: dict[str, Any], chapter: Chapter) -> Iterator[str]:
    """Those that have done it, as far as can be read: a hand may have changed it."""
    found = told.get(chapter.value)
    return (it for it in (found if isinstance(found, list) else ()) if isinstance(it, str))
