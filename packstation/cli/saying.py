"""Prints for people and for programs, and nothing that a terminal would obey."""

import json
import re
import sys
from datetime import date
from typing import TextIO

from packstation.words.legible import legible

# What JSON may hold as it is, but a terminal reads as an order or as a turn of writing.
_ACTING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def say(*lines: str, on: TextIO | None = None) -> None:
    """Print each of ``lines`` as one line, to the letter but for what acts.

    What this terminal has no letters for comes as its number.
    """
    stream = sys.stdout if on is None else on
    for line in lines:
        shown = legible(line).replace("\n", " ")
        print(_as_the_stream_can(shown, stream), file=stream)


def say_json(value: object) -> None:
    """Print ``value`` so that any reader of JSON gets back what it was."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    shown = _ACTING.sub(lambda found: json.dumps(found.group())[1:-1], text)
    if _as_the_stream_can(shown, sys.stdout) != shown:
        shown = json.dumps(value, indent=2, default=_plain)
    print(shown)


def _as_the_stream_can(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
