"""A whole workshop, played in the order of the clock through the commands that the pages use."""

import datetime
from collections.abc import Callable

from facilitator.guide import load_guide
from sessions.clock import SetClock
from sessions.session import Session
from ui.demo.agreement import play_agreement
from ui.demo.commitments import play_commitments
from ui.demo.gather import doors, play_gather
from ui.demo.player import Played, Player
from ui.demo.purpose import play_purpose
from ui.demo.rehearsal import play_rehearsal
from ui.demo.sample import Sample
from ui.demo.values import play_values


def play(
    session: Session,
    sample: Sample,
    clock: SetClock,
    step: Callable[[str], None] | None = None,
) -> Played:
    """Play a workshop into a session that keeps time by `clock`.

    Only what was done is taken from the file; tallies, results and statuses are the workshop's
    own. What it refuses is noted and the rest goes on. `step` is told of each step of the guide
    ("values/rounds") when all that was done in it is done. Raises `SessionProblem`.
    """
    player = Player(session, sample, clock, load_guide(), step)
    first = _first(sample, clock)
    player.free_from = first
    play_gather(player, doors(player, first))
    player.free_from = first
    if sample.purpose:
        play_purpose(player, sample.purpose)
    if sample.values:
        play_values(player, sample.values)
    for number, run in enumerate(sample.scenario_runs, 1):
        play_rehearsal(player, run, number)
    if sample.commitments or sample.budgets:
        play_commitments(player, sample.commitments, sample.budgets)
    play_agreement(player)
    return player.run()


def _first(sample: Sample, clock: SetClock) -> datetime.datetime:
    """When the workshop begins: at its first sitting, or before its first round, or now."""
    rounds = [each for value in sample.values for each in value.rounds]
    if sample.purpose and sample.purpose.final_round:
        rounds.append(sample.purpose.final_round)
    locked = [each.locked for each in rounds if each.locked]
    begins = [sitting.starts for sitting in sample.sessions]
    if not begins and locked:
        begins = [min(locked) - datetime.timedelta(hours=1)]
    now = clock.now().replace(second=0, microsecond=0, tzinfo=None)
    return min(begins, default=now)
