"""A phrase of one's own for the notes to come: its place, its language, its words."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from packstation.domain.own_phrases import Place
from packstation.domain.scans import KeepPhrase
from packstation.domain.touches import TalkingPoint
from packstation.ui.button import Button, Weight
from packstation.ui.entry import Entry
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import BUTTON, SMALL_BUTTON, TEXT_BOLD, WARN
from packstation.ui.painted import put
from packstation.ui.panel import GAP, Panel
from packstation.ui.touch_keys import HEIGHT, TouchKeys
from packstation.words.because import point
from packstation.words.card_phrases import language
from packstation.words.note_phrases import place_name
from packstation.words.words import Words

PLACES: Final = tuple(Place)
MOST_POINTS: Final = 3
SAID: Final = 34.0
_ENDS: Final = ".!?"


class PhrasePanel(Panel):
    """Joins the drafts of whoever writes it here, and nobody else's; ``back`` to the drafts."""

    back = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._place = Place.OPENING
        self._points: tuple[TalkingPoint, ...] = ()
        self._languages: tuple[str, ...] = ()
        self._key = self._language = self._refused = ""
        self.places = tuple(Button(parent=self) for _ in PLACES)
        self.points = tuple(Button(parent=self) for _ in range(MOST_POINTS))
        self.languages = tuple(Button(parent=self) for _ in range(2))
        self.field = Entry(self)
        self.keep = Button(parent=self, hint="⏎")
        self.return_ = Button(parent=self)
        self.keys = TouchKeys(self)
        self._join()

    def _join(self) -> None:
        for place, button in zip(PLACES, self.places, strict=True):
            button.clicked.connect(lambda _, place=place: self._put_at(place))
        for n, button in enumerate(self.points):
            button.clicked.connect(lambda _, n=n: self._speak_of(n))
        for n, button in enumerate(self.languages):
            button.clicked.connect(lambda _, n=n: self._write_in(n))
        self.keys.typed.connect(self._type)
        self.keys.wiped.connect(self.field.backspace)
        self.field.touched.connect(self.unfold)
        self.field.returnPressed.connect(self._keep)
        self.field.textChanged.connect(self._follow)
        self.keep.clicked.connect(self._keep)
        self.return_.clicked.connect(self.back)

    def ask(
        self, points: tuple[TalkingPoint, ...], languages: tuple[str, ...], words: Words
    ) -> None:
        """``languages``: the note's first, then the packer's, if that is another one."""
        self._words, self._refused = words, ""
        self._points, self._languages = points[:MOST_POINTS], languages[:2]
        self._place, self._language = Place.OPENING, languages[0]
        self._key = points[0].key if points else ""
        self.keys.hide()
        self.field.ask(words("Your phrase, as you would write it"))
        self.keep.say(words("Keep it"))
        self.return_.say(words("Back to the drafts"))
        self.entitle(
            words("A phrase of your own"),
            words("It joins your drafts, and nobody else's."),
            words,
        )
        self._tell()

    def refuse(self, sentence: str) -> None:
        self._refused = sentence
        self.read_out(sentence)
        self.update()
        self.field.setFocus()

    def begin(self) -> None:
        self.field.setFocus()

    def unfold(self) -> None:
        """Keys, in the place of what was chosen by now; a place brings that back."""
        self.keys.show_keys(self._words)
        self._tell()

    def press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace:
            self.back.emit()
            return True
        return False

    def arrange(self) -> None:
        super().arrange()
        room = self.below
        top = self._arrange_row(self.places, room, room.top())
        for row in (self.points, self.languages):
            if any(not button.isHidden() for button in row):
                top = self._arrange_row(row, room, top)
        wide = self.keep.unit_width
        put(self.field, QRectF(room.left(), top, room.width() - wide - GAP, BUTTON))
        put(self.keep, QRectF(room.right() - wide, top, wide, BUTTON))
        self._said_box = QRectF(room.left(), top + BUTTON + 6, room.width(), SAID)
        put(self.keys, QRectF(room.left(), room.bottom() - HEIGHT, room.width(), HEIGHT))
        top = self._said_box.bottom() + 4
        put(
            self.return_,
            QRectF(room.left(), top, self.return_.unit_width, SMALL_BUTTON),
        )
        self.return_.setVisible(self.keys.isHidden())

    def _arrange_row(self, row: tuple[Button, ...], room: QRectF, top: float) -> float:
        """The buttons of ``row`` that are wanted, in as many lines as they need."""
        left = room.left()
        for button in (it for it in row if not it.isHidden()):
            wide = min(button.unit_width, room.width())
            if left > room.left() and left + wide > room.right():
                left, top = room.left(), top + SMALL_BUTTON + 8
            put(button, QRectF(left, top, wide, SMALL_BUTTON))
            left += wide + 8
        return top + SMALL_BUTTON + GAP

    def paint(self, ink: Ink) -> None:
        super().paint(ink)
        if self._refused:
            ink.write(self._said_box, Run(self._refused, TEXT_BOLD, WARN))

    def _tell(self) -> None:
        """Which of the choices holds is said by colour, and to a screen reader by words."""
        words, choosing = self._words, self.keys.isHidden()
        for place, button in zip(PLACES, self.places, strict=True):
            self._choose(button, place_name(place, words), chosen=place is self._place)
        for n, button in enumerate(self.points):
            known = n < len(self._points)
            button.setVisible(known and self._place is Place.POINT and choosing)
            if known:
                it = self._points[n]
                self._choose(button, point(it, words), chosen=it.key == self._key)
        for n, button in enumerate(self.languages):
            button.setVisible(n < len(self._languages) > 1 and choosing)
            if n < len(self._languages):
                code = self._languages[n]
                self._choose(button, language(code, words), chosen=code == self._language)
        self._follow()
        self.arrange()
        self.update()

    def _choose(self, button: Button, label: str, *, chosen: bool) -> None:
        button.say(label, Weight.NEXT if chosen else Weight.PLAIN)
        button.hint_at("✓" if chosen else "")
        name = self._words("{choice}: chosen", choice=label) if chosen else label
        button.setAccessibleName(name)

    def _put_at(self, place: Place) -> None:
        self._place, self._refused = place, ""
        self.keys.hide()
        self._tell()
        self.field.setFocus()

    def _speak_of(self, place: int) -> None:
        self._key = self._points[place].key
        self._tell()
        self.field.setFocus()

    def _write_in(self, place: int) -> None:
        self._language = self._languages[place]
        self._tell()
        self.field.setFocus()

    def _type(self, letter: str) -> None:
        """The keys on the screen are capitals; a sentence has one, at its beginning."""
        before = self.field.text().rstrip()
        begins = not before or before[-1] in _ENDS
        self.field.insert(letter if begins else letter.lower())

    def _follow(self) -> None:
        whole = bool(self.field.text().strip())
        self.keep.say(self.keep.label, Weight.NEXT if whole else Weight.RESTING)

    def _keep(self) -> None:
        key = self._key if self._place is Place.POINT else ""
        self.wished.emit(
            KeepPhrase(
                place=self._place, language=self._language, text=self.field.text(), key=key
            )
        )
