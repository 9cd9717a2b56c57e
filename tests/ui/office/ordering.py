"""The page where orders come in, over the real intake and a real database."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from sqlalchemy import Engine

from packstation.domain.file_errands import FileErrand
from packstation.station.catalogue import CatalogueIntake
from packstation.station.file_desk import FileDesk
from packstation.ui.office.kit import Choice
from packstation.ui.office.orders_page import OrdersPage
from tests.station.bringing import NOW, SHOP, an_intake, ask

HEADER = "Nº Pedido;Fecha;Cód. artículo;Uds.;Estado;Nota"
ROWS = ("P-1;03/04/2026;JAB-1;2;Pagado;hola", "P-2;04/04/2026;VELA;1;En reparto;")
TEMPLATE = "order,sku,quantity\nA-1,SOAP,2\nA-2,TEA,1\n"

of_the_popup = pytest.mark.qt_log_ignore(
    # Without a screen there is nothing to raise above, and no keyboard to keep from others.
    "This plugin does not support raise",
    "This plugin does not support grabbing",
    extend=True,
)


class Office:
    """The page, and somebody who runs its errands at once, or only when told to."""

    def __init__(self, page: OrdersPage, engine: Engine, pictures: Path) -> None:
        catalogue = CatalogueIntake(engine, pictures, lambda: NOW)
        self.desk = FileDesk(engine, SHOP, an_intake(engine), catalogue)
        self.page, self.engine = page, engine
        self.waiting: list[FileErrand] = []
        self.held = False
        page.asked.connect(self._do)

    def _do(self, errand: FileErrand) -> None:
        self.waiting.append(errand)
        if not self.held:
            self.catch_up()

    def catch_up(self) -> None:
        """Do what has been asked for."""
        while self.waiting:
            for news in self.desk.answer(self.waiting.pop(0)):
                self.page.tell(news)

    def states(self) -> list[tuple[object, ...]]:
        return list(ask(self.engine, "SELECT number, state FROM orders ORDER BY number"))


def a_file(folder: Path, content: str, name: str = "gestor.csv") -> str:
    path = folder / name
    path.write_text(content, "utf-8")
    return str(path)


def an_unknown_file(folder: Path, *rows: str) -> str:
    return a_file(folder, "\n".join((HEADER, *(rows or ROWS), "")))


def choose(choice: Choice, value: object) -> None:
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def answer_everything(page: OrdersPage) -> None:
    QTest.mouseClick(page.matching.dates.answers[0], Qt.MouseButton.LeftButton)
    choose(page.matching.words.choices["En reparto"], "held")


def read(page: OrdersPage) -> str:
    labels = (it for it in page.findChildren(QLabel) if it.isVisible())
    return "\n".join(it.text() for it in labels)
