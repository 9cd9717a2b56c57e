"""Where this bench's slips come out: its owner chooses, and tries it with nobody's slip."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from packstation.devices.printers import (
    PrinterTrouble,
    find_printer,
    printers_here,
    system_default,
)
from packstation.domain.codes import Kind, own_code, slip_code
from packstation.domain.printer_choice import PaperCodes, PrintersShown, TrialPrinted
from packstation.domain.printing import Trouble
from packstation.domain.records import Core, PackedLine, PackingRecord, Personal, commit
from packstation.domain.shop import Packer, Shop
from packstation.domain.trial import NO_BENCH, no_bench
from packstation.slips.press import SlipUndrawn
from packstation.store.wire import write_codes, write_record
from packstation.words.words import Words


class DrawsTrials(Protocol):
    """Whoever draws: the press, or the room it works in."""

    def draw(self, core: str, personal: str, copy: int, logo: bytes = b"") -> bytes:
        """The slip of a record as it is stored. Raises SlipUndrawn."""

    def draw_codes(self, codes: str) -> bytes:
        """A sheet of codes as PDF. Raises SlipUndrawn."""


class PrinterDesk:
    """Nothing that is tried here is kept: no queue, no number, no record."""

    def __init__(
        self, press: DrawsTrials, folder: Path, keep: Callable[[str, str], None]
    ) -> None:
        """``keep`` writes printer and paper into the bench's own file."""
        self._press = press
        self._folder = folder
        self._keep = keep

    def choices(self, chosen: str, media: str, *, kept: bool = False) -> PrintersShown:
        return PrintersShown(
            printers=printers_here(),
            usual=system_default(),
            chosen=chosen,
            media=media,
            folder=str(self._folder),
            kept=kept,
        )

    def keep(self, name: str, media: str) -> PrintersShown:
        """Raises what ``keep`` raises."""
        self._keep(name, media)
        return self.choices(name, media, kept=True)

    def try_out(self, to: tuple[str, str], record: PackingRecord, logo: bytes) -> TrialPrinted:
        """Print the slip of ``record``, which nobody packed, ``to`` a printer on its paper."""
        title = f"practice-{record.core.sealed_at:%Y%m%d-%H%M%S}"
        told = write_record(record)
        return self._print(lambda: self._press.draw(*told, 0, logo), to, title)

    def print_codes(self, name: str, codes: PaperCodes) -> TrialPrinted:
        """The sheet is drawn on A4, whatever paper slips have."""
        told = write_codes(codes)
        to = (name, "A4")
        return self._print(lambda: self._press.draw_codes(told), to, "codes", codes=True)

    def _print(
        self,
        draw: Callable[[], bytes],
        to: tuple[str, str],
        title: str,
        *,
        codes: bool = False,
    ) -> TrialPrinted:
        printer = find_printer(*to, self._folder)
        trouble = where = ""
        try:
            where = printer.submit(draw(), title).where
            where = where if printer.name else str(self._folder / where)
        except SlipUndrawn:
            trouble = str(Trouble.UNDRAWN)
        except PrinterTrouble as why:
            trouble = why.reason
        return TrialPrinted(
            where=where, trouble=trouble, in_folder=not printer.name, codes=codes
        )


def trial_record(
    shop: Shop, packer: Packer | None, words: Words, now: datetime
) -> PackingRecord:
    """A parcel that never was, as this shop's slip would tell of it."""
    personal = Personal(
        customer_name="",
        packer_name=shop.brand.name if packer is None else packer.name,
        signature=() if packer is None else packer.signature,
    )
    name = words("A cup that nobody ordered")
    line = PackedLine(line_id=1, sku="1", name=name, ordered=1, packed=1)
    core = _core(shop, line, personal, words.language, now)
    return PackingRecord(core=core, personal=personal, salt="")


def _core(
    shop: Shop, line: PackedLine, personal: Personal, language: str, now: datetime
) -> Core:
    bench = no_bench(language)
    number = f"{bench}-{now:%y}-000000"
    return Core(
        slip_number=number,
        slip_code=slip_code(shop.mark, number),
        proof=NO_BENCH,
        bench=bench,
        order_id=0,
        order_number=bench,
        order_code=own_code(shop.mark, Kind.ORDER, NO_BENCH),
        revision=1,
        packer_id=0,
        customer_id=None,
        opened_at=now,
        sealed_at=now,
        language=language,
        brand=shop.brand,
        gift=False,
        lines=(line,),
        commitment=commit(personal, ""),
    )
