"""Rehearsal: a pack played in role, the feelings round it, and what it did to the values."""

import datetime
from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from facilitator.guide import pack_in_type, set_in_type
from facilitator.stages.rehearsal.casting import choose_scenario, give_role, name_observers
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.debriefing import answer_debrief, judge_strain, learn_lesson
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.feeling import check_in
from facilitator.stages.rehearsal.injects import answer_inject, due_injects, play_inject
from facilitator.stages.rehearsal.state import When
from ui.demo.form.rehearsal import CheckIn, DecisionSaid, InjectSaid, Run
from ui.demo.form.words import plain, verdict_of
from ui.demo.player import Player
from ui.demo.rounds import take_round
from ui.demo.schedule import Thread, spread


def play_rehearsal(player: Player, said: Run, number: int) -> None:
    """One playing of a scenario, in its sitting."""
    name = said.id or f"SR{number}"
    pack = player.guide.packs.get(said.scenario)
    if pack is None:
        player.refuse(name, f"There is no scenario pack “{said.scenario}”, so it was not played.")
        return
    pack = pack_in_type(pack)
    start = player.begin(player.sitting(said.session, "scenario", "rehearsal"))
    times = _walk(player, said, start)
    clock = Thread(player.schedule, times["brief"])
    clock.at(
        times["brief"],
        lambda: player.ask(name, choose_scenario, pack, said.stop_word, rehearsal_id=name),
    )
    clock.at(times["read-in"], _cast, player, name, said)
    _feel(player, name, "before", said.check_in_before, times["check-in-before"], times["read-in"])
    from_minute = int((times["play"] - start).total_seconds() // 60)
    clock.at(
        times["play"],
        lambda: player.ask(name, start_clock, name, player.session.seconds(), from_minute),
    )
    for inject in said.injects_played:
        _inject(player, name, inject, start)
    for place, decision in enumerate(said.decisions, 1):
        _decide(player, name, f"{name}-D{place}", decision, start)
    stop = times["check-in-after"]
    player.schedule.at(stop, lambda: player.ask(name, pause_clock, name, player.session.seconds()))
    _feel(player, name, "after", said.check_in_after, stop, times["debrief"])
    _debrief(player, name, said, times)


def _walk(player: Player, said: Run, start: datetime.datetime) -> dict[str, datetime.datetime]:
    """The stage's steps, the play long enough for all that was played."""
    minutes = [i.at_min for i in said.injects_played] + [d.at_min for d in said.decisions]
    planned = player.guide.stage("rehearsal")
    begins = min([planned.minutes_before("play"), *minutes])
    ends = max([planned.minutes_before("check-in-after"), *(each + 2 for each in minutes)])
    pinned = {
        "play": start + timedelta(minutes=begins),
        "check-in-after": start + timedelta(minutes=ends),
    }
    return player.walk("rehearsal", start, pinned)


def _cast(player: Player, name: str, said: Run) -> None:
    for each in said.roles:
        player.ask(f"{name}, {each.role}", give_role, name, each.role, each.p)
    if said.observers:
        player.ask(name, name_observers, name, said.observers)


def _feel(
    player: Player,
    name: str,
    when: When,
    feelings: tuple[CheckIn, ...],
    start: datetime.datetime,
    end: datetime.datetime,
) -> None:
    for each, moment in zip(feelings, spread(start, end, len(feelings)), strict=True):
        player.plan(
            moment,
            f"{name}, check-in {when}",
            check_in,
            name,
            when,
            each.p,
            each.word,
            each.tension_1to5,
        )


def _inject(player: Player, name: str, said: InjectSaid, start: datetime.datetime) -> None:
    about = f"{name}, {said.inject}"
    arrived = start + timedelta(minutes=said.at_min)

    def arrive() -> None:
        rehearsal = player.workshop.rehearsals[name]
        now = player.session.seconds()
        due = {inject.id for inject in due_injects(player.workshop, rehearsal, now)}
        how: Literal["clock", "hand"] = "clock" if said.inject in due else "hand"
        player.ask(about, play_inject, name, said.inject, said.at_min, how)

    thread = Thread(player.schedule, arrived)
    thread.at(arrived, arrive)
    if said.response.strip():
        thread.at(
            arrived + timedelta(minutes=1),
            lambda: player.ask(about, answer_inject, name, said.inject, said.response),
        )


def _decide(
    player: Player, name: str, decision: str, said: DecisionSaid, start: datetime.datetime
) -> None:
    about = f"{name}, {said.point}"
    round_id = f"{decision}-R1"
    locked = said.locked or start + timedelta(minutes=said.at_min)

    def put() -> None:
        found = player.ask(
            about,
            put_decision,
            name,
            said.point,
            said.at_min,
            said.text,
            said.reasons,
            decision_id=decision,
        )
        if found and said.positions:
            player.ask(about, open_decision_round, name, decision, round_id)

    thread = Thread(player.schedule, locked - timedelta(minutes=1))
    thread.at(locked - timedelta(minutes=1), put)
    if said.positions:
        thread.at(locked, take_round, player, about, round_id, said, locked)


def _debrief(player: Player, name: str, said: Run, times: Mapping[str, datetime.datetime]) -> None:
    *answered, strained, learned = spread(times["debrief"], times["change"], len(said.debrief) + 2)
    for answer, moment in zip(said.debrief, answered, strict=True):
        player.plan(moment, name, answer_debrief, name, set_in_type(answer.q), answer.a)
    for each in said.values_under_strain:
        verdict = verdict_of(each.verdict)
        about = f"{name}, {each.value}"
        player.plan(
            strained, about, judge_strain, name, each.value, verdict, each.moment, each.at_min
        )
    for lesson in said.lessons:
        player.plan(learned, name, learn_lesson, name, lesson)
    moments = spread(times["change"], times["close"], len(said.changes_to_agreement))
    changes = zip(said.changes_to_agreement, moments, strict=True)
    for place, (change, moment) in enumerate(changes, 1):
        change_id = change.id or f"{name}-CH{place}"
        due = change.due.isoformat() if change.due else ""
        how, words = change.how()
        player.plan(
            moment,
            change_id,
            propose_change,
            name,
            change.target,
            words or change.change,
            change.owner,
            due,
            change_id=change_id,
            how=how,
        )
        if plain(change.status) == "accepted":
            player.plan(moment, change_id, accept_change, name, change_id)
