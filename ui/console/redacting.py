"""Taking words out for good: every place where they stand, and what cannot be reached."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.changes import the_change
from facilitator.chronicle import local_minute
from facilitator.days import day_in_words
from facilitator.redaction import SHORTEST, Found, find, targets_of
from facilitator.wording import LONGEST, joined, shortened, tidy
from ui.attending.draft_places import passing
from ui.desk import Desk
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

if TYPE_CHECKING:
    from ui.console.window import Console

WORD = "take out"
"""What is typed before anything is taken out."""

EXPLAINED = (
    "The whole of each text that holds these words leaves this workshop’s file, its backups, and "
    "every copy that is brought together with it. “[taken out]” stands in its place, and the "
    "history says that something was taken out, by whom and when, but not what. Nothing brings it "
    "back."
)
TOO_SHORT = "Write the words first: two letters at least."
NOWHERE = "These words stand nowhere in this workshop."
NOT_SAID = f"Type “{WORD}” to say that you mean it. Nothing can bring the words back."
ALL_LEFT = "Every place is left out, so there is nothing to take out."
COPIES = (
    "Copies that were handed out still hold the words until they are brought together with this "
    "workshop."
)
COLUMNS = (Column("", 1, 84), Column("When", 2, 120), Column("What it is", 4), Column("Text", 5))
_PAPERS = {".pdf", ".html", ".csv", ".zip", ".json", ".sqlite", ".ics"}
_NAMED = 4


def show_redacting(console: Console) -> None:
    """Open it over a console; for now only, so not while the past is shown."""
    if console.desk.past is not None:
        console.notice.tell(console.desk.past.why_not())
        return
    dialog = RedactingDialog(console.desk, console)
    dialog.finished.connect(lambda _: console.say(dialog.told) if dialog.told else None)
    console.open_over(dialog)


class RedactingDialog(QDialog):
    """Words, the places where they stand, and one button that wants a word typed first.

    `told` is the sentence about what was taken out; empty before.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Take words out for good")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 640)
        self.told = ""
        self._desk = desk
        self._found: list[Found] = []
        self._left: set[str] = set()
        self.notice = Notice(self)
        desk.refused.connect(lambda reason, _offer: self.notice.tell(reason))
        self.words = _line("Words to take out", "Words, as they stand there", self)
        self.words.returnPressed.connect(self.look)
        passing(self.words)
        self.look_button = QuietButton("Find them", self)
        self.look_button.clicked.connect(self.look)
        self.table = HairlineTable("Where they stand", self, scrolls=True)
        self.table.opened.connect(self._turn)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._turn(self.table.current_id()))
        self.beyond = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.sure = _line("Say that you mean it", f"Type “{WORD}”", self)
        passing(self.sure)
        self.sure.returnPressed.connect(self.take_out)
        self.take = PrimaryButton("Take them out for good", self)
        self.take.clicked.connect(self.take_out)
        self.leave = QuietButton("Not now", self)
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self._show()
        self.words.setFocus()

    def _lay_out(self) -> None:
        ask = QHBoxLayout()
        ask.addWidget(self.words, 1)
        ask.addWidget(self.look_button)
        foot = QHBoxLayout()
        foot.addWidget(self.sure, 1)
        foot.addWidget(self.take)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading("Take words out for good", self, size=20))
        column.addWidget(PlainLabel(EXPLAINED, self))
        column.addWidget(self.notice)
        column.addLayout(ask)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(self.beyond)
        column.addLayout(foot)

    def look(self) -> None:
        """Find where the words stand."""
        self.notice.dismiss()
        words = tidy(self.words.text())
        self._left.clear()
        if len(words) < SHORTEST:
            self._found = []
            self.notice.tell(TOO_SHORT)
        else:
            self._found = find(self._desk.session.history.entries, words)
            if not self._found:
                self.notice.tell(NOWHERE)
        self._show()
        if self._found:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.sure.setFocus()

    def take_out(self) -> None:
        """Take them out, once it was said that this is meant."""
        self.notice.dismiss()
        chosen = [each for each in self._found if _key(each) not in self._left]
        if not self._found:
            self.look()
        elif not chosen:
            self.notice.tell(ALL_LEFT)
        elif tidy(self.sure.text()).casefold() != WORD:
            self.notice.tell(NOT_SAID)
            self.sure.setFocus()
        elif self._desk.redact(targets_of(chosen)) is not None:
            places = "1 place" if len(chosen) == 1 else f"{len(chosen):,} places"
            self._desk.words_gone.emit(tidy(self.words.text()))
            self.told = f"Taken out in {places}, and in the backups. Nothing brings it back."
            self.accept()

    def _turn(self, key: str) -> None:
        """Leave a place out, or take it in after all."""
        self._left ^= {key} if key else set()
        self._show()

    def _show(self) -> None:
        workshop = self._desk.workshop
        rows = []
        for each in self._found:
            left = _key(each) in self._left
            what = the_change(each.entry.event, workshop) or "something that is not shown"
            rows.append(
                TableRow(
                    _key(each),
                    (
                        Cell("stays" if left else "goes ✕", bold=not left, mute=left),
                        Cell(_when(each.entry.at), mute=left),
                        Cell(shortened(what, 80), mute=left),
                        Cell(shortened(each.text, 200), mute=left),
                    ),
                )
            )
        self.table.show_rows(COLUMNS, rows)
        found = bool(self._found)
        for part in (self.table, self.beyond, self.sure):
            part.setVisible(found)
        self.take.setEnabled(found)
        self.beyond.setText(
            f"Space leaves a place out. {papers_beside(self._desk.session.path)}{COPIES}"
        )


def papers_beside(path: Path) -> str:
    """Which papers lie beside a workshop and are not changed; nothing where there are none."""
    try:
        found = sorted(p.name for p in path.parent.iterdir() if p.suffix.casefold() in _PAPERS)
    except OSError:
        found = []
    if not found:
        return ""
    named = [shortened(name, 60) for name in found[:_NAMED]]
    if len(found) > _NAMED:
        named.append(f"{len(found) - _NAMED:,} more")
    return f"Papers that were written already are not changed: {joined(named)}. "


def _key(found: Found) -> str:
    return f"{found.entry.id}{found.pointer}"


def _when(at: str) -> str:
    minute = local_minute(at)
    return f"{day_in_words(minute[:10])}, {minute[11:]}" if minute else ""


def _line(name: str, hint: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMaxLength(LONGEST)
    return line
