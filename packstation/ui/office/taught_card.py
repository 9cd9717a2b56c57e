"""Codes that were taught at the bench, and who may teach."""

from PySide6.QtCore import Signal, Slot

from packstation.domain.product_codes import (
    CodeForgotten,
    CodesCounted,
    ForgetCode,
    LetTeach,
    ListTaught,
    TaughtCode,
    TaughtListed,
    TeachingKept,
)
from packstation.ui.office.code_table import CodeRow, CodeTable
from packstation.ui.office.kit import Card, Kind, Label, Push, Stack, Tick
from packstation.words import code_phrases as phrases
from packstation.words.legible import legible
from packstation.words.reasons import shorten
from packstation.words.words import Words

_LONGEST = 110


class TaughtCard(Card):
    asked = Signal(object)
    changed = Signal()
    """A code was forgotten."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.said, self.out = Label(Kind.STRONG), Label(Kind.SOFT)
        self.table = CodeTable(6, 9, 3, 5, 6)
        self.forget, self.by_all = Push(), Tick()
        self.from_when = Label(Kind.SOFT)
        self._words: Words | None = None
        self._awaits: ListTaught | None = None
        self._before: int | None = None
        self._lay_out()
        self.table.rows.wanted.connect(self._more)
        self.table.selectionModel().currentRowChanged.connect(self._stand)
        self.forget.clicked.connect(self._forget)
        self.by_all.clicked.connect(self._let_teach)

    def _lay_out(self) -> None:
        foot = Stack(gap=14, across=True)
        foot.addWidget(self.forget)
        foot.addWidget(self.out, 9)
        foot.addStretch(1)
        may = Stack(gap=0)
        may.addWidget(self.by_all)
        may.addWidget(self.from_when)
        self.stack.addWidget(self.said)
        self.stack.addWidget(self.table, 1)
        self.stack.addLayout(foot)
        self.stack.addLayout(may)

    def begin(self, words: Words) -> None:
        self._words = words
        self.table.call(
            words("Codes taught at the bench"),
            (
                words("Code"),
                words("Product"),
                words("Pieces"),
                words("Taught by"),
                words("When"),
            ),
        )
        self.forget.say(words("Forget this code"))
        self.forget.setEnabled(self.table.current is not None)
        self.by_all.say(words("Everybody who packs may say what an unknown code is"))
        self.from_when.say(
            words("It holds here once you leave the office, elsewhere from the next start.")
        )
        self.out.say("")

    @Slot()
    def look(self) -> None:
        self._ask(ListTaught())

    def show_counted(self, counted: CodesCounted) -> None:
        self.by_all.setChecked(counted.by_all)
        if self._words is not None:
            self.said.say(phrases.taught_said(counted.taught, self._words))

    def tell(self, news: TaughtListed | CodeForgotten | TeachingKept) -> None:
        words = self._words
        match news:
            case TaughtListed() if words is not None and news.errand == self._awaits:
                self._show(news, words)
            case CodeForgotten(code) if words is not None:
                said = words("It was forgotten already.")
                if code is not None:
                    piece = phrases.named(code.product, code.variant)
                    said = words("Forgotten: {code}, {piece}", code=code.code, piece=piece)
                self.out.say(shorten(legible(said), _LONGEST), Kind.GOOD)
                self.changed.emit()
            case TeachingKept(by_all) if words is not None:
                self.by_all.setChecked(by_all)
                self.out.say(words("Saved."), Kind.GOOD)
            case _:
                pass

    def _show(self, news: TaughtListed, words: Words) -> None:
        rows = tuple(_row(it, news.zone, words) for it in news.codes)
        self._before = news.before
        if news.errand.before is None:
            self.table.rows.show(rows, more=news.before is not None)
            self._stand()
        else:
            self.table.rows.add(rows, more=news.before is not None)

    @Slot()
    def _stand(self) -> None:
        self.forget.setEnabled(self.table.current is not None)

    def _ask(self, errand: ListTaught) -> None:
        self._awaits = errand
        self.asked.emit(errand)

    @Slot()
    def _more(self) -> None:
        self._ask(ListTaught(self._before))

    @Slot()
    def _forget(self) -> None:
        wanted = self.table.current
        if isinstance(wanted, int):
            self.forget.setEnabled(False)
            self.asked.emit(ForgetCode(wanted))

    @Slot()
    def _let_teach(self) -> None:
        self.asked.emit(LetTeach(by_all=self.by_all.isChecked()))


def _row(it: TaughtCode, zone: str, words: Words) -> CodeRow:
    told = it.told
    when = phrases.taught_when(told, zone, words)
    piece = phrases.named(told.product, told.variant)
    return CodeRow(it.id, (told.code, piece, str(told.units), told.by, when))
