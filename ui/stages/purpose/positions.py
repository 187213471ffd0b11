"""Where every organisation stands on the statement, adopting it, and who will defend it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator import rounds
from facilitator.decision import AGREED
from facilitator.events import Event
from facilitator.guide import Stage, Step
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.stages.purpose import MOST_WORDS, QUESTIONS_BEFORE, Draft, unanswered
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.actions import Action
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.page import Page
from ui.stages.purpose.asking import AnotherBoardPanel, Panel, StopsPanel
from ui.stages.purpose.defending import DefencePanel
from ui.stages.purpose.words import (
    another_board_in_short,
    defence_in_short,
    draft_in_hand,
    named,
    standing,
    stops_in_short,
    words_of,
)
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState
from ui.widgets.scroll_bar import CalmScrollBar

_TALLEST = 116
_LEAST = 50
"""Pixels of the statement that stay where a form needs the room: its first two lines."""


class _Statement(QScrollArea):
    """The words in question: as tall as they are, but never so tall that the ledger has no room.

    Where a form under the ledger needs room they shrink to two lines, and scroll.
    """

    def __init__(self, label: PlainLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._tall = 0
        self._gives_way = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
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
        tall = max(0, min(words, Typography.current().px(_TALLEST)))
        if tall != self._tall:
            self._tall = tall
            self._take_height()

    def give_way(self, gives_way: bool) -> None:
        """Whether it may shrink, because words are asked for under it."""
        if gives_way != self._gives_way:
            self._gives_way = gives_way
            self._take_height()

    def _take_height(self) -> None:
        least = Typography.current().px(_LEAST) if self._gives_way else self._tall
        self.setMinimumHeight(min(self._tall, least))
        self.setMaximumHeight(self._tall)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the words."""
        return QSize(super().sizeHint().width(), self._tall)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other widths need other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class PositionsPage(Page):
    """The draft in hand, and under it one thing at a time: the ledger, or a question about it.

    Once the locked round agreed, the filled button leads on: would another board sign this, what
    would we have to stop, "Adopt", who will defend it outside. What is being asked is `asking` in
    the desk's focus, so that the room's screen asks it too.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._draft: Draft | None = None
        self.statement = PlainLabel("", size=18, weight=600)
        self._statement_area = _Statement(self.statement, self)
        self.about = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.other_button = QuietButton("Another draft", self)
        self.other_button.gives_arrows = True
        self.other_button.clicked.connect(self._another)
        self.ledger = PositionLedger(desk, self._open_round, self, arrange=self._arrange)
        self.ledger.editor.came_or_went.connect(self._statement_area.give_way)
        self.another_board = AnotherBoardPanel(desk, self)
        self.stops = StopsPanel(desk, self)
        self.defence = DefencePanel(desk, self)
        self._panels: dict[str, Panel] = {
            "another_board": self.another_board,
            "stops": self.stops,
            "defend": self.defence,
        }
        for panel in self._panels.values():
            panel.left.connect(self._answered)
        desk.refused.connect(self._refused)
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
        for panel in self._panels.values():
            column.addWidget(panel, 1)
        column.addStretch(0)

    def begin(self) -> None:
        """The keyboard goes to what is asked, or to the first organisation without a position."""
        if self._draft is None:
            return
        panel = self._panels.get(self.desk.focus.asking)
        if panel is not None:
            panel.begin()
        else:
            self.ledger.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key of the ledger works from the whole page while the ledger is on it."""
        if self.ledger.isHidden() or not self.ledger.take_key(event):
            super().keyPressEvent(event)

    def leave(self) -> bool:
        """Leave the question about the draft, or what the ledger asks."""
        if self.desk.focus.asking not in self._panels:
            return self.ledger.leave_question()
        self._answered()
        return True

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the statement and where everybody stands on it."""
        found = self._draft = draft_in_hand(workshop, self.desk.focus.draft)
        self.empty.setVisible(found is None)
        asking = self.desk.focus.asking if found else ""
        self._statement_area.setVisible(found is not None)
        self.about.setVisible(found is not None)
        self.ledger.setVisible(found is not None and asking not in self._panels)
        for name, panel in self._panels.items():
            if found is not None:
                panel.show_draft(found)
            panel.setVisible(name == asking)
        self.other_button.setVisible(len(self._choices(workshop)) > 1 and not asking)
        if found is None:
            return
        self.statement.setText(found.text)
        self._statement_area.fit()
        about = (named(workshop, found), words_of(found), found.by, standing(found))
        self.about.setText(" · ".join(part for part in about if part))
        self.ledger.remark = self._remark(workshop, found)
        self.ledger.show_subject(workshop, found.id)

    def adopt(self) -> None:
        """Adopt the draft in hand as the group's purpose."""
        if self._draft is not None:
            self.desk.do(purpose.adopt, self._draft.id)

    def ask(self, question: str) -> None:
        """Ask the room something about the draft: "another_board", "stops" or "defend"."""
        if self._draft is None:
            return
        self.desk.focus_on(draft=self._draft.id, asking=question)
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _answered(self) -> None:
        """Go back to the ledger; the keyboard goes to what leads on from here."""
        self.desk.focus_on(asking="")
        self.show_workshop(self.desk.workshop)
        primary = self.ledger.action_row.labels()[:1]
        if primary and self._agreed(self.desk.workshop):
            self.ledger.action_row.button(primary[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ledger.begin()

    def _refused(self, _reason: str, offer: str) -> None:
        """A draft that may not be adopted yet is asked what is missing."""
        if offer in QUESTIONS_BEFORE and self.isVisible():
            self.ask(offer)

    def _arrange(self, workshop: Workshop, own: list[Action]) -> list[Action]:
        """What leads on comes first once the last round agreed; then nothing else is filled."""
        found = self._draft
        if found is None:
            return own
        asked = [self._question(found, each) for each in QUESTIONS_BEFORE]
        if found.verdict == "adopted":
            asked.append(self._question(found, "defend"))
        if not self._agreed(workshop):
            return [*own, *asked]
        missing = unanswered(found)
        lead = None
        if found.verdict == "adopted":
            lead = asked.pop() if self._somebody_to_hear(workshop, found) else None
        elif found.words > MOST_WORDS:
            pass  # The remark says what to do; nothing here leads on.
        elif missing:
            lead = asked.pop(list(QUESTIONS_BEFORE).index(missing[0]))
        else:
            lead = Action(f"Adopt {found.label}", self.adopt)
        first = [Action(lead.label, lead.act, lead.keys, primary=True)] if lead else []
        quiet = [Action(each.label, each.act, each.keys) for each in own]
        return [*first, *asked, *quiet]

    def _question(self, found: Draft, question: str) -> Action:
        """A question as a button: what it asks, or what was answered."""
        match question:
            case "another_board":
                label = another_board_in_short(found)
            case "stops":
                label = stops_in_short(found)
            case _:
                label = defence_in_short(self.desk.workshop, found)
        return Action(label, lambda: self.ask(question))

    def _agreed(self, workshop: Workshop) -> bool:
        last = latest_round(workshop, self._draft.id) if self._draft else None
        return last is not None and last.outcome() in AGREED

    def _somebody_to_hear(self, workshop: Workshop, found: Draft) -> bool:
        here = workshop.present_at(self.desk.minute())
        waiting = [o for o in workshop.organisations if o not in found.defences]
        return any(here is None or o in here for o in waiting)

    def _remark(self, workshop: Workshop, found: Draft) -> str:
        """What is still missing before the draft can be adopted, and what its answers may mean."""
        last = latest_round(workshop, found.id)
        if found.verdict == "adopted":
            return f"{found.label} is the purpose of this group."
        if found.words > MOST_WORDS:
            over = found.words - MOST_WORDS
            return (
                f"{found.label} has {found.words} words, and a purpose fifty or fewer. Cut {over} "
                "in the step before, then ask about the shorter one."
            )
        if last is None:
            return f"To adopt {found.label}, take a round of positions and lock it."
        if not last.is_open and last.outcome() not in AGREED:
            return f"{found.label} is not adopted. Revise it, or ask again in another round."
        if found.another_board is not None and found.another_board.would_sign:
            return (
                "Another board would sign it: then it is not ours alone. Draft again, or adopt "
                "all the same."
            )
        if found.nothing_to_stop:
            return (
                "With nothing to stop, nothing may change. Which meeting, budget line or habit? "
                "Or adopt all the same."
            )
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
