"""A few fields asked for in place, under a question; Enter keeps them and Esc leaves them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.stages.form_row import ChoiceField, LineField, WordsField
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Field:
    """One thing that is asked for.

    `choices` are (id, label) of which one is taken; `free` lets other words be typed too. `tall`
    is a box for a whole sentence or two; two fields that are each `half` share a line.
    """

    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    free: bool = False
    tall: bool = False
    half: bool = False
    hint: str = ""


class AskForm(QWidget):
    """A question and its fields. `kept` carries what was typed by the fields' names.

    It stays open until `close_up`, so that what was refused is still there to mend.
    """

    kept = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[Field, ...] = ()
        self._boxes: dict[str, LineField | WordsField | ChoiceField] = {}
        self._before: dict[str, str] = {}
        self._question = PlainLabel("", self, size=15, weight=600)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.keep_button = PrimaryButton("Keep", self)
        self.leave_button = QuietButton("Leave it", self)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        hint = KeyHint((("Enter", "keep"), ("Tab", "next field"), ("Esc", "leave it")), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.leave_button)
        buttons.addSpacing(10)
        buttons.addWidget(hint, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addLayout(self._grid)
        column.addLayout(buttons)
        self.hide()

    def ask(
        self,
        question: str,
        fields: Sequence[Field],
        keep: str = "Keep",
        typed: Mapping[str, str] | None = None,
    ) -> None:
        """Ask for these fields; the keyboard goes to the first.

        What was `typed` before, by the fields' names, stands in them again.
        """
        if tuple(fields) != self._fields:
            self._fields = tuple(fields)
            self._build()
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.keep_button.setText(keep)
        self._fill(None)
        self._before = self.answers()
        if typed is not None:
            self._fill(typed)
        self.show()
        self.begin()

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the form away."""
        self.hide()

    def box(self, name: str) -> LineField | WordsField | ChoiceField:
        """The field of that name; KeyError when the form does not ask for it."""
        return self._boxes[name]

    def answers(self) -> dict[str, str]:
        """What stands in the fields now; a choice as its id, other words as they were typed."""
        return {name: _answer(box) for name, box in self._boxes.items()}

    def is_touched(self) -> bool:
        """Whether anything stands in it that did not stand there when it was asked for."""
        return self.answers() != self._before

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps, Esc leaves."""
        if event.key() in _ENTER:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card that the form stands on."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.card, LIGHT.line, CARD_CORNER)

    def _keep(self) -> None:
        self.kept.emit(self.answers())

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._boxes = {}
        row = column = 0
        for field in self._fields:
            label = PlainLabel(field.label, self, size=13, colour=LIGHT.mute)
            label.setWordWrap(False)
            box = self._made(field)
            self._boxes[field.name] = box
            top = Qt.AlignmentFlag.AlignTop if field.tall else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(label, row, column, top)
            self._grid.addWidget(box, row, column + 1, 1, 1 if field.half else 3)
            column = 2 if field.half and not column else 0
            row += not column
        order = [*self._boxes.values(), self.keep_button, self.leave_button]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _made(self, field: Field) -> LineField | WordsField | ChoiceField:
        if field.tall:
            return WordsField(field.label, self)
        if field.choices or field.free:
            choice = ChoiceField(field.label, self, free=field.free)
            choice.offer(field.choices)
            return choice
        return LineField(field.label, field.hint, self)

    def _fill(self, typed: Mapping[str, str] | None) -> None:
        for field in self._fields:
            box = self._boxes[field.name]
            value = (typed or {}).get(field.name, field.value)
            if isinstance(box, WordsField):
                # At the end, not selected: the smallest change is what is looked for.
                box.setPlainText(value)
                box.moveCursor(QTextCursor.MoveOperation.End)
            elif isinstance(box, LineField):
                box.put(value)
                if typed is None:
                    box.selectAll()
                else:
                    box.end(False)
            else:
                box.choose(value)


def _answer(box: LineField | WordsField | ChoiceField) -> str:
    if isinstance(box, WordsField):
        return box.words()
    return box.text() if isinstance(box, LineField) else box.chosen()
