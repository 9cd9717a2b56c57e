"""Where slips are PDFs in a folder: the folder can be opened, for nobody would find it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from packstation.domain.office import Chapter
from packstation.domain.printer_choice import IN_FOLDER
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.printer_page import PrinterPage
from tests.ui.office.owning import PRINTERS, enter, tap


def printing(screen: OfficeScreen) -> PrinterPage:
    enter(screen)
    screen.open(Chapter.PRINTER)
    assert isinstance(screen.page, PrinterPage)
    return screen.page


def test_the_folder_opens_and_is_made_where_nothing_was_printed_yet(
    screen: OfficeScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page, folder = printing(screen), tmp_path / "slips"
    screen.tell(replace(PRINTERS, chosen=IN_FOLDER, folder=str(folder)))
    tap(page.open_it)
    assert opened == [QUrl.fromLocalFile(str(folder))]
    assert folder.is_dir()


def test_with_a_printer_there_is_no_folder_to_open(screen: OfficeScreen) -> None:
    page = printing(screen)
    screen.tell(replace(PRINTERS, chosen=PRINTERS.printers[0]))
    assert not page.open_it.isVisible()
