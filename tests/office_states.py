"""Every page of the office as an owner can meet it, for whoever looks at every screen."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QPainter, QPixmap

from packstation.devices.heard import Heard
from packstation.domain import first_hour as hour
from packstation.domain import scanner_check as check
from packstation.domain.new_pins import Unfit
from packstation.domain.office import Chapter, MayNot
from packstation.domain.people import PeopleShown, Person, PersonRefused
from packstation.domain.practice import PracticePrinted
from packstation.domain.printer_choice import PrintersShown, TrialPrinted
from packstation.domain.shop import Packer
from packstation.domain.shop_told import PictureFault, ShopRefused, ShopShown, ShopTold
from packstation.places import resources
from packstation.slips.samples import shape
from packstation.ui.look import ACT, WHITE, colour
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.printer_page import PrinterPage
from packstation.ui.office.scanner_page import ScannerPage
from packstation.ui.window import Window
from packstation.words.words import load
from tests import making as made
from tests.code_states import CODES
from tests.devices.scanning import Computer, Scanner, scan_all
from tests.file_states import FILES
from tests.telling import Told, tell
from tests.ui.rooms import guide_of, office_of

State = Callable[[Window, str], None]

HOSTILE: Final = f"<b>&{made.LONG_NAME}"[:60]
_NOTHING: Final = tell()
_OWNER: Final = made.a_packer(role="owner", has_pin=False)
_TWO: Final = frozenset({Chapter.SHOP, Chapter.PEOPLE})
_ALL: Final = frozenset(hour.STEPS)
_MARTA: Final = Person(
    id=1, name="Marta", badge="B1", role="owner", has_pin=True, signature=made.SIGNATURE
)
_PEOPLE: Final = (
    _MARTA,
    Person(id=2, name="Joan", badge="B2", signature=made.SIGNATURE, has_pin=True),
    Person(id=3, name="Lucía", badge="B3"),
    Person(id=4, name="Iker", badge="B4", active=False),
)
_WANG: Final = Person(id=5, name="王小明", badge="B5", unprintable=("王", "小", "明"))
_MANY: Final = (
    Person(id=1, name=HOSTILE, badge="B1", role="owner", has_pin=True),
    *(
        Person(id=n, name=f"{made.LONG_NAME[:56]} {n}", badge=f"B{n}", has_pin=n % 2 == 0)
        for n in range(2, 24)
    ),
)


def office_states() -> Iterator[tuple[str, State]]:
    for name, (chapter, told) in (_PAGES | CODES | FILES).items():
        yield f"office-{name}", partial(_page, chapter=chapter, told=told)
    yield "office-first-start", partial(_first_start, chapter=Chapter.SHOP)
    yield "office-first-person", partial(_first_start, chapter=Chapter.PEOPLE)
    yield "office-all-done", partial(_page, chapter=Chapter.ORDERS, done=_ALL)
    yield "office-short-pin", partial(_page, chapter=Chapter.PRINTER, told=_come_in_short)
    yield "office-door", _door
    yield "office-door-shut", partial(_door, said=hour.StayOut(tries_left=2))
    yield "office-not-yours", partial(_door, said=hour.StayOut(owner=False))
    yield "guide", _guide
    for place in range(1, 6):
        yield f"guide-{place + 1}", partial(_guide, place=place)


# ---- ways in


def _enter(window: Window, language: str, asker: Packer | None) -> OfficeScreen:
    window.show_shop(made.a_shop(language=language), "2")
    screens = window.screens
    office = office_of(screens)
    words = load(language, resources())
    office.enter(lambda asked: load(asked or language, resources()), words, asker)
    screens.made.emit(office)
    screens.put_up(office)
    return office


def _open(
    office: OfficeScreen, chapter: Chapter, path: hour.PathShown, people: PeopleShown
) -> None:
    """The first ``path`` leads to where it goes on, as when the office opens."""
    office.tell(path)
    office.open(chapter)
    office.tell(people)
    office.tell(path)


def _page(
    window: Window,
    language: str,
    *,
    chapter: Chapter,
    told: Told = _NOTHING,
    done: frozenset[Chapter] = _TWO,
) -> None:
    office = _enter(window, language, _OWNER)
    _open(office, chapter, hour.PathShown(done, (_OWNER,)), PeopleShown(_PEOPLE))
    told(office, language)


def _first_start(window: Window, language: str, *, chapter: Chapter) -> None:
    """Nobody works here yet."""
    office = _enter(window, language, None)
    _open(office, chapter, hour.PathShown(frozenset()), PeopleShown(()))


def _door(window: Window, language: str, *, said: hour.StayOut | None = None) -> None:
    office = _enter(window, language, made.a_packer(role="owner", has_pin=True))
    if said is not None:
        office.tell(said)


def _guide(window: Window, language: str, *, place: int = 0) -> None:
    _page(window, language, chapter=Chapter.SHOP)
    window.screens.show_help(load(language, resources()))
    guide_of(window.screens).pages[place].click()


# ---- what the pages are told


def _kept(office: OfficeScreen, language: str) -> None:
    told = ShopTold(
        name="Casa Azul",
        contact="hola@casaazul.example · 900 000 000",
        answer_link="https://casaazul.example/p/{parcel}?p={proof}",
        language=language,
    )
    office.tell(ShopShown(told, _logo()))
    office.tell(ShopShown(told, _logo(), kept=True))


def _refused(office: OfficeScreen, language: str) -> None:
    office.tell(
        ShopShown(ShopTold(name=HOSTILE, contact=made.LONG_NAME * 2, language=language))
    )
    office.tell(ShopRefused(PictureFault.TOO_LARGE))


def _test_printed(office: OfficeScreen, language: str) -> None:
    del language
    office.tell(PRINTERS)
    page = office.page
    assert isinstance(page, PrinterPage)
    page.test.click()
    office.tell(TrialPrinted(where="Brother QL-118"))


def _come_in_short(office: OfficeScreen, language: str) -> None:
    del language
    office.tell(hour.ComeIn(_OWNER, short_pin=True))
    office.tell(PRINTERS)


def _scanned(*scans: Heard) -> Told:
    def told(office: OfficeScreen, language: str) -> None:
        del language
        office.tell(check.ScannerShown(suffix="enter", prefix="", gap_ms=35))
        office.tell(_SHAPES)
        page = office.page
        assert isinstance(page, ScannerPage)
        for it in scans:
            page.ear.heard.emit(it)

    return told


def _logo() -> bytes:
    picture, raw = QPixmap(300, 300), QBuffer()
    picture.fill(WHITE)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(ACT))
    painter.drawPolygon([QPoint(x, y) for x, y in _HOUSE])
    painter.end()
    raw.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(raw, "PNG")
    return bytes(raw.data().data())


_HOUSE: Final = ((150, 20), (285, 140), (285, 285), (185, 285), (185, 190), (115, 190),
                 (115, 285), (15, 285), (15, 140))  # fmt: skip

PRINTERS: Final = PrintersShown(
    printers=("Brother_QL_820NWB", "HP_LaserJet"),
    usual="HP_LaserJet",
    folder="/srv/tienda/slips",
)
_FOLDER: Final = PrintersShown(printers=(), folder="/srv/packstation/slips")
_SHAPES: Final = check.ShapesShown(
    tuple(check.Shape(it.number, tuple(shape(it).rows)) for it in check.SAMPLES)
)
_GOOD: Final = scan_all(Scanner(), Computer(keyboard="es"))
_ODD: Final = scan_all(Scanner(prefix="*", pace_ms=60), Computer(keyboard="es"))
_WORST: Final = scan_all(Scanner(), Computer(keyboard="es", tells_keys=False))

_PAGES: Final[dict[str, tuple[Chapter, Told]]] = {
    "shop": (Chapter.SHOP, _kept),
    "shop-refused": (Chapter.SHOP, _refused),
    "shop-letters": (
        Chapter.SHOP,
        tell(ShopShown(ShopTold(name="花屋 Flora"), kept=True, unprintable=("花", "屋"))),
    ),
    "people": (Chapter.PEOPLE, tell(PeopleShown(_PEOPLE, 2))),
    "people-many-long-hostile": (Chapter.PEOPLE, tell(PeopleShown(_MANY, 1))),
    "people-letters": (Chapter.PEOPLE, tell(PeopleShown((_MARTA, _WANG), 5))),
    "people-new-owner": (Chapter.PEOPLE, tell(PeopleShown(_PEOPLE, 2, pin_due=True))),
    "people-refused": (Chapter.PEOPLE, tell(PersonRefused(Unfit.A_NAME))),
    "people-badges": (
        Chapter.PEOPLE,
        tell(
            TrialPrinted(
                where=f"{_FOLDER.folder}/codes-0123abcd.pdf", in_folder=True, codes=True
            )
        ),
    ),
    "printer": (Chapter.PRINTER, tell(PRINTERS)),
    "printer-none": (Chapter.PRINTER, tell(_FOLDER)),
    "printer-did-it-come-out": (Chapter.PRINTER, _test_printed),
    "printer-jammed": (Chapter.PRINTER, tell(PRINTERS, TrialPrinted(trouble="jam"))),
    "scanner": (Chapter.SCANNER, _scanned()),
    "scanner-ready": (Chapter.SCANNER, _scanned(*_GOOD)),
    "scanner-to-repair": (Chapter.SCANNER, _scanned(*_ODD)),
    "scanner-to-set": (Chapter.SCANNER, _scanned(*_WORST)),
    "practice": (Chapter.PRACTICE, tell()),
    "practice-done": (
        Chapter.PRACTICE,
        tell(hour.PathShown(_ALL, (made.a_packer(),)), PracticePrinted(where="HP_LaserJet")),
    ),
    "demo": (Chapter.DEMO, tell()),
    "demo-there-already": (Chapter.DEMO, tell(hour.DemoStarted(already=True))),
    "may-not": (Chapter.SHOP, tell(MayNot(None))),
}
