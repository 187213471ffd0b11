"""Keeping copies while a workshop is open: every ten minutes, on closing, and in their own time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.history import root_of
from sessions.backups import Backups
from sessions.intake import check
from sessions.problems import SessionProblem
from sessions.reserve import Reserve
from sessions.session import Session

EVERY = 10 * 60 * 1000
"""Milliseconds between two copies, while something changed."""

HOLDS_AFTER = 60_000
"""Milliseconds after opening until room is held back: nothing waits for it."""

NOT_KEPT = (
    "No backup could be made just now: {why} What you capture is saved in the workshop’s file as "
    "ever, and a backup is tried again in ten minutes."
)
NOT_REWRITTEN = (
    "What was taken out has left the workshop, but not yet every backup of it: {why} It is tried "
    "again when the workshop is opened next."
)


class Keeping(QObject):
    """Keeps copies of the workshop that is open.

    A copy is made in the interface's thread, which takes a few milliseconds; verifying it, and
    writing copies anew, is a worker's. `told` carries a sentence when that could not be done.
    """

    told = Signal(str)
    _ended = Signal(object, str)

    def __init__(
        self,
        parent: QObject | None = None,
        backups: Backups | None = None,
        library: Callable[[], Path | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self.backups = backups or Backups()
        self.backups.later = self._rewrite_soon
        self._session: Session | None = None
        self._said = False
        self._pool: ThreadPoolExecutor | None = None
        self._ended.connect(self._end_of, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLDS_AFTER)
        self._hold.timeout.connect(self.hold)

    def open(self, path: Path) -> Session:
        """Open a workshop, with a copy of it as it was where it has to be migrated first.

        One from elsewhere is read in a process of its own beforehand, which may be killed.
        Raises `SessionProblem`.
        """
        if not self._is_known(path):
            check(path)
        self.backups.keep_before_migration(path.absolute())
        return Session.open(path)

    def _is_known(self, path: Path) -> bool:
        """Whether a file is one of ours: from the library, or opened on this computer before."""
        library = self._library()
        known = self.backups.knows(path)
        return known or (library is not None and path.absolute().parent == library.absolute())

    def begin(self, session: Session) -> None:
        """Keep copies of a session from now on."""
        self._session, self._said = session, False
        session.backups = self.backups
        session.reserve = Reserve(session.path.parent, self.told.emit)
        self._hold.start()
        self._timer.start()
        if self.backups.rewriting_is_due(root_of(session.history.entries)):
            self._rewrite_soon(session)

    def end(self) -> None:
        """Keep a last copy, if anything changed; wait for it, and let go of the session."""
        self._timer.stop()
        self._hold.stop()
        session, self._session = self._session, None
        if session is not None and self.backups.due(session):
            self._keep(session, "on closing")
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def look(self) -> None:
        """Keep a copy if anything changed since the last."""
        if self._session is not None and self.backups.due(self._session):
            self._keep(self._session, "every ten minutes")
        self.hold()

    def hold(self) -> None:
        """Hold some room back on the disk, for the day on which it is full."""
        if self._session is not None and self._session.reserve is not None:
            self._ask(self._session.reserve.hold, NOT_KEPT)

    def _keep(self, session: Session, why: str) -> None:
        try:
            finish = self.backups.copy(session, why)
        except SessionProblem as problem:
            self._could_not(NOT_KEPT, problem)
            return
        if finish is not None:
            self._ask(finish, NOT_KEPT)

    def _rewrite_soon(self, session: Session) -> None:
        entries = list(session.history.entries)
        self._ask(lambda: self.backups.rewrite(entries), NOT_REWRITTEN)

    def _ask(self, work: Callable[[], object], otherwise: str) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="keeping")
        self._pool.submit(work).add_done_callback(
            lambda future: self._ended.emit(future, otherwise)
        )

    def _end_of(self, future: Future[object], otherwise: str) -> None:
        problem = future.exception()
        if isinstance(problem, SessionProblem):
            self._could_not(otherwise, problem)
        elif problem is not None:
            raise problem
        else:
            self._said = False

    def _could_not(self, sentence: str, problem: SessionProblem) -> None:
        """Say it once, and not every ten minutes."""
        if not self._said:
            self._said = True
            self.told.emit(sentence.format(why=problem.what))
