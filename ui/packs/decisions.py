"""The decisions of a pack: what is asked, when, for how long, and the options that are offered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import DecisionPoint, Option, ScenarioPack
from facilitator.wording import shortened, tidy
from ui.packs.changing import (
    LAST_MINUTE,
    add_decision,
    add_option,
    change_decision,
    change_option,
    move_decision,
    move_option,
    new_row_id,
    options_of,
    remove_decision,
    remove_option,
)
from ui.packs.fields import Fields, LongField, RowsField, ShortField
from ui.packs.history import Spot
from ui.packs.section import Section, row_at
from ui.stages.form_row import NumberField
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import SectionLabel

_COLUMNS = (Column("Minute", 0.4), Column("Decision", 2.2), Column("Options", 0.6))
_OPTIONS = (Column("Option", 1.0), Column("In a few words", 1.6))
_LONGEST = 80
_MOST_MINUTES = 60


class DecisionsSection(Section):
    """A row for each decision; under it the one in hand with its options."""

    name = "decision_points"

    def __init__(self, play: range, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play = play
        self.part = ""
        self.rows = RowsField("Decisions", "decision", 122, self)
        self.question = LongField("Question", self, tall=56)
        self.minute = NumberField("Minute", 0, LAST_MINUTE, "", self)
        self.minutes = NumberField("Minutes to decide", 1, _MOST_MINUTES, "", self)
        self.options = RowsField("Options", "option", 132, self)
        self.option = ShortField("Option", "Five words or fewer", self)
        self.note = ShortField("In a few words", "What it means, or what it costs", self)
        self.form = Fields(self)
        self.form.add_line((self.question, 4), (self.minute, 1), (self.minutes, 1))
        self.option_form = Fields(self)
        self.option_form.add_line((self.option, 10), (self.note, 16))
        self.column.addWidget(SectionLabel("Decisions", parent=self))
        self.column.addWidget(self.rows)
        self.column.addWidget(self.form)
        self.column.addWidget(SectionLabel("Options of this decision", parent=self))
        self.column.addWidget(self.options)
        self.column.addWidget(self.option_form)
        self.column.addStretch(1)
        self._connect_decisions()
        self._connect_options()

    def _connect_decisions(self) -> None:
        self.rows.added.connect(self.add)
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(
            lambda row, by: self.change(lambda p: move_decision(p, row, by), "", typing=False)
        )
        self.rows.selected.connect(self._select)
        self.rows.opened.connect(
            lambda _row: self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.on_words(
            self.question,
            lambda value: lambda p: change_decision(p, self.row, question=value),
            "question",
        )
        self.minute.valueChanged.connect(
            lambda at: self.change(lambda p: change_decision(p, self.row, at_min=at), "at_min")
        )
        self.minutes.valueChanged.connect(
            lambda n: self.change(lambda p: change_decision(p, self.row, minutes=n), "minutes")
        )

    def _connect_options(self) -> None:
        self.options.added.connect(self.add_option)
        self.options.removed.connect(self._remove_option)
        self.options.moved.connect(
            lambda part, by: self.change(
                lambda p: move_option(p, self.row, part, by), "options", typing=False, part=part
            )
        )
        self.options.selected.connect(self._select_option)
        self.options.opened.connect(
            lambda _row: self.option.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        for name, field in (("title", self.option), ("note", self.note)):
            field.textChanged.connect(lambda _text, name=name: self._option_changed(name))

    def fields(self) -> dict[str, QWidget]:
        """The fields of the decision in hand, and of the option in hand."""
        return {
            "question": self.question,
            "at_min": self.minute,
            "minutes": self.minutes,
            "options": self.options.table,
            "title": self.option,
            "note": self.note,
        }

    def begin(self) -> None:
        """Put the keyboard on the rows."""
        self.rows.begin()

    def choose(self, spot: Spot) -> None:
        """Take a decision in hand, and an option of it."""
        if spot.row:
            self.part = spot.part or self.part
            self._select(spot.row)

    def point(self) -> DecisionPoint | None:
        """The decision in hand."""
        rows = self.pack.decision_points if self.pack else ()
        return next((each for each in rows if each.id == self.row), None)

    def show_all(self, pack: ScenarioPack) -> None:
        """Show the decisions, the one in hand and its options."""
        ids = [each.id for each in pack.decision_points]
        self.row = row_at(ids, self.row)
        rows = [
            TableRow(
                each.id,
                (
                    Cell(str(each.at_min)),
                    Cell(shortened(each.question, _LONGEST) or "nothing asked yet", bold=True),
                    Cell(str(len(each.options)) if each.options else "none", mute=True),
                ),
            )
            for each in pack.decision_points
        ]
        self.rows.show_rows(_COLUMNS, rows, self.row)
        point = self.point()
        for part in (self.form, self.options):
            part.setEnabled(point is not None)
        self.question.put(point.question if point else "")
        self.minute.setValue(point.at_min if point else 0)
        self.minutes.setValue(point.minutes if point else 1)
        self._show_options(point.options if point else ())

    def _show_options(self, options: tuple[Option, ...]) -> None:
        ids = [each.id for each in options]
        self.part = row_at(ids, self.part)
        rows = [
            TableRow(each.id, (Cell(each.title or "no words yet", bold=True), Cell(each.note)))
            for each in options
        ]
        self.options.show_rows(_OPTIONS, rows, self.part)
        self.option_form.setEnabled(bool(ids))
        option = next((each for each in options if each.id == self.part), None)
        self.option.put(option.title if option else "")
        self.note.put(option.note if option else "")

    def add(self) -> bool:
        """Add a decision and ask for its question."""
        if self.pack is not None:
            self.row = new_row_id(self.pack, "D")
            self.change(lambda pack: add_decision(pack, self._play), "question", typing=False)
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def add_option(self) -> None:
        """Add an option to the decision in hand and ask for its words."""
        if self.pack is None or self.point() is None:
            return
        made = add_option(self.pack, self.row)
        self.part = options_of(made, self.row)[-1].id
        self.change(lambda pack: add_option(pack, self.row), "title", typing=False, part=self.part)
        self.option.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: str) -> None:
        if self.pack is not None:
            ids = [each.id for each in self.pack.decision_points]
            at = ids.index(row)
            self.row = (ids[at + 1 :] or ids[:at][-1:] or [""])[0]
            self.change(lambda pack: remove_decision(pack, row), "", typing=False)

    def _remove_option(self, part: str) -> None:
        if self.pack is not None:
            ids = [each.id for each in options_of(self.pack, self.row)]
            at = ids.index(part)
            self.part = (ids[at + 1 :] or ids[:at][-1:] or [""])[0]
            self.change(lambda pack: remove_option(pack, self.row, part), "options", typing=False)

    def _option_changed(self, name: str) -> None:
        value = (self.option if name == "title" else self.note).text()
        row, part = self.row, self.part
        self.change(
            lambda pack: change_option(pack, row, part, **{name: tidy(value)}),
            name,
            part=part,
        )

    def _select(self, row: str) -> None:
        self.row = row
        if self.pack is not None:
            self.show_pack(self.pack)
        self.looked_at.emit()

    def _select_option(self, part: str) -> None:
        self.part = part
        if self.pack is not None:
            self.show_pack(self.pack)
