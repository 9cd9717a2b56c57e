"""Which file it is about: choose one, or drop it on the page."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFileDialog

from packstation.domain.matching import Preview
from packstation.ui.office.kit import Card, Kind, Label, Push, Stack
from packstation.words import file_phrases as phrases
from packstation.words.legible import legible
from packstation.words.words import Words

_DOWNLOADS: Final = QStandardPaths.StandardLocation.DownloadLocation
_PATTERNS: Final = "*.csv *.tsv *.txt *.csv.gz *.json"


class FileCard(Card):
    chosen = Signal(str)
    """The path of a file."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.kind = Label(Kind.STRONG), Label(Kind.SOFT)
        self.name.setWordWrap(False)
        self.choose_it = Push(leading=True)
        self.choose_it.clicked.connect(self.ask)
        said = Stack(gap=2)
        said.addWidget(self.name)
        said.addWidget(self.kind)
        across = Stack(across=True)
        across.addLayout(said, 1)
        across.addWidget(self.choose_it, 0, Qt.AlignmentFlag.AlignVCenter)
        self.stack.addLayout(across)
        self.how = Label(Kind.TEXT)
        self.stack.addWidget(self.how)
        downloads = QStandardPaths.writableLocation(_DOWNLOADS)
        self._folder = downloads if Path(downloads).is_dir() else str(Path.home())
        self._full_name = self._next = ""
        self._filters = self._caption = ""

    def begin(self, words: Words) -> None:
        self._caption = words("Choose the shop's file")
        exported, every = words("Exported files"), words("All files")
        self._filters = f"{exported} ({_PATTERNS});;{every} (*)"
        another = self._next or words("Another file…")
        self.choose_it.say(another if self._full_name else words("Choose a file…"))
        self.choose_it.lead(leading=bool(self._next) or not self._full_name)
        if not self._full_name:
            self.name.say(words("Drop the file here, or choose it."))
            self.kind.say(
                words("The CSV your shop exports. Nothing comes in before you say so.")
            )
            self.how.say("\n".join(_where(words)))

    def show_name(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self._full_name = " ".join(legible(Path(path).name).split())
        self._next = ""
        self.kind.say("")
        self.how.say("")
        self._elide()

    def show_next(self, label: str) -> None:
        """Another file is what comes next: ``label`` says which."""
        self._next = label
        self.choose_it.say(label)
        self.choose_it.lead(leading=True)
        self._elide()

    def show_preview(self, preview: Preview, words: Words) -> None:
        seen, written = phrases.seen_as(preview, words), phrases.written_as(preview, words)
        self.kind.say(f"{seen} · {written}")

    def ask(self) -> None:
        """Where is it? The window goes on meanwhile."""
        asked = QFileDialog(self.window(), self._caption, self._folder, self._filters)
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(self.chosen)
        asked.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        if self._full_name:
            room = max(200, self.width() - self.choose_it.width() - 80)
            metrics = QFontMetrics(self.name.font())
            self.name.say(
                metrics.elidedText(self._full_name, Qt.TextElideMode.ElideMiddle, room)
            )


def _where(words: Words) -> tuple[str, ...]:
    return (
        words("First the products, for their codes; then the orders."),
        words("Shopify: Orders, then Export, as plain CSV."),
        words("WooCommerce: an export plugin, with one row or several for an order."),
        words(
            "Any other: one row for each line of an order, or for each product, with names "
            "above the columns."
        ),
    )


def dropped(given: QMimeData) -> str:
    """The path of the one file that is being dropped; empty for anything else."""
    files = [url.toLocalFile() for url in given.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else ""
