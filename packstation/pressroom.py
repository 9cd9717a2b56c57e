"""The process slips are drawn in: reads orders, a line each, and answers each with a slip.

It ends when nobody can ask any more, and when nobody has asked for a while.
"""

import json
import os
import signal
import sys
import traceback
from base64 import b64decode
from threading import Timer
from typing import IO, Final
from zoneinfo import ZoneInfo

from packstation.domain.scanner_check import SAMPLES
from packstation.places import resources
from packstation.slips import faces
from packstation.slips.code_sheet import draw_codes
from packstation.slips.note_sheet import SheetOf, draw_notes
from packstation.slips.picking_sheet import draw_picking
from packstation.slips.press import LENGTH, ON_SCREEN, AnyOrder
from packstation.slips.product_labels import draw_labels
from packstation.slips.sample_sheet import draw_samples
from packstation.slips.samples import shape
from packstation.slips.slip import draw
from packstation.store.wire import (
    read_codes,
    read_labels,
    read_notes,
    read_picking,
    read_record,
)
from packstation.words.words import PAPER, load

REST: Final = 300.0
"""Seconds without an order after which it goes home."""
_BEHIND: Final = 5
"""How far drawing steps back behind scanning, where a system knows such a thing."""


class Pressroom:
    """Draws slips here, in whatever process this is."""

    def warm(self) -> None:
        """Read the fonts before the first slip needs them."""
        faces.warm()

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        """The slip of a stored record as PDF, in the customer's language."""
        record = read_record(core, personal)
        return draw(record, load(record.core.language, resources(), PAPER), copy, logo)

    def draw_notes(self, notes: str) -> bytes:
        """A sheet of notes as PDF, in the language of whoever writes them."""
        sheet = read_notes(notes)
        of = SheetOf(
            shop=sheet.shop, at=sheet.at.astimezone(ZoneInfo(sheet.zone)), media=sheet.media
        )
        return draw_notes(sheet.notes, of, load(sheet.language, resources()))

    def draw_picking(self, picking: str) -> bytes:
        """Picking papers as PDF, in the language of whoever fetches."""
        papers = read_picking(picking)
        return draw_picking(papers, load(papers.language, resources()))

    def draw_codes(self, codes: str) -> bytes:
        """Codes to print, in the language of whoever scans them."""
        sheet = read_codes(codes)
        return draw_codes(sheet.shop, sheet.groups, load(sheet.language, resources()))

    def draw_labels(self, labels: str) -> bytes:
        """Labels for products, in the language of whoever sticks them on."""
        paper = read_labels(labels)
        return draw_labels(paper, load(paper.language, resources()))

    def draw_samples(self, samples: str, language: str) -> bytes:
        """The page a scanner is checked with, on A4 or A5; or its shapes, for a screen."""
        if samples == ON_SCREEN:
            return json.dumps([shape(it).rows for it in SAMPLES]).encode()
        return draw_samples(samples, load(language, resources()))

    def close(self) -> None:
        """Nothing is open."""


def serve(orders: IO[bytes], slips: IO[bytes], rest: float = REST) -> None:
    """Draw until ``orders`` ends; after ``rest`` seconds without one the process ends."""
    room = Pressroom()
    room.warm()
    while True:
        # Nothing has to be put away, and a reading thread could not be woken on every system.
        homeward = Timer(rest, os._exit, (0,))
        homeward.daemon = True
        homeward.start()
        order = orders.readline()
        homeward.cancel()
        if not order:
            return
        slips.write(_answer(room, order))
        slips.flush()


def _answer(room: Pressroom, order: bytes) -> bytes:
    try:
        slip = _drawn(room, json.loads(order))
    except Exception:  # noqa: BLE001 (said below; the next slip has its turn)
        traceback.print_exc()
        return LENGTH.pack(0)
    return LENGTH.pack(len(slip)) + slip


def _drawn(room: Pressroom, asked: AnyOrder) -> bytes:
    if "notes" in asked:
        return room.draw_notes(**asked)
    if "codes" in asked:
        return room.draw_codes(**asked)
    if "labels" in asked:
        return room.draw_labels(**asked)
    if "samples" in asked:
        return room.draw_samples(**asked)
    if "picking" in asked:
        return room.draw_picking(**asked)
    logo = b64decode(asked["logo"])
    return room.draw(asked["core"], asked["personal"], asked["copy"], logo)


def main(rest: float = REST) -> int:
    """Serve whoever has started this process, through its standard streams."""
    # Ctrl-C in the terminal is for the window, which lets us finish.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_BEHIND)
    slips, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library says is no slip
    try:
        serve(sys.stdin.buffer, slips, rest)
    except BrokenPipeError:
        os._exit(0)  # the window is gone; leaving politely would try to write once more
    return 0
