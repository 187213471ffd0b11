"""A story that goes on, or is left, while another page is up: what it says on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.events import Event
from facilitator.guide import Inject
from facilitator.progress import StepEntered
from facilitator.stages.rehearsal.clock import pause_clock
from facilitator.stages.rehearsal.injects import InjectPlayed
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.playing.inject_words import hand_over_words
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.clock_ring import clock_words
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

if TYPE_CHECKING:
    from ui.console.window import Console


class StoryNews(QWidget):
    """News that arrives while Play is not up stands over the page that is, until it is looked at.

    The room is shown it in Play only. A story that is left for a later step of the rehearsal is
    paused where it stands: nothing more should arrive while the group steps out of it.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        # Rehearsal and inject of what nobody has looked at, the newest last.
        self._unseen: list[tuple[str, str]] = []
        self._words = PlainLabel("", self, size=13.5, colour=LIGHT.on_accent_soft)
        self.go = QuietButton("Go to Play", self)
        self.leave = QuietButton("Leave it", self)
        self.go.clicked.connect(self.go_there)
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        self.hide()

    def hear(self, workshop: Workshop, event: Event | None) -> None:
        """Hear what happened, after the console has shown it."""
        if isinstance(event, StepEntered):
            self._step_out(workshop, event)
        if isinstance(event, InjectPlayed) and event.how != "skipped":
            self._unseen.append((event.rehearsal, event.inject))
        self.look()

    def look(self) -> None:
        """Show what nobody has looked at; nothing once Play is up."""
        if self._sees_play():
            self._unseen.clear()
        waiting = [each for each in map(self._found, self._unseen) if each is not None]
        words = _told(self._console.desk.workshop, waiting) if waiting else ""
        if words and words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        elif not words:
            self._words.setText("")
        self.setVisible(bool(words))

    def sentence(self) -> str:
        """What it says now; nothing while it is away."""
        return "" if self.isHidden() else self._words.text()

    def go_there(self) -> None:
        """Bring up Play, which shows the news."""
        console = self._console
        if self._unseen:
            console.desk.focus_on(rehearsal=self._unseen[-1][0])
        if console.travel.away:
            console.travel.close()
        step = next(s for s in console.desk.guide.stage("rehearsal").steps if s.activity == "play")
        console.navigator.go("rehearsal", step.id)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground and the bar at its left."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.accent_soft, "", CORNER)
        bar = QRectF(0, CORNER, 3, self.height() - 2 * CORNER)
        paint_panel(painter, bar, LIGHT.accent, "", 1)

    def _sees_play(self) -> bool:
        _, step = self._console.navigator.here()
        return step.activity == "play" and not self._console.travel.away

    def _leave(self) -> None:
        self._unseen.clear()
        self.look()
        if self._console.travel.away:
            self._console.travel.begin()
        elif self._console.page is not None:
            self._console.page.begin()

    def _found(self, each: tuple[str, str]) -> tuple[Rehearsal, Inject] | None:
        """What nobody has looked at, unless somebody has said what the group did about it."""
        found = self._console.desk.workshop.rehearsals.get(each[0])
        inject = found.inject(each[1]) if found else None
        if found is None or inject is None or found.played[each[1]].response:
            return None
        return found, inject

    def _step_out(self, workshop: Workshop, entered: StepEntered) -> None:
        """Pause every story that runs when a later step of the rehearsal comes up."""
        if entered.stage != "rehearsal":
            return
        desk = self._console.desk
        steps = desk.guide.stage(entered.stage).steps
        play = next((at for at, step in enumerate(steps) if step.activity == "play"), len(steps))
        at = next((at for at, step in enumerate(steps) if step.id == entered.step), 0)
        if at <= play:
            return
        # Whether a time away counts is no question any more: the story stands where it stood.
        self._console.injects.leave_gap()
        for found in [each for each in workshop.rehearsals.values() if each.clock.running]:
            if desk.do_when_due(pause_clock, found.id, desk.seconds()) is not None:
                stood = desk.workshop.rehearsals[found.id].clock.seconds(desk.seconds())
                self._console.say(
                    f"The story is paused at {clock_words(int(stood))}. In Play it goes on there."
                )


def _told(workshop: Workshop, waiting: list[tuple[Rehearsal, Inject]]) -> str:
    found, inject = waiting[-1]
    if inject.for_everyone:
        what = "It is for everyone, and fills the room’s screen in Play."
    else:
        what = f"For {hand_over_words(workshop, found, inject)}."
    more = f" And {len(waiting) - 1} more." if len(waiting) > 1 else ""
    return f"News in the story: {inject.name}. {what}{more}"
