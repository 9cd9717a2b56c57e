"""Under a page of the office: how far the first hour is, and the way on."""

from typing import Final

from PySide6.QtWidgets import QWidget

from packstation.domain.first_hour import STEPS, PathShown
from packstation.domain.office import Chapter
from packstation.ui.office.kit import Kind, Label, Push, Stack
from packstation.words.office_phrases import chapter_name
from packstation.words.words import Words

PAD: Final = 14


class Foot(QWidget):
    """``go_on`` leads to the next step that is still to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.said, self.go_on = Label(Kind.SOFT), Push()
        self._state = self._word = self._due = ""
        self._leads = self._held = False
        stack = Stack(gap=16, pad=PAD, across=True)
        stack.addWidget(self.said, 1)
        stack.addWidget(self.go_on)
        self.setLayout(stack)

    def show_path(self, path: PathShown, chapter: Chapter | None, words: Words) -> None:
        """When every step is done there is the bench to go to."""
        rest = tuple(it for it in STEPS if it not in path.done)
        after = STEPS[STEPS.index(chapter) + 1 :] if chapter in STEPS else ()
        other = next((it for it in (*after, *rest) if it in rest and it is not chapter), None)
        done = len(STEPS) - len(rest)
        said = words.n(
            "{done} of {n} step done", "{done} of {n} steps done", len(STEPS), done=done
        )
        self._state = said if rest else words("All is ready: to the bench.")
        self._leads = other is not None
        if other is not None:
            name, onward = chapter_name(other, words), other in after or chapter not in STEPS
            way = words("Next: {step}", step=name)
            self.go_on.say(way if onward else words("Missing: {step}", step=name))
        self.go_on.lead(leading=chapter not in rest)
        self._follow()

    def hold(self, *, held: bool) -> None:
        """While a page has something open no other one is offered."""
        self._held = held
        self._follow()

    def show_word(self, word: str) -> None:
        """Something that was asked for and cannot be; empty takes it back."""
        self._word = word
        self._follow()

    def show_due(self, due: str) -> None:
        """Something to be done soon, said until it is; empty takes it back."""
        self._due = due
        self._follow()

    def _follow(self) -> None:
        self.go_on.setVisible(self._leads and not self._held)
        kind = Kind.CARE if self._word or self._due else Kind.SOFT
        self.said.say(self._word or self._due or self._state, kind)
