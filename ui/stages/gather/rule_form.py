"""The form that chooses how the group decides; it asks only for what the chosen kind needs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.decision import Kind, Rule, Scale
from facilitator.stages.gather import choose_rule
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.form_row import ChoiceField, InlineForm, LineField, NumberField, TickField
from ui.stages.gather.words import class_words, counted
from ui.stages.keyed_table import KeyedTable
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import PlainLabel

KINDS: tuple[tuple[Kind, str], ...] = (
    ("consent", "Consent: nobody’s objection is open"),
    ("unanimity", "Unanimity: each one says yes"),
    ("majority", "Majority, in a formal meeting"),
)
SCALES: tuple[tuple[Scale, str], ...] = (
    ("positions", "Seven positions"),
    ("gradients", "Kaner’s eight gradients of agreement"),
)
_COLUMNS = (Column("Voting organisation", 3), Column("Class", 2), Column("In the core", 1.2))
_MOST_SHOWN = 6
"""Rows of the core that are seen at once; more are scrolled to."""


class CoreTable(QWidget):
    """The voting organisations, of which those of the core are ticked; none ticked is all.

    `entered` when the keyboard comes to it or moves in it, so that it is scrolled into sight.
    """

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: tuple[tuple[str, str, str], ...] = ()
        self._ticked: set[str] = set()
        self.table = KeyedTable(name, ("Space",), self)
        self.table.asked.connect(lambda _key, row: self._flip(row))
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().currentRowChanged.connect(lambda: self.entered.emit())
        self.table.installEventFilter(self)
        self.words = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self.words)
        self.setFocusProxy(self.table)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell when the keyboard comes to the table."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def offer(self, workshop: Workshop) -> None:
        """Offer the voting organisations; what is ticked stays."""
        voting = [o for o in workshop.organisations.values() if o.voting]
        self._rows = tuple((o.id, o.short, class_words(o.org_class)) for o in voting)
        self._show()

    def tick(self, core: Sequence[str]) -> None:
        """Tick these, and no other."""
        self._ticked = set(core)
        self._show()

    def ticked(self) -> tuple[str, ...]:
        """The ids of those of the core, in the order of the list."""
        return tuple(each for each, *_ in self._rows if each in self._ticked)

    def _show(self) -> None:
        rows = [
            TableRow(
                each,
                (
                    Cell(name, bold=each in self._ticked),
                    Cell(kind, mute=True),
                    Cell("in the core" if each in self._ticked else "", bold=True),
                ),
            )
            for each, name, kind in self._rows
        ]
        self.table.show_rows(_COLUMNS, rows)
        px = Typography.current().px
        self.table.setFixedHeight(px(34) + px(35) * min(max(len(rows), 1), _MOST_SHOWN) + 2)
        many = len(self.ticked())
        of_all = counted(len(rows), "voting organisation")
        self.words.setText(
            f"{many} of {of_all} {'is' if many == 1 else 'are'} in the core. Space ticks one."
            if many
            else "None is ticked, so every voting organisation must say yes. Space ticks one."
        )

    def _flip(self, row: str) -> None:
        if row:
            self._ticked ^= {row}
            self._show()

    def _clicked(self, index: QModelIndex) -> None:
        self._flip(self._rows[index.row()][0])


class RuleForm(InlineForm):
    """Kind, scale, quorum and limits. `chosen` when the group has decided on the rule."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, leave: bool = False) -> None:
        super().__init__("Choose this rule", parent, leave=leave)
        self._desk = desk
        self._shown: Rule | None = None
        self._classes: dict[str, TickField] = {}
        self.kind = ChoiceField("We decide by")
        self.kind.offer(KINDS)
        self.scale = ChoiceField("Positions are taken as")
        self.scale.offer(SCALES)
        self.least = NumberField("Voting organisations needed", 1, 500)
        self.aside = NumberField("Stand-asides, at most", 0, 100, " %")
        self.rounds = NumberField("Rounds, at most", 1, 20)
        self.text = LineField("In your own words", "Anything else you agree about deciding")
        self.formal = TickField("This is a formal meeting")
        self.fallback = TickField("")
        self.core = CoreTable("The core: each of these must say yes", self)
        self.core.table.opened.connect(lambda _row: self.kept.emit())
        self._ticks = QWidget(self)
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._ticks.setAccessibleName("Must each be here before a decision counts")
        self.add_line((self.kind, 1), (self.scale, 1))
        self.add_line((self.formal, 1))
        self.add_line((self.least, 1), (self.rounds, 1), (self.aside, 1))
        self.add_line((self._ticks, 1))
        self.add_line((self.core, 1))
        self.add_line((self.fallback, 1))
        self.end_line((self.text, 1))
        self.setFocusProxy(self.kind)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.rounds.valueChanged.connect(self._show_kind)
        self.kept.connect(self._choose)
        self._show_kind()

    def show_rule(self, workshop: Workshop) -> None:
        """Fill the fields when the rule has changed; else what is typed stays."""
        self._offer_classes(workshop)
        self.core.offer(workshop)
        rule = workshop.rule
        if rule == self._shown:
            return
        self._shown = rule
        self.kind.choose(rule.kind)
        self.scale.choose(rule.scale)
        self.least.setValue(rule.least_voting)
        self.aside.setValue(round(rule.stand_aside_limit * 100))
        self.rounds.setValue(rule.most_rounds)
        self.text.put(rule.text)
        self.formal.setChecked(rule.formal)
        self.fallback.setChecked(rule.fallback)
        self.core.tick(rule.core)
        for each, tick in self._classes.items():
            tick.setChecked(each in rule.classes)
        self._show_kind()

    def fill_again(self, workshop: Workshop) -> None:
        """Fill the fields with the rule as it stands, whatever was typed."""
        self._shown = None
        self.show_rule(workshop)

    def rule(self) -> Rule:
        """The rule as it is typed; what the chosen kind does not need is left out."""
        kind = self._kind()
        unanimity = kind == "unanimity"
        scales: dict[str, Scale] = {each: each for each, _ in SCALES}
        return Rule(
            kind=kind,
            least_voting=self.least.value(),
            classes=tuple(each for each, tick in self._classes.items() if tick.isChecked()),
            stand_aside_limit=self.aside.value() / 100,
            most_rounds=self.rounds.value(),
            text=self.text.text().strip(),
            core=self.core.ticked() if unanimity else (),
            fallback=unanimity and self.fallback.isChecked(),
            formal=kind == "majority" and self.formal.isChecked(),
            scale=scales[self.scale.chosen()],
        )

    def _kind(self) -> Kind:
        kinds: dict[str, Kind] = {each: each for each, _ in KINDS}
        return kinds[self.kind.chosen()]

    def _show_kind(self) -> None:
        """Show only what matters to the chosen kind."""
        kind = self._kind()
        self.show_field(self.aside, kind == "consent")
        self.show_field(self.formal, kind == "majority")
        for part in (self.core, self.fallback):
            self.show_field(part, kind == "unanimity")
        after = counted(self.rounds.value(), "round")
        words = f"After {after}, three quarters decide, labelled not unanimous"
        self.fallback.setText(words)
        self.fallback.setAccessibleName(words)

    def _offer_classes(self, workshop: Workshop) -> None:
        """A tick for each class at the table, and for each that the rule names."""
        there = [o.org_class for o in workshop.organisations.values()]
        wanted = list(dict.fromkeys([*there, *workshop.rule.classes]))
        self.show_field(self._ticks, bool(wanted))
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
        self.order_tabs(
            self.kind,
            self.scale,
            self.formal,
            self.least,
            self.rounds,
            self.aside,
            *self._classes.values(),
            self.core.table,
            self.fallback,
            self.text,
        )

    def _choose(self) -> None:
        if self._desk.do(choose_rule, self.rule()) is not None:
            self.chosen.emit()
