"""The third step: where slips come out, and whether they really do."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from packstation.domain.first_hour import MarkDone, PathShown
from packstation.domain.office import Chapter
from packstation.domain.printer_choice import (
    IN_FOLDER,
    MEDIA,
    KeepPrinter,
    PrintCommands,
    PrintersShown,
    PrintTest,
    ShowPrinters,
    TrialPrinted,
)
from packstation.ui.office.kit import Card, Choice, Kind, Label, Push, Stack, row
from packstation.ui.office.page import Page
from packstation.words.trial_phrases import codes_out, trial_out
from packstation.words.words import Words


class PrinterPage(Page):
    """Nothing is taken for granted: a person says that the paper came out."""

    def __init__(self) -> None:
        super().__init__()
        self.printer_name, self.printer = Label(Kind.STRONG), Choice()
        self.paper_name, self.paper = Label(Kind.STRONG), Choice()
        self.folder, self.open_it, self.said = Label(Kind.SOFT), Push(), Label(Kind.SOFT)
        self.test, self.yes, self.no = Push(leading=True), Push(leading=True), Push()
        self.codes, self.codes_said = Push(), Label(Kind.SOFT)
        self.codes_name, self.codes_help = Label(Kind.STRONG), Label(Kind.SOFT)
        self._words: Words | None = None
        self._shown: PrintersShown | None = None
        self._done = False
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        card = Card(gap=12)
        both = Stack(gap=16, across=True)
        choices = ((self.printer_name, self.printer, 3), (self.paper_name, self.paper, 1))
        for name, choice, share in choices:
            name.setBuddy(choice)
            column = Stack(gap=4)
            column.addWidget(name)
            column.addWidget(choice)
            both.addLayout(column, share)
        card.stack.addLayout(both)
        card.stack.addWidget(self.folder)
        card.stack.addLayout(row(self.test, self.open_it))
        card.stack.addWidget(self.said)
        card.stack.addLayout(row(self.yes, self.no))
        self.stack.addWidget(card)
        sheet = Card(gap=8)
        for part in (self.codes_name, self.codes_help):
            sheet.stack.addWidget(part)
        sheet.stack.addLayout(row(self.codes))
        sheet.stack.addWidget(self.codes_said)
        self.stack.addWidget(sheet)
        self.stack.addStretch(1)

    def _join(self) -> None:
        self.printer.activated.connect(self._keep)
        self.paper.activated.connect(self._keep)
        self.test.clicked.connect(self._test)
        self.open_it.clicked.connect(self._open_folder)
        self.yes.clicked.connect(self._came_out)
        self.no.clicked.connect(self._not_out)
        self.codes.clicked.connect(self._print_codes)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("Where do slips come out?"))
        self.lead.say(words("Choose, print a test slip, and look whether it is there."))
        self.printer_name.say(words("Printer of this bench"))
        self.paper_name.say(words("Paper"))
        self.test.say(words("Print a test slip"))
        self.open_it.say(words("Open the folder"))
        self.no.say(words("No"))
        self.codes_name.say(words("Badges and commands"))
        self.codes_help.say(
            words("Print this sheet once: badges to cut out, commands for the wall.")
        )
        self.codes.say(words("Print badges and commands"))
        self._ask_no_more()
        self.said.say("")
        self.codes_said.say("")
        self.asked.emit(ShowPrinters())

    def tell(self, news: object) -> None:
        words = self._words
        match news:
            case PrintersShown() if words is not None:
                self._show(news, words)
            case TrialPrinted(codes=True) if words is not None:
                self.codes_said.say(codes_out(news, words), _kind(news))
            case TrialPrinted() if words is not None:
                self.said.say(trial_out(news, words), _kind(news))
                self.yes.setVisible(not news.trouble)
                self.no.setVisible(not news.trouble and not news.in_folder)
                came = words("Yes, it came out")
                self.yes.say(words("Seen: it is there") if news.in_folder else came)
                self.test.lead(leading=bool(news.trouble))
            case PathShown(done):
                self._done = Chapter.PRINTER in done
                if self.yes.isHidden():
                    self.test.lead(leading=not self._done)
            case _:
                pass

    def _show(self, shown: PrintersShown, words: Words) -> None:
        self._shown = shown
        usual = words("The system's own: {name}", name=shown.usual) if shown.usual else ""
        folder = words("No printer: PDFs in a folder")
        known = {shown.chosen} - {"", IN_FOLDER}
        names = tuple((it, it) for it in dict.fromkeys((*shown.printers, *sorted(known))))
        choices = ((("", usual),) if usual else ()) + names + ((IN_FOLDER, folder),)
        chosen = shown.chosen if shown.chosen or usual else IN_FOLDER
        self.printer.offer(choices, chosen)
        papers = dict.fromkeys((*MEDIA, shown.media))
        self.paper.offer(tuple((it, it) for it in papers), shown.media)
        goes = chosen == IN_FOLDER
        self.open_it.setVisible(goes)
        told = words("Slips go to the folder {folder}", folder=shown.folder)
        self.folder.say(told if goes else "")

    @property
    def _choice(self) -> tuple[str, str]:
        return str(self.printer.chosen or ""), str(self.paper.chosen or "A5")

    def _keep(self) -> None:
        self._ask_no_more()
        self.said.say("")
        self.asked.emit(KeepPrinter(*self._choice))

    def _test(self) -> None:
        if self._words is not None:
            self.said.say(self._words("One moment"), Kind.SOFT)
        self._ask_no_more()
        self.asked.emit(KeepPrinter(*self._choice))
        self.asked.emit(PrintTest(*self._choice))

    def _open_folder(self) -> None:
        """In whatever shows folders here: it lies where nobody would look."""
        if self._shown is not None:
            Path(self._shown.folder).mkdir(parents=True, exist_ok=True)
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._shown.folder))

    def _came_out(self) -> None:
        self._ask_no_more()
        if self._words is not None:
            self.said.say(self._words("Good: slips of this bench come out there."), Kind.GOOD)
        self.asked.emit(MarkDone(Chapter.PRINTER))

    def _not_out(self) -> None:
        self._ask_no_more()
        if self._words is not None:
            advice = self._words(
                "Is it switched on, has it paper, is it the right one? Then print once more,"
                " or take the folder for now."
            )
            self.said.say(advice, Kind.CARE)

    def _ask_no_more(self) -> None:
        self.yes.hide()
        self.no.hide()
        self.test.lead(leading=not self._done)

    def _print_codes(self) -> None:
        if self._words is not None:
            self.asked.emit(PrintCommands(self._words.language))


def _kind(news: TrialPrinted) -> Kind:
    return Kind.CARE if news.trouble else Kind.STRONG
