"""Note-taking in the app: taking up a copy, the window, handing out and handing over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from sessions.copies import become, begin_notes, hand_out
from sessions.library import SUFFIX, look, seat_in
from sessions.problems import Exists, SessionProblem
from sessions.session import Session
from sessions.settings import keep_settings, read_settings
from ui.desk import Desk
from ui.merging.up_to_date import UpToDate
from ui.notes.handing import HandingOver
from ui.notes.window import NotesWindow
from ui.start.saying import said_over
from ui.start.taking_notes import TakingNotesDialog

if TYPE_CHECKING:
    from ui.app import Facilitator

NAME = "notes are called"
"""The setting that remembers what somebody's notes were called last."""

HAND_OVER = "Hand over your notes"
SHARE = (
    "Is this a folder that you share with the facilitator? Then your notes can go there by "
    "themselves from now on, whenever you have written something."
)
SHARED = "Your notes go to this folder by themselves."
BECOME = (
    "That is for the day on which the facilitator’s own computer cannot go on: steps and rounds "
    "are then led from here. What was captured there after this copy was made can be brought in "
    "later."
)


class NoteTaking(QObject):
    """What the app does for note-takers. It holds the window while one is open."""

    def __init__(self, app: Facilitator) -> None:
        super().__init__(app)
        self._app = app
        self.window: NotesWindow | None = None
        self.handing: HandingOver | None = None

    def takes(self, path: Path, name: str = "") -> bool:
        """Whether a file is for note-takers, and then takes it up, asking what it is called.

        With a name any workshop is: it becomes a copy of one's own under it. Raises
        `SessionProblem`.
        """
        if name:
            self.begin(path, name)
            return True
        if seat_in(path).role != "handed-out":
            return False
        self.ask(path)
        return True

    def ask(self, copy: Path) -> None:
        """Ask what the notes are called that are taken in a copy."""
        last = read_settings().get(NAME)
        dialog = TakingNotesDialog(
            look(copy).group, last if isinstance(last, str) else "", self._app.start
        )
        dialog.named.connect(lambda name: self.begin(copy, name))
        if not self._app.start.isVisible():
            self._app.show_start()
        dialog.open()

    def ask_for_copy(self) -> None:
        """Ask for the copy in which notes are to be taken."""
        kinds = "Workshops (*.workshop);;All files (*)"
        found, _ = QFileDialog.getOpenFileName(
            self._app.start, "Take notes in a copy of", str(self._app.library.folder), kinds
        )
        if found:
            self.ask(Path(found))

    def begin(self, copy: Path, name: str) -> None:
        """Make somebody's own file from a copy, and open it."""
        try:
            self._app.library.make_folder()
            path = begin_notes(copy, self._app.library.folder, name)
            keep_settings({NAME: name})
            session = Session.open(path)
        except SessionProblem as problem:
            self._app.explain(problem)
            return
        self.open(session)

    def open(self, session: Session) -> Desk:
        """Open the note-taker's window on a session; the start page makes room."""
        desk = Desk(session, self._app.guide, packs=self._app.packs)
        self._app.attending.begin(desk)
        window = NotesWindow(desk)
        self.window, self.handing = window, HandingOver(window)
        self.handing.troubled.connect(self._app.explain)
        UpToDate(window)
        window.hand_over_asked.connect(self.ask_where)
        window.facilitate_asked.connect(self.ask_to_become)
        window.home_asked.connect(self.go_home)
        window.gone.connect(self._gone)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        self._app.start.hide()
        return desk

    def hand_out(self, session: Session, parent: QWidget) -> None:
        """Ask where a copy for note-takers goes, and write it."""
        name = f"{session.path.stem}-for-note-takers{SUFFIX}"
        found, _ = QFileDialog.getSaveFileName(
            parent,
            "Hand out a copy",
            str(session.path.with_name(name)),
            "Workshops (*.workshop)",
        )
        if found:
            path = Path(found)
            self.write_copy(session, path if path.suffix == SUFFIX else Path(f"{found}{SUFFIX}"))

    def write_copy(self, session: Session, path: Path) -> None:
        """Write a copy for note-takers, in the place of one that was handed out before."""
        try:
            if path == session.path or (path.exists() and seat_in(path).role != "handed-out"):
                raise Exists.file(path)
            path.unlink(missing_ok=True)
            hand_out(session, path)
        except SessionProblem as problem:
            self._app.explain(problem)
            return
        self._app.say(
            f"The copy is in {path}.",
            "Give it to your note-takers on a stick or by e-mail. Each opens it in Facilitator, "
            "says what their notes are called, and hands their notes back to you as one file; "
            "Ctrl+M brings them in.",
        )

    def ask_where(self) -> None:
        """Ask where the notes go, and hand them over."""
        if self.window is None or self.handing is None:
            return
        before = str(self.handing.folder or self.window.desk.session.path.parent)
        found = QFileDialog.getExistingDirectory(self.window, HAND_OVER, before)
        if found:
            self.hand_over(Path(found))

    def hand_over(self, folder: Path) -> None:
        """Hand the notes over, say so, and offer to go on doing it."""
        if self.window is None or self.handing is None:
            return
        path = self.handing.hand_over(folder)
        if path is None:
            return
        count = self.window.kept.count
        notes = "1 note" if count == 1 else f"{count:,} notes"
        now = self.window.desk.session.clock.now().strftime("%H:%M")
        by_itself = self.handing.folder == folder
        more = SHARED if by_itself else SHARE
        said_over(
            self.window,
            f"{notes} up to {now}: all of it is in {path}.",
            f"You can go on; hand over again whenever you like.\n\n{more}",
            [
                ("No longer by themselves", partial(self.handing.share, None))
                if by_itself
                else ("Go there by themselves", partial(self.handing.share, folder))
            ],
            "Done",
        )

    def ask_to_become(self) -> None:
        """Ask whether this copy is to go on as the facilitator's."""
        if self.window is None:
            return
        said_over(
            self.window,
            "Go on as the facilitator from this copy?",
            BECOME,
            [("Go on as the facilitator", self.become)],
            "Go on taking notes",
        )

    def become(self) -> None:
        """Go on as the facilitator in this copy."""
        if self.window is None:
            return
        path = self.window.desk.session.path
        self.go_home()
        try:
            become(path, "facilitator")
        except SessionProblem as problem:
            self._app.explain(problem)
            return
        self._app.open_file(path)

    def go_home(self) -> None:
        """Close the window and show the list again; everything is saved already."""
        if self.window is not None:
            window, self.window = self.window, None
            self._app.show_start()
            window.close()
            window.deleteLater()

    def _gone(self) -> None:
        self.handing = None
        if self.window is not None:
            window, self.window = self.window, None
            window.deleteLater()
            self._app.leave()
