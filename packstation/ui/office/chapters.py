"""The chapters of the office, in the order of a shop's first hour."""

from packstation.ui.office.office_screen import OfficeScreen


def add_chapters(office: OfficeScreen) -> None:
    """Put every page in its place: ``office.add(Chapter.ORDERS, OrdersPage())``."""
    del office
