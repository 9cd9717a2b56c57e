"""How the note table draws: an order looked up as at the bench, and one draft chosen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from packstation.domain.codes import note_code
from packstation.domain.note_cards import CardState, NoteAhead, NoteCard, OffTable
from packstation.domain.note_pools import Pools, Tone
from packstation.domain.notes import Asked, ForBuyer, ForRecipient, same_draft, three_drafts
from packstation.domain.notes_past import Written
from packstation.domain.scene import Scene
from packstation.domain.shop import Packer, Shop
from packstation.domain.touches import Suggestion, TalkingPoint
from packstation.station.note_cards import note_for
from packstation.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An order as the note table sees it; ``note`` is None where none is worth writing."""

    scene: Scene
    state: str
    note: Suggestion | None

    @property
    def points(self) -> tuple[TalkingPoint, ...]:
        return () if self.note is None else self.note.points

    @property
    def revision(self) -> int:
        return self.scene.order.revision

    @property
    def language(self) -> str:
        """As phrases have it: without its country."""
        return self.scene.order.language.partition("-")[0].partition("_")[0].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Somebody at the note table, and all that is looked up for it in one transaction."""

    work: Work
    shop: Shop
    load: Callable[[], Pools]
    packer: Packer | None
    now: datetime
    """In the shop's zone."""
    planned: tuple[Written, ...] = field(default=())
    """What lies on the table: the next draft must not sound like it."""

    @property
    def packer_id(self) -> int:
        return 0 if self.packer is None else self.packer.id

    def kept(self, order_id: int) -> Written | None:
        return self.work.notes.of_order(order_id)

    def order(self, order_id: int) -> Wanted:
        """Planned by the very card and rules it will meet at the bench."""
        order, customer_id = self.work.orders.snapshot(order_id)
        known = self.work.customers
        card = None if customer_id is None else known.card(customer_id, order, self.now)
        scene = self.work.scene(order, card, self.now)
        state = self.work.orders.state(order_id)
        note = note_for(scene, self.shop.giving, self.work)
        return Wanted(scene=scene, state=state, note=note)

    def offered(self) -> tuple[Written, ...]:
        """What lies on the table to be written, the soonest to leave first."""
        lying = (card for card, _ in self.work.note_cards.all())
        return tuple(self.as_planned(it) for it in lying if it.state is CardState.OFFERED)

    def as_planned(self, card: NoteCard) -> Written:
        """As if whoever sits here had written it today."""
        whose = self.work.notes.whose(card.order_id, self.packer_id)
        return replace(card.note, whose=whose, on=self.now.date())

    def as_written(self, card: NoteCard) -> NoteCard:
        return replace(card, note=self.as_planned(card), state=CardState.WRITTEN)

    def may_stay(self, card: NoteCard, order: Wanted) -> bool:
        """Whether it still tells the truth, and would not sound like others of this hand."""
        if self._same(card, order) is None:
            return False
        mine = card.note.whose.packer_id == self.packer_id
        return mine or self._asked(order).past.may_open(card.note.opening)

    def draw(self, order: Wanted, *, turn: int, another: int = 0) -> NoteCard | None:
        """One draft for it, chosen by how often others were asked for; None: there is none."""
        if order.note is None:
            return None
        asked = self._asked(order)
        round_ = replace(asked, past=asked.past.plus(self._others(order)), another=another // 3)
        drafts = three_drafts(order.scene, order.points, round_).drafts
        if not drafts:
            return None
        draft = drafts[another % 3 % len(drafts)]
        return NoteCard(
            note=draft.written(asked.past, self.now.date()),
            touch=order.note.touch.key,
            revision=order.revision,
            turn=turn,
            another=another,
        )

    def shown(self, card: NoteCard, order: Wanted) -> NoteAhead:
        """As it lies on the table; without its words where they are a colleague's own."""
        draft = self._same(card, order)
        bare = self._bare(card, order)
        if draft is None:
            return bare
        return replace(bare, text=draft.text, gloss=draft.gloss, words=draft.words)

    def off(self, card: NoteCard, order: Wanted, why: OffTable) -> NoteAhead:
        """As it has to go off the table."""
        return replace(self._bare(card, order), points=(), off=why)

    def _bare(self, card: NoteCard, order: Wanted) -> NoteAhead:
        here, called = order.scene.order, order.scene.card
        return NoteAhead(
            order_id=card.order_id,
            number=here.number,
            called=(called.called if called is not None else "") or here.customer_name,
            code=note_code(self.shop.mark, card.order_id, card.turn),
            leaves_at=here.leaves_at,
            points=order.points,
            language=card.note.language,
            for_buyer=order.scene.for_buyer,
            state=card.state,
        )

    def _same(self, card: NoteCard, order: Wanted) -> ForBuyer | ForRecipient | None:
        return same_draft(order.scene, order.points, card.note, self._asked(order))

    def _others(self, order: Wanted) -> tuple[Written, ...]:
        mine = order.scene.order.id
        return tuple(note for note in self.planned if note.order_id != mine)

    def _asked(self, order: Wanted) -> Asked:
        packer = self.packer
        order_id = order.scene.order.id
        return Asked(
            past=self.work.notes.past(order_id, self.packer_id, self.now.date()),
            pools=self.load(),
            tone=Tone(self.shop.tone),
            gloss=self.shop.language if packer is None else packer.language,
            own=() if packer is None else self.work.notes.own_phrases(packer.id),
        )
