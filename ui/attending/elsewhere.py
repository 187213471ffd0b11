"""Going on elsewhere: a stick was pulled out, a folder is read-only now, a disk is full."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from sessions.problems import Missing, OnAShare, ReadOnly, SessionProblem, Unwritable
from ui.start.saying import said_over

if TYPE_CHECKING:
    from ui.app import Facilitator
    from ui.desk import Desk

GO_ON = "Go on in another folder…"
STILL_HERE = (
    "What you typed is still in its field. Everything that was kept can go on in a new file in "
    "another folder, and you with it."
)


class Elsewhere(QObject):
    """Says what is the matter with a file that is open, once at a time, and offers another place.

    `moved` carries a desk whose workshop lies in another file now.
    """

    moved = Signal(object)

    def __init__(self, app: Facilitator) -> None:
        super().__init__(app)
        self._app = app
        self._box: QMessageBox | None = None

    def explain(self, desk: Desk, problem: SessionProblem) -> None:
        """Say what happened to the file of a desk; while that is said, nothing else is."""
        if self._box is not None:
            return
        lost = isinstance(problem, Missing | Unwritable | ReadOnly | OnAShare)
        more = f"{problem.safe}\n\n{problem.do}" + (f"\n\n{STILL_HERE}" if lost else "")
        offers = [(GO_ON, partial(self.ask, desk))] if lost else []
        self._box = said_over(self._app.in_front(), problem.what, more, offers)
        self._box.finished.connect(self._said)

    def ask(self, desk: Desk) -> None:
        """Ask for another folder, and go on there."""
        library = str(self._app.library.folder)
        found = QFileDialog.getExistingDirectory(self._app.in_front(), GO_ON, library)
        if found:
            self.go_on(desk, Path(found))

    def go_on(self, desk: Desk, folder: Path) -> None:
        """Go on in a new file in a folder; its name says since when."""
        name = f"{desk.session.path.stem}-{datetime.now():%H-%M-%S}{desk.session.path.suffix}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            desk.session.go_on_in(folder / name)
        except (SessionProblem, OSError) as error:
            problem = error if isinstance(error, SessionProblem) else Unwritable.new(folder / name)
            self._said()
            self.explain(desk, problem)
            return
        self.moved.emit(desk)

    def _said(self) -> None:
        self._box = None
