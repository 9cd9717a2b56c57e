"""What had the keyboard on a screen, for when that screen comes back."""

from PySide6.QtWidgets import QWidget

from packstation.ui.painted import focus_near


class KeptFocus:
    """Of the last screen that was left."""

    def __init__(self) -> None:
        self._kept: tuple[QWidget, QWidget] | None = None

    def keep(self, screen: QWidget | None) -> None:
        """What has the keyboard on ``screen`` now, if anything has."""
        self._kept = None
        focus = None if screen is None else focus_near(screen)
        if screen is not None and focus is not None and screen.isAncestorOf(focus):
            self._kept = screen, focus

    def give_back(self, screen: QWidget) -> None:
        kept, self._kept = self._kept, None
        if kept is not None and kept[0] is screen and kept[1].isVisible():
            kept[1].setFocus()
