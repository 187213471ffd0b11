"""How we decide: the rule in plain words, the form that changes it, and the quorum now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.decision import Rule
from facilitator.guide import Stage, Step
from facilitator.stages.gather import choose_rule
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.form_row import InlineForm, LineField, NumberField, TickField
from ui.stages.gather.words import class_words, quorum_words, rule_sentences
from ui.stages.page import Page
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel, SectionLabel


class RulePage(Page):
    """The rule as it stands; what is typed stands beside it until it is chosen."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._shown: Rule | None = None
        self._classes: dict[str, TickField] = {}
        self.quorum = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.words = PlainLabel("", self, size=15)
        self.form = InlineForm("Choose this rule", self, leave=False)
        self.least = NumberField("Voting organisations needed", 1, 500)
        self.aside = NumberField("Stand-asides, at most", 0, 100, " %")
        self.rounds = NumberField("Rounds, at most", 1, 20)
        self.text = LineField("In your own words", "Anything else you agree about deciding")
        self.form.kept.connect(self._choose)
        self.form.add_line((self.least, 1), (self.aside, 1), (self.rounds, 1))
        self._ticks = QWidget(self.form)
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._ticks.setAccessibleName("Must each be here before a decision counts")
        self.form.add_line((self._ticks, 1))
        self.form.end_line((self.text, 1))
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def begin(self) -> None:
        """The keyboard goes to the number of organisations needed."""
        self.least.setFocus(Qt.FocusReason.OtherFocusReason)
        self.least.selectAll()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the rule in words and whether the quorum is met; fill the form when it changed."""
        self._offer_classes(workshop)
        rule = workshop.rule
        if rule != self._shown:
            self._shown = rule
            self.words.setText("\n".join(rule_sentences(rule)))
            self.least.setValue(rule.least_voting)
            self.aside.setValue(round(rule.stand_aside_limit * 100))
            self.rounds.setValue(rule.most_rounds)
            self.text.put(rule.text)
            for each, tick in self._classes.items():
                tick.setChecked(each in rule.classes)
        said, met = quorum_words(workshop, self.desk.minute())
        self.quorum.setText(said)
        self.quorum.set_colour(LIGHT.deep if met else LIGHT.accent)

    def _offer_classes(self, workshop: Workshop) -> None:
        """A tick for each class at the table, and for each that the rule names."""
        there = [o.org_class for o in workshop.organisations.values()]
        wanted = list(dict.fromkeys([*there, *workshop.rule.classes]))
        if wanted == list(self._classes):
            return
        ticked = {each for each, tick in self._classes.items() if tick.isChecked()}
        for tick in self._classes.values():
            self._grid.removeWidget(tick)
            tick.deleteLater()
        self._classes = {each: TickField(class_words(each), self._ticks) for each in wanted}
        for at, (each, tick) in enumerate(self._classes.items()):
            tick.setChecked(each in ticked)
            self._grid.addWidget(tick, at // 3, at % 3)
        numbers = (self.least, self.aside, self.rounds)
        self.form.order_tabs(*numbers, *self._classes.values(), self.text)

    def _choose(self) -> None:
        chosen = Rule(
            least_voting=self.least.value(),
            classes=tuple(each for each, tick in self._classes.items() if tick.isChecked()),
            stand_aside_limit=self.aside.value() / 100,
            most_rounds=self.rounds.value(),
            text=self.text.text().strip(),
        )
        self.desk.do(choose_rule, chosen)
