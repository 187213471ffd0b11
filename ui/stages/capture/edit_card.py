"""Correcting a card in place: its words, who said it and how it is quoted; or parking it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator import board, car_park
from facilitator.attribution import (
    CAREFUL,
    WORDS,
    Choice,
    attribute_card,
    choice_for,
    would_forget,
)
from facilitator.board import Contribution
from facilitator.wording import LONGEST
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.ask_once import AskOnce
from ui.stages.capture.words import forget_words, go_on_words
from ui.stages.form_row import ChoiceField
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine, PlainLabel
from ui.widgets.words_line import commit_composed


class Words(QPlainTextEdit):
    """Words of more than a line, never markup. `kept` on Enter, `left` on Esc.

    Shift+Enter begins a new line; with `ctrl_keeps` Enter does too, and Ctrl+Enter keeps.
    """

    kept = Signal()
    left = Signal()

    def __init__(
        self, name: str, lines: int, parent: QWidget | None = None, *, ctrl_keeps: bool = False
    ) -> None:
        super().__init__(parent)
        self._ctrl_keeps = ctrl_keeps
        self._composing = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        type_ = Typography.current()
        self.setFont(type_.font(15))
        self.document().setDocumentMargin(8)
        self.setFixedHeight(type_.px(lines * 22 + 24))

    def words(self) -> str:
        """What stands in it, with what an input method is still composing.

        One character more than a text may have tells the domain that it is too long.
        """
        composing, self._composing = self._composing, ""
        commit_composed(self, composing)
        return self.toPlainText()[: LONGEST + 1]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps and Esc leaves; everything else is typing."""
        modifier = Qt.KeyboardModifier
        ctrl = bool(event.modifiers() & modifier.ControlModifier)
        shift = bool(event.modifiers() & modifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if ctrl if self._ctrl_keeps else not shift:
                self.kept.emit()
            else:
                self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember what is being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)


class CardEditor(QWidget):
    """One card, to correct; hidden until a card is opened. `done` when it closes."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card = ""
        self.words = Words("The words of the card", 3, self)
        self.words.kept.connect(self._keep)
        self.words.left.connect(self._close)
        self.who = ChoiceField("Who said it", self)
        self.quoted = ChoiceField("How it is quoted", self)
        self.question = AskOnce(self)
        self.question.closed.connect(self._back_to_words)
        self._keep_button = PrimaryButton("Keep the card", self)
        self._park_button = QuietButton("To the car park", self)
        self._leave_button = QuietButton("Leave it", self)
        self._keep_button.clicked.connect(self._keep)
        self._park_button.clicked.connect(self._park)
        self._leave_button.clicked.connect(self._close)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for field in (self.who, self.quoted):
            cell = QVBoxLayout()
            cell.setSpacing(2)
            label = OneLine(field.accessibleName(), self, size=12.5, colour=LIGHT.mute)
            cell.addWidget(label)
            cell.addWidget(field)
            buttons.addLayout(cell, 1)
        for button in (self._keep_button, self._park_button, self._leave_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel("Correct the card. The earlier words stay in the record.", self)
        )
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self.question)

    @property
    def card(self) -> str:
        """The id of the card that is open, or nothing."""
        return self._card

    def edit(self, card: str) -> None:
        """Open a card by its id."""
        workshop = self._desk.workshop
        found = workshop.contributions.get(card)
        if found is None:
            return
        self._card = card
        self.question.close_it()
        self.words.setPlainText(found.text)
        self.words.selectAll()
        self.who.offer(_speakers(workshop, found))
        self.who.choose(_speaker(found))
        self.quoted.offer(_ways(workshop, found))
        self.quoted.choose(found.choice)
        self._park_button.setVisible(not found.parked)
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps and Esc leaves from the two choices as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        """Keep the words where they changed, and then who said them and how they are quoted."""
        workshop = self._desk.workshop
        card = workshop.contributions.get(self._card)
        text = self.words.words()
        unchanged = card is not None and text.strip() == card.text
        if not unchanged and self._desk.do(board.correct, self._card, text) is None:
            return
        who = self.who.chosen()
        choice: Choice = next((c for c in CAREFUL if c == self.quoted.chosen()), "")
        if card is None or (who, choice) == (_speaker(card), card.choice):
            self._close()
            return
        afresh = who if who != _speaker(card) else ""
        member = afresh if afresh in workshop.members else ""
        lost = would_forget(workshop, choice, card=card.id, member=member)
        if lost:
            self.question.ask(
                forget_words(lost), go_on_words(lost), lambda: self._attribute(choice, afresh)
            )
        else:
            self._attribute(choice, afresh)

    def _attribute(self, choice: Choice, who: str) -> None:
        organisation = who if who in self._desk.workshop.organisations else ""
        member = "" if organisation else who
        done = self._desk.do(attribute_card, self._card, choice, member, organisation)
        if done is not None:
            self._close()

    def _park(self) -> None:
        if self._desk.do(car_park.park, "", contribution=self._card) is not None:
            self._close()

    def _back_to_words(self) -> None:
        if self._card:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._card = ""
        self.question.close_it()
        self.hide()
        self.done.emit()


def _speaker(card: Contribution) -> str:
    return card.member or card.organisation


def _speakers(workshop: Workshop, card: Contribution) -> list[tuple[str, str]]:
    """Whoever can have said it; and that it is kept nowhere, or somebody no longer listed."""
    said = [(o.id, o.short) for o in workshop.organisations.values()]
    said += [
        (m.id, f"{m.label}, {workshop.organisation_name(m.organisation)}")
        for m in workshop.members.values()
    ]
    who = _speaker(card)
    if who not in [each for each, _ in said]:
        said.insert(0, (who, workshop.who_said(card) if who else "Kept nowhere"))
    return said


def _ways(workshop: Workshop, card: Contribution) -> list[tuple[str, str]]:
    """The ways of quoting it: its own, or as was chosen for its member, its step or all."""
    wider = WORDS[choice_for(workshop, card.member, card.stage, card.question)]
    return [("", f"As chosen: {wider}"), *((way, WORDS[way].capitalize()) for way in CAREFUL)]
