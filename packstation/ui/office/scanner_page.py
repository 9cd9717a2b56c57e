"""The fourth step: what a scanner sends, what this bench can learn of it, what to set in it."""

from typing import Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from packstation.devices.diagnosis import diagnose
from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.heard import Heard
from packstation.domain.first_hour import MarkDone
from packstation.domain.office import Chapter
from packstation.domain.scanner_check import (
    SAMPLES,
    LookAtScanner,
    PrintSamples,
    Sample,
    SamplesPrinted,
    ScannerShown,
    Shape,
    ShapesShown,
)
from packstation.domain.scanner_findings import (
    Arrived,
    Diagnosis,
    Standing,
    Verdict,
    standing,
)
from packstation.domain.scans import Scan
from packstation.ui.office.ear import Ear
from packstation.ui.office.folder_push import FolderPush
from packstation.ui.office.kit import Card, Kind, Label, Push, Stack, row
from packstation.ui.office.marked import Marked, Sign
from packstation.ui.office.page import Page
from packstation.ui.office.sample_code import SampleCode
from packstation.words.scanner_phrases import arrived_as, found, judged, sheet_out, shown
from packstation.words.words import Words

_MOST_BURSTS: Final = 40
_MOST_FINDINGS: Final = 10
_MOST_LETTERS: Final = 22
"""Of what arrived, in its narrow column."""
_NEEDED: Final = frozenset(it.number for it in SAMPLES[:5])
"""What every shop scans; GS1 codes and squares are for those who have them."""


