"""The process slips are drawn in: reads orders, a line each, and answers each with a slip.

It ends when nobody can ask any more, and when nobody has asked for a while.
"""

import json
import os
import signal
import sys
import traceback
from threading import Timer
from typing import IO, Final
from zoneinfo import ZoneInfo

from packstation.places import resources
from packstation.slips import faces
from packstation.slips.note_sheet import SheetOf, draw_notes
from packstation.slips.press import LENGTH, NotesOrder, Order
from packstation.slips.slip import draw
from packstation.store.wire import read_notes, read_record
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

    def draw(self, core: str, personal: str, copy: int) -> bytes:
        """The slip of a stored record as PDF, in the customer's language."""
        record = read_record(core, personal)
        return draw(record, load(record.core.language, resources(), PAPER), copy)

    def draw_notes(self, notes: str) -> bytes:
        """A sheet of notes as PDF, in the language of whoever writes them."""
        sheet = read_notes(notes)
        of = SheetOf(
            shop=sheet.shop, at=sheet.at.astimezone(ZoneInfo(sheet.zone)), media=sheet.media
        )
        return draw_notes(sheet.notes, of, load(sheet.language, resources()))

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
        asked: Order | NotesOrder = json.loads(order)
        slip = room.draw_notes(**asked) if "notes" in asked else room.draw(**asked)
    except Exception:  # noqa: BLE001 (said below; the next slip has its turn)
        traceback.print_exc()
        return LENGTH.pack(0)
    return LENGTH.pack(len(slip)) + slip


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
