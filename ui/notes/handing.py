"""Handing notes over: once, to a folder or a stick; or again and again, to a shared folder."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sessions.copies import hand_over
from sessions.problems import SessionProblem
from sessions.settings import keep_settings, read_settings
from ui.notes.window import NotesWindow

EVERY = 20_000
"""Milliseconds between two looks at whether there is something new to hand over."""

SHARED = "shared folders"
"""The setting that holds, by file, the folder into which its notes go by themselves."""


class HandingOver(QObject):
    """Hands over the notes of a window. `troubled` carries a SessionProblem that nobody saw yet."""

    troubled = Signal(object)

    def __init__(self, window: NotesWindow, settings: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._handed = ""
        self._waits = False
        found = read_settings(settings).get(SHARED)
        path = str(window.desk.session.path)
        self.folder = Path(found[path]) if isinstance(found, dict) and path in found else None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
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
        self._told(folder)
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

    def look(self) -> None:
        """Hand over what is new, if anything is. A folder that is away is waited for."""
        session = self._window.desk.session
        if self.folder is None or session.history.last_id == self._handed:
            return
        try:
            hand_over(session, self.folder)
        except SessionProblem as problem:
            # Said once, in the bar: the notes are safe here, and it is tried again.
            self._waits = True
            self._window.show_handed_over(f"Waiting for {self.folder.name}: {problem.what}")
            return
        self._told(self.folder)

    def _told(self, folder: Path) -> None:
        self._waits = False
        self._handed = self._window.desk.session.history.last_id
        now = datetime.now().strftime("%H:%M")
        self._window.show_handed_over(f"Handed over at {now}")
        self._window.bar.setToolTip(str(folder))
