"""Values under strain: which held, bent or broke, what was seen, and at which minute."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.debriefing import judge_strain
from facilitator.stages.rehearsal.observing import drop_mark, mark_value
from facilitator.stages.rehearsal.state import Mark, Rehearsal, Verdict
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.playing.naming import ValueLine
from ui.stages.rehearsal.words import in_hand, scenario_minute, strainable
from ui.stages.scrolled import bring_up
from ui.stages.whole_table import WholeTable
from ui.theme.fonts import Typography
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.strain_picture import SYMBOLS

VERDICTS: tuple[Verdict, ...] = ("held", "bent", "broke")
_NAMES = ("Value under strain", "Held", "Bent", "Broke", "What we saw")
_SHARES, _NARROW = (2.7, 0.9, 0.9, 0.9, 5), (2, 1.2, 1.2, 1.3, 2.4)
_WIDE_ENOUGH = 620
"""Pixels below which the columns are shared out so that no heading is cut."""
_KEYS = (("1", "held"), ("2", "bent"), ("3", "broke"), ("Enter", "what we saw, and the minute"))
_DEL = ("Del", "take the last mark out")
_LAST_MINUTE = 999
_MOST_TOLD = 8
"""Marks told in a row of the debrief; the picture has them all."""


@dataclass(frozen=True)
class _Said:
    """What is asked about: a mark made in play, or the verdict of the debrief."""

    verdict: Verdict
    seen: str
    minute: int | None
    mark: str = ""


class StrainTable(QWidget):
    """A row for each value. What a key says is kept at once; then what was seen can be typed.

    With `by_clock`, in play, a key marks the value at the minute of the scenario clock, as often as
    it happens; otherwise, in the debrief, it gives the verdict, at the minute that the marks offer.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, by_clock: bool) -> None:
        super().__init__(parent)
        self._desk = desk
        self._by_clock = by_clock
        self._value = ""
        self._rows: list[TableRow] = []
        keys = ("1", "2", "3", "Del") if by_clock else ("1", "2", "3")
        self.table = WholeTable("Values under strain", keys, self)
        self.table.asked.connect(self._asked)
        self.table.opened.connect(self._ask)
        self.table.clicked.connect(self._clicked)
        self.naming = ValueLine(desk, self)
        self.naming.left.connect(self._named)
        self.words = KeepLine("What did we see?", self)
        self.minute = KeepLine("Minute", self)
        self.minute.line.setValidator(QIntValidator(0, _LAST_MINUTE, self.minute))
        self.minute.setFixedWidth(Typography.current().px(110))
        for line in (self.words, self.minute):
            line.kept.connect(lambda _text: self._keep())
            line.left.connect(self._leave)
        self._asking = QWidget(self)
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.minute)
        self._asking.hide()
        self._hint = KeyHint((*_KEYS, _DEL) if by_clock else _KEYS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.table, self._asking, self._hint, self.naming):
            column.addWidget(part)

    def show_strain(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show what became of every value, and what was seen."""
        cells = _in_play if self._by_clock else _in_debrief
        rows = [
            TableRow(value.id, (Cell(value.title), *cells(found, value.id)))
            for value in strainable(workshop, found)
        ]
        self._rows = rows
        self._show_rows()
        self.table.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        self.naming.show_workshop(workshop)
        if not self._asking.isHidden() and self._said(found, self._value) is None:
            self._asking.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the columns out for the new width."""
        super().resizeEvent(event)
        self._show_rows()

    def _show_rows(self) -> None:
        narrow = self.width() < Typography.current().px(_WIDE_ENOUGH)
        shares, names = (_NARROW, ("Value", *_NAMES[1:])) if narrow else (_SHARES, _NAMES)
        self.table.show_rows(list(map(Column, names, shares)), self._rows)

    def _named(self) -> None:
        """From the last value that was named to all of them, to be marked."""
        if self.table.ids():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_up(self.table)

    def _asked(self, key: str, value: str) -> None:
        if key == "Del":
            self._drop(value)
        else:
            self._judge(value, VERDICTS[int(key) - 1])

    def _judge(self, value: str, verdict: Verdict) -> None:
        found = self._found()
        if found is None or not value:
            return
        if self._by_clock:
            stage = self._desk.guide.stage("rehearsal")
            minute = scenario_minute(found, stage, self._desk.seconds())
            done: object = self._desk.do(mark_value, found.id, value, minute, verdict)
        else:
            offer = _offered(found, value, verdict)
            done = self._desk.do(judge_strain, found.id, value, verdict, offer.seen, offer.minute)
        if done is not None:
            self._ask(value)

    def _drop(self, value: str) -> None:
        """Take the last mark of a value out."""
        found = self._found()
        last = _marks(found, value)[-1:] if found else []
        if found is not None and last:
            self._desk.do(drop_mark, found.id, last[0].id)

    def _ask(self, value: str) -> None:
        """Ask what was seen of a value that was marked or judged, and when."""
        if value != self._value and not self._store():
            return
        found = self._found()
        said = self._said(found, value) if found else None
        if said is None:
            return
        self._value = value
        title = self._desk.workshop.values[value].title
        self.words.ask(f"{title} {said.verdict}. What did we see?")
        self.words.show_chip(said.verdict)
        self.words.put(said.seen)
        self.minute.put("" if said.minute is None else str(said.minute))
        self._asking.show()
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self._asking)

    def _keep(self) -> None:
        if not self._store():
            return
        ids = self.table.ids()
        below = ids.index(self._value) + 1 if self._value in ids else 0
        self.table.go_to(ids[below] if below < len(ids) else self._value)
        self._leave()

    def _store(self) -> bool:
        """Keep what stands in the lines, where it is something else; False when it was refused."""
        found = self._found()
        said = self._said(found, self._value) if found else None
        if found is None or said is None or self._asking.isHidden():
            return True
        typed, seen = self.minute.text(), self.words.text()
        minute = int(typed) if typed else said.minute if self._by_clock else None
        if (seen, minute) == (said.seen, said.minute):
            return True
        done: object
        if self._by_clock:
            done = self._desk.do(
                mark_value, found.id, self._value, minute or 0, said.verdict, seen, said.mark
            )
        else:
            done = self._desk.do(judge_strain, found.id, self._value, said.verdict, seen, minute)
        return done is not None

    def _leave(self) -> None:
        # First, or the keyboard would go on to what comes next, and the page with it.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asking.hide()
        self.words.clear()
        bring_up(self.table)

    def _clicked(self, index: QModelIndex) -> None:
        """A click under a verdict gives it; one under what we saw asks for the words."""
        if 1 <= index.column() <= len(VERDICTS):
            self._judge(self.table.ids()[index.row()], VERDICTS[index.column() - 1])
        elif index.column() > len(VERDICTS):
            self._ask(self.table.ids()[index.row()])

    def _said(self, found: Rehearsal, value: str) -> _Said | None:
        """What the words and the minute are about: the last mark in play, else the verdict."""
        if self._by_clock:
            marks = _marks(found, value)
            last = marks[-1] if marks else None
            return _Said(last.verdict, last.seen, last.minute, last.id) if last else None
        strain = found.strains.get(value)
        return _Said(strain.verdict, strain.moment, strain.minute) if strain else None

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _marks(found: Rehearsal, value: str) -> list[Mark]:
    """The marks of a value, in the order in which they were made."""
    return [mark for mark in found.marks.values() if mark.value == value]


