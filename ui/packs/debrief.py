"""The debrief of a pack: the four phases, each with its minutes and its questions."""

from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.guide import DebriefPhase, ScenarioPack
from facilitator.guide.scenario import PHASES
from ui.packs.changing import Change, change_phase
from ui.packs.fields import Fields, ListField
from ui.packs.history import Spot
from ui.packs.section import Section
from ui.stages.form_row import NumberField

_MOST_MINUTES = 60
_ABOUT = {
    "Feel": "what it was like, before anything is explained",
    "Retrace": "what we did, in order",
    "Strain": "which value held, bent or broke, and when",
    "Change": "what we will change on paper",
}


class DebriefSection(Section):
    """Feel, retrace, strain, change: always these four, in this order."""

    name = "debrief"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes: dict[str, NumberField] = {}
        self._questions: dict[str, ListField] = {}
        form = Fields(self)
        for phase in PHASES:
            questions = ListField(f"Questions to {phase.lower()}", self)
            minutes = NumberField(f"Minutes to {phase.lower()}", 1, _MOST_MINUTES, "", self)
            self._questions[phase], self._minutes[phase] = questions, minutes
            form.add_line((questions, 5), (minutes, 1), note=f"{_ABOUT[phase]}; one a line")
            self.on_words(questions, partial(_asks, phase), f"{phase}:questions")
            minutes.valueChanged.connect(partial(self._minutes_changed, phase))
        self.column.addWidget(form)
        self.column.addStretch(1)

    def fields(self) -> dict[str, QWidget]:
        """The fields by phase and name."""
        found: dict[str, QWidget] = {}
        for phase in PHASES:
            found[f"{phase}:questions"] = self._questions[phase]
            found[f"{phase}:minutes"] = self._minutes[phase]
        return found

    def go_to(self, spot: Spot) -> None:
        """Put the keyboard on a phase: its questions, or its minutes."""
        field = spot.field if ":" in spot.field else f"{spot.row}:{spot.field or 'questions'}"
        super().go_to(Spot(self.name, "", field))

    def show_all(self, pack: ScenarioPack) -> None:
        """Show the four phases."""
        for phase in PHASES:
            asked = _phase(pack, phase)
            self._questions[phase].put_lines(asked.questions)
            self._minutes[phase].setValue(asked.minutes)

    def _minutes_changed(self, phase: str, minutes: int) -> None:
        self.change(lambda pack: change_phase(pack, phase, minutes=minutes), f"{phase}:minutes")


def _phase(pack: ScenarioPack, phase: str) -> DebriefPhase:
    same = (each for each in pack.debrief if each.phase.casefold() == phase.casefold())
    return next(same, DebriefPhase(phase=phase, minutes=9, questions=()))


def _asks(phase: str, questions: tuple[str, ...]) -> Change:
    return lambda pack: change_phase(pack, phase, questions=questions)
