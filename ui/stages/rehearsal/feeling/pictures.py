"""The two pictures on the console, each with the button that shows it to the room."""

from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.feeling import together
from facilitator.stages.rehearsal.observing import strain_chart
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.feeling.shown import on_the_wall, to_show
from ui.stages.rehearsal.words import in_hand
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.feelings_picture import FeelingsPicture
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.strain_picture import StrainPicture

SHOW = "Show it to the room"
TAKE_OFF = "Take it off the room’s screen"
HELD = (
    "The room sees it as it stood when it was shown. It is brought up to date once three or more "
    "have checked in since, and it is shown again: one or two more could be told apart."
)
PICTURE_KEYS = (
    ("F6", "show the feelings before and after to the room, or take them off"),
    ("F7", "show the strain by the minute to the room, or take it off"),
    ("Esc", "take the picture off the room’s screen"),
)


class PictureInRoom(QWidget):
    """A picture under its name; nothing leaves for the room until the button or its key says so.

    `nothing` says what to do while there is nothing to paint.
    """

    def __init__(
        self,
        desk: Desk,
        name: Literal["feelings", "strain"],
        title: str,
        key: str,
        picture: QWidget,
        nothing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._picture = picture
        self._nothing = PlainLabel(nothing, self, colour=LIGHT.mute)
        self.button = QuietButton(SHOW, self)
        self.button.show_key(key)
        self.button.clicked.connect(self.turn)
        self._shortcut = QShortcut(QKeySequence(key), self)
        self._shortcut.activated.connect(self.turn)
        head = QHBoxLayout()
        head.addWidget(SectionLabel(title, parent=self), 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(picture)
        column.addWidget(self._nothing)

    def turn(self) -> None:
        """Show the picture to the room, or take it off again."""
        shown = self._desk.focus.picture == self._name
        self._desk.focus_on(picture="" if shown else self._name)

    def _show_state(self, *, something: bool) -> None:
        self._picture.setVisible(something)
        self._nothing.setVisible(not something)
        shown = self._desk.focus.picture == self._name
        self.button.setVisible(something or shown)
        self._shortcut.setEnabled(something or shown)
        self.button.setText(TAKE_OFF if shown else SHOW)


class FeelingsInRoom(PictureInRoom):
    """How people came in and how they are now, from what may leave the console."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.picture = FeelingsPicture(parent)
        nothing = "Nobody has checked in yet. It is done in the steps before and after the play."
        title = "Feelings before and after"
        super().__init__(desk, "feelings", title, "F6", self.picture, nothing, parent)
        self.held = PlainLabel("", self, size=13, colour=LIGHT.mute)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.held)

    def show_picture(self, _workshop: Workshop, found: Rehearsal) -> None:
        """Show them, and say where the room sees another moment."""
        now = (together(found, "before"), together(found, "after"))
        self.picture.show_feelings(*now)
        self._show_state(something=bool(found.feelings))
        shown = self._desk.focus.picture == self._name
        held = shown and on_the_wall(self._desk.focus, found) != now
        self.held.setText(HELD if held else "")
        self.held.setVisible(held)

    def turn(self) -> None:
        """Show them to the room as they stand, or take them off again."""
        found = in_hand(self._desk.workshop, self._desk.focus)
        shown = self._desk.focus.picture == self._name
        if shown or found is None:
            super().turn()
        else:
            self._desk.focus_on(picture=self._name, felt=to_show(self._desk.focus, found))


class StrainInRoom(PictureInRoom):
    """Value by minute: what held, bent and broke."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.picture = StrainPicture(parent)
        nothing = (
            "No value is marked yet. While the story is played, 1, 2 or 3 on a value marks that it "
            "held, bent or broke; in the debrief they give the verdict."
        )
        title = "Strain, minute by minute"
        super().__init__(desk, "strain", title, "F7", self.picture, nothing, parent)

    def show_picture(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show it."""
        chart = strain_chart(workshop, found)
        self.picture.show_chart(chart)
        self._show_state(something=bool(chart.rows))


def leave_picture(desk: Desk) -> bool:
    """Take whatever picture the room sees off its screen; whether there was one."""
    if not desk.focus.picture:
        return False
    desk.focus_on(picture="")
    return True
