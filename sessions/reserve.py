"""A reserve of room on the disk, let go of when the disk is full, so that the room can go on."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SIZE = 32 * 1024 * 1024
"""Bytes that are held back beside the workshops: more words than a day of workshop has."""
NAME = ".room-for-words"
USED = (
    "The disk is full. Facilitator has let go of the room that it held back, so you can go on for "
    "a good while: every word is saved. Make some room on the disk when you can."
)


class Reserve:
    """The reserve in one folder. `told` is given a sentence when it is let go of."""

    def __init__(self, folder: Path, told: Callable[[str], object], size: int = SIZE) -> None:
        self._file = folder / NAME
        self._told = told
        self._size = size

    @property
    def held(self) -> bool:
        """Whether there is a reserve now."""
        return self._file.exists()

    def hold(self) -> None:
        """Hold room back, where there is plenty: three times as much stays free for others."""
        with suppress(OSError):
            if self.held or shutil.disk_usage(self._file.parent).free < 4 * self._size:
                return
            with self._file.open("xb") as file:
                # Real bytes: a file of holes would hold nothing back.
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:
                    file.write(bytes(self._size))
                os.fsync(file.fileno())

    def let_go(self) -> bool:
        """Give the room back to the disk; whether there was any."""
        try:
            self._file.unlink()
        except OSError:
            return False
        self._told(USED)
        return True
