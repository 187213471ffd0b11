"""Accepting a change: how it changes its target, where nobody has said so yet, in which words."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.changing import accept_change, ways_for
from facilitator.stages.rehearsal.state import Change, ChangeKind
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.changing.ways import way_choices, words_of_change, words_to_begin_with
from ui.stages.rehearsal.fields import KeepLine, NameLine
from ui.stages.rehearsal.words import in_hand, target_words
from ui.theme.tokens import LIGHT
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

_KEYS = (("Enter", "accept it in these words"), ("Esc", "leave it proposed"))


class AskHow(QWidget):
    """Asked only of a change that does not say how. `closed` just before it goes, settled or left.

    `grew` when another line has come.
    """

    closed = Signal()
    grew = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.change = ""
        self._put = ""
        self._question = PlainLabel("", self, size=15, weight=700)
        self._said = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.how = NameLine("we will, we will not, or other words?", self)
        self.words = KeepLine("In which words?", self)
        self.how.kept.connect(self._after_how)
        self.how.stepped.connect(self.how.show_all)
        self.words.kept.connect(lambda _text: self._accept())
        for line in (self.how, self.words):
            line.left.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._question, self._said, self.how, self.words):
            column.addWidget(part)
        column.addWidget(KeyHint(_KEYS, self))
        self.hide()

    def accept(self, change: Change) -> None:
        """Accept a change that says how; ask about any other."""
        found = in_hand(self._desk.workshop, self._desk.focus)
        if found is None or change.accepted:
            return
        if change.how or change.target == "commitments":
            self._desk.do(accept_change, found.id, change.id)
            return
        self.change = change.id
        named = target_words(self._desk.workshop, change)
        several = len(way_choices(change.target)) > 1
        self._question.setText(
            f"How does it change “{named}”?" if several else "How does the statement read then?"
        )
        self._said.setText(f"Proposed: {change.text}")
        self.how.offer(way_choices(change.target))
        self.how.clear()
        self.how.setVisible(several)
        only = ways_for(change.target)[-1]
        self._put = "" if several else words_to_begin_with(self._desk.workshop, "purpose", only)
        self._put = self._put or ("" if several else change.text)
        self.words.put(self._put)
        self.words.setVisible(not several)
        self.show()
        first: KeepLine = self.how if several else self.words
        first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Close when the change has gone, or was accepted elsewhere."""
        found = in_hand(workshop, self._desk.focus)
        known = found.changes.get(self.change) if found else None
        if not self.isHidden() and (known is None or known.accepted):
            self.leave()

    def _after_how(self, how: str) -> None:
        change = self._change()
        if change is None:
            return
        if not how:
            self.how.show_all()
            return
        if how not in {each.id for each in way_choices(change.target)}:
            said = "How does it change the value: we will, we will not, or other words?"
            self._desk.refused.emit(said, "")
            return
        kind = cast(ChangeKind, how)
        now = words_to_begin_with(self._desk.workshop, change.target, kind)
        if self.words.text() in ("", self._put):
            self._put = now or words_of_change(change)
            self.words.put(self._put)
        self.words.show()
        self.grew.emit()
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        change = self._change()
        if found is None or change is None:
            return
        how = self.how.chosen() if not self.how.isHidden() else ways_for(change.target)[-1]
        kind, words = cast(ChangeKind, how), self.words.text()
        if self._desk.do(accept_change, found.id, change.id, kind, words) is not None:
            self.leave()

    def leave(self) -> None:
        """Ask no longer; the change stays as it is."""
        self.change = ""
        # First, so that the keyboard is taken elsewhere before its line goes.
        self.closed.emit()
        self.hide()

    def _change(self) -> Change | None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        return found.changes.get(self.change) if found else None
