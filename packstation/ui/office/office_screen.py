"""The owner's side of the window: its chapters at the left, one page of it at the right."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from packstation.domain.office import Chapter
from packstation.domain.scans import Scan
from packstation.domain.shop import Packer
from packstation.ui.header import Header
from packstation.ui.look import HEADER, scale_of
from packstation.ui.office.kit import Push, Stack, fit
from packstation.ui.office.page import Page
from packstation.ui.office.style import sheet
from packstation.ui.painted import Painted, put
from packstation.words.words import Words

CHAPTERS_WIDE = 300.0


class OfficeScreen(Painted):
    """``asked`` carries an errand, and who asks: nobody (None) before anybody works here."""

    asked = Signal(object, object)
    stopped = Signal()
    left = Signal()
    """Back to the bench."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.chapters = QWidget(self)
        self.pages = QStackedWidget(self)
        self.back = Push()
        self.back.clicked.connect(self.left)
        self._column = Stack(gap=8, pad=16)
        self._column.addStretch(1)
        self._column.addWidget(self.back)
        self.chapters.setLayout(self._column)
        self._made: dict[Chapter, Page] = {}
        self._buttons: dict[Chapter, Push] = {}
        self._words: Words | None = None
        self._asker: Packer | None = None

    def add(self, chapter: Chapter, page: Page) -> None:
        """Have ``page`` as the next chapter."""
        page.asked.connect(self._ask)
        page.stopped.connect(self.stopped)
        around = QScrollArea()
        around.setWidget(page)
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.addWidget(around)
        button = Push()
        button.setCheckable(True)
        button.clicked.connect(lambda: self.open(chapter))
        self._column.insertWidget(len(self._made), button)
        self._made[chapter], self._buttons[chapter] = page, button

    def enter(self, words: Words, asker: Packer | None) -> None:
        """``asker`` comes in; nobody (None) while nobody works here yet."""
        self._words, self._asker = words, asker
        self.back.say(words("To the bench"))
        self.open(self.chapter or next(iter(self._made)))

    def open(self, chapter: Chapter) -> None:
        if self._words is None:
            return
        self.pages.setCurrentIndex(list(self._made).index(chapter))
        for other, button in self._buttons.items():
            button.setChecked(other is chapter)
        self._made[chapter].begin(self._words)

    @property
    def chapter(self) -> Chapter | None:
        place = self.pages.currentIndex()
        return None if place < 0 else list(self._made)[place]

    @Slot(object)
    def tell(self, news: object) -> None:
        for page in self._made.values():
            page.tell(news)

    def hear(self, scan: Scan) -> bool:
        """Whether the page that is open keeps ``scan`` from the bench."""
        return self.chapter is not None and self._made[self.chapter].hear(scan)

    def press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        under = room.adjusted(0, HEADER, 0, 0)
        put(self.chapters, under.adjusted(0, 0, CHAPTERS_WIDE - under.width(), 0))
        put(self.pages, under.adjusted(CHAPTERS_WIDE, 0, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = scale_of(self)
        self.chapters.setStyleSheet(sheet(scale))
        self.pages.setStyleSheet(sheet(scale))
        fit(self, scale)
        super().resizeEvent(event)

    @Slot(object)
    def _ask(self, errand: object) -> None:
        self.asked.emit(errand, self._asker)
