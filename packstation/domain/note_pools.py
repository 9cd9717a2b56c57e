"""What a note may be put together from, in one language: read strictly, checked whole."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Generic

from packstation.domain.json_parts import Part, RuleBroken
from packstation.domain.known import Buyer, Reader_contra, Recipient, known_to_recipient
from packstation.domain.note_words import count_words, slots
from packstation.domain.talking_points import FAVOURITE, MILESTONE, POINTS, REBUY, RECOVERY
from packstation.domain.touches import TalkingPoint

LEAST_OPENINGS, LEAST_CLOSINGS, LEAST_WORDINGS = 12, 8, 3
LONGEST: Final = {"openings": 16, "points": 22, "closings": 12}
"""In words, slots counted as one."""
SLOTS: Final = {
    RECOVERY: frozenset({"product"}),
    FAVOURITE: frozenset({"product"}),
    REBUY: frozenset({"product"}),
    MILESTONE: frozenset({"count"}),
}
_SECTIONS: Final = (
    "language",
    "tone",
    "openings",
    "points",
    "closings",
    "not_with",
    "numbers",
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}", re.ASCII)
_NO_BREAK: Final = "\u00a0"
_NOT_TEXT: Final = re.compile(r"[\[\]{}<>%@#]|https?:")


class Tone(StrEnum):
    """How the reader is spoken to, where a language makes a choice of it."""

    PLAIN = "plain"
    TU = "tu"
    USTED = "usted"


class PoolBroken(ValueError):
    """A file of phrases cannot be used. ``pointer`` leads to what is wrong in it."""

    def __init__(self, pointer: str, reason: str) -> None:
        super().__init__(f"{pointer or 'the phrases'}: {reason}")
        self.pointer = pointer
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Reader_contra]):
    """``id`` is the same in every language; the type says who may read it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Parts(Generic[Reader_contra]):
    """All that a note to one kind of reader can be put together from."""

    openings: tuple[Phrase[Reader_contra], ...]
    wordings: Mapping[str, tuple[Phrase[Reader_contra], ...]]
    """By talking point."""
    closings: tuple[Phrase[Reader_contra], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """The phrases of one language and tone."""

    language: str
    tone: Tone
    for_buyer: Parts[Buyer]
    for_recipient: Parts[Recipient]
    numbers: Mapping[str, str]
    """"10" -> "ten": how a count is written in ink."""
    not_with: Mapping[str, frozenset[str]]
    """By talking point or wording: the openings and closings that do not suit it."""

    def texts(self) -> dict[str, str]:
        """Every phrase by its id."""
        parts = self.for_buyer
        said = (*parts.openings, *parts.closings, *_all(parts.wordings))
        return {phrase.id: phrase.text for phrase in said}


@dataclass(frozen=True, slots=True)
class Pools:
    """Every language there is. Raises PoolBroken unless all have the same phrases."""

    pools: tuple[Pool, ...]

    def __post_init__(self) -> None:
        everywhere = set().union(*(pool.texts() for pool in self.pools))
        for pool in self.pools:
            if missing := everywhere - pool.texts().keys():
                raise PoolBroken(f"{pool.language} {pool.tone}", f"{min(missing)} is missing")

    def find(self, language: str, tone: Tone = Tone.PLAIN) -> Pool | None:
        """In ``tone``, where ``language`` has it; None for a language without phrases."""
        spoken = language.partition("-")[0].partition("_")[0].lower()
        found = [pool for pool in self.pools if pool.language == spoken]
        return next((pool for pool in found if pool.tone is tone), found[0] if found else None)


def read_pool(text: str) -> Pool:
    """The phrases in the TOML ``text``. Raises PoolBroken."""
    try:
        return _pool(Part("", tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        raise PoolBroken("", f"it is not TOML: {error}") from error
    except RuleBroken as error:
        raise PoolBroken(error.pointer, error.reason) from error


def _pool(whole: Part) -> Pool:
    parts = whole.fields(_SECTIONS)
    openings, closings = (_by_reader(parts[key], key) for key in ("openings", "closings"))
    wordings = _wordings(parts["points"])
    pool = Pool(
        language=_language(parts["language"]),
        tone=parts["tone"].one_of(Tone),
        for_buyer=Parts(_both(openings), wordings, _both(closings)),
        for_recipient=Parts(_anyone(openings), _open_to_all(wordings), _anyone(closings)),
        numbers=_numbers(parts["numbers"]),
        not_with=_not_with(parts["not_with"]),
    )
    _enough(parts["openings"], pool.for_recipient.openings, LEAST_OPENINGS)
    _enough(parts["closings"], pool.for_recipient.closings, LEAST_CLOSINGS)
    _known(parts["not_with"], pool)
    return pool


_ByReader = tuple[dict[str, str], dict[str, str]]
"""What anyone may read, and what only the buyer may."""


def _by_reader(part: Part, kind: str) -> _ByReader:
    readers = part.fields(("anyone", "buyer"))
    anyone, buyer = (
        dict(_phrases(readers[key], kind, f"{kind}.")) for key in ("anyone", "buyer")
    )
    if twins := anyone.keys() & buyer.keys():
        raise part.broken(f"{min(twins)!r} stands there twice")
    return anyone, buyer


def _both(said: _ByReader) -> tuple[Phrase[Buyer], ...]:
    return tuple(Phrase(key, text) for texts in said for key, text in texts.items())


def _anyone(said: _ByReader) -> tuple[Phrase[Recipient], ...]:
    return tuple(Phrase(key, text) for key, text in said[0].items())


def _wordings(part: Part) -> dict[str, tuple[Phrase[Buyer], ...]]:
    wordings: dict[str, tuple[Phrase[Buyer], ...]] = {
        key: tuple(Phrase(*it) for it in _phrases(section, "points", f"{key}."))
        for key, section in part.fields(POINTS).items()
    }
    for key, phrases in wordings.items():
        # What went wrong is not always told of one product.
        always = [it for it in phrases if key != RECOVERY or not slots(it.text)]
        _enough(part, always, LEAST_WORDINGS)
    return wordings


def _open_to_all(
    wordings: Mapping[str, tuple[Phrase[Buyer], ...]],
) -> dict[str, tuple[Phrase[Recipient], ...]]:
    return {
        key: tuple(Phrase(it.id, it.text) for it in phrases)
        for key, phrases in wordings.items()
        if known_to_recipient(TalkingPoint(key)) is not None
    }


def _phrases(part: Part, kind: str, stem: str) -> Iterator[tuple[str, str]]:
    if not isinstance(part.value, dict):
        raise part.broken("it should be a table of phrases")
    allowed = SLOTS.get(stem.removesuffix("."), frozenset()) if kind == "points" else _CALLED
    for key, value in part.value.items():
        phrase = Part(f"{part.pointer}/{key}", value)
        Part(phrase.pointer, key).key()
        text = value if isinstance(value, str) else ""
        Part(phrase.pointer, text.replace(_NO_BREAK, " ")).text(longest=240)
        _check(phrase, text, allowed, LONGEST[kind])
        yield stem + key, text


_CALLED: Final = frozenset({"name"})
_IF_CALLED: Final = re.compile(r"\[[^\[\]{}]*\{name\}[^\[\]{}]*\]")


def _check(part: Part, text: str, allowed: frozenset[str], longest: int) -> None:
    if unknown := slots(text) - allowed:
        raise part.broken(f"{min(unknown)!r} cannot be filled here")
    rest = _IF_CALLED.sub("", text, count=1)
    for slot in allowed - _CALLED:
        rest = rest.replace("{" + slot + "}", "", 1)
    if _NOT_TEXT.search(rest):
        raise part.broken("a name goes into brackets, and each slot is filled once")
    if count_words(text) > longest:
        raise part.broken(f"it has more than {longest} words")


def _numbers(part: Part) -> dict[str, str]:
    if not isinstance(part.value, dict):
        raise part.broken("it should be a table of numbers")
    for key, word in part.value.items():
        Part(f"{part.pointer}/{key}", word).text(longest=40)
        if not key.isdecimal():
            raise part.broken(f"{key!r} is no number")
    return dict(part.value)


def _not_with(part: Part) -> dict[str, frozenset[str]]:
    if not isinstance(part.value, dict):
        raise part.broken("it should be a table")
    lists = {key: Part(f"{part.pointer}/{key}", ids) for key, ids in part.value.items()}
    return {
        key: frozenset(ids.once(ids.some(), lambda one: one.text(longest=64)))
        for key, ids in lists.items()
    }


def _known(part: Part, pool: Pool) -> None:
    """Refuses an id that no phrase has: it would never be left out."""
    known = pool.texts().keys() | pool.for_buyer.wordings.keys()
    named = frozenset(pool.not_with).union(*pool.not_with.values())
    if strange := named - known:
        raise part.broken(f"there is no {min(strange)!r}")


def _language(part: Part) -> str:
    language = part.text(longest=3)
    if _LANGUAGE.fullmatch(language) is None:
        raise part.broken("it should be a language such as es")
    return language


def _enough(part: Part, phrases: Iterable[Any], least: int) -> None:
    if len(tuple(phrases)) < least:
        raise part.broken(f"there should be at least {least}")


def _all(
    wordings: Mapping[str, tuple[Phrase[Buyer], ...]],
) -> Iterator[Phrase[Buyer]]:
    for phrases in wordings.values():
        yield from phrases
