"""A workshop in memory that tests change by commands, as a session would but without a file."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

import pytest

from facilitator.attendance import arrive
from facilitator.events import Entry, Event, Refused, Undone
from facilitator.guide.scenario import DebriefPhase, DecisionPoint, Inject, ScenarioPack
from facilitator.history import EntryClock, History
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.values import open_value_round, propose
from facilitator.workshop import Workshop

NOON = "2026-03-18T12:00"
WORDS = {
    "reservation": "Ward councillors still speak for their wards.",
    "stand_aside": "The night service.",
    "need_more": "Who pays when it overspends?",
    "object": "We have a duty to break even.",
}


class Room:
    """One seat at a workshop: its history, and commands done in it."""

    def __init__(self, seat: str = "Facilitator", writer: str = "", start: int = 1_000) -> None:
        self.seat = seat
        self.writer = writer or seat
        self.milliseconds = start
        self.history = History()
        self.clock = EntryClock(lambda: self.milliseconds)
        self.seq = 0

    @property
    def workshop(self) -> Workshop:
        return self.history.workshop

    def happened(self, event: Event) -> Entry:
        """Put an event into the history, whether or not a command would allow it."""
        self.seq += 1
        entry = Entry(self.clock.tick(), self.writer, self.seq, "", self.seat, event)
        self.history.extend([entry])
        return entry

    def do(self, command: Callable[..., Event], *args: Any, **named: Any) -> Any:
        """Run a command; gives the event."""
        event = command(self.workshop, *args, **named)
        self.happened(event)
        return event

    def refused(self, command: Callable[..., Event], *args: Any, **named: Any) -> str:
        """The sentence with which a command is refused."""
        with pytest.raises(Refused) as caught:
            command(self.workshop, *args, **named)
        return caught.value.reason

    def undo(self) -> Entry | None:
        return self._name(self.history.to_undo(self.seat))

    def redo(self) -> Entry | None:
        return self._name(self.history.to_redo(self.seat))

    def receive(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        for entry in entries:
            self.clock.see(entry.id)
        self.history.extend(entries)

    def _name(self, entry: Entry | None) -> Entry | None:
        if entry is not None:
            self.happened(Undone(entry.id))
        return entry

    def join(self, name: str, org_class: str = "council", voting: bool = True, **who: Any) -> str:
        """Add an organisation with one member, "<id>-lead"; gives the organisation's id."""
        made = name.casefold()
        self.do(join_organisation, name, org_class=org_class, voting=voting, organisation_id=made)
        self.do(join_member, made, f"{name} lead", member_id=f"{made}-lead", **who)
        return made

    def here(self, *organisations: str, at: str = NOON) -> None:
        """Mark the leads of organisations as here from a minute on."""
        for each in organisations:
            self.do(arrive, f"{each}-lead", at)

    def stand(self, round_id: str, **codes: str) -> None:
        """Take positions, with some words wherever words are needed."""
        for organisation, code in codes.items():
            category = "harm" if code == "object" else ""
            words = WORDS.get(code, "")
            self.do(take_position, round_id, organisation, code, words, category)

    def round(self, subject: str = "subject", at: str = NOON, **codes: str) -> str:
        """A locked round in which every organisation agrees but for those that are named."""
        opened = open_value_round if subject in self.workshop.values else open_round
        on = () if subject in self.workshop.values else ("We tell each other first.",)
        made = self.do(opened, subject, *on).id
        self.stand(made, **{o: codes.get(o, "agree") for o in self.workshop.organisations})
        self.do(lock_round, made, at)
        return made

    def value(self, title: str = "City first", **more: Any) -> str:
        """Propose a value; gives its id."""
        return self.do(propose, title, "We start from what the city needs.", **more).id


def _same(one: Workshop, other: Workshop) -> bool:
    """Equal, with every noun in the same order."""
    for noun in fields(one):
        a, b = getattr(one, noun.name), getattr(other, noun.name)
        if a != b or (isinstance(a, dict) and list(a) != list(b)):
            return False
    return True


@pytest.fixture
def room() -> Room:
    """A workshop in which nothing has happened."""
    return Room()


@pytest.fixture
def table() -> Room:
    """Four voting organisations (alder, beech, cedar, dogwood) and one that does not vote (elm)."""
    made = Room()
    for name, org_class in (
        ("Alder", "council"),
        ("Beech", "nhs"),
        ("Cedar", "nhs"),
        ("Dogwood", "vcs"),
    ):
        made.join(name, org_class)
    made.join("Elm", "partner", voting=False)
    return made


@pytest.fixture(scope="session")
def new_room() -> type[Room]:
    """Rooms for a test that makes many."""
    return Room


@pytest.fixture(scope="session")
def same() -> Callable[[Workshop, Workshop], bool]:
    """Whether two workshops are equal, with every noun in the same order."""
    return _same


@pytest.fixture(scope="session")
def pack() -> ScenarioPack:
    """A scenario with injects at minutes 10, 20 and 30, and one decision point."""
    injects = [
        Inject(id=f"i{n}", at_min=n * 10, arrives_as="Phone call", to="Everyone", text=f"News {n}")
        for n in (1, 2, 3)
    ]
    return ScenarioPack(
        id="flood",
        title="The flood",
        content_note="Water.",
        situation="It rains.",
        facts=("It is night.",),
        roles=("Duty manager", "Mayor"),
        stakes=("Homes",),
        injects=tuple(injects),
        decision_points=(DecisionPoint(id="d1", at_min=25, question="Whom first?"),),
        dilemmas=("Now or later",),
        values_likely_strained=(),
        accountability_limits=(),
        check_in_before="How are you?",
        check_in_after="And now?",
        debrief=(DebriefPhase(phase="feel", minutes=5, questions=("What did you feel?",)),),
    )
