"""The window of the editor, before anything is written in it: where each part of it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.guide.scenario import REHEARSAL_MINUTES
from ui.packs.checks import Checks
from ui.packs.debrief import DebriefSection
from ui.packs.decisions import DecisionsSection
from ui.packs.injects import InjectsSection
from ui.packs.panes import CardPane, MinutesPane, RoomPane
from ui.packs.roles import RolesSection
from ui.packs.section import Section
from ui.packs.shelf import PackShelf
from ui.packs.story import StorySection
from ui.stages.capture.ask_once import AskOnce
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine, PlainLabel
from ui.widgets.notices import Notice

_SECTIONS = ("Story", "Roles", "Injects", "Decisions", "Debrief")
_PANES = ("Room", "Role card", "Minutes")


class EditorFrame(QDialog):
    """Sections at the left, pictures and checks at the right, what can be done at the foot."""

    def __init__(self, shelf: PackShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Scenario pack")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(960, 600)
        self.resize(1300, 706)
        self.sections: tuple[Section, ...] = (
            StorySection(),
            RolesSection(),
            InjectsSection(shelf.play),
            DecisionsSection(shelf.play),
            DebriefSection(),
        )
        self.room = RoomPane(shelf.guide, self)
        self.card = CardPane(self)
        self.minutes = MinutesPane(shelf.play, REHEARSAL_MINUTES, self)
        self.checks = Checks(shelf.play, self)
        self._lay_out()

    def _lay_out(self) -> None:
        self.heading = OneLine("", self, size=20, weight=700)
        self.notice = Notice(self, by_escape=False)
        self.asking = AskOnce(self, calm=True)
        self.asking.leave.setText("Go on writing")
        self.tabs = QButtonGroup(self)
        self.stack = QStackedWidget(self)
        self.areas: list[QScrollArea] = []
        for section, name in zip(self.sections, _SECTIONS, strict=True):
            area = scrolled(section, name)
            self.areas.append(area)
            self.stack.addWidget(area)
        self.switch = QButtonGroup(self)
        self.panes = QStackedWidget(self)
        for pane in (self.room, self.card, self.minutes):
            self.panes.addWidget(pane)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(_switches(self.tabs, _SECTIONS, self, "Ctrl+1 to 5"))
        left.addWidget(self.stack, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(_switches(self.switch, _PANES, self, "F6"))
        right.addWidget(self.panes, 5)
        right.addWidget(self.checks, 3)
        both = QHBoxLayout()
        both.setSpacing(26)
        both.addLayout(left, 15)
        both.addLayout(right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(self.asking)
        column.addLayout(both, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.state = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.keep_button = PrimaryButton("Keep it", self)
        self.keep_button.show_key("Ctrl+S")
        self.back_button = QuietButton("Take back", self)
        self.back_button.show_key("Ctrl+Z")
        self.again_button = QuietButton("Bring again", self)
        self.close_button = QuietButton("Close", self)
        self.close_button.show_key("Esc")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.keep_button, self.back_button, self.again_button, self.close_button):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.state, 1)
        return row


def _switches(
    group: QButtonGroup, names: tuple[str, ...], parent: QWidget, key: str
) -> QHBoxLayout:
    """A row of buttons of which one is down, and the key that goes from one to another."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for number, name in enumerate(names):
        button = QuietButton(name, parent)
        button.setCheckable(True)
        group.addButton(button, number)
        row.addWidget(button)
    row.addSpacing(4)
    hint = PlainLabel(key, parent, size=12, colour=LIGHT.mute)
    hint.setWordWrap(False)
    row.addWidget(hint)
    row.addStretch(1)
    return row
