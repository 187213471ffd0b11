"""How a workshop is kept: under the Chatham House Rule or not, and until which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.chatham_house import Forgets, choose_chatham_house, would_forget
from facilitator.days import day_in_words
from facilitator.retention import keep_until
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.ask_once import AskOnce
from ui.stages.date_words import iso_date
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

if TYPE_CHECKING:
    from ui.console.window import Console

_WHAT = (
    "What was said may be used, but not who said it. While the rule holds, no person and no "
    "organisation is named on the room’s screen or in any document, and the file keeps nobody’s "
    "name. Here on your screen, organisations keep theirs: you ask each of them in turn."
)


def forgets_in_words(lost: Forgets) -> str:
    """What is asked before the rule is turned on."""
    people = "1 person’s name" if lost.people == 1 else f"the names of {lost.people:,} people"
    cards = "1 card" if lost.cards == 1 else f"{lost.cards:,} cards"
    parts = [people] if lost.people else []
    parts += [f"who said what on {cards}"] if lost.cards else []
    gone = " and ".join(parts) or "every person’s name that stands in other words"
    return (
        f"This takes {gone} out of the file for good, and out of every copy that is brought "
        "together with it. Names that stand in other words go, too. Turning the rule off again "
        "brings nothing back."
    )


def show_keeping(console: Console) -> None:
    """Open how the workshop of a console is kept; that of now, so not while the past is shown."""
    if console.desk.past is not None:
        console.notice.tell(console.desk.past.why_not())
        return
    console.open_over(KeepingDialog(console.desk, console))


class KeepingDialog(QDialog):
    """The rule as one button that asks first, and the day in one line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("How this workshop is kept")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._desk = desk
        self._notice = Notice(self)
        desk.refused.connect(self._refused)
        self.stands = PlainLabel("", self, weight=700)
        self.turn = QuietButton("", self)
        self.turn.clicked.connect(self._ask)
        self.question = AskOnce(self)
        self.question.closed.connect(self.turn.setFocus)
        self.until_stands = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.until = QLineEdit(self)
        self.until.setPlaceholderText("A day, such as 18 March 2028. Nothing: no day is set")
        self.until.setAccessibleName("Keep it until")
        self.until.setMaxLength(40)
        self.until.returnPressed.connect(self._keep)
        self.set_day = QuietButton("Set the day", self)
        self.set_day.clicked.connect(self._keep)
        self.close_it = PrimaryButton("Done", self)
        self.close_it.clicked.connect(self.accept)
        self.close_it.setAutoDefault(False)
        self._lay_out()
        self._show(desk.workshop)
        self.turn.setFocus()

    def _lay_out(self) -> None:
        day = QHBoxLayout()
        day.addWidget(self.until, 1)
        day.addWidget(self.set_day)
        turn = QHBoxLayout()
        turn.addWidget(self.turn)
        turn.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.close_it)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Heading("How this workshop is kept", self, size=20))
        column.addWidget(self._notice)
        column.addWidget(self.stands)
        column.addWidget(PlainLabel(_WHAT, self))
        column.addLayout(turn)
        column.addWidget(self.question)
        column.addSpacing(10)
        column.addWidget(PlainLabel("Until which day it is kept", self, weight=700))
        column.addWidget(self.until_stands)
        column.addLayout(day)
        column.addSpacing(10)
        column.addLayout(foot)

    def _show(self, workshop: Workshop) -> None:
        on = workshop.chatham_house
        self.stands.setText(f"The Chatham House Rule {'holds' if on else 'is off'}")
        self.turn.setText("Turn it off" if on else "Work under the Chatham House Rule")
        self.turn.setAccessibleName(
            "Turn the Chatham House Rule off" if on else "Work under the Chatham House Rule"
        )
        until = day_in_words(workshop.keep_until)
        said = f"It is to be kept until {until}." if until else "No day is set."
        self.until_stands.setText(
            f"{said} After it, the list of workshops says so, and somebody decides. Nothing is "
            "erased by itself."
        )

    def _ask(self) -> None:
        self._notice.dismiss()
        workshop = self._desk.workshop
        if workshop.chatham_house:
            self._turn(False)
            return
        lost = would_forget(workshop)
        self.question.ask(
            forgets_in_words(lost), "Take the names out for good", lambda: self._turn(True)
        )

    def _turn(self, on: bool) -> None:
        self._desk.do(choose_chatham_house, on)
        self._show(self._desk.workshop)

    def _keep(self) -> None:
        self._notice.dismiss()
        today = self._desk.today()
        said = self.until.text()
        if self._desk.do(keep_until, iso_date(said, today), today) is not None:
            self.until.clear()
        self._show(self._desk.workshop)

    def _refused(self, reason: str, _offer: str) -> None:
        self._notice.tell(reason)
