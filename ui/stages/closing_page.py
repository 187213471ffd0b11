"""A page for a step in which nothing is captured: what it is done for, and nothing to press."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel, SectionLabel


class PlainPage(Page):
    """When the step is done, what to note down, and how to make the room ready."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        set_up = stage.set_up if stage.steps[0].id == step.id else ""
        self._texts = [step.done_when, step.capture, set_up]
        self._labels: list[PlainLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        titles = ("This step is done when", "What is noted down", "How the room is set up")
        for title, text in zip(titles, self._texts, strict=True):
            if not text:
                continue
            column.addWidget(SectionLabel(title, parent=self))
            said = PlainLabel("", self, size=15, colour=LIGHT.ink)
            self._labels.append(said)
            column.addWidget(said)
            column.addSpacing(16)
        column.addStretch(1)
        self._texts = [text for text in self._texts if text]

    def show_workshop(self, workshop: Workshop) -> None:
        """Put the workshop's names into the words."""
        about = workshop.about
        for label, text in zip(self._labels, self._texts, strict=True):
            said = self.desk.guide.in_words(text, place=about.place_in_prompts, group=about.group)
            label.setText(said)
