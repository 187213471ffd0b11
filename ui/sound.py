"""A quiet sound when news arrives in a scenario, played by whatever the computer has for it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facilitator.events import Event
from facilitator.stages.rehearsal.injects import InjectPlayed
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.sounds.tone import NEWS

PLAYERS = ("pw-play", "paplay", "aplay", "afplay")
"""Programs that play a file and end: PipeWire, PulseAudio, ALSA, macOS."""
_AGAIN = 2.0
"""Seconds within which what arrives together sounds once."""


class NewsSound(QObject):
    """Sounds once when an inject arrives, by the clock or by hand, unless the desk is quiet.

    `play` makes the sound; it never waits and never fails.
    """

    def __init__(
        self, desk: Desk, play: Callable[[], object] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._play = play or play_news
        self._last = float("-inf")
        desk.changed.connect(self._heard)

    def _heard(self, _workshop: Workshop, event: Event | None) -> None:
        if not isinstance(event, InjectPlayed) or event.how == "skipped":
            return
        now = self._desk.seconds()
        if not self._desk.focus.quiet and not 0 <= now - self._last < _AGAIN:
            self._last = now
            self._play()


def play_news(file: Path = NEWS) -> bool:
    """Play the sound beside everything else; whether anything could be asked to.

    Silent where there is no desktop to hear it: in tests, demonstrations and on a server.
    """
    if QGuiApplication.platformName() in ("offscreen", "minimal", ""):
        return False
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        try:
            winsound.PlaySound(str(file), flags)
        except RuntimeError:
            return False
        return True
    player = next((found for each in PLAYERS if (found := shutil.which(each))), None)
    if player is None:
        QApplication.beep()
        return True
    return _ask(player, file)


def _ask(player: str, file: Path) -> bool:
    """Start a program on a file and forget it; whatever it says goes nowhere."""
    process = QProcess()
    process.setProgram(player)
    process.setArguments([str(file)])
    nowhere = QProcess.nullDevice()
    process.setStandardInputFile(nowhere)
    process.setStandardOutputFile(nowhere)
    process.setStandardErrorFile(nowhere)
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)