def _offered(found: Rehearsal, value: str, verdict: Verdict) -> _Said:
    """What is offered with a verdict: what stands already, else the last mark that says the same,
    else the last mark's minute alone."""
    before = found.strains.get(value)
    if before is not None and (before.minute is not None or before.moment):
        return _Said(verdict, before.moment, before.minute)
    marks = _marks(found, value)
    same = [mark for mark in marks if mark.verdict == verdict]
    if same:
        return _Said(verdict, same[-1].seen, same[-1].minute)
    return _Said(verdict, "", marks[-1].minute if marks else None)


def _in_play(found: Rehearsal, value: str) -> tuple[Cell, ...]:
    """The newest mark under each verdict, with its minute, and what was seen last."""
    marks = _marks(found, value)
    newest = {mark.verdict: mark.minute for mark in marks}
    dots = tuple(Cell(f"{SYMBOLS[v]} {newest[v]}" if v in newest else "") for v in VERDICTS)
    seen = next((mark.seen for mark in reversed(marks) if mark.seen), "")
    return (*dots, Cell(seen))


def _in_debrief(found: Rehearsal, value: str) -> tuple[Cell, ...]:
    """The verdict, and what was seen after its minute; before there is one, what was marked."""
    strain = found.strains.get(value)
    if strain is None:
        marks = sorted(_marks(found, value), key=lambda mark: mark.minute)
        told = [f"{mark.verdict} at {mark.minute}" for mark in marks[:_MOST_TOLD]]
        told += [f"and {len(marks) - _MOST_TOLD} more"] if len(marks) > _MOST_TOLD else []
        marked = ", ".join(told)
        return (
            *[Cell("")] * len(VERDICTS),
            Cell(f"In play: {marked}" if marked else "", mute=True),
        )
    dots = tuple(Cell(SYMBOLS[each] if strain.verdict == each else "") for each in VERDICTS)
    minute = "" if strain.minute is None else f"Minute {strain.minute}"
    return (*dots, Cell(" · ".join(part for part in (minute, strain.moment) if part)))
