"""``packstation notes``: the sheet of notes worth writing, the soonest to leave first."""

import argparse
from dataclasses import replace
from datetime import UTC, datetime

from packstation.assemble import Opened, note_table
from packstation.cli.saying import say
from packstation.domain.note_cards import Table
from packstation.slips.note_sheet import SheetOf, draw_notes
from packstation.station.note_table import MOST
from packstation.store.note_cards import MOST as EVERY
from packstation.words.table_phrases import on_the_table
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    now = datetime.now(UTC)
    notes = _laid(arguments.most, opened, now).on_sheet[: arguments.most]
    if not notes:
        say(words("No order that waits wants a note."))
        return 0
    shop = opened.shop
    of = SheetOf(shop=shop.brand.name, at=now.astimezone(shop.zone), media=arguments.media)
    arguments.pdf.write_bytes(draw_notes(notes, of, words))
    told = on_the_table(notes, words, looking=False)
    say(told, words("Written to {file}", file=arguments.pdf))
    return 0


def _laid(most: int | None, opened: Opened, now: datetime) -> Table:
    """As far as it has to be laid for ``most`` notes; None: for the orders of a morning."""
    at = note_table(opened)
    table = at.begin(None, now, MOST if most is None else EVERY)
    while table.rest and (most is None or len(table.on_sheet) < most):
        table = at.go_on(table, now)
    return replace(table, rest=())
