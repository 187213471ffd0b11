"""The list of what has to be put right in a pack, and of what would make it play better."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.guide import Fault, Remark, ScenarioPack, faults_of, remarks
from facilitator.guide.lines import Place
from ui.packs.history import Spot
from ui.packs.words import counted, said
from ui.stages.keyed_table import KeyedTable
from ui.theme.fonts import Typography
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import SectionLabel

_COLUMNS = (Column("", 0.42), Column("What", 1.6))
_STORY = frozenset(
    (
        "title",
        "content_note",
        "situation",
        "facts",
        "stakes",
        "dilemmas",
        "accountability_limits",
        "observer_tasks",
        "check_in_before",
        "check_in_after",
    )
)


class _Rows(KeyedTable):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("What is missing", (), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few rows; it scrolls."""
        return QSize(300, Typography.current().px(150))


class Checks(QWidget):
    """Faults first, remarks after them. Enter or a click on one goes to its field: `wanted`."""

    wanted = Signal(object)

    def __init__(self, play: range, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play = play
        self._pack: ScenarioPack | None = None
        self._places: dict[str, Place] = {}
        self.label = SectionLabel("What is missing", parent=self)
        self.table = _Rows(self)
        self.table.opened.connect(self._go)
        self.table.clicked.connect(lambda index: self._go(self.table.ids()[index.row()]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(self.table, 1)

    def show_pack(self, pack: ScenarioPack) -> int:
        """Show what is wrong with a pack and what it misses; how many faults it has."""
        self._pack = pack
        faults = faults_of(pack)
        better = remarks(pack, self._play)
        found: list[Fault | Remark] = [*faults, *better]
        rows = []
        self._places = {}
        for number, each in enumerate(found):
            must = number < len(faults)
            self._places[str(number)] = each.at
            kind = Cell("to mend", bold=True) if must else Cell("to think of", mute=True)
            rows.append(TableRow(str(number), (kind, Cell(said(each), bold=must))))
        if not rows:
            rows = [TableRow("", (Cell(""), Cell("Nothing. This pack is ready to be played.")))]
        self.table.show_rows(_COLUMNS, rows)
        parts = [f"{len(faults)} to mend"] if faults else []
        parts += [f"{len(better)} to think of"] if better else []
        self.label.show_text("What is missing", ", ".join(parts))
        return len(faults)

    def first(self) -> Spot | None:
        """Where the first fault or remark is."""
        place = self._places.get("0")
        return spot_of(self._pack, place) if place is not None and self._pack else None

    def _go(self, row: str) -> None:
        place = self._places.get(row)
        if place is not None and self._pack is not None:
            self.wanted.emit(spot_of(self._pack, place))


def missing_words(faults: int) -> str:
    """ "2 things have to be put right first."."""
    have = "has" if faults == 1 else "have"
    return f"{counted(faults, 'thing')} {have} to be put right first"


def spot_of(pack: ScenarioPack, at: Place) -> Spot:
    """Where in the form a place of the pack is."""
    section = str(at[0]) if at else "story"
    number = at[1] if len(at) > 1 and isinstance(at[1], int) else None
    field = str(at[2]) if len(at) > 2 else ""
    if section in _STORY:
        return Spot("story", "", section)
    if section == "role_notes" and number is not None:
        role = pack.role_notes[number].role
        places = [str(n) for n, each in enumerate(pack.roles) if each == role]
        return Spot("roles", places[0] if places else "", field)
    if section == "roles":
        return Spot("roles", "" if number is None else str(number), "roles")
    if section == "injects":
        return Spot("injects", _id(pack.injects, number), field)
    if section == "decision_points":
        return _decision(pack, number, at)
    if section == "debrief":
        phase = at[1] if len(at) > 1 and isinstance(at[1], str) else ""
        if number is not None and number < len(pack.debrief):
            phase = pack.debrief[number].phase.capitalize()
        return Spot("debrief", phase or "Feel", field)
    return Spot("story", "", "title")


def _decision(pack: ScenarioPack, number: int | None, at: Place) -> Spot:
    row = _id(pack.decision_points, number)
    field = str(at[2]) if len(at) > 2 else ""
    if number is None or field != "options" or len(at) < 5:
        return Spot("decision_points", row, field)
    part = pack.decision_points[number].options[int(at[3])].id
    return Spot("decision_points", row, str(at[4]), part)


def _id(rows: tuple[object, ...], number: int | None) -> str:
    return str(getattr(rows[number], "id", "")) if number is not None else ""
