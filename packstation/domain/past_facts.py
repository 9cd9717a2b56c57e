"""What a rule may ask of a customer's past: what went wrong, and which touches went in."""

from collections.abc import Callable
from typing import Final

from packstation.domain.background import Memory, PastIncident
from packstation.domain.customer_facts import remembered
from packstation.domain.fact import Audience, Fact, Look, Seen, Sensitivity, Source, declared
from packstation.domain.operators import FactType
from packstation.domain.scene import Scene

_NUMBER, _DAYS, _BOOL, _ENUM = (
    FactType.NUMBER,
    FactType.DAYS,
    FactType.BOOL,
    FactType.ENUM,
)
_TOUCH, _INCIDENT = Source.TOUCH, Source.INCIDENT
_INTERNAL, _BUYER, _PERSONAL = Audience.INTERNAL, Audience.BUYER, Sensitivity.PERSONAL
_YEAR: Final = 365

# ---- what went wrong


def _told(scene: Scene) -> tuple[PastIncident, ...] | None:
    """What had gone wrong by then, the latest first; None: nobody is known.

    Without background the card's one incident stands for all.
    """
    if scene.memory is not None:
        return scene.memory.incidents
    if scene.card is None:
        return None
    told = scene.incident
    if told is None:
        return ()
    return (
        PastIncident(
            cause=told.cause,
            days_since_reported=(scene.now.date() - told.reported_on).days,
            days_since_resolved=scene.days_since_solved,
            healed=told.healed,
        ),
    )


def _some(holds: Callable[[PastIncident], bool]) -> Look:
    def look(scene: Scene) -> bool | None:
        told = _told(scene)
        return None if told is None else any(map(holds, told))

    return look


def _last(look: Callable[[PastIncident], Seen]) -> Look:
    def of_last(scene: Scene) -> Seen:
        told = _told(scene)
        return look(told[0]) if told else None

    return of_last


def _days_since_resolved(scene: Scene) -> int | None:
    days = [it.days_since_resolved for it in _told(scene) or ()]
    return min((it for it in days if it is not None), default=None)


def _count_12m(scene: Scene) -> int | None:
    told = None if scene.memory is None else scene.memory.incidents
    return None if told is None else sum(it.days_since_reported < _YEAR for it in told)


_OF_INCIDENTS: Final = declared(
    (
        "incident.open",
        *(_BOOL, _INCIDENT, _BUYER, _PERSONAL),
        _some(lambda it: it.days_since_resolved is None),
    ),
    (
        "incident.recovery_owed",
        *(_BOOL, _INCIDENT, _BUYER, _PERSONAL),
        _some(lambda it: it.days_since_resolved is not None and not it.healed),
    ),
    (
        "incident.last_cause",
        *(_ENUM, _INCIDENT, _BUYER, _PERSONAL),
        _last(lambda it: it.cause or None),
    ),
    (
        "incident.severity",
        *(_NUMBER, _INCIDENT, _INTERNAL, _PERSONAL),
        _last(lambda it: it.severity),
    ),
    (
        "incident.days_since_resolved",
        *(_DAYS, _INCIDENT, _BUYER, _PERSONAL),
        _days_since_resolved,
    ),
    ("incident.count_12m", _NUMBER, _INCIDENT, _INTERNAL, _PERSONAL, _count_12m),
)

# ---- what went in


def _last_tier(memory: Memory) -> int | None:
    """Of the last sweet or gift: what is bigger than which, for the ladder."""
    return next((it.tier for it in memory.touches if it.kind == "treat"), None)


def _last_reaction(memory: Memory) -> str | None:
    """To the last touch that anybody said something about; "none": nobody ever did."""
    if not memory.touches:
        return None
    return next((it.reaction for it in memory.touches if it.reaction), "none")


_OF_TOUCHES: Final = declared(
    (
        "touch.last_value_tier",
        *(_NUMBER, _TOUCH, _INTERNAL, _PERSONAL),
        remembered(_last_tier),
    ),
    (
        "touch.last_reaction",
        *(_ENUM, _TOUCH, _INTERNAL, _PERSONAL),
        remembered(_last_reaction),
    ),
)


def _days(scene: Scene, name: str) -> list[int] | None:
    """How many days ago touches of that key or kind went in; None: nobody is known."""
    if scene.memory is not None:
        return [it.days_ago for it in scene.memory.touches if name in {it.key, it.kind}]
    if scene.card is None:
        return None
    return [days for key, days in scene.card.last_touches if key == name]


def _of_a_touch(key: str, kind: FactType, look: Look) -> Fact:
    return Fact(
        key=key, type=kind, source=_TOUCH, audience=_BUYER, sensitivity=_PERSONAL, look=look
    )


def _ever(key: str, name: str) -> Fact:
    def look(scene: Scene) -> bool | None:
        days = _days(scene, name)
        return None if days is None else bool(days)

    return _of_a_touch(key, _BOOL, look)


def _last_days_ago(key: str, name: str) -> Fact:
    return _of_a_touch(key, _DAYS, lambda scene: min(_days(scene, name) or (), default=None))


def _count(key: str, name: str, window: str) -> Fact:
    def look(scene: Scene) -> int | None:
        days = _days(scene, name)
        return None if days is None else sum(it < int(window) for it in days)

    return _of_a_touch(key, _NUMBER, look)


OF_THE_PAST: Final = (*_OF_INCIDENTS, *_OF_TOUCHES)
FACTS_OF_A_TOUCH: Final[dict[str, Callable[[str, str], Fact]]] = {
    "touch.ever": _ever,
    "touch.last_days_ago": _last_days_ago,
}
"""What is asked of one touch, or one kind of touch, that its key names after a colon."""
FACTS_OF_A_WINDOW: Final[dict[str, Callable[[str, str, str], Fact]]] = {"touch.count": _count}
"""The same within so many days, named after a second colon."""
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "incident.last_cause": ("missing", "wrong", "damaged", "late", "quality", "other"),
    "touch.last_reaction": ("liked", "none", "negative"),
}
