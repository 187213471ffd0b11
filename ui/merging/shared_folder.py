"""Watching folders in which others put files: what lies there, and what has come to rest.

Only names, sizes and times are looked at here. Network shares do not tell of changes, so it looks
by itself now and then; a file that still grows waits until it has been the same for two looks. A
share whose server has gone may not answer for minutes, so it is asked beside the interface, by a
thread that nobody waits for.
"""

import stat
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sessions.library import SUFFIX

EVERY = 20_000
"""Milliseconds between looks."""
SOON = 1_500
"""Milliseconds after which what has changed is looked at again, to see whether it still does."""
SILENT = 8.0
"""Seconds without an answer after which a folder is as good as away."""
_POLL = 50
MOST = 200
"""Files of a folder that are watched; the newest where there are more."""


@dataclass(frozen=True)
class Print:
    """What can be told of a file without opening it."""

    size: int
    changed: int


class SharedFolder(QObject):
    """Watches a folder for the workshops in it that are `wanted`.

    Nothing in it is ever opened here, or written to.

    `rested` carries the paths that are new, or other than before, and grow no more. `away` says
    whether the folder cannot be looked at, whenever that changes.
    """

    rested = Signal(object)
    away = Signal(bool)

    def __init__(
        self,
        folder: Path,
        own: Path,
        parent: QObject | None = None,
        *,
        wanted: Callable[[Path], bool] = lambda _path: True,
        every: int = EVERY,
        soon: int = SOON,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.is_away = False
        self._own = own
        self._wanted = wanted
        self._asked: Future[dict[Path, Print] | None] | None = None
        self._asked_at = 0.0
        self._last: dict[Path, Print] = {}
        self._told: dict[Path, Print] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._soon_again)
        self._clock = QTimer(self)
        self._clock.setInterval(every)
        self._clock.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(soon)
        self._soon.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._hear)

    @property
    def is_asking(self) -> bool:
        """Whether the folder was asked and has not answered yet."""
        return self._asked is not None

    def begin(self) -> None:
        """Begin to watch."""
        self._clock.start()
        self.look()

    def end(self) -> None:
        """Watch no more."""
        self._clock.stop()
        self._soon.stop()
        self._poll.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def look(self) -> None:
        """Ask what lies there now; unless it has not answered yet since it was asked last."""
        if self._asked is None:
            self._asked, self._asked_at = Future(), monotonic()
            Thread(target=self._answer, args=(self._asked,), daemon=True).start()
            self._poll.start()

    def compare(self, found: dict[Path, Print] | None) -> None:
        """Tell what is new in what was found; None when the folder could not be looked at."""
        self._tell_away(found is None)
        if found is None:
            # What was told stays known: a share that comes back brings nothing new by that.
            return
        if str(self.folder) not in self._watcher.directories():
            self._watcher.addPath(str(self.folder))
            # What came between the look and this moment was told by nobody.
            self._soon_again()
        new = {path: seen for path, seen in found.items() if self._told.get(path) != seen}
        resting = {p: seen for p, seen in new.items() if seen.size and self._last.get(p) == seen}
        self._last = found
        self._told = {p: seen for p, seen in self._told.items() if p in found} | resting
        if len(resting) < len(new):
            self._soon_again()
        if resting:
            self.rested.emit(sorted(resting))

    def _answer(self, asked: "Future[dict[Path, Print] | None]") -> None:
        asked.set_result(self.prints())

    def _hear(self) -> None:
        if self._asked is not None and self._asked.done():
            asked, self._asked = self._asked, None
            self._poll.stop()
            self.compare(asked.result())
        elif monotonic() - self._asked_at > SILENT:
            self._tell_away(True)

    def _tell_away(self, away: bool) -> None:
        if away != self.is_away:
            self.is_away = away
            self.away.emit(away)

    def _soon_again(self, *_folder: str) -> None:
        if self._clock.isActive() and not self._soon.isActive():
            self._soon.start()

    def prints(self) -> dict[Path, Print] | None:
        """The files there; None when the folder cannot be looked at. May take long."""
        found = {}
        try:
            for path in self.folder.glob(f"*{SUFFIX}"):
                seen = _print_of(path)
                if seen is not None and self._wanted(path) and not self._is_own(path):
                    found[path] = seen
            if not found and not self.folder.is_dir():
                return None
        except OSError:
            return None
        newest = sorted(found, key=lambda path: found[path].changed)[-MOST:]
        return {path: found[path] for path in newest}

    def _is_own(self, path: Path) -> bool:
        try:
            return path.samefile(self._own)
        except OSError:
            return path == self._own


def _print_of(path: Path) -> Print | None:
    """None for what is no file: a link, a folder, or what has gone meanwhile."""
    if path.name.startswith("."):
        return None
    try:
        seen = path.lstat()
    except OSError:
        return None
    return Print(seen.st_size, seen.st_mtime_ns) if stat.S_ISREG(seen.st_mode) else None
