"""Injects on the console: the list with its two buttons, and the panel of the one in hand."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import answer_inject
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.console.rail_list import Mark, RailList, RailRow
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
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
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.marks import paint_panel


def shown_inject(found: Rehearsal, looked_at: str) -> Inject | None:
    """The inject in the panel: the one looked at, else the newest that nobody has answered yet."""
    return inject_of(found, looked_at) or next(iter(unanswered(found)), None)


def next_inject(found: Rehearsal, looked_at: str) -> Inject | None:
    """What "Release now" and "Skip" mean: the inject looked at if it is to come, else the next."""
    waiting = to_come(found)
    return next((i for i in waiting if i.id == looked_at), next(iter(waiting), None))


class InjectRail(QWidget):
    """The left column in play: injects, what can be done with the next one, and the roles.

    `looked_at` carries an inject's id; `asked` one to be played, and how.
    """

    looked_at = Signal(str)
    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next = ""
        self.list = RailList("Injects", self)
        self.list.chosen.connect(self.looked_at)
        self._about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.release = QuietButton("Release now", self)
        self.skip = QuietButton("Skip", self)
        self.release.clicked.connect(lambda: self.asked.emit(self._next, "hand"))
        self.skip.clicked.connect(lambda: self.asked.emit(self._next, "skipped"))
        self.roles = HairlineTable("Roles", self)
        self.roles.horizontalHeader().hide()
        self.roles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roles_label = SectionLabel("Roles", parent=self)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(18, 0, 12, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.release)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(6)
        column.addLayout(_inset(SectionLabel("Injects", parent=self), 18))
        column.addWidget(self.list)
        column.addLayout(_inset(self._about, 18))
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addLayout(_inset(self._roles_label, 18))
        column.addLayout(_inset(self.roles, 10), 1)
        column.addStretch(0)

    def show_injects(self, workshop: Workshop, found: Rehearsal, looked_at: str) -> None:
        """Show every inject with its minute or what became of it, and who plays what."""
        shown = shown_inject(found, looked_at)
        waiting = next_inject(found, looked_at)
        newest = next(iter(arrived(found)), None)
        at_it = shown or waiting or newest
        in_hand_id = at_it.id if at_it else ""
        rows = [_row(found, inject, in_hand_id) for inject in found.pack.injects]
        self.list.show_rows(rows)
        tall = sum(self.list.sizeHintForRow(at) for at in range(len(rows))) + 4
        self.list.setFixedHeight(min(tall, 320))
        self._next = waiting.id if waiting else ""
        self._about.setText(f"Next: {waiting.arrives_as}" if waiting else "All have arrived.")
        for button, does in ((self.release, "Release now"), (self.skip, "Skip")):
            button.setEnabled(waiting is not None)
            button.setAccessibleName(f"{does}: {waiting.arrives_as}" if waiting else does)
        self.roles.show_rows(
            (Column("Role"),),
            [TableRow(role, (Cell(_role(workshop, found, role)),)) for role in roles(found)],
        )


class InjectPanel(QWidget):
    """The inject in hand: its words, whom it is for, and what the group did about it.

    `done` when the response was kept or the panel was left.
    """

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._inject = ""
        self._private = False
        self._drafts: dict[str, str] = {}
        self._about = PlainLabel("", self, size=13, weight=700, colour=LIGHT.on_accent_soft)
        self._words = PlainLabel("", self, size=15, weight=600)
        self._others = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.response = KeepLine("What did the group do?", self, tall=40)
        self.response.kept.connect(self._keep)
        self.take_off = QuietButton("Take it off the screen", self)
        self.take_off.clicked.connect(lambda: desk.focus_on(inject=""))
        self.put_on = QuietButton("Put it on the screen again", self)
        self.put_on.clicked.connect(lambda: desk.focus_on(inject=self._inject))
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self.take_off)
        head.addWidget(self.put_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self.response)
        column.addWidget(self._others)
        self.hide()

    def held(self) -> str:
        """The inject whose response is being typed: it stays in the panel until that is kept."""
        found = in_hand(self._desk.workshop, self._desk.focus)
        played = found.played.get(self._inject) if found else None
        typed = self.response.text()
        return self._inject if played and typed and typed != played.response else ""

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
        here = played is not None and played.how != "skipped"
        on_screen = self._desk.focus.inject == inject.id
        self._private = not inject.for_everyone
        self._about.setText(_about(workshop, found, inject, on_screen=on_screen))
        self._words.setText(in_quotes(inject))
        self.take_off.setVisible(on_screen and inject.for_everyone)
        self.put_on.setVisible(here and not on_screen and inject.for_everyone)
        self.response.setVisible(here)
        if inject.id != self._inject:
            self._inject = inject.id
            self.response.put(self._drafts.pop(inject.id, played.response if played else ""))
        others = [
            each.arrives_as if each.for_everyone else f"{each.arrives_as}, for the {each.to} only"
            for each in unanswered(found)
            if each.id != inject.id
        ]
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
    player = player_of(workshop, found, inject.to)
    whom = f"the {inject.to}" + (f" ({player})" if player else "")
    where = "everyone" if inject.for_everyone else f"{whom} only"
    if played is None:
        return f"To come at minute {inject.at_min} · {inject.arrives_as} · for {where}"
    if played.how == "skipped":
        return f"Skipped · {inject.arrives_as} · it was for {where}"
    if not inject.for_everyone:
        return f"For {where}: hand it over · minute {played.minute} · {inject.arrives_as}"
    screen = " · on the screen" if on_screen else ""
    return f"Minute {played.minute} · {inject.arrives_as} · to everyone{screen}"


def _row(found: Rehearsal, inject: Inject, in_hand_id: str) -> RailRow:
    played = found.played.get(inject.id)
    mark: Mark = "done" if played else "todo"
    if inject.id == in_hand_id and played and played.how != "skipped":
        mark = "now"
    planned = f"{inject.at_min:02d}:00"
    remark = "skipped" if played and played.how == "skipped" else planned
    return RailRow(inject.id, inject.arrives_as, remark, mark, in_hand=inject.id == in_hand_id)


def _role(workshop: Workshop, found: Rehearsal, role: str) -> str:
    player = player_of(workshop, found, role)
    return f"{role} — {player}" if player else f"{role} — free"


def _inset(widget: QWidget, left: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(left, 0, 12, 0)
    row.addWidget(widget)
    return row
