"""The left column of the note-taker's window: the steps, and who is speaking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Guide
from facilitator.workshop import Workshop
from ui.console.rail_list import RailList, RailRow
from ui.stages.capture.offers import Choice
from ui.widgets.labels import SectionLabel
from ui.widgets.rail_ground import lay_rail
from ui.widgets.scroll_bar import CalmScrollBar

NUMBERED = 9
NOBODY = "unattributed"


class NotesLeft(QWidget):
    """Steps to choose from, and speakers with the figure that names each.

    `step_chosen` carries stage and step, `speaker_chosen` an id, or nothing for nobody in
    particular.
    """

    step_chosen = Signal(str, str)
    speaker_chosen = Signal(str)

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._speakers: list[Choice] = []
        self.steps = RailList("Steps", self)
        self.speakers = RailList("Who is speaking", self)
        for rows in (self.steps, self.speakers):
            rows.setVerticalScrollBar(CalmScrollBar(rows))
        self.steps.chosen.connect(self._choose_step)
        self.speakers.chosen.connect(
            lambda row: self.speaker_chosen.emit("" if row == NOBODY else row)
        )
        lay_rail(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(6)
        for label, rows, share in (
            ("Step", self.steps, 6),
            ("Who is speaking", self.speakers, 5),
        ):
            head = QVBoxLayout()
            head.setContentsMargins(18, 6, 12, 0)
            head.addWidget(SectionLabel(label, parent=self))
            column.addLayout(head)
            column.addWidget(rows, share)

    def show_steps(self, stages: tuple[str, ...], stage: str, step: str) -> None:
        """Show the stages, and the steps of the one in hand."""
        rows = []
        for each in stages:
            found = self._guide.stage(each)
            here = each == stage
            rows.append(RailRow(each, found.title, mark="now" if here else "todo", in_hand=here))
            if here:
                rows += [
                    RailRow(f"{each}/{s.id}", s.title, inner=True, in_hand=s.id == step)
                    for s in found.steps
                ]
        self.steps.show_rows(rows)

    def show_speakers(self, workshop: Workshop, people: list[Choice], who: str) -> None:
        """Show who can be named by Ctrl and a figure: the first nine organisations."""
        self._speakers = [p for p in people if p.id in workshop.organisations]
        rows = [
            RailRow(p.id, p.label, symbol=str(at) if at <= NUMBERED else "·", in_hand=p.id == who)
            for at, p in enumerate(self._speakers, 1)
        ]
        self.speakers.show_rows([*rows, RailRow(NOBODY, NOBODY, symbol="0")])

    def speaker(self, figure: int) -> Choice | None:
        """Whom a figure from 1 to 9 names."""
        return self._speakers[figure - 1] if 0 < figure <= len(self._speakers) else None

    def _choose_step(self, row: str) -> None:
        stage, _, step = row.partition("/")
        self.step_chosen.emit(stage, step or self._guide.stage(stage).steps[0].id)
