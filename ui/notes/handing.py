"""Handing notes over: once, to a folder or a stick; or again and again, to a shared folder."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sessions.copies import hand_over
from sessions.held import written
from sessions.problems import SessionProblem
from sessions.settings import keep_settings, read_settings
from ui.notes.window import NotesWindow

if TYPE_CHECKING:
    from ui.documents.press import Press

EVERY = 20_000
"""Milliseconds between two looks at whether there is something new to hand over."""

SHARED = "notes are handed over to"
"""The setting that holds, by file, the folder into which its notes go by themselves."""


class HandingOver(QObject):
    """Hands over the notes of a window. `troubled` carries a SessionProblem that nobody saw yet.

    What goes by itself is written on another thread: a folder on a slow network would otherwise
    hold up whoever types.
    """

    troubled = Signal(object)

    def __init__(self, window: NotesWindow, settings: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._handed = ""
        self._press: Press | None = None
        found = read_settings(settings).get(SHARED)
        path = str(window.desk.session.path)
        self.folder = Path(found[path]) if isinstance(found, dict) and path in found else None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        window.desk.closing.connect(self.end)
        if self.folder is not None:
            self._timer.start()
            self._window.show_handed_over(f"Goes to {self.folder.name} by itself")

    def hand_over(self, folder: Path) -> Path | None:
        """Write the notes into a folder, in the place of those that were handed over there before.

        The file's place; None where it could not be, and `troubled` says why.
        """
        try:
            path = hand_over(self._window.desk.session, folder)
        except SessionProblem as problem:
            self.troubled.emit(problem)
            return None
        self._told(folder, self._window.desk.session.history.last_id)
        return path

    def share(self, folder: Path | None) -> None:
        """Go on handing over into this folder by itself, also after a restart; None stops it."""
        self.folder = folder
        path = str(self._window.desk.session.path)
        found = read_settings(self._settings).get(SHARED)
        kept = dict(found) if isinstance(found, dict) else {}
        kept.pop(path, None)
        if folder is not None:
            kept[path] = str(folder)
        try:
            keep_settings({SHARED: kept}, self._settings)
        except SessionProblem as problem:
            self.troubled.emit(problem)
        if folder is None:
            self._timer.stop()
            self._window.show_handed_over("")
        else:
            self._timer.start()
            self.look()

    @property
    def idle(self) -> bool:
        """Whether nothing is being written."""
        return self._press is None or self._press.idle

    def look(self) -> None:
        """Hand over what is new, if anything is. A folder that is away is waited for."""
        session = self._window.desk.session
        if self.folder is None or session.history.last_id == self._handed or not self.idle:
            return
        from ui.documents.press import LATER, Press

        if self._press is None:
            self._press = Press(self)
        folder, last = self.folder, session.history.last_id
        try:
            held = session.held()
        except SessionProblem as problem:
            self._came(folder, last, problem)
            return
        path = folder / session.path.name
        self._press.ask(LATER, lambda _heed: written(held, path), partial(self._came, folder, last))

    def end(self) -> None:
        """The window closes: what was noted since the last look goes, too."""
        self._timer.stop()
        if self._press is not None:
            self._press.close()
        session = self._window.desk.session
        if self.folder is not None and session.history.last_id != self._handed:
            # Where it cannot be, the notes are safe in their own file and go at the next opening.
            with suppress(SessionProblem):
                hand_over(session, self.folder)

    def _came(self, folder: Path, last: str, problem: SessionProblem | None) -> None:
        if folder != self.folder:
            return
        if problem is None:
            self._told(folder, last)
            return
        # Said once, in the bar: the notes are safe here, and it is tried again.
        self._window.show_handed_over(f"Waiting for {folder.name}: {problem.what}")

    def _told(self, folder: Path, last: str) -> None:
        self._handed = last
        now = self._window.desk.session.clock.now().strftime("%H:%M")
        self._window.show_handed_over(f"Handed over at {now}")
        self._window.bar.setToolTip(str(folder))
