"""While a file cannot be written to: it is said calmly, tried again, and can go on elsewhere."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox
from shiboken6 import isValid

from sessions.problems import Missing, OnAShare, ReadOnly, SessionProblem, Unwritable
from ui.attending.not_saved import GO_ON, NotSavedBar
from ui.start.saying import said_over

if TYPE_CHECKING:
    from ui.app import Facilitator
    from ui.desk import Desk

TRIES = 5_000
"""Milliseconds between two attempts to save again."""
SAVED = "It is saved again. What still stands in its field can be kept now."


class Elsewhere(QObject):
    """Says what is the matter with a file that is open, and looks for a way on.

    `moved` carries a desk whose workshop lies in another file now, `told` a quiet sentence.
    """

    moved = Signal(object)
    told = Signal(str)

    def __init__(self, app: Facilitator) -> None:
        super().__init__(app)
        self._app = app
        self._box: QMessageBox | None = None
        self._bar: NotSavedBar | None = None
        self._desk: Desk | None = None
        self._again = QTimer(self)
        self._again.setInterval(TRIES)
        self._again.timeout.connect(self.try_again)

    def begin(self, desk: Desk) -> None:
        """Hear of trouble with the file of a desk, until it is closed."""
        desk.troubled.connect(partial(self.explain, desk))
        desk.changed.connect(self._kept)
        desk.closing.connect(self.end)

    def end(self) -> None:
        """The file is let go: nothing is tried any more."""
        self._again.stop()
        self._bar = self._desk = None

    def explain(self, desk: Desk, problem: SessionProblem) -> None:
        """Say what happened to the file of a desk: in the bar, where the room can go on."""
        if isinstance(problem, Missing | Unwritable | ReadOnly | OnAShare):
            self._desk = desk
            self._show(problem)
            self._again.start()
        elif self._box is None:
            more = f"{problem.safe}\n\n{problem.do}"
            self._box = said_over(self._app.in_front(), problem.what, more)
            self._box.finished.connect(self._said)

    def try_again(self) -> None:
        """Find out whether the file can be written to again."""
        if self._desk is None:
            return
        try:
            self._desk.session.try_to_save()
        except SessionProblem as problem:
            self._show(problem)
            return
        self._kept()
        self.told.emit(SAVED)

    def ask(self) -> None:
        """Ask for another folder, and go on there."""
        library = str(self._app.library.folder)
        found = QFileDialog.getExistingDirectory(self._app.in_front(), GO_ON, library)
        if found and self._desk is not None:
            self.go_on(self._desk, Path(found))

    def go_on(self, desk: Desk, folder: Path) -> None:
        """Go on in a new file in a folder; its name says since when."""
        name = f"{desk.session.path.stem}-{datetime.now():%H-%M-%S}{desk.session.path.suffix}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            desk.session.go_on_in(folder / name)
        except (SessionProblem, OSError) as error:
            problem = error if isinstance(error, SessionProblem) else Unwritable.new(folder / name)
            self.explain(desk, problem)
            return
        self._kept()
        self.moved.emit(desk)

    def _show(self, problem: SessionProblem) -> None:
        if self._bar is None or not isValid(self._bar):
            self._bar = NotSavedBar(self._app.in_front())
            self._bar.go_on_asked.connect(self.ask)
            self._bar.try_asked.connect(self.try_again)
        self._bar.show_why(problem.what)

    def _kept(self, *_: object) -> None:
        """Something was kept: whatever was the matter is over."""
        self._again.stop()
        self._desk = None
        if self._bar is not None and isValid(self._bar):
            self._bar.all_is_well()

    def _said(self) -> None:
        self._box = None
