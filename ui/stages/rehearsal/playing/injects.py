"""Injects on the console: the list with what can be done to the next one, and the one in hand."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import answer_inject, stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.console.rail_list import Mark, RailList, RailRow
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.playing.inject_words import STANDING, for_whom, planned_words, why_words
from ui.stages.rehearsal.words import (
    arrived,
    in_hand,
    in_quotes,
    inject_of,
    player_of,
    roles,
    to_come,
    unanswered,
)
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.button_flow import ButtonFlow
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.marks import paint_panel
from ui.widgets.scroll_bar import CalmScrollBar

_MOST_ROWS = 40
_LEAST_TALL = 84
_MOST_NAMED = 4
"""Injects that are named as arrived too; more are counted."""
_SHORT = 40


def shown_inject(found: Rehearsal, looked_at: str) -> Inject | None:
    """The inject in the panel: the one looked at, else the newest that nobody has answered yet."""
    return inject_of(found, looked_at) or next(iter(unanswered(found)), None)


def next_inject(workshop: Workshop, found: Rehearsal, looked_at: str) -> Inject | None:
    """What "Release now", "Skip" and "Hold" mean: the inject looked at if it has not arrived.

    Otherwise the next that the clock will bring; what is held, or waits for a decision, comes after
    those.
    """
    wanted = inject_of(found, looked_at)
    if wanted is not None and not found.has_arrived(wanted.id):
        return wanted
    waiting = to_come(found)
    by_clock = (each for each in waiting if stands(workshop, found, each) == "planned")
    return next(by_clock, next(iter(waiting), None))


class _InjectList(RailList):
    """Leaves the letters to whoever it stands in; Qt would search for a row with them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the arrows and Enter only."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.text().strip() and event.text().isprintable() and not enter:
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        self.list = _InjectList("Injects", self)
        self.list.setVerticalScrollBar(CalmScrollBar(self.list))
        self.list.chosen.connect(self.looked_at)
        self._about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.release = QuietButton("Release now", self)
        self.skip = QuietButton("Skip", self)
        self.hold = QuietButton("Hold", self)
        self.make = QuietButton("Make one up", self)
        asks = ((self.release, "R", "hand"), (self.skip, "S", "skipped"), (self.hold, "H", "hold"))
        for button, key, how in asks:
            button.show_key(key)
            button.clicked.connect(lambda _=False, how=how: self.asked.emit(self._next, how))
        self.make.show_key("N")
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

    def show_injects(self, workshop: Workshop, found: Rehearsal, looked_at: str) -> None:
        """Show every inject with its minute or what became of it, and who plays what."""
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
            f"Next: {_short(waiting.name)}"
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
            button.setEnabled(waiting is not None)
            button.setAccessibleName(f"{does}: {waiting.name}" if waiting else does)
        # What was skipped already can still be released, and no more.
        skipped = waiting is not None and waiting.id in found.played
        self.skip.setEnabled(waiting is not None and not skipped)
        self.hold.setEnabled(waiting is not None and not skipped)
        self.roles.show_rows(
            (Column("Role"),),
            [TableRow(role, (Cell(_role(workshop, found, role)),)) for role in roles(found)],
        )

    def next_id(self) -> str:
        """The inject that the buttons and their keys are about; nothing when all have arrived."""
        return self._next

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the letters of the page on."""
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.keyed.emit(event.text().upper())
        event.ignore()


class InjectPanel(QWidget):
    """The inject in hand: its words, whom it is for, and what the group did about it.

    `done` when the response was kept; `reword_asked` with the id of one to come.
    """

    done = Signal()
    reword_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._inject = ""
        self._private = False
        self._drafts: dict[str, str] = {}
        self._about = PlainLabel("", self, size=13, weight=700, colour=LIGHT.on_accent_soft)
        self._words = PlainLabel("", self, size=15, weight=600)
        # What is handed over is read from the laptop by whoever it is for.
        self._large = PlainLabel("", self, size=23, weight=700)
        self._others = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.response = KeepLine("What did the group do?", self, tall=40)
        self.response.kept.connect(self._keep)
        self.take_off = QuietButton("Take it off the screen", self)
        self.take_off.clicked.connect(lambda: desk.focus_on(inject=""))
        self.put_on = QuietButton("Put it on the screen again", self)
        self.put_on.clicked.connect(lambda: desk.focus_on(inject=self._inject))
        self.reword = QuietButton("Other words", self)
        self.reword.show_key("E")
        self.reword.clicked.connect(lambda: self.reword_asked.emit(self._inject))
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        for button in (self.take_off, self.put_on, self.reword):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self._words, self._large, self.response, self._others):
            column.addWidget(part)
        self.hide()

    def held(self) -> str:
        """The inject whose response is being typed: it stays in the panel until that is kept."""
        found = in_hand(self._desk.workshop, self._desk.focus)
        played = found.played.get(self._inject) if found else None
        typed = self.response.text()
        return self._inject if played and typed and typed != played.response else ""

    def shown(self) -> str:
        """The inject that is in the panel; nothing while it is away."""
        return "" if self.isHidden() else self._inject

    def show_inject(self, workshop: Workshop, found: Rehearsal, inject: Inject | None) -> None:
        """Show this inject; none hides the panel."""
        self.setVisible(inject is not None)
        if inject is None:
            self._inject = ""
            return
        if inject.id != self._inject:
            if draft := self.held():
                self._drafts[draft] = self.response.text()
            self._inject = ""
        played = found.played.get(inject.id)
        here = found.has_arrived(inject.id)
        on_screen = self._desk.focus.inject == inject.id
        self._private = not inject.for_everyone
        self._about.setText(_about(workshop, found, inject, on_screen=on_screen))
        large = self._private and here
        self._words.setText(in_quotes(inject))
        self._large.setText(in_quotes(inject))
        self._words.setVisible(not large)
        self._large.setVisible(large)
        self.take_off.setVisible(on_screen and inject.for_everyone)
        self.put_on.setVisible(here and not on_screen and inject.for_everyone)
        self.reword.setVisible(not here)
        self.response.setVisible(here)
        if inject.id != self._inject:
            self._inject = inject.id
            self.response.put(self._drafts.pop(inject.id, played.response if played else ""))
        others = [
            each.name if each.for_everyone else f"{each.name}, for the {each.to} only"
            for each in unanswered(found)
            if each.id != inject.id
        ]
        if len(others) > _MOST_NAMED:
            others = [*others[: _MOST_NAMED - 1], f"{len(others) - _MOST_NAMED + 1} more"]
        self._others.setText(
            f"Arrived as well, not answered yet: {joined(others)}." if others else ""
        )
        self._others.setVisible(bool(others))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground: gold for what goes to one part, vermilion for news to all."""
        fill, bar = (
            (LIGHT.gold_soft, LIGHT.gold) if self._private else (LIGHT.accent_soft, LIGHT.accent)
        )
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), fill, "", CORNER)
        paint_panel(painter, QRectF(0, CORNER, 3, self.height() - 2 * CORNER), bar, "", 1)

    def _keep(self, text: str) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        if found is None:
            return
        inject, self._inject = self._inject, ""
        if self._desk.do(answer_inject, found.id, inject, text) is None:
            self._inject = inject
        else:
            self.done.emit()


def _about(workshop: Workshop, found: Rehearsal, inject: Inject, *, on_screen: bool) -> str:
    """Where an inject is, and for whom."""
    played = found.played.get(inject.id)
    where = for_whom(workshop, found, inject)
    called = inject.name if inject.name == inject.arrives_as else f"{inject.name} · {_by(inject)}"
    if played is None:
        parts = (
            f"To come at {planned_words(found, inject)}",
            called,
            f"for {where}",
            why_words(workshop, found, inject),
        )
        return " · ".join(part for part in parts if part)
    if played.how == "skipped":
        return f"Skipped · {called} · it was for {where}"
    if not inject.for_everyone:
        return f"For {where}: hand it over · minute {played.minute} · {called}"
    screen = " · on the screen" if on_screen else ""
    return f"Minute {played.minute} · {called} · to everyone{screen}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _by(inject: Inject) -> str:
    return inject.arrives_as[:1].lower() + inject.arrives_as[1:]


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
