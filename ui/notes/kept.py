"""What a note-taker has kept: said, private, or a position; newest first."""

from dataclasses import dataclass, replace

from facilitator.board import ContributionCaptured
from facilitator.chronicle.words import says
from facilitator.effect import effect
from facilitator.events import Entry, Event
from facilitator.history import History
from facilitator.notes import NoteKeptPrivate
from facilitator.rounds import PositionTaken
from facilitator.workshop import Workshop
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.rows import WINDOW

COLUMNS = (
    Column("Time", 1.2, 76),
    Column("Who", 2.6, 104),
    Column("What was said", 7.5),
    Column("", 1.7, 96),
)
PRIVATE = "private"
READ_BACK = "read back ✓"
NEVER_SHOWN = "never shown"


@dataclass(frozen=True)
class Kept:
    """One note: its entry, the event that made it, and where it belongs."""

    entry: str
    event: Event
    at: str
    stage: str = ""
    step: str = ""

    @property
    def id(self) -> str:
        """The id of the contribution or the private note; the entry's of a position."""
        return str(getattr(self.event, "id", "")) or self.entry

    @property
    def private(self) -> bool:
        """Whether nobody is shown it."""
        return isinstance(self.event, NoteKeptPrivate)


class KeptNotes:
    """The notes of one seat in a history, oldest first."""

    def __init__(self, by: str) -> None:
        self._by = by
        self._found: dict[str, Kept] = {}
        self._rows: dict[str, tuple[object, TableRow]] = {}

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def last(self) -> Kept | None:
        """The newest that holds words which can be put right."""
        for each in reversed(self._found.values()):
            if not isinstance(each.event, PositionTaken):
                return each
        return None

    def find(self, known: str) -> Kept | None:
        """The note of that id."""
        return self._found.get(known)

    def look(self, history: History) -> None:
        """Look through a whole history."""
        self._found, self._rows = {}, {}
        for entry in effect(history.entries).entries:
            if entry.by == self._by:
                self._add(entry)

    def hear(self, entry: Entry) -> None:
        """Take the newest entry of the history."""
        if entry.by == self._by:
            self._add(entry)

    def rows(self, workshop: Workshop, words: str = "") -> list[TableRow]:
        """The newest of them as rows, those that hold some words where such are given."""
        wanted = words.casefold()
        rows: list[TableRow] = []
        for each in reversed(self._found.values()):
            row = self._row(workshop, each)
            if not wanted or any(wanted in cell.text.casefold() for cell in row.cells):
                rows.append(row)
            if len(rows) == WINDOW:
                break
        return rows

    def _row(self, workshop: Workshop, kept: Kept) -> TableRow:
        """The row of a note; the same one until what it shows is another.

        With 500 of them, making each anew takes longer than a frame. How words are attributed and
        what organisations are called is nothing that is changed here: it comes with a history that
        is looked through as a whole, and then no row stays.
        """
        shown = (
            workshop.contributions.get(kept.id) or workshop.private_notes.get(kept.id) or kept.event
        )
        before = self._rows.get(kept.id)
        if before is not None and before[0] is shown:
            return before[1]
        row = _row(workshop, kept)
        self._rows[kept.id] = (shown, row)
        return row

    def _add(self, entry: Entry) -> None:
        event = entry.event
        if isinstance(event, ContributionCaptured):
            made = Kept(entry.id, event, event.at or entry.at, event.stage, event.question)
        elif isinstance(event, NoteKeptPrivate):
            made = Kept(entry.id, event, event.at or entry.at, event.stage, event.step)
        elif isinstance(event, PositionTaken):
            made = Kept(entry.id, event, entry.at)
        else:
            return
        before = self._found.get(made.id)
        # Words that were put right stay in their place.
        self._found[made.id] = made if before is None else replace(before, event=event)


def _row(workshop: Workshop, kept: Kept) -> TableRow:
    time = Cell(kept.at[11:19])
    if isinstance(kept.event, PositionTaken):
        who = workshop.organisation_name(kept.event.organisation)
        words = f"“{kept.event.text}”" if kept.event.text else ""
        said = " · ".join(part for part in (_begun(says(kept.event.code)), words) if part)
        return TableRow(kept.id, (time, Cell(who), Cell(said), Cell("position", mute=True)))
    if kept.private:
        note = workshop.private_notes.get(kept.id)
        text = note.text if note else ""
        cells = (time, Cell(PRIVATE), Cell(text), Cell(NEVER_SHOWN, mute=True))
        return TableRow(kept.id, cells, tinted=True)
    card = workshop.contributions.get(kept.id)
    if card is None:
        return TableRow(kept.id, (time, Cell(), Cell(), Cell()))
    remark = READ_BACK if card.read_back else ""
    who = workshop.who_said(card)
    return TableRow(kept.id, (time, Cell(who), Cell(card.text), Cell(remark, mute=True)))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
