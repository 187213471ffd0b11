"""The trio on a value: who is away, their four minutes, and what they bring back."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.events import Event
from facilitator.rounds import latest_round
from facilitator.stages.values import Value
from facilitator.trio import MINUTES, Trio, begin_trio, report_trio
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.table import STEPS
from ui.stages.values.endings import Answers, Intent, organisations
from ui.stages.values.forms import Field
from ui.stages.values.in_hand import trio_names
from ui.widgets.buttons import QuietButton
from ui.widgets.clock_ring import ClockRing
from ui.widgets.labels import PlainLabel


def sending(desk: Desk, value: Value, objector: str = "") -> Intent:
    """Send a trio off: the objector, who proposed the value, and one neutral."""
    workshop = desk.workshop
    last = latest_round(workshop, value.id)
    waiting = [o for o, p in last.standing().items() if p.waits] if last else []
    first = objector if objector in waiting else next(iter(waiting), "")
    present = workshop.present_at(desk.minute())
    here = [o for o in workshop.organisations if present is None or o in present]
    # Who proposed it may be the one who objects: then somebody else speaks for it.
    said = last.standing() if last else {}
    speakers = (
        value.proposed_by,
        *(each.by for each in reversed(value.amendments)),
        *(o for o in here if o in said and said[o].code == "agree"),
        *here,
    )
    proposer = next((o for o in speakers if o in workshop.organisations and o != first), "")
    neutral = next((o for o in here if o not in (*waiting, proposer)), "")
    choices = organisations(workshop)
    role = "Proposed it" if proposer == value.proposed_by else "Speaks for it"
    fields = (
        Field("objector", "Objects or asks", first, choices=choices, half=True),
        Field("proposer", role, proposer, choices=choices, half=True),
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

    return Intent(f"{trio_names(desk.workshop, trio)} are back", fields, "Keep", act)


class TrioStrip(QWidget):
    """Who is away and how long they still have. `back` when they have come back.

    `stepped` carries which way an arrow key on its button goes in the rows of organisations.
    Whoever shows the room its clock asks `tick`, so that both tell the same second.
    """

    back = Signal()
    stepped = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trio: Trio | None = None
        self.clock = ClockRing(self)
        self.words = PlainLabel("", self, size=14, weight=600)
        self.button = QuietButton("They are back", self)
        self.button.gives_arrows = True
        self.button.clicked.connect(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.clock)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_trio(self, workshop: Workshop, trio: Trio | None) -> None:
        """Show the trio that is away, or nothing."""
        other, self._trio = trio != self._trio, trio
        if trio is not None:
            self.words.setText(f"{trio_names(workshop, trio)} look for the smallest change.")
            if other:
                self.tick(self._desk.seconds())
        self.setVisible(trio is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give the arrow keys to the rows: the area that it stands in would scroll with them."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def tick(self, now: float) -> None:
        """Show how much time is left at a moment (seconds since 1970); past the end, how long."""
        if self._trio is not None:
            left = math.ceil(self._trio.ends - now)
            self.clock.show_clock(left, MINUTES * 60, running=True)
