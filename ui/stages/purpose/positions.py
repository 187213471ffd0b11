"""Where every organisation stands on the statement, and adopting it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator import rounds
from facilitator.decision import AGREED
from facilitator.events import Event
from facilitator.guide import Stage, Step
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.stages.purpose import Draft
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.actions import Action
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.page import Page
from ui.stages.purpose.words import draft_in_hand, standing, words_of
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState
from ui.widgets.scroll_bar import CalmScrollBar

_TALLEST = 116


class _Statement(QScrollArea):
    """The words in question: as tall as they are, but never so tall that the ledger has no room."""

    def __init__(self, label: PlainLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.setAccessibleName("The statement in question")
        self.setWidget(label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        label.setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height that the words need, up to a few lines."""
        words = self._label.heightForWidth(max(self.viewport().width(), 200))
        self.setFixedHeight(max(0, min(words, Typography.current().px(_TALLEST))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other widths need other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class PositionsPage(Page):
    """The draft in hand, the ledger, and "Adopt" once the locked round agreed."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._draft: Draft | None = None
        self.statement = PlainLabel("", size=18, weight=600)
        self._statement_area = _Statement(self.statement, self)
        self.about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.other_button = QuietButton("Another draft", self)
        self.other_button.clicked.connect(self._another)
        self.ledger = PositionLedger(desk, self._open_round, self, arrange=self._arrange)
        self.empty = EmptyState(
            "No draft to take positions on",
            "Write the statement in the step before; the draft in hand comes here.",
            parent=self,
        )
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.other_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self._statement_area)
        column.addLayout(row)
        column.addWidget(self.ledger, 1)
        column.addStretch(0)

    def begin(self) -> None:
        """The keyboard goes to the first organisation without a position."""
        if self._draft is not None:
            self.ledger.begin()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the statement and where everybody stands on it."""
        found = self._draft = draft_in_hand(workshop, self.desk.focus.draft)
        self.empty.setVisible(found is None)
        for part in (self._statement_area, self.about, self.ledger):
            part.setVisible(found is not None)
        self.other_button.setVisible(len(self._choices(workshop)) > 1)
        if found is None:
            return
        self.statement.setText(found.text)
        self._statement_area.fit()
        about = (found.label, words_of(found), found.by, standing(found))
        self.about.setText(" · ".join(part for part in about if part))
        self.ledger.remark = self._remark(workshop, found)
        self.ledger.show_subject(workshop, found.id)

    def adopt(self) -> None:
        """Adopt the draft in hand as the group's purpose."""
        if self._draft is not None:
            self.desk.do(purpose.adopt, self._draft.id)

    def _arrange(self, workshop: Workshop, own: list[Action]) -> list[Action]:
        """Adopting comes first once the last round agreed; then nothing else is filled."""
        found = self._draft
        last = latest_round(workshop, found.id) if found else None
        if found is None or last is None or last.outcome() not in AGREED:
            return own
        quiet = [Action(each.label, each.act, each.keys) for each in own]
        if found.verdict == "adopted":
            return quiet
        return [Action(f"Adopt {found.label}", self.adopt, primary=True), *quiet]

    @staticmethod
    def _remark(workshop: Workshop, found: Draft) -> str:
        """What is still missing before the draft can be adopted."""
        last = latest_round(workshop, found.id)
        if found.verdict == "adopted":
            return f"{found.label} is the purpose of this group."
        if last is None:
            return f"To adopt {found.label}, take a round of positions and lock it."
        if not last.is_open and last.outcome() not in AGREED:
            return f"{found.label} is not adopted. Revise it, or ask again in another round."
        return ""

    def _open_round(self) -> Event | None:
        found = self._draft
        if found is None:
            return None
        return self.desk.do(rounds.open_round, found.id, found.text)

    @staticmethod
    def _choices(workshop: Workshop) -> list[str]:
        return [d.id for d in workshop.drafts.values() if d.verdict in ("", "adopted")]

    def _another(self) -> None:
        """Take the next draft that is not put aside in hand."""
        choices = self._choices(self.desk.workshop)
        here = choices.index(self._draft.id) if self._draft and self._draft.id in choices else -1
        self.desk.focus_on(draft=choices[(here + 1) % len(choices)])
        self.show_workshop(self.desk.workshop)
        self.ledger.begin()
