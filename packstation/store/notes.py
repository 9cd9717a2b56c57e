"""The notes that were written by hand, and the phrases that packers added to them."""

from collections import Counter
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from packstation.domain.notes_past import (
    LAST_OF_PACKER,
    SAME_STREET,
    USES_AMONG,
    NotesPast,
    Whose,
    Written,
)
from packstation.domain.own_phrases import OwnPhrase, Place
from packstation.store.base import Fetched
from packstation.store.rows import OrderRow, OwnPhraseRow, WrittenNoteRow
from packstation.store.search import place_of

_OF_YEAR: Final = 60
"""More notes than anybody gets within a year."""
_OF_STREET: Final = 400
_LONGEST: Final = 64

_NOTE = select(WrittenNoteRow.__table__)
_LATEST_FIRST = WrittenNoteRow.id.desc()
_WHOSE = select(OrderRow.customer_id, OrderRow.address, OrderRow.country).where(
    OrderRow.id == bindparam("order")
)
_OF_CUSTOMER = (
    _NOTE.where(WrittenNoteRow.customer_id == bindparam("customer"))
    .order_by(_LATEST_FIRST)
    .limit(_OF_YEAR)
)
_LAST_TO = (
    _NOTE.where(WrittenNoteRow.customer_id == bindparam("customer"))
    .order_by(_LATEST_FIRST)
    .limit(1)
)
_OF_PACKER = (
    _NOTE.where(WrittenNoteRow.packer_id == bindparam("packer"))
    .order_by(_LATEST_FIRST)
    .limit(LAST_OF_PACKER - 1)
)
_NEARBY = (
    _NOTE.where(
        WrittenNoteRow.postcode == bindparam("postcode"),
        WrittenNoteRow.written_on > bindparam("since"),
    )
    .order_by(WrittenNoteRow.written_on.desc(), _LATEST_FIRST)
    .limit(_OF_STREET)
)
_LATELY = select(WrittenNoteRow.opening, WrittenNoteRow.points, WrittenNoteRow.closing).where(
    WrittenNoteRow.id > select(func.max(WrittenNoteRow.id)).scalar_subquery() - USES_AMONG
)
_OF_ORDER = _NOTE.where(WrittenNoteRow.order_id == bindparam("order"))
_NOT_WRITTEN = delete(WrittenNoteRow).where(WrittenNoteRow.order_id == bindparam("order"))
_OWN = (
    select(OwnPhraseRow.__table__)
    .where(OwnPhraseRow.packer_id == bindparam("packer"), ~OwnPhraseRow.dropped)
    .order_by(OwnPhraseRow.id)
    .limit(500)
)
_DROP = (
    update(OwnPhraseRow)
    .where(
        OwnPhraseRow.id == bindparam("phrase_id"), OwnPhraseRow.packer_id == bindparam("packer")
    )
    .values(dropped=True)
)


class Notes:
    """What was written, by its phrases; never by its words or the minutes it took."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def past(self, order_id: int, packer_id: int, today: date) -> NotesPast:
        """What binds the order's note, if this packer writes it ``today``."""
        whose = self.whose(order_id, packer_id)
        return NotesPast(
            whose=whose,
            today=today,
            customer=self._customer(whose),
            packer=self._notes(_OF_PACKER, packer=packer_id),
            street=self._street(whose, today),
            uses=self._uses(),
        )

    def whose(self, order_id: int, packer_id: int) -> Whose:
        """To whom the order's note goes, if this packer writes it."""
        order = self._connection.execute(_WHOSE, {"order": order_id}).one()
        return Whose(packer_id, order.customer_id, _postcode(order))

    def last_to(self, customer_id: int) -> Written | None:
        """The last note this customer got, or gets with a parcel that is on its way."""
        return next(iter(self._notes(_LAST_TO, customer=customer_id)), None)

    def of_order(self, order_id: int) -> Written | None:
        """The note on this order's card, if one is written."""
        return next(iter(self._notes(_OF_ORDER, order=order_id)), None)

    def write(self, note: Written) -> None:
        """Keep that it stands on a card; an order has one card, the last that was written."""
        self.take_back(note.order_id)
        self._connection.execute(insert(WrittenNoteRow).values(_values(note)))

    def take_back(self, order_id: int) -> None:
        """The order's card will not be sent: nobody has read it."""
        self._connection.execute(_NOT_WRITTEN, {"order": order_id})

    def own_phrases(self, packer_id: int) -> tuple[OwnPhrase, ...]:
        rows = self._connection.execute(_OWN, {"packer": packer_id})
        return tuple(map(_own_phrase, rows))

    def keep_own(self, phrase: OwnPhrase) -> int:
        """Its number; ask ``refusal_of`` first whether it may be kept."""
        return self._connection.execute(
            insert(OwnPhraseRow)
            .values(
                packer_id=phrase.packer_id,
                place=phrase.place.value,
                point=phrase.key,
                language=phrase.language,
                phrase=phrase.text,
            )
            .returning(OwnPhraseRow.id)
        ).scalar_one()

    def drop_own(self, phrase_id: int, packer_id: int) -> None:
        """It joins no more drafts. Nobody drops what somebody else wrote."""
        self._connection.execute(_DROP, {"phrase_id": phrase_id, "packer": packer_id})

    def _customer(self, whose: Whose) -> tuple[Written, ...]:
        known = whose.customer_id is not None
        return self._notes(_OF_CUSTOMER, customer=whose.customer_id) if known else ()

    def _street(self, whose: Whose, today: date) -> tuple[Written, ...]:
        if not whose.postcode:
            return ()
        return self._notes(_NEARBY, postcode=whose.postcode, since=today - SAME_STREET)

    def _uses(self) -> Counter[str]:
        rows = self._connection.execute(_LATELY)
        used = (phrase for row in rows for phrase in (row.opening, *row.points, row.closing))
        return Counter(filter(None, used))

    def _notes(self, asked: Select[*tuple[Any, ...]], **values: object) -> tuple[Written, ...]:
        return tuple(map(_written, self._connection.execute(asked, values)))


def _postcode(order: Fetched) -> str:
    """The postcode with its town, so that it needs no rules of any country."""
    place = " ".join(place_of(order.address).casefold().split())
    return f"{order.country.casefold()} {place}"[:_LONGEST] if place else ""


def _written(row: Fetched) -> Written:
    return Written(
        order_id=row.order_id,
        whose=Whose(row.packer_id, row.customer_id, row.postcode),
        on=row.written_on,
        language=row.language,
        opening=row.opening,
        points=tuple(row.points),
        told=tuple(row.told),
        closing=row.closing,
        likeness=None if row.likeness is None else int(row.likeness, 16),
    )


def _values(note: Written) -> dict[str, object]:
    return {
        "order_id": note.order_id,
        "packer_id": note.whose.packer_id,
        "customer_id": note.whose.customer_id,
        "postcode": note.whose.postcode,
        "language": note.language,
        "opening": note.opening,
        "points": list(note.points),
        "told": list(note.told),
        "closing": note.closing,
        "likeness": None if note.likeness is None else f"{note.likeness:016x}",
        "written_on": note.on,
    }


def _own_phrase(row: Fetched) -> OwnPhrase:
    return OwnPhrase(
        id=row.id,
        packer_id=row.packer_id,
        place=Place(row.place),
        language=row.language,
        text=row.phrase,
        key=row.point,
    )
