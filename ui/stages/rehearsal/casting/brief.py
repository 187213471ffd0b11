"""The brief: choosing a scenario, telling the story, giving the roles. And reading in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import ScenarioPack, Stage, Step
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import pause_clock
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.casting.cast import Cast
from ui.stages.rehearsal.casting.choose import ScenarioChooser
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.words import in_hand, player_of, roles, touches_on
from ui.stages.scrolled import follow
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import Heading, PlainLabel, SectionLabel

_USUAL = "Pause please"
"""The stop word that the script names."""


class Story(QWidget):
    """The situation, and beside it the facts, the stakes and where the room's power ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation = PlainLabel("", self, size=15)
        titles = ("Facts", "At stake", "Where our power ends")
        self._lists = [PlainLabel("", self, size=13) for _ in titles]
        beside = QVBoxLayout()
        beside.setSpacing(4)
        for title, words in zip(titles, self._lists, strict=True):
            beside.addWidget(SectionLabel(title, parent=self))
            beside.addWidget(words)
            beside.addSpacing(4)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(26)
        row.addWidget(self._situation, 11, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 10)

    def show_story(self, found: Rehearsal) -> None:
        """Show the pack's words."""
        pack = found.pack
        self._situation.setText(pack.situation)
        texts = (pack.facts, pack.stakes, pack.accountability_limits)
        for label, lines in zip(self._lists, texts, strict=True):
            label.setText(_list(lines))


class BriefPage(RehearsalPage):
    """Choose the scenario; then the story, the stop word, the roles and the observers.

    `papers_asked` when the role cards are wanted on paper; `stop_asked` when the stop word was
    said while a pack is written.
    """

    papers_asked = Signal(str)
    stop_asked = Signal()

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._choosing = False
        self.chooser = ScenarioChooser(desk, self.inside)
        self.chooser.chosen.connect(self._choose)
        self.chooser.left.connect(self._leave_choosing)
        self.chooser.stop_asked.connect(self.stop_asked)
        self.chosen = QWidget(self.inside)
        self._title = Heading("", self.chosen, size=20)
        self._touches = PlainLabel("", self.chosen, weight=600, colour=LIGHT.on_accent_soft)
        self._stop_word = PlainLabel("", self.chosen)
        self.other_button = QuietButton("Another scenario", self.chosen)
        self.other_button.clicked.connect(self._choose_again)
        self.story = Story(self.chosen)
        self.cast = Cast(desk, self.chosen)
        self.cast.papers_asked.connect(self.papers_asked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self.chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        # Beside each other, so that the first roles can be seen under the story.
        about = QHBoxLayout()
        about.setSpacing(26)
        about.addWidget(self._touches, 11)
        about.addWidget(self._stop_word, 10)
        column.addLayout(about)
        for part in (self.story, self.cast):
            column.addWidget(part)
        self.column.addWidget(self.chooser, 100)
        self.column.addWidget(self.chosen)
        if self.area is not None:
            for table in (self.cast.table, self.cast.observers):
                follow(self.area, table)
        self.column.addStretch(1)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the packs, or the one that was chosen."""
        found = in_hand(workshop, self.desk.focus)
        self.none_chosen.hide()
        choosing = self._choosing or found is None
        self.chooser.setVisible(choosing)
        self.chooser.may_leave(found is not None)
        self.chosen.setVisible(not choosing)
        if found is not None:
            self.show_rehearsal(workshop, found)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the story and the cast."""
        self._title.setText(found.pack.title)
        self._touches.setText(touches_on(found.pack))
        self._touches.setVisible(bool(touches_on(found.pack)))
        self._stop_word.setText(f"Stop word: “{found.stop_word}”. Anyone may say it.")
        self.story.show_story(found)
        self.cast.show_cast(workshop, found)

    def prompt(self) -> str:
        """What is projected, with the stop word that was set in the place of the usual one."""
        found = self.found
        usual = super().prompt()
        return usual.replace(_USUAL, found.stop_word) if found else usual

    def begin(self) -> None:
        """The keyboard on the packs, or on the roles."""
        if self.found is None or self._choosing:
            self.chooser.begin()
        else:
            self.cast.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, pack: ScenarioPack, stop_word: str) -> None:
        for other in tuple(self.desk.workshop.rehearsals.values()):
            if other.clock.running:
                # Nothing of the story before may arrive in this one.
                self.desk.do(pause_clock, other.id, self.desk.seconds())
        chosen = self.desk.do(choose_scenario, pack, stop_word)
        if chosen is not None:
            self._choosing = False
            nothing = dict.fromkeys(("decision", "inject", "question", "picture"), "")
            self.desk.focus_on(rehearsal=chosen.id, **nothing)
            self.show_workshop(self.desk.workshop)
            self.begin()

    def _choose_again(self) -> None:
        self._choosing = True
        self.show_workshop(self.desk.workshop)
        self.chooser.begin()

    def _leave_choosing(self) -> None:
        self._choosing = False
        self.show_workshop(self.desk.workshop)
        self.begin()


class ReadInPage(RehearsalPage):
    """The roles and who has them, while everyone reads. Role notes are the players' own."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.table = WholeTable("Roles", (), self.inside)
        self.story = Story(self.inside)
        note = "Role notes stay with the players. Nothing is kept in this step."
        self.column.addWidget(SectionLabel("Who plays what", parent=self.inside))
        self.column.addWidget(self.table)
        self.column.addWidget(PlainLabel(note, self.inside, colour=LIGHT.mute))
        self.column.addSpacing(8)
        self.column.addWidget(self.story)
        self.column.addStretch(1)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the roles and the story."""
        rows = []
        for role in roles(found):
            player = player_of(workshop, found, role)
            rows.append(TableRow(role, (Cell(role, bold=True), _who(player))))
        self.table.show_rows((Column("Role"), Column("Played by", 1.4)), rows)
        self.story.show_story(found)

    def begin(self) -> None:
        """The keyboard on the roles."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _who(player: str) -> Cell:
    return Cell(player) if player else Cell("free", mute=True)


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"· {line}" for line in lines)
