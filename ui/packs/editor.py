"""The editor of a scenario pack: the form at the left, what it will look like at the right.

Whatever is typed is in a draft on the disk a moment later. A pack that the guide would refuse
never gets into the folder of packs; it stays a draft until nothing has to be put right.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from facilitator.guide import ScenarioPack
from sessions.problems import SessionProblem
from ui.attending.draft_places import passing
from ui.packs.changing import Change
from ui.packs.checks import missing_words
from ui.packs.fields import GivesUpUndo
from ui.packs.frame import EditorFrame
from ui.packs.history import PackHistory, Spot
from ui.packs.keeping import PackKeeper
from ui.packs.mending import mended
from ui.packs.panes import CardPane, MinutesPane, RoomPane
from ui.packs.section import Section
from ui.packs.shelf import PackShelf

DRAFT_AFTER = 1000
"""Milliseconds without a key after which what was typed is in the draft."""
CHECK_AFTER = 250
"""Milliseconds without a key after which a long pack is checked."""
_LONG = 60
"""Rows from which on a pack is not checked with every letter: that would take most of a frame."""
# The picture that says most about each section.
_PANE_OF = {"story": 0, "roles": 1, "injects": 0, "decision_points": 0, "debrief": 2}


class PackEditor(EditorFrame):
    """Writes one pack. `kept` carries the file in which it is kept now.

    `stop_asked` with the key of the stop word: a story may go on while a pack is written.

    `at` is the file that the pack came from; without one it gets a file of its own when it is kept.
    `draft` is the file of the draft that is gone on with.
    """

    kept = Signal(str)
    stop_asked = Signal()

    def __init__(
        self,
        shelf: PackShelf,
        pack: ScenarioPack,
        parent: QWidget | None = None,
        *,
        at: Path | None = None,
        draft: Path | None = None,
    ) -> None:
        super().__init__(shelf, parent)
        started = mended(pack, shelf.unused_id())
        self.keeper = PackKeeper(shelf.folder, started, at, draft)
        self._leaving = False
        # It has drafts of its own, on the disk a moment later.
        passing(self)
        self.history = PackHistory(started)
        self._faults = 0
        self._own_undo = GivesUpUndo(self)
        self._own_undo.watch(self)
        self._connect()
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_AFTER)
        self._draft.timeout.connect(self.keep_draft)
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_AFTER)
        self._check.timeout.connect(self._check_now)
        self._show()
        self.show_section(0)

    @property
    def pack(self) -> ScenarioPack:
        """The pack as it stands."""
        return self.history.pack

    @property
    def unsaved(self) -> bool:
        """Whether there is anything here that is not in the pack's file."""
        return self.keeper.lacks(self.pack)

    def _connect(self) -> None:
        for number, section in enumerate(self.sections):
            section.edited.connect(self._edited)
            section.looked_at.connect(self._show_pictures)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(lambda number=number: self.show_section(number))
        self.tabs.idClicked.connect(self.show_section)
        self.switch.idClicked.connect(self.show_pane)
        self.checks.wanted.connect(self.go_to)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.undo)
        self.again_button.clicked.connect(self.redo)
        self.close_button.clicked.connect(self.reject)
        self.asking.closed.connect(self._give_back)
        for sequence, act in (
            ("Ctrl+S", self.keep),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+N", self._add),
            ("F6", self.next_pane),
            ("F9", self.stop_asked.emit),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def section(self) -> Section:
        """The section that is up."""
        return self.sections[self.stack.currentIndex()]

    def show_section(self, number: int) -> None:
        """Bring up a section, with the picture that says most about it, and write there."""
        self._bring_up(number)
        self.sections[number].begin()

    def show_pane(self, number: int) -> None:
        """Show another picture of the pack."""
        self.panes.setCurrentIndex(number)
        self.switch.button(number).setChecked(True)
        self._show_pictures()

    def next_pane(self) -> None:
        """Show the next picture: the room, the card, the minutes."""
        self.show_pane((self.panes.currentIndex() + 1) % self.panes.count())

    def go_to(self, spot: Spot) -> None:
        """Put the keyboard on a spot, whichever section it is in."""
        names = [section.name for section in self.sections]
        number = names.index(spot.section)
        self._bring_up(number)
        self.sections[number].go_to(spot)
        self._reveal()

    def _bring_up(self, number: int) -> None:
        self.history.end_run()
        self.tabs.button(number).setChecked(True)
        # Only the section that is up is shown every change.
        self.sections[number].show_pack(self.pack)
        if number != self.stack.currentIndex() or not self.switch.checkedButton():
            self.stack.setCurrentIndex(number)
            self.show_pane(_PANE_OF[self.sections[number].name])
        self._show_pictures()

    def _reveal(self) -> None:
        """Scroll so that what has the keyboard can be seen."""
        field = self.focusWidget()
        area = self.areas[self.stack.currentIndex()]
        if field is not None and area.isAncestorOf(field):
            area.ensureWidgetVisible(field, 0, 40)

    def _edited(self, change: Change, spot: Spot, typing: bool) -> None:
        self.history.do(change, spot, typing=typing)
        self._show(typing=typing)
        self._draft.start()

    def undo(self) -> None:
        """Take the last change back, and go to where it was made."""
        self._travelled(self.history.undo())

    def redo(self) -> None:
        """Bring again what was taken back."""
        self._travelled(self.history.redo())

    def _travelled(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._show()
        self._draft.start()
        self.go_to(spot)

    def _add(self) -> None:
        if self.section().add():
            self._reveal()

    def _show(self, *, typing: bool = False) -> None:
        pack = self.pack
        self.heading.setText(pack.title or "A new scenario pack")
        self.section().show_pack(pack)
        self.back_button.setEnabled(self.history.can_undo)
        self.again_button.setEnabled(self.history.can_redo)
        if typing and len(pack.injects) + len(pack.decision_points) + len(pack.roles) > _LONG:
            self._check.start()
            self._show_pictures()
            self._show_state()
        else:
            self._check_now()

    def _check_now(self) -> None:
        """Say what is missing in the pack as it stands."""
        self._check.stop()
        self._faults = self.checks.show_pack(self.pack)
        self._show_pictures()
        self._show_state()

    def _show_pictures(self) -> None:
        """Show the picture that is up; the others when they come up."""
        section = self.section()
        spot = Spot(section.name, section.row)
        pane = self.panes.currentWidget()
        if isinstance(pane, MinutesPane) and self._check.isActive():
            # Its table is as long as the pack; it follows with the checks.
            return
        if isinstance(pane, RoomPane | CardPane | MinutesPane):
            pane.show_pack(self.pack, spot)

    def _show_state(self) -> None:
        if self._faults:
            words = f"Kept as a draft while you write. {missing_words(self._faults)}."
        elif self.unsaved:
            words = "Kept as a draft while you write. Ready to be kept."
        elif self.keeper.at is not None and self.keeper.is_kept:
            words = f"Kept in {self.keeper.at.name}"
        elif self.keeper.drafted:
            words = "Kept as a draft. Ready to be kept."
        elif self.pack.title:
            words = "Not kept yet."
        else:
            words = "Nothing has been written yet."
        self.state.setText(words)

    def keep(self) -> None:
        """Keep the pack; what has to be put right first is said, and meanwhile it is a draft."""
        self._finish_typing()
        if self._faults:
            if self.keep_draft():
                self.notice.tell(
                    f"{missing_words(self._faults)}: see “What is missing”. "
                    "Everything you wrote is kept as a draft."
                )
                first = self.checks.first()
                if first is not None:
                    self.go_to(first)
            return
        try:
            path = self.keeper.keep(self.pack)
        except SessionProblem as problem:
            self._explain(problem)
            return
        self._draft.stop()
        self.notice.dismiss()
        self._show_state()
        self.kept.emit(str(path))

    def keep_draft(self) -> bool:
        """Put what was written into the draft; whether that could be done."""
        self._draft.stop()
        try:
            self.keeper.keep_draft(self.pack)
        except SessionProblem as problem:
            self._explain(problem)
            return False
        return True

    def reject(self) -> None:
        """Close; ask first when something is not in the pack's file."""
        self._finish_typing()
        if self.asking.asking:
            self.asking.close_it()
        elif not self.unsaved:
            self._leave()
        elif self._faults:
            self.asking.ask(
                f"{missing_words(self._faults)} before this can be played. What you wrote is safe.",
                "Leave it as a draft",
                self._leave_draft,
                other=("Throw these changes away", self._throw_away),
            )
        else:
            self.asking.ask(
                "This can be played, and is not kept yet.",
                "Keep it",
                self._keep_and_leave,
                other=("Leave it as a draft", self._leave_draft),
            )

    def _keep_and_leave(self) -> None:
        self.keep()
        if not self.unsaved:
            self._leave()

    def _leave_draft(self) -> None:
        if self.keep_draft():
            self._leave()

    def _throw_away(self) -> None:
        """Leave everything as it was before the editor was opened."""
        self._draft.stop()
        try:
            self.keeper.throw_away()
        except SessionProblem as problem:
            self._explain(problem)
            return
        self._leave()

    def _leave(self) -> None:
        self._leaving = True
        super().reject()

    def _give_back(self) -> None:
        """Put the keyboard into the form after a question."""
        if self.isVisible():
            self.section().begin()

    def _finish_typing(self) -> None:
        """Take over what an input method is still composing, and look at all of it."""
        QGuiApplication.inputMethod().commit()
        self.history.end_run()
        if self._check.isActive():
            self._check_now()

    def _explain(self, problem: SessionProblem) -> None:
        self.notice.tell(f"{problem.what} {problem.safe} {problem.do}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes; Enter is a field's own and closes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The window's own close button asks as Esc does."""
        if self._leaving or not self.unsaved:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """However it goes away, also with the console, what was typed is in the draft."""
        if self._draft.isActive():
            self.keep_draft()
        super().hideEvent(event)
