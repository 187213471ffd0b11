"""Where an organisation stands, word for word, in a round that is open in this copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator import rounds
from facilitator.decision import CATEGORIES, Category, Code
from facilitator.rounds import NEEDED, Round
from ui.desk import Desk
from ui.stages.form_row import ChoiceField, InlineForm, LineField
from ui.theme.tokens import position_look

# What needs words comes first: that is what a note-taker is there for.
_CODES: tuple[Code, ...] = (
    "reservation",
    "stand_aside",
    "need_more",
    "object",
    "agree",
    "abstain",
    "absent",
)


class PositionForm(InlineForm):
    """An organisation, its position and its words. `done` when it is kept or left."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Keep it", parent)
        self._desk = desk
        self._round = ""
        self.who = ChoiceField("Who", self)
        self.code = ChoiceField("Where they stand", self)
        self.words = LineField("In their words", "word for word", self)
        self.category = ChoiceField("About", self)
        self.code.offer([(code, position_look(code).says) for code in _CODES])
        self.category.offer([("", "Choose"), *CATEGORIES.items()])
        self.code.choose("reservation")
        self.code.currentIndexChanged.connect(lambda _: self._fit())
        self.add_line((self.who, 2), (self.code, 3), (self.category, 2))
        self.end_line((self.words, 1))
        self.kept.connect(self._keep)
        self.left.connect(self._leave)
        self.hide()
        self._fit()

    def ask(self, about: Round) -> None:
        """Ask for a position in this round."""
        self._round = about.id
        workshop = self._desk.workshop
        self.who.offer([(o.id, o.short) for o in workshop.organisations.values()])
        self.say(f"Round {about.number}: where somebody stands, word for word")
        self.show()
        self.who.setFocus()

    def _fit(self) -> None:
        code = self.code.chosen()
        self.show_field(self.category, code == "object")
        self.show_field(self.words, code in NEEDED)

    def _keep(self) -> None:
        code = next(c for c in _CODES if c == self.code.chosen())
        about = self.category.chosen()
        category: Category = next((c for c in CATEGORIES if c == about and code == "object"), "")
        text = self.words.text() if code in NEEDED else ""
        taken = self._desk.do(
            rounds.take_position, self._round, self.who.chosen(), code, text, category
        )
        if taken is not None:
            self._leave()

    def _leave(self) -> None:
        self.words.put("")
        self.code.choose("reservation")
        self.hide()
        self.done.emit()
