"""Last time: which workshop was open, and whether it was closed properly."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

ATTEMPTS = 2
"""How often a workshop that was open when the app stopped is opened by itself."""

OPEN = "open.json"


@dataclass(frozen=True)
class Open:
    """A workshop that is open: its file, when it was opened and last seen, and what is in hand.

    `in_hand` are fields of the console's focus: ids, and nobody's words. `attempts` counts how
    often it was opened again without being closed properly.
    """

    path: str
    seen: str = ""
    in_hand: dict[str, str] = field(default_factory=dict)
    attempts: int = 0
    since: str = ""


class LastTime:
    """Remembers it in one small file, among what the app remembers of this computer."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._now: Open | None = None

    @property
    def file(self) -> Path:
        """Where it is remembered."""
        if self._folder is None:
            from platformdirs import user_state_path

            self._folder = user_state_path("facilitator", appauthor=False)
        return self._folder / OPEN

    def left_open(self) -> Open | None:
        """What was open when the app last stopped without closing it; None after a proper end."""
        try:
            said = json.loads(self.file.read_text(encoding="utf-8"))
            found = Open(
                str(said["path"]),
                str(said["seen"]),
                {str(name): str(known) for name, known in said["in_hand"].items()},
                int(said["attempts"]),
                str(said.get("since", "")),
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return found

    def begin(self, path: Path, attempts: int = 0) -> None:
        """A workshop is open from now on."""
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        self._now = Open(str(path.absolute()), attempts=attempts, since=since)
        self.seen()

    def seen(self) -> None:
        """It is still open now."""
        if self._now is not None:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            self._now = replace(self._now, seen=now)
            self._write()

    def take_in_hand(self, in_hand: dict[str, str]) -> None:
        """Remember what is in hand."""
        if self._now is not None and in_hand != self._now.in_hand:
            self._now = replace(self._now, in_hand=in_hand)
            self._write()

    def end(self) -> None:
        """It was closed properly, or somebody decided what becomes of it."""
        self._now = None
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    def _write(self) -> None:
        # What cannot be remembered is no reason to disturb anybody.
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            new = self.file.with_name(f"{OPEN}.new")
            new.write_text(json.dumps(asdict(self._now)) if self._now else "", encoding="utf-8")
            new.replace(self.file)
