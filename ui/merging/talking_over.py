"""What stands side by side, put to the group one at a time: read both, and take one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.events import Event
from facilitator.side_by_side import Answer, Key, Question, choose
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.merging import room
from ui.merging.question_view import QuestionView
from ui.stages.scrolled import scrolled
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

SETTLED = "Nothing stands side by side any more."
WHY = "They were written apart: neither had read the other. Nothing is settled until you choose."
TAKEN = "Taken: {who}. Ctrl+Z takes the choice back."
TAKEN_BACK = "Taken back: it is open again."
_TO_ROOM, _FROM_ROOM = "Show them to the room", "Take them off the screen"
THIRD = frozenset({"draft", "value.amended", "value.clarified", "value.behaviours_named"})
"""Where a third wording has a form on a page of its own."""


class TalkingOver(QDialog):
    """Shows one question at a time. `third_asked` carries the key of one that wants other words.

    `undo` takes the last change back, as Ctrl+Z on the console does.
    """

    third_asked = Signal(object)

    def __init__(
        self, desk: Desk, undo: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("To talk over")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._undo = undo
        self._at: Key = ()
        self.view: QuestionView | None = None
        self.heading = Heading("To talk over", self, size=22)
        self.why = PlainLabel(WHY, self, size=12.5, colour=LIGHT.mute)
        self.notice = Notice(self, by_escape=False)
        self.said = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.before = QuietButton("Previous", self)
        self.after = QuietButton("Next", self)
        self.third = QuietButton("Write other words…", self)
        self.to_room = QuietButton(_TO_ROOM, self)
        self.close_button = PrimaryButton("Done", self)
        self.before.show_key("PgUp")
        self.after.show_key("PgDn")
        self.to_room.show_key("R")
        self.third.show_key("W")
        self.before.clicked.connect(partial(self._turn, -1))
        self.after.clicked.connect(partial(self._turn, 1))
        self.third.clicked.connect(self._write)
        self.to_room.clicked.connect(self._show_room)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._take_back)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._lay_out()
        desk.changed.connect(self._changed)
        desk.refused.connect(self._refused)
        self.finished.connect(self._leave)
        self._show()
        self._begin()

    def _lay_out(self) -> None:
        self._column.addStretch(1)
        area = scrolled(self._inside, "What stands side by side")
        area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.before, self.after, self.third, self.to_room):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 26)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addWidget(self.notice)
        column.addWidget(area, 1)
        column.addWidget(self.said)
        column.addLayout(acts)
        self.said.hide()

    @property
    def asked(self) -> Question | None:
        """The question in hand; None once nothing stands side by side."""
        return self._desk.workshop.side_by_side.get(self._at)

    def take(self, answer: Answer) -> None:
        """Choose one of the answers."""
        self.notice.dismiss()
        who = answer.by or "the round as it was locked"
        if self._desk.do(choose, self._at, answer.entry) is not None:
            self._say(TAKEN.format(who=who))
            self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A figure takes the answer that has it; the letters do what their buttons say."""
        buttons = self.view.buttons if self.view is not None else []
        figure = event.key() - Qt.Key.Key_1
        letters = {Qt.Key.Key_R: self.to_room, Qt.Key.Key_W: self.third}
        turns = {Qt.Key.Key_PageUp: self.before, Qt.Key.Key_PageDown: self.after}
        button = {**letters, **turns}.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= figure < len(buttons):
            buttons[figure].click()
        elif button is not None and button.isVisible():
            button.click()
        else:
            super().keyPressEvent(event)

    def _turn(self, offset: int) -> None:
        keys = list(self._desk.workshop.side_by_side)
        if keys:
            here = keys.index(self._at) if self._at in keys else 0
            self._at = keys[(here + offset) % len(keys)]
        self.notice.dismiss()
        self._say("")
        self._show()
        self._begin()

    def _take_back(self) -> None:
        before = len(self._desk.workshop.side_by_side)
        self._undo()
        self._say(TAKEN_BACK if len(self._desk.workshop.side_by_side) > before else "")
        self._show()
        self._begin()

    def _write(self) -> None:
        key = self._at
        self.accept()
        self.third_asked.emit(key)

    def _show_room(self) -> None:
        if self._in_room():
            self._desk.focus_on(picture="", talked_over=())
        else:
            self._desk.focus_on(picture=room.PICTURE, talked_over=self._at)
        self._show_buttons()

    def _in_room(self) -> bool:
        focus = self._desk.focus
        return focus.picture == room.PICTURE and focus.talked_over == self._at

    def _changed(self, _workshop: Workshop, _event: Event | None) -> None:
        self._show()

    def _show(self) -> None:
        waiting = self._desk.workshop.side_by_side
        if self._at not in waiting:
            self._at = next(iter(waiting), ())
        asked = self.asked
        number = list(waiting).index(self._at) + 1 if asked else 0
        many = f", {number} of {len(waiting)}" if len(waiting) > 1 else ""
        self.heading.setText(f"To talk over{many}")
        self.why.setText(WHY if asked else SETTLED)
        if self.view is None or asked != self.view.asked:
            self._show_view(asked)
        self._show_buttons()

    def _show_view(self, asked: Question | None) -> None:
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        if asked is not None:
            today = self._desk.today()
            self.view = QuestionView(
                self._desk.workshop, asked, today, to_choose=True, parent=self._inside
            )
            for button, answer in zip(self.view.buttons, asked.answers, strict=True):
                button.clicked.connect(partial(self.take, answer))
            self._column.insertWidget(0, self.view)
            self.view.show()
            self._fit()

    def _fit(self) -> None:
        """As tall as the question needs, within the window that it stands over; never smaller."""
        above = self.parentWidget()
        window = above.window().size() if above is not None else QSize(1024, 768)
        wide = min(860, window.width() - 60)
        needed = self._column.totalHeightForWidth(wide - 70) + Typography.current().px(220)
        tall = min(max(self.height(), needed, 360), window.height() - 40)
        self.resize(wide, tall)

    def _show_buttons(self) -> None:
        asked, many = self.asked, len(self._desk.workshop.side_by_side) > 1
        self.before.setVisible(many)
        self.after.setVisible(many)
        self.third.setVisible(asked is not None and asked.register in THIRD)
        self.to_room.setVisible(asked is not None and room.may_be_shown(asked))
        self.to_room.setText(_FROM_ROOM if self._in_room() else _TO_ROOM)

    def _begin(self) -> None:
        """Put the keyboard on the first answer: reading both comes before anything else."""
        at = self.view.buttons[0] if self.view is not None else self.close_button
        at.setFocus()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _refused(self, reason: str, _offer: str) -> None:
        self.notice.tell(reason)

    def _leave(self) -> None:
        self._desk.changed.disconnect(self._changed)
        self._desk.refused.disconnect(self._refused)
        if self._desk.focus.picture == room.PICTURE:
            self._desk.focus_on(picture="", talked_over=())
