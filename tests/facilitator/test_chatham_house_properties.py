"""However recorders write, turn the rule on and off, take back, redact and exchange: one workshop.

Each recorder does as a session does: keeps names out while the rule holds, writes anew what may no
longer be kept, and records it.
"""

from collections.abc import Iterable

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.attribution import AttributionChosen
from facilitator.board import ContributionCaptured, ContributionCorrected
from facilitator.chatham_house import ChathamHouseChosen
from facilitator.events import Entry, Event, Redacted, Undone, Unknown
from facilitator.forgetting import kept_of, last_turn
from facilitator.history import EntryClock, History
from facilitator.kinds import encode
from facilitator.nameless import Known
from facilitator.rewriting import rewriting
from facilitator.stages.commitments import CommitmentMade
from facilitator.stages.gather import MemberJoined, OrganisationJoined

NAMES = ("Ann Thistlewood", "Zoë Åkesson", "Ben Okoro")
WORDS = ("Thistlewood", "Åkesson", "Okoro")


class Recorder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: dict[str, Entry] = {}
        self.heard = Known()
        self.clock = EntryClock(lambda: 0)
        self.seq = 0

    @property
    def history(self) -> History:
        return History(self.entries.values())

    def stamp(self, event: Event) -> None:
        self.seq += 1
        entry = Entry(self.clock.tick(), self.name, self.seq, "", self.name, event)
        self.entries[entry.id] = entry

    def do(self, event: Event) -> None:
        workshop = self.history.workshop
        if workshop.chatham_house:
            self.heard |= Known.of([event])
            event = kept_of(event, workshop, self.heard)
        self.stamp(event)
        self.settle()

    def receive(self, entries: Iterable[Entry]) -> None:
        theirs = list(entries)
        if last_turn([*self.history.entries, *theirs]):
            self.heard |= Known.of(e.event for e in theirs)
        for entry in theirs:
            self.clock.see(entry.id)
            self.entries.setdefault(entry.id, entry)
        self.settle()

    def settle(self) -> None:
        entries = self.history.entries
        if last_turn(entries):
            self.heard |= Known.of(entry.event for entry in entries)
        found = rewriting(entries, self.heard)
        self.entries.update(found.anew)
        for record in found.records:
            self.stamp(record)

    def written(self) -> list[bytes]:
        return [encode(e.event) + e.id.encode() for e in self.history.entries]


STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(0, 2), st.integers(0, 30)),
    min_size=4,
    max_size=28,
)


def play(recorders: list[Recorder], steps: list[tuple[int, int, int, int]]) -> None:
    for at, (which, act, name, number) in enumerate(steps):
        recorder = recorders[which % len(recorders)]
        known = list(recorder.history.entries)
        target = known[number % len(known)]
        match act:
            case 0:
                recorder.do(MemberJoined(f"m{name}", "o1", "Nurse", NAMES[name]))
            case 1:
                said = f"Ask {NAMES[name]}, then {WORDS[(name + 1) % 3]}’s team"
                recorder.do(ContributionCaptured(f"c{at}", "purpose", "q", said, f"m{name}", "o1"))
            case 2:
                recorder.do(
                    CommitmentMade(f"k{at}", "Ring", "o1", NAMES[name], "2026-05-01", "One")
                )
            case 3 | 4:
                recorder.do(ChathamHouseChosen(on=number % 3 > 0))
            case 5:
                recorder.do(Undone(target.id))
            case 6:
                recorder.do(Redacted(((target.id, ("/text",)),)))
            case 7:
                recorder.do(ContributionCorrected(f"c{number}", f"{WORDS[name]} pays"))
            case 8:
                raw = msgspec.json.encode({"kind": "hat.thrown", "by": NAMES[name], "high": at})
                recorder.do(Unknown("hat.thrown", raw))
            case _:
                other = recorders[number % len(recorders)]
                recorder.receive(other.history.entries)


def begun(count: int) -> list[Recorder]:
    recorders = [Recorder(f"w{n}") for n in range(count)]
    first = recorders[0]
    first.do(OrganisationJoined("o1", "Hospital", "Hospital"))
    for n, name in enumerate(NAMES):
        first.do(MemberJoined(f"m{n}", "o1", "Nurse", name))
    first.do(AttributionChosen("named"))
    for other in recorders[1:]:
        other.receive(first.history.entries)
    return recorders


def exchanged(recorders: list[Recorder]) -> None:
    for _ in range(2 * len(recorders) + 2):
        before = [len(each.entries) for each in recorders]
        for each in recorders:
            for other in recorders:
                each.receive(other.history.entries)
        if before == [len(each.entries) for each in recorders]:
            return
    raise AssertionError("recorders that exchange everything go on writing records for ever")


@settings(deadline=None, max_examples=150)
@given(steps=STEPS, count=st.integers(1, 4))
def test_all_of_them_end_with_the_same_workshop(
    steps: list[tuple[int, int, int, int]], count: int
) -> None:
    recorders = begun(count)
    play(recorders, steps)
    exchanged(recorders)

    first = recorders[0]
    for each in recorders[1:]:
        assert each.written() == first.written()
        assert each.history.workshop == first.history.workshop


@settings(deadline=None, max_examples=150)
@given(steps=STEPS, count=st.integers(1, 4))
def test_once_the_rule_holds_nobody_is_named_in_any_copy(
    steps: list[tuple[int, int, int, int]], count: int
) -> None:
    recorders = begun(count)
    play(recorders, steps)
    exchanged(recorders)
    recorders[-1].do(ChathamHouseChosen(on=True))
    exchanged(recorders)

    for each in recorders:
        assert each.history.workshop.chatham_house
        told = b"\n".join(each.written()).decode()
        assert [word for word in WORDS if word in told] == []
        assert all(not card.member for card in each.history.workshop.contributions.values())
