"""Photographs what the guide and the README show, into resources/guide/pictures."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pypdfium2
from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtWidgets import QApplication

from packstation.domain.codes import order_code
from packstation.domain.orders import FRAGILE, GIFT
from packstation.domain.picking import NoteAtHand, PaperPicking, sheet_of
from packstation.places import resources
from packstation.slips.picking_sheet import draw_picking
from packstation.slips.slip import draw
from packstation.ui import look
from packstation.ui.look import install_fonts
from packstation.ui.window import Window
from packstation.words.words import PAPER, Words, load
from tests import making as made
from tests.office_states import office_states
from tests.shots import draw_cups
from tests.states import states

FOLDER: Final = resources() / "guide" / "pictures"
LANGUAGES: Final = ("es", "en")
SCREENS: Final = {
    "office": "office-shop",
    "people": "office-people",
    "orders": "office-orders-would-come",
    "matching": "office-orders-asked",
    "scanner": "office-scanner-ready",
    "free": "free",
    "bench": "bench-counting",
    "wrong": "bench-wrong",
    "unknown": "bench-unknown-for-the-owner",
}
PAPERS: Final = ("slip", "picking")
NAMES: Final = tuple(
    f"{it}-{language}.png" for language in LANGUAGES for it in (*SCREENS, *PAPERS)
)
SIZE, TALL = QSize(1366, 768), QSize(1366, 1000)
_WIDE, _COLOURS = 1000, 96
_OURS: Final = tuple(
    it[1:] for it in vars(look).values() if isinstance(it, str) and it.startswith("#")
)
_PAPER_WIDE: Final = 620


def main() -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    install_fonts()
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as cups:
        draw_cups(Path(cups))
        for language in LANGUAGES:
            for name, picture in (*screens(language, Path(cups)), *papers(language)):
                file = FOLDER / f"{name}-{language}.png"
                picture.save(file, optimize=True)
    app.quit()


def screens(language: str, cups: Path) -> Iterator[tuple[str, Image.Image]]:
    """The window in the states the pages tell of."""
    ways = dict((*states(), *office_states()))
    for name, state in SCREENS.items():
        window = Window(
            partial(_words_of, language), cups, lambda: made.NOON + timedelta(minutes=3)
        )
        window.resize(TALL if name == "matching" else SIZE)
        window.show()
        ways[state](window, language)
        for _ in range(8):
            QApplication.processEvents()  # what is read after the first paint is read now
        yield name, _small(_image(window), _WIDE)
        window.close()


def papers(language: str) -> Iterator[tuple[str, Image.Image]]:
    """A slip, and a sheet to fetch the pieces with, as they come out of the printer."""
    slip = draw(made.a_record(language=language), load(language, resources(), PAPER))
    yield "slip", _small(_page(slip), _PAPER_WIDE)
    order = made.an_order(code=order_code("K7Q", 1042), flags=(GIFT, FRAGILE))
    picking = PaperPicking(
        sheets=(sheet_of(order, NoteAtHand.TO_WRITE),),
        slots=0,
        shop="Casa Azul",
        zone="Europe/Madrid",
        language=language,
        media="A5",
    )
    yield (
        "picking",
        _small(_page(draw_picking(picking, load(language, resources()))), _PAPER_WIDE),
    )


def _words_of(usual: str, asked: str) -> Words:
    return load(asked or usual, resources())


def _image(window: Window) -> Image.Image:
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(kept, "PNG")
    return Image.open(BytesIO(bytes(kept.data().data()))).convert("RGB")


def _page(pdf: bytes) -> Image.Image:
    page: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
    return page.convert("RGB")


def _small(picture: Image.Image, wide: int) -> Image.Image:
    """As wide as a page shows it, in our own colours and those there is most of besides."""
    high = round(picture.height * wide / picture.width)
    fitted = picture.resize((wide, high), Image.Resampling.LANCZOS)
    fitted = ImageOps.expand(fitted.crop((1, 1, wide - 1, high - 1)), 1, look.LINE)
    parts = fitted.tobytes()
    counted = Counter(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    common = (it for it, _ in counted.most_common(_COLOURS))
    palette = Image.new("P", (1, 1))
    palette.putpalette([*bytes.fromhex("".join(_OURS)), *chain.from_iterable(common)])
    return fitted.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
