"""Whether everything that is read on a page has its room: nothing cut, nothing over another."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

READ = (QLabel, QPushButton, QLineEdit, QComboBox)


def cut_off(root: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    return [text for text, fits in _texts(root) if not fits]


def laid_over(root: QWidget) -> list[tuple[str, str]]:
    """Pairs of which one hides the other."""
    boxes = [(_name(it), _box(it, root)) for it in _shown(root)]
    return [
        (first, second)
        for (first, one), (second, other) in combinations(boxes, 2)
        if one.intersects(other)
    ]


def _shown(root: QWidget) -> Iterator[QWidget]:
    for kind in READ:
        yield from (
            it
            for it in root.findChildren(kind)
            if it.isVisible() and not isinstance(it.parent(), QComboBox)
        )


def _texts(root: QWidget) -> Iterator[tuple[str, bool]]:
    for it in _shown(root):
        match it:
            case QLabel() if it.text():
                high = it.heightForWidth(it.width())
                yield it.text(), high <= it.height() + 1
            case QPushButton() if it.text():
                yield it.text(), it.sizeHint().width() <= it.width() + 1
            case _:
                pass


def _box(it: QWidget, root: QWidget) -> QRect:
    return QRect(it.mapTo(root, QPoint(0, 0)), it.size())


def _name(it: QWidget) -> str:
    text = getattr(it, "text", None)
    return str(text()) if callable(text) else it.accessibleName()
