"""Retrace: who observed and what for, the timeline, and the same minute by minute as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.debriefing.moments import Moment, what_happened
from ui.stages.rehearsal.timeline.marks import marks_of_memory
from ui.stages.rehearsal.timeline.widget import Timeline
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import PlainLabel, SectionLabel

_COLUMNS = (Column("Minute", 0.6), Column("What", 1.7), Column("", 5))
_NONE = "Nothing was kept of the play: no news, no decision, no note. The observers tell it."


class Memory(QWidget):
    """What happened, twice: to be looked at, and to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: dict[str, Moment] = {}
        self.observers = PlainLabel("", self, size=13.5)
        self._watchers = SectionLabel("Observers speak first", parent=self)
        self.timeline = Timeline(self, name="What happened, on the timeline")
        self.table = WholeTable("What happened, minute by minute", (), self)
        self.timeline.chosen.connect(self._chosen_on_timeline)
        self.timeline.opened.connect(self._read)
        self.table.selectionModel().currentRowChanged.connect(self._chosen_in_table)
        self._none = PlainLabel(_NONE, self, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = SectionLabel("What happened", parent=self)
        parts: tuple[QWidget, ...] = (self._watchers, self.observers, head, self.timeline)
        for part in (*parts, self.table, self._none):
            column.addWidget(part)

    def show_memory(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show who observed, and all that happened."""
        self._watchers.setVisible(bool(found.observers))
        self.observers.setVisible(bool(found.observers))
        self.observers.setText(observers_in_words(workshop, found))
        moments = what_happened(workshop, found)
        self._moments = {each.row: each for each in moments}
        self.timeline.show_marks(marks_of_memory(workshop, found), None)
        self.table.show_rows(_COLUMNS, [_row(each) for each in moments])
        for part in (self.timeline, self.table):
            part.setVisible(bool(moments))
        self._none.setVisible(not moments)

    def _chosen_on_timeline(self, _id: str) -> None:
        mark = self.timeline.mark()
        if mark is not None:
            self.table.go_to(mark.key)

    def _read(self, _id: str) -> None:
        self._chosen_on_timeline(_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_in_table(self) -> None:
        moment = self._moments.get(self.table.current_id())
        if moment is not None:
            self.timeline.choose(moment.id, moment.kind)


def observers_in_words(workshop: Workshop, found: Rehearsal) -> str:
    """A line for each observer, with what they were asked to watch for."""
    lines = []
    for member in found.observers:
        task = found.tasks.get(member, "")
        who = workshop.person(member)
        lines.append(f"· {who}: {task}" if task else f"· {who}")
    return "\n".join(lines)


def _row(moment: Moment) -> TableRow:
    heard = moment.kind in ("inject", "decision")
    cells = (
        Cell(str(moment.minute), mute=True),
        Cell(moment.what, bold=heard),
        Cell(moment.text, mute=moment.kind == "note"),
    )
    return TableRow(moment.row, cells)
