"""The note-taker's window: one field, everything by keyboard, and no power over the room."""

import gc
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator import board, notes
from facilitator.changes import brought_back, taken_back
from facilitator.events import Event
from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.attending.draft_places import passing
from ui.console.all_keys import AllKeysDialog
from ui.console.keyboard import Key, Keyboard
from ui.desk import Desk
from ui.notes.bar import NotesBar
from ui.notes.field import NoteField
from ui.notes.kept import COLUMNS, Kept, KeptNotes
from ui.notes.left import NUMBERED, NotesLeft
from ui.notes.position import PositionForm
from ui.notes.right import NotesRight, open_round
from ui.stages.capture.page import people
from ui.theme.tokens import LIGHT
from ui.widgets.hairline import Hairline
from ui.widgets.hairline_table import HairlineTable
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState, Notice

HINTS = (
    ("Enter", "keep it, word for word"),
    ("Tab", "private note"),
    ("Ctrl 1…9", "who"),
    ("Ctrl T", "stamp the time"),
    ("Ctrl R", "read back"),
    ("↑", "put the last one right"),
    ("Ctrl Z", "take it back"),
)
NOTHING_YET = (
    "Nothing noted yet",
    "Type what somebody says and press Enter. Ctrl and a figure says who, or @ and a key; without "
    "either it is unattributed.",
)
WIDE = 1200
"""Pixels from which the right column has its full width."""

WORDS_IN_THE_FIELD = "Keep what stands in the field first, or press Esc to leave it."
NOTHING_TO_READ_BACK = "Keep what somebody said first; then it can be read back."


