"""What hands do at a bench, told as lists: each operation by itself, and a whole day."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from packstation.domain import scans
from packstation.domain.codes import note_code
from packstation.domain.founding import NewShop
from packstation.domain.handwritten import Chosen
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import Place
from packstation.domain.scans import Problem, Reply, Wish
from packstation.domain.touches import Touch, TouchKind
from tests.shop_with_notes import a_shop_with_notes
from tests.small_shop import (
    CAME_OUT,
    CUP,
    JAMMED,
    LOCK,
    MARK,
    MARTA,
    NOT_OUT,
    PILAR,
    POT,
    PUT_BACK,
    SEAL,
    SHARED,
    SIGN_OUT,
    SWEETS,
    TEA,
    TORN,
    UNDO,
    a_new_shop,
    an_arriving_order,
)


class Own(Enum):
    """What the bench does by itself."""

    PLAN = auto()
    PRINT = auto()
    SAYS = auto()
    """An import says something of order 1042."""
    PERHAPS = auto()
    """A slip is printed, and the printer cannot tell whether it came out."""
    LAY = auto()
    """Somebody sits down at the note table."""
    WRITE = auto()
    """The card of NOTED is written there."""
    ANOTHER = auto()
    TAKE_OFF = auto()


Input = str | Wish | Own
"""A code that is scanned, a wish that is pressed, or something of the bench's own."""

_OPEN: Final = (MARTA, "1042", Own.PLAN)
NEW: Final = "CUP-77"
"""A code of the small cups that nobody knows yet; Pilar may say what it is."""
_ASKED: Final = (PILAR, "1042", Own.PLAN, NEW)
_ALL_IN: Final = (*_OPEN, POT, CUP, CUP, CUP, TEA)
_SEALED: Final = (*_ALL_IN, SWEETS, SEAL)
_FIRST_SLIP: Final = "2-26-000001"

OPERATIONS: Final[dict[str, tuple[Input, ...]]] = {
    "sign in": (MARTA,),
    "sign out": (MARTA, SIGN_OUT),
    "lock": (*_OPEN, POT, LOCK),
    "come back": (*_OPEN, POT, LOCK, MARTA),
    "open": (MARTA, "1042"),
    "open by a piece": (MARTA, POT),
    "plan": _OPEN,
    "count": (*_OPEN, POT),
    "count the last": _ALL_IN,
    "type a count": (*_OPEN, CUP, scans.TypeCount(3)),
    "count by hand what must be scanned": (*_OPEN, scans.CountByHand(0)),
    "undo": (*_OPEN, POT, CUP, UNDO),
    "scan what is wrong": (*_OPEN, "8412345678912"),
    "scan what nobody knows": (*_OPEN, "whatever"),
    "ask what it is": (*_ASKED, scans.Learn()),
    "say what it is": (*_ASKED, scans.Learn(0)),
    "learn a code": (*_ASKED, scans.Learn(0), NEW),
    "learn a pack too large": (*_ASKED, scans.Learn(0, 6), NEW),
    "scan another instead": (*_ASKED, scans.Learn(0), "OTHER-77"),
    "undo what was learned": (*_ASKED, scans.Learn(0), NEW, UNDO),
    "use what was learned": (*_ASKED, scans.Learn(0), NEW, NEW),
    "say which piece it is": (*_OPEN, SHARED, scans.TellPiece(1)),
    "give a touch": (*_ALL_IN, SWEETS),
    "decline a touch": (*_ALL_IN, scans.AnswerTouch("sweets-lemon", Reply.NOT_TODAY)),
    "tell a problem": (*_OPEN, scans.TellProblem(0, Problem.MISSING)),
    "substitute": (*_OPEN, scans.Substitute(0, "8412345678912", "roto")),
    "hold back": (*_OPEN, POT, scans.HoldBack("falta")),
    "park": (*_OPEN, POT, scans.Park("luego")),
    "go on with the parked": (*_OPEN, POT, scans.Park("luego"), "1042"),
    "ask before it is put back": (*_OPEN, POT, PUT_BACK),
    "put back": (*_OPEN, POT, PUT_BACK, PUT_BACK),
    "hear of a change": (*_OPEN, POT, Own.SAYS, CUP),
    "take a change in": (*_OPEN, POT, Own.SAYS, CUP, scans.TakeNews()),
    "put back what has changed": (*_OPEN, Own.SAYS, PUT_BACK),
    "hold what has changed": (*_OPEN, POT, Own.SAYS, scans.HoldBack("falta")),
    "go on with what has changed": (*_OPEN, POT, scans.Park("luego"), Own.SAYS, "1042"),
    "seal as it was": (*_ALL_IN, SWEETS, Own.SAYS, SEAL, SEAL),
    "seal": _SEALED,
    "print": (*_SEALED, Own.PRINT),
    "print again": (*_SEALED, Own.PRINT, scans.Reprint(_FIRST_SLIP, "roto")),
    "print a second copy": (*_SEALED, Own.PRINT, JAMMED, Own.PRINT, TORN),
    "say that it came out": (*_SEALED, Own.PERHAPS, CAME_OUT),
    "say that it did not": (*_SEALED, Own.PERHAPS, NOT_OUT),
    "reopen": (*_SEALED, scans.Reopen(_FIRST_SLIP, "queda una")),
    "seal again": (*_SEALED, scans.Reopen(_FIRST_SLIP, "queda una"), Own.PLAN, SEAL),
    "release without the right": (MARTA, scans.Release(4)),
}
"""Each with what comes before it; the operation itself is the last."""

