"""What a customer found in earlier parcels, as far as it holds the next touch back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from packstation.domain.customers import CustomerCard
from packstation.domain.rules import Rule, RuleClass
from packstation.domain.touches import Touch, TouchKind

YEAR: Final = 365
_BIRTHDAY: Final = "customer.birthday"
_INCIDENT: Final = "incident."


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    given: tuple[tuple[Touch, int], ...] = ()
    """(touch, days ago), the latest first."""
    retired: tuple[int, ...] = ()
    """Days ago of touches that the shop no longer keeps."""
    birthdays: tuple[int, ...] = ()
    """Days ago of what was given for a birthday."""
    by_rules: tuple[tuple[str, int], ...] = ()
    """(rule id, days ago) of what a rule brought."""
    made_good: tuple[int, ...] = ()
    """Days ago of what was to make up for something."""

    def of(self, kind: TouchKind) -> tuple[tuple[Touch, int], ...]:
        return tuple((touch, days) for touch, days in self.given if touch.kind is kind)

    def latest(self, kind: TouchKind) -> tuple[Touch, ...]:
        """What went in the last time one of ``kind`` did; several when on the same day."""
        of_kind = self.of(kind)
        return tuple(touch for touch, days in of_kind if days == of_kind[0][1])

    @property
    def visible_within_a_year(self) -> int:
        seen = (days for it, days in self.given if it.kind is not TouchKind.CHECK)
        return sum(days < YEAR for days in (*seen, *self.retired))


def past_of(
    card: CustomerCard | None, shelf: Mapping[str, Touch], rules: Iterable[Rule]
) -> Past:
    if card is None:
        return Past()
    known = [(shelf[key], days) for key, days in card.last_touches if key in shelf]
    wishes, amends = set[str](), set[str]()
    for rule in rules:
        wishes |= {rule.id} if is_for_a_birthday(rule) else set()
        amends |= {rule.id} if makes_good(rule) else set()
    return Past(
        given=tuple(sorted(known, key=lambda it: (it[1], it[0].key))),
        retired=tuple(days for key, days in card.last_touches if key not in shelf),
        birthdays=tuple(days for rule, days in card.last_rules if rule in wishes),
        by_rules=card.last_rules,
        made_good=tuple(days for rule, days in card.last_rules if rule in amends),
    )


def is_for_a_birthday(rule: Rule) -> bool:
    return any(it.fact.startswith(_BIRTHDAY) for it in rule.all + rule.any)


def makes_good(rule: Rule) -> bool:
    """Whether it is about something that went wrong before; a late parcel says sorry itself."""
    told = any(it.fact.startswith(_INCIDENT) for it in rule.all + rule.any)
    return told and rule.kind is RuleClass.RECOVERY
