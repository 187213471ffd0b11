"""What lies ready to be brought in: new notes in the shared folder, and second copies beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.history import root_of
from facilitator.wording import joined
from sessions.problems import NotOurs, SessionProblem
from sessions.reconcile import Merge
from sessions.session import Session
from sessions.settings import keep_settings, read_settings
from sessions.taken import Taken
from ui.merging.copies_by_services import made_by, service_of
from ui.merging.reading import Reader
from ui.merging.shared_folder import SharedFolder
from ui.merging.taking import Found
from ui.merging.words import counted

SETTING = "shared folders"
"""The setting that holds the shared folder of each workshop, by the workshop's identity."""
AWAY = "The shared folder cannot be reached. What lies there is safe; it is looked for again."
UNREADABLE = "“{name}” in the shared folder cannot be read. Looking at it says why."
_MOST_NAMED = 3


@dataclass(frozen=True)
class Ready:
    """One file that would bring something: whose it is, how much, and what made a second copy."""

    label: str
    new: int
    service: str = ""
    unreadable: bool = False


class Offers(QObject):
    """Watches the shared folder and the one in which the workshop lies. Opens and changes nothing.

    `changed` when `sentence`, `paths` or `away` may say something else.
    """

    changed = Signal()

    def __init__(self, session: Session, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self._ready: dict[Path, Ready] = {}
        self._put_off: set[Path] = set()
        self.shared: SharedFolder | None = None
        self._beside: SharedFolder | None = None

    @property
    def root(self) -> str:
        """Which workshop it is."""
        return root_of(self._session.history.entries)

    @property
    def folder(self) -> Path | None:
        """The shared folder of this workshop, where one was chosen."""
        return self.shared.folder if self.shared is not None else None

    @property
    def away(self) -> bool:
        """Whether the shared folder cannot be looked at."""
        return self.shared is not None and self.shared.is_away

    @property
    def paths(self) -> list[Path]:
        """The files that are offered."""
        return [path for path in self._ready if path not in self._put_off]

    def away_in_words(self) -> str:
        """Where the shared folder stands, when it cannot be looked at."""
        return AWAY if self.away else ""

    def begin(self) -> None:
        """Watch the folder that was chosen before, and the one in which the workshop lies."""
        known = read_settings().get(SETTING)
        chosen = known.get(self.root) if isinstance(known, dict) else None
        own = self._session.path
        self._beside = self._watch(own.parent, beside=True)
        if isinstance(chosen, str) and chosen:
            self.shared = self._watch(Path(chosen))

    def share(self, folder: Path | None) -> None:
        """Watch another folder from now on, or none; remembered. Raises `SessionProblem`."""
        known = read_settings().get(SETTING)
        kept = dict(known) if isinstance(known, dict) else {}
        kept.pop(self.root, None)
        if folder is not None:
            kept[self.root] = str(folder.absolute())
        keep_settings({SETTING: kept})
        if self.shared is not None:
            self.shared.end()
            gone = self.shared.folder
            self._ready = {p: each for p, each in self._ready.items() if p.parent != gone}
            self.shared.deleteLater()
        self.shared = self._watch(folder) if folder is not None else None
        self.changed.emit()

    def look_again(self) -> None:
        """Find out anew what those that are offered would bring: something came in."""
        if self._ready:
            self._read(list(self._ready))

    def put_off(self) -> None:
        """Offer nothing more of what is offered, until one of the files changes."""
        self._put_off |= set(self._ready)
        self.changed.emit()

    def sentence(self) -> str:
        """What is offered, in words; empty when nothing is."""
        offered = [self._ready[path] for path in self.paths]
        said = [_of_notes([each for each in offered if not each.service and not each.unreadable])]
        said += [_of_copy(each) for each in offered if each.service]
        said += [UNREADABLE.format(name=each.label) for each in offered if each.unreadable][:1]
        return " ".join(part for part in said if part)

    def synced_by(self) -> str:
        """The service that copies the workshop's own folder elsewhere; empty if none is known."""
        return service_of(self._session.path.parent)

    def end(self) -> None:
        """Watch no more."""
        for each in (self.shared, self._beside):
            if each is not None:
                each.end()

    def _watch(self, folder: Path, *, beside: bool = False) -> SharedFolder:
        own = self._session.path

        def wanted(path: Path) -> bool:
            return not beside or bool(made_by(path.stem, own.stem))

        made = SharedFolder(folder, own, self, wanted=wanted)
        made.rested.connect(self._read)
        made.away.connect(lambda _away: self.changed.emit())
        made.begin()
        return made

    def _read(self, paths: list[Path]) -> None:
        self._reader.read(paths, self._found, watched=True)

    def _found(self, merge: Merge, found: Sequence[Found]) -> None:
        for brought, each in zip(merge.brought, found, strict=True):
            self._ready.pop(brought.path, None)
            self._put_off.discard(brought.path)
            if brought.new:
                service = made_by(brought.path.stem, self._session.path.stem)
                mine = isinstance(each, Taken) and each.role in ("", "facilitator")
                ready = Ready(brought.label, brought.new, service if mine else "")
                self._ready[brought.path] = ready
            elif _is_worth_telling(brought.problem):
                self._ready[brought.path] = Ready(brought.label, 0, unreadable=True)
        self.changed.emit()


def _is_worth_telling(problem: SessionProblem | None) -> bool:
    """Whether a note-taker may wait for it: what is no copy of this workshop is nobody's news."""
    return problem is not None and not isinstance(problem, NotOurs)


def _of_notes(offered: list[Ready]) -> str:
    if not offered:
        return ""
    new = counted(sum(each.new for each in offered), "new note")
    if len(offered) > _MOST_NAMED:
        return f"{len(offered)} files have {new}."
    names = joined([each.label for each in offered])
    return f"{names} {'has' if len(offered) == 1 else 'have'} {new}."


def _of_copy(each: Ready) -> str:
    what = counted(each.new, "entry that is", "entries that are")
    return f"{each.service} made a second copy of this workshop, with {what} not here."
