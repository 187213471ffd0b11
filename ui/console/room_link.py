"""What joins the console to the room's screen: opening, blank, freeze, and what it is given."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.room.view import RoomClock, RoomView
from ui.room.window import RoomWindow
from ui.widgets.badge import ScreenState


class RoomLink(QObject):
    """Opens the room's screen and keeps its state. `changed` when the state did."""

    changed = Signal()
    next_step = Signal()
    previous_step = Signal()
    stop_asked = Signal()

    def __init__(self, console: QWidget) -> None:
        super().__init__(console)
        self._console = console
        self.window = RoomWindow()
        self.window.next_step.connect(self.next_step)
        self.window.previous_step.connect(self.previous_step)
        self.window.stop_asked.connect(self.stop_asked)
        self.window.blank_toggled.connect(self.toggle_blank)
        self.window.closed.connect(self.changed)

    @property
    def state(self) -> ScreenState:
        """What the room's screen is doing."""
        if not self.window.isVisible():
            return "off"
        if self.window.canvas.blanked:
            return "blank"
        return "frozen" if self.window.canvas.frozen else "live"

    @property
    def where(self) -> str:
        """On which display it is, in a word or two."""
        if not self.window.isVisible():
            return ""
        return "full screen" if self.window.isFullScreen() else "window"

    def open(self) -> None:
        """Open the room's screen, on the other display where there is one; or bring it forward."""
        if self.window.isVisible():
            self.window.raise_()
        else:
            self.window.open_beside(self._console)
        self._console.activateWindow()
        self.changed.emit()

    def toggle_blank(self) -> None:
        """Blank the room's screen, or show it again."""
        self.window.canvas.blank(not self.window.canvas.blanked)
        self.changed.emit()

    def toggle_freeze(self) -> None:
        """Hold the room's screen as it is, or let it go on."""
        self.window.canvas.freeze(not self.window.canvas.frozen)
        self.changed.emit()

    def show_view(self, view: RoomView, clock: RoomClock) -> None:
        """Give the room its view and its clock."""
        self.window.canvas.show_view(view)
        self.window.canvas.show_clock(clock if view.show_clock else None)

    def show_group(self, group: str) -> None:
        """Name the window."""
        self.window.show_group(group)

    def close(self) -> None:
        """Close the room's screen for good."""
        self.window.closed.disconnect(self.changed)
        self.window.close()
        self.window.deleteLater()
