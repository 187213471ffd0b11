"""After a decision was put: the reasons for it, and who says it in public."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.stages.rehearsal.deciding import name_speaker, put_decision
from facilitator.stages.rehearsal.state import Decision, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import Choice
from ui.stages.rehearsal.fields import KeepLine, NameLine
from ui.stages.rehearsal.words import in_hand, roles


class AfterDeciding(QWidget):
    """Two lines beside each other; Enter keeps each. What was kept stands in them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[str, str, str] = ("", "", "")
        self.why = KeepLine("Why? The reasons, in a sentence", self, chip="because", tall=40)
        self.speaker = NameLine("Who says it in public?", self, chip="says it", tall=40)
        self.why.kept.connect(self._keep_reasons)
        self.speaker.kept.connect(self._keep_speaker)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.why, 3)
        row.addWidget(self.speaker, 2)

    def show_decision(self, workshop: Workshop, found: Rehearsal, put: Decision) -> None:
        """Show what is kept of this decision; words that are being typed stay."""
        choices = [Choice(role, role, "", "a role") for role in roles(found)]
        choices += [
            Choice(each.id, each.name, each.short, "an organisation")
            for each in workshop.organisations.values()
        ]
        self.speaker.offer(choices)
        before, self._shown = self._shown, (put.id, put.reasons, put.speaker)
        if self._shown[:2] != before[:2]:
            self.why.put(put.reasons)
        if (put.id, put.speaker) != (before[0], before[2]):
            self.speaker.choose(put.speaker)

    def _keep_reasons(self, text: str) -> None:
        found, put = self._decision()
        if found is not None and put is not None and text != put.reasons:
            about = (found.id, put.point, put.minute, put.text, text, put.option)
            self._desk.do(put_decision, *about, decision_id=put.id)

    def _keep_speaker(self, speaker: str) -> None:
        found, put = self._decision()
        if found is not None and put is not None and speaker != put.speaker:
            self._desk.do(name_speaker, found.id, put.id, speaker)

    def _decision(self) -> tuple[Rehearsal | None, Decision | None]:
        found = in_hand(self._desk.workshop, self._desk.focus)
        return found, found.decisions.get(self._shown[0]) if found else None
