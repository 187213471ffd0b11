"""The head of the middle column: eyebrow, the prompt that is projected, and what to say."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.capture.room import eyebrow
from ui.widgets.labels import Eyebrow, Heading
from ui.widgets.say_block import SayBlock


class StepHeader(QWidget):
    """Shows a step's prompt, and its script for the facilitator's eyes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._eyebrow = Eyebrow(parent=self)
        self._prompt = Heading(parent=self)
        self._say = SayBlock(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._eyebrow)
        column.addWidget(self._prompt)
        column.addSpacing(8)
        column.addWidget(self._say)

    def show_step(self, desk: Desk, stage: Stage, step: Step) -> None:
        """Show a step's script, with the place and the group in its words."""
        at = stage.steps.index(step) + 1
        parts = [eyebrow(desk.workshop, stage, step), f"step {at} of {len(stage.steps)}"]
        if step.how:
            parts.append(step.how)
        self._eyebrow.setText(" · ".join(parts))
        words = f"“{desk.words(step.say)}”" if step.say else ""
        ask = desk.words(step.ask)
        if ask and words:
            words += " If answers stay general, ask:"
        self._say.show_script(words, ask)
        self._say.setVisible(bool(words or ask))

    def show_prompt(self, prompt: str) -> None:
        """Show what is projected."""
        if prompt != self._prompt.text():
            self._prompt.setText(prompt)
