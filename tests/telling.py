"""How a page of the office comes into a state: what it is told once it is open."""

from collections.abc import Callable
from typing import TypeAlias

from packstation.ui.office.office_screen import OfficeScreen

Told: TypeAlias = Callable[[OfficeScreen, str], None]
"""Brings the page that is open into a state, in a language."""


def tell(*news: object) -> Told:
    """What errands came to, one after the other."""

    def told(office: OfficeScreen, language: str) -> None:
        del language
        for it in news:
            office.tell(it)

    return told
