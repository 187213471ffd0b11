"""Observing in play: a line for a note, stamped by the scenario clock, and the notes so far.

Notes never leave the console.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage
from facilitator.stages.rehearsal.observing import drop_note, take_note
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import in_hand, scenario_seconds
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.clock_ring import clock_words
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

_KEYS = (("Enter", "put it right"), ("Del", "take it out"), ("↑ ↓", "another note"))
_SHORT = 50


class NoteLine(KeepLine):
    """Enter keeps a note at the second that the scenario clock shows; Esc leaves a correction."""

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__("What did you see?", parent, chip="note", tall=40)
        self._desk = desk
        self._stage = stage
        self._correcting = ""
        self._typed = ""
        self.kept.connect(self._keep)
        self.left.connect(self._leave)

    def show_notes(self, found: Rehearsal) -> None:
        """Say what was noted last, while nothing is typed."""
        last = next(reversed(found.notes.values()), None)
        said = "What did you see? It stays on this console"
        if last is not None:
            words = last.text if len(last.text) <= _SHORT else f"{last.text[: _SHORT - 1]}…"
            said = f"Kept at {clock_words(last.second)}: {words}"
        self.line.setPlaceholderText(said)
        if self._correcting and self._correcting not in found.notes:
            self._leave()

    def correct(self, note: str) -> None:
        """Put a note right; what was being typed comes back afterwards."""
        found = in_hand(self._desk.workshop, self._desk.focus)
        known = found.notes.get(note) if found else None
        if known is None:
            return
        if not self._correcting:
            self._typed = self.text()
        self._correcting = note
        self.show_chip(f"note at {clock_words(known.second)}")
        self.put(known.text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, text: str) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        if found is None:
            return
        earlier = found.notes.get(self._correcting)
        now = scenario_seconds(found, self._stage, self._desk.seconds())
        second = earlier.second if earlier else now
        note = self._correcting if earlier else ""
        if self._desk.do(take_note, found.id, second, text, note) is not None:
            self.clear()
            self._leave()

    def _leave(self) -> None:
        if self._correcting:
            self._correcting = ""
            self.show_chip("note")
            self.put(self._typed)
            self._typed = ""


class NoteList(QWidget):
    """The notes, the newest first. `opened` carries the id of one to be put right."""

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._label = SectionLabel("Notes", parent=self)
        self.table = WholeTable("Notes", ("Del",), self)
        self.table.opened.connect(self.opened)
        self.table.asked.connect(lambda _key, note: self._drop(note))
        self._none = PlainLabel(
            "No notes yet. T goes to the line under the page, from wherever no field is typed in.",
            self,
            size=13,
            colour=LIGHT.mute,
        )
        self._hint = KeyHint(_KEYS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, self.table, self._none, self._hint):
            column.addWidget(part)

    def show_notes(self, found: Rehearsal) -> None:
        """Show all of them."""
        notes = sorted(found.notes.values(), key=lambda note: -note.second)
        rows = [
            TableRow(note.id, (Cell(clock_words(note.second), mute=True), Cell(note.text)))
            for note in notes
        ]
        self.table.show_rows((Column("At", 1), Column("What was seen", 9)), rows)
        self._label.show_text("Notes", str(len(rows)) if rows else "")
        for part in (self.table, self._hint):
            part.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _drop(self, note: str) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        if found is not None and note:
            self._desk.do(drop_note, found.id, note)
