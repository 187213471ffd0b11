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
    """One check-in: a word, and a number from 1 at ease to 5 tense. Private."""

    when: When
    member: str
    word: str
    tension: int


class Played(msgspec.Struct, frozen=True):
    """What became of an inject: fired or skipped at a minute, by the clock or by hand."""

    inject: str
    minute: int
    how: Literal["clock", "hand", "skipped"]
    response: str = ""


class Decision(msgspec.Struct, frozen=True):
    """What the group decided at a decision point, and why. Its positions are in a round."""

    id: str
    point: str
    minute: int
    text: str
    reasons: str = ""


class Strain(msgspec.Struct, frozen=True):
    """What the scenario did to a value, and the moment when it showed."""

    value: str
    verdict: Verdict
    moment: str
    minute: int | None = None


class Lesson(msgspec.Struct, frozen=True):
    """A lesson, with an owner where there is one (a member's id, or words)."""

    id: str
    text: str
    owner: str = ""


class Change(msgspec.Struct, frozen=True):
    """A proposed change to the agreement. `target` is a value's id, `purpose` or `commitments`."""

    id: str
    target: str
    text: str
    owner: str = ""
    due: str = ""
    accepted: bool = False


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

    def seconds(self, now: float) -> float:
        """Seconds since the start of the stage; never less than nothing."""
        going = max(0.0, now - self.since) if self.since else 0.0
        return self.from_minute * 60 + self.banked + going


class Rehearsal(msgspec.Struct, frozen=True):
    """One playing of a scenario. The pack is kept whole, so that the file is enough by itself."""

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

    def mean_tension(self, when: When) -> float | None:
        """The mean of the numbers, 1 to 5; None when nobody checked in."""
        numbers = [f.tension for f in self.feelings if f.when == when]
        return sum(numbers) / len(numbers) if numbers else None

    def due(self, now: float) -> tuple[Inject, ...]:
        """Injects whose minute has come and that have been neither fired nor skipped."""
        minute = self.clock.seconds(now) / 60
        return tuple(i for i in self.pack.injects if i.at_min <= minute and i.id not in self.played)


def rehearsal_of(workshop: Workshop, rehearsal: str) -> Rehearsal:
    """The rehearsal of that id; refused when there is none."""
    if rehearsal not in workshop.rehearsals:
        raise Refused("Choose a scenario first.")
    return workshop.rehearsals[rehearsal]


def change_rehearsal(workshop: Workshop, rehearsal: str, **fields: object) -> None:
    """Put other fields in place of a rehearsal's own; nothing when it is not there."""
    if found := workshop.rehearsals.get(rehearsal):
        workshop.rehearsals[rehearsal] = msgspec.structs.replace(found, **fields)
