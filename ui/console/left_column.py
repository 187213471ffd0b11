"""The left column: the journey, or the page's own list in its place; and the way home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.guide import Guide
from ui.console.journey_rail import JourneyRail
from ui.widgets.buttons import QuietButton
from ui.widgets.rail_ground import lay_rail


class LeftColumn(QWidget):
    """Holds the journey and the lists of pages that have one; shows one of them."""

    home_asked = Signal()
    keys_asked = Signal()

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.journey = JourneyRail(guide, self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.journey)
        self._own: QWidget | None = None
        self.flip_button = QuietButton("Journey", self)
        self.home_button = QuietButton("Home", self)
        self.home_button.setAccessibleName("All workshops")
        self.home_button.setToolTip("All workshops, Ctrl+O")
        self.keys_button = QuietButton("Keys", self)
        self.keys_button.setAccessibleName("All keys")
        self.keys_button.setToolTip("All keys, F1")
        self.flip_button.clicked.connect(self.flip)
        self.home_button.clicked.connect(self.home_asked)
        self.keys_button.clicked.connect(self.keys_asked)
        lay_rail(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 10)
        foot.setSpacing(6)
        for button in (self.flip_button, self.home_button, self.keys_button):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lists, 1)
        column.addLayout(foot)
        self.show_list(None)

    def show_list(self, own: QWidget | None) -> None:
        """Show a page's own list; the journey for a page that has none."""
        if own is not None and self._lists.indexOf(own) < 0:
            self._lists.addWidget(own)
        self._own = own
        self._lists.setCurrentWidget(own if own is not None else self.journey)
        self.flip_button.setVisible(own is not None)
        self.flip_button.setText("Journey")

    def flip(self) -> None:
        """Show the journey in place of the page's own list, or the reverse."""
        if self._own is None:
            self.journey.setFocus()
            return
        at_journey = self._lists.currentWidget() is self.journey
        shown = self._own if at_journey else self.journey
        self._lists.setCurrentWidget(shown)
        self.flip_button.setText("Journey" if at_journey else "Back")
        self.flip_button.setAccessibleName(
            "Show the journey" if at_journey else "Back to the page's own list"
        )
        shown.setFocus()
