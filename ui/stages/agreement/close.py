"""Closing: where the agreement goes, the two dates, and the resolution once there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.agreement import Paper
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.agreement.forms import PaperForm, RatificationForm
from ui.stages.agreement.words import assent_words, next_words
from ui.stages.page import Page
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import Heading, PlainLabel, SectionLabel


class ClosePage(Page):
    """The status of the document and what happens next. `export_asked` for the documents."""

    export_asked = Signal()

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._paper: Paper | None = None
        self.status = Heading("", self, size=20)
        self.next = PlainLabel("", self, size=15)
        self.count = PlainLabel("", self, colour=LIGHT.mute)
        self.export = PrimaryButton("See and write it", self)
        self.paper_form = PaperForm(desk, self.export, self)
        self.export.clicked.connect(self.export_asked)
        self.ratification = RatificationForm(desk, self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for part in (self.status, self.next, self.count):
            column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(SectionLabel("The two dates, and who sends the paper", parent=inside))
        column.addWidget(self.paper_form)
        column.addSpacing(10)
        column.addWidget(SectionLabel("When a meeting has resolved it", parent=inside))
        column.addWidget(self.ratification)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, "Close"))

    def begin(self) -> None:
        """Typing goes into the date of the meeting."""
        self.paper_form.ratify_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show where the document stands; fill the forms when it has changed."""
        paper = workshop.paper
        self.status.setText(f"{paper.status} · version {paper.version}")
        self.next.setText(next_words(workshop))
        self.count.setVisible(bool(workshop.organisations))
        self.count.setText(f"{assent_words(workshop)}.")
        if paper != self._paper:
            self._paper = paper
            self.paper_form.show_paper(paper)
            self.ratification.fill(paper)
