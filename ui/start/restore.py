"""Bringing a backup back: which there are, what each holds, and what it lacks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.days import day_in_words
from facilitator.guide import Guide
from sessions.backups import Backups, Kept
from sessions.problems import SessionProblem
from sessions.restoring import Returning, restore, what_returns
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

COLUMNS = (Column("When", 4), Column("Why it was made", 4), Column("Size", 2, 70))
EXPLAINED = (
    "Nothing is overwritten: the file that is there now is put aside beside it, under another name."
)
WORTHLESS = "This backup cannot be read. Choose another."


class RestoreDialog(QDialog):
    """The backups of a workshop, the newest first, with what comes back with the one in hand.

    `restored` carries the workshop's path once one was brought back.
    """

    restored = Signal(object)

    def __init__(
        self, backups: Backups, path: Path, guide: Guide, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._guide = path, guide
        self._kept = {str(each.path): each for each in backups.kept_for(path)}
        self._seen: dict[str, Returning | None] = {}
        self.setWindowTitle("Restore from a backup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 520)
        self.notice = Notice(self)
        self.table = HairlineTable("Backups, the newest first", self, scrolls=True)
        self.preview = PlainLabel("", self)
        self.bring = PrimaryButton("Bring it back", self)
        self.bring.clicked.connect(self._bring_back)
        leave = QuietButton("Not now", self)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.bring)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(f"Backups of “{path.stem}”", self, size=20))
        column.addWidget(PlainLabel(EXPLAINED, self))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.preview)
        column.addLayout(buttons)
        self.table.opened.connect(lambda _: self._bring_back())
        self.table.show_rows(COLUMNS, [_row(key, each) for key, each in self._kept.items()])
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        if self._kept:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.table.setFocus()
        self._show()

    def _show(self) -> None:
        """Say what would come back with the backup in hand."""
        key = self.table.current_id()
        kept = self._kept.get(key)
        if kept is None:
            self.preview.setText("There is no backup of this workshop.")
            self.bring.setEnabled(False)
            return
        if key not in self._seen:
            try:
                self._seen[key] = what_returns(kept, self._path)
            except SessionProblem:
                self._seen[key] = None
        found = self._seen[key]
        self.bring.setEnabled(found is not None)
        self.preview.setText(told(found, self._guide) if found else WORTHLESS)

    def _bring_back(self) -> None:
        kept = self._kept.get(self.table.current_id())
        if kept is None or not self.bring.isEnabled():
            return
        try:
            restore(kept, self._path)
        except SessionProblem as problem:
            self.notice.tell(f"{problem.what} {problem.safe} {problem.do}")
            return
        self.accept()
        self.restored.emit(self._path)


def _row(key: str, kept: Kept) -> TableRow:
    made = kept.made.astimezone()
    when = f"{day_in_words(made.date().isoformat())}, {made:%H:%M}"
    size = f"{kept.size / 1000:,.0f} kB"
    return TableRow(key, (Cell(when), Cell(kept.why), Cell(size, mute=True)))


def told(found: Returning, guide: Guide) -> str:
    """What comes back with a backup, and what is not in it."""
    stage = guide.stages.get(found.stage)
    step = next((s.title for s in stage.steps if s.id == found.step), "") if stage else ""
    where = f"{stage.title}, {step}" if stage and step else stage.title if stage else ""
    parts = [
        _counted(found.contributions, "contribution"),
        _counted(found.values, "value"),
        _counted(found.rounds, "round"),
    ]
    until = _moment(found.newest)
    said = f"With it come back {_counted(found.entries, 'entry', 'entries')}"
    said += f" up to {until}: " if until else ": "
    said += ", ".join(parts) + (f". The last step was {where}." if where else ".")
    if found.beyond is None:
        return f"{said} The file that is there now cannot be read."
    if found.beyond:
        more = _counted(found.beyond, "entry that is", "entries that are")
        return f"{said} It lacks {more} in the file that is there now."
    return f"{said} Nothing that is in the file now is missing from it."


def _moment(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{day_in_words(moment.date().isoformat())}, {moment:%H:%M}"


def _counted(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or one + 's'}"
