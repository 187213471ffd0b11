"""The right column of the note-taker's window: the prompt now, and reservations word for word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.rounds import Round
from facilitator.workshop import Workshop
from ui.room.preview import RoomPreview
from ui.room.view import RoomView
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.rail_ground import lay_rail

NO_ROUND = "No round is open in this copy. What you hear, keep as it is said."
MOST = 6
"""Reservations shown at once: the newest."""


class NotesRight(QWidget):
    """What is asked in the step in hand, and what organisations reserve in the round in hand."""

    position_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = RoomPreview(self)
        self.preview.show_state("live")
        self.preview.setAccessibleName("The prompt now")
        self._about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._said = PlainLabel("", self, size=13.5)
        self.write = QuietButton("A position…", self)
        self.write.show_key("Ctrl+P")
        self.write.clicked.connect(self.position_asked)
        lay_rail(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for part in (
            SectionLabel("The prompt now", parent=self),
            self.preview,
            SectionLabel("Reservations, word for word", parent=self),
            self._about,
            self._said,
            self.write,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def show_prompt(self, prompt: str) -> None:
        """Show what is asked in the step in hand."""
        self.preview.show_view(RoomView(statement=prompt))

    def show_round(self, workshop: Workshop, about: Round | None) -> None:
        """Show the round that is open in this copy, and what is reserved in it."""
        self.write.setVisible(about is not None)
        if about is None:
            self._about.setText(NO_ROUND)
            self._said.hide()
            return
        subject = workshop.subject_name(about.subject)
        self._about.setText(f"Round {about.number} on {subject}" if subject else "")
        lines = [
            f"“{p.text}” {workshop.organisation_name(o)}"
            for o, p in about.positions.items()
            if p.text
        ]
        self._said.setText("\n\n".join(lines[-MOST:]))
        self._said.setVisible(bool(lines))


def open_round(workshop: Workshop) -> Round | None:
    """The newest round that is open in this copy."""
    return next((r for r in reversed(workshop.rounds.values()) if r.is_open), None)
