"""Opens what a shop exported: finds out what it is and reads it as text, whatever its size."""

import codecs
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from packstation.domain.intake import (
    EncodingUnclear,
    FileChanged,
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileNotReadable,
    NoPlainFile,
    NotAText,
)
from packstation.domain.matching import Stamp

_BLOCK: Final = 1 << 16
_LONGEST_LINE: Final = 1 << 20
"""A longer line comes in pieces of this size: a cell of 50 MB is never held whole."""
_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_LETTER_IN_UTF8: Final = re.compile(rb"\xc3[\xa1-\xbf]")
"""A small letter with an accent; in Windows' own encoding Ã and a sign, which nobody writes."""
_CONTROLS: Final = bytes([*range(1, 9), *range(14, 26), *range(28, 32)])
_SELDOM: Final = 50
_NOT_TEXT: Final = {
    _ZIP: "zip",
    b"\xd0\xcf\x11\xe0": "spreadsheet",  # Excel up to 2003
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"SQLite format 3": "unknown",
    b"7z\xbc\xaf": "zip",
    b"Rar!": "zip",
}


class Text(Protocol):
    """A file as lines of text: all of it, or its beginning."""

    path: Path

    @property
    def share(self) -> float: ...
    def refuse_if_changed(self) -> None: ...
    def lines(self) -> AbstractContextManager[Iterator[str]]: ...


class TextFile:
    """A file as lines of text, and how much of it has been read."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """Raises one of the IntakeStopped family when ``path`` cannot be read as text."""
        self.path = path
        self._stamp = stamp_of(path)
        self._size = max(1, self._stamp.size)
        with self._open() as stream:
            start = stream.read(_BLOCK)
        _refuse_what_is_no_text(path, start)
        self.encoding = encoding or wide_encoding(start) or self._narrow_encoding()
        self._raw: BinaryIO | None = None

    @property
    def share(self) -> float:
        """How much has been read, from 0 to 1."""
        return 0.0 if self._raw is None else min(1.0, self._raw.tell() / self._size)

    def refuse_if_changed(self) -> None:
        """Raises FileChanged when somebody has written to it since it was opened."""
        if stamp_of(self.path) != self._stamp:
            raise FileChanged(str(self.path))

    @contextmanager
    def lines(self) -> Iterator[Iterator[str]]:
        """The lines, without byte order mark or NUL, and with their line ends."""
        with self._open() as stream:
            try:
                clean = io.BufferedReader(_Utf8(stream, self.encoding), _BLOCK)
                text = io.TextIOWrapper(clean, "utf-8", newline="")
                yield iter(partial(text.readline, _LONGEST_LINE), "")
            except (UnicodeError, LookupError) as error:
                raise EncodingUnclear(str(self.path), self.encoding) from error

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        try:
            with opened(self.path) as (stream, raw):
                self._raw = raw
                yield stream
        finally:
            self._raw = None

    def _narrow_encoding(self) -> str:
        """By all of it: the first accent may stand in the last line.

        Raises EncodingUnclear where two were glued together: one half would come in as "Ã±".
        """
        decode = codecs.getincrementaldecoder("utf-8")().decode
        with self._open() as stream:
            try:
                while block := stream.read(_BLOCK):
                    decode(block)
                decode(b"", final=True)
            except UnicodeDecodeError:
                encoding = "cp1252"
            else:
                encoding = "utf-8-sig"
        if encoding == "cp1252" and self._has(_LETTER_IN_UTF8):
            raise EncodingUnclear(str(self.path), "utf-8")
        return encoding

    def _has(self, pattern: re.Pattern[bytes]) -> bool:
        with self._open() as stream:
            return any(map(pattern.search, iter(partial(stream.read, _BLOCK), b"")))


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """``path`` unpacked, and as it lies on the disk.

    Raises FileDamaged or FileNotReadable, then and while it is read.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == _GZIP
            raw.seek(0)
            yield (gzip.GzipFile(fileobj=raw) if packed else raw), raw  # type: ignore[misc] # a BinaryIO in all but its type
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FileDamaged(str(path)) from error
    except OSError as error:
        raise FileNotReadable(str(path)) from error


def start_of(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of its text, and one more when there are more.

    Raises one of the IntakeStopped family when ``path`` cannot be read as text.
    """
    stamp_of(path)
    with opened(path) as (stream, _):
        start = stream.read(size + 1)
    _refuse_what_is_no_text(path, start)
    return start


def wide_encoding(start: bytes) -> str:
    """UTF-16 in one of its ways, by the beginning of a file; empty for anything else."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Latin text in UTF-16 is half NUL; a stray NUL in anything else is no sign of it.
    odd, even = start[1::2].count(0), start[0::2].count(0)
    if 3 * abs(odd - even) > len(start) // 2:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


class _Utf8(io.RawIOBase):
    """``stream`` in ``encoding`` as UTF-8, block by block."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decode: Callable[..., str] = codecs.getincrementaldecoder(encoding)().decode
        self._rest = memoryview(b"")
        self._done = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # only BufferedReader calls it
        while not self._rest and not self._done:
            block = self._stream.read(_BLOCK)
            self._done = not block
            text = self._decode(block, final=self._done).replace("\0", "")
            self._rest = memoryview(text.encode())
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def stamp_of(path: Path) -> Stamp:
    """Which state of it lies there.

    Raises FileMissing, FileNotReadable, NoPlainFile or FileEmpty.
    """
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise FileMissing(str(path)) from error
    except (OSError, ValueError) as error:
        raise FileNotReadable(str(path)) from error
    if not path.is_file():  # a pipe would keep us waiting
        raise NoPlainFile(str(path))
    if found.st_size == 0:
        raise FileEmpty(str(path))
    return Stamp(found.st_size, found.st_mtime_ns)


def _refuse_what_is_no_text(path: Path, start: bytes) -> None:
    if not start.strip(b"\0\r\n\t ,;\xef\xbb\xbf"):
        raise FileEmpty(str(path))
    for magic, what in _NOT_TEXT.items():
        if start.startswith(magic):
            raise NotAText(str(path), _inside(path) if magic == _ZIP else what)
    # Text has hardly any of these; a picture, a program or a packed file is full of them.
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if not wide_encoding(start) and controls * _SELDOM > len(start):
        raise NotAText(str(path), "unknown")


def _inside(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return "zip"
    return "spreadsheet" if {"xl/workbook.xml", "content.xml"} & set(names) else "zip"
