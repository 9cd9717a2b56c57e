"""The page of products and codes, with some of everything and with nothing to do."""

from datetime import timedelta
from typing import Final

from packstation.domain.codes import LearnedCode, product_code
from packstation.domain.office import Chapter
from packstation.domain.product_codes import (
    BareListed,
    Bearer,
    CodeForgotten,
    CodesCounted,
    LabelsPrinted,
    ListBare,
    ListTaught,
    SharedCode,
    SharedListed,
    TaughtCode,
    TaughtListed,
)
from packstation.domain.product_labels import ProductLabel
from packstation.ui.office.codes_page import CodesPage
from packstation.ui.office.office_screen import OfficeScreen
from tests import making as made
from tests.telling import Told, tell

_BARE: Final = (
    ("CINTA-01", "Cinta de algodón", "azul", "D-03-1"),
    ("LACRE-2", "Lacre rojo", "", "D-03-2"),
    ("SACO-7", made.LONG_PRODUCT, "<b>&rojo</b>", "ZZ-99-9"),
    ("VELA-3", "Vela de cera de abeja", "pequeña", "A-01-4"),
)
_LABELS: Final = tuple(
    ProductLabel(*told, code=product_code("K7Q", n + 1)) for n, told in enumerate(_BARE)
)
_SHARED: Final = SharedCode(
    "8412345678943",
    (
        Bearer("TAZA-A", "Taza de barro", "azul", "csv"),
        Bearer("TAZA-V", "Taza de barro", "verde", "learned"),
    ),
)
_TAUGHT: Final = tuple(
    TaughtCode(
        n,
        LearnedCode(
            code=f"841234567{n:04}",
            product=name,
            variant=variant,
            units=12 if n else 1,
            by="Marta",
            at=made.NOON - timedelta(days=n),
        ),
    )
    for n, (_, name, variant, _) in enumerate(_BARE)
)
_SOME: Final = (
    BareListed(ListBare(), _LABELS),
    SharedListed((_SHARED,)),
    TaughtListed(ListTaught(), _TAUGHT, zone="Europe/Madrid"),
    CodesCounted(bare=len(_BARE), labelled=12, shared=1, taught=len(_TAUGHT), by_all=False),
)
_NOTHING: Final = (
    BareListed(ListBare(), ()),
    SharedListed(()),
    TaughtListed(ListTaught(), (), zone="Europe/Madrid"),
    CodesCounted(bare=0, labelled=0, shared=0, taught=0, by_all=True),
)


def _part(place: int, *news: object) -> Told:
    def told(office: OfficeScreen, language: str) -> None:
        tell(*news)(office, language)
        page = office.page
        assert isinstance(page, CodesPage)
        page.open(place)

    return told


CODES: Final[dict[str, tuple[Chapter, Told]]] = {
    "codes-bare": (Chapter.CODES, _part(0, *_SOME)),
    "codes-printed": (
        Chapter.CODES,
        _part(
            0,
            *_SOME,
            LabelsPrinted(
                skus=("CINTA-01", "LACRE-2"),
                where="/srv/tienda/packstation/slips/labels-2026-11-22-0123abcd.pdf",
                in_folder=True,
            ),
        ),
    ),
    "codes-shared": (Chapter.CODES, _part(1, *_SOME)),
    "codes-taught": (Chapter.CODES, _part(2, *_SOME, CodeForgotten(_TAUGHT[0].told))),
    "codes-nothing": (Chapter.CODES, _part(0, *_NOTHING)),
    "codes-none-shared": (Chapter.CODES, _part(1, *_NOTHING)),
    "codes-none-taught": (Chapter.CODES, _part(2, *_NOTHING)),
}
