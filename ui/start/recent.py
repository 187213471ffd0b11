"""Recent workshops: the lower half of the start page."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.days import day_in_words
from facilitator.guide import Guide
from sessions.library import Library, Listed
from sessions.retention import past_their_day
from ui.start.past_day import due_words
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState

MOST = 50
COLUMNS = (
    Column("Group", 4),
    Column("Workshop", 3),
    Column("Date", 2),
    Column("Where it stands", 4),
    Column("", 1.4),
)


class RecentWorkshops(QWidget):
    """The workshops of a library, the one changed last first. `chosen` carries a file's path."""

    chosen = Signal(str)
    sample_asked = Signal()
    past_day_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = HairlineTable("Recent workshops", self)
        self.table.opened.connect(self.chosen)
        # A whole row is one thing to press here: it opens at a single click.
        self.table.clicked.connect(lambda _: self.chosen.emit(self.table.current_id()))
        self.empty = EmptyState(
            "No workshops yet",
            "Choose one above to begin, or look at the worked sample: twelve organisations, three "
            "sittings, one agreement.",
            "Open the sample",
            self,
        )
        self.empty.acted.connect(self.sample_asked)
        self._where = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.past_day = QuietButton("", self)
        self.past_day.clicked.connect(self.past_day_asked)
        self.past_day.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel("Recent workshops", self, weight=700))
        column.addWidget(self.table)
        column.addWidget(self.empty)
        column.addSpacing(4)
        column.addWidget(self._where)
        column.addWidget(self.past_day, 0, Qt.AlignmentFlag.AlignLeft)

    def show_library(self, library: Library, guide: Guide) -> None:
        """Show the workshops of a library, at most fifty, and where they are kept."""
        found = library.listed()
        rows = [_row(listed, guide, first=at == 0) for at, listed in enumerate(found[:MOST])]
        past = past_their_day(found, datetime.date.today().isoformat())
        self.past_day.setText(due_words(len(past)))
        self.past_day.setVisible(bool(past))
        self.table.show_rows(COLUMNS, rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._where.setText(
            f"Everything stays on this computer. Workshops are kept in {library.folder}, one file "
            "each."
        )


def _row(listed: Listed, guide: Guide, *, first: bool) -> TableRow:
    problem = listed.problem is not None
    act = "Why?" if problem else "Continue →" if first else "Open"
    return TableRow(
        str(listed.path),
        (
            Cell(listed.group or listed.path.stem, bold=True),
            Cell(_titled(listed)),
            Cell(day_in_words(listed.date)),
            Cell(stands(listed, guide), mute=problem),
            Cell(act, bold=first and not problem),
        ),
    )


def _titled(listed: Listed) -> str:
    """The workshop's title; of a copy, also whose notes are in it."""
    if listed.seat.role == "note-taker":
        return f"{listed.title} · notes of {listed.seat.name}"
    return f"{listed.title} · handed out" if listed.seat.role == "handed-out" else listed.title


def stands(listed: Listed, guide: Guide) -> str:
    """Where a workshop stands, in a few words."""
    if listed.problem is not None:
        return listed.problem.what
    parts = ["Not started"]
    stage = guide.stages.get(listed.stage)
    if stage is not None:
        step = next((s.title for s in stage.steps if s.id == listed.step), "")
        parts = [f"{stage.title}, {step}" if step else stage.title]
    if listed.contributions:
        many = "" if listed.contributions == 1 else "s"
        parts.append(f"{listed.contributions:,} contribution{many}")
    return " · ".join(parts)