class NotesWindow(QWidget):
    """Takes notes in a copy of the workshop. Keeps no truth of its own.

    `hand_over_asked` when the notes are to be handed over, `merge_asked` when the copy is to be
    brought up to date, `facilitate_asked` when the facilitator's laptop has died and this copy is
    to go on in its place, `home_asked` for the list of workshops; `gone` once the window is closed
    and the file let go.
    """

    hand_over_asked = Signal()
    merge_asked = Signal()
    facilitate_asked = Signal()
    home_asked = Signal()
    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kept = KeptNotes(desk.session.by)
        self._correcting: Kept | None = None
        self._filled = ""
        self._step = self._first_step()
        self._lay_out()
        self.keyboard = Keyboard(self, self._keys())
        desk.changed.connect(self._changed)
        desk.refused.connect(lambda reason, _offer: self.notice.tell(reason))
        self.kept.look(desk.session.history)
        self._show_everything()
        self.field.line.setFocus()
        # As in the console: a look through all that was read would now and then cost a frame.
        gc.collect()
        gc.freeze()

    def _lay_out(self) -> None:
        self.setMinimumSize(960, 560)
        about = self.desk.workshop.about
        self.setWindowTitle(f"{about.group or about.title} · {self.desk.session.by}")
        self.bar = NotesBar(self)
        self.bar.show_about(about.group or about.title, self.desk.session.by)
        self.bar.hand_over.clicked.connect(self.hand_over_asked)
        self.left = NotesLeft(self.desk.guide, self)
        self.left.setFixedWidth(232)
        self.left.step_chosen.connect(self.go)
        self.left.speaker_chosen.connect(self._speak)
        self.right = NotesRight(self)
        self.right.position_asked.connect(self.ask_position)
        self.field = NoteField(self)
        self.field.kept.connect(self._keep)
        self.field.last_asked.connect(self.correct_last)
        self.field.left.connect(self._stop_correcting)
        self.field.warned.connect(self._warn)
        self.notice = Notice(self, by_escape=False)
        self.hints = KeyHint(HINTS, self)
        self.position = PositionForm(self.desk, self)
        self.position.done.connect(self._begin)
        self.search = QLineEdit(self)
        passing(self.search)
        self.search.setAccessibleName("Find in the notes")
        self.search.setPlaceholderText("Find in the notes; Esc shows all of them")
        self.search.textChanged.connect(lambda _: self._show_kept())
        self.search.hide()
        self.table = HairlineTable("Notes, the newest first", self, scrolls=True)
        self.table.opened.connect(self._open)
        self.empty = EmptyState(*NOTHING_YET, parent=self)
        self.foot = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        middle = QVBoxLayout()
        middle.setContentsMargins(26, 20, 26, 8)
        middle.setSpacing(12)
        for part in (
            self.field,
            self.notice,
            self.hints,
            self.position,
            self.search,
            self.empty,
        ):
            middle.addWidget(part)
        middle.addWidget(self.table, 1)
        middle.addStretch(0)
        middle.addWidget(self.foot)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.left)
        columns.addWidget(Hairline(self))
        columns.addLayout(middle, 1)
        columns.addWidget(Hairline(self))
        columns.addWidget(self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(columns, 1)

    def _keys(self) -> list[Key]:
        speakers = [
            Key(f"Speaker {n}", (f"Ctrl+{n}",), partial(self.speak, n))
            for n in range(1, NUMBERED + 1)
        ]
        return [
            Key("Next step", ("PgDown",), partial(self.turn, 1)),
            Key("Previous step", ("PgUp",), partial(self.turn, -1)),
            *speakers,
            Key("Nobody in particular", ("Ctrl+0",), partial(self._speak, "")),
            Key("Stamp the time: this was said now", ("Ctrl+T",), self.stamp),
            Key("It was read back to them", ("Ctrl+R",), self.read_back),
            Key("Where somebody stands, word for word", ("Ctrl+P",), self.ask_position),
            Key("Take back", ("Ctrl+Z",), self.undo),
            Key("Bring back", ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo),
            Key("Find in the notes", ("Ctrl+F",), self.look_for),
            Key("All notes again; into the field", ("Esc",), self.leave),
            Key("Hand over", ("Ctrl+Return",), self.hand_over_asked.emit),
            Key("Bring this copy up to date", ("Ctrl+M",), self.merge_asked.emit),
            Key("Go on as the facilitator", ("Ctrl+Shift+G",), self.facilitate_asked.emit),
            Key("All workshops", ("Ctrl+O",), self.home_asked.emit),
            Key("All keys", ("F1",), self.show_keys),
        ]

    def stages(self) -> tuple[str, ...]:
        """The journey's stages, those the guide knows."""
        guide = self.desk.guide
        chosen = self.desk.workshop.about.stages or tuple(guide.stages)
        return tuple(stage for stage in chosen if stage in guide.stages)

    @property
    def step(self) -> tuple[Stage, Step]:
        """The step in hand here; the room may be elsewhere."""
        return self._step

    def go(self, stage: str, step: str) -> None:
        """Take notes of a step. Nothing happens to the workshop."""
        found = self.desk.guide.stage(stage)
        self._step = found, next((s for s in found.steps if s.id == step), found.steps[0])
        self._show_step()
        self._begin()

    def turn(self, offset: int) -> None:
        """Go so many steps on, or back."""
        steps = [(s, step.id) for s in self.stages() for step in self.desk.guide.stage(s).steps]
        stage, here = self._step
        at = steps.index((stage.id, here.id)) + offset if (stage.id, here.id) in steps else 0
        if 0 <= at < len(steps):
            self.go(*steps[at])

    def speak(self, figure: int) -> None:
        """Somebody speaks, by their figure."""
        if (choice := self.left.speaker(figure)) is not None:
            self._speak(choice.id)

    def stamp(self) -> None:
        """Keep the time: what is typed now is said now."""
        self.field.put_stamp(self._now())
        self._begin()

    def read_back(self) -> None:
        """Say that the words in hand, or the last ones, were read back."""
        chosen = self.kept.find(self.table.current_id()) if self.table.hasFocus() else None
        found = chosen or self.kept.last()
        if found is None or found.private:
            self.notice.tell(NOTHING_TO_READ_BACK)
            return
        self.desk.do(notes.read_back, found.id)

    def ask_position(self) -> None:
        """Ask where somebody stands in the round that is open in this copy."""
        about = open_round(self.desk.workshop)
        if about is not None:
            self.position.ask(about)

    def correct_last(self) -> None:
        """Put the last words into the field, to be put right."""
        if (found := self.kept.last()) is not None:
            self._open(found.id)

    def undo(self) -> None:
        """Take the last change back, and say what it was."""
        having = self.desk.workshop
        event = self.desk.undo()
        told = taken_back(event, having, self.desk.workshop) if event else ""
        self.foot.setText(told or "There is nothing to take back.")

    def redo(self) -> None:
        """Bring back what was taken back."""
        lacking = self.desk.workshop
        event = self.desk.redo()
        told = brought_back(event, self.desk.workshop, lacking) if event else ""
        self.foot.setText(told or "Nothing was taken back.")

    def look_for(self) -> None:
        """Find words in the notes."""
        self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def leave(self) -> None:
        """Show all notes again, and come back to the field; there, empty it."""
        self.notice.dismiss()
        if self.search.isVisible():
            self.search.clear()
            self.search.hide()
        elif self.field.line.hasFocus():
            self.field.clear()
            self._stop_correcting()
        self._begin()

    def show_keys(self) -> None:
        """Open the list of all keys."""
        dialog = AllKeysDialog(self.keyboard.keys, (("Tab", "a private note"),), self)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def say(self, words: str) -> None:
        """Tell the note-taker something in the line at the foot."""
        self.foot.setText(words)

    def show_handed_over(self, words: str) -> None:
        """Show when the notes were last handed over, or why they could not be."""
        self.bar.show_handed_over(words)

    def _first_step(self) -> tuple[Stage, Step]:
        now = self.desk.workshop.progress.now
        stages = self.stages()
        stage = self.desk.guide.stage(now.stage if now and now.stage in stages else stages[0])
        wanted = now.step if now else ""
        return stage, next((s for s in stage.steps if s.id == wanted), stage.steps[0])

    def _now(self) -> str:
        return self.desk.session.clock.now().strftime("%Y-%m-%dT%H:%M:%S")

    def _speak(self, who: str) -> None:
        choice = next((p for p in people(self.desk.workshop) if p.id == who), None)
        self.field.speak_for(choice)
        self._begin()

    def _keep(self, text: str, who: str, _theme: str, _new: str) -> None:
        stage, step = self._step
        at = self.field.stamp or self._now()
        if self._correcting is not None:
            done = self._put_right(self._correcting, text)
        elif self.field.private:
            done = self.desk.do(notes.note_privately, text, stage.id, step.id, at)
        else:
            known = self.desk.workshop.organisations
            done = self.desk.do(
                board.capture,
                text,
                stage.id,
                step.question or step.id,
                member="" if who in known else who,
                organisation=who if who in known else "",
                at=at,
            )
        if done is not None:
            self._correcting = None
            self.field.clear()
            self.table.scrollToTop()

    def _put_right(self, kept: Kept, text: str) -> Event | None:
        if kept.private:
            return self.desk.do(notes.note_privately, text, kept.stage, kept.step, kept.at, kept.id)
        return self.desk.do(board.correct, kept.id, text)

    def _open(self, known: str) -> None:
        """Put a note's words into the field, to be put right."""
        found = self.kept.find(known)
        workshop = self.desk.workshop
        if found is None:
            return
        if self._holds_words():
            self.notice.tell(WORDS_IN_THE_FIELD)
            self._begin()
            return
        if found.private and known in workshop.private_notes:
            self.field.fill(workshop.private_notes[known].text, None)
            self.field.make_private(True)
        elif card := workshop.contributions.get(known):
            self.field.fill(card.text, None)
        else:
            return
        self._correcting, self._filled = found, self.field.line.text()
        self.field.stays_as_it_is = True
        self.say("Putting this right. Enter keeps it, Esc leaves it as it was.")
        self._begin()

    def _holds_words(self) -> bool:
        """Whether something stands in the field that was typed and is not kept yet."""
        text = self.field.line.text()
        return bool(text.strip()) and (self._correcting is None or text != self._filled)

    def _stop_correcting(self) -> None:
        if self._correcting is not None:
            self._correcting = None
            self.field.stays_as_it_is = False
            self.say("")

    def _warn(self, sentence: str) -> None:
        if sentence:
            self.notice.tell(sentence)
        else:
            self.notice.dismiss()

    def _changed(self, workshop: Workshop, event: Event | None) -> None:
        self.notice.dismiss()
        if event is None:
            self.kept.look(self.desk.session.history)
            self._show_everything()
            return
        self.say("")
        self.kept.hear(self.desk.session.history.entries[-1])
        self._show_kept()
        self.right.show_round(workshop, open_round(workshop))

    def _show_everything(self) -> None:
        workshop = self.desk.workshop
        known = people(workshop)
        self.field.offer_people(known)
        self.left.show_speakers(workshop, known, "")
        self._show_step()
        self._show_kept()
        self.right.show_round(workshop, open_round(workshop))

    def _show_step(self) -> None:
        stage, step = self._step
        self.left.show_steps(self.stages(), stage.id, step.id)
        self.right.show_prompt(self.desk.words(step.prompt))

    def _show_kept(self) -> None:
        count = self.kept.count
        self.table.show_rows(COLUMNS, self.kept.rows(self.desk.workshop, self.search.text()))
        self.table.setVisible(bool(count))
        self.empty.setVisible(not count)
        self.bar.show_count(count)

    def _begin(self) -> None:
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small laptop the notes have the room."""
        super().resizeEvent(event)
        self.right.setFixedWidth(300 if self.width() >= WIDE else 220)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the file. Everything is saved already."""
        self.desk.close()
        super().closeEvent(event)
        self.gone.emit()