class ScannerPage(Page):
    """Hears every key itself while it is up, before the bench makes a code of them."""

    def __init__(self) -> None:
        super().__init__()
        self.ear = Ear(self)
        self.print_it, self.printed = Push(), Label(Kind.SOFT)
        self.open_it = FolderPush()
        self.rows = {it.number: Marked() for it in SAMPLES}
        self.code, self.code_name, self.another = (
            SampleCode(),
            Label(Kind.STRONG),
            Push(repeats=True),
        )
        self.verdict = Label(Kind.LEAD)
        self.findings = tuple(Marked() for _ in range(_MOST_FINDINGS))
        self.repair, self.again, self.fine = Push(leading=True), Push(), Push()
        self._words: Words | None = None
        self._habits = ScannerHabits()
        self._bursts: list[Heard] = []
        self._diagnosis = Diagnosis()
        self._shapes: dict[int, Shape] = {}
        self._on_screen = SAMPLES[0]
        self._told_done = False
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        samples = Card(gap=6)
        for line in self.rows.values():
            samples.stack.addWidget(line)
        samples.stack.addStretch(1)
        both = Stack(gap=16, across=True)
        both.addWidget(samples, 3)
        both.addWidget(self._findings_card(), 7)
        self.stack.addLayout(both)
        self.stack.addStretch(1)

    def _findings_card(self) -> QWidget:
        card = Card(gap=8)
        card.stack.addLayout(row(self.print_it, self.another, self.open_it))
        for part in (self.printed, self.code_name):
            card.stack.addWidget(part)
        card.stack.addWidget(self.code)
        card.stack.addWidget(self.verdict)
        card.stack.addLayout(row(self.repair, self.again, self.fine))
        for marked in self.findings:
            card.stack.addWidget(marked)
        card.stack.addStretch(1)
        return card

    def _join(self) -> None:
        self.ear.heard.connect(self._take)
        self.print_it.clicked.connect(self._print)
        self.another.clicked.connect(self._show_another)
        self.repair.clicked.connect(self._repair)
        self.again.clicked.connect(self._begin_again)
        self.fine.clicked.connect(self._tell_fine)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ear.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        self.ear.rest()
        super().hideEvent(event)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("Does the scanner send what it reads?"))
        self.lead.say(
            words("Print the codes or take them from the screen, and scan them in any order.")
        )
        self.print_it.say(words("Print the codes"))
        self.another.say(words("Another code"))
        self.repair.say(words("Repair it"))
        self.again.say(words("Check again"))
        self.printed.say("")
        self.open_it.begin(words)
        self._begin_again()
        self.asked.emit(LookAtScanner())

    def tell(self, news: object) -> None:
        match news:
            case ScannerShown(suffix=suffix, prefix=prefix, gap_ms=gap_ms):
                self._habits = ScannerHabits(
                    suffix=Suffix(suffix), prefix=prefix, gap_ms=gap_ms
                )
                self._follow()
            case ShapesShown(shapes):
                self._shapes = {it.number: it for it in shapes}
                self._show_code()
            case SamplesPrinted() if self._words is not None:
                kind = Kind.CARE if news.trouble else Kind.SOFT
                self.printed.say(sheet_out(news, self._words), kind)
                self.open_it.lead_to(news.where, in_folder=news.in_folder)
            case _:
                pass

    def hear(self, scan: Scan) -> bool:
        """A scanner on a serial line: no keys come from it."""
        self._take(Heard(scan.text))
        return True

    # ---- what was heard

    def _take(self, heard: Heard) -> None:
        self._bursts = [*self._bursts, heard][-_MOST_BURSTS:]
        self._follow()
        if self._arrived_of(self._on_screen) is not None:
            self._show_another()

    def _begin_again(self) -> None:
        self._bursts, self._told_done = [], False
        self._on_screen = SAMPLES[0]
        self._follow()
        self._show_code()

    def _follow(self) -> None:
        self._diagnosis = diagnose(self._bursts, self._habits)
        words = self._words
        if words is None:
            return
        for sample in SAMPLES:
            self._show_row(sample, words)
        pairs = [
            (found(it, words), Sign.GOOD if standing(it) is Standing.GOOD else Sign.CARE)
            for it in self._diagnosis.findings
        ]
        room = [("", Sign.GOOD)] * _MOST_FINDINGS
        for place, (text, sign) in zip(self.findings, (*pairs, *room), strict=False):
            place.say(text, sign)
        self.repair.setVisible(self._diagnosis.repair is not None)
        self.again.setVisible(bool(self._bursts))
        enough, none = words("Good enough for us"), words("I have no scanner")
        self.fine.say(enough if self._bursts else none)
        self.fine.setVisible(bool(self._diagnosis.arrived) or not self._bursts)
        self._judge(words)

    def _judge(self, words: Words) -> None:
        good = {it.number for it in self._diagnosis.arrived if it.verdict is Verdict.GOOD}
        care = any(standing(it) is not Standing.GOOD for it in self._diagnosis.findings)
        if not self._bursts:
            self.verdict.say(words("Waiting for the first code"), Kind.LEAD)
        elif good >= _NEEDED and not care:
            self.verdict.say(words("All right: this scanner is ready."), Kind.GOOD)
            self.fine.hide()  # there is nothing left to put up with
            self._mark_done()
        elif care:
            wrong = sum(it.verdict is Verdict.WRONG for it in self._diagnosis.arrived)
            self.verdict.say(judged(wrong, words), Kind.STOP if wrong else Kind.CARE)
        else:
            self.verdict.say(words("Good so far. Go on with the next code."), Kind.GOOD)

    def _show_row(self, sample: Sample, words: Words) -> None:
        came, line = self._arrived_of(sample), self.rows[sample.number]
        name = f"{sample.number}  {sample.symbol.value}"
        if came is None:
            line.say(name, Sign.NOTHING_YET)
            return
        text = words("{code}: {verdict}", code=name, verdict=arrived_as(came.verdict, words))
        if came.verdict is Verdict.WRONG:
            arrived = words("“{text}”", text=shown(came.text, _MOST_LETTERS))
            text = f"{text}\n{arrived}"
        line.say(text, Sign.GOOD if came.verdict is Verdict.GOOD else Sign.CARE)

    def _arrived_of(self, sample: Sample) -> Arrived | None:
        found_it = (it for it in self._diagnosis.arrived if it.number == sample.number)
        return next(found_it, None)

    # ---- the codes

    def _show_another(self) -> None:
        """The next one that has not arrived; the very next when all have."""
        at = SAMPLES.index(self._on_screen)
        turn = (*SAMPLES[at + 1 :], *SAMPLES[: at + 1])
        missing = (it for it in turn if self._arrived_of(it) is None)
        self._on_screen = next(missing, turn[0])
        self._show_code()

    def _show_code(self) -> None:
        sample = self._on_screen
        shape = self._shapes.get(sample.number)
        self.code.show_shape(shape)
        self.another.setVisible(shape is not None)
        name = f"{sample.number}  {sample.symbol.value}  {sample.shown}"
        self.code_name.say(name if shape is not None else "")

    # ---- what is asked for

    def _print(self) -> None:
        if self._words is not None:
            self.printed.say(self._words("One moment"), Kind.SOFT)
            self.asked.emit(PrintSamples(self._words.language))

    def _repair(self) -> None:
        if self._diagnosis.repair is not None:
            self.asked.emit(self._diagnosis.repair)

    def _tell_fine(self) -> None:
        self._mark_done()
        self.done.emit()

    def _mark_done(self) -> None:
        if not self._told_done:
            self._told_done = True
            self.asked.emit(MarkDone(Chapter.SCANNER))
