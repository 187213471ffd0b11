"""What the playing of every stage stands on: the session, the clock, and what was refused."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, TypeVar

from facilitator.events import Event, Refused
from facilitator.guide import Guide
from facilitator.progress import enter_step, pause_timer
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.session import Session
from ui.demo.form.gather import SittingSaid
from ui.demo.sample import Sample
from ui.demo.schedule import Schedule, step_times

_Asked = ParamSpec("_Asked")
_Event = TypeVar("_Event", bound=Event)


@dataclass
class Played:
    """What is to be said of a playing besides the workshop itself.

    `prompts` are the file's names for the questions of the purpose stage, by the guide's;
    `refused` what the workshop would not take, each as a sentence; `assumed` what a facilitator
    did that the file leaves unsaid; `unplayed` the parts that no stage is there for yet.
    """

    prompts: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    unplayed: tuple[str, ...] = ()


class Player:
    """A facilitator at a session, with a clock that says what the file says."""

    def __init__(
        self,
        session: Session,
        sample: Sample,
        clock: SetClock,
        guide: Guide,
        step: Callable[[str], None] | None,
    ) -> None:
        self.session = session
        self.sample = sample
        self.guide = guide
        self.played = Played(unplayed=sample.unplayed)
        self.schedule = Schedule()
        # No stage begins before the one before it has ended.
        self.free_from = datetime.datetime.min
        self._clock = clock
        self._tell = step or (lambda _: None)
        self._in_hand = ""

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands."""
        return self.session.workshop

    def ask(
        self,
        about: str,
        command: Callable[Concatenate[Workshop, _Asked], _Event],
        *args: _Asked.args,
        **kwargs: _Asked.kwargs,
    ) -> _Event | None:
        """Do it; None when the workshop refuses, and why stands in `played.refused`."""
        try:
            return self.session.do(command, *args, **kwargs)
        except Refused as refusal:
            self.refuse(about, refusal.reason)
            return None

    def plan(
        self,
        moment: datetime.datetime,
        about: str,
        command: Callable[Concatenate[Workshop, _Asked], _Event],
        *args: _Asked.args,
        **kwargs: _Asked.kwargs,
    ) -> None:
        """Do it at a moment."""

        def do() -> None:
            self.ask(about, command, *args, **kwargs)

        self.schedule.at(moment, do)

    def refuse(self, about: str, reason: str) -> None:
        """Note what was not taken, and why."""
        self.played.refused.append(f"{about}: {reason}")

    def assume(self, about: str, what: str) -> None:
        """Note what was done without the file's saying so."""
        self.played.assumed.append(f"{about}: {what}")

    def sitting(self, session: str, *kinds: str) -> SittingSaid | None:
        """The sitting of that id, else the first of those kinds; None when there is neither."""
        sittings = self.sample.sessions
        named = [each for each in sittings if session and each.id == session]
        of_kind = [each for each in sittings if each.kind in kinds]
        return next(iter(named + of_kind), None)

    def begin(self, sitting: SittingSaid | None) -> datetime.datetime:
        """When a stage begins in a sitting, or in the last one's footsteps where there is none."""
        if sitting is None:
            return self.free_from
        return max(sitting.starts, self.free_from) if self._same_day(sitting) else sitting.starts

    def _same_day(self, sitting: SittingSaid) -> bool:
        return sitting.date == self.free_from.date()

    def walk(
        self,
        stage: str,
        start: datetime.datetime,
        pinned: Mapping[str, datetime.datetime] | None = None,
    ) -> dict[str, datetime.datetime]:
        """Go through a stage's steps at their times; those times, and "end"."""
        script = self.guide.stage(stage)
        times = step_times(script, start, pinned or {})
        for step, moment in times.items():
            self.enter(stage, step, moment)
        last = script.steps[-1]
        end = times[last.id] + datetime.timedelta(minutes=last.minutes)
        self.schedule.at(end, lambda: self.session.do(pause_timer, self.session.seconds()))
        self.free_from = max(self.free_from, end)
        return {**times, "end": end}

    def enter(self, stage: str, step: str, moment: datetime.datetime) -> None:
        """Go to a step at a moment."""

        def go() -> None:
            self._leave()
            self._in_hand = f"{stage}/{step}"
            self.session.do(enter_step, stage, step, self.session.seconds())

        self.schedule.at(moment, go)

    def run(self) -> Played:
        """Do everything that was put into the schedule, by the clock."""
        for moment, act in self.schedule.in_order():
            self._clock.at(moment)
            act()
        self._leave()
        return self.played

    def _leave(self) -> None:
        if self._in_hand:
            self._tell(self._in_hand)
