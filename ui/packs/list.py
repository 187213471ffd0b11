"""The list of packs: a line that narrows it, and a row for each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.attending.draft_places import passing
from ui.packs.shelf import Offered
from ui.packs.words import about
from ui.stages.keyed_table import KeyedTable
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import touches_on
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import PlainLabel

_COLUMNS = (Column("Scenario", 1.0), Column("It touches on", 1.0), Column("Length", 0.9))
KEYS = ("N", "E", "I", "S", "Del", "Esc", "/")


class _Rows(KeyedTable):
    """Scrolls by itself: the page around it stays as tall as the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Scenarios", KEYS, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as a handful of rows."""
        return QSize(400, Typography.current().px(220))


class PackList(QWidget):
    """`opened` with Enter on a row, `asked` with another key, `moved` when it is on another row."""

    opened = Signal(str)
    asked = Signal(str)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Offered, ...] = ()
        self.search = KeepLine("Search the scenarios", self, tall=36)
        passing(self.search.line)
        self.search.line.textChanged.connect(self._narrow)
        self.search.kept.connect(lambda _text: self.begin())
        self.search.left.connect(self.begin)
        self.search.stepped.connect(lambda _by: self.begin())
        self.table = _Rows(self)
        self.table.opened.connect(self.opened)
        self.table.asked.connect(self._asked)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self._nothing = PlainLabel("", self, colour=LIGHT.mute)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)

    def show_packs(self, offered: Sequence[Offered]) -> None:
        """Show these; the keyboard's row stays on the one that it was on."""
        self._offered = tuple(offered)
        self._narrow()

    def current(self) -> Offered | None:
        """The pack that the keyboard's row is on."""
        key = self.table.current_id()
        return next((each for each in self._offered if each.key == key), None)

    def go_to(self, key: str) -> None:
        """Go to a pack, also when the search had left it out."""
        if key not in self.table.ids():
            self.search.clear()
        self.table.go_to(key)

    def begin(self) -> None:
        """Put the keyboard on the rows; on the search line while it finds nothing."""
        found = self.table if self.table.ids() else self.search.line
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self, key: str, _row: str) -> None:
        if key == "/":
            self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.line.selectAll()
        else:
            self.asked.emit(key)

    def _narrow(self) -> None:
        wanted = self.search.text().casefold().split()
        before = self.table.current_id()
        shown = [each for each in self._offered if _fits(each, wanted)]
        self.table.show_rows(_COLUMNS, [_row(each) for each in shown])
        keys = [each.key for each in shown]
        if keys and self.table.current_id() not in keys:
            self.table.go_to(before if before in keys else keys[0])
        self._nothing.setText(f"No scenario has “{self.search.text()[:60]}” in it. Esc shows all.")
        self._nothing.setVisible(bool(wanted) and not shown)
        self.moved.emit()


def _fits(offered: Offered, wanted: list[str]) -> bool:
    pack = offered.pack
    words = [offered.title, offered.path.name if offered.path else "", about(offered)]
    if pack is not None and wanted:
        words += [pack.content_note, pack.situation, *pack.roles, *pack.stakes]
    told = " ".join(words).casefold()
    return all(word in told for word in wanted)


def _row(offered: Offered) -> TableRow:
    pack = offered.pack
    touches = pack.content_note if pack is not None and touches_on(pack) else ""
    cells = (
        Cell(offered.title, bold=True),
        Cell(touches, mute=True),
        Cell(about(offered), mute=offered.ready),
    )
    return TableRow(offered.key, cells)
