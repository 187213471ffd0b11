"""The quiet row under the capture field: what the room sees of it, and whose names go with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.attribution import Choice, choose_for_step, would_forget
from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.ask_once import AskOnce
from ui.stages.capture.words import STAYS, forget_words, go_on_words, step_words
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import OneLine, PlainLabel

_IN_TURN: tuple[Choice, ...] = ("", "organisation", "unattributed", "named")


class CaptureBar(QWidget):
    """Shows and hides the cards in the room, and turns the step's attribution.

    `closed` when the question it may ask is answered: the keyboard goes back to the field.
    `in_place` is what to say where the room sees something else in the place of the cards.
    """

    closed = Signal()

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._stage, self._step = desk, stage, step
        self.in_place = ""
        self.reveal = QuietButton("", self)
        self.reveal.clicked.connect(self.hide_or_show)
        self.seen = OneLine("", self, size=12.5, colour=LIGHT.mute)
        self.names = QuietButton("", self)
        self.names.clicked.connect(self.next_choice)
        self.remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.remark.hide()
        self.question = AskOnce(self)
        self.question.closed.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.reveal)
        row.addWidget(self.seen, 1)
        row.addWidget(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.remark)
        column.addWidget(self.question)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what the room sees, and how this step's words are quoted."""
        self.reveal.setVisible(not self.in_place)
        if self.in_place:
            self.seen.setText(self.in_place)
        elif self._desk.focus.reveals(self._stage.id, self._step):
            self.seen.setText("The room sees the cards.")
            self.reveal.setText("Hide them again" if self._step.silent else "Hide them in the room")
        else:
            self.seen.setText("Hidden: the room sees how many, and no words.")
            self.reveal.setText("Show them in the room")
        self.names.setText(step_words(workshop, self._stage.id, self._step.question))

    def hide_or_show(self) -> None:
        """Show the cards in the room, or hide them."""
        if self.in_place:
            self._desk.refused.emit(
                "These cards are not on the room's screen here: there is nothing to hide or show.",
                "",
            )
            return
        turned = self._desk.focus.turning(self._stage.id, self._step)
        self._desk.focus_on(turned=turned)

    def next_choice(self) -> None:
        """Go on to the next way of quoting this step's words.

        Unattributed is asked about first where that takes names out of the file; asked for again
        meanwhile, the question is left and the turn goes on.
        """
        standing = self._desk.workshop.attribution_in.get((self._stage.id, self._step.question), "")
        at = _IN_TURN.index(standing) + 1
        if self.question.asking:
            at += 1
            self.question.close_it()
        choice = _IN_TURN[at % len(_IN_TURN)]
        lost = would_forget(
            self._desk.workshop, choice, stage=self._stage.id, question=self._step.question
        )
        if lost:
            self.question.ask(forget_words(lost), go_on_words(lost), lambda: self._choose(choice))
        else:
            self._choose(choice)

    def _choose(self, choice: Choice) -> None:
        before = self._desk.workshop.attribution_in.get((self._stage.id, self._step.question))
        done = self._desk.do(choose_for_step, self._stage.id, self._step.question, choice)
        if done is not None:
            self.remark.setText(STAYS)
            self.remark.setVisible(before == "unattributed")
