"""A row of the only-we page: one theme, its three answers and what they come to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.only_we import QUESTIONS, Answer, Question
from ui.stages.purpose.verdict import ASKED, beside, yes_or_no
from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_focus, paint_panel

_ASKED = 140
_BUTTON = 92


@dataclass(frozen=True)
class RowShown:
    """What a row shows: the theme, its cards, the answers, who differs, and what it comes to.

    `parked` says where the theme went, `undecided` what to do about hands that give no answer.
    """

    name: str
    cards: int
    answers: tuple[Answer, Answer, Answer]
    differing: tuple[str, str, str]
    verdict: str
    undecided: str = ""
    parked: str = ""

    @property
    def fails(self) -> bool:
        """Whether the theme failed the test."""
        return self.verdict.startswith("fails")


class AnswerCell(QWidget):
    """One question of a theme, its answer and the hands beside it."""

    pressed = Signal()

    def __init__(self, number: int, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._in_hand = False
        self._question = ASKED[question]
        words = PlainLabel(f"{number}  {self._question}", self, size=12, colour=LIGHT.mute)
        self.button = QuietButton("Not asked", self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hands = PlainLabel("", self, size=12.5, weight=600, colour=LIGHT.deep)
        self._who = PlainLabel("", self, size=12, colour=LIGHT.mute)
        for label in (self._hands, self._who):
            label.hide()
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.button)
        answer.addWidget(self._hands, 1)
        answer.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(4)
        column.addWidget(words)
        column.addLayout(answer)
        column.addWidget(self._who)
        column.addStretch(1)
        # The same share of every row, whatever is said in it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.fit()

    def show_answer(self, answer: Answer, differing: str) -> str:
        """Show the answer; gives it in words, for the row's name."""
        self.button.setText(yes_or_no(answer).capitalize())
        parts = (beside(answer), differing)
        for label, text in zip((self._hands, self._who), parts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        said = ". ".join(
            part for part in (f"{self._question} {self.button.text()}", *parts) if part
        )
        self.button.setAccessibleName(said)
        return said

    def show_in_hand(self, in_hand: bool) -> None:
        """Show whether the keys mean this question."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def fit(self) -> None:
        """Follow the application's type size."""
        self.setMinimumWidth(Typography.current().px(_ASKED))
        self.button.setFixedWidth(Typography.current().px(_BUTTON))

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press puts the question in hand."""
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a soft ground under the question in hand."""
        if self._in_hand:
            paint_panel(QPainter(self), QRectF(self.rect()), LIGHT.deep_soft, "", CORNER)


class ThemeRow(QWidget):
    """One theme, its three answers and what they come to. The keyboard stands on the row.

    `answered` carries the question and the answer; `hands_asked` and `by_organisation_asked` the
    question in hand; `moved` the way; `park_asked` and `entered` nothing.
    """

    answered = Signal(str, bool)
    hands_asked = Signal(str)
    by_organisation_asked = Signal(str)
    park_asked = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: RowShown | None = None
        self._chosen: int | None = None
        self._held = False
        self._answers: Sequence[Answer] = (Answer(),) * len(QUESTIONS)
        self._name = PlainLabel("", self, size=15, weight=700)
        self._count = PlainLabel("", self, size=12, colour=LIGHT.mute)
        self._verdict = PlainLabel("", self, size=13, weight=600)
        self._parked = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self._park_button = QuietButton("To the car park…", self)
        self._park_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._park_button.clicked.connect(self.park_asked)
        theme = QVBoxLayout()
        theme.setSpacing(2)
        theme.setContentsMargins(0, 6, 0, 0)
        theme.addWidget(self._name)
        theme.addWidget(self._count)
        theme.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(theme, 4)
        self.cells: list[AnswerCell] = []
        for at, question in enumerate(QUESTIONS):
            cell = AnswerCell(at + 1, question, self)
            cell.button.clicked.connect(lambda _on=False, at=at: self._toggle(at))
            cell.pressed.connect(lambda at=at: self._put_in_hand(at))
            self.cells.append(cell)
            row.addWidget(cell, 5)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._verdict)
        said.addWidget(self._parked)
        foot = QHBoxLayout()
        foot.addLayout(said, 1)
        foot.addWidget(self._park_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(foot)

    @property
    def in_hand(self) -> Question:
        """The question that the keys mean: the chosen one, else the first without an answer."""
        return QUESTIONS[self._at()]

    def show_theme(self, shown: RowShown) -> None:
        """Show the theme as it stands."""
        if shown == self._shown:
            return
        self._shown, self._answers = shown, shown.answers
        self._name.setText(shown.name)
        self._count.setText(f"{shown.cards} card{'' if shown.cards == 1 else 's'}")
        words = shown.verdict[0].upper() + shown.verdict[1:]
        kept = shown.verdict.startswith("kept")
        mark = "✕ " if shown.fails else "✓ " if kept else ""
        self._verdict.setText(mark + words)
        self._verdict.set_colour(
            LIGHT.on_accent_soft if shown.fails else LIGHT.deep if kept else LIGHT.mute
        )
        more = shown.parked or shown.undecided
        self._parked.setText(more)
        self._parked.setVisible(bool(more))
        self._park_button.setVisible(shown.fails and (bool(shown.cards) or not shown.parked))
        asked = ". ".join(
            cell.show_answer(answer, differing)
            for cell, answer, differing in zip(
                self.cells, shown.answers, shown.differing, strict=True
            )
        )
        said = (f"{shown.name}, {self._count.text()}", asked, words, more)
        self.setAccessibleName(". ".join(part for part in said if part))
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1, 2, 3 turn an answer over, Y and N answer, H counts hands, O asks organisations."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self._toggle(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Y, Qt.Key.Key_N) and self._may_answer():
            self._say(self._at(), key == Qt.Key.Key_Y)
        elif key == Qt.Key.Key_H:
            self.hands_asked.emit(self.in_hand)
        elif key == Qt.Key.Key_O:
            self.by_organisation_asked.emit(self.in_hand)
        elif key == Qt.Key.Key_P and not self._park_button.isHidden():
            self.park_asked.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key == Qt.Key.Key_Right else -1
            self._put_in_hand((self._at() + way) % len(QUESTIONS))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def hold(self, held: bool, question: Question | None = None) -> None:
        """Keep a question in hand, and show it, while the keyboard answers something about it.

        Afterwards the next without an answer is in hand.
        """
        self._chosen = QUESTIONS.index(question) if question else self._at() if held else None
        self._held = held
        self._mark()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """This theme is in hand now."""
        super().focusInEvent(event)
        self.entered.emit()
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        super().focusOutEvent(event)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            for cell in self.cells:
                cell.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel, with a ring where the keyboard is."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_panel(painter, rect, LIGHT.card, LIGHT.line, CARD_CORNER)
        if self.hasFocus() or self._held:
            paint_focus(painter, rect, CARD_CORNER)

    def _at(self) -> int:
        if self._chosen is not None:
            return self._chosen
        free = [at for at, answer in enumerate(self._answers) if answer.is_yes is None]
        return free[0] if free else len(QUESTIONS) - 1

    def _may_answer(self) -> bool:
        """A stray Y or N changes no answer that is given, unless its question was chosen."""
        return self._chosen is not None or self._answers[self._at()].is_yes is None

    def _put_in_hand(self, at: int) -> None:
        self._chosen = at
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()

    def _toggle(self, at: int) -> None:
        self._say(at, self._answers[at].is_yes is not True)

    def _say(self, at: int, yes: bool) -> None:
        self._chosen = None
        if self._answers[at].outright is not yes:
            self.answered.emit(QUESTIONS[at], yes)
        self._mark()

    def _mark(self) -> None:
        for at, cell in enumerate(self.cells):
            cell.show_in_hand((self.hasFocus() or self._held) and at == self._at())
        self.update()
