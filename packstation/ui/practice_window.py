"""The window once more, to practise in: it says all the time that nothing counts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from packstation.domain.outcomes import Sealed
from packstation.domain.packing import Step
from packstation.domain.records import Printing
from packstation.domain.shop import Shop
from packstation.ui.button import Button
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, width_of
from packstation.ui.look import HEADER, HONEY, INK, SMALL_BUTTON, TEXT_BOLD
from packstation.ui.painted import Painted, put, unit_room
from packstation.ui.window import Window
from packstation.words.printing import why_not
from packstation.words.words import Words

LEFT, RIGHT = 400.0, 340.0
"""The header's own words keep so much at both ends."""
PAD = 12.0


class PracticeSign(Painted):
    """A band in the header that nothing covers, with the way out."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, HONEY)
        self._text = ""
        self.leave = Button(parent=self, hint="F10")
        self.leave.clicked.connect(self.left)

    def say(self, text: str, leave: str) -> None:
        self._text = text
        self.leave.say(leave)
        self.read_out(text)
        self.arrange()
        self.update()

    def arrange(self) -> None:
        wide = self.leave.unit_width
        put(self.leave, QRectF(self.room.width() - wide - 4, 3, wide, SMALL_BUTTON))

    def paint(self, ink: Ink) -> None:
        room = self.room.adjusted(PAD, 0, -self.leave.unit_width - PAD, 0)
        ink.write(room, Run(self._text, TEXT_BOLD, INK), align=MIDDLE)

    @property
    def unit_width(self) -> float:
        return width_of(Run(self._text, TEXT_BOLD)) + self.leave.unit_width + 3 * PAD


class PracticeWindow(Window):
    """What happens in it happens to a shop that ends with it."""

    left = Signal()

    def __init__(self, words_of: Callable[[str], Words], pictures: Path) -> None:
        super().__init__(words_of, pictures)
        self.sign = PracticeSign(self)
        self.sign.left.connect(self.left)
        self._trouble = ""
        self._signed = False
        self._under: tuple[QStackedWidget, QWidget | None] | None = None
        self._follow()

    def cover(self, screens: QStackedWidget) -> None:
        """Stand in front of whatever is up there."""
        self._under = screens, screens.currentWidget()
        screens.addWidget(self)
        screens.setCurrentWidget(self)
        self.setFocus()

    def uncover(self) -> None:
        if self._under is not None:
            screens, under = self._under
            screens.removeWidget(self)
            if under is not None:
                screens.setCurrentWidget(under)
                under.setFocus()
        self.hide()
        self.deleteLater()

    @Slot(object, str)
    def show_shop(self, shop: Shop, bench: str) -> None:
        del bench
        words = self._words_of(shop.language)
        title = words.p("what one does here", "Practice")
        super().show_shop(replace(shop, brand=replace(shop.brand, name=title)), "")
        self._follow()

    @Slot(object)
    def show_step(self, step: Step) -> None:
        super().show_step(step)
        self._signed = self._signed or isinstance(step.outcome, Sealed)
        self._follow()

    @Slot(object)
    def show_printing(self, printing: Printing) -> None:
        """The header has no room for it; only what went wrong is said, in the sign."""
        self._trouble = why_not(printing.reason, self._words) if printing.failed else ""
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # the real window lies behind: nothing may reach it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        words = self._words
        said = words("Practice: nothing of this counts")
        if self._signed:
            said = words("Practice done: nothing of it counts")
        said = self._trouble or said
        self.sign.say(said, words("Leave practice"))
        room = unit_room(self).width() - LEFT - RIGHT
        wide = min(self.sign.unit_width, room)
        put(self.sign, QRectF(LEFT + (room - wide) / 2, 0, wide, HEADER - 1))
        self.sign.raise_()
