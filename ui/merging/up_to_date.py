"""Bringing a note-taker's copy up to date: the same look at a newer copy before any of it is in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.merging import words
from ui.merging.drops import Drops

if TYPE_CHECKING:
    from ui.merging.dialog import MergeDialog
    from ui.merging.reading import Reader
    from ui.notes.window import NotesWindow


class UpToDate(QObject):
    """Opens it over a note-taker's window when it is asked for, or a copy is dropped there."""

    def __init__(self, window: NotesWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reader: Reader | None = None
        self._dialog: MergeDialog | None = None
        window.merge_asked.connect(self.ask)
        window.gone.connect(self.end)
        Drops(window).dropped.connect(self.ask)

    def ask(self, paths: list[Path] | None = None) -> None:
        """Ask for the newer copy; one that is given already is looked at, at once."""
        from ui.merging.dialog import MergeDialog
        from ui.merging.reading import Reader

        if self._dialog is None:
            session = self._window.desk.session
            self._reader = self._reader or Reader(session, self)
            self._dialog = MergeDialog(session, self._reader, self._window, up_to_date=True)
            self._dialog.kept.connect(self._kept)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()
        if paths:
            self._dialog.bring(paths)

    def end(self) -> None:
        """The window closes: nothing is read any more."""
        if self._reader is not None:
            self._reader.close()

    def _kept(self, count: int, files: int) -> None:
        self._window.say(words.brought_in(count, files))

    def _closed(self) -> None:
        self._dialog = None
        self._window.activateWindow()
        self._window.leave()
