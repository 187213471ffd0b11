"""Every pack that can be chosen: those that ship, a person's own, drafts, and broken files.

Own packs are read a few at a time between two turns of the event loop, so that a folder of
hundreds holds up neither the first picture nor a key; a file that has not changed is not read
again. Nothing in the folder can stop the app: what is broken is listed with what is wrong.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.events import new_id
from facilitator.guide import Guide, Problem, ScenarioPack, pack_in_type
from sessions.packs import OwnPack, PackFolder

Kind = Literal["shipped", "own", "draft", "broken"]
_AT_ONCE = 8


@dataclass(frozen=True)
class Offered:
    """One row of the list of packs. `key` stays the same while the file is where it is.

    `pack` is None only where a file cannot be read at all; `path` is None for what ships.
    """

    key: str
    kind: Kind
    pack: ScenarioPack | None
    path: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """The pack's title, or its file's name where it has none."""
        named = self.pack.title.strip() if self.pack else ""
        if named or self.path is None:
            return named
        return "A pack without a title" if self.kind == "draft" else self.path.name

    @property
    def ready(self) -> bool:
        """Whether it can be played."""
        return self.kind in ("shipped", "own")


class PackShelf(QObject):
    """The guide's packs, set in type, and those of a folder. `changed` when there are others."""

    changed = Signal()

    def __init__(self, guide: Guide, folder: PackFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guide = guide
        self.folder = folder
        self._shipped = {key: pack_in_type(pack) for key, pack in guide.packs.items()}
        self._read: dict[Path, tuple[tuple[int, int], OwnPack]] = {}
        self._waiting: list[Path] = []
        self._looked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def reading(self) -> bool:
        """Whether there are files that have not been read yet."""
        return bool(self._waiting)

    @property
    def play(self) -> range:
        """The minutes of the rehearsal in which a story is played."""
        stage = self.guide.stages["rehearsal"]
        steps = [step for step in stage.steps if step.activity == "play"]
        if not steps:
            return range(stage.minutes)
        start = stage.minutes_before(steps[0].id)
        return range(start, start + sum(step.minutes for step in steps))

    def look(self) -> None:
        """Look into the folder again; only what has changed is read."""
        files = self.folder.files()
        gone = set(self._read) - set(files)
        for path in gone:
            del self._read[path]
        self._waiting = [path for path in files if self._is_new(path)]
        self._looked = True
        if self._waiting:
            self._go_on()
        elif gone:
            self.changed.emit()

    def begin(self) -> None:
        """Look into the folder unless that was done before."""
        if not self._looked:
            self.look()

    def offered(self) -> list[Offered]:
        """Everything that there is: what ships, one's own by title, drafts, broken files."""
        own = [self._offer(each) for _, each in self._read.values()]
        own.sort(key=lambda each: (each.title.casefold(), each.key))
        replaced = {
            each.pack.id
            for _, each in self._read.values()
            if each.instead and each.ready and each.pack
        }
        shipped = [
            Offered(key, "shipped", pack)
            for key, pack in self._shipped.items()
            if key not in replaced
        ]
        kinds: tuple[Kind, ...] = ("own", "draft", "broken")
        return shipped + [each for kind in kinds for each in own if each.kind == kind]

    def of_id(self, pack: str) -> Offered | None:
        """What is offered to be played under a pack's id; one's own before what ships."""
        same = [
            each for each in self.offered() if each.ready and each.pack and each.pack.id == pack
        ]
        return next((each for each in same if each.kind == "own"), same[0] if same else None)

    def drafts_of(self, pack: str) -> list[Offered]:
        """The drafts of the pack of this id."""
        drafts = [each for each in self.offered() if each.kind == "draft"]
        return [each for each in drafts if each.pack is not None and each.pack.id == pack]

    def unused_id(self) -> str:
        """An id that no pack has."""
        return f"own-{new_id()[-12:]}"

    def _is_new(self, path: Path) -> bool:
        known = self._read.get(path)
        return known is None or known[0] != _stamp(path)

    def _go_on(self) -> None:
        for path in self._waiting[:_AT_ONCE]:
            self._read[path] = (_stamp(path), self.folder.read(path))
        self._waiting = self._waiting[_AT_ONCE:]
        if self._waiting:
            self._timer.start(0)
        self.changed.emit()

    @staticmethod
    def _offer(own: OwnPack) -> Offered:
        kind: Kind = "draft" if own.draft else "own" if own.ready else "broken"
        if own.pack is None:
            kind = "broken"
        return Offered(str(own.path), kind, own.pack, own.path, own.problems)


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was written and how long it is; nothing when it has gone."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
