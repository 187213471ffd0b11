"""What is kept of a rehearsal.

Positions on a decision are a `facilitator.rounds.Round` whose subject is the decision's id.
Minutes are those of the scenario clock, counted from the start of the stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.events import Refused
from facilitator.guide.scenario import Inject, ScenarioPack

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

When = Literal["before", "after"]
Verdict = Literal["held", "bent", "broke"]


class Part(msgspec.Struct, frozen=True):
    """A role in the scenario and the member who plays it."""

    role: str
    member: str


class Feeling(msgspec.Struct, frozen=True):
    """One check-in: a word, and a number from 1 at ease to 5 tense. Private.

    One that came without a name (a paper slip, the laptop passed round) has no member and an id of
    its own.
    """

    when: When
    member: str
    word: str
    tension: int
    id: str = ""


class Played(msgspec.Struct, frozen=True):
    """What became of an inject: fired or skipped at a minute, by the clock or by hand."""

    inject: str
    minute: int
    how: Literal["clock", "hand", "skipped"]
    response: str = ""


class Decision(msgspec.Struct, frozen=True):
    """What the group decided at a decision point, and why. Its positions are in a round.

    `option` is the id of the pack's option that it takes, empty for another way; `speaker` is who
    says it in public: an organisation's id, a role, or words.
    """

    id: str
    point: str
    minute: int
    text: str
    reasons: str = ""
    option: str = ""
    speaker: str = ""


class Strain(msgspec.Struct, frozen=True):
    """What the scenario did to a value, and the moment when it showed."""

    value: str
    verdict: Verdict
    moment: str
    minute: int | None = None


class Mark(msgspec.Struct, frozen=True):
    """A value seen under strain in play: at which minute, whether it held, and what was seen."""

    id: str
    value: str
    minute: int
    verdict: Verdict
    seen: str = ""


class Note(msgspec.Struct, frozen=True):
    """What the note-taker saw, at a second of the scenario clock. It stays on the console."""

    id: str
    second: int
    text: str


class Lesson(msgspec.Struct, frozen=True):
    """A lesson, with an owner where there is one (a member's id, or words)."""

    id: str
    text: str
    owner: str = ""


ChangeKind = Literal["", "will", "will_not", "wording", "statement", "commitment"]
"""How a change changes its target: a line added to a value's behaviours, a value's new wording, a
new draft of the purpose, a commitment still to be written; nothing while nobody has said."""


class Change(msgspec.Struct, frozen=True):
    """A proposed change to the agreement. `target` is a value's id, `purpose` or `commitments`.

    `lesson` is the lesson that it came from; `opened` what accepting it opened: an amendment's or a
    draft's id.
    """

    id: str
    target: str
    text: str
    owner: str = ""
    due: str = ""
    accepted: bool = False
    how: ChangeKind = ""
    lesson: str = ""
    opened: str = ""


class ScenarioClock(msgspec.Struct, frozen=True):
    """The scenario's own clock. Times are seconds since 1970.

    `banked` is what ran before the last pause, `since` when it was last set going (0 while it
    stands), `from_minute` what it showed at first.
    """

    from_minute: int = 0
    banked: float = 0.0
    since: float = 0.0

    @property
    def running(self) -> bool:
        """Whether it is going."""
        return self.since > 0

    @property
    def started(self) -> bool:
        """Whether it has ever been set going, or set to a minute."""
        return self.running or self.banked > 0 or self.from_minute > 0

    def seconds(self, now: float) -> float:
        """Seconds since the start of the stage; never less than nothing."""
        going = max(0.0, now - self.since) if self.since else 0.0
        return self.from_minute * 60 + self.banked + going

    def time_at(self, second: float) -> float:
        """When it will show a second, in seconds since 1970; 0 while it stands."""
        return self.since + second - self.from_minute * 60 - self.banked if self.running else 0.0

    def stopped(self, at: float) -> ScenarioClock:
        """The same, standing since a time; what it shows stays."""
        ran = self.banked + (max(0.0, at - self.since) if self.since else 0.0)
        return ScenarioClock(self.from_minute, ran, 0.0)


class StopSaid(msgspec.Struct, frozen=True):
    """The stop word holds: at which second it was said, and which clocks ran until then."""

    second: int
    story_ran: bool
    step_ran: bool


class PhaseInHand(msgspec.Struct, frozen=True):
    """The phase of the debrief in hand, and since when (seconds since 1970)."""

    phase: str
    since: float


class Rehearsal(msgspec.Struct, frozen=True):
    """One playing of a scenario. The pack is kept whole, so that the file is enough by itself.

    `tasks` say what an observer watches for. `written` are injects made up on the spot, and the
    pack's own where their words were changed; `moved` holds the minute that was planned instead of
    an inject's own, `held` the injects that wait for a hand. `stops` are the minutes at which the
    stop word was said, `stop` holds while nobody has gone on. `called` holds the second at which a
    decision point was called, `unchanged` why nothing on paper needs to change. `begun` is when the
    scenario clock was first set going (seconds since 1970), 0 before.
    """

    id: str
    pack: ScenarioPack
    stop_word: str = "Pause please"
    clock: ScenarioClock = ScenarioClock()
    parts: tuple[Part, ...] = ()
    observers: tuple[str, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    played: dict[str, Played] = {}
    decisions: dict[str, Decision] = {}
    answers: tuple[tuple[str, str], ...] = ()
    strains: dict[str, Strain] = {}
    lessons: tuple[Lesson, ...] = ()
    changes: dict[str, Change] = {}
    tasks: dict[str, str] = {}
    written: dict[str, Inject] = {}
    moved: dict[str, int] = {}
    held: frozenset[str] = frozenset()
    stop: StopSaid | None = None
    stops: tuple[int, ...] = ()
    called: dict[str, int] = {}
    marks: dict[str, Mark] = {}
    notes: dict[str, Note] = {}
    phase: PhaseInHand | None = None
    unchanged: str = ""
    begun: float = 0.0

    @property
    def untouched(self) -> bool:
        """Whether nothing has come of it yet: it was chosen, perhaps cast, and no more."""
        happened = (self.feelings, self.played, self.decisions, self.answers, self.strains)
        written = (self.lessons, self.changes, self.notes, self.marks, self.stops, self.unchanged)
        return not self.clock.started and not any(happened) and not any(written)

    def mean_tension(self, when: When) -> float | None:
        """The mean of the numbers, 1 to 5; None when nobody checked in.

        For the console alone: see `feeling.together` for what may leave it.
        """
        numbers = [f.tension for f in self.feelings if f.when == when]
        return sum(numbers) / len(numbers) if numbers else None

    def planned(self, inject: Inject) -> int:
        """The minute at which an inject is planned now."""
        return self.moved.get(inject.id, inject.at_min)

    def injects(self) -> list[Inject]:
        """All injects in the order of their planned minutes, those made up on the spot as well."""
        own = {inject.id for inject in self.pack.injects}
        listed = [self.written.get(inject.id, inject) for inject in self.pack.injects]
        listed += [inject for inject in self.written.values() if inject.id not in own]
        return sorted(listed, key=self.planned)

    def inject(self, inject: str) -> Inject | None:
        """The inject of that id."""
        return next((each for each in self.injects() if each.id == inject), None)

    def has_arrived(self, inject: str) -> bool:
        """Whether an inject has reached the players; one that was skipped has not."""
        played = self.played.get(inject)
        return played is not None and played.how != "skipped"

    def decision_at(self, point: str) -> Decision | None:
        """The newest decision that was put at a decision point."""
        put = (each for each in reversed(self.decisions.values()) if each.point == point)
        return next(put, None)


def rehearsal_of(workshop: Workshop, rehearsal: str) -> Rehearsal:
    """The rehearsal of that id; refused when there is none."""
    if rehearsal not in workshop.rehearsals:
        raise Refused("Choose a scenario first.")
    return workshop.rehearsals[rehearsal]


def change_rehearsal(workshop: Workshop, rehearsal: str, **fields: object) -> None:
    """Put other fields in place of a rehearsal's own; nothing when it is not there."""
    if found := workshop.rehearsals.get(rehearsal):
        workshop.rehearsals[rehearsal] = msgspec.structs.replace(found, **fields)
