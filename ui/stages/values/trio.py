"""The trio on a value: who is away, their four minutes, and what they bring back."""

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.events import Event
from facilitator.rounds import latest_round
from facilitator.stages.values import Value
from facilitator.trio import MINUTES, Trio, begin_trio, report_trio
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.values.endings import Answers, Intent, organisations
from ui.stages.values.forms import Field
from ui.widgets.buttons import QuietButton
from ui.widgets.clock_ring import ClockRing
from ui.widgets.labels import PlainLabel

_TICK = 500
"""Milliseconds between looks at the clock."""


def sending(desk: Desk, value: Value, objector: str = "") -> Intent:
    """Send a trio off: the objector, who proposed the value, and one neutral."""
    workshop = desk.workshop
    last = latest_round(workshop, value.id)
    waiting = [o for o, p in last.standing().items() if p.waits] if last else []
    first = objector if objector in waiting else next(iter(waiting), "")
    proposer = value.proposed_by
    neutral = next(
        (o for o in workshop.organisations if o not in (*waiting, proposer)),
        "",
    )
    choices = organisations(workshop)
    fields = (
        Field("objector", "Objects or asks", first, choices=choices, half=True),
        Field("proposer", "Proposed it", proposer, choices=choices, half=True),
        Field("neutral", "Neutral", neutral, choices=choices, half=True),
    )

    def act(said: Answers) -> Event | None:
        return desk.do(
            begin_trio,
            value.id,
            said["objector"],
            said["proposer"],
            said["neutral"],
            desk.seconds(),
        )

    return Intent(f"Three people, {MINUTES} minutes, one change", fields, "Send them off", act)


def reporting(desk: Desk, trio: Trio) -> Intent:
    """Hear what a trio brings back."""
    fields = (Field("brought", "They bring back", hint="In their words; “nothing yet” counts"),)

    def act(said: Answers) -> Event | None:
        return desk.do(report_trio, trio.id, said["brought"])

    return Intent(f"{who(desk.workshop, trio)} are back", fields, "Keep", act)


def who(workshop: Workshop, trio: Trio) -> str:
    """The three, by name."""
    return joined([workshop.organisation_name(o) for o in trio.members])


class TrioStrip(QWidget):
    """Who is away and how long they still have. `back` when they have come back."""

    back = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trio: Trio | None = None
        self.clock = ClockRing(self)
        self.words = PlainLabel("", self, size=14, weight=600)
        self.button = QuietButton("They are back", self)
        self.button.clicked.connect(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.clock)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def show_trio(self, workshop: Workshop, trio: Trio | None) -> None:
        """Show the trio that is away, or nothing."""
        self._trio = trio
        if trio is not None:
            self.words.setText(f"{who(workshop, trio)} look for the smallest change.")
            self.tick()
        self.setVisible(trio is not None)

    def tick(self) -> None:
        """Show how much time is left; past the end it counts up."""
        if self._trio is not None:
            left = math.ceil(self._trio.ends - self._desk.seconds())
            self.clock.show_clock(left, MINUTES * 60, running=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The clock goes while it can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()
