"""The rooms of a window as what they are, to look into them."""

from packstation.ui.guide_screen import GuideScreen
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.screens import Screens


def office_of(screens: Screens) -> OfficeScreen:
    room = screens.office
    assert isinstance(room, OfficeScreen)
    return room


def guide_of(screens: Screens) -> GuideScreen:
    room = screens.guide
    assert isinstance(room, GuideScreen)
    return room
