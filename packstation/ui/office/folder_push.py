"""Opens the folder a paper went to: it lies where nobody would look."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices

from packstation.ui.office.kit import Push
from packstation.words.words import Words


class FolderPush(Push):
    """Not there until a paper has gone to a folder."""

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.clicked.connect(self._open)
        self.hide()

    def begin(self, words: Words) -> None:
        self.say(words("Open the folder"))
        self.hide()

    def lead_to(self, file: str, *, in_folder: bool) -> None:
        """``file`` has gone to its folder, unless it went to a printer."""
        self._folder = Path(file).parent
        self.setVisible(in_folder and self._folder.is_absolute())

    @Slot()
    def _open(self) -> None:
        """In whatever shows folders here."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
