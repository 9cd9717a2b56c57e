"""Reading someone's JSON one part at a time, so that every refusal says where and why."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

_LONGEST: Final = 64 * 1024
_MOST: Final = 100
_LARGEST: Final = 10**12
_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", re.ASCII)

Kind = TypeVar("Kind", bound=StrEnum)


class RuleBroken(ValueError):
    """A rule cannot be read. ``pointer`` is a JSON pointer to the part that is wrong."""

    def __init__(self, pointer: str, reason: str) -> None:
        super().__init__(f"{pointer or 'the rule'}: {reason}")
        self.pointer = pointer
        self.reason = reason


def load(text: str) -> "Part":
    """The whole of ``text``; raises RuleBroken unless it is plain JSON of a sensible size."""
    if len(text) > _LONGEST:
        raise RuleBroken("", f"it is longer than {_LONGEST} characters")
    try:
        value = json.loads(text, object_pairs_hook=_without_twins)
    except RecursionError as error:
        raise RuleBroken("", "it is nested too deeply") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise RuleBroken("", f"it is not JSON: {error.msg} at {place}") from error
    except ValueError as error:
        if isinstance(error, RuleBroken):
            raise
        raise RuleBroken("", "it has a number that is far too long") from error
    return Part("", value)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    twins = {key for key in keys if keys.count(key) > 1}
    if twins:
        raise RuleBroken("", f"{min(twins)!r} stands there twice")
    return dict(pairs)


@dataclass(frozen=True, slots=True)
class Part:
    """One value of the JSON and where it stands."""

    pointer: str
    value: Any

    def broken(self, reason: str) -> RuleBroken:
        return RuleBroken(self.pointer, reason)

    def fields(self, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, "Part"]:
        """An object's parts: all of ``needed``, and of ``optional`` those that are not null."""
        if not isinstance(self.value, dict):
            raise self.broken("it should be an object")
        for key in self.value:
            if key not in needed and key not in optional:
                raise self.broken(f"{str(key)[:80]!r} is not known here")
        for key in needed:
            if key not in self.value:
                raise self.broken(f"{key!r} is missing")
        return {
            key: self._at(key, value)
            for key, value in self.value.items()
            if key in needed or value is not None
        }

    def _at(self, key: str | int, value: object) -> "Part":
        step = str(key).replace("~", "~0").replace("/", "~1")
        return Part(f"{self.pointer}/{step}", value)

    def texts_by_key(self) -> tuple[tuple[str, str], ...]:
        """An object whose values are texts, in its own order; not empty."""
        if not isinstance(self.value, dict) or not self.value:
            raise self.broken("it should be an object with at least one text")
        if len(self.value) > _MOST:
            raise self.broken("it has too many texts")
        return tuple((Part(f"{self.pointer}", key).key(), self._at(key, text).text())
                     for key, text in self.value.items())  # fmt: skip

    def items(self) -> tuple["Part", ...]:
        if not isinstance(self.value, list | tuple):
            raise self.broken("it should be a list")
        if len(self.value) > _MOST:
            raise self.broken(f"it has more than {_MOST} entries")
        return tuple(self._at(place, value) for place, value in enumerate(self.value))

    def some(self) -> tuple["Part", ...]:
        """The entries of a list that may not be empty."""
        parts = self.items()
        if not parts:
            raise self.broken("it should not be empty")
        return parts

    def number(self, least: int = -_LARGEST) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.broken("it should be a whole number")
        if not least <= self.value <= _LARGEST:
            raise self.broken(f"it should be between {least} and {_LARGEST}")
        return self.value

    def text(self, longest: int = 200) -> str:
        """A text someone can read: not blank, on one line, without control characters."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.broken("it should be a text")
        if len(self.value) > longest:
            raise self.broken(f"it is longer than {longest} characters")
        if not self.value.isprintable():
            raise self.broken("it has characters that cannot be printed")
        return self.value

    def key(self) -> str:
        """A name for programs: letters and digits of ASCII, ``_``, ``.``, ``-``."""
        if not isinstance(self.value, str) or _KEY.fullmatch(self.value) is None:
            raise self.broken("it should be a key of 1 to 64 letters and digits")
        return self.value

    def one_of(self, kinds: type[Kind]) -> Kind:
        known = {kind.value: kind for kind in kinds}
        if not isinstance(self.value, str) or self.value not in known:
            raise self.broken(f"it should be one of {', '.join(known)}")
        return known[self.value]

    def once(self, parts: Sequence["Part"], read: Callable[["Part"], str]) -> tuple[str, ...]:
        """What ``read`` makes of ``parts``, each only once."""
        seen = tuple(read(part) for part in parts)
        if len(set(seen)) < len(seen):
            raise self.broken("an entry stands there twice")
        return seen
