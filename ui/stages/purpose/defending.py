"""Who will defend the statement outside, organisation by organisation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator import statement
from facilitator.stages.purpose import Draft
from facilitator.statement import Defence
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import KeyedTable
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.asking import Panel
from ui.stages.purpose.words import DEFEND, defence_in_words
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

_COLUMNS = (
    Column("Organisation", 200),
    Column("Will defend it outside", 170),
    Column("What keeps it", 440),
)
_KEYS = (
    ("Y", "will"),
    ("N", "not yet, and why"),
    ("A", "everybody else here will"),
    ("↑ ↓", "organisation"),
    ("Esc", "back"),
)


class DefencePanel(Panel):
    """A row for each organisation. Y and N answer for the one in hand, A for all the others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(DEFEND, parent)
        self._desk = desk
        self.counts = PlainLabel("", self, size=14, weight=600)
        self.table = KeyedTable(DEFEND, "YNA", self)
        self.table.asked.connect(self._key)
        self.table.opened.connect(self._ask_why)
        self.ask = AskLine(self)
        self.ask.closed.connect(self._back)
        # Quiet: nobody is to be nudged into promising it.
        self.all_button = QuietButton("Everybody else here will", self)
        self.all_button.clicked.connect(self.all_others)
        self.done_button = QuietButton("Done", self)
        self.done_button.clicked.connect(self.left)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.ask)
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.all_button)
        row.addWidget(self.done_button)
        row.addStretch(1)
        self.column.addWidget(self._foot)
        self.column.addWidget(KeyHint(_KEYS, self))
        self.column.addStretch(0)

    def show_draft(self, draft: Draft) -> None:
        """Show what every organisation has said."""
        if draft.id != self.draft:
            self.ask.leave()
        super().show_draft(draft)
        workshop = self._desk.workshop
        here = workshop.present_at(self._desk.minute())
        waiting = [o for o in _unheard(workshop, draft) if here is None or o in here]
        self.counts.setText(defence_in_words(workshop, draft) or "Nobody has said yet.")
        before = self.table.current_id()
        self.table.show_rows(_COLUMNS, _rows(workshop, draft, here))
        self.table.go_to(self.table.current_id() or before)
        self.all_button.setVisible(bool(waiting))

    def begin(self) -> None:
        """The keyboard goes to the first organisation that has not said."""
        draft = self._desk.workshop.drafts[self.draft]
        waiting = _unheard(self._desk.workshop, draft)
        self.table.go_to(next(iter(waiting), self.table.current_id()))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def all_others(self) -> None:
        """Record that everybody here who has not said will defend it."""
        self._desk.do(statement.all_will_defend, self.draft, self._desk.minute())
        self.begin()

    def _key(self, key: str, organisation: str) -> None:
        if key == "A":
            self.all_others()
        elif organisation and key == "Y":
            if self._desk.do(statement.say_defence, self.draft, organisation, True) is not None:
                self._go_on(organisation)
        elif organisation:
            self._ask_why(organisation)

    def _ask_why(self, organisation: str) -> None:
        """Ask what keeps an organisation from it: that is kept in its own words."""
        said = self._desk.workshop.drafts[self.draft].defences.get(organisation)
        name = self._desk.workshop.organisation_name(organisation)
        short = name if len(name) <= 40 else f"{name[:39]}…"

        def answer(words: str, _choice: object) -> bool:
            done = self._desk.do(statement.say_defence, self.draft, organisation, False, words)
            if done is not None:
                self._go_on(organisation)
            return done is not None

        # One thing at a time: while words are asked for, there is nothing else to press.
        self._foot.hide()
        self.ask.ask(f"What keeps {short} from it?", answer, words=said.text if said else "")
        self.table.scrollTo(self.table.currentIndex())

    def _go_on(self, organisation: str) -> None:
        """To the next one that has not said; where all have, the keyboard stays."""
        order = self.table.ids()
        at = order.index(organisation) + 1 if organisation in order else 0
        waiting = _unheard(self._desk.workshop, self._desk.workshop.drafts[self.draft])
        self.table.go_to(next((o for o in order[at:] + order[:at] if o in waiting), organisation))

    def _back(self) -> None:
        self._foot.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _unheard(workshop: Workshop, draft: Draft) -> list[str]:
    return [o for o in workshop.organisations if o not in draft.defences]


def _rows(workshop: Workshop, draft: Draft, here: set[str] | None) -> list[TableRow]:
    made = []
    for each in workshop.organisations.values():
        away = here is not None and each.id not in here
        said = draft.defences.get(each.id)
        name = f"{each.short} · not here" if away else each.short
        made.append(
            TableRow(
                each.id,
                (
                    Cell(name, mute=away),
                    Cell(_answer(said), bold=True),
                    Cell(said.text if said else ""),
                ),
            )
        )
    return made


def _answer(said: Defence | None) -> str:
    if said is None:
        return ""
    return "✓  will" if said.will else "–  not yet"
