"""The first rows of a file, however large it is: enough to see what it is."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packstation.domain.intake import CellTooLong, EncodingUnclear
from packstation.shops.layout import header_of
from packstation.shops.text_file import start_of, wide_encoding

_HEAD: Final = 1 << 18
_DELIMITERS: Final = (";", "\t", "|", ",")
_LOOKED_AT: Final = 50


class FirstRows:
    """As packstation.shops.text_file.TextFile, of the first quarter of a MiB."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """Raises one of the IntakeStopped family when ``path`` cannot be read as text."""
        start = start_of(path, _HEAD)
        self.path = path
        self.whole = len(start) <= _HEAD
        self.encoding = encoding or wide_encoding(start) or _narrow_encoding(start)
        self._text = self._in_lines(start[:_HEAD])

    @property
    def share(self) -> float:
        return 1.0

    def refuse_if_changed(self) -> None:
        """Its beginning is here, whatever becomes of the file."""

    @contextmanager
    def lines(self) -> Iterator[Iterator[str]]:
        yield iter(io.StringIO(self._text, newline=""))

    def end_with(self, line: int) -> None:
        """Forget what stands behind this physical line: it begins a row and does not end it."""
        self._text = "".join(io.StringIO(self._text, newline="").readlines()[:line])

    def _in_lines(self, start: bytes) -> str:
        """Without a character, or a line, that is cut in the middle."""
        try:
            decode = codecs.getincrementaldecoder(self.encoding)().decode
            text = decode(start, final=self.whole).replace("\0", "")
        except (UnicodeError, LookupError) as error:
            raise EncodingUnclear(str(self.path), self.encoding) from error
        if self.whole:
            return text
        end = max(text.rfind("\n"), text.rfind("\r")) + 1
        limit = csv.field_size_limit()
        if max(map(len, re.split(r"[,;\t|]", text[end:]))) > limit:
            raise CellTooLong(text.count("\n", 0, end) + 1, limit)
        return text[:end]


def _narrow_encoding(start: bytes) -> str:
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        decode(start)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows as cells."""

    delimiter: str
    announced: str
    line: str
    """The header as it stands in the file."""
    rows: tuple[tuple[str, ...], ...]
    """What stands under it; empty rows are left out."""


def sheet_of(text: FirstRows, delimiter: str = "") -> Sheet:
    """What ``text`` holds, cut by ``delimiter``; without one the rows themselves decide.

    Raises FileEmpty without a header, and CellTooLong.
    """
    lines = text.lines()
    with lines as each:
        header = header_of(each, text.path)
        rest = list(each)
    by = header.announced or delimiter or _delimiter(header.line, rest)
    rows, read = _rows(rest, by, header.number)
    if read < len(rest) and not text.whole:
        text.end_with(header.number + read)
    return Sheet(by, header.announced, header.line, rows)


def _rows(
    lines: list[str], delimiter: str, above: int
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The rows that end within ``lines``, and how many of these they take."""
    rows: list[tuple[str, ...]] = []
    reader, read = csv.reader(lines, delimiter=delimiter, strict=True), 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return tuple(rows), reader.line_num
        except csv.Error as error:
            if "field larger" in str(error):
                raise CellTooLong(above + read + 1, csv.field_size_limit()) from error
            if "unexpected end" in str(error):
                return tuple(rows), read
        else:
            if any(map(str.strip, row)):
                rows.append(tuple(row))
        read = reader.line_num


def _delimiter(header: str, lines: list[str]) -> str:
    """What cuts the first rows into the same number of cells most often, then into most."""
    some = lines[:_LOOKED_AT]

    def fit(mark: str) -> tuple[bool, float, int]:
        try:
            wide = len(next(csv.reader([header], delimiter=mark)))
            widths = Counter(len(row) for row in csv.reader(some, delimiter=mark) if row)
        except csv.Error:
            return False, 0.0, 0
        same = widths[wide] / max(1, widths.total())
        return wide > 1, same, wide

    return max(_DELIMITERS, key=fit)
