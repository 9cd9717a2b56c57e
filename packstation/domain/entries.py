"""What a step says must be written down: the store does it, in the step's own transaction."""

from dataclasses import dataclass
from datetime import datetime

from packstation.domain.bench import Parked
from packstation.domain.notes_past import Written
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import OwnPhrase
from packstation.domain.records import PackingRecord


@dataclass(frozen=True, slots=True)
class Kept:
    """To be written: the parcel is packed, numbered, and its slip waits for paper."""

    record: PackingRecord


@dataclass(frozen=True, slots=True)
class Released:
    """To be written: the order waits again for any bench."""

    order_id: int


@dataclass(frozen=True, slots=True)
class HeldBack:
    """To be written: nobody packs the order until somebody with the right releases it."""

    order_id: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """To be written: the order waits with what is in its box."""

    order_id: int
    parked: Parked


@dataclass(frozen=True, slots=True)
class Voided:
    """To be written: this slip no longer tells what is in its parcel."""

    slip_number: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAsked:
    """To be written: one more paper of a slip is wanted; copy 0 is the original."""

    slip_number: str
    copy: int
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """To be written: this print job did not become paper, and waits for it again."""

    job: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """To be written: somebody saw what came of this print job."""

    job: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """To be written: this note stands on the card of its order."""

    note: Written


@dataclass(frozen=True, slots=True)
class NoteTakenBack:
    """To be written: the order's card will not be sent."""

    order_id: int


@dataclass(frozen=True, slots=True)
class OpenerKept:
    """To be written: who opens the order's parcel, as told at a bench; None: not told."""

    order_id: int
    opener: Opener | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeKept:
    """To be written: the code stands for ``units`` pieces of a product from now on."""

    code: str
    product_id: int
    units: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PhraseKept:
    """To be written: a phrase of one's own joins one's drafts."""

    phrase: OwnPhrase


Entry = (
    Kept
    | Released
    | HeldBack
    | PutAside
    | Voided
    | CopyAsked
    | PaperAsked
    | PaperSeen
    | NoteWritten
    | NoteTakenBack
    | OpenerKept
    | CodeKept
    | PhraseKept
)
