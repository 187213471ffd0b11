"""Watching folders in which others put files: what lies there, and what has come to rest.

Only names, sizes and times are looked at here. Network shares do not tell of changes, so it looks
by itself now and then; a file that still grows waits until it has been the same for two looks.
"""

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sessions.library import SUFFIX

EVERY = 20_000
"""Milliseconds between looks."""
SOON = 1_500
"""Milliseconds after which what has changed is looked at again, to see whether it still does."""
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

    def begin(self) -> None:
        """Begin to watch."""
        self._clock.start()
        self.look()

    def end(self) -> None:
        """Watch no more."""
        self._clock.stop()
        self._soon.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def look(self) -> None:
        """Look at what lies there now."""
        found = self._prints()
        if (found is None) != self.is_away:
            self.is_away = found is None
            self.away.emit(self.is_away)
        if found is None:
            # What was told stays known: a share that comes back brings nothing new by that.
            return
        if str(self.folder) not in self._watcher.directories():
            self._watcher.addPath(str(self.folder))
        new = {path: seen for path, seen in found.items() if self._told.get(path) != seen}
        resting = {p: seen for p, seen in new.items() if seen.size and self._last.get(p) == seen}
        self._last = found
        self._told = {p: seen for p, seen in self._told.items() if p in found} | resting
        if len(resting) < len(new):
            self._soon_again()
        if resting:
            self.rested.emit(sorted(resting))

    def _soon_again(self, *_folder: str) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _prints(self) -> dict[Path, Print] | None:
        """The files there; None when the folder is not there or does not answer."""
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
