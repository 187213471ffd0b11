"""A new workshop: who, where, what it is called and when."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice


@dataclass(frozen=True)
class NewWorkshop:
    """What a new workshop is called. `date` is ISO 8601, `journey` an id of the guide."""

    journey: str
    group: str
    place: str
    title: str
    date: str


class NewWorkshopDialog(QDialog):
    """A short form; Enter begins. `begun` carries a `NewWorkshop`."""

    begun = Signal(object)

    def __init__(self, journey: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self.setWindowTitle("New workshop")
        self.setMinimumWidth(560)
        self.notice = Notice(self)
        self.group = _line("The group, such as Ashby Health and Wellbeing Board")
        self.place = _line("The place as people say it, such as Ashby")
        self.title = _line("What the workshop is called")
        self.title.setText(title)
        self.date = QDateEdit(QDate.currentDate(), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setAccessibleName("Date")
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for words, field in (
            ("Group", self.group),
            ("Place", self.place),
            ("Workshop", self.title),
            ("Date", self.date),
        ):
            form.addRow(PlainLabel(words), field)
        begin = PrimaryButton("Begin", self)
        begin.clicked.connect(self._begin)
        leave = QuietButton("Not now", self)
        leave.clicked.connect(self.reject)
        for line in (self.group, self.place, self.title):
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
        if not self.group.text().strip():
            self.notice.tell("Name the group: it stands on every page of the agreement.")
            self.group.setFocus()
            return
        if not self.title.text().strip():
            self.notice.tell("Give the workshop a title.")
            self.title.setFocus()
            return
        day = self.date.date()
        date = datetime.date(day.year(), day.month(), day.day()).isoformat()
        self.accept()
        self.begun.emit(
            NewWorkshop(
                self._journey, self.group.text(), self.place.text(), self.title.text(), date
            )
        )


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setMaxLength(200)
    return line
