"""The guide: the pages an owner can also read beside the program, here in the window."""

from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from packstation.ui.button import Button, Weight
from packstation.ui.look import (
    ACT,
    BUTTON,
    CARD,
    EDGE,
    FOOTER,
    GUTTER,
    HEADER,
    INK,
    LINE,
    TEXT,
    WHITE,
    colour,
    font,
    scale_of,
)
from packstation.ui.painted import put
from packstation.ui.rooms import GuideRoom
from packstation.words.words import Words

WIDE: Final = 320.0
"""Of the column of pages."""
ROW: Final = 56.0
LANGUAGES: Final = ("es", "en")


class GuideScreen(GuideRoom):
    """Looked at; ``left`` closes it, and so does the next scan."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """``folder``: one of Markdown pages for each language, in the order of their names."""
        super().__init__(parent)
        self._folder = folder
        self._files: tuple[Path, ...] = ()
        self.pages: tuple[Button, ...] = ()
        """Those that open a page, in their order."""
        self.text = _Text(self)
        self.text.sourceChanged.connect(self._mark)
        self.setFocusProxy(self.text)  # one reads on with the keys at once
        self.close_it = Button(parent=self, hint="Esc")
        self.close_it.clicked.connect(self.left)

    def show_guide(self, words: Words) -> None:
        """Open it where it was left, in the language of ``words``."""
        self.close_it.say(words("Close"))
        language = words.language if words.language in LANGUAGES else "en"
        files = tuple(sorted((self._folder / language).glob("*.md")))
        if self._files != files:
            self._bind(files)
        self.read_out(words("The guide"))
        self.arrange()

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key nothing here had the focus for means something all the same."""
        leaves = event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1}
        if leaves:
            self.left.emit()
        return leaves

    def _bind(self, files: tuple[Path, ...]) -> None:
        for button in self.pages:
            button.deleteLater()
        self._files, self.pages = files, tuple(map(self._button, files))
        for one, other in pairwise((self.header.help, *self.pages, self.text, self.close_it)):
            self.setTabOrder(one, other)
        if files:
            self._open(files[0])

    def _button(self, file: Path) -> Button:
        button = Button(_title(file), self)
        button.clicked.connect(lambda: self._turn_to(file))
        button.show()
        return button

    def _open(self, file: Path) -> None:
        self.text.setSource(QUrl.fromLocalFile(str(file)))

    def _turn_to(self, file: Path) -> None:
        self._open(file)
        self.text.setFocus()

    @Slot(QUrl)
    def _mark(self, source: QUrl) -> None:
        """The page that is open, also by a link of another page."""
        for file, button in zip(self._files, self.pages, strict=True):
            here = source.fileName() == file.name
            button.say(button.label, Weight.NEXT if here else Weight.PLAIN)
            if here:
                self.text.setAccessibleName(button.label)

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        top = HEADER + GUTTER
        for n, button in enumerate(self.pages):
            put(button, QRectF(GUTTER, top + n * (ROW + 8), WIDE, ROW))
        left = GUTTER + WIDE + GUTTER
        high = room.height() - top - FOOTER
        put(self.text, QRectF(left, top, room.width() - left - GUTTER, high))
        wide = self.close_it.unit_width
        foot = room.height() - FOOTER + (FOOTER - BUTTON) / 2
        put(self.close_it, QRectF(room.width() - GUTTER - wide, foot, wide, BUTTON))


_ABOVE, _BELOW, _LINE = 26, 10, 125
"""Of a heading, of each paragraph; of a line, in per cent."""
_OF_A_PICTURE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
UNKNOWN: Final = QTextDocument.ResourceType.UnknownResource


class _Text(QTextBrowser):
    """A page as it is written; its pictures are as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fresh = QTextDocument(self)
        self.setOpenExternalLinks(False)
        self.setFont(font(TEXT))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != _PICTURE:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        wide = self.viewport().width() - round(80 * scale_of(self))
        if picture.isNull() or picture.width() <= wide:
            return picture
        return picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)

    def doSetSource(
        self,
        name: QUrl | str,
        /,
        type: QTextDocument.ResourceType = UNKNOWN,  # noqa: A002 (Qt's)
    ) -> None:
        """Markdown knows no distances: give what it has become some air."""
        scale = scale_of(self)
        # In one that was used before, a paragraph looks like the heading above it.
        used, self._fresh = self._fresh, QTextDocument(self)
        self._fresh.setDocumentMargin(28 * scale)
        self._fresh.setDefaultFont(self.font())
        self.setDocument(self._fresh)
        used.deleteLater()
        super().doSetSource(name, type)
        block = self.document().begin()
        while block.isValid():
            QTextCursor(block).mergeBlockFormat(_aired(block, scale))
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = scale_of(self)
        self.setStyleSheet(_style(scale))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Link, colour(ACT))
        self.setPalette(palette)
        super().resizeEvent(event)
        if not self.source().isEmpty():
            self.reload()


_PICTURE: Final = 2
"""QTextDocument.ResourceType.ImageResource, as loadResource is told it."""


def _aired(block: QTextBlock, scale: float) -> QTextBlockFormat:
    level, air = block.blockFormat().headingLevel(), QTextBlockFormat()
    above = 0.0 if level == 1 else _ABOVE if level else _BELOW / 2
    air.setTopMargin(above * scale)
    air.setBottomMargin(_BELOW * scale)
    if level == 0 and _OF_A_PICTURE not in block.text():
        air.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return air


def _title(file: Path) -> str:
    """The first line of the page, without its mark."""
    with file.open(encoding="utf-8") as lines:
        return next(lines, "").lstrip("# ").strip()


def _style(scale: float) -> str:
    size, edge, radius = round(TEXT.size * scale), max(1, round(scale)), round(14 * scale)
    focus, inner = max(2, round(3 * scale)), round(6 * scale)
    return (
        f"QTextBrowser {{ background: {CARD}; color: {INK}; border: {edge}px solid {LINE};"
        f" border-radius: {radius}px; font-size: {size}px;"
        f" padding: {inner}px {inner}px {inner}px 0;"
        f" selection-background-color: {ACT}; selection-color: {WHITE}; }}"
        f"QTextBrowser:focus {{ border: {focus}px solid {ACT}; }}"
        f"QScrollBar:vertical {{ background: {CARD}; width: {round(18 * scale)}px; }}"
        f"QScrollBar::handle {{ background: {EDGE}; border-radius: {round(7 * scale)}px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
    )
