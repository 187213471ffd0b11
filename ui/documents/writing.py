"""Writing documents: one after another at the press, with how far it is, and stopping it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from exports.documents.shelf import Paper
from exports.progress import Progress
from ui.desk import Desk
from ui.documents import ports
from ui.documents.press import WRITE, Order, Press
from ui.paper_files import path_of

SHOWN_AFTER = 1000
"""Milliseconds after which it is worth telling how far it is."""
_LOOK = 100


class Writing(QObject):
    """Writes documents beside the workshop. Tells `progressed` (None at the end), `written` with
    the files' paths, `failed` with a sentence, and `stopped` with how many were whole by then.
    """

    progressed = Signal(object)
    written = Signal(object)
    failed = Signal(str)
    stopped = Signal(int)

    def __init__(self, desk: Desk, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._press = press
        self._order: Order | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK)
        self._clock.timeout.connect(self._look)
        self._waited = 0

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._order is not None

    def write(self, keys: list[str], form: str = "") -> None:
        """Write these documents as they stand now, as PDF or in another form."""
        if self.busy or not keys:
            return
        desk = self._desk
        made = desk.session.clock.now()
        history = ports.still(desk.session.history)
        still = history.workshop
        every = ports.papers(still, history)
        wanted = [each for each in every if each.key in keys and not each.not_yet]
        session = desk.session.path

        def work(heed: Progress) -> list[Path]:
            for at, paper in enumerate(wanted):
                finished.append(_one(paper, at, heed))
            return finished

        def _one(paper: Paper, at: int, heed: Progress) -> Path:
            def part(done: float) -> None:
                heed((at + min(1.0, done)) / len(wanted))

            path = path_of(still, paper, session)
            document = paper.make(made)
            if form:
                return ports.write_also(form, still, document, (path, session), part)
            ports.write(document, path, part)
            return path

        finished: list[Path] = []
        self._waited = 0
        self._clock.start()
        self._order = self._press.ask(
            WRITE, work, self._done, self._fail, lambda: self._gone(len(finished))
        )

    def stop(self) -> None:
        """Write nothing more; what is whole already stays."""
        if self._order is not None:
            self._order.stop()

    def _look(self) -> None:
        self._waited += _LOOK
        if self._order is not None and self._waited >= SHOWN_AFTER:
            self.progressed.emit(self._order.fraction)

    def _end(self) -> None:
        self._order = None
        self._clock.stop()
        self.progressed.emit(None)

    def _done(self, paths: list[Path]) -> None:
        self._end()
        self.written.emit(paths)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _gone(self, finished: int) -> None:
        self._end()
        self.stopped.emit(finished)
