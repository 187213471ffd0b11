"""A new workshop: who, where, what it is called and when."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.days import example_day, short_day
from facilitator.events import Refused
from facilitator.wording import a_date, tidy
from ui.stages.date_words import iso_date
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice


@dataclass(frozen=True)
class NewWorkshop:
    """What a new workshop is called. `date` is ISO 8601, `journey` an id of the guide.

    With `chatham_house` nobody is named in it from the beginning.
    """

    journey: str
    group: str
    place: str
    title: str
    date: str
    chatham_house: bool = False


class NewWorkshopDialog(QDialog):
    """A short form; Enter begins. `begun` carries a `NewWorkshop`."""

    begun = Signal(object)

    def __init__(self, journey: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self.setWindowTitle("New workshop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.notice = Notice(self)
        self.group = _line("The group, such as Ashby Health and Wellbeing Board")
        self.place = _line("The place as people say it, such as Ashby")
        self.title = _line("What the workshop is called")
        self.title.setText(title)
        # Qt's own date field jumps from section to section under the fingers.
        today = datetime.date.today().isoformat()
        self.date = _line(f"When it is, such as {example_day(today)}")
        self.date.setText(short_day(today))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for words, field in (
            ("Group", self.group),
            ("Place", self.place),
            ("Workshop", self.title),
            ("Date", self.date),
        ):
            form.addRow(PlainLabel(words), field)
        self.rule = QCheckBox("Under the Chatham House Rule: nobody is named", self)
        form.addRow(PlainLabel(""), self.rule)
        begin = PrimaryButton("Begin", self)
        begin.clicked.connect(self._begin)
        leave = QuietButton("Not now", self)
        leave.clicked.connect(self.reject)
        for line in (self.group, self.place, self.title, self.date):
            line.returnPressed.connect(self._begin)
        buttons = QHBoxLayout()
        buttons.addWidget(begin)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading("New workshop", self, size=20))
        words = "The place goes into the prompts: “What does Ashby need that only we can do?”"
        column.addWidget(PlainLabel(words, self))
        column.addWidget(self.notice)
        column.addLayout(form)
        column.addLayout(buttons)
        self.group.setFocus()

    def _begin(self) -> None:
        group, place, title = (tidy(line.text()) for line in (self.group, self.place, self.title))
        if not group:
            self._ask_again(self.group, "Name the group: it stands on every page of the agreement.")
        elif not title:
            self._ask_again(self.title, "Give the workshop a title.")
        else:
            try:
                date = a_date(
                    iso_date(self.date.text(), datetime.date.today().isoformat()),
                    "Say when the workshop is.",
                )
            except Refused as refusal:
                self._ask_again(self.date, refusal.reason)
                return
            self.accept()
            rule = self.rule.isChecked()
            self.begun.emit(NewWorkshop(self._journey, group, place, title, date, rule))

    def _ask_again(self, line: QLineEdit, why: str) -> None:
        self.notice.tell(why)
        line.setFocus()
        line.selectAll()


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setMaxLength(200)
    return line
