"""The left column: where we are in the journey."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Guide, Step
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.workshop import Workshop
from ui.console.rail_list import Mark, RailList, RailRow
from ui.widgets.labels import SectionLabel

TO_SETTLE = "to settle"
"""In place of its minutes, beside what was left and is not done."""


class JourneyRail(QWidget):
    """Stages, and the steps of the one in hand. `chosen` carries stage and step."""

    chosen = Signal(str, str)

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._rows = RailList("Journey", self)
        self._rows.chosen.connect(self._choose)
        label = SectionLabel("Journey", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(18, 0, 12, 0)
        head.addWidget(label)
        column.addLayout(head)
        column.addWidget(self._rows, 1)
        self.setFocusProxy(self._rows)

    def show_workshop(self, workshop: Workshop, stages: tuple[str, ...]) -> None:
        """Show the journey of these stages and where the workshop is in it."""
        now = workshop.progress.now
        done = workshop.progress.done()
        owed = _owed(workshop)
        rows: list[RailRow] = []
        for stage_id in stages:
            stage = self._guide.stage(stage_id)
            here = now is not None and now.stage == stage_id
            visited = any(stage == stage_id for stage, _ in done)
            left_open = any((stage_id, s.id) in done and owed(stage_id, s) for s in stage.steps)
            mark: Mark = "now" if here else "done" if visited and not left_open else "todo"
            minutes = f"{stage.minutes} min" if here else str(stage.minutes)
            if left_open and not here:
                minutes = TO_SETTLE
            rows.append(RailRow(stage_id, stage.title, minutes, mark, in_hand=here))
            if not here:
                continue
            for step in stage.steps:
                in_hand = now is not None and now.step == step.id
                left = (stage_id, step.id) in done and not in_hand
                owes = left and owed(stage_id, step)
                rows.append(
                    RailRow(
                        f"{stage_id}/{step.id}",
                        step.title,
                        TO_SETTLE if owes else str(step.minutes),
                        "done" if left and not owes else "todo",
                        inner=True,
                        in_hand=in_hand,
                    )
                )
        self._rows.show_rows(rows)

    def _choose(self, row: str) -> None:
        stage, _, step = row.partition("/")
        self.chosen.emit(stage, step or self._guide.stage(stage).steps[0].id)


def _owed(workshop: Workshop) -> Callable[[str, Step], bool]:
    """Whether a step that was left still owes something: a rehearsal its change, or why none."""
    newest = next(reversed(workshop.rehearsals.values()), None)
    owes = newest is not None and bool(still_to_settle(newest))
    return lambda stage, step: owes and stage == "rehearsal" and step.activity == "change"
