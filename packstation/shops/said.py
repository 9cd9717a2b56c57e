"""One object of an order's JSON: what it says by name, and where in the order it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from packstation.domain.intake import Reason
from packstation.shops.cells import BadCell
from packstation.shops.json_stream import DEEPEST, TWIN

_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Said:
    """Raises BadCell, with a JSON pointer for a column, where something else is expected."""

    pointer: str
    value: Mapping[str, Any]

    def has(self, name: str) -> bool:
        return self.value.get(name) is not None

    def text(self, *names: str) -> str:
        """The first of ``names`` that says anything, trimmed; empty when none does."""
        for name in names:
            value = self.value.get(name)
            if value is None:
                continue
            if isinstance(value, dict | list):
                raise BadCell(self.at(name), "", Reason.NOT_A_TEXT)
            text = str(value).strip()
            if text:
                return text
        return ""

    def is_so(self, name: str) -> bool:
        return self.value.get(name) is True

    def is_not(self, name: str) -> bool:
        return self.value.get(name) is False

    def part(self, *names: str) -> "Said":
        """The object under the first of ``names`` that is there; an empty one under none."""
        for name in names:
            value = self.value.get(name)
            if value is None or value == []:
                continue
            if not isinstance(value, dict):
                raise BadCell(self.at(name), str(value)[:_SHOWN], Reason.NOT_AN_OBJECT)
            return Said(self.at(name), value)
        return Said(self.at(names[0]), {})

    def parts(self, name: str) -> list["Said"]:
        """The objects of a list; some programs write {} for an empty one, or a single one."""
        value = self.value.get(name)
        if value is None or value == {}:
            return []
        if isinstance(value, dict):
            return [Said(self.at(name), value)]
        if not isinstance(value, list):
            raise BadCell(self.at(name), str(value)[:_SHOWN], Reason.NOT_A_LIST)
        return [Said(f"{self.at(name)}/{place}", _object(it, f"{self.at(name)}/{place}"))
                for place, it in enumerate(value)]  # fmt: skip

    def pairs(self, name: str, key: str, value: str) -> list[tuple[str, str]]:
        """(name, text) of a list of named texts; what is no text is left out."""
        return [
            (it.text(key), it.text(value))
            for it in self.parts(name)
            if not isinstance(it.value.get(value), dict | list)
        ]

    def at(self, name: str) -> str:
        step = name.replace("~", "~0").replace("/", "~1")
        return f"{self.pointer}/{step}"


def whole_order(value: object) -> Said:
    """``value`` as an order. Raises BadCell when it is none, too deep, or names one twice."""
    order = Said("", _object(value, ""))
    for depth, pointer, inside in _walk(value, "", 1):
        if depth > DEEPEST:
            raise BadCell(pointer[:_SHOWN], "", Reason.TOO_DEEP)
        if isinstance(inside, dict) and TWIN in inside:
            name = str(inside[TWIN])[:_SHOWN]
            raise BadCell(Said(pointer, inside).at(name), name, Reason.NAMED_TWICE)
    return order


def _object(value: object, pointer: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadCell(pointer, str(value)[:_SHOWN], Reason.NOT_AN_OBJECT)
    return value


def _walk(value: object, pointer: str, depth: int) -> Iterator[tuple[int, str, object]]:
    """(depth, pointer, value) of every list and object; no deeper than it may be."""
    waiting = [(depth, pointer, value)]
    while waiting:
        depth, pointer, value = waiting.pop()
        yield depth, pointer, value
        inside: Iterator[tuple[object, object]] = iter(())
        if isinstance(value, dict):
            inside = iter(value.items())
        elif isinstance(value, list):
            inside = iter(enumerate(value))
        waiting += [
            (depth + 1, f"{pointer}/{name}", it)
            for name, it in inside
            if isinstance(it, dict | list)
        ]
