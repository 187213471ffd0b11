"""Reminders of what a rehearsal still owes: slips to type, a change or a reason for none."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.guide import Step
from facilitator.progress import enter_step
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.words import slips_missing
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel


class Reminder(QWidget):
    """A sentence, and a button that goes where it is settled; away while there is nothing to say.

    The console goes to the step by itself: it shows whatever step is in hand.
    """

    def __init__(
        self,
        desk: Desk,
        label: str,
        step: Callable[[], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = step
        self.sentence = PlainLabel("", self, size=13.5, colour=LIGHT.gold, weight=600)
        self.button = QuietButton(label, self)
        self.button.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say this, or nothing; without the button where there is no step to go to."""
        self.sentence.setText(sentence)
        self.button.setVisible(bool(self._step()[1]))
        self.setVisible(bool(sentence))

    def _go(self) -> None:
        stage, step = self._step()
        if step:
            self._desk.do(enter_step, stage, step, self._desk.seconds())


def slips_to_type(found: Rehearsal) -> str:
    """That fewer checked in afterwards than before; nothing where as many did."""
    missing = slips_missing(found)
    fewer = f"{missing} fewer checked in afterwards than before."
    return f"{fewer} Is there still a slip to type?" if missing else ""


def step_of(desk: Desk, stage: str, activity: str) -> tuple[str, str]:
    """The step of a stage that has this activity, as (stage, step).

    No step where there is none, or where the stage is not part of the journey.
    """
    return stage, next((step.id for step in steps_of(desk, stage) if step.activity == activity), "")


def steps_of(desk: Desk, stage: str) -> tuple[Step, ...]:
    """The steps of a stage of the journey; none where it is not part of it."""
    known = stage in desk.guide.stages and in_journey(desk, stage)
    return desk.guide.stage(stage).steps if known else ()


def in_journey(desk: Desk, stage: str) -> bool:
    """Whether a stage is part of this workshop's journey; before one is chosen, all are."""
    return stage in (desk.workshop.about.stages or desk.guide.stages)
