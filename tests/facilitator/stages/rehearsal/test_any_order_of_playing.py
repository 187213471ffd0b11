"""Whatever is done to the clock and the injects, each comes once, none is lost, none changes place.

Histories of any length are drawn: pause, resume, put the clock forward or back, hold, let go, move,
skip, release, make up, decide, stop word, take back, bring back, restart. After each act the clock
is looked at, as the app does twice a second. Beside it an account is kept that knows nothing of the
app's own: the order in which things were seen to arrive.
"""

from contextlib import suppress
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.events import Refused
from facilitator.guide.scenario import Inject, ScenarioPack
from facilitator.history import History
from facilitator.rounds import lock_round
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import (
    go_on,
    pause_clock,
    say_stop_word,
    set_clock,
    start_clock,
)
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.injects import (
    InjectPlayed,
    due_injects,
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
    stands,
    write_inject,
)
from tests.facilitator.conftest import NOON

START = 1_742_300_000.0
IDS = ("first", "after", "opened", "late", "sixth")

ACTS = st.one_of(
    st.tuples(st.just("wait"), st.integers(1, 900)),
    st.tuples(st.just("start")),
    st.tuples(st.just("pause")),
    st.tuples(st.just("set"), st.integers(0, 2_700)),
    st.tuples(st.just("hold"), st.sampled_from(IDS)),
    st.tuples(st.just("let go"), st.sampled_from(IDS)),
    st.tuples(st.just("move"), st.sampled_from(IDS), st.integers(0, 45)),
    st.tuples(st.just("skip"), st.sampled_from(IDS)),
    st.tuples(st.just("release"), st.sampled_from(IDS)),
    st.tuples(st.just("make up"), st.integers(0, 45)),
    st.tuples(st.just("decide"), st.sampled_from(["", "o1", "o2"])),
    st.tuples(st.just("stop")),
    st.tuples(st.just("go on")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("restart")),
)


class Playing:
    """A rehearsal in play, and beside it what was seen to arrive, in order."""

    def __init__(self, room: Any, story: ScenarioPack) -> None:
        self.room = room
        self.now = START
        self.seen: list[str] = []
        room.join("Alder")
        room.do(choose_scenario, story, rehearsal_id="flood")
        room.do(start_clock, "flood", self.now, 0)

    @property
    def flood(self) -> Any:
        return self.room.workshop.rehearsals["flood"]

    def act(self, what: str, *more: Any) -> None:
        """Do one thing; what is refused changes nothing."""
        with suppress(Refused):
            self._act(what, *more)
        self.tick()

    def tick(self) -> None:
        """Look at the clock as the app does."""
        while self.flood.clock.running and (
            due := due_injects(self.room.workshop, self.flood, self.now)
        ):
            self.room.do(play_inject, "flood", due[0].id, self.minute, "clock")
            self.seen.append(due[0].id)

    @property
    def minute(self) -> int:
        return int(self.flood.clock.seconds(self.now) // 60)

    def _act(self, what: str, *more: Any) -> None:
        room = self.room
        match what:
            case "wait":
                self.now += more[0]
            case "start":
                room.do(start_clock, "flood", self.now)
            case "pause":
                room.do(pause_clock, "flood", self.now)
            case "set":
                room.do(set_clock, "flood", self.now, more[0])
            case "hold":
                room.do(hold_inject, "flood", more[0])
            case "let go":
                room.do(let_inject_go, "flood", more[0])
            case "move":
                room.do(move_inject, "flood", more[0], more[1], self.now)
            case "skip":
                room.do(play_inject, "flood", more[0], self.minute, "skipped")
            case "release":
                room.do(play_inject, "flood", more[0], self.minute, "hand")
                self.seen.append(more[0])
            case "make up":
                room.do(write_inject, "flood", "More news.", "Everyone", "", more[0])
            case "decide":
                self._decide(more[0])
            case "stop":
                room.do(say_stop_word, "flood", self.now)
            case "go on":
                room.do(go_on, "flood", self.now)
            case "undo":
                if getattr(room.history.to_undo(room.seat), "seq", 0) > 3:
                    room.undo()
            case "redo":
                room.redo()
            case "restart":
                again = History()
                again.extend(room.history.entries)
                room.history = again

    def _decide(self, option: str) -> None:
        put = self.room.do(put_decision, "flood", "d1", 16, "Half of it", option=option).id
        opened = self.room.do(open_decision_round, "flood", put).id
        self.room.stand(opened, alder="agree")
        self.room.do(lock_round, opened, NOON)

    def arrived(self) -> list[str]:
        """What the app says has arrived, in its order."""
        return [each for each in self.flood.played if self.flood.has_arrived(each)]


@settings(deadline=None, max_examples=150)
@given(acts=st.lists(ACTS, max_size=40))
def test_each_inject_arrives_once_and_nothing_is_lost(acts, new_room, story) -> None:
    later = Inject(id="sixth", at_min=40, arrives_as="Radio", to="Everyone", text="Dry.")
    playing = Playing(new_room(), msgspec.structs.replace(story, injects=(*story.injects, later)))

    for act in acts:
        playing.act(*act)

        assert playing.arrived() == playing.seen
        assert len(set(playing.seen)) == len(playing.seen)

    # Nothing is lost: when everything is let go, all that is not put aside comes.
    known = {inject.id for inject in playing.flood.injects()}
    assert known >= set(IDS)
    playing.act("go on")
    for inject in sorted(playing.flood.held):
        playing.act("let go", inject)
    playing.act("start")
    playing.act("wait", 700 * 60)
    left = {
        each.id: stands(playing.room.workshop, playing.flood, each)
        for each in playing.flood.injects()
    }
    assert set(left.values()) <= {"arrived", "skipped", "waits", "not_needed"}
    kept = [e.event for e in playing.room.history.entries if isinstance(e.event, InjectPlayed)]
    assert sorted(e.inject for e in kept if e.how != "skipped") == sorted(playing.seen)


@settings(deadline=None, max_examples=60)
@given(acts=st.lists(ACTS, max_size=25))
def test_what_comes_by_the_clock_comes_in_the_order_of_its_minutes(acts, new_room, story) -> None:
    playing = Playing(new_room(), story)
    for act in acts:
        before = len(playing.seen)
        planned = {i.id: at for at, i in enumerate(playing.flood.injects())}
        playing.act(*act)
        if act[0] == "wait":
            came = [planned[each] for each in playing.seen[before:]]
            assert came == sorted(came)
