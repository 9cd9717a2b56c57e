"""The chapters of the office, in the order of a shop's first hour."""

from packstation.domain.office import Chapter
from packstation.ui.office.codes_page import CodesPage
from packstation.ui.office.demo_page import DemoPage
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.orders_page import OrdersPage
from packstation.ui.office.people_page import PeoplePage
from packstation.ui.office.practice_page import PracticePage
from packstation.ui.office.printer_page import PrinterPage
from packstation.ui.office.scanner_page import ScannerPage
from packstation.ui.office.shop_page import ShopPage
from packstation.words.words import Words


def open_office(words: Words) -> OfficeScreen:
    """The office with all its pages, before anybody has come in."""
    office = OfficeScreen(words)
    add_chapters(office)
    return office


def add_chapters(office: OfficeScreen) -> None:
    """Put every page in its place: ``office.add(Chapter.ORDERS, OrdersPage())``."""
    practice = PracticePage()
    practice.practice_wanted.connect(office.practise)
    office.add(Chapter.SHOP, ShopPage())
    office.add(Chapter.PEOPLE, PeoplePage())
    office.add(Chapter.PRINTER, PrinterPage())
    office.add(Chapter.SCANNER, ScannerPage())
    office.add(Chapter.ORDERS, OrdersPage())
    office.add(Chapter.PRACTICE, practice)
    office.add(Chapter.CODES, CodesPage())
    office.add(Chapter.DEMO, DemoPage())
