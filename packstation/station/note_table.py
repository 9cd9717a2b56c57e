"""The note table: notes worth writing for the orders that wait, the soonest to leave first.

It is laid a few orders at a time, so that whoever else wants the database or this thread never
waits long. Reading is one short transaction, writing what was found another.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from packstation.domain import note_cards as cards
from packstation.domain.note_cards import CardState, NoteAhead, NoteCard, OffTable, Table
from packstation.domain.note_pools import Pools
from packstation.domain.shop import Packer, Shop
from packstation.station.note_draws import Wanted, Writing
from packstation.store.work import Work

MOST: Final = 60
"""Orders that are looked at: a morning's."""
SLICE: Final = 3
"""Orders in one go."""
_WAITS: Final = frozenset({"open", "parked"})
_GONE: Final = frozenset({"packed", "shipped"})
_STANDS_BACK: Final = {"cancelled": OffTable.CANCELLED, "held": OffTable.HELD}
_ON_CARD: Final = frozenset({CardState.WRITTEN, CardState.TAKEN_BACK, CardState.ASIDE})


@dataclass(frozen=True, slots=True)
class _Found:
    """What became of one order's card: ``now`` takes the place of ``before``."""

    order_id: int
    before: NoteCard | None
    now: NoteCard | None
    shown: NoteAhead | None = None


