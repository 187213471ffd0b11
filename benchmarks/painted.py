"""Which widgets were painted since a moment."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

FRAME = 16.7
"""Milliseconds of a frame at 60 Hz."""


def settle() -> None:
    """Let what waits happen, so that none of it counts into what is measured next."""
    for _ in range(3):
        QApplication.processEvents()


class Painted(QObject):
    """Notes that a widget was painted, once it is installed on it as an event filter."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False
