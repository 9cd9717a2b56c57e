"""Labels of ours for products without a code: drawn beside the window, then printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from packstation.devices.printers import Printer, PrinterTrouble
from packstation.domain.printing import Trouble
from packstation.domain.product_codes import LabelsPrinted
from packstation.slips.press import SlipUndrawn
from packstation.station.product_labels import ProductLabels
from packstation.store.wire import write_labels


class DrawsLabels(Protocol):
    """Whoever draws: the press, or the room it works in."""

    def draw_labels(self, labels: str) -> bytes:
        """Labels as PDF. Raises SlipUndrawn."""


class LabelPapers:
    """A label of a code nobody knows would be a lie, so codes are given before it is drawn."""

    def __init__(
        self,
        labels: ProductLabels,
        press: DrawsLabels,
        printer: Callable[[], Printer],
        folder: Path,
    ) -> None:
        """``printer`` is the one for sheets at this moment; ``folder`` is where PDFs lie."""
        self._labels = labels
        self._press = press
        self._printer = printer
        self._folder = folder

    def print(
        self, skus: Sequence[str], language: str, shop: str, today: date
    ) -> LabelsPrinted:
        """``shop`` is what it is called today. Raises ProductsUnknown."""
        paper = replace(self._labels.of(skus, language), shop=shop)
        printed = tuple(it.sku for it in paper.labels)
        printer = self._printer()
        try:
            pdf = self._press.draw_labels(write_labels(paper))
            where = printer.submit(pdf, f"labels-{today}").where
        except SlipUndrawn:
            return LabelsPrinted(skus=printed, trouble=str(Trouble.UNDRAWN))
        except PrinterTrouble as trouble:
            return LabelsPrinted(skus=printed, trouble=trouble.reason)
        if printer.name:
            return LabelsPrinted(skus=printed, where=where)
        return LabelsPrinted(skus=printed, where=str(self._folder / where), in_folder=True)
