"""The form in which an inject is made up on the spot, or one to come is put into other words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import write_inject
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.form_row import ChoiceField, InlineForm, LineField, WordsField
from ui.stages.rehearsal.words import in_hand, roles

_EVERYONE = "Everyone"


class InjectForm(InlineForm):
    """Words, whom they reach, how they arrive and at which minute.

    `written` carries the inject's id, and whether it is to arrive at once: it has no minute of
    its own then. What was typed stays until it is kept or given up with an empty form.
    """

    written = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Let it arrive", parent)
        self._desk = desk
        self._inject = ""
        self.text = WordsField("The news", self)
        self.to = ChoiceField("To whom", self)
        self.arrives_as = LineField("How it arrives", "Phone call", self)
        self.minute = LineField("Minute", "now", self)
        self.add_line((self.text, 1))
        self.add_line((self.to, 3), (self.arrives_as, 3), (self.minute, 1))
        self.end_line()
        self.kept.connect(self._keep)
        self.left.connect(self.hide)
        self.hide()

    def open_new(self, found: Rehearsal) -> None:
        """Ask for a new one; what was typed and not kept is still there."""
        if self._inject:
            self._empty()
        self.say("Make one up")
        self.keep_button.setText("Let it arrive")
        self._open(found)

    def open_on(self, found: Rehearsal, inject: str) -> None:
        """Ask for other words for one that is still to come."""
        known = found.inject(inject)
        if known is None:
            return
        self._offer(found)
        self._inject = inject
        self.say(f"Other words: {known.name}")
        self.keep_button.setText("Keep the words")
        self.text.setPlainText(known.text)
        self.to.choose(known.to)
        self.arrives_as.put(known.arrives_as)
        self.minute.put(str(found.planned(known)))
        self._open(found)

    def open_again(self, found: Rehearsal, known: Inject) -> None:
        """Ask for the role that gets news which arrived for a part that nobody plays."""
        if self.text.words() and not self._inject:
            # What is being made up already is not thrown away for it.
            self._open(found)
            return
        self._empty()
        self._open(found)
        self.say(f"Send it to a role: {known.name}")
        self.keep_button.setText("Let it arrive")
        self.text.setPlainText(known.text)
        self.arrives_as.put(known.arrives_as)
        self.to.choose(next(iter(roles(found)), _EVERYONE))
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, found: Rehearsal) -> None:
        self._offer(found)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, found: Rehearsal) -> None:
        everyone = (_EVERYONE, "everyone, on the screen")
        others = [(role, f"only the {role}") for role in roles(found)]
        known = found.inject(self._inject)
        if known is not None and not known.for_everyone and known.to not in roles(found):
            others.append((known.to, f"only the {known.to}"))
        self.to.offer([everyone, *others])

    def _keep(self) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        if found is None:
            return
        now = int(found.clock.seconds(self._desk.seconds()) // 60)
        typed = self.minute.text().strip()
        if typed and not (typed.isascii() and typed.isdigit()):
            self._desk.refused.emit("Write the minute as a number, or leave it empty for now.", "")
            self.minute.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        minute = int(typed) if typed else now
        done = self._desk.do(
            write_inject,
            found.id,
            self.text.words(),
            self.to.chosen(),
            self.arrives_as.text(),
            minute,
            self._inject,
        )
        if done is not None:
            self._empty()
            self.hide()
            self.written.emit(done.inject.id, not typed)

    def _empty(self) -> None:
        self._inject = ""
        self.text.setPlainText("")
        self.to.choose(_EVERYONE)
        self.arrives_as.put("")
        self.minute.put("")
