"""What comes from home after the workshop: a late position, or a word on a substitute's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.afterwards import confirm_mandate, correct_position, take_late_position
from facilitator.days import short_day
from facilitator.decision import CATEGORIES, CODES, Category, Code
from facilitator.events import Event
from facilitator.stages.values import Awaited
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import ChoiceField, InlineForm, LineField
from ui.theme.tokens import position_look

CONFIRMS, CORRECTS = "confirms", "corrects"
_POSITIONS: tuple[tuple[Code, str], ...] = tuple(
    (code, position_look(code).says) for code in CODES if code != "absent"
)
_WORDED = ("reservation", "stand_aside", "need_more", "object")
_ASKS = {
    "reservation": "Its reservation, word for word",
    "stand_aside": "What it is not bound by",
    "need_more": "Its question",
    "object": "Its reason, word for word",
}


class FromHomeForm(InlineForm):
    """One answer from home. `done` when it is recorded, or left; `grew` when it asks for more.

    For a mandate it is asked whether home confirms what was said; only if it does not, for the
    position that stands in its place and the reason, which is recorded with it.
    """

    done = Signal()
    grew = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Record it", parent)
        self._desk = desk
        self.awaited: Awaited | None = None
        self.answer = ChoiceField("Home says")
        self.answer.offer(((CONFIRMS, "We confirm it"), (CORRECTS, "We do not: correct it")))
        self.date = LineField("On which date", short_day(desk.today()))
        self.position = ChoiceField("Where it stands")
        self.position.offer(_POSITIONS)
        self.category = ChoiceField("What the objection is about")
        self.category.offer([("", "Choose one of the four"), *CATEGORIES.items()])
        self.text = LineField("In its own words")
        self.why = LineField("Why the position changes; the reason is recorded")
        self.add_line((self.date, 1), (self.answer, 2))
        self.add_line((self.position, 1), (self.category, 1))
        self.add_line((self.text, 1))
        self.add_line((self.why, 1))
        self.end_line()
        self.answer.currentIndexChanged.connect(self._show_parts)
        self.position.currentIndexChanged.connect(self._show_parts)
        self.kept.connect(self._keep)
        self.left.connect(self.done)

    def open_for(self, workshop: Workshop, awaited: Awaited) -> None:
        """For something that is awaited; today stands in the date."""
        self.awaited = awaited
        name = workshop.organisation_name(awaited.organisation)
        about = workshop.subject_name(awaited.subject)
        found = workshop.rounds[awaited.round].standing().get(awaited.organisation)
        mandate = awaited.kind == "mandate"
        said = position_look(found.code).says if found else ""
        self.say(
            f"{name} said “{said}” on {about}. Does it stand at home?"
            if mandate
            else f"{name} was not here: its position on {about}"
        )
        self.answer.choose(CONFIRMS)
        self.date.put(short_day(self._desk.minute()[:10]))
        self.position.choose(found.code if mandate and found else "agree")
        self.category.choose(found.category if mandate and found else "")
        self.text.put(found.text if mandate and found else "")
        self.why.put("")
        self.show_field(self.answer, mandate)
        self._show_parts()
        self.setFocusProxy(self.answer if mandate else self.position)

    def _show_parts(self) -> None:
        """Show what the answer and the position need, and nothing else."""
        mandate = self.awaited is not None and self.awaited.kind == "mandate"
        asked = not mandate or self.answer.chosen() == CORRECTS
        code = self.position.chosen()
        self.show_field(self.position, asked)
        self.show_field(self.category, asked and code == "object")
        self.show_field(self.text, asked and code in _WORDED)
        self.show_field(self.why, asked and mandate)
        self.rename(self.text, _ASKS.get(code, "In its own words"))
        self.grew.emit()

    def _keep(self) -> None:
        if self.awaited is not None and self._record(self.awaited) is not None:
            self.done.emit()

    def _record(self, awaited: Awaited) -> Event | None:
        do, about, who = self._desk.do, awaited.round, awaited.organisation
        date = iso_date(self.date.text())
        code = next(each for each, _ in _POSITIONS if each == self.position.chosen())
        text = self.text.text() if code in _WORDED else ""
        category: Category = next(
            (each for each in CATEGORIES if each == self.category.chosen()), ""
        )
        if awaited.kind == "late":
            return do(take_late_position, about, who, code, date, text, category)
        if self.answer.chosen() == CONFIRMS:
            return do(confirm_mandate, about, who, date)
        return do(correct_position, about, who, code, self.why.text(), date, text, category)
