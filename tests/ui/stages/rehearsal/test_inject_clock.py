"""Every inject arrives exactly once, whatever happens to the clock or to the app."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import Guide
from facilitator.progress import enter_step, pause_timer
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import join_organisation
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
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
)
from sessions.clock import SetClock
from sessions.problems import SessionProblem
from sessions.session import Session
from ui.desk import Desk
from ui.stages.rehearsal.playing.inject_clock import AWAY, RETRY, Gap, InjectClock

MINUTE = 60
PLAY = 25
ALL = ["SC1-I1", "SC1-I2", "SC1-I3"]


class App:
    """The app as far as injects go: opened on a file, ticking twice a second, closed again."""

    def __init__(self, path: Path, clock: SetClock, guide: Guide) -> None:
        self.path, self.clock, self.guide = path, clock, guide
        self.desk = self._opened()

    def _opened(self) -> Desk:
        make = Session.open if self.path.exists() else Session.create
        desk = Desk(make(self.path, clock=self.clock), self.guide)
        self.injects = InjectClock(desk)
        return desk

    def restart(self, away: float = 0) -> None:
        self.desk.close()
        self.clock.forward(away)
        self.desk = self._opened()

    def run(self, seconds: float, every: float = 20) -> None:
        while seconds > 0:
            self.clock.forward(min(every, seconds))
            seconds -= every
            self.injects.tick()

    def start(self) -> None:
        first = None if self.rehearsal.clock.from_minute else PLAY
        self.desk.do(start_clock, "R", self.desk.seconds(), from_minute=first)

    def pause(self) -> None:
        self.desk.do(pause_clock, "R", self.desk.seconds())

    @property
    def rehearsal(self):
        return self.desk.workshop.rehearsals["R"]

    def fired(self) -> list[str]:
        """Every inject in the record, in the order in which it arrived, twice if it came twice."""
        return [
            entry.event.inject
            for entry in self.desk.session.history.entries
            if isinstance(entry.event, InjectPlayed)
        ]


@pytest.fixture
def app(tmp_path: Path, clock: SetClock, guide: Guide, qapp: QApplication) -> Iterator[App]:
    made = App(tmp_path / "play.workshop", clock, guide)
    made.desk.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    yield made
    made.desk.close()


def test_each_inject_arrives_at_its_minute(app: App) -> None:
    app.start()
    app.run(40 * MINUTE, every=0.5)
    assert app.fired() == ALL
    assert [app.rehearsal.played[i].minute for i in ALL] == [28, 41, 56]
    assert {app.rehearsal.played[i].how for i in ALL} == {"clock"}


def test_nothing_arrives_before_the_clock_is_set_going(app: App) -> None:
    app.run(3 * 60 * MINUTE, every=600)
    assert app.fired() == []


def test_a_pause_holds_what_is_to_come(app: App) -> None:
    app.start()
    app.run(4 * MINUTE)
    app.pause()
    app.run(60 * MINUTE)
    assert app.fired() == ALL[:1]
    app.start()
    app.run(12 * MINUTE)
    assert app.fired() == ALL[:2]
    assert app.rehearsal.played["SC1-I2"].minute == 41


def test_a_pause_holds_what_came_due_in_the_last_half_second(app: App) -> None:
    app.start()
    app.clock.forward(4 * MINUTE)
    app.pause()
    app.injects.tick()
    assert app.fired() == []
    app.start()
    app.injects.tick()
    assert app.fired() == ALL[:1]


def test_a_restart_at_once_goes_on_and_loses_and_doubles_none(app: App) -> None:
    app.start()
    app.run(3 * MINUTE + 20)
    app.restart(AWAY / 3)
    app.run(40 * MINUTE)
    assert app.fired() == ALL
    assert [app.rehearsal.played[i].minute for i in ALL] == [28, 41, 56]


@pytest.mark.parametrize("away", [5 * MINUTE, 3600])
def test_after_a_long_restart_nothing_arrives_until_the_story_goes_on(
    app: App, away: float
) -> None:
    app.start()
    app.run(3 * MINUTE)
    app.restart(away)
    app.run(40 * MINUTE)
    assert app.fired() == ALL[:1]
    assert not app.rehearsal.clock.running
    app.injects.go_on(with_gap=False)
    app.run(12 * MINUTE)
    assert app.fired() == ALL[:1]
    app.run(20 * MINUTE)
    assert app.fired() == ALL
    assert app.rehearsal.played["SC1-I2"].minute == 41


def test_a_restart_while_paused_lets_nothing_through(app: App) -> None:
    app.start()
    app.run(4 * MINUTE)
    app.pause()
    app.restart(2 * 3600)
    app.run(MINUTE)
    assert app.fired() == ALL[:1]


def test_an_hours_sleep_pauses_the_story_where_it_was(app: App) -> None:
    told: list[Gap | None] = []
    app.injects.gap_changed.connect(lambda: told.append(app.injects.gap))
    app.start()
    app.run(6 * MINUTE + 20)
    app.clock.forward(3600)
    app.injects.tick()
    app.run(5 * MINUTE)
    assert app.fired() == ALL[:1]
    assert told == [Gap("R", 3600, 31 * MINUTE + 20)]
    assert app.rehearsal.clock.seconds(app.desk.seconds()) == 31 * MINUTE + 20
    assert app.desk.focus.away


def test_going_on_after_a_sleep_goes_on_from_where_it_stood(app: App) -> None:
    app.start()
    app.run(6 * MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    app.injects.go_on(with_gap=False)
    app.run(30 * MINUTE)
    assert app.fired() == ALL
    assert [app.rehearsal.played[i].minute for i in ALL] == [28, 41, 56]
    assert app.injects.gap is None
    assert not app.desk.focus.away


def test_a_sleep_that_counts_brings_all_that_is_due_once_and_in_order(app: App) -> None:
    app.start()
    app.run(MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    assert [inject.id for inject in app.injects.would_arrive()] == ALL
    app.injects.go_on(with_gap=True)
    app.injects.tick()
    assert app.fired() == ALL
    assert {app.rehearsal.played[i].minute for i in ALL} == {86}
    assert app.desk.focus.inject == "SC1-I3"


@pytest.mark.parametrize("way", ["from where it stood", "with the time away", "by the page"])
def test_the_clock_of_the_step_does_not_count_a_sleep_and_goes_on_with_the_story(
    app: App, way: str
) -> None:
    def spent() -> float:
        visit = app.desk.workshop.progress.now
        assert visit is not None
        return visit.seconds(app.desk.seconds())

    app.desk.do(enter_step, "rehearsal", "play", app.desk.seconds())
    app.start()
    app.run(MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    app.run(5 * MINUTE)
    assert spent() == MINUTE
    if way == "by the page":
        app.start()
        app.injects.tick()
    else:
        app.injects.go_on(with_gap=way == "with the time away")
    app.run(2 * MINUTE)
    assert spent() == 3 * MINUTE


def test_a_step_whose_clock_stood_stands_on_after_a_sleep(app: App) -> None:
    app.desk.do(enter_step, "rehearsal", "play", app.desk.seconds())
    app.desk.do(pause_timer, app.desk.seconds())
    app.start()
    app.run(MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    app.injects.go_on(with_gap=False)
    visit = app.desk.workshop.progress.now
    assert visit is not None
    assert not visit.running_since


def test_going_on_by_the_pages_own_button_ends_the_gap(app: App) -> None:
    app.start()
    app.run(MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    app.start()
    app.injects.tick()
    assert app.injects.gap is None
    app.run(3 * MINUTE)
    assert app.fired() == ALL[:1]


def test_a_clock_that_is_set_by_hand_ends_the_gap(app: App) -> None:
    app.start()
    app.run(MINUTE)
    app.clock.forward(3600)
    app.injects.tick()
    app.desk.do(set_clock, "R", app.desk.seconds(), 40 * MINUTE)
    app.injects.tick()
    assert app.injects.gap is None
    assert not app.desk.focus.away


def test_a_clock_set_back_neither_stops_the_story_nor_lets_it_jump(app: App) -> None:
    app.start()
    app.run(2 * MINUTE)
    app.clock.forward(-3 * 3600)
    app.injects.tick()
    assert app.injects.gap is None
    assert app.rehearsal.clock.running
    assert app.rehearsal.clock.seconds(app.desk.seconds()) == 27 * MINUTE
    app.run(MINUTE)
    assert app.fired() == ALL[:1]
    assert app.rehearsal.played["SC1-I1"].minute == 28


def test_closing_the_workshop_pauses_the_story(app: App) -> None:
    app.start()
    app.run(4 * MINUTE)
    app.injects.stop_all()
    app.restart(12 * 3600)
    app.run(MINUTE)
    assert app.injects.gap is None
    assert app.rehearsal.clock.seconds(app.desk.seconds()) == 29 * MINUTE
    app.start()
    app.run(12 * MINUTE)
    assert app.fired() == ALL[:2]


def test_a_restart_while_the_stop_word_holds_brings_nothing(app: App) -> None:
    app.start()
    app.run(2 * MINUTE)
    app.desk.do(say_stop_word, "R", app.desk.seconds())
    app.restart(3600)
    app.run(30 * MINUTE)
    assert app.fired() == []
    app.desk.do(go_on, "R", app.desk.seconds())
    app.run(MINUTE)
    assert app.fired() == ALL[:1]
    assert app.rehearsal.played["SC1-I1"].minute == 28


def test_held_moved_and_waiting_injects_come_as_they_should(app: App) -> None:
    app.start()
    app.desk.do(hold_inject, "R", "SC1-I1")
    app.desk.do(move_inject, "R", "SC1-I3", 30, app.desk.seconds())
    app.run(20 * MINUTE)
    assert app.fired() == ["SC1-I3", "SC1-I2"]
    app.desk.do(let_inject_go, "R", "SC1-I1")
    app.run(MINUTE)
    assert app.fired() == ["SC1-I3", "SC1-I2", "SC1-I1"]
    assert app.rehearsal.played["SC1-I3"].minute == 30


def test_what_depends_on_a_decision_comes_only_after_it(app: App) -> None:
    first, second, third = app.guide.packs["SC1"].injects
    waits = msgspec.structs.replace(first, when_decided="SC1-D1")
    unless = msgspec.structs.replace(second, unless_decided="SC1-D2")
    pack = msgspec.structs.replace(app.guide.packs["SC1"], injects=(waits, unless, third))
    app.desk.do(choose_scenario, pack, rehearsal_id="R")
    app.start()
    app.run(20 * MINUTE)
    assert app.fired() == ["SC1-I2"]
    app.desk.do(join_organisation, "The council", voting=True, organisation_id="o")
    app.desk.do(put_decision, "R", "SC1-D1", 44, "Wait", decision_id="D")
    app.desk.do(open_decision_round, "R", "D", "round")
    app.desk.do(take_position, "round", "o", "agree")
    app.desk.do(lock_round, "round", app.desk.minute())
    app.run(MINUTE)
    assert app.fired() == ["SC1-I2", "SC1-I1"]


def test_a_clock_set_back_doubles_none(app: App) -> None:
    app.start()
    app.run(4 * MINUTE)
    app.clock.forward(-3 * 3600)
    app.run(40 * MINUTE)
    assert app.fired() == ALL


def test_what_was_released_or_skipped_by_hand_is_left_alone(app: App) -> None:
    app.start()
    app.desk.do(play_inject, "R", "SC1-I2", 26)
    app.desk.do(play_inject, "R", "SC1-I1", 26, how="skipped")
    app.run(40 * MINUTE)
    assert app.fired() == ["SC1-I2", "SC1-I1", "SC1-I3"]


def test_an_inject_for_one_part_never_goes_to_the_rooms_screen(app: App) -> None:
    app.start()
    app.run(20 * MINUTE)
    assert app.fired() == ALL[:2]
    assert app.desk.focus.inject == ""


def test_an_inject_for_everyone_fills_the_rooms_screen(app: App) -> None:
    app.start()
    app.run(32 * MINUTE)
    assert (app.desk.focus.rehearsal, app.desk.focus.inject) == ("R", "SC1-I3")


def test_two_rehearsals_each_keep_their_own_time(app: App) -> None:
    app.start()
    app.desk.do(choose_scenario, app.guide.packs["SC2"], rehearsal_id="R2")
    app.run(32 * MINUTE)
    assert app.fired() == ALL
    assert app.desk.workshop.rehearsals["R2"].played == {}


def test_trouble_with_the_disk_is_told_of_once_and_tried_again(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[object] = []
    app.desk.troubled.connect(troubles.append)
    app.start()
    keep: Callable[..., object] = Session.do

    def full(*_args: object, **_named: object) -> object:
        raise SessionProblem("The disk is full.", "Everything so far is safe.", "Make room.")

    monkeypatch.setattr(Session, "do", full)
    app.run(3 * MINUTE + 2)
    app.run(2, every=0.5)
    assert len(troubles) == 1
    assert app.desk.focus.inject == ""
    monkeypatch.setattr(Session, "do", keep)
    app.run(RETRY + 1, every=1)
    assert app.fired() == ALL[:1]


def test_a_time_that_leaps_on_purpose_is_no_time_away(app: App) -> None:
    app.start()
    app.clock.forward(4 * MINUTE)
    app.injects.look_on()
    app.injects.tick()
    assert app.injects.gap is None
    assert app.fired() == ["SC1-I1"]
