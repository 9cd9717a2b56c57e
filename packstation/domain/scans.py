"""What reaches the bench from a hand: a code that was scanned, or a wish that was pressed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Scan:
    """The text a scanner read, to the letter, and when.

    ``us`` is the same burst as a US keyboard would have typed it: the second reading of a
    scanner that does not speak this computer's layout. Empty when nothing else is known.
    ``op`` names the operation, so that a repeated one is found; empty: the station names it.
    """

    text: str
    at: datetime
    us: str = ""
    op: str = ""


class Reply(StrEnum):
    """What became of a suggested touch."""

    GIVEN = "given"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A name was picked and its PIN typed. The PIN goes no further than the check."""

    packer_id: int
    pin: str

    def __repr__(self) -> str:
        return f"SignIn({self.packer_id})"  # a PIN never reaches a log


@dataclass(frozen=True, slots=True)
class SignOut:
    pass


@dataclass(frozen=True, slots=True)
class Lock:
    """Somebody stepped away, or nobody has touched the bench for a while."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Sign and print."""


@dataclass(frozen=True, slots=True)
class Undo:
    pass


@dataclass(frozen=True, slots=True)
class PutBack:
    """Leave the order for later: it waits again, with nothing counted."""


@dataclass(frozen=True, slots=True)
class OpenOrder:
    order_id: int


@dataclass(frozen=True, slots=True)
class AnswerTouch:
    key: str
    reply: Reply


Wish = SignIn | SignOut | Lock | Seal | Undo | PutBack | OpenOrder | AnswerTouch


@dataclass(frozen=True, slots=True)
class Command:
    """A wish from key, button or screen, and when; ``op`` as in Scan."""

    wish: Wish
    at: datetime
    op: str = ""
