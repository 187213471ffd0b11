"""One question: texts or positions side by side, with what differs marked, and who said which."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.side_by_side import Answer, Question
from facilitator.workshop import Workshop
from ui.merging import words
from ui.theme.tokens import CARD_CORNER, LIGHT, POSITIONS, PositionLook
from ui.widgets.answer_card import AnswerCard, marked
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

KEPT = "Both are kept. The group chooses when you bring it up."
ALL_KEPT = "All of them are kept. The group chooses when you bring it up."
TAKE = "Take this one"


class QuestionView(QWidget):
    """What a question is about, and its answers beside each other, two in a row.

    With `to_choose`, each has a button under it with the key that presses it; which one is pressed
    is told by the owner's connecting to `buttons`.
    """

    def __init__(
        self,
        workshop: Workshop,
        asked: Question,
        today: str,
        *,
        to_choose: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.asked = asked
        self.title = PlainLabel(words.question(workshop, asked), self, size=13, colour=LIGHT.mute)
        self.cards = [_card(asked, answer, today, self) for answer in asked.answers]
        self.buttons: list[QuietButton] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, card in enumerate(self.cards):
            row, column = at // 2 * 2, at % 2
            grid.addWidget(card, row, column)
            grid.setColumnStretch(column, 1)
            if to_choose:
                button = QuietButton(TAKE, self)
                button.show_key(str(at + 1) if at < 9 else "")
                button.setAccessibleName(f"{TAKE}: {card.accessibleName()}")
                self.buttons.append(button)
                grid.addWidget(button, row + 1, column)
        self.remark = PlainLabel(_remark(asked), self, size=12.5, colour=LIGHT.mute)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(12, 10, 12, 10)
        column_of_all.setSpacing(8)
        column_of_all.addWidget(self.title)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.remark)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel that holds them together."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.card, LIGHT.line, CARD_CORNER)


def _remark(asked: Question) -> str:
    if words.is_position(asked):
        said = words.heard(asked)
        return said[:1].upper() + said[1:]
    return KEPT if len(asked.answers) == 2 else ALL_KEPT


def _card(asked: Question, answer: Answer, today: str, parent: QWidget) -> AnswerCard:
    text = answer.words
    other = next((a.words for a in asked.answers if a is not answer), "")
    if answer.code:
        text = f"“{text}”" if text else ""
        other = ""
    meta = words.who_and_when(answer, today)
    return AnswerCard(marked(text, other), meta, _look(answer.code), parent)


def _look(code: str) -> PositionLook | None:
    return next((look for look in POSITIONS if look.code == code), None)
