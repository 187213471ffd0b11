"""The left column in play: every inject, what can be done with the next one, and the roles."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.console.rail_list import Mark, RailList, RailRow
from ui.stages.rehearsal.playing.inject_words import STANDING
from ui.stages.rehearsal.playing.injects import next_inject, shown_inject
from ui.stages.rehearsal.words import arrived, player_of, roles
from ui.theme.tokens import LIGHT
from ui.widgets.button_flow import ButtonFlow
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.scroll_bar import CalmScrollBar

_MOST_ROWS = 40
_LEAST_TALL = 84
_SHORT = 40
LETTERS = ("R", "S", "H")
"""Release, skip, hold: what a letter does with the inject that is chosen."""


class InjectList(RailList):
    """Its own letters are about the row under the keyboard; the others are left to the page.

    Qt would search for a row with them. `asked` carries "R", "S" or "H" and the row's id;
    `keyboard_moved` when the keyboard came or went.
    """

    asked = Signal(str, str)
    keyboard_moved = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the arrows, Enter and its own letters only; a row gone to is looked at."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letter, enter = event.text().upper(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if letter in LETTERS and not held:
            self.asked.emit(letter, self.current_id())
        elif event.text().strip() and event.text().isprintable() and not enter:
            event.ignore()
        else:
            before = self.current_id()
            super().keyPressEvent(event)
            if self.current_id() != before:
                self.chosen.emit(self.current_id())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.keyboard_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.keyboard_moved.emit()


class InjectRail(QWidget):
    """The left column in play: injects, what can be done with the next one, and the roles.

    `looked_at` carries an inject's id; `asked` one to be played or held, and how ("hand",
    "skipped", "hold"); `made` when one is to be made up; `keyed` a letter that was typed here.
    """

    looked_at = Signal(str)
    asked = Signal(str, str)
    made = Signal()
    keyed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next = ""
        self.list = InjectList("Injects", self)
        self.list.setVerticalScrollBar(CalmScrollBar(self.list))
        self.list.chosen.connect(self.looked_at)
        self._about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.release = QuietButton("Release now", self)
        self.skip = QuietButton("Skip", self)
        self.hold = QuietButton("Hold", self)
        self.make = QuietButton("Make one up", self)
        asks = ((self.release, "hand"), (self.skip, "skipped"), (self.hold, "hold"))
        for button, how in asks:
            button.clicked.connect(lambda _=False, how=how: self.asked.emit(self._next, how))
        self.make.show_key("U")
        self.make.clicked.connect(self.made)
        self.roles = HairlineTable("Roles", self, scrolls=True)
        self.roles.horizontalHeader().hide()
        self.roles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roles_label = SectionLabel("Roles", parent=self)
        # Hidden before a scenario is chosen: there is nothing to list, and nothing to press.
        self.inside = QWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.inside)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(6)
        column.addLayout(_inset(SectionLabel("Injects", parent=self), 18))
        column.addWidget(self.list, 3)
        column.addLayout(_inset(self._about, 18))
        flow = ButtonFlow((self.release, self.skip, self.hold, self.make), self, gap=6)
        column.addLayout(_inset(flow, 14, 6))
        column.addSpacing(12)
        column.addLayout(_inset(self._roles_label, 18))
        column.addLayout(_inset(self.roles, 10), 2)
        column.addStretch(0)

    def show_injects(
        self, workshop: Workshop, found: Rehearsal, looked_at: str, *, alive: bool = True
    ) -> None:
        """Show every inject with its minute or what became of it, and who plays what.

        Unless it is `alive`, as in the past, nothing beside it can be pressed.
        """
        shown = shown_inject(found, looked_at)
        waiting = next_inject(workshop, found, looked_at)
        newest = next(iter(arrived(found)), None)
        at_it = shown or waiting or newest
        in_hand_id = at_it.id if at_it else ""
        rows = [_row(workshop, found, inject, in_hand_id) for inject in found.injects()]
        self.list.show_rows(rows)
        tall = sum(self.list.sizeHintForRow(at) for at in range(min(len(rows), _MOST_ROWS))) + 4
        self.list.setMinimumHeight(min(tall, _LEAST_TALL))
        self.list.setMaximumHeight(tall)
        self.list.setVisible(bool(rows))
        self._next = waiting.id if waiting else ""
        self._about.setText(
            f"{'Chosen' if waiting.id == looked_at else 'Next'}: {_short(waiting.name)}"
            if waiting
            else "All have arrived."
            if rows
            else "This scenario has none. Make one up."
        )
        held = waiting is not None and waiting.id in found.held
        self.hold.setText("Let go" if held else "Hold")
        for button, does in (
            (self.release, "Release now"),
            (self.skip, "Skip"),
            (self.hold, "Let go" if held else "Hold"),
        ):
            button.setEnabled(alive and waiting is not None)
            button.setAccessibleName(f"{does}: {waiting.name}" if waiting else does)
        # What was skipped already can still be released, and no more.
        skipped = waiting is not None and waiting.id in found.played
        for button in (self.skip, self.hold):
            button.setEnabled(alive and waiting is not None and not skipped)
        self.roles.show_rows(
            (Column("Role"),),
            [TableRow(role, (Cell(_role(workshop, found, role)),)) for role in roles(found)],
        )

    def next_id(self) -> str:
        """The inject that the buttons and their keys are about; nothing when all have arrived."""
        return self._next

    def show_letters(self, inject: str) -> None:
        """Show the letters on the buttons while they are about this inject, as the buttons are."""
        about_it = bool(inject) and inject == self._next
        for button, letter in zip((self.release, self.skip, self.hold), LETTERS, strict=True):
            button.show_key(letter if about_it else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the letters of the page on."""
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.keyed.emit(event.text().upper())
        event.ignore()


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _row(workshop: Workshop, found: Rehearsal, inject: Inject, in_hand_id: str) -> RailRow:
    now = stands(workshop, found, inject)
    mark: Mark = "done" if inject.id in found.played else "todo"
    if inject.id == in_hand_id and now == "arrived":
        mark = "now"
    minute = found.planned(inject)
    planned = f"{minute:02d}:00"
    if minute != inject.at_min:
        planned = f"→ {planned}"
    remark = planned if now in ("arrived", "planned") else STANDING[now]
    in_hand = inject.id == in_hand_id
    return RailRow(inject.id, inject.name, remark, mark, in_hand=in_hand, wraps=True)


def _role(workshop: Workshop, found: Rehearsal, role: str) -> str:
    player = player_of(workshop, found, role)
    return f"{role} — {player}" if player else f"{role} — free"


def _inset(widget: QWidget, left: int, right: int = 12) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(left, 0, right, 0)
    row.addWidget(widget)
    return row
