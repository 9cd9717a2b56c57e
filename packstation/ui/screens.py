"""The screens of one window, each made when it is first needed; one of them is up."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Free, Packing, Unattended
from packstation.domain.decisions import Explained
from packstation.domain.note_cards import TableNews
from packstation.domain.note_sheet import NoteSheet
from packstation.domain.packing import Step
from packstation.domain.picking import PickingNews
from packstation.domain.records import Parcel
from packstation.domain.surprises import Offered
from packstation.places import resources
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.free_screen import FreeScreen
from packstation.ui.kept_focus import KeptFocus
from packstation.ui.keys_screen import KeysScreen
from packstation.ui.lettering import draw_letters
from packstation.ui.painted import unseen
from packstation.ui.parcel_screen import ParcelScreen
from packstation.ui.pictures import Pictures
from packstation.ui.rooms import GuideRoom, OfficeRoom
from packstation.ui.sign_in_screen import SignInScreen
from packstation.ui.stop_screen import StopScreen
from packstation.words.phrases import loud
from packstation.words.words import Words

Looked = StopScreen | ParcelScreen | KeysScreen | GuideRoom
"""Looked at for a while; then one goes on where one was."""
Screen = SignInScreen | FreeScreen | BenchScreen | OfficeRoom | Looked


class Screens(QStackedWidget):
    """``wished`` carries a Wish from any of them."""

    wished = Signal(object)
    expected = Signal(object)
    """What wish the next scan is, given the Scan; None: it is a scan like any other."""
    sought = Signal(str)
    at_table = Signal(object)
    """A TableWish."""
    drafts_asked = Signal(int, int)
    """Of the order with this id, for the so manieth time."""
    why_asked = Signal(int)
    """Of the order with this id."""
    offers_asked = Signal(object)
    """What may be added to a Packing that no rule suggested."""
    parcel_asked = Signal(int)
    """How the parcel of the order with this id is by now."""
    retry_printing = Signal()
    left = Signal()
    """Whoever looked at a stop or a parcel has seen enough."""
    help_asked = Signal()
    errand_asked = Signal(object, object)
    """An errand of the office, and the Packer who asks for it, or None."""
    errand_stopped = Signal()
    office_asked = Signal(object)
    """A Packer stands at the office's door."""
    office_left = Signal()
    practice_asked = Signal(object)
    """A Packer wants to practise."""
    made = Signal(object)
    """A screen is new, or comes from nowhere: it knows nothing yet."""

    def __init__(self, pictures: Path, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = pictures
        self._pictures = Pictures(pictures)
        self._words = words
        self._made: list[Screen] = []
        self._people: tuple[str, ...] = ()
        self._under: Screen | None = None
        self._focus = KeptFocus()

    @cached_property
    def sign_in(self) -> SignInScreen:
        screen = SignInScreen(self._words)
        screen.wished.connect(self.wished)
        self._add(screen)
        return screen

    @cached_property
    def free(self) -> FreeScreen:
        screen = FreeScreen()
        screen.wished.connect(self.wished)
        screen.panels.expected.connect(self.expected)
        screen.panels.search.sought.connect(self.sought)
        screen.panels.table.at_table.connect(self.at_table)
        screen.panels.picking.picking_asked.connect(self.errand_asked)
        screen.office_asked.connect(self.office_asked)
        self._add(screen)
        return screen

    @cached_property
    def bench(self) -> BenchScreen:
        screen = BenchScreen(self._folder)
        screen.wished.connect(self.wished)
        screen.panels.expected.connect(self.expected)
        screen.panels.know_people(self._people)
        screen.panels.note.drafts_asked.connect(self.drafts_asked)
        screen.panels.why.why_asked.connect(self.why_asked)
        screen.panels.own.offers_asked.connect(self.offers_asked)
        self._add(screen)
        return screen

    @cached_property
    def stop(self) -> StopScreen:
        screen = StopScreen(self._pictures)
        screen.wished.connect(self.wished)
        screen.left.connect(self.left)
        self._add(screen)
        return screen

    @cached_property
    def parcel(self) -> ParcelScreen:
        screen = ParcelScreen()
        screen.wished.connect(self.wished)
        screen.left.connect(self.left)
        self._add(screen)
        return screen

    @cached_property
    def keys(self) -> KeysScreen:
        screen = KeysScreen()
        screen.left.connect(self._leave_help)
        screen.guide_asked.connect(self._show_guide)
        self._add(screen)
        return screen

    @cached_property
    def guide(self) -> GuideRoom:
        from packstation.ui.guide_screen import GuideScreen

        screen = GuideScreen(resources() / "guide")
        screen.left.connect(self._leave_help)
        self._add(screen)
        return screen

    @cached_property
    def office(self) -> OfficeRoom:
        from packstation.ui.office.chapters import open_office

        screen = open_office(self._words)
        screen.asked.connect(self.errand_asked)
        screen.stopped.connect(self.errand_stopped)
        screen.practice_asked.connect(self.practice_asked)
        screen.left.connect(self.left)
        screen.left.connect(self.office_left)
        self._add(screen)
        return screen

    def follow_paper(self) -> None:
        """Some slip has gone further; perhaps that of the parcel one looks at."""
        if isinstance(self.up, ParcelScreen) and self.up.awaits is not None:
            self.parcel_asked.emit(self.up.awaits)

    @Slot(object)
    def show_paper(self, parcel: Parcel) -> None:
        self.parcel.renew(parcel)

    @Slot(object)
    def show_table(self, news: TableNews) -> None:
        self.free.panels.table.show_news(news)

    @Slot(object)
    def tell(self, news: object) -> None:
        """What an errand came to, for whoever asked: at the bench or in the office."""
        if isinstance(news, PickingNews):
            self.free.panels.picking.show_news(news)
        else:
            self.office.tell(news)

    def know_people(self, names: tuple[str, ...]) -> None:
        """Who works here, for whoever puts an order aside."""
        self._people = names
        for screen in self._made:
            if isinstance(screen, BenchScreen):
                screen.panels.know_people(names)

    @Slot(object)
    def show_drafts(self, sheet: NoteSheet) -> None:
        self.bench.panels.note.show_sheet(sheet)

    @Slot(object)
    def show_why(self, explained: Explained) -> None:
        self.bench.panels.why.show_why(explained)

    @Slot(object)
    def show_offers(self, offered: Offered) -> None:
        self.bench.panels.own.show_offers(offered)

    @property
    def in_office(self) -> bool:
        return isinstance(self.currentWidget(), OfficeRoom)

    def make_all(self) -> None:
        """Make them before somebody has to wait for one, its letters or its first picture."""
        self._pictures.warm()
        with unseen(self) as ink:
            draw_letters(ink.painter)
        for screen in (self.free, self.bench, self.stop, self.parcel):
            screen.ensurePolished()

    @property
    def up(self) -> Screen | None:
        current = self.currentWidget()
        return next((it for it in self._made if it is current), None)

    def screen_for(self, step: Step) -> Screen:
        """The one place that says which screen a step is shown on."""
        match step.bench, step.outcome:
            case ((Unattended() | Away()), _):
                return self.sign_in
            case _, (out.ReadTwice() | out.PlanShown()) if self.looked_at is not None:
                return self.looked_at  # neither a stutter nor a plan is the next good scan
            case _, (out.SlipShown() | out.PackedBefore(_, Parcel())):
                return self.parcel
            case _, (out.CopyPrints() | out.StillPrinting() | out.AsksIfOut()):
                return self.parcel
            case _, (out.PrintsAgain() | out.CameOut()) if isinstance(self.up, ParcelScreen):
                return self.up
            case _, outcome if loud(outcome):
                return self.stop
            case Free(), _:
                return self.free
            case Packing(), _:
                return self.bench

    @property
    def looked_at(self) -> Looked | None:
        """The screen that is up and waits to be left, if it is such a one."""
        up = self.up
        return up if isinstance(up, Looked) else None

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key that nothing had the focus for means something to the screen."""
        up, key = self.up, event.key()
        if key == Qt.Key.Key_F1 and not isinstance(up, KeysScreen | GuideRoom):
            self.help_asked.emit()
            return True
        if up is not None and not isinstance(up, SignInScreen) and up.press(event):
            return True
        # In a column of names or orders; where they mean more, the screen has taken them.
        across = key in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        return across and self.focusNextPrevChild(key == Qt.Key.Key_Down)

    def show_help(self, words: Words) -> None:
        """Over whatever is up: at the bench its keys come first."""
        self._under, self._words = self.up, words
        if self.in_office:
            self._show_guide()
            return
        self.keys.show_keys(words)
        self.made.emit(self.keys)
        self.put_up(self.keys)

    def _show_guide(self) -> None:
        self.guide.show_guide(self._words)
        self.made.emit(self.guide)
        self.put_up(self.guide)

    def _leave_help(self) -> None:
        if self._under is not None:
            self.put_up(self._under)

    def put_up(self, screen: Screen) -> None:
        if self.currentWidget() is screen:
            return
        before = self.up
        if not isinstance(before, Looked):
            self._focus.keep(before)  # it will come back once something has been looked at
        self.setCurrentWidget(screen)
        if isinstance(screen, SignInScreen) and not isinstance(before, KeysScreen | GuideRoom):
            screen.ask_who()  # whoever typed a PIN before is gone
        # The screen, not a button: the space bar must not press what nobody chose.
        screen.setFocus()
        if not isinstance(screen, Looked):
            self._focus.give_back(screen)

    def _add(self, screen: Screen) -> None:
        screen.header.retry_printing.connect(self.retry_printing)
        screen.header.help_asked.connect(self.help_asked)
        self.addWidget(screen)
        self._made.append(screen)
        self.made.emit(screen)
