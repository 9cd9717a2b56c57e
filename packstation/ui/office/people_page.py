"""The second step: who packs here, with PIN, badge and signature."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from packstation.domain.people import (
    ComeBack,
    Leave,
    PeopleShown,
    Person,
    PersonRefused,
    RenewBadge,
    ShowPeople,
    StaffErrand,
)
from packstation.domain.printer_choice import PrintCommands, TrialPrinted
from packstation.domain.scans import Scan
from packstation.domain.signature_photo import PhotoRefused, SignatureTraced, TraceSignature
from packstation.ui.office.folder_push import FolderPush
from packstation.ui.office.kit import Kind, Label, Push, Stack
from packstation.ui.office.page import Page
from packstation.ui.office.person_form import PersonForm
from packstation.ui.office.person_rows import PersonRows
from packstation.words.legible import legible
from packstation.words.people_phrases import state_of, why_refused
from packstation.words.signature_phrases import why_no_signature
from packstation.words.trial_phrases import codes_out
from packstation.words.words import Words


class PeoplePage(Page):
    def __init__(self) -> None:
        super().__init__()
        self.people = PersonRows()
        self.form = PersonForm()
        self.new, self.print_it = Push(), Push()
        self.badge, self.leave = Push(), Push()
        self.printed, self.open_it = Label(Kind.SOFT), FolderPush()
        self._words: Words | None = None
        self._all: tuple[Person, ...] | None = None
        self._chosen: int | None = None
        self._refused = self._renewed = False
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self.side = QWidget()
        side = Stack(gap=8)
        side.addWidget(self.people, 1)
        for push in (self.new, self.badge, self.leave, self.print_it):
            side.addWidget(push)
        self.side.setLayout(side)
        both = Stack(gap=16, across=True)
        both.addWidget(self.side, 2)
        both.addWidget(self.form, 5, Qt.AlignmentFlag.AlignTop)
        self.stack.addLayout(both, 1)
        told = Stack(gap=16, across=True)
        told.addWidget(self.printed, 9)
        told.addWidget(self.open_it)
        told.addStretch(1)
        self.stack.addLayout(told)

    def _join(self) -> None:
        self.people.currentRowChanged.connect(self._choose)
        self.form.wanted.connect(self._want)
        self.form.photo_chosen.connect(self._trace)
        self.new.clicked.connect(self._begin_new)
        self.badge.clicked.connect(self._renew_badge)
        self.leave.clicked.connect(self._leave_or_back)
        self.print_it.clicked.connect(self._print)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("Who packs here?"))
        self.new.say(words("Somebody new"))
        self.badge.say(words("Another badge"))
        self.print_it.say(words("Print badges"))
        self.printed.say("")
        self.open_it.begin(words)
        self.form.begin(words)
        self._show()
        if self._all is None:
            self.form.show_person(None, first=True, language=words.language)
        elif self.form.person is None and self.person is not None:
            self._show_form()  # they were shown before this page had any words
        self.asked.emit(ShowPeople())

    def tell(self, news: object) -> None:
        match news:
            case PeopleShown():
                self._take(news)
            case PersonRefused(why) if self._words is not None:
                self._refused = True
                role = self.form.chosen_role if people_are(self._all) else "owner"
                self.form.refuse(why_refused(why, role, self._words))
            case SignatureTraced(strokes):
                self.form.show_traced(strokes)
            case PhotoRefused(fault) if self._words is not None:
                self.form.refuse(why_no_signature(fault, self._words))
            case TrialPrinted(codes=True) if self._words is not None:
                kind = Kind.CARE if news.trouble else Kind.GOOD
                self.printed.say(codes_out(news, self._words), kind)
                self.open_it.lead_to(news.where, in_folder=news.in_folder)
            case _:
                pass

    def hear(self, scan: Scan) -> bool:
        del scan
        return self.form.refuse_scan()

    # ---- what it shows

    @property
    def person(self) -> Person | None:
        return next((it for it in self._all or () if it.id == self._chosen), None)

    def _take(self, shown: PeopleShown) -> None:
        """Show everybody; whoever an errand was about is whom one looks at."""
        fresh, before, chosen = self._all is None, self._chosen, shown.chosen
        self._all = shown.people
        if chosen is not None:
            self._chosen = chosen
        elif fresh and self._all:
            self._chosen = self._all[0].id
        self._show()
        if chosen is not None and not self._refused:
            self._show_form()
            self.form.tell_kept(pin_due=shown.pin_due)
            self._say_badge()
        elif fresh or before != self._chosen:
            self._show_form()

    def _show(self) -> None:
        words, everybody = self._words, self._all or ()
        if words is None:
            return
        self.people.blockSignals(True)
        self.people.clear()
        for person in everybody:
            text = f"{legible(person.name)}\n{state_of(person, words)}"
            self.people.addItem(QListWidgetItem(text))
            if person.id == self._chosen:
                self.people.setCurrentRow(self.people.count() - 1)
        self.people.blockSignals(False)
        self.lead.say(self._advice(words))
        self.side.setVisible(bool(everybody))
        chosen = self.person
        self.badge.setEnabled(chosen is not None and chosen.active)
        self.leave.setEnabled(chosen is not None)
        back = chosen is not None and not chosen.active
        self.leave.say(words("Packs here again") if back else words("Remove from the team"))

    def _say_badge(self) -> None:
        """What has become of the badge before, said to whoever asked for another."""
        renewed, self._renewed = self._renewed, False
        if renewed and self._words is not None:
            said = self._words(
                "The badge before no longer works. Print the badges to have the new one."
            )
            self.printed.say(said, Kind.STRONG)
            self.open_it.hide()

    def _advice(self, words: Words) -> str:
        if not self._all:
            return words("Begin with yourself: the first person may open this office.")
        return words("A parcel keeps the name that signed it, also of somebody who has left.")

    def _show_form(self) -> None:
        words = self._words
        if words is not None:
            first = not people_are(self._all)
            self.form.show_person(self.person, first=first, language=words.language)

    # ---- what it asks for

    def _want(self, errands: tuple[StaffErrand, ...]) -> None:
        self._refused = self._renewed = False
        for errand in errands:
            self.asked.emit(errand)

    def _trace(self, file: str) -> None:
        self.asked.emit(TraceSignature(Path(file)))

    def _choose(self, place: int) -> None:
        everybody = self._all or ()
        if 0 <= place < len(everybody):
            self._chosen = everybody[place].id
            self._show()
            self._show_form()

    def _begin_new(self) -> None:
        self._chosen = None
        self._show()
        self._show_form()
        self.form.name.line.setFocus()

    def _renew_badge(self) -> None:
        if self.person is not None:
            self._want((RenewBadge(self.person.id),))
            self._renewed = True

    def _leave_or_back(self) -> None:
        person = self.person
        if person is not None:
            self._want((Leave(person.id) if person.active else ComeBack(person.id),))

    def _print(self) -> None:
        if self._words is not None:
            self.asked.emit(PrintCommands(self._words.language))


def people_are(everybody: tuple[Person, ...] | None) -> bool:
    """Whether anybody works here."""
    return any(it.active for it in everybody or ())
