"""The roles of a pack: who there is, what stands on the card, and who should not play it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import ScenarioPack
from facilitator.wording import shortened
from ui.packs.changing import add_role, move_role, note_role, remove_role, rename_role
from ui.packs.fields import Fields, ListField, LongField, RowsField, ShortField
from ui.packs.history import Spot
from ui.packs.section import Section, row_at
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import SectionLabel

_COLUMNS = (Column("Role", 1.0), Column("On the card", 1.6))
_LONGEST = 60


class RolesSection(Section):
    """A row for each role, known by its place; under it the one in hand."""

    name = "roles"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsField("Roles", "role", 190, self)
        self.role = ShortField("Name of the role", "Such as Ward sister", self)
        self.brief = LongField("Brief", self, tall=80)
        self.kin = ListField("Kin", self)
        self.form = Fields(self)
        self.form.add_line((self.role, 1))
        self.form.add_line((self.brief, 1), note="a sentence or two to the player: “You have …”")
        self.form.add_line(
            (self.kin, 1),
            note="words of jobs and organisations close to it, one a line; "
            "whoever has one in theirs is not drawn for the role",
        )
        self.column.addWidget(SectionLabel("Roles", parent=self))
        self.column.addWidget(self.rows)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.rows.added.connect(self.add)
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(self._move)
        self.rows.selected.connect(self._select)
        self.rows.opened.connect(lambda _row: self.role.setFocus(Qt.FocusReason.OtherFocusReason))
        self.on_words(self.role, lambda v: lambda p: rename_role(p, self._at, v), "roles")
        self.on_words(self.brief, lambda v: lambda p: note_role(p, self._at, brief=v), "brief")
        self.on_words(self.kin, lambda v: lambda p: note_role(p, self._at, kin=v), "kin")

    @property
    def _at(self) -> int:
        return int(self.row or 0)

    def fields(self) -> dict[str, QWidget]:
        """The fields of the role in hand."""
        return {"roles": self.role, "brief": self.brief, "kin": self.kin}

    def begin(self) -> None:
        """Put the keyboard on the rows."""
        self.rows.begin()

    def choose(self, spot: Spot) -> None:
        """Take a role in hand."""
        if spot.row:
            self._select(spot.row)

    def show_all(self, pack: ScenarioPack) -> None:
        """Show the roles and the one in hand."""
        ids = [str(at) for at in range(len(pack.roles))]
        self.row = row_at(ids, self.row, ids[-1] if ids and self.row else "")
        rows = [
            TableRow(
                str(at),
                (
                    Cell(role or "no name yet", bold=True),
                    Cell(shortened(pack.note_on(role).brief, _LONGEST)),
                ),
            )
            for at, role in enumerate(pack.roles)
        ]
        self.rows.show_rows(_COLUMNS, rows, self.row)
        self.form.setEnabled(bool(ids))
        role = pack.roles[self._at] if ids else ""
        note = pack.note_on(role)
        self.role.put(role)
        self.brief.put(note.brief if ids else "")
        self.kin.put_lines(note.kin if ids else ())

    def add(self) -> bool:
        """Add a role and ask for its name."""
        if self.pack is None:
            return True
        row = str(len(self.pack.roles))
        self.row = row
        self.change(add_role, "roles", typing=False)
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)
        self.role.selectAll()
        return True

    def _remove(self, row: str) -> None:
        self.change(lambda pack: remove_role(pack, int(row)), "", typing=False)

    def _move(self, row: str, by: int) -> None:
        if self.pack is None:
            return
        at = int(row)
        self.row = str(min(max(at + by, 0), len(self.pack.roles) - 1))
        self.change(lambda pack: move_role(pack, at, by), "", typing=False)

    def _select(self, row: str) -> None:
        self.row = row
        if self.pack is not None:
            self.show_pack(self.pack)
        self.looked_at.emit()
