"""Gather: the workshop, its organisations and people, the rule, and who came when."""

import datetime
from datetime import timedelta

from facilitator.attendance import arrive, hold_sitting, leave, send_apologies
from facilitator.decision import Rule
from facilitator.stages.gather import (
    choose_rule,
    declare_interest,
    join_member,
    join_organisation,
    name_workshop,
)
from ui.demo.form.gather import SittingSaid
from ui.demo.player import Player

FULL_JOURNEY = "full-journey"
TITLE = "Shared leadership workshop"


def play_gather(player: Player, doors_open: datetime.datetime) -> None:
    """Everything that is known before the first sitting, and the attendance at each."""
    times = player.walk("gather", doors_open)
    player.schedule.at(times["welcome"], _name, player, doors_open.date())
    player.schedule.at(times["who-is-here"], _people, player)
    player.schedule.at(times["rule"], _rule, player)
    for sitting in player.sample.sessions:
        _attendance(player, sitting)


def _name(player: Player, date: datetime.date) -> None:
    sample = player.sample
    player.ask(
        "The workshop",
        name_workshop,
        sample.title or sample.board.title or TITLE,
        sample.board.name,
        sample.place,
        date.isoformat(),
        player.guide.journeys[FULL_JOURNEY].stages,
    )


def _people(player: Player) -> None:
    for each in player.sample.board.organisations:
        player.ask(
            each.id,
            join_organisation,
            each.name,
            each.short,
            each.org_class,
            each.voting,
            each.accountable_to,
            organisation_id=each.id,
        )
    for person in player.sample.participants:
        player.ask(
            person.id,
            join_member,
            person.org,
            person.role,
            person.name,
            person.substitute,
            person.delegated_authority,
            member_id=person.id,
        )
    for said in player.sample.interests:
        player.ask(
            f"{said.p}'s interest",
            declare_interest,
            said.p,
            said.interest,
            said.item,
            said.action,
        )
    for sitting in player.sample.sessions:
        player.ask(
            sitting.id,
            hold_sitting,
            sitting.id,
            sitting.title or sitting.id,
            sitting.date.isoformat(),
            sitting.starts.strftime("%H:%M"),
            sitting.ends.strftime("%H:%M"),
            sitting.venue,
        )


def _rule(player: Player) -> None:
    said = player.sample.board.decision_rule
    if said is None:
        return
    if said.id != "consent":
        player.assume("The rule", f"“{said.id}” is not there yet, so consent was used.")
    share = said.stand_aside_limit / 100 if said.stand_aside_limit > 1 else said.stand_aside_limit
    # One odd number must not cost the rest of the rule.
    least, most = max(1, said.quorum.min_voting_orgs), max(1, said.max_rounds)
    limit = share if 0 <= share <= 1 else Rule().stand_aside_limit
    if (least, most, limit) != (said.quorum.min_voting_orgs, said.max_rounds, share):
        player.assume(
            "The rule",
            f"a quorum of {least}, {most} rounds at most and a limit of {limit:.0%} on standing "
            "aside, where the file's numbers cannot be.",
        )
    rule = Rule(
        least_voting=least,
        classes=said.quorum.must_include,
        stand_aside_limit=limit,
        most_rounds=most,
        text=said.text,
    )
    player.ask("The rule", choose_rule, rule)


def _attendance(player: Player, sitting: SittingSaid) -> None:
    day = sitting.date.isoformat()
    for words in sitting.apologies_from_members:
        player.plan(sitting.starts, sitting.id, send_apologies, day, words)
    for each in sitting.attendance:
        about = f"{each.p} in {sitting.id}"
        came = sitting.minute(each.arrived) if each.arrived else sitting.starts
        if each.sent_apologies:
            player.plan(sitting.starts, about, send_apologies, day, member=each.p)
        if each.came:
            player.plan(came, about, arrive, each.p, minute(came))
        if each.left:
            went = max(sitting.minute(each.left), came)
            player.plan(went, about, leave, each.p, minute(went))


def mark_here(player: Player, about: str, organisation: str, moment: datetime.datetime) -> None:
    """Mark one that spoke as here, through the first of its people, if attendance has nobody.

    An organisation without people gets a representative.
    """
    at = minute(moment)
    here = player.workshop.present_at(at)
    if here is None or organisation in here or organisation not in player.workshop.organisations:
        return
    members = [m.id for m in player.workshop.members.values() if m.organisation == organisation]
    if not members:
        joined = player.ask(about, join_member, organisation, "Representative")
        members = [joined.id] if joined else []
    for first in members[:1]:
        player.ask(about, arrive, first, at)
        name = player.workshop.organisation_name(organisation)
        player.assume(about, f"{name} was marked as here at {at[11:]}.")


def minute(moment: datetime.datetime) -> str:
    """A moment as the domain writes minutes: "2026-03-18T14:30"."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def doors(player: Player, first: datetime.datetime) -> datetime.datetime:
    """When the stage begins, so that it is done when the first sitting starts."""
    return first - timedelta(minutes=player.guide.stage("gather").minutes)
