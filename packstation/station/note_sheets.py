"""Print the sheet of notes to write: drawn beside the window, handed to the bench's printer."""

from datetime import datetime
from typing import Protocol

from packstation.devices.printers import Printer, PrinterTrouble
from packstation.domain.note_cards import PaperNotes, SheetOut, Table
from packstation.domain.printing import Trouble
from packstation.domain.shop import Shop
from packstation.slips.press import SlipUndrawn
from packstation.store.wire import write_notes


class DrawsNotes(Protocol):
    """Whoever draws: the press, or the room it works in."""

    def draw_notes(self, notes: str) -> bytes:
        """The sheet as PDF. Raises SlipUndrawn."""


class NoteSheets:
    def __init__(self, printer: Printer, press: DrawsNotes, shop: Shop, media: str) -> None:
        self._printer = printer
        self._press = press
        self._shop = shop
        self._media = media

    def paper(self, table: Table, now: datetime) -> bytes:
        """The sheet as PDF, in the language of whoever sits there. Raises SlipUndrawn."""
        language = self._shop.language if table.packer is None else table.packer.language
        brand = self._shop.brand
        sheet = PaperNotes(
            notes=table.on_sheet,
            shop=brand.name,
            at=now,
            zone=brand.zone,
            language=language,
            media=self._media,
        )
        return self._press.draw_notes(write_notes(sheet))

    def print(self, table: Table, now: datetime) -> SheetOut:
        """Nothing of it is kept: whoever wants it again asks again."""
        day = now.astimezone(self._shop.zone).date()
        try:
            where = self._printer.submit(self.paper(table, now), f"notes-{day}").where
        except SlipUndrawn:
            return SheetOut(trouble=str(Trouble.UNDRAWN))
        except PrinterTrouble as trouble:
            return SheetOut(trouble=trouble.reason)
        return SheetOut(where=where)
