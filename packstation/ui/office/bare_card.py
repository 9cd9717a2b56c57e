"""Products without a code anybody could scan, and labels of ours for them."""

from PySide6.QtCore import Signal, Slot

from packstation.domain.product_codes import (
    BareListed,
    CodesCounted,
    LabelsPrinted,
    ListBare,
    PrintLabels,
)
from packstation.domain.product_labels import ProductLabel
from packstation.ui.office.code_table import CodeRow, CodeTable
from packstation.ui.office.folder_push import FolderPush
from packstation.ui.office.kit import Card, Choice, Kind, Label, Push, Stack
from packstation.words import code_phrases as phrases
from packstation.words.legible import legible
from packstation.words.words import Words


class BareCard(Card):
    """Whatever is ticked is printed; while nothing is, all of it."""

    asked = Signal(object)
    changed = Signal()
    """Something was printed: there is less to do."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.said, self.which = Label(Kind.STRONG), Choice()
        self.which.setMinimumContentsLength(20)
        self.table = CodeTable(9, 5, 5, 3, ticks=True)
        self.print, self.again = Push(leading=True), Push()
        self.which_ones, self.open_it = Label(Kind.SOFT), FolderPush()
        self.out = Label(Kind.SOFT)
        self._words: Words | None = None
        self._awaits: ListBare | None = None
        self._counted: CodesCounted | None = None
        self._printed: LabelsPrinted | None = None
        self._before: int | None = None
        self._lay_out()
        self.table.rows.wanted.connect(self._more)
        self.table.rows.ticked.connect(self._say)
        self.which.activated.connect(self.look)
        self.print.clicked.connect(self._print)
        self.again.clicked.connect(self._print_again)

    def _lay_out(self) -> None:
        head = Stack(gap=16, across=True)
        head.addWidget(self.said, 1)
        head.addWidget(self.which)
        foot = Stack(gap=14, across=True)
        foot.addWidget(self.print)
        foot.addWidget(self.again)
        foot.addWidget(self.open_it)
        foot.addWidget(self.which_ones, 9)
        foot.addStretch(1)
        self.stack.addLayout(head)
        self.stack.addWidget(self.table, 1)
        self.stack.addLayout(foot)
        self.stack.addWidget(self.out)

    def begin(self, words: Words) -> None:
        self._words, self._printed = words, None
        chosen = self._labelled
        without, labelled = words("Still without a label"), words("With a label of ours")
        self.which.offer(((False, without), (True, labelled)), chosen)
        self.which.setAccessibleName(words("Which products"))
        heads = (words("Product"), words("Variant"), words("SKU"), words("Place"))
        self.table.call(words("Products without a code"), heads)
        self.out.say("")
        self.open_it.begin(words)
        self._say()

    @Slot()
    def look(self) -> None:
        """From the beginning."""
        self._ask(ListBare(labelled=self._labelled))

    def show_counted(self, counted: CodesCounted) -> None:
        self._counted = counted
        self._say()

    def tell(self, news: BareListed | LabelsPrinted) -> None:
        match news:
            case BareListed() if news.errand == self._awaits:
                self._show(news)
            case LabelsPrinted() if self._words is not None:
                self._printed = news
                kind = Kind.CARE if news.trouble else Kind.GOOD
                self.out.say(legible(phrases.labels_out(news, self._words)), kind)
                self.open_it.lead_to(news.where, in_folder=news.in_folder)
                self.changed.emit()
            case _:
                pass

    # ---- what it shows

    @property
    def _labelled(self) -> bool:
        return bool(self.which.chosen)

    def _show(self, news: BareListed) -> None:
        rows = tuple(map(_row, news.products))
        more = news.before is not None
        if news.errand.before is None:
            self.table.rows.show(rows, more=more)
        else:
            self.table.rows.add(rows, more=more)
        self._before = news.before

    @Slot()
    def _say(self) -> None:
        words, counted = self._words, self._counted
        if words is None:
            return
        ticked = len(self.table.rows.chosen)
        left = 0 if counted is None or self._labelled else counted.bare
        self.print.say(phrases.print_label(ticked, left, words))
        self.print.setEnabled(bool(ticked or left))
        self.which_ones.say(phrases.which_ones(ticked, left, words))
        self.again.say(words("Print these again"))
        self.again.setVisible(self._printed is not None and bool(self._printed.skus))
        if counted is None:
            self.said.say(words("One moment"))
            self.which.hide()
            return
        shown = phrases.labelled_said if self._labelled else phrases.bare_said
        count = counted.labelled if self._labelled else counted.bare
        self.said.say(shown(count, words))
        self.which.setVisible(bool(counted.labelled))

    # ---- what it asks for

    def _ask(self, errand: ListBare) -> None:
        self._awaits = errand
        self.asked.emit(errand)

    @Slot()
    def _more(self) -> None:
        self._ask(ListBare(labelled=self._labelled, before=self._before))

    @Slot()
    def _print(self) -> None:
        self._want(tuple(str(it) for it in self.table.rows.chosen))

    @Slot()
    def _print_again(self) -> None:
        if self._printed is not None:
            self._want(self._printed.skus)

    def _want(self, skus: tuple[str, ...]) -> None:
        if self._words is not None:
            self.out.say(self._words("One moment"), Kind.SOFT)
            self.print.setEnabled(False)
            self.asked.emit(PrintLabels(skus, self._words.language))


def _row(it: ProductLabel) -> CodeRow:
    return CodeRow(it.sku, (it.name, it.variant, it.sku, it.place))
