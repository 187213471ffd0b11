"""Commitments: made at the end of the last sitting, and how they stood at the review."""

import datetime
import re

from facilitator.stages.commitments import (
    changes_to_write,
    commit,
    name_budget,
    report,
)
from ui.demo.form.commitments import BudgetSaid, CommitmentSaid, ReviewSaid
from ui.demo.form.words import status_of
from ui.demo.player import Player
from ui.demo.schedule import spread


def play_commitments(
    player: Player, said: tuple[CommitmentSaid, ...], budgets: tuple[BudgetSaid, ...]
) -> None:
    """Every commitment and joint line, and each report on its date."""
    times = player.walk("commitments", player.free_from)
    moments = spread(times["make-it-hold"], times["read-back"], len(said) + len(budgets))
    for number, each in enumerate(said, 1):
        name = each.id or f"C{number}"
        moment = next(moments)
        player.schedule.at(moment, _commit, player, name, each)
        if each.review:
            reviewed = datetime.datetime.combine(each.review.date, datetime.time(10))
            player.schedule.at(max(moment, reviewed), _report, player, name, each.review)
    for line in budgets:
        player.plan(
            next(moments),
            line.name,
            name_budget,
            line.name,
            line.kind,
            line.contributors,
            line.host,
            line.legal_basis,
        )


def _commit(player: Player, name: str, said: CommitmentSaid) -> None:
    player.ask(
        name,
        commit,
        said.text,
        said.lead_org,
        said.owner,
        said.due.isoformat() if said.due else "",
        said.measure,
        said.authority_needed,
        said.supported_by,
        commitment_id=name,
        change=_change_that_names(player, name),
    )


def _change_that_names(player: Player, name: str) -> str:
    """The change, accepted in a rehearsal, that this commitment writes down; mostly none."""
    named = re.compile(rf"\b{re.escape(name)}\b")
    waiting = changes_to_write(player.workshop)
    return next((change.id for change in waiting if named.search(change.text)), "")


def _report(player: Player, name: str, said: ReviewSaid) -> None:
    latest = "" if said.latest is None else str(said.latest)
    player.ask(name, report, name, said.date.isoformat(), status_of(said.status), latest)
