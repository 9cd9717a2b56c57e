"""Bring orders in: choose a file, see what it is, match what is unknown, then bring it in."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from packstation.domain import file_errands as file
from packstation.domain.intake import (
    FileChanged,
    FileMissing,
    ImportCancelled,
    Options,
    Reason,
    RowsRefused,
    Summary,
)
from packstation.domain.matching import FileKind, Lists, Match, Preview
from packstation.domain.office import CameToNothing, MayNot
from packstation.ui.office.bringing import Bringing
from packstation.ui.office.file_card import FileCard, dropped
from packstation.ui.office.file_questions import ListsQuestion
from packstation.ui.office.file_verdict import FileVerdict
from packstation.ui.office.kit import Kind, Push, row
from packstation.ui.office.matching_card import MatchingCard
from packstation.ui.office.page import Page
from packstation.words import file_phrases as phrases
from packstation.words.brought_phrases import came, comes_next
from packstation.words.words import Words

_OURS: Final = {"packstation", "packstation_products"}
"""The templates: their columns are all there is to know of a file."""
_Answer = file.FileNews | MayNot | CameToNothing


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


class OrdersPage(Page):
    """Files we know go straight to what would come in; the others are matched first."""

    shown = Signal()
    """What an errand came to can be seen."""

    def __init__(self, today: Callable[[], date] = _today) -> None:
        super().__init__()
        self._words: Words | None = None
        self.preview: Preview | None = None
        self.summary: file.AnySummary | None = None
        self._awaits: file.FileErrand | None = None
        self.file, self.matching = FileCard(), MatchingCard()
        self.verdict, self.bringing = FileVerdict(), Bringing(today)
        self.lists, self.rematch = ListsQuestion(), Push()
        self.stack.addWidget(self.file)
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.matching)
        self.stack.addWidget(self.verdict)
        self.stack.addLayout(row(self.rematch))
        self.stack.addWidget(self.bringing)
        self.stack.addWidget(self.verdict.details)
        self.stack.addStretch(1)
        self.file.chosen.connect(self.choose)
        self.matching.matched.connect(self._look_again)
        self.rematch.clicked.connect(self._open_matching)
        self.lists.answered.connect(self._turn)
        self.bringing.wanted.connect(self._bring)
        self.bringing.stopped.connect(self.stopped)
        self.bringing.aged.connect(self._try)
        self.setAcceptDrops(True)
        self._clear()

    def begin(self, words: Words) -> None:
        changed = self._words is not None and self._words.language != words.language
        self._words = words
        self.title.say(words("Bring orders in"))
        self.lead.say("")
        self.rematch.say(words("Look at the columns"))
        self.file.begin(words)
        self.bringing.begin(words)
        if changed and self.preview is not None:
            self._show_preview(self.preview, words)

    def choose(self, path: str, lists: Lists | None = None) -> None:
        """Look at the file ``path``, of what it ``lists``; another one is given up."""
        if self._words is None:
            return
        self._clear()
        self.file.show_name(path)
        self.file.begin(self._words)
        self._ask(file.LookAtFile(path, lists=lists))

    def tell(self, news: object) -> None:
        words = self._words
        if words is None or not isinstance(news, _Answer) or news.errand is not self._awaits:
            return
        match news:
            case file.FileSeen(_, preview):
                self._awaits = None
                self._show_preview(preview, words)
            case file.FileGoesOn(_, share, stage):
                self.bringing.show_way(share, stage, words)
            case file.FileTried(_, summary):
                self._awaits = None
                self._show_tried(summary, words)
            case file.FileBrought():
                self._awaits = None
                self._let_change(allowed=True)
                self._show_brought(news, words)
            case MayNot() | CameToNothing():  # the window itself says so
                self._awaits = None
                self._let_change(allowed=True)
                self.bringing.hide()
            case file.FileStopped():
                self._awaits = None
                self._let_change(allowed=True)
                self._show_stopped(news, words)
            case _:
                return
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.file.isEnabled() and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.choose(dropped(event.mimeData()))

    # ---- what is shown

    def _show_preview(self, preview: Preview, words: Words) -> None:
        if self.preview is None or self.preview.path != preview.path:
            self.matching.show_columns(shown=preview.kind is FileKind.NEW)
            self.bringing.ask_age(asked=preview.match.lists is Lists.ORDERS)
        self.preview, self.summary = preview, None
        self.under_way = True
        self.file.show_preview(preview, words)
        self._show_matching(preview, words)
        first = preview.first
        self.verdict.show_sentence(
            "" if first is None else phrases.at_first_sight(first, words)
        )
        if preview.ready:
            self._try()
        else:
            self.bringing.hide()

    def _show_matching(self, preview: Preview, words: Words) -> None:
        asked = (*preview.words, *self._unknown_words(preview))
        self.matching.show_preview(preview, asked, words)
        needed = not preview.ready or bool(asked)
        told = preview.match.day_order is not None or bool(preview.match.states)
        known = preview.kind is not FileKind.NEW
        open_ = self.matching.table.isVisibleTo(self.matching)
        self.matching.setVisible(open_ or needed or (told and not known))
        self.rematch.setVisible(known and not open_ and self._can_match(preview))
        catalogue = preview.match.lists is Lists.PRODUCTS and preview.kind is FileKind.SHIPPED
        self.lists.show_lists(preview.match.lists, words)
        self.lists.setVisible(open_ or not known or catalogue)

    def _can_match(self, preview: Preview) -> bool:
        """A shop's own form of file is more than columns; nobody has to match those."""
        return preview.kind is FileKind.REMEMBERED or preview.profile in _OURS

    def _unknown_words(self, preview: Preview) -> tuple[str, ...]:
        """Those that only turned up further down in the file."""
        if not isinstance(self.summary, Summary):
            return ()
        unknown = Reason.STATUS_UNKNOWN
        found = dict.fromkeys(it.text for it in self.summary.refused if it.reason is unknown)
        return tuple(it for it in found if it not in preview.words)

    def _show_tried(self, summary: file.AnySummary, words: Words) -> None:
        self.summary = summary
        self.verdict.show_summary(phrases.would_come(summary, words), summary, words)
        if self.preview is not None:
            self._show_matching(self.preview, words)
        coming = phrases.coming_of(summary)
        label = phrases.bring_label(summary, words)
        self.bringing.offer(label, possible=coming > 0)
        self.under_way = coming > 0
        if not self.matching.table.hasFocus():
            self.bringing.reveal()
        if self.file.choose_it.hasFocus():
            self.bringing.bring.setFocus()

    def _show_brought(self, news: file.FileBrought, words: Words) -> None:
        self.under_way = False
        self.verdict.show_summary(came(news.summary, words), news.summary, words, Kind.DONE)
        follows = comes_next(news.summary, words)
        learned = ""
        if news.remembered:
            self.file.kind.say(phrases.matched_as(news.remembered, words))
            learned = phrases.remembered(news.remembered, words)
        self.verdict.aside.say(" ".join(filter(None, (follows, learned))))
        if follows:
            self.file.show_next(words("Choose the file of the orders…"))
        self.matching.hide()
        self.rematch.hide()
        self.lists.hide()
        self.bringing.hide()

    def _show_stopped(self, news: file.FileStopped, words: Words) -> None:
        why = news.reason
        trying = isinstance(news.errand, file.TryFile)
        if isinstance(why, ImportCancelled) and trying:
            return
        self.verdict.show_sentence(phrases.stopped(why, words), Kind.STOP)
        if isinstance(why, FileChanged) and not isinstance(news.errand, file.LookAtFile):
            self._ask(file.LookAtFile(news.errand.file.path))
        elif isinstance(news.errand, file.LookAtFile) or isinstance(why, FileMissing):
            self.under_way = False
            for part in (self.matching, self.rematch, self.lists, self.bringing):
                part.hide()
            self.file.show_next(words("Another file…"))
        else:
            again = isinstance(why, RowsRefused | ImportCancelled)
            self.bringing.offer(
                words("Look again") if again else words("Try again"), possible=True
            )

    # ---- what is asked

    def _ask(self, errand: file.FileErrand) -> None:
        if self._awaits is not None:
            self.stopped.emit()
        self._awaits = errand
        self.asked.emit(errand)

    @Slot(object)
    def _look_again(self, match: Match) -> None:
        if self.preview is not None:
            self._ask(file.LookAtFile(self.preview.path, match))

    @Slot(object)
    def _turn(self, lists: Lists) -> None:
        if self.preview is not None and lists is not self.preview.match.lists:
            self.choose(self.preview.path, lists)

    @Slot()
    def _open_matching(self) -> None:
        self.matching.show_columns(shown=True)
        for part in (self.matching, self.lists):
            part.show()
        self.rematch.hide()
        self.matching.table.setFocus()

    @Slot()
    def _try(self) -> None:
        matched = self._matched()
        if matched is None or self._words is None:
            return
        self.bringing.show()
        self.bringing.try_out(self._words("Bring in"))
        self._ask(file.TryFile(matched))

    @Slot()
    def _bring(self) -> None:
        matched = self._matched()
        if matched is not None:
            self.bringing.run()
            self._let_change(allowed=False)
            self.bringing.reveal()
            self._ask(file.BringFile(matched))

    def _matched(self) -> file.FileMatched | None:
        preview, words = self.preview, self._words
        if preview is None or words is None:
            return None
        options = Options(
            history_before=self.bringing.history_before,
            skip_bad=self.summary is not None and bool(self.summary.refused),
            held_because=words("held by the shop's file"),
        )
        return file.FileMatched(
            path=preview.path,
            stamp=preview.stamp,
            kind=preview.kind,
            match=preview.match,
            options=options,
        )

    def _let_change(self, *, allowed: bool) -> None:
        """While a file comes in nobody brings another, or reads this one otherwise."""
        for part in (self.file, self.lists, self.matching, self.rematch):
            part.setEnabled(allowed)

    def _clear(self) -> None:
        self.preview = self.summary = None
        self.under_way = False
        self.matching.hide()
        self.rematch.hide()
        self.lists.hide()
        self.bringing.hide()
        self.verdict.show_sentence("")
