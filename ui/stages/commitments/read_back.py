"""Reading commitments back: one large, all of them under it, and how each stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.days import short_day
from facilitator.guide import Stage, Step
from facilitator.stages.commitments import Commitment, Progress, report
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.commitments.form import CommitmentForm
from ui.stages.commitments.list import COLUMNS, commitment_rows
from ui.stages.commitments.words import owner_words
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Eyebrow, PlainLabel
from ui.widgets.notices import EmptyState

STATUS_KEYS: dict[str, Progress] = {"T": "on_track", "R": "at_risk", "L": "late", "D": "done"}
KEYS = (
    ("↓", "next"),
    ("T", "on track"),
    ("R", "at risk"),
    ("L", "late"),
    ("D", "done"),
    ("Enter", "correct it"),
)
_LONGEST_READ = 400


class ReadBackPage(Page):
    """The commitment of the list's row stands large above it, for its owner to read aloud."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.place = Eyebrow(parent=self)
        self.words = PlainLabel("", self, size=23, weight=700)
        self.terms = PlainLabel("", self, size=16, colour=LIGHT.mute)
        self.form = CommitmentForm(desk, self)
        self.form.hide()
        self.form.done.connect(self._done)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Commitments, in the order of reading", tuple(STATUS_KEYS), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(self._report)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.empty = EmptyState(
            "Nothing to read back yet",
            "Commitments are made in the steps before this one. Go back to write the first.",
            parent=self,
        )
        head = (self.place, self.words, self.terms, self.form, self.hints)
        self.stack(*head, table=self.table, empty=self.empty, spacing=8)

    def begin(self) -> None:
        """The keyboard goes to the list, at its first row."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the list, and the commitment that is being read."""
        rows = commitment_rows(workshop)
        self.table.show_rows(COLUMNS, rows)
        self.form.offer(workshop)
        if rows and not self.table.current_id():
            self.table.go_to(rows[0].id)
        for part in (self.table, self.hints):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_current()

    def _show_current(self) -> None:
        commitments = self.desk.workshop.commitments
        found = commitments.get(self.table.current_id())
        for part in (self.place, self.words, self.terms):
            part.setVisible(found is not None and self.form.isHidden())
        if found is None:
            return
        at = list(commitments).index(found.id) + 1
        self.place.setText(f"Being read · {at} of {len(commitments)}")
        cut = len(found.text) > _LONGEST_READ
        self.words.setText(found.text[:_LONGEST_READ] + "…" if cut else found.text)
        self.terms.setText(self._terms(found))

    def _terms(self, commitment: Commitment) -> str:
        who = owner_words(self.desk.workshop, commitment)
        said = f"{who}, by {short_day(commitment.due)}. How we will know: {commitment.measure}."
        if commitment.authority:
            said += f" Needs the leave of: {commitment.authority}."
        return said[: _LONGEST_READ * 2]

    def _report(self, key: str, commitment: str) -> None:
        if commitment:
            today = self.desk.minute()[:10]
            self.desk.do(report, commitment, today, STATUS_KEYS[key])

    def _correct(self, commitment: str) -> None:
        found = self.desk.workshop.commitments.get(commitment)
        if found is not None:
            self.form.show()
            self.form.load(found)
            self._show_current()

    def _done(self, _commitment: str) -> None:
        self.form.hide()
        self._show_current()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
