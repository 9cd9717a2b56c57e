"""The owner's side of the window: its chapters at the left, one page of it at the right.

Its first six chapters are the first hour of a shop; afterwards they are the office's home.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from packstation.domain.file_errands import FileBrought
from packstation.domain.first_hour import (
    STEPS,
    ComeIn,
    EnterOffice,
    LookAtPath,
    PathShown,
    StayOut,
)
from packstation.domain.office import CameToNothing, Chapter, MayNot
from packstation.domain.outcomes import PinWrong
from packstation.domain.people import ChangePin
from packstation.domain.scans import Scan, SignIn
from packstation.domain.shop import Packer
from packstation.domain.shop_told import ShopShown, ShopTold
from packstation.ui.look import HEADER, scale_of
from packstation.ui.notices import Notice, notice_of
from packstation.ui.office.chapter_button import HEIGHT, ChapterButton
from packstation.ui.office.foot import PAD as PAD_OF_FOOT
from packstation.ui.office.foot import Foot
from packstation.ui.office.kit import Push, Stack, fit
from packstation.ui.office.page import PAD as PAD_OF_PAGE
from packstation.ui.office.page import Page
from packstation.ui.office.style import sheet
from packstation.ui.painted import put
from packstation.ui.pin_pad import PinPad
from packstation.ui.rooms import OfficeRoom
from packstation.words.office_phrases import chapter_name
from packstation.words.people_phrases import own_pin_is_due
from packstation.words.phrases import Tone
from packstation.words.words import Words

CHAPTERS_WIDE = 300.0
FOOT = 84.0
PAD = (640.0, 680.0)


class OfficeScreen(OfficeRoom):
    """Its pages are put in by chapters.py."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chapters = QWidget(self)
        self.pages = QStackedWidget(self)
        self.foot = Foot(self)
        self.pad = PinPad(words, self)
        self.back = Push()
        self._column = Stack(gap=6, pad=14)
        self._column.addStretch(1)
        self._column.addWidget(self.back)
        self.chapters.setLayout(self._column)
        self._made: dict[Chapter, Page] = {}
        self.buttons: dict[Chapter, ChapterButton] = {}
        self._words = words
        self._words_of: Callable[[str], Words] | None = None
        self._path = PathShown(frozenset())
        self._seeks = True
        self._join()

    def _join(self) -> None:
        self.back.clicked.connect(self.left)
        self.pad.left.connect(self.left)
        self.pad.wished.connect(self._try_pin)
        self.foot.go_on.clicked.connect(self.go_on)

    def add(self, chapter: Chapter, page: Page) -> None:
        """Have ``page`` as the next chapter."""
        page.asked.connect(self._ask)
        page.stopped.connect(self.stopped)
        page.done.connect(self.go_on)
        around = QScrollArea()
        around.setWidget(page)
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.addWidget(around)
        button = ChapterButton(STEPS.index(chapter) + 1 if chapter in STEPS else 0)
        button.clicked.connect(lambda: self._point(chapter))
        self._column.insertWidget(len(self._made), button)
        self._made[chapter], self.buttons[chapter] = page, button

    def enter(
        self, words_of: Callable[[str], Words], words: Words, asker: Packer | None
    ) -> None:
        """``asker`` comes in, by the PIN if there is one. None: nobody works here yet."""
        self._words_of, self._words, self.asker = words_of, words, asker
        if asker is not None and asker.has_pin:
            self._show_door(asker)
        else:
            self._come_in()

    def _point(self, chapter: Chapter) -> None:
        """Somebody has chosen where to be, and is not led elsewhere when the path is known."""
        self._seeks = False
        self.open(chapter)

    def open(self, chapter: Chapter) -> None:
        self.pages.setCurrentIndex(list(self._made).index(chapter))
        self._made[chapter].begin(self._words)
        self._ask(LookAtPath())
        self._say()

    @Slot()
    def go_on(self) -> None:
        """To the next step that is still to do; from the last one on to the first open one."""
        now = self.chapter
        after = STEPS[STEPS.index(now) + 1 :] if now in STEPS else ()
        open_steps = (it for it in (*after, *STEPS) if it not in self._path.done and it != now)
        step = next(open_steps, None)
        if step is not None and step in self._made:
            self.open(step)

    @Slot()
    def practise(self) -> None:
        if self.asker is not None:
            self.practice_asked.emit(self.asker)

    @property
    def chapter(self) -> Chapter | None:
        place = self.pages.currentIndex()
        return None if place < 0 else list(self._made)[place]

    @property
    def page(self) -> Page | None:
        return None if self.chapter is None else self._made[self.chapter]

    @Slot(object)
    def tell(self, news: object) -> None:
        match news:
            case ComeIn(packer, short_pin):
                self.asker = packer
                self.foot.show_due(own_pin_is_due(self._words) if short_pin else "")
                if self.pad.isVisibleTo(self):
                    self._come_in()
            case StayOut():
                self._refuse(news)
            case FileBrought():
                self._ask(LookAtPath())
            case MayNot():
                self.foot.show_word(self._words("Only the owner may do that."))
            case CameToNothing() if self.chapter is not None:
                self._made[self.chapter].begin(self._words)  # so that one may try again
            case PathShown():
                self._take_up(news)
            case ShopShown(told, kept=True):
                self._rename(told)
            case _:
                pass
        for page in self._made.values():
            page.tell(news)
        self._hold_foot()

    def hear(self, scan: Scan) -> bool:
        """Whether the page that is open keeps ``scan`` from being lost; else it is said."""
        said = self._words("That was a scan: here in the office it does nothing.")
        if self.pad.isVisibleTo(self):
            self.pad.refuse(Notice(said))
            return False
        if self.page is not None and self.page.hear(scan):
            return True
        self.foot.show_word(said)
        return False

    def press(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F9} and self._may_leave:
            self.left.emit()
            return True
        return False

    # ---- the door

    def _show_door(self, asker: Packer) -> None:
        self._open_door(is_open=False)
        self.pad.ask(asker, self._words)

    @Slot(object)
    def _try_pin(self, wish: object) -> None:
        if isinstance(wish, SignIn):
            self._ask(EnterOffice(wish.pin))

    def _refuse(self, news: StayOut) -> None:
        name = "" if self.asker is None else self.asker.name
        if news.owner and news.tries_left:
            self.pad.refuse(notice_of(PinWrong(name, news.tries_left), self._words))
        elif news.owner:
            # Here no badge helps, as it would at the bench.
            said = self._words("Too many tries for {name}", name=name)
            wait = self._words("Wait five minutes, then try again.")
            self.pad.refuse(Notice(said, wait, Tone.CARE))
        else:
            said = self._words("The office is for whoever owns the shop.")
            self.pad.refuse(Notice(said, tone=Tone.STOP))

    def _come_in(self) -> None:
        """Where one was; at first, where the path goes on as soon as that is known."""
        self._open_door(is_open=True)
        if self.chapter is not None:
            self.open(self.chapter)

    def _take_up(self, path: PathShown) -> None:
        self._path = path
        seeks, self._seeks = self._seeks, False
        if seeks and path.next in self._made and path.next is not self.chapter:
            self.open(path.next)
        self._say()

    def _open_door(self, *, is_open: bool) -> None:
        # At the door a digit that is typed belongs to the PIN, whoever gives the screen focus.
        self.setFocusProxy(None if is_open else self.pad)  # type: ignore[arg-type] # Qt takes None for no proxy
        if self.pad.hasFocus():
            self.setFocus()  # not the next button: nobody chose that one
        self.pad.setVisible(not is_open)
        for part in (self.chapters, self.pages, self.foot):
            part.setVisible(is_open)
        self.foot.show_word("")

    # ---- what it says

    def _rename(self, told: ShopTold) -> None:
        """The shop is called and speaks otherwise from now on; who asks keeps a language."""
        self.header.rename(told.name)
        if self.asker is None and self._words_of is not None:
            self._speak(self._words_of(told.language))

    def _speak(self, words: Words) -> None:
        self._words = words
        if self.page is not None:
            self.page.begin(words)
        self._say()

    def _say(self) -> None:
        words = self._words
        for chapter, button in self.buttons.items():
            done = chapter in self._path.done
            button.show_state(chapter_name(chapter, words), words, done=done)
            button.setChecked(chapter is self.chapter)
        self.back.say(words("To the bench"))
        self.back.setVisible(self._may_leave)
        over = self.chapter is STEPS[-1] and self._path.done.issuperset(STEPS)
        self.back.lead(leading=over)  # the hour is over, and the first real parcel waits
        self.foot.show_path(self._path, self.chapter, words)
        self._hold_foot()

    def _hold_foot(self) -> None:
        self.foot.hold(held=self.page is not None and self.page.under_way)

    @property
    def _may_leave(self) -> bool:
        """Before anybody works here there is nothing to go back to."""
        return self.asker is not None

    # ---- how it lies

    def arrange(self) -> None:
        room = self.room
        put(self.header, QRectF(0, 0, room.width(), HEADER))
        under = room.adjusted(0, HEADER, 0, 0)
        put(self.chapters, under.adjusted(0, 0, CHAPTERS_WIDE - under.width(), 0))
        put(self.pages, under.adjusted(CHAPTERS_WIDE, 0, 0, -FOOT))
        aside = PAD_OF_PAGE - PAD_OF_FOOT  # its edges are those of the page above
        foot = under.adjusted(CHAPTERS_WIDE + aside, under.height() - FOOT, -aside, 0)
        put(self.foot, foot)
        wide, high = PAD
        put(self.pad, QRectF((room.width() - wide) / 2, HEADER + 16, wide, high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = scale_of(self)
        for part in (self.chapters, self.pages, self.foot):
            part.setStyleSheet(sheet(scale))
        fit(self, scale)
        for button in self.buttons.values():
            button.setFixedHeight(round(HEIGHT * scale))
        super().resizeEvent(event)

    @Slot(object)
    def _ask(self, errand: object) -> None:
        self.foot.show_word("")
        if isinstance(errand, ChangePin):
            self.foot.show_due("")
        self._hold_foot()
        self.asked.emit(errand, self.asker)
