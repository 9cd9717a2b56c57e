"""Product pictures: read and scaled once, then kept as long as there is room."""

from collections import OrderedDict
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

MOST: Final = 256
"""Pictures kept: the next pieces of a few orders, some 30 MB at most."""
_LOOKED_AT: Final = 500


class Pictures:
    """The pictures in one folder, by file name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._sought: set[tuple[str, int, int]] = set()

    def warm(self) -> None:
        """Let Qt load what reads such pictures as are here: for drawings that takes 10 ms.

        All that it has for pictures of every kind would be 1 MB.
        """
        with suppress(OSError):  # there may be none
            kinds = {it.suffix: it for it in islice(self._folder.iterdir(), _LOOKED_AT)}
            for path in kinds.values():
                QImageReader(str(path)).size()

    def has(self, name: str, size: QSize) -> bool:
        """Whether it was looked for already, so that ``find`` answers at once."""
        key = (name, size.width(), size.height())
        return not name or key in self._kept or key in self._sought

    def find(self, name: str, size: QSize) -> QPixmap | None:
        """The picture ``name`` within ``size`` pixels; None when there is none to show."""
        key = (name, size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        pixmap = self._read(name, size)
        if pixmap is None:
            self._sought.add(key)  # and looked for again, should it come later
            return None
        self._kept[key] = pixmap
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return pixmap

    def _read(self, name: str, size: QSize) -> QPixmap | None:
        if not name or Path(name).name != name or size.isEmpty():
            return (
                None  # a name comes from a file of somebody else: it may not leave the folder
            )
        reader = QImageReader(str(self._folder / name))
        whole = reader.size()
        if not whole.isValid():
            return None
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        return None if image.isNull() else QPixmap.fromImage(image)
