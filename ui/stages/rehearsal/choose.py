"""Choosing the scenario to play: the packs of the guide, with what each touches on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import ScenarioPack
from ui.stages.form_row import LineField
from ui.stages.rehearsal.words import touches_on
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Heading, PlainLabel, SectionLabel
from ui.widgets.notices import EmptyState


class ScenarioChooser(QWidget):
    """The packs at the left, the one under the keyboard in full at the right.

    `chosen` carries a pack's id and the stop word; `left` when it should be put away again.
    """

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, packs: Sequence[ScenarioPack], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs = {pack.id: pack for pack in packs}
        self.table = WholeTable("Scenarios", ("Esc",), self)
        self.table.opened.connect(self._choose)
        self.table.asked.connect(lambda _key, _row: self.left.emit())
        self.table.selectionModel().currentRowChanged.connect(self._preview)
        self._title = Heading("", self, size=18)
        self._touches = PlainLabel("", self, weight=600, colour=LIGHT.on_accent_soft)
        self._situation = PlainLabel("", self)
        self._stakes = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.stop_word = LineField("Stop word", "Pause please", self)
        self.stop_word.returnPressed.connect(self._choose_current)
        self.choose_button = PrimaryButton("Choose this scenario", self)
        self.choose_button.clicked.connect(self._choose_current)
        self.leave_button = QuietButton("Leave it", self)
        self.leave_button.clicked.connect(self.left)
        stop = QHBoxLayout()
        stop.setSpacing(8)
        stop_label = PlainLabel("Stop word", self, size=12.5, colour=LIGHT.mute)
        stop_label.setWordWrap(False)
        stop.addWidget(stop_label)
        stop.addWidget(self.stop_word, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self._title, self._touches, self._situation, self._stakes):
            right.addWidget(part)
        right.addLayout(stop)
        right.addLayout(buttons)
        right.addWidget(KeyHint([("↑ ↓", "look"), ("Enter", "choose")], self))
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(26)
        both.addWidget(self.table, 9, Qt.AlignmentFlag.AlignTop)
        both.addLayout(right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel("Choose a scenario", parent=self))
        column.addLayout(both)
        if not self._packs:
            column.addWidget(
                EmptyState("No scenario packs", "Put packs in the guide's folder “scenarios”.")
            )
        self._show_packs()

    def may_leave(self, may: bool) -> None:
        """Whether there is a scenario already, to go back to."""
        self.leave_button.setVisible(may)

    def begin(self) -> None:
        """Put the keyboard on the packs."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_packs(self) -> None:
        columns = (Column("Scenario", 1.0), Column("It touches on", 1.1))
        rows = [
            TableRow(
                pack.id,
                (
                    Cell(pack.title, bold=True),
                    Cell(pack.content_note if touches_on(pack) else "", mute=True),
                ),
            )
            for pack in self._packs.values()
        ]
        self.table.show_rows(columns, rows)
        self.table.go_to(next(iter(self._packs), ""))

    def _preview(self) -> None:
        pack = self._packs.get(self.table.current_id())
        if pack is None:
            return
        self._title.setText(pack.title)
        self._touches.setText(touches_on(pack))
        self._touches.setVisible(bool(touches_on(pack)))
        self._situation.setText(pack.situation)
        self._stakes.setText(
            f"At stake: {'; '.join(pack.stakes)}. {len(pack.roles)} roles, "
            f"{len(pack.injects)} injects, {len(pack.decision_points)} decisions."
        )

    def _choose_current(self) -> None:
        self._choose(self.table.current_id())

    def _choose(self, pack: str) -> None:
        if pack in self._packs:
            self.chosen.emit(pack, self.stop_word.text())
