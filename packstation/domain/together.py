"""What does not go together in one parcel, as a table an owner could read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from packstation.domain.guards import Candidate
from packstation.domain.rules import RuleClass, Slot


@dataclass(frozen=True, slots=True)
class Some:
    """The touches in ``slot``, of rules of ``kind`` if one is named."""

    slot: Slot
    kind: RuleClass | None = None

    def has(self, it: Candidate) -> bool:
        return it.slot is self.slot and self.kind in {None, it.rule.kind}


APART: Final[Sequence[tuple[Some, Some]]] = (
    # One present is a present; two are a bargain.
    (Some(Slot.TREAT), Some(Slot.GIFT)),
    # Whoever apologises sells nothing.
    (Some(Slot.NOTE, RuleClass.RECOVERY), Some(Slot.INSERT, RuleClass.CAMPAIGN)),
)

ROOM: Final[dict[Slot, int]] = {Slot.INSERT: 2}
"""Touches a slot has room for, where it is not one."""


def apart(one: Candidate, other: Candidate) -> bool:
    """Whether they spoil each other."""
    return any(
        (these.has(one) and those.has(other)) or (these.has(other) and those.has(one))
        for these, those in APART
    )
