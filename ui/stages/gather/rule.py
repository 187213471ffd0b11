"""How we decide: the rule in plain words, the form that changes it, and the quorum now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.gather.rule_form import RuleForm
from ui.stages.gather.words import core_names, quorum_words, rule_sentences
from ui.stages.page import Page
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel, SectionLabel


class RulePage(Page):
    """The rule as it stands; what is typed stands beside it until it is chosen."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.quorum = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.words = PlainLabel("", self, size=15)
        self.form = RuleForm(desk, self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(SectionLabel("The rule", parent=inside))
        column.addWidget(self.words)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addWidget(SectionLabel("The quorum now", parent=inside))
        column.addWidget(self.quorum)
        column.addStretch(1)
        self.area: QScrollArea = scrolled(inside, "How we decide")
        self.form.core.entered.connect(lambda: self.area.ensureWidgetVisible(self.form.core))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def begin(self) -> None:
        """The keyboard goes to the kind of rule."""
        self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the rule in words and whether the quorum is met; fill the form when it changed."""
        self.words.setText("\n".join(rule_sentences(workshop.rule, core_names(workshop))))
        self.form.show_rule(workshop)
        said, met = quorum_words(workshop, self.desk.minute())
        self.quorum.setText(said)
        self.quorum.set_colour(LIGHT.deep if met else LIGHT.accent)
