"""Injects on the console: the list with what can be done to the next one, and the one in hand."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import answer_inject, stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.playing.inject_words import (
    for_whom,
    hand_over_words,
    has_nobody,
    planned_words,
    why_words,
)
from ui.stages.rehearsal.words import (
    in_hand,
    in_quotes,
    inject_of,
    to_come,
    unanswered,
)
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

_MOST_NAMED = 4
"""Injects that are named as arrived too; more are counted."""


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


class InjectPanel(QWidget):
    """The inject in hand: its words, whom it is for, and what the group did about it.

    `done` when the response was kept; `reword_asked` with the id of one to come, or of one that
    arrived for a part that nobody plays.
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
        nobody = has_nobody(workshop, found, inject)
        self.reword.setText("Send it to a role" if nobody else "Other words")
        self.reword.setVisible(not here or nobody)
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
        what = hand_over_words(workshop, found, inject)
        return f"For {what} · minute {played.minute} · {called}"
    screen = " · on the screen" if on_screen else ""
    return f"Minute {played.minute} · {called} · to everyone{screen}"


def _by(inject: Inject) -> str:
    return inject.arrives_as[:1].lower() + inject.arrives_as[1:]
