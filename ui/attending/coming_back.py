"""Coming back after the app stopped without warning: the workshop opens where it was."""

from __future__ import annotations

import signal
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from sessions.problems import Locked, SessionProblem
from ui.attending.crash import SAFE, catch_crashes, report_folder, report_of_last_time
from ui.attending.last_time import ATTEMPTS, LastTime, Open

if TYPE_CHECKING:
    from ui.app import Facilitator
    from ui.desk import Desk, Focus

LOOKS = 60_000
"""Milliseconds between two notes that the app is still there."""
LISTENS = 500
"""Milliseconds within which the system's wish to end the app is heard."""
IN_HAND = ("value", "draft", "theme", "rehearsal")

WENT_WRONG = "Something went wrong that should not have."
GAVE_UP = (
    "It was opened again {times} times and stopped each time, so it is left closed now. Open it "
    "from the list, or restore a backup of it."
)


class ComingBack(QObject):
    """Remembers what is open, tells of crashes, and opens again what was open."""

    _reported = Signal(object)

    def __init__(self, app: Facilitator, last: LastTime | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._last = last or LastTime()
        self._attempts = 0
        self._reported.connect(self._tell_of)
        self._still = QTimer(self)
        self._still.setInterval(LOOKS)
        self._still.timeout.connect(self._last.seen)

    def watch(self) -> None:
        """Catch what goes wrong from now on, and hear when the system wants the app to end."""
        folder = report_folder()
        report_of_last_time(folder)
        catch_crashes(folder, self._reported.emit, self._step)
        for each in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, each):
                signal.signal(getattr(signal, each), lambda *_: QApplication.closeAllWindows())
        # Python hears of a signal only when it runs; without this it would wait for an event.
        listens = QTimer(self)
        listens.setInterval(LISTENS)
        listens.timeout.connect(lambda: None)
        listens.start()

    def begin(self, desk: Desk) -> None:
        """Remember that this workshop is open, until it is closed properly."""
        self._last.begin(desk.session.path, self._attempts)
        self._still.start()
        desk.refocused.connect(self._refocused)
        desk.closing.connect(self._end)

    def who_has(self, problem: SessionProblem, path: Path) -> SessionProblem:
        """The problem, with since when a locked file is open on this computer, where it is known.

        Only a window of today is told by its hour alone.
        """
        left = self._last.left_open()
        if not isinstance(problem, Locked) or left is None or left.path != str(path.absolute()):
            return problem
        try:
            since = datetime.fromisoformat(left.since)
        except ValueError:
            return problem
        if since.date() != datetime.now().date():
            return problem
        return Locked.here(path, f"{since:%H:%M}")

    def moved(self, path: Path) -> None:
        """The workshop that is open lies in another file now."""
        self._last.begin(path, self._attempts)

    def come_back(self) -> None:
        """Open again what was open when the app stopped without warning, where it was."""
        left = self._last.left_open()
        if left is None:
            return
        path = Path(left.path)
        if left.attempts >= ATTEMPTS:
            self._last.end()
            self._app.say(f"{_stopped(left)} {path.stem}", GAVE_UP.format(times=left.attempts))
            return
        self._attempts = left.attempts + 1
        try:
            opened = self._app.open_again(path)
        except Locked:
            # Another copy of the app has it open: it never stopped.
            self._attempts = 0
            return
        except SessionProblem as problem:
            self._last.end()
            self._app.explain(problem, path)
            return
        self._attempts = 0
        opened.focus_on(**{name: left.in_hand.get(name, "") for name in IN_HAND})
        entries = len(opened.session.history)
        kept = "1 entry" if entries == 1 else f"{entries:,} entries"
        self._app.say(_stopped(left), f"Everything that was kept until then is here: {kept}.")

    def _step(self) -> str:
        console = self._app.console
        now = console.desk.workshop.progress.now if console is not None else None
        return f"{now.stage}/{now.step}" if now is not None else ""

    def _refocused(self, focus: Focus) -> None:
        self._last.take_in_hand({name: str(getattr(focus, name)) for name in IN_HAND})

    def _end(self) -> None:
        self._still.stop()
        self._last.end()

    def _tell_of(self, report: Path) -> None:
        """Say that something went wrong, over whichever window is up."""
        self._app.say(
            WENT_WRONG,
            f"{SAFE} You can go on.\n\nA report is kept that holds nothing of what anybody said.",
            [
                ("Show the report", lambda: _show(report)),
                ("Copy the report", lambda: _copy(report)),
            ],
        )


def _show(report: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))


def _copy(report: Path) -> None:
    QGuiApplication.clipboard().setText(report.read_text("utf-8"))


def _stopped(left: Open) -> str:
    try:
        at = datetime.fromisoformat(left.seen)
    except ValueError:
        return "Facilitator stopped without warning."
    today = at.date() == datetime.now().date()
    when = f"after {at:%H:%M}" if today else f"after {at:%d.%m.%Y, %H:%M}"
    return f"Facilitator stopped without warning {when}."
