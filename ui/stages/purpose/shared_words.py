"""The words we share: each with its agreed use, corrected, taken off, or put into the car park."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.understanding import (
    MOST_TERMS,
    Term,
    agree_term,
    drop_term,
    find_term,
    park_term,
)
from facilitator.wording import shortened
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.ask_once import AskOnce
from ui.stages.form_row import InlineForm, LineField
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import OneLine, PlainLabel
from ui.widgets.notices import EmptyState

KEYS = (
    ("Enter", "keep it; in the list, correct it"),
    ("P", "in the list: park it"),
    ("X", "take it off"),
    ("Esc", "leave the correction"),
)
COLUMNS = (Column("Word", 2), Column("How we use it", 5))
_QUOTED = 40
_FIGURES = ("no", "one", "two", "three", "four", "five", "six")


def count_words(count: int) -> str:
    """How many words are agreed, against the six that the agenda suggests."""
    if count <= MOST_TERMS:
        return f"{count} of {_FIGURES[MOST_TERMS]} agreed"
    over = count - MOST_TERMS
    more = _FIGURES[over] if over < len(_FIGURES) else str(over)
    return f"{count} agreed, {more} more than the agenda suggests"


class TermForm(InlineForm):
    """A word and its use: in two fields, or in the first alone as "people: everyone here"."""

    park_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep it", parent)
        self.editing = ""
        self._loaded = ("", "")
        self.term = LineField("The word", "people: everyone who lives here")
        self.use = LineField("How we will use it", "The use on which we agree")
        self.park_button = QuietButton("Park it", self)
        self.park_button.clicked.connect(self.park_asked)
        self.add_button(self.park_button)
        self.end_line((self.term, 2), (self.use, 3))
        self.setFocusProxy(self.term)
        self.clear()

    def words(self) -> tuple[str, str]:
        """The word and its use as they are typed; a colon in the first field parts the two."""
        term, use = self.term.text().strip(), self.use.text().strip()
        if ":" in term and not use:
            term, use = (part.strip() for part in term.split(":", 1))
        # Who types the colon and then goes on to the other field has not put it into the word.
        return term.removesuffix(":").rstrip(), use

    def clear(self) -> None:
        """Empty, for the next word."""
        self.term.clear()
        self.use.clear()
        self.begin_anew()

    def let_go(self) -> None:
        """The word that is corrected is off the list: what was typed is kept, as a new one."""
        if (self.term.text(), self.use.text()) == self._loaded:
            self.clear()
        else:
            self.begin_anew()

    def begin_anew(self) -> None:
        """What stands in the fields is a new word."""
        self.editing = ""
        self.say("")
        self.leave_button.hide()
        self.park_button.show()

    def load(self, term: Term) -> None:
        """Fill it with a word on the list, to correct it."""
        self.editing = term.id
        self.term.put(term.term)
        self.use.put(term.use)
        self._loaded = (self.term.text(), self.use.text())
        self.say("Correct the word or its use")
        self.leave_button.show()
        self.park_button.hide()
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)
        self.use.selectAll()


class SharedWordsPage(Page):
    """One word at a time in the form, and the list under it.

    The seventh word is asked about, not refused: park it, or go on.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.count = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.form = TermForm(self)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._again)
        self.form.park_asked.connect(self._park_typed)
        self.question = AskOnce(self, calm=True)
        self.question.closed.connect(self.begin)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Words we share", ("P", "X", "Del"), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(self._take_off)
        self.earlier = OneLine("", self, size=12.5, colour=LIGHT.mute)
        self.empty = EmptyState(
            "No word is agreed yet",
            "Type a word that means different things here, a colon, and how you will use it; then "
            "press Enter. Where you do not settle on a use, park it.",
            parent=self,
        )
        above = (self.count, self.form, self.question, self.hints, self.earlier)
        self.stack(*above, table=self.table, empty=self.empty)

    def begin(self) -> None:
        """Typing goes into the word."""
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every word with its use, and how many there are."""
        if self.form.editing and self.form.editing not in workshop.terms:
            self.form.let_go()
        terms = workshop.terms
        self.table.show_rows(
            COLUMNS,
            [TableRow(t.id, (Cell(t.term, bold=True), Cell(t.use))) for t in terms.values()],
        )
        self.table.setVisible(bool(terms))
        self.empty.setVisible(not terms)
        self.count.setText(count_words(len(terms)))
        # Cards that were kept in this step before it had a list of its own.
        before = [c.text for c in workshop.cards(self.stage.id, self.step.question) if not c.parked]
        self.earlier.setText(f"Also written down: {' · '.join(before)}" if before else "")
        self.earlier.setVisible(bool(before))

    def _keep(self) -> None:
        (term, use), editing = self.form.words(), self.form.editing
        if term and not use and self.form.term.hasFocus():
            self.form.use.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        terms = self.desk.workshop.terms
        same = find_term(self.desk.workshop, term)
        if use and same is not None and same.id != editing:
            self.question.ask(
                f"“{shortened(same.term, _QUOTED)}” is on the list, "
                f"as “{shortened(same.use, _QUOTED)}”. Put the new use in its place?",
                "Correct it",
                lambda: self._agree(term, use, same.id),
            )
        elif term and use and not editing and len(terms) == MOST_TERMS:
            self.question.ask(
                "Six words are agreed, as many as the agenda suggests. "
                f"Park “{shortened(term, _QUOTED)}” for another day, or go on with a seventh?",
                "Park it",
                lambda: self._park(term, use),
                other=("Go on", lambda: self._agree(term, use)),
            )
        else:
            self._agree(term, use, editing)

    def _agree(self, term: str, use: str, term_id: str = "") -> None:
        kept = self.desk.do(agree_term, term, use, term_id)
        if kept is not None:
            self._again()
            self.table.go_to(kept.id)

    def _park_typed(self) -> None:
        self._park(*self.form.words())

    def _park(self, term: str, use: str) -> None:
        if self.desk.do(park_term, term, use) is not None:
            self._again()

    def _again(self) -> None:
        self.form.clear()
        self.begin()

    def _correct(self, term: str) -> None:
        found = self.desk.workshop.terms.get(term)
        if found is not None:
            self.form.load(found)

    def _take_off(self, key: str, term: str) -> None:
        if not term:
            return
        if key == "P":
            self.desk.do(park_term, "", term_id=term)
        else:
            self.desk.do(drop_term, term)
        if not self.table.ids():
            self.begin()