class NoteTable:
    """Everything here is done beside the scans, by whoever sits down to write."""

    def __init__(
        self,
        open_work: Callable[[], Work],
        open_reading: Callable[[], Work],
        shop: Shop,
        load: Callable[[], Pools],
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._shop = shop
        self._load = load

    def begin(self, packer: Packer | None, now: datetime, most: int = MOST) -> Table:
        """What must go off the table; the ``rest`` is looked at by ``go_on``."""
        with self._open_reading() as work:
            lying = work.note_cards.all()
            waiting = work.note_cards.waiting(most)
            writing = self._writing(work, packer, now)
            found = tuple(it for one in lying for it in _stood_back(one, writing))
        self._keep(found)
        beyond = (it.order_id for it, standing in lying if standing in _WAITS)
        rest = tuple(dict.fromkeys((*waiting, *beyond)))
        off = tuple(it.shown for it in found if it.shown is not None)
        return Table(packer=packer, notes=off, rest=rest)

    def go_on(self, table: Table, now: datetime, most: int = SLICE) -> Table:
        """``table`` with the next orders looked at; it is laid once its ``rest`` is empty."""
        looked, rest = table.rest[:most], table.rest[most:]
        with self._open_reading() as work:
            writing = self._writing(work, table.packer, now)
            # The first slice learns what lies there for orders that come later.
            planned = table.planned or writing.offered()
            found = []
            for order_id in looked:
                it = _look(order_id, replace(writing, planned=planned))
                found.append(it)
                if it.now is not None and it.now != it.before:
                    others = (note for note in planned if note.order_id != order_id)
                    planned = (*others, writing.as_planned(it.now))
        late = self._keep(found)
        kept = (it for it in found if it.order_id not in late)
        shown = tuple(it.shown for it in kept if it.shown is not None)
        return replace(
            table, notes=(*table.notes, *shown), rest=(*late, *rest), planned=planned
        )

    def lay(self, packer: Packer | None, now: datetime, most: int = MOST) -> Table:
        """The whole table in one go, for whoever has the time."""
        table = self.begin(packer, now, most)
        while table.rest:
            table = self.go_on(table, now)
        return table

    def tell(self, told: cards.TellCard, now: datetime) -> cards.CardTold:
        """What a hand did with one card. One that is not there any more changes nothing."""
        with self._open_reading() as work:
            writing = self._writing(work, told.packer, now)
            card = work.note_cards.of_order(told.order_id)
            found = None if card is None else _done(card, told.doing, writing)
        if found is None:
            return cards.CardTold(told.order_id, None)
        if self._keep((found,)):  # somebody else was faster: this is how it lies there now
            looked = self.go_on(Table(packer=told.packer, rest=(told.order_id,)), now)
            return cards.CardTold(told.order_id, next(iter(looked.notes), None))
        return cards.CardTold(told.order_id, found.shown)

    def _writing(self, work: Work, packer: Packer | None, now: datetime) -> Writing:
        here = now.astimezone(self._shop.zone)
        return Writing(work=work, shop=self._shop, load=self._load, packer=packer, now=here)

    def _keep(self, found: Sequence[_Found]) -> tuple[int, ...]:
        """Write what has changed; the answer are orders whose card changed meanwhile."""
        changed = [it for it in found if it.now != it.before]
        if not changed:
            return ()
        late = []
        with self._open_work() as work:
            for it in changed:
                if work.note_cards.of_order(it.order_id) == it.before:
                    _write(it, self._shop.mark, work)
                else:
                    late.append(it.order_id)
            work.commit()
        return tuple(late)


def _write(found: _Found, mark: str, work: Work) -> None:
    card = found.now
    if card is None:
        work.note_cards.drop(found.order_id)
        return
    work.note_cards.lay(card, mark)
    kept = work.notes.of_order(found.order_id)
    if card.state is CardState.WRITTEN and kept is None:
        whose = work.notes.whose(found.order_id, card.note.whose.packer_id)
        work.notes.write(replace(card.note, whose=whose))
    elif card.state is CardState.TAKEN_BACK:
        work.notes.take_back(found.order_id)


def _stood_back(lying: tuple[NoteCard, str], writing: Writing) -> Iterator[_Found]:
    """The card of an order that does not wait any more; nothing for one that does."""
    card, standing = lying
    if standing in _WAITS or standing == "claimed":
        return
    written = card.state in _ON_CARD or writing.kept(card.order_id) is not None
    off = _STANDS_BACK.get(standing)
    if off is OffTable.HELD and (card.state is CardState.ASIDE or not written):
        return  # it waits with its order
    if off is None or not written or card.state is CardState.ASIDE:
        yield _Found(card.order_id, card, None)
        return
    back = replace(card, state=CardState.TAKEN_BACK)
    order = writing.order(card.order_id)
    yield _Found(card.order_id, card, back, writing.off(back, order, off))


def _look(order_id: int, writing: Writing) -> _Found:
    """Whether the order's note is worth writing, and what lies on the table for it."""
    card, kept = writing.work.note_cards.of_order(order_id), writing.kept(order_id)
    order = writing.order(order_id)
    if card is not None and (card.state in _ON_CARD or kept is not None):
        fits = order.points and cards.fits(kept or card.note, order.points)
        if fits and card.note.language == order.language:
            there = replace(card, state=CardState.WRITTEN, revision=order.revision)
            return _Found(order_id, card, there, writing.shown(there, order))
        back = replace(card, state=CardState.TAKEN_BACK)
        return _Found(order_id, card, back, writing.off(back, order, OffTable.CHANGED))
    if kept is not None or not order.points:
        return _Found(order_id, card, None)
    if card is not None and writing.may_stay(card, order):
        there = replace(card, revision=order.revision)
        return _Found(order_id, card, there, writing.shown(there, order))
    drawn = writing.draw(order, turn=0 if card is None else card.turn + 1)
    return _Found(order_id, card, drawn, _shown(drawn, order, writing))


def _done(card: NoteCard, doing: cards.Doing, writing: Writing) -> _Found:
    order = writing.order(card.order_id)
    if order.state in _GONE:  # sealed while its card lay here: nobody will read this one
        return _Found(card.order_id, card, None)
    now: NoteCard | None = card
    match doing:
        case cards.Doing.WRITE:
            now = writing.as_written(card)
        case cards.Doing.ANOTHER:
            others = tuple(it for it in writing.offered() if it.order_id != card.order_id)
            fresh = replace(writing, planned=others)
            now = fresh.draw(order, turn=card.turn, another=card.another + 1) or card
        case cards.Doing.TAKE_OFF:
            if order.state == "held":
                return _Found(card.order_id, card, replace(card, state=CardState.ASIDE))
            waits = order.state in _WAITS
            now = writing.draw(order, turn=card.turn + 1) if waits else None
    return _Found(card.order_id, card, now, _shown(now, order, writing))


def _shown(card: NoteCard | None, order: Wanted, writing: Writing) -> NoteAhead | None:
    return None if card is None else writing.shown(card, order)
