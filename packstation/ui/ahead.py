"""What will probably be shown next, painted before: a scan then only has to lay it down."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap


class Paintable(Protocol):
    """A widget, as far as is needed to paint a part of it somewhere else, and to show that."""

    def paint_part(self, painter: QPainter, dirty: QRect) -> None: ...
    def devicePixelRatioF(self) -> float: ...
    def setAccessibleName(self, name: str, /) -> None: ...
    def update(self, place: QRect, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Part:
    """How ``place``, in pixels, looks while ``value`` is shown; ``spoken``: how it sounds."""

    value: Hashable
    place: QRect
    picture: QPixmap
    spoken: str = ""


class Ahead:
    """A part of one widget: painted for a value that may come, and taken when it has come."""

    def __init__(self, widget: Paintable) -> None:
        self._widget = widget
        self._coming: Part | None = None
        self._shown: Part | None = None

    def paint(self, value: Hashable, place: QRect, spoken: str = "") -> None:
        """Keep how ``place`` looks now, for when ``value`` is shown; nothing is seen of it."""
        if place.isEmpty():
            return
        ratio = self._widget.devicePixelRatioF()
        picture = QPixmap(place.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.translate(-place.topLeft())
        self._widget.paint_part(painter, place)
        painter.end()
        self._coming = Part(value, place, picture, spoken)

    def show(self, value: Hashable) -> bool:
        """Whether ``value`` was painted ahead: then it is laid down, and read out."""
        ready = self.take(value)
        if ready is not None:
            self._widget.setAccessibleName(ready.spoken)
            self._widget.update(ready.place)
        return ready is not None

    def take(self, value: Hashable) -> Part | None:
        """What was painted ahead for ``value``, which is shown from now on."""
        # What was shown may come back with an undo; and letting go of a picture takes its time.
        coming, self._coming = self._coming, self._shown
        self._shown = coming if coming is not None and coming.value == value else None
        return self._shown

    @property
    def is_shown(self) -> bool:
        """Whether something that was painted is laid down."""
        return self._shown is not None

    def forget(self) -> None:
        """It looks otherwise from now on, whatever its value."""
        self._coming = self._shown = None

    def lay(self, painter: QPainter, dirty: QRect) -> bool:
        """Whether all of ``dirty`` was there to be laid down."""
        shown = self._shown
        if shown is None or not shown.place.contains(dirty):
            return False
        if dirty == shown.place:
            painter.drawPixmap(dirty.topLeft(), shown.picture)
            return True
        ratio = shown.picture.devicePixelRatio()
        at = dirty.topLeft() - shown.place.topLeft()
        # Only what is asked for: beside a button the rest would be left out span by span.
        painter.drawPixmap(dirty, shown.picture, QRect(at * ratio, dirty.size() * ratio))
        return True
