"""Reconciling: what files from elsewhere would bring, looked at before anything goes in.

Each entry goes in once, whoever brings it and however often. Files of another workshop are
refused; what contradicts an entry that is here is refused row by row. A merge is one change: a
backup is made, everything goes in at once, and one “take it back” takes all of it back.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from facilitator.attendance import MemberArrived, MembersMoved, MemberWentHome
from facilitator.attribution import AuthorsForgotten, ContributionAttributed
from facilitator.board import CardsImported, ContributionCaptured, ContributionCorrected
from facilitator.car_park import CardsParked, ItemParked
from facilitator.chatham_house import NamesForgotten
from facilitator.effect import taken_back
from facilitator.events import Entry, Event, Redacted, Undone, Unknown
from facilitator.history import replay, root_of
from facilitator.kinds import encode
from facilitator.names import same_but_for_names
from facilitator.notes import ContributionReadBack, NoteKeptPrivate
from facilitator.redaction import TAKEN_OUT, asked_of, without
from facilitator.rounds import PositionsTaken, PositionTaken
from facilitator.seen import EntriesSeen, NotesReceived
from facilitator.side_by_side import Question
from facilitator.stages.purpose import PurposeDrafted
from facilitator.stages.values.proposing import ValueAmended
from sessions.problems import NotOurs, SessionProblem
from sessions.progress import Progress, unheard
from sessions.session import Session
from sessions.taken import Taken, TurnedAway

BEFORE_A_MERGE = "before a merge"

_KINDS: dict[type[Event], str] = {
    ContributionCaptured: "cards",
    CardsImported: "cards",
    ContributionCorrected: "corrections",
    NoteKeptPrivate: "private notes",
    ContributionReadBack: "words read back",
    ContributionAttributed: "choices of who is named",
    PositionTaken: "positions",
    PositionsTaken: "positions",
    PurposeDrafted: "drafts",
    ValueAmended: "amendments",
    ItemParked: "things for the car park",
    CardsParked: "things for the car park",
    MemberArrived: "arrivals",
    MembersMoved: "arrivals",
    MemberWentHome: "departures",
    Undone: "things taken back",
    Redacted: "words taken out for good",
    AuthorsForgotten: "authors forgotten",
    NamesForgotten: "names forgotten",
    Unknown: "entries that only a newer Facilitator knows",
}
# What stands where words were taken out, or where somebody was forgotten.
_GONE = ("", TAKEN_OUT)
_decode = msgspec.json.Decoder().decode

# What says only how the copy came about: it goes in with the rest and is nobody's news.
_OF_NO_ACCOUNT = (EntriesSeen, NotesReceived)


@dataclass
class Brought:
    """What one file would bring.

    `newest` is the local time of its newest entry (ISO 8601), `total` how many could be read;
    `kinds` counts what is new by what it is; `again` is here but was taken back, and comes back;
    `refused` are damaged entries and such as contradict what is here, and `accounts` say why.
    With a `problem` nothing of the file is taken.
    """

    label: str
    path: Path
    newest: str = ""
    total: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    new: int = 0
    here: int = 0
    again: int = 0
    to_talk_over: int = 0
    refused: int = 0
    accounts: tuple[str, ...] = ()
    problem: SessionProblem | None = None
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    back: tuple[Entry, ...] = field(default=(), repr=False)


class Merge:
    """What files from elsewhere would bring together; nothing goes in until `keep`.

    `new` counts every entry once, whoever brings it; `questions` are what would have to be talked
    over besides what is open already, and `settled` what they bring the group's choice of.
    """

    def __init__(self, session: Session, brought: list[Brought]) -> None:
        self._session = session
        self.brought = brought
        self.left_out: set[int] = set()
        self._alone = [each.to_talk_over for each in brought]
        self._look()

    def leave_out(self, at: int, out: bool = True) -> None:
        """Leave one of the files out, by its place in `brought`, or take it in after all."""
        (self.left_out.add if out else self.left_out.discard)(at)
        self._look()

    def keep(self, progress: Progress = unheard) -> int:
        """Take everything in, as one change; how many entries were new.

        A backup is made first. Raises `SessionProblem`, and whatever `progress` raises, with the
        workshop as it was.
        """
        taken = self._taken()
        entries = {entry.id: entry for each in taken for entry in each.entries}
        again = {entry.id: entry for each in taken for entry in each.back}
        if not entries and not again:
            return 0
        self._session.back_up(BEFORE_A_MERGE)
        names = tuple(each.label for each in taken if each.entries or each.back)
        return self._session.bring_in(entries.values(), names, again.values(), progress)

    def _taken(self) -> list[Brought]:
        return [each for at, each in enumerate(self.brought) if at not in self.left_out]

    def _look(self) -> None:
        new = {entry.id: entry for each in self._taken() for entry in each.entries}
        self.new = sum(not isinstance(e.event, _OF_NO_ACCOUNT) for e in new.values())
        self.again = len({entry.id for each in self._taken() for entry in each.back})
        self.questions: list[Question] = _questions(self._session, list(new.values()))
        # Two files may contradict each other, and neither of them what is here.
        for alone, each in zip(self._alone, self.brought, strict=True):
            each.to_talk_over = alone
        for each in self._taken():
            ids = {entry.id for entry in each.entries}
            asked = sum(any(a.entry in ids for a in q.answers) for q in self.questions)
            each.to_talk_over = max(each.to_talk_over, asked)


def prepare(
    session: Session, taken: Iterable[Taken | TurnedAway], progress: Progress = unheard
) -> Merge:
    """Find out what files would bring. Nothing is changed."""
    here = {entry.id: entry for entry in session.history.entries}
    numbers = {(entry.writer, entry.seq): entry.id for entry in here.values()}
    gone = _went_with_what_came(session)
    known = _Known(here, numbers, gone, root_of(here.values()))
    files = list(taken)
    brought = []
    for at, each in enumerate(files):
        progress(at, len(files))
        if isinstance(each, TurnedAway):
            brought.append(Brought(each.label, each.path, problem=each.problem))
        else:
            brought.append(_look_at(session, each, known))
    progress(len(files), len(files))
    return Merge(session, brought)


@dataclass(frozen=True)
class _Known:
    here: dict[str, Entry]
    numbers: dict[tuple[str, int], str]
    gone: set[str]
    root: str


def _look_at(session: Session, taken: Taken, known: _Known) -> Brought:
    found = Brought(taken.label, taken.path, taken.newest, len(taken.entries))
    found.accounts, found.refused = taken.accounts, taken.damaged
    if not _same_workshop(taken, known):
        found.problem = NotOurs.other_workshop(taken.label)
        return found
    session.hear_names(taken.entries)
    asked = asked_of([*known.here.values(), *taken.entries])
    new: list[Entry] = []
    back: list[Entry] = []
    contradicts = 0
    for entry in taken.entries:
        ours = known.here.get(entry.id)
        if ours is None:
            if known.numbers.get((entry.writer, entry.seq), entry.id) != entry.id:
                contradicts += 1
            else:
                # Another file may claim the same number for something else.
                known.numbers[entry.writer, entry.seq] = entry.id
                new.append(without(entry, asked))
        elif not _agree(ours, entry):
            contradicts += 1
        else:
            found.here += 1
            if entry.id in known.gone:
                back.append(ours)
    if contradicts:
        found.refused += contradicts
        said = "1 entry says" if contradicts == 1 else f"{contradicts:,} entries say"
        found.accounts += (
            f"{said} something else here than in that file. What is here stays as it is.",
        )
    found.entries, found.back = tuple(new), tuple(back)
    found.again = len(back)
    news = [e.event for e in new if not isinstance(e.event, _OF_NO_ACCOUNT)]
    found.new = len(news)
    found.kinds = dict(
        Counter(_KINDS.get(type(event), "other changes") for event in news).most_common()
    )
    found.to_talk_over = len(_questions(session, new)) if new else 0
    return found


def _same_workshop(taken: Taken, known: _Known) -> bool:
    """Whether a file is of this workshop: they begin with the same entry.

    Where that one is damaged, it is enough that they share another.
    """
    if not known.root or root_of(taken.entries) == known.root:
        return True
    return taken.damaged > 0 and any(entry.id in known.here for entry in taken.entries)


def _agree(ours: Entry, theirs: Entry) -> bool:
    """Whether two forms of an entry are the same, but for what was written anew in one of them."""
    if ours == theirs:
        return True
    if msgspec.structs.replace(theirs, event=ours.event) != ours:
        return False
    return _same_but_gone(_decode(encode(ours.event)), _decode(encode(theirs.event)))


def _same_but_gone(ours: object, theirs: object) -> bool:
    """Whether two pieces of JSON differ only where one of them says nothing any more."""
    if ours == theirs or ours in _GONE or theirs in _GONE:
        return True
    if isinstance(ours, str) and isinstance(theirs, str):
        return same_but_for_names(ours, theirs)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        keys = ours.keys() | theirs.keys()
        return all(_same_but_gone(ours.get(k, ""), theirs.get(k, "")) for k in keys)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(
            _same_but_gone(a, b) for a, b in zip(ours, theirs, strict=True)
        )
    return False


def _went_with_what_came(session: Session) -> set[str]:
    """Ids of entries that are here and were taken back together with what they came in with."""
    entries = session.history.entries
    gone = taken_back(entries)
    undone = [e for e in entries if isinstance(e.event, NotesReceived) and e.id in gone]
    if not undone:
        return set()
    spans = [span for e in undone if isinstance(e.event, NotesReceived) for span in e.event.spans]
    return {
        e.id
        for e in entries
        if e.id in gone
        and any(e.writer == writer and first <= e.seq <= last for writer, first, last in spans)
    }


def _questions(session: Session, new: list[Entry]) -> list[Question]:
    """What would stand side by side with these entries that does not do so already."""
    if not new:
        return []
    now = session.workshop.side_by_side
    then = replay([*session.history.entries, *new]).side_by_side
    return [question for key, question in then.items() if now.get(key) != question]
