"""The right column: what the room sees, what comes next, the car park, who is here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.guide import Step
from ui.room.preview import RoomPreview
from ui.stages.page import SideNote
from ui.theme.tokens import LIGHT
from ui.widgets.badge import ScreenState
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.rail_ground import lay_rail
from ui.widgets.scroll_bar import CalmScrollBar

MOST_LINES = 5
"""Lines of a section; more are counted."""


class _Section(QWidget):
    """A label and a few lines under it; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = SectionLabel(parent=self)
        self._shown: tuple[str, ...] = ()
        self._lines: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self._label)
        self.hide()

    def show_lines(
        self, label: str, lines: tuple[str, ...], right: str = "", most: int = MOST_LINES
    ) -> None:
        """Show the lines; those over the most are counted."""
        self._label.show_text(label, right)
        shown = lines[:most]
        if len(lines) > most:
            shown = (*shown, f"and {len(lines) - most} more")
        if shown != self._shown:
            self._shown = shown
            while len(self._lines) < len(shown):
                line = PlainLabel("", self, size=13)
                self._lines.append(line)
                self._column.addWidget(line)
            for at, line in enumerate(self._lines):
                line.setVisible(at < len(shown))
                line.setText(shown[at] if at < len(shown) else "")
        self.setVisible(bool(lines))


class SideRail(QWidget):
    """Given what to show by the console; sends what is asked of the room's screen and the step.

    What the room sees, and the way to take it away, stays in sight; the rest scrolls under it.
    """

    open_asked = Signal()
    freeze_asked = Signal()
    blank_asked = Signal()
    next_asked = Signal()
    park_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_rail(self)
        inside = QWidget()
        self._screen_label = SectionLabel("On the screen", parent=self)
        self.preview = RoomPreview(self)
        self.open = QuietButton("Show it to the room", self)
        self.open.setToolTip("Start the room's screen, F5")
        self.freeze = QuietButton("Freeze", self)
        self.blank = QuietButton("Blank", self)
        self.open.clicked.connect(self.open_asked)
        self.freeze.clicked.connect(self.freeze_asked)
        self.blank.clicked.connect(self.blank_asked)
        self._next_label = SectionLabel("Next", parent=inside)
        self._next_title = PlainLabel("", inside, weight=700)
        self._next_words = PlainLabel("", inside, size=12.5, colour=LIGHT.mute)
        self.go_on = PrimaryButton("Go on →", inside)
        self.go_on.setAccessibleName("Go on to the next step")
        self.go_on.clicked.connect(self.next_asked)
        self._stuck = _Section(inside)
        self._done_when = _Section(inside)
        self._notes = [_Section(inside) for _ in range(3)]
        self._car_park = _Section(inside)
        self.park = QuietButton("Park something", inside)
        self.park.clicked.connect(self.park_asked)
        self._room = _Section(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.freeze)
        buttons.addWidget(self.blank)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        for part in (self._next_label, self._next_title, self._next_words, self.go_on):
            column.addWidget(part)
        column.addWidget(self._room)
        for section in (*self._notes, self._stuck, self._car_park):
            column.addWidget(section)
        column.addWidget(self.park)
        column.addWidget(self._done_when)
        column.addStretch(1)
        pinned = QVBoxLayout()
        pinned.setContentsMargins(16, 12, 16, 6)
        pinned.setSpacing(6)
        pinned.addWidget(self._screen_label)
        pinned.addWidget(self.preview)
        pinned.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(pinned)
        self._scrolls = _scrolling(inside)
        whole.addWidget(self._scrolls, 1)

    def put_below_next(self, lines: QWidget) -> None:
        """Put quiet lines below what comes next: they come and go, and must move no button."""
        self._column.insertWidget(self._column.indexOf(self.go_on) + 1, lines)

    def show_screen(self, state: ScreenState, where: str) -> None:
        """Show what the room's screen does, and on which display."""
        self._screen_label.show_text("On the screen", where)
        self.preview.show_state(state)
        self.open.setVisible(state == "off")
        self.freeze.setVisible(state != "off")
        self.blank.setVisible(state != "off")
        self.blank.setText("Show again" if state == "blank" else "Blank")
        self.freeze.setText("Let go" if state == "frozen" else "Freeze")

    def show_next(self, step: Step | None) -> None:
        """Show what comes next; nothing after the last step."""
        self._next_title.setText(step.title if step else "That was the last step")
        self._next_words.setText(step.summary if step else "")
        self._next_words.setVisible(bool(step and step.summary))
        self.go_on.setVisible(step is not None)

    def show_step(self, if_stuck: str, done_when: str) -> None:
        """Show what helps in this step."""
        self._stuck.show_lines("If stuck", (if_stuck,) if if_stuck else ())
        self._done_when.show_lines("Done when", (done_when,) if done_when else ())

    def show_notes(self, notes: tuple[SideNote, ...]) -> None:
        """Show the page's own sections, three at most."""
        for at, section in enumerate(self._notes):
            if at < len(notes):
                section.show_lines(notes[at].label, notes[at].lines)
            else:
                section.hide()

    def show_car_park(self, items: tuple[str, ...]) -> None:
        """Show what is parked: values, then the rest, the newest first."""
        lines = items or ("Nothing is parked.",)
        self._car_park.show_lines("Car park", lines, str(len(items)) if items else "", most=2)

    def show_room(self, words: str) -> None:
        """Say who is here, and whether there is a quorum."""
        self._room.show_lines("In the room", (words,))


def _scrolling(inside: QWidget) -> QScrollArea:
    """The part of the rail that scrolls; it takes the ground of the rail."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBar(CalmScrollBar(area))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
