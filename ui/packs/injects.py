"""The injects of a pack: when each comes, how, to whom, what it says, and what it waits for."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import Inject, ScenarioPack
from facilitator.wording import shortened, tidy
from ui.packs.changing import (
    LAST_MINUTE,
    Change,
    add_inject,
    change_inject,
    let_wait,
    move_inject,
    new_row_id,
    remove_inject,
    waits_for,
)
from ui.packs.fields import Fields, LongField, RowsField, ShortField
from ui.packs.history import Spot
from ui.packs.section import Section, row_at
from ui.stages.form_row import ChoiceField, NumberField
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import SectionLabel

_COLUMNS = (
    Column("Minute", 0.4),
    Column("Inject", 1.5),
    Column("Goes to", 1.0),
    Column("Waits for", 1.0),
)
_LONGEST = 60
EVERYONE = "Everyone"


class InjectsSection(Section):
    """A row for each inject in the order of the minutes; under it the one in hand."""

    name = "injects"

    def __init__(self, play: range, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play = play
        # By id, the row of each inject as it was shown, and what could be waited for then.
        self._made: dict[str, tuple[Inject, TableRow]] = {}
        self._waited: dict[str, str] = {}
        self.rows = RowsField("Injects", "inject", 190, self)
        self.title = ShortField("Title", "What your list calls it", self)
        self.minute = NumberField("Minute", 0, LAST_MINUTE, "", self)
        self.story_time = ShortField("In the story", "Day 1, 14:30", self)
        self.arrives_as = ShortField("How it arrives", "Phone call, letter, alert", self)
        self.to = ChoiceField("Who hears it", self, free=True)
        self.waits = ChoiceField("Waits for", self)
        self.text = LongField("What it says", self, tall=84)
        self.form = Fields(self)
        self.form.add_line((self.title, 5), (self.minute, 2), (self.story_time, 4))
        self.form.add_line((self.arrives_as, 1), (self.to, 1), (self.waits, 1))
        self.form.add_line((self.text, 1))
        self.column.addWidget(SectionLabel("Injects", parent=self))
        self.column.addWidget(self.rows)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.rows.added.connect(self.add)
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(self._move)
        self.rows.selected.connect(self._select)
        self.rows.opened.connect(lambda _row: self.title.setFocus(Qt.FocusReason.OtherFocusReason))
        for name in ("title", "story_time", "arrives_as", "text"):
            self.on_words(self.fields()[name], partial(self._says, name), name)
        self.minute.valueChanged.connect(
            lambda minute: self.change(
                lambda p: change_inject(p, self.row, at_min=minute), "at_min"
            )
        )
        self.to.editTextChanged.connect(self._to_changed)
        self.waits.currentIndexChanged.connect(self._waits_changed)

    def _says(self, name: str, value: str) -> Change:
        row = self.row
        return lambda pack: change_inject(pack, row, **{name: value})

    def fields(self) -> dict[str, QWidget]:
        """The fields of the inject in hand."""
        return {
            "title": self.title,
            "at_min": self.minute,
            "story_time": self.story_time,
            "arrives_as": self.arrives_as,
            "to": self.to,
            "when_decided": self.waits,
            "option": self.waits,
            "unless_decided": self.waits,
            "text": self.text,
        }

    def begin(self) -> None:
        """Put the keyboard on the rows."""
        self.rows.begin()

    def choose(self, spot: Spot) -> None:
        """Take an inject in hand."""
        if spot.row:
            self._select(spot.row)

    def inject(self) -> Inject | None:
        """The inject in hand."""
        rows = self.pack.injects if self.pack else ()
        return next((each for each in rows if each.id == self.row), None)

    def show_all(self, pack: ScenarioPack) -> None:
        """Show the injects and the one in hand."""
        ids = [each.id for each in pack.injects]
        self.row = row_at(ids, self.row)
        waits = dict(_waits(pack))
        self.rows.show_rows(_COLUMNS, self._rows(pack, waits), self.row)
        self.form.setEnabled(bool(ids))
        self.to.offer([(EVERYONE, EVERYONE), *((role, role) for role in pack.roles if role)])
        self.waits.offer([*waits.items()])
        inject = self.inject() or Inject(id="", at_min=0, arrives_as="", to="", text="")
        self.title.put(inject.title)
        self.minute.setValue(inject.at_min)
        self.story_time.put(inject.story_time)
        self.arrives_as.put(inject.arrives_as)
        if tidy(self.to.chosen()) != inject.to:
            self.to.choose(inject.to)
        self.waits.choose(waits_for(inject))
        self.text.put(inject.text)

    def _rows(self, pack: ScenarioPack, waits: dict[str, str]) -> list[TableRow]:
        """A row for each inject; only those are made anew whose inject is another than before."""
        before = self._made if waits == self._waited else {}
        self._waited = waits
        self._made = {}
        for each in pack.injects:
            known = before.get(each.id)
            if known is None or known[0] is not each:
                known = (each, TableRow(each.id, _cells(each, waits)))
            self._made[each.id] = known
        return [row for _, row in self._made.values()]

    def add(self) -> bool:
        """Add an inject and ask for its title."""
        if self.pack is not None:
            self.row = new_row_id(self.pack, "I")
            self.change(lambda pack: add_inject(pack, self._play), "title", typing=False)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _remove(self, row: str) -> None:
        if self.pack is not None:
            ids = [each.id for each in self.pack.injects]
            at = ids.index(row)
            self.row = (ids[at + 1 :] or ids[:at][-1:] or [""])[0]
            self.change(lambda pack: remove_inject(pack, row), "", typing=False)

    def _move(self, row: str, by: int) -> None:
        self.change(lambda pack: move_inject(pack, row, by), "", typing=False)

    def _select(self, row: str) -> None:
        self.row = row
        if self.pack is not None:
            self.show_pack(self.pack)
        self.looked_at.emit()

    def _to_changed(self, _text: str) -> None:
        to = tidy(self.to.chosen())
        self.change(lambda pack: change_inject(pack, self.row, to=to), "to")

    def _waits_changed(self, _at: int) -> None:
        code = self.waits.chosen()
        self.change(lambda pack: let_wait(pack, self.row, code), "when_decided", typing=False)


def _cells(inject: Inject, waits: dict[str, str]) -> tuple[Cell, ...]:
    words = inject.name or inject.text or "nothing written yet"
    return (
        Cell(str(inject.at_min)),
        Cell(shortened(words, _LONGEST), bold=True),
        Cell(inject.to, mute=inject.for_everyone),
        Cell(waits[waits_for(inject)] if waits_for(inject) else "", mute=True),
    )


def _waits(pack: ScenarioPack) -> list[tuple[str, str]]:
    """What an inject may wait for, as (code, words)."""
    offered = [("", "nothing: it comes at its minute")]
    for number, point in enumerate(pack.decision_points, 1):
        offered.append((f"when:{point.id}", f"decision {number}, whatever is decided"))
        for option in point.options:
            words = f"decision {number}: “{shortened(option.title or '…', 30)}”"
            offered.append((f"when:{point.id}:{option.id}", words))
        offered.append((f"unless:{point.id}", f"no decision {number} by then"))
    return offered
