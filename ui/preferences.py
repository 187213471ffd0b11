"""What a person chose for themselves: the size of words, sound, where workshops are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sessions.library import Library
from sessions.problems import SessionProblem
from sessions.settings import keep_settings, read_settings
from ui.sound import NewsSound
from ui.start.settings_dialog import SettingsDialog
from ui.theme.palette import apply_theme

if TYPE_CHECKING:
    from ui.app import Facilitator
    from ui.desk import Desk

TEXT_SIZE = "text size"
"""The setting that holds the size of body text in pixels."""
SOUND = "sound"
"""The setting that says whether news arrives with a sound; true unless it says false."""


def take_text_size(app: QApplication) -> None:
    """Give the words the size this person chose. Looked up after the first picture."""
    size = read_settings().get(TEXT_SIZE)
    if isinstance(size, int) and 10 <= size <= 32 and size != app.font().pixelSize():
        apply_theme(app, size)


class Preferences(QObject):
    """Asks for them, and lets each take effect at once."""

    def __init__(self, app: Facilitator) -> None:
        super().__init__(app)
        self._app = app

    def ask(self) -> None:
        """Show the settings."""
        body = QApplication.font().pixelSize()
        sound = read_settings().get(SOUND) is not False
        dialog = SettingsDialog(self._app.library.folder, body, self._app.start, sound=sound)
        dialog.sound_chosen.connect(self.set_sound)
        dialog.folder_chosen.connect(self.keep_workshops_in)
        dialog.body_chosen.connect(self.set_text_size)
        dialog.open()

    def give_sound(self, desk: Desk) -> None:
        """Let news arrive with a sound, unless this person turned it off; remember when they do."""
        desk.focus_on(quiet=read_settings().get(SOUND) is False)
        NewsSound(desk, parent=desk)
        desk.refocused.connect(lambda focus: self.set_sound(not focus.quiet))

    def set_sound(self, on: bool) -> None:
        """Let news arrive with a sound, or without; nothing is kept that is so already."""
        if (read_settings().get(SOUND) is not False) != on:
            self._keep(SOUND, on)

    def keep_workshops_in(self, folder: Path) -> None:
        """Keep new workshops in another folder."""
        library = Library(folder)
        try:
            library.keep_choice()
        except SessionProblem as problem:
            self._app.explain(problem)
            return
        self._app.keep_workshops_in(library)

    def set_text_size(self, body: int) -> None:
        """Make the words larger or smaller everywhere."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, body)
        self._keep(TEXT_SIZE, body)

    def _keep(self, name: str, value: object) -> None:
        try:
            keep_settings({name: value})
        except SessionProblem as problem:
            self._app.explain(problem)
