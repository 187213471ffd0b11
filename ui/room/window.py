"""The window of the room's screen: on the projector where there is one, else beside the console."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room.canvas import RoomCanvas


class RoomWindow(QWidget):
    """Holds the room's picture and keeps it on the right screen when one is plugged in or out.

    A clicker may send its keys here, so they are passed on as signals.
    """

    next_step = Signal()
    previous_step = Signal()
    blank_toggled = Signal()
    stop_asked = Signal()
    closed = Signal()

    def __init__(self, group: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.canvas = RoomCanvas(self)
        self._remembered = ""
        self._waits = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)
        self.setMinimumSize(320, 180)
        self.show_group(group)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.screen_gone)
            app.screenAdded.connect(self.screen_came)

    def show_group(self, group: str) -> None:
        """Put the group's name in the title."""
        self.setWindowTitle(f"Room screen · {group}" if group else "Room screen")

    def open_beside(self, console: QWidget) -> None:
        """Open full screen where the console is not; with one screen, as an ordinary window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not console.screen()]
        if others:
            self._fill(others[0])
        else:
            self._waits = True
            self._become_window(console.screen())

    def screen_gone(self, screen: QScreen) -> None:
        """Come back to the first screen as a window when the projector is unplugged.

        Qt would leave the full-screen window where nobody sees it, or throw it over the console.
        """
        if screen.name() != self._remembered or not self.isVisible():
            return
        left = [other for other in QGuiApplication.screens() if other is not screen]
        first = QGuiApplication.primaryScreen()
        if left:
            self._waits = True
            self._become_window(first if first in left else left[0])

    def screen_came(self, screen: QScreen) -> None:
        """Go to the projector when it is plugged in, or in again."""
        if self._waits and self.isVisible() and self._remembered in ("", screen.name()):
            self._fill(screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass a clicker's keys on; Esc leaves full screen and F5 goes in and out of it."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.next_step.emit()
            case Qt.Key.Key_PageUp:
                self.previous_step.emit()
            case Qt.Key.Key_B | Qt.Key.Key_Period:
                self.blank_toggled.emit()
            case Qt.Key.Key_F9:
                self.stop_asked.emit()
            case Qt.Key.Key_Escape if self.isFullScreen():
                self._leave_full_screen()
            case Qt.Key.Key_F5 if self.isFullScreen():
                self._leave_full_screen()
            case Qt.Key.Key_F5:
                self._fill(self.screen())
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the room sees nothing any more."""
        self._waits = False
        super().closeEvent(event)
        self.closed.emit()

    def _leave_full_screen(self) -> None:
        self._waits = False
        self._become_window(self.screen())

    def _fill(self, screen: QScreen) -> None:
        self._waits = False
        self._remembered = screen.name()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _become_window(self, screen: QScreen) -> None:
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        free = screen.availableGeometry()
        wide = min(1120, round(free.width() * 0.7))
        tall = round(wide * 9 / 16)
        place = QRect(0, 0, wide, tall)
        place.moveBottomRight(free.bottomRight())
        self.setGeometry(place)
        self.showNormal()
