"""One round of positions as the file records it: everyone who spoke, the lock, what was settled."""

import datetime

from facilitator.answering import settle
from facilitator.decision import Category, Code
from facilitator.rounds import lock_round, take_position
from ui.demo.form.rounds import RoundSaid
from ui.demo.gather import mark_here, minute
from ui.demo.player import Player

NOT_RECORDED = "Words not recorded."
_NO_CATEGORY: Category = "cannot_deliver"
_ABSENT: Code = "absent"


def take_round(
    player: Player, about: str, round_id: str, said: RoundSaid, locked: datetime.datetime
) -> None:
    """Take the positions of an open round, lock it, and settle what the file says was settled.

    An organisation that the file leaves out is absent; one that spoke is marked as here.
    """
    if round_id not in player.workshop.rounds:
        player.refuse(about, "The round could not be opened, so nothing of it was taken.")
        return
    codes = said.codes()
    at = minute(locked)
    left_out = [each for each in player.workshop.organisations if each not in codes]
    for organisation, code in {**codes, **dict.fromkeys(left_out, _ABSENT)}.items():
        if code != "absent":
            mark_here(player, about, organisation, locked)
        text, category = _words(player, f"{about}, {organisation}", organisation, code, said)
        player.ask(
            f"{about}, {organisation}",
            take_position,
            round_id,
            organisation,
            code,
            text,
            category,
            at,
        )
    player.ask(about, lock_round, round_id, at)
    for each in said.objections:
        if each.resolved_by.strip():
            player.ask(f"{about}, {each.org}", settle, round_id, each.org, each.resolved_by)


def _words(
    player: Player, about: str, organisation: str, code: Code, said: RoundSaid
) -> tuple[str, Category]:
    """What an organisation said beside its position, and an objection's category."""
    if code == "object":
        found = next((each for each in said.objections if each.org == organisation), None)
        return objection(player, about, found.reason if found else "", found.kind if found else "")
    if code == "need_more":
        return said.notes.strip() or NOT_RECORDED, ""
    beside = next((each.text for each in said.reservations if each.org == organisation), "")
    if code in ("reservation", "stand_aside"):
        return beside.strip() or NOT_RECORDED, ""
    return "", ""


def objection(player: Player, about: str, reason: str, category: Category) -> tuple[str, Category]:
    """An objection's words and category; one is assumed where the file has none."""
    if not category:
        player.assume(about, "the objection's category was not recorded; “cannot deliver” stands.")
    return reason.strip() or NOT_RECORDED, category or _NO_CATEGORY
