"""The orders of a JSON file one by one, however many there are; every number stays a text."""

import json
from collections.abc import Iterator
from typing import Any, Final

from packstation.domain.intake import JsonBroken

TWIN: Final = "\0twin"
"""Under this name an object keeps the name that stands in it twice."""
DEEPEST: Final = 64
_LONGEST: Final = 4 << 20
"""Characters of one order: a longer one is none."""
_BLOCK: Final = 1 << 16
_DOORS: Final = frozenset({"data", "orders", "order", "edges", "nodes", "pedidos"})
"""Names under which an answer keeps its orders."""
_MOST: Final = 1_000
_ENVELOPE: Final = frozenset({"node", "cursor"})

Found = tuple[int, Any]
"""The physical line an order begins on, and the order."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        names = [name for name, _ in pairs]
        said[TWIN] = next(name for name in names if names.count(name) > 1)
    return said


_decode = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=str
).raw_decode


def orders_in(chunks: Iterator[str]) -> Iterator[Found]:
    """Every order of an answer or a list, or the one order the file is.

    Raises JsonBroken with the line where it stops being JSON.
    """
    stream = _Stream(chunks)
    yield from _inside(stream, DEEPEST)
    if stream.peek():
        raise JsonBroken(stream.line)


def _inside(stream: "_Stream", room: int) -> Iterator[Found]:
    if room == 0:
        raise JsonBroken(stream.line)
    if stream.peek() == "[":
        yield from _elements(stream)
    else:
        yield from _members(stream, room)


def _elements(stream: "_Stream") -> Iterator[Found]:
    for _ in stream.each("[", "]"):
        line, value = stream.line, stream.value()
        if isinstance(value, dict) and value.keys() <= _ENVELOPE and "node" in value:
            value = value["node"]
        yield line, value


def _members(stream: "_Stream", room: int) -> Iterator[Found]:
    """What is behind the doors of an object; the object itself where it has none."""
    stream.peek()
    began, doors = stream.line, False
    rest: list[tuple[str, Any]] = []
    for _ in stream.each("{", "}"):
        name = stream.value()
        stream.expect(":")
        if name in _DOORS and stream.peek() in {"[", "{"}:
            doors = True
            yield from _inside(stream, room - 1)
        else:
            rest.append((name, stream.value()))
        if len(rest) > _MOST:
            raise JsonBroken(stream.line)
    if not doors:
        yield began, _once(rest)


class _Stream:
    """Text that comes in chunks, read value by value."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._text = ""
        self._at = 0
        self.line = 1

    def peek(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self.line += self._text[self._at] == "\n"
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_BLOCK):
                return ""

    def expect(self, mark: str) -> None:
        if self.peek() != mark:
            raise JsonBroken(self.line)
        self._at += 1

    def each(self, opening: str, closing: str) -> Iterator[None]:
        """Once before every entry between the two marks."""
        self.expect(opening)
        if self.peek() == closing:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == closing:
                self._at += 1
                return
            self.expect(",")
            self.peek()

    def value(self) -> Any:  # noqa: ANN401 (JSON)
        """The next value. Raises JsonBroken when it is none, or far too large."""
        self.peek()
        while True:
            try:
                value, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._more(2 * (len(self._text) - self._at)):
                    raise JsonBroken(self.line) from error
            except RecursionError as error:
                raise JsonBroken(self.line) from error
            else:
                # A number at the very end may go on in the next chunk.
                if end == len(self._text) and self._more(_BLOCK):
                    continue
                self.line += self._text.count("\n", self._at, end)
                self._at = end
                return value

    def _more(self, size: int) -> bool:
        """Read on, ``size`` characters or so; False at the end or when it is too much."""
        parts = [self._text[self._at :]]
        if len(parts[0]) > _LONGEST:
            return False
        read = 0
        while read < max(size, _BLOCK) and (chunk := next(self._chunks, "")):
            parts.append(chunk)
            read += len(chunk)
        self._text, self._at = "".join(parts), 0
        return read > 0
