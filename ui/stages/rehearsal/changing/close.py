"""The close of a rehearsal: one thing each, the two pictures, and what is still owed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.commitments import changes_to_write
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.purpose.close import NextSteps
from ui.stages.rehearsal.changing.still_owed import Reminder, slips_to_type, step_of
from ui.stages.rehearsal.feeling.pictures import (
    PICTURE_KEYS,
    FeelingsInRoom,
    StrainInRoom,
    leave_picture,
)
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.words import counted
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import PlainLabel

REACH = (
    "Before they go: say how you can be reached tonight, and who else can be called. Whoever "
    "passes need not say why."
)


class ClosePage(RehearsalPage):
    """What each will do goes on the list of next steps; it may stay empty.

    `papers_asked` when the debrief is wanted on paper.
    """

    papers_asked = Signal(str)

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        inside = self.inside
        self.done = PlainLabel("", inside, size=13.5, weight=600, colour=LIGHT.deep)
        self.owed = Reminder(desk, "Change the paper", lambda: step_of(desk, stage.id, "change"))
        self.slips = Reminder(desk, "Type it", lambda: step_of(desk, stage.id, "check-in-after"))
        self.write = Reminder(desk, "Write it down", lambda: step_of(desk, "commitments", "commit"))
        self.steps = NextSteps(
            desk,
            inside,
            title="One thing before Monday, if they wish",
            asks="What will you do? End with @ and who it is",
            insists=False,
        )
        self.steps.emptied.connect(self.steps.setFocus)
        self.feelings = FeelingsInRoom(desk, inside)
        self.strain = StrainInRoom(desk, inside)
        self.reach = PlainLabel(REACH, inside, size=13.5)
        self.debrief_button = PrimaryButton("Write the debrief", inside)
        self.debrief_button.clicked.connect(lambda: self.papers_asked.emit("debrief"))
        parts: tuple[QWidget, ...] = (self.done, self.owed, self.slips, self.write, self.steps)
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(6)
        self.column.addWidget(self.reach)
        self.column.addWidget(self.debrief_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(6)
        pictures = QHBoxLayout()
        pictures.setSpacing(28)
        for picture in (self.feelings, self.strain):
            pictures.addWidget(picture, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(pictures)
        self.column.addStretch(1)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show what is owed, what each will do, and the pictures."""
        owed = still_to_settle(found)
        self.owed.say(f"This rehearsal is not done yet. {owed}" if owed else "")
        self.done.setText(done_words(found))
        self.done.setVisible(not owed)
        self.slips.say(slips_to_type(found))
        mine = [each for each in changes_to_write(workshop) if each.id in found.changes]
        count = counted(len(mine), "accepted change is", "accepted changes are")
        self.write.say(f"{count} still to be written in Commitments." if mine else "")
        self.steps.show_workshop(workshop)
        self.feelings.show_picture(workshop, found)
        self.strain.show_picture(workshop, found)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the pictures."""
        return PICTURE_KEYS

    def begin(self) -> None:
        """Typing goes into what each will do."""
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes a picture off the room's screen."""
        if event.key() != Qt.Key.Key_Escape or not leave_picture(self.desk):
            super().keyPressEvent(event)


def done_words(found: Rehearsal) -> str:
    """That the rehearsal has settled what it changes: how many changes, or why there is none."""
    if not found.changes:
        return f"Settled: nothing on paper needs to change, because {found.unchanged}"
    accepted = sum(change.accepted for change in found.changes.values())
    changes = counted(len(found.changes), "change", "changes")
    return f"Settled: {changes} to the paper, {accepted} accepted."
