"""The close of the purpose: a word each, and under it what happens next and who does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.days import short_day
from facilitator.guide import Stage, Step
from facilitator.next_steps import drop_next_step, name_next_step, owner_of
from facilitator.stages.purpose import adopted
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.field import CaptureField
from ui.stages.capture.page import CapturePage, people
from ui.stages.date_words import iso_date
from ui.stages.form_row import LineField
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.fonts import Typography
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import SectionLabel
from ui.widgets.notices import Notice

WORDS_KEYS = (
    ("Enter", "keep it"),
    ("@", "and a key: who said it"),
    ("Ctrl H", "hide or show in the room"),
    ("Ctrl U", "whose names go with it"),
)
KEYS = (("Enter", "keep it; in the list, correct it"), ("X", "in the list: take it off"))
COLUMNS = (Column("What", 5), Column("Who", 3), Column("By", 1.4))
_TALLEST, _DUE_WIDE = 116, 150


class NextSteps(QWidget):
    """One line for what happens next, with who does it by `@`; and the list of it.

    Unless it `insists`, nothing is said of Enter with nothing typed.
    """

    emptied = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        title: str = "What happens next",
        asks: str = "What happens next? End with @ and who does it",
        insists: bool = True,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._insists = insists
        self.editing = ""
        self._loaded = ("", "")
        self.field = CaptureField(asks, self, with_themes=False)
        self.field.kept.connect(lambda text, who, _theme, _new: self._keep(text, who))
        self.field.left.connect(self._clear)
        self.due = LineField("By when, if it is known", "By when, if known", self)
        self.due.setFixedSize(Typography.current().px(_DUE_WIDE), self.field.height())
        self.due.returnPressed.connect(self.field.keep)
        self.warning = Notice(self, by_escape=False)
        self.field.warned.connect(self._warn)
        self.table = KeyedTable("Next steps", ("X", "Del"), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(lambda _key, step: self._drop(step))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.due)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(SectionLabel(title, parent=self))
        head.addWidget(KeyHint(KEYS, self), 1)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self.warning)
        column.addWidget(self.table)
        self.setFocusProxy(self.field)
        QWidget.setTabOrder(self.field.line, self.due)
        QWidget.setTabOrder(self.due, self.table)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the list, and whom `@` can name."""
        self.field.offer_people(people(workshop))
        if self.editing and self.editing not in workshop.next_steps:
            # It is off the list: what was typed to correct it is kept, as a new one.
            self.editing = ""
            if self._typed() == self._loaded:
                self._clear()
        rows = [
            TableRow(
                each.id,
                (
                    Cell(each.text, bold=True),
                    Cell(owner_of(workshop, each)),
                    Cell(short_day(each.due), mute=True),
                ),
            )
            for each in workshop.next_steps.values()
        ]
        self.table.show_rows(COLUMNS, rows)
        self.table.setVisible(bool(rows))
        tall = min(self.table.sizeHint().height(), Typography.current().px(_TALLEST))
        self.table.setFixedHeight(tall)

    def _keep(self, text: str, who: str) -> None:
        if not (self._insists or self.editing or text.strip() or self.due.text().strip()):
            return
        due = iso_date(self.due.text(), self._desk.today())
        kept = self._desk.do(name_next_step, text, who, due, self.editing, today=self._desk.today())
        if kept is not None:
            self._clear()
            self.table.go_to(kept.id)
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.editing = ""
        self.field.clear()
        self.due.clear()

    def _typed(self) -> tuple[str, str]:
        return self.field.line.text(), self.due.text()

    def _warn(self, sentence: str) -> None:
        if sentence:
            self.warning.tell(sentence)
        else:
            self.warning.dismiss()

    def _correct(self, step: str) -> None:
        found = self._desk.workshop.next_steps.get(step)
        if found is None:
            return
        self.editing = step
        who = next((c for c in people(self._desk.workshop) if c.id == found.owner), None)
        self.field.fill(found.text, who)
        self.due.put(short_day(found.due))
        self._loaded = self._typed()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, step: str) -> None:
        if step:
            self._desk.do(drop_next_step, step)
        if not self.table.ids():
            self.emptied.emit()


class ClosePage(Page):
    """The closing words as cards, and the next steps under them."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.words = CapturePage(desk, stage, step, self)
        self.words.hints.show_keys(WORDS_KEYS)
        self.steps = NextSteps(desk, self)
        self.steps.emptied.connect(self.steps.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.words, 1)
        column.addWidget(self.steps)

    def begin(self) -> None:
        """Typing goes into the closing words."""
        self.words.begin()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the closing words, and what happens next."""
        self.words.bar.in_place = seen_instead(workshop)
        self.words.show_workshop(workshop)
        self.steps.show_workshop(workshop)


def seen_instead(workshop: Workshop) -> str:
    """What the room sees in the place of the closing words; nothing while it sees their cards."""
    if adopted(workshop) is not None:
        seen = "the purpose and what happens next" if workshop.next_steps else "the purpose"
        return f"The room sees {seen}, and how many closing words there are."
    return "The room sees what happens next, not the words." if workshop.next_steps else ""
