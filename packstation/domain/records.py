"""What was packed, by whom and when: written once, never changed.

A record has a sealed core, which names things by id and holds no personal word, and a
personal part, which can be erased one day: the core only holds its salted commitment, so
its digest stays true. The slip is drawn from the record and from nothing else.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from packstation.domain.shop import Brand, Stroke
from packstation.domain.touches import TouchKind
from packstation.domain.trial import NO_BENCHES


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedLine:
    line_id: int
    sku: str
    name: str
    variant: str = ""
    ordered: int
    packed: int
    by_hand: bool = False
    """At least one piece was confirmed without a scan."""
    kit: str = ""
    """The name of the kit this is a part of."""
    problem: str = ""
    """Why fewer went in than were ordered; empty when none is missing."""
    reason: str = ""
    instead_of: str = ""
    """What was ordered, when this went in as a substitute."""
    traces: tuple[tuple[str, str], ...] = ()
    """(serial, lot or expiry, its value), as scanned or typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTouch:
    key: str
    kind: TouchKind
    name: str
    """In the customer's language."""
    on_slip: bool
    rule: str
    heals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What can be erased without breaking the seal."""

    customer_name: str
    called: str = ""
    recipient: str = ""
    gift_message: str = ""
    packer_name: str
    signature: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What is sealed for ever."""

    slip_number: str
    slip_code: str
    proof: str
    """Random: whoever names number and proof holds a slip of ours."""
    bench: str
    order_id: int
    order_number: str
    order_code: str
    revision: int
    parcel: int = 1
    customer_id: int | None
    packer_id: int
    opened_at: datetime
    sealed_at: datetime
    language: str
    brand: Brand
    gift: bool
    lines: tuple[PackedLine, ...]
    touches: tuple[GivenTouch, ...] = ()
    touches_left: tuple[str, ...] = ()
    """Keys of touches that were suggested and did not go in."""
    replaces: str = ""
    """The number of the void slip this one replaces."""
    put_aside: int = 0
    """Wrong or extra pieces that were scanned and confirmed to be out of the box."""
    not_taken: tuple[str, ...] = ()
    """What the shop had changed (a noticed.Part, or "other"): packed as it was opened."""
    commitment: str

    @property
    def is_trial(self) -> bool:
        """Whether it was signed for practice, or to try the printer: nobody gets it."""
        return self.bench in NO_BENCHES

    @property
    def pieces(self) -> int:
        return sum(line.packed for line in self.lines)

    @property
    def ordered(self) -> int:
        return sum(line.ordered for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackingRecord:
    """The one source for the slip in the parcel and for the call months later."""

    core: Core
    personal: Personal
    salt: str

    @property
    def digest(self) -> str:
        """SHA-256 of the core in canonical JSON, as 64 hex digits."""
        return hashlib.sha256(_canonical(self.core)).hexdigest()

    @property
    def opened_by(self) -> str:
        """The name of whoever opens the parcel; empty when it might be somebody else.

        Who gives a present may well have it sent home first: then nobody is greeted.
        """
        personal = self.personal
        sent_on = personal.recipient.strip()
        to_the_buyer = sent_on.casefold() in {"", personal.customer_name.strip().casefold()}
        if self.core.gift or not to_the_buyer:
            return "" if to_the_buyer else sent_on
        return personal.called

    @property
    def untouched(self) -> bool:
        """Whether the personal part is still the one that was sealed."""
        return self.core.commitment == commit(self.personal, self.salt)


def commit(personal: Personal, salt: str) -> str:
    """The commitment to ``personal``: SHA-256 over ``salt`` and its canonical JSON."""
    return hashlib.sha256(salt.encode() + _canonical(personal)).hexdigest()


def _canonical(value: Core | Personal) -> bytes:
    values = asdict(value)
    brand = values.get("brand")
    if brand is not None and not brand["logo"]:
        del brand["logo"]  # what was sealed before there were logos keeps its digest
    if not values.get("not_taken", True):
        del values["not_taken"]  # so does what was sealed before anybody was told of changes
    return json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain
    ).encode()


def _plain(value: Any) -> str:  # noqa: ANN401 (json hands over whatever it cannot write)
    if isinstance(value, datetime):
        return value.isoformat()
    msg = f"a record cannot hold {value!r}"
    raise TypeError(msg)


class PrintState(StrEnum):
    """Where a slip's printing stands. A jam never changes what was packed."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A slip on its way to paper."""

    id: int
    slip_number: str
    order_number: str
    state: PrintState
    copy: int = 0
    """0 is the original; the papers after it are copies, marked and numbered from 2."""
    attempts: int = 0
    reason: str = ""
    """Why it failed, as domain.printing.Trouble stores it."""
    where: str = ""
    """The printer's own name for it, or its file in the folder of slips."""
    seen_by: str = ""
    """Who saw that it came out, when the printer could not tell."""

    @property
    def is_file(self) -> bool:
        """Whether it went into the folder: a printer's name for a job ends in a number."""
        return self.where.endswith(".pdf")


@dataclass(frozen=True, slots=True)
class Copy:
    """A slip printed again: ``reason`` is one of domain.printing.Again, or somebody's words."""

    number: int
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Parcel:
    """A sealed parcel as one looks at it later: the record and where its paper is."""

    record: PackingRecord
    job: PrintJob | None = None
    void_because: str = ""
    """Why its slip is void; empty while it is the parcel's own."""
    copies: tuple[Copy, ...] = ()
    """The first before the last."""

    @property
    def in_doubt(self) -> bool:
        """Whether nobody knows if its slip came out."""
        unknown = self.job is not None and self.job.state is PrintState.UNKNOWN
        return unknown and not self.void_because


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What the header says of the printer, at one moment."""

    printer: str = ""
    """Its name; empty while slips go into a folder."""
    folder: str = ""
    waiting: int = 0
    failed: int = 0
    """Slips that did not come out: their parcels are packed, a retry is offered."""
    perhaps: int = 0
    """Slips that may have come out: only a person who looks can tell."""
    reason: str = ""
    """Why one of them did not, as domain.printing.Trouble stores it."""
    doubt: Parcel | None = None
    """The parcel whose slip a person is asked about first."""
