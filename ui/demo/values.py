"""Values: proposed, made visible, negotiated in rounds, and what became of each."""

import datetime
from collections.abc import Mapping
from datetime import timedelta

from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.events import Refused
from facilitator.rounds import latest_round
from facilitator.stages.values import (
    CLOSED,
    amend,
    clarify,
    merge_value,
    name_behaviours,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    standing,
    withdraw_value,
)
from ui.demo.form.rounds import RoundSaid
from ui.demo.form.values import Late, ValueSaid
from ui.demo.player import Player
from ui.demo.rounds import NOT_RECORDED, objection, take_round
from ui.demo.schedule import Thread, spread

_OPEN_FOR = timedelta(minutes=2)
_APART = timedelta(minutes=4)
_MORNING = datetime.time(10)


def play_values(player: Player, said: tuple[ValueSaid, ...]) -> None:
    """Every value, in the order in which they were first decided upon."""
    sitting = player.sitting(next((r.session for v in said for r in v.rounds), ""), "values")
    start = player.begin(sitting)
    locks = lock_times(said, start + timedelta(minutes=60))
    said = tuple(
        sorted(said, key=lambda v: min(locks.get(v.id, ()), default=datetime.datetime.max))
    )
    times = _walk(player, start, locks)
    proposed = spread(times["propose"], times["behaviours"], len(said))
    seen = spread(times["behaviours"], times["home-check"], len(said))
    for value, offered, visible in zip(said, proposed, seen, strict=True):
        thread = Thread(player.schedule, offered)
        thread.at(offered, _propose, player, value)
        thread.at(visible, _make_visible, player, value)
        for number, each in enumerate(value.rounds):
            _negotiate(player, thread, value, number, locks[value.id][number], each)
        thread.at(thread.now, _end, player, value)
        _afterwards(player, thread, value)


def lock_times(
    said: tuple[ValueSaid, ...], first: datetime.datetime
) -> dict[str, list[datetime.datetime]]:
    """When each round of each value was locked; where the file does not say, minutes apart."""
    times: dict[str, list[datetime.datetime]] = {}
    last = first
    for value in said:
        for each in value.rounds:
            last = each.locked or last + _APART
            times.setdefault(value.id, []).append(last)
    return times


def _walk(
    player: Player, start: datetime.datetime, locks: Mapping[str, list[datetime.datetime]]
) -> dict[str, datetime.datetime]:
    """The stage's steps, with the rounds where they were held; on other days, only the rounds."""
    every = sorted(lock for each in locks.values() for lock in each)
    on_the_day = [lock for lock in every if lock.date() == start.date()]
    pinned = {}
    if on_the_day:
        pinned["rounds"] = on_the_day[0] - _OPEN_FOR
        pinned["price-check"] = on_the_day[-1] + timedelta(minutes=1)
    times = player.walk("values", start, pinned)
    for date in dict.fromkeys(lock.date() for lock in every if lock.date() != start.date()):
        first = next(lock for lock in every if lock.date() == date)
        player.enter("values", "rounds", first - _OPEN_FOR)
    return times


def _propose(player: Player, said: ValueSaid) -> None:
    by = said.proposed_by
    if by and by not in player.workshop.organisations:
        player.refuse(said.id, f"{by} is not a member of this workshop, so no proposer is kept.")
        by = ""
    wording = said.rounds[0].wording if said.rounds else ""
    player.ask(
        said.id, propose, said.title, wording, by, said.test_day, said.order, value_id=said.id
    )
    if said.clarified.strip() and said.id in player.workshop.values:
        player.ask(said.id, clarify, said.id, said.clarified)


def _make_visible(player: Player, said: ValueSaid) -> None:
    if (said.we_will or said.we_will_not) and said.id in player.workshop.values:
        player.ask(said.id, name_behaviours, said.id, said.we_will, said.we_will_not)


def _negotiate(
    player: Player,
    thread: Thread,
    value: ValueSaid,
    number: int,
    locked: datetime.datetime,
    said: RoundSaid,
) -> None:
    about = f"{value.id}, round {number + 1}"
    round_id = f"{value.id}-R{number + 1}"
    why = value.rounds[number - 1].amendment if number else ""

    def open_it() -> None:
        if value.id not in player.workshop.values:
            return
        _put_back(player, about, value.id)
        wording = said.wording.strip()
        if number and wording and wording != player.workshop.values[value.id].wording:
            player.ask(about, amend, value.id, wording, why=why)
        player.ask(about, open_value_round, value.id, round_id)

    thread.at(locked - _OPEN_FOR, open_it)
    thread.at(locked, take_round, player, about, round_id, said, locked)


def _put_back(player: Player, about: str, value: str) -> None:
    """Reopen a value on which no round may be opened: it is closed, or its rounds are done."""
    try:
        # Asked without doing it, and before the wording changes: an amended value is on the table.
        open_value_round(player.workshop, value)
    except Refused as refusal:
        if refusal.offer:
            _reopen(player, about, value, "Another round was asked for.")


def _reopen(player: Player, about: str, value: str, reason: str) -> None:
    was = standing(player.workshop, value).replace("_", " ")
    if player.ask(about, reopen_value, value, reason):
        player.assume(about, f"it was {was}, and was reopened.")


def _end(player: Player, said: ValueSaid) -> None:
    """What the group did with a value that it did not agree on."""
    if said.id not in player.workshop.values or not (said.parked or said.withdrawn or said.merged):
        return
    if standing(player.workshop, said.id) in CLOSED:
        _reopen(player, said.id, said.id, "The group put it aside after all.")
    if said.parked:
        parked = said.parked
        player.ask(said.id, park_value, said.id, parked.owner, parked.question, parked.return_by)
    elif said.withdrawn:
        withdrawn = said.withdrawn
        by = withdrawn.by or said.proposed_by
        player.ask(said.id, withdraw_value, said.id, by, withdrawn.reason or "Reason not recorded.")
    elif said.merged:
        player.ask(said.id, merge_value, said.id, said.merged.into, said.merged.reason)


def _afterwards(player: Player, thread: Thread, said: ValueSaid) -> None:
    """Mandates confirmed and late positions, by their dates."""
    decided = thread.now
    for each in said.mandate_confirmed:
        moment = max(decided, datetime.datetime.combine(each.date, _MORNING))
        player.schedule.at(moment, _confirm, player, said.id, each.org, each.date.isoformat())
    for late in said.late_positions:
        moment = max(decided, datetime.datetime.combine(late.date, _MORNING))
        player.schedule.at(moment, _late, player, said.id, late)


def _confirm(player: Player, value: str, organisation: str, date: str) -> None:
    about = f"{value}, {organisation}'s mandate"
    last = latest_round(player.workshop, value)
    if last is None:
        player.refuse(about, "There is no round to confirm it in.")
    else:
        player.ask(about, confirm_mandate, last.id, organisation, date)


def _late(player: Player, value: str, said: Late) -> None:
    about = f"{value}, {said.org} late"
    last = latest_round(player.workshop, value)
    if last is None:
        player.refuse(about, "There is no round for it.")
        return
    text, category = said.text, said.kind
    if said.code == "object":
        text, category = objection(player, about, text, category)
    elif said.code in ("reservation", "stand_aside", "need_more"):
        text = text.strip() or NOT_RECORDED
    player.ask(
        about,
        take_late_position,
        last.id,
        said.org,
        said.code,
        said.date.isoformat(),
        text,
        category,
    )
