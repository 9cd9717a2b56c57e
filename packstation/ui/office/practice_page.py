"""The sixth step: one parcel to practise on, which is never counted."""

from PySide6.QtCore import Signal

from packstation.domain.first_hour import PathShown
from packstation.domain.office import Chapter
from packstation.domain.practice import PracticePrinted, PrintPractice
from packstation.ui.office.folder_push import FolderPush
from packstation.ui.office.kit import Card, Kind, Label, Push, row
from packstation.ui.office.page import Page
from packstation.words.trial_phrases import codes_out
from packstation.words.words import Words


class PracticePage(Page):
    practice_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.how, self.sheet, self.open_it = Label(), Push(), FolderPush()
        self.said, self.by_hand = Label(Kind.SOFT), Label(Kind.SOFT)
        self.start, self.first = Push(leading=True), Label(Kind.CARE)
        self.well_done = Label(Kind.GOOD)
        self._words: Words | None = None
        self._people = False
        card = Card(gap=12)
        for part in (self.how, self.by_hand):
            card.stack.addWidget(part)
        card.stack.addLayout(row(self.sheet, self.open_it))
        card.stack.addWidget(self.said)
        self.stack.addWidget(card)
        self.stack.addLayout(row(self.start))
        self.stack.addWidget(self.first)
        self.stack.addWidget(self.well_done)
        self.stack.addStretch(1)
        self.start.clicked.connect(self.practice_wanted)
        self.sheet.clicked.connect(self._print)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("One parcel to practise"))
        self.lead.say(
            words("The whole way, from the order to a signed slip. Nothing of it counts.")
        )
        self.how.say(
            words(
                "Print the practice sheet and scan its codes one after the other: the order,"
                " each piece, and at the end the command to sign and print."
            )
        )
        self.by_hand.say(
            words(
                "Without a scanner: tap the order, type each code with F2, then press"
                " Sign and print."
            )
        )
        self.sheet.say(words("Print the practice sheet"))
        self.start.say(words("Begin the practice parcel"))
        self.said.say("")
        self.open_it.begin(words)
        self._follow()

    def tell(self, news: object) -> None:
        match news:
            case PathShown(done, people) if self._words is not None:
                self._people = bool(people)
                self._follow()
                good = self._words("Signed and done. From here on parcels are real.")
                self.start.lead(leading=Chapter.PRACTICE not in done)
                self.well_done.say(good if Chapter.PRACTICE in done else "")
            case PracticePrinted() if self._words is not None:
                kind = Kind.CARE if news.trouble else Kind.STRONG
                self.said.say(codes_out(news, self._words), kind)
                self.open_it.lead_to(news.where, in_folder=news.in_folder)
            case _:
                pass

    def _follow(self) -> None:
        self.start.setEnabled(self._people)
        self.sheet.setEnabled(self._people)
        if self._words is not None:
            missing = self._words("First somebody is wanted who packs: step 2.")
            self.first.say("" if self._people else missing)

    def _print(self) -> None:
        if self._words is not None:
            self.asked.emit(PrintPractice(self._words.language))