NOTED: Final = 6
"""The id of order 1050, in the shop that writes notes."""
CARD: Final = note_code(MARK, NOTED, 0)
_NOTED: Final = (MARTA, "1050", Own.PLAN)
_BY_A_DRAFT: Final = scans.AnswerTouch(
    "note",
    Reply.GIVEN,
    Chosen(
        order_id=NOTED, language="es", opening="warm", point="second_order.again", closing="hug"
    ),
)
_WRITTEN: Final = (*_NOTED, _BY_A_DRAFT)
_CARD_SEALED: Final = (Own.LAY, Own.WRITE, *_NOTED, CARD, TEA, SEAL, SEAL)
_SURPRISE: Final = scans.Surprise("postcard")
_SURPRISED: Final = (*_NOTED, TEA, _SURPRISE, SEAL, SEAL)
_PHRASE: Final = scans.KeepPhrase(place=Place.CLOSING, language="es", text="Hasta muy pronto.")

WITH_NOTES: Final[dict[str, tuple[Input, ...]]] = {
    "write with a draft": _WRITTEN,
    "write the same again": (*_WRITTEN, UNDO, _BY_A_DRAFT),
    "undo a note": (*_WRITTEN, UNDO),
    "no note after all": (*_WRITTEN, scans.AnswerTouch("note", Reply.NOT_TODAY)),
    "put back a written note": (*_WRITTEN, PUT_BACK, PUT_BACK),
    "park a written note": (*_WRITTEN, scans.Park("luego")),
    "seal a note": (*_WRITTEN, TEA, SEAL, SEAL),
    "seal without the note": (*_WRITTEN, TEA, UNDO, UNDO, TEA, SEAL, SEAL),
    "reopen a note": (*_WRITTEN, TEA, SEAL, SEAL, scans.Reopen(_FIRST_SLIP, "x")),
    "write at the table": (Own.LAY, Own.WRITE),
    "another draft at the table": (Own.LAY, Own.ANOTHER),
    "take a written card off": (Own.LAY, Own.WRITE, Own.TAKE_OFF),
    "scan a written card": (Own.LAY, Own.WRITE, *_NOTED, CARD),
    "undo a draft in the card's place": (Own.LAY, Own.WRITE, *_NOTED, CARD, _BY_A_DRAFT, UNDO),
    "scan a card nobody told of": (Own.LAY, *_NOTED, CARD),
    "undo a card nobody told of": (Own.LAY, *_NOTED, CARD, UNDO),
    "open by a card": (Own.LAY, MARTA, CARD),
    "seal with its card": _CARD_SEALED,
    "reopen with its card": (*_CARD_SEALED, scans.Reopen(_FIRST_SLIP, "x")),
    "tell who opens": (MARTA, "1052", Own.PLAN, scans.TellOpener(Opener.BUYER)),
    "undo who opens": (MARTA, "1052", Own.PLAN, scans.TellOpener(Opener.BUYER), UNDO),
    "an own surprise": (*_NOTED, _SURPRISE),
    "undo a surprise": (*_NOTED, _SURPRISE, UNDO),
    "seal a surprise": _SURPRISED,
    "reopen a surprise": (*_SURPRISED, scans.Reopen(_FIRST_SLIP, "x")),
    "keep a phrase": (*_NOTED, _PHRASE),
}
"""The same in a shop that writes notes and lets its packers give something of their own."""

_POSTCARD: Final = Touch(
    key="postcard",
    kind=TouchKind.CARD,
    names=(("es", "Postal"), ("en", "Postcard")),
    code="POSTCARD",
    cost_cents=90,
    on_hand=2,
)

PARCELS: Final = 120
DAY_ORDERS: Final = tuple(
    an_arriving_order(f"{5000 + n}", *lines)
    for n, lines in zip(
        range(PARCELS),
        (
            (("TAZ-002", 2), ("TE-100", 1)),
            (("TET-001", 1),),
            (("TE-100", 3), ("TET-001", 1), ("TAZ-002", 1)),
        )
        * (PARCELS // 3),
        strict=True,
    )
)
_CODES: Final = {"TAZ-002": CUP, "TE-100": TEA, "TET-001": POT}


def inputs(story: str) -> tuple[Input, ...]:
    return _DAY if story == "day" else (OPERATIONS | WITH_NOTES)[story]


def shop_of(story: str) -> NewShop:
    """Where it happens."""
    return a_shop_with_notes(_POSTCARD) if story in WITH_NOTES else a_new_shop()


def _day() -> Iterator[Input]:
    """Every parcel of DAY_ORDERS, with the slips and slips of the hand a day has."""
    yield MARTA
    for n, order in enumerate(DAY_ORDERS):
        yield order.number
        yield Own.PLAN
        if n % 5 == 1:
            yield PUT_BACK
            yield order.number
        pieces = [_CODES[line.sku] for line in order.lines for _ in range(line.quantity)]
        yield from pieces
        if n % 3 == 0:
            yield from (UNDO, "nobody knows this", pieces[-1])
        if n % 7 == 3:
            yield from (LOCK, MARTA)
        yield scans.AnswerTouch("sweets-lemon", Reply.NOT_TODAY)
        yield SEAL
        if n % 4 == 0:
            yield Own.PRINT


_DAY: Final = tuple(_day())
