"""Workshops past the day until which they are to be kept: keep one longer, or erase it for good."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.days import day_in_words
from facilitator.events import Refused
from sessions.clock import Clock, WallClock
from sessions.erasing import HasCopies
from sessions.library import Library
from sessions.problems import SessionProblem
from sessions.retention import due, keep_longer
from ui.attending.draft_places import passing
from ui.stages.date_words import iso_date
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

COLUMNS = (Column("Group", 4), Column("Workshop", 4), Column("To be kept until", 3))
TYPE_IT = "Type the word “erase” first. Nothing was erased."
CHOOSE = "Choose a workshop first."
NAME_A_DAY = "Until which day is it to be kept? Name one that is still to come."


def due_words(count: int) -> str:
    """What the start page says of them."""
    if count == 1:
        return "1 workshop is past the day until which it is to be kept"
    return f"{count:,} workshops are past the day until which they are to be kept"


class PastDayDialog(QDialog):
    """The workshops in a table, and under it the two things that can be done with the chosen one.

    `changed` when one is kept longer or was erased, `troubled` carries a SessionProblem.
    """

    changed = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        library: Library,
        copies: HasCopies | None,
        parent: QWidget | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Past their day")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(760)
        self._library, self._copies = library, copies
        self._clock = clock or WallClock()
        self.notice = Notice(self)
        self.table = HairlineTable("Workshops past their day", self)
        self.until = _line("Another day, such as 18 March 2030")
        self.longer = QuietButton("Keep it longer", self)
        self.by = _line("Who erases it, for the certificate")
        self.word = _line("Type “erase”")
        passing(self.word)
        self.erase = QuietButton("Erase it for good", self)
        self.close_it = PrimaryButton("Done", self)
        self.told = PlainLabel("", self)
        self.longer.clicked.connect(self._keep_longer)
        self.until.returnPressed.connect(self._keep_longer)
        self.erase.clicked.connect(self._erase)
        self.word.returnPressed.connect(self._erase)
        self.by.returnPressed.connect(self.word.setFocus)
        self.close_it.clicked.connect(self.accept)
        for button in (self.longer, self.erase, self.close_it):
            button.setAutoDefault(False)
        self._lay_out()
        self._show()
        self.table.setFocus()

    def _lay_out(self) -> None:
        longer, erase, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        longer.addWidget(self.until, 1)
        longer.addWidget(self.longer)
        erase.addWidget(self.by, 2)
        erase.addWidget(self.word, 1)
        erase.addWidget(self.erase)
        foot.addWidget(self.close_it)
        foot.addStretch(1)
        what = (
            "Erasing takes the file and every copy that Facilitator kept of it. It cannot be taken "
            "back. Papers that were written from it stay where they are. A certificate is kept "
            "that says nothing of what the workshop said."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Heading("Past their day", self, size=20))
        column.addWidget(self.notice)
        column.addWidget(self.table)
        column.addWidget(PlainLabel("Keep the chosen one longer", self, weight=700))
        column.addLayout(longer)
        column.addSpacing(6)
        column.addWidget(PlainLabel("Erase the chosen one", self, weight=700))
        column.addWidget(PlainLabel(what, self, size=12.5, colour=LIGHT.mute))
        column.addLayout(erase)
        column.addWidget(self.told)
        column.addSpacing(6)
        column.addLayout(foot)

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _show(self) -> None:
        rows = [
            TableRow(
                str(each.path),
                (
                    Cell(each.group or each.path.stem, bold=True),
                    Cell(each.title),
                    Cell(day_in_words(each.keep_until)),
                ),
            )
            for each in due(self._library, self._today())
        ]
        self.table.show_rows(COLUMNS, rows)
        for part in (self.until, self.longer, self.by, self.word, self.erase):
            part.setEnabled(bool(rows))

    def _chosen(self) -> Path | None:
        self.notice.dismiss()
        self.told.setText("")
        chosen = self.table.current_id()
        if not chosen:
            self.notice.tell(CHOOSE)
        return Path(chosen) if chosen else None

    def _keep_longer(self) -> None:
        path = self._chosen()
        if path is None:
            return
        today = self._today()
        until = iso_date(self.until.text(), today)
        if not until.strip():
            self.notice.tell(NAME_A_DAY)
            return
        try:
            keep_longer(path, until, today, self._clock)
        except Refused as refusal:
            self.notice.tell(refusal.reason)
        except SessionProblem as problem:
            self.troubled.emit(problem)
        else:
            self.until.clear()
            self._after("It is kept longer.")

    def _erase(self) -> None:
        from exports.file_names import ExportProblem
        from ui.erasures import WORD, erase_with_certificate

        path = self._chosen()
        if path is None:
            return
        if self.word.text().strip().casefold() != WORD:
            self.notice.tell(TYPE_IT)
            self.word.setFocus()
            return
        try:
            made = erase_with_certificate(
                path, self.by.text(), self._library.folder, self._copies, clock=self._clock
            )
        except SessionProblem as problem:
            self.troubled.emit(problem)
        except ExportProblem as problem:
            self.notice.tell(str(problem))
        else:
            self.word.clear()
            self._after(f"It is erased. The certificate is in {made}.")

    def _after(self, told: str) -> None:
        self._show()
        self.told.setText(told)
        self.changed.emit()


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setMaxLength(200)
    return line
