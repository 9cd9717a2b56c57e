"""The shop and the people who pack in it, as far as bench and paper need to know them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from packstation.domain.giving import Giving

IDLE: Final = timedelta(minutes=5)
"""After so long without any input a bench locks; the order in hand keeps its counts."""

Stroke = tuple[tuple[float, float], ...]
"""One line of the pen: points in a box of 1 wide and 1/3 high, y downwards."""


@dataclass(frozen=True, slots=True)
class Packer:
    """Someone who packs. ``name`` is the one this person chose to be signed with."""

    id: int
    name: str
    language: str = "es"
    signature: tuple[Stroke, ...] = ()
    role: str = "packer"
    """packer or owner: some things only an owner may do."""
    has_pin: bool = True
    """Without one, the name alone signs in."""

    @property
    def is_owner(self) -> bool:
        return self.role == "owner"

    @property
    def may_release(self) -> bool:
        """Whether this person may let a held order go."""
        return self.is_owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """How the shop looks on paper: frozen into every record by value, with its version."""

    version: int = 1
    name: str
    contact: str = ""
    answer_link: str = ""
    """Where the slip's QR leads the customer; ``{parcel}`` and ``{proof}`` are filled in."""
    zone: str = "Europe/Madrid"
    logo: str = ""
    """Under which name its picture is kept; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """What all benches of one shop share."""

    brand: Brand
    mark: str
    language: str = "es"
    commands: dict[str, str] = field(default_factory=dict)
    """Body of a printed command code -> its name in COMMANDS."""
    stutter_ms: int = 100
    seal_by_itself: bool = False
    """Whether a parcel with nothing left to do is signed and printed unasked."""
    learn_codes: bool = False
    """Whether everybody who packs may say what an unknown code stands for."""
    tone: str = "tu"
    """How notes speak to a customer, where a language makes a choice of it: tu, usted."""
    giving: Giving = field(default_factory=Giving)
    """How much of itself it puts into a parcel."""

    def lets_learn(self, packer: Packer) -> bool:
        """Whether ``packer`` may say what an unknown code stands for."""
        return self.learn_codes or packer.role == "owner"

    @property
    def new_commands(self) -> tuple[str, ...]:
        """Those of a later version than printed the shop's sheet: they have no code yet."""
        return tuple(name for name in COMMANDS if name not in self.commands.values())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.brand.zone)


COMMANDS = (
    "seal",
    "undo",
    "put_back",
    "park",
    "hold",
    "lock",
    "sign_out",
    "reprint_jammed",
    "reprint_torn",
    "reprint_lost",
    "slip_came_out",
    "slip_not_out",
    "opened_by_buyer",
    "opened_by_other",
    "opener_unknown",
    "learn",
    "missing",
)
"""The commands printed as codes, in the order of the sheet."""
