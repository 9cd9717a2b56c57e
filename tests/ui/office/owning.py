"""An owner at the office, with everything its pages can show at once."""

from PySide6.QtCore import QBuffer, QEvent, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from packstation.domain import first_hour as hour
from packstation.domain.new_pins import Unfit
from packstation.domain.office import Chapter
from packstation.domain.people import PeopleShown, Person, PersonRefused
from packstation.domain.practice import PracticePrinted
from packstation.domain.printer_choice import PrintersShown, TrialPrinted
from packstation.domain.shop_told import ShopShown, ShopTold
from packstation.places import resources
from packstation.ui.office.office_screen import OfficeScreen
from packstation.words.words import load
from tests import making as made

OWNER = made.a_packer(id=3, name="Pilar", role="owner", has_pin=False)
WITH_PIN = made.a_packer(id=3, name="Pilar", role="owner", language="en")
PEOPLE = (
    Person(id=1, name=f"<b>&{made.LONG_NAME}"[:60], badge="B1", role="owner", has_pin=True),
    Person(id=2, name="Joan", badge="B2", signature=made.SIGNATURE),
    Person(id=4, name="Iker", badge="B4", active=False),
)
TOLD = ShopTold(name="La Tetería de Ana & Hijas", contact="hola@teteria.example", language="en")
PRINTERS = PrintersShown(printers=("Zebra_ZD421", "HP"), usual="HP", folder="slips")
MINE = (Chapter.SHOP, Chapter.PEOPLE, Chapter.PRINTER, Chapter.PRACTICE, Chapter.DEMO)


def enter(screen: OfficeScreen, asker: object = OWNER, language: str = "en") -> None:
    def words_of(wanted: str) -> object:
        return load(wanted or language, resources())

    screen.enter(words_of, words_of(language), asker)  # type: ignore[arg-type] # words they are


def tap(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def click_twice(widget: QWidget) -> None:
    """As Qt tells of a double click: the second press is an event of its own kind."""
    tap(widget)
    place, left = widget.rect().center().toPointF(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        there = widget.mapToGlobal(place)
        event = QMouseEvent(kind, place, there, left, left, none)
        QApplication.sendEvent(widget, event)


def fill(screen: OfficeScreen) -> None:
    """Every page with all it can say at once."""
    done = frozenset({Chapter.SHOP, Chapter.PEOPLE})
    for news in (
        ShopShown(TOLD, _logo(), kept=True),
        PeopleShown(PEOPLE),
        PersonRefused(Unfit.A_NAME),
        PRINTERS,
        TrialPrinted(where="practice-20261122-101010-0123abcd.pdf", in_folder=True),
        TrialPrinted(where="codes-0123abcd.pdf", in_folder=True, codes=True),
        PracticePrinted(where="codes-0123abcd.pdf", in_folder=True),
        hour.PathShown(done | {Chapter.PRACTICE}, (OWNER,)),
        hour.DemoStarted(already=True),
    ):
        screen.tell(news)


def _logo() -> bytes:
    picture, raw = QPixmap(900, 300), QBuffer()
    picture.fill("navy")
    raw.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(raw, "PNG")
    return bytes(raw.data().data())
