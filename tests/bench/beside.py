"""A window while a file comes in, apart: ``python -m tests.bench.beside app FILE DATABASE``.

Says in JSON how long the window was silent at most, in seconds, tenth by tenth of a second.
``floor``: an empty window, and beside it a thread that runs a bare executemany of the rows
that an import has written into the database FILE.
"""

import gc
import json
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Engine

from packstation.domain.file_errands import FileBrought
from packstation.domain.shop import Brand, Shop
from packstation.places import resources
from packstation.station.catalogue import CatalogueIntake
from packstation.station.file_desk import FileDesk
from packstation.station.intake import Intake
from packstation.store.engine import open_engine
from packstation.ui.look import install_fonts
from packstation.ui.office.kit import fit
from packstation.ui.office.orders_page import OrdersPage
from packstation.ui.office.style import sheet
from packstation.words.words import load
from tests.bench import floors
from tests.bench.desk import wait_until
from tests.bench.floors import HEIGHT, WIDTH
from tests.bench.shop_rows import MARK
from tests.bench.worked import Heart

TURN = 0.0005
"""Seconds, as in packstation.ui.bridge."""
TENTH = 0.1


class Home(QObject):
    """Brings what another thread tells home to the window's."""

    told = Signal(object)


def watched(done: Callable[[], bool], limit: float) -> list[float]:
    """The longest silence in every tenth of a second until ``done``."""
    heart, silences = Heart(), []
    heart.begin()
    end = perf_counter() + limit
    while not done() and perf_counter() < end:
        until = perf_counter() + TENTH
        wait_until(lambda until=until: perf_counter() > until)  # type: ignore[misc] # bound at once
        silences.append(heart.silence())
    return silences


def by_app(file: Path, database: Path, limit: float) -> list[float]:
    """The page itself: its bar moves, and its file comes in on a thread beside it."""
    engine = open_engine(f"sqlite:///{database.absolute()}")
    page, home, brought = _page(), Home(), list[FileBrought]()
    desk = _desk(engine, database.parent)

    def run(errand: object) -> None:
        for news in desk.answer(errand):  # type: ignore[arg-type] # the page asks for nothing else
            if isinstance(news, FileBrought):
                brought.append(news)
            home.told.emit(news)

    home.told.connect(page.tell)
    page.asked.connect(lambda errand: Thread(target=run, args=(errand,)).start())
    page.choose(str(file))
    wait_until(lambda: page.bringing.bring.isVisible() and page.bringing.bar.isHidden())
    gc.freeze()  # as the bridge does once everything is loaded
    page.bringing.bring.click()
    silences = watched(lambda: bool(brought), limit)
    engine.dispose()
    if not brought:
        raise TimeoutError("the file never came in")
    return silences


def _desk(engine: Engine, pictures: Path) -> FileDesk:
    shop = Shop(brand=Brand(name="Casa Azul"), mark=MARK)

    def now() -> datetime:
        return datetime.now(UTC)

    return FileDesk(
        engine, shop, Intake(engine, shop, now), CatalogueIntake(engine, pictures, now)
    )


def _page() -> OrdersPage:
    page = OrdersPage(date.today)
    page.setStyleSheet(sheet(1.0))
    page.begin(load("en", resources()))
    page.resize(WIDTH, HEIGHT)
    fit(page, 1.0)
    page.show()
    return page


def by_floor(imported: Path, database: Path, limit: float) -> list[float]:
    window, done = QWidget(), list[bool]()
    window.show()
    with closing(floors.connect(imported)) as connection:
        written = floors.read_written(connection)
    gc.freeze()

    def run() -> None:
        with closing(floors.connect(database)) as connection:
            floors.bring_in(connection, written)
        done.append(True)

    Thread(target=run).start()
    return watched(lambda: bool(done), limit)


def main(kind: str, file: str, database: str) -> None:
    sys.setswitchinterval(TURN)
    QApplication(sys.argv[:1])
    install_fonts()
    measure = by_app if kind == "app" else by_floor
    print(json.dumps(measure(Path(file), Path(database), 300.0)))


if __name__ == "__main__":
    main(*sys.argv[1:])
