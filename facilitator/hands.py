"""A show of hands: how many organisations take each position, and then which ones differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from facilitator.decision import CODES, Code, tally
from facilitator.events import Event, Refused
from facilitator.rounds import (
    PositionsTaken,
    Round,
    a_round,
    change_round,
    not_heard,
    on_the_way,
    take_positions,
)
from facilitator.wording import joined

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class HandsShown(Event, frozen=True, tag="round.hands_shown"):
    """The room raised hands, one for each organisation: how many took each position."""

    round: str
    counts: dict[Code, int]

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is not None and found.is_open:
            change_round(workshop, self.round, hands=self.counts)


def show_hands(
    workshop: Workshop, round_id: str, counts: Mapping[Code, int], at: str = ""
) -> HandsShown:
    """Record a show of hands: how many organisations take each position.

    `at` is the minute, to know how many organisations are here.
    """
    found = a_round(workshop, round_id)
    if not found.is_open:
        raise Refused(f"Round {found.number} is locked. Open the next round to count again.")
    on_the_way(workshop, found)
    kept: dict[Code, int] = {c: counts[c] for c in CODES[:-1] if counts.get(c, 0) > 0}
    hands = sum(kept.values())
    if not hands:
        raise Refused("Nobody has raised a hand. Type how many take each position, as in 9 2.")
    here = workshop.present_at(at) if at else None
    most = len(workshop.organisations if here is None else here)
    if hands > most:
        raise Refused(
            f"That is {hands} hand{'' if hands == 1 else 's'}, and {_organisations(most)} here. "
            "Count again: one hand for each organisation."
        )
    return HandsShown(round_id, kept)


def take_rest(workshop: Workshop, round_id: str, at: str = "") -> PositionsTaken:
    """After a show of hands: all who are here and not named take the position that most took."""
    found = a_round(workshop, round_id)
    most, left = rest_of_hands(found)
    if most is None:
        raise Refused("Nobody has raised a hand yet. Take a show of hands first.")
    if left:
        raise Refused(f"First say whose hands these were: {joined(hands_in_words(left))}.")
    rest = tuple(not_heard(workshop, found, at))
    named = sum(p.code == most for p in found.positions.values())
    hands = max(0, found.hands[most] - named)
    # Who raised no hand has not said anything, and silence is never agreement.
    if len(rest) > hands:
        raise Refused(
            f"{_organisations(len(rest))} still to be heard, and {hands} "
            f"{'hand is' if hands == 1 else 'hands are'} left. Say who raised none, or count again."
        )
    return take_positions(workshop, round_id, rest, most, at)


def rest_of_hands(about: Round) -> tuple[Code | None, dict[Code, int]]:
    """After a show of hands: the position most took, and how many of each other are not named."""
    if not about.hands:
        return None, {}
    most = max(about.hands, key=lambda code: about.hands[code])
    named = [p.code for p in about.positions.values()]
    left = {c: n - named.count(c) for c, n in about.hands.items() if c != most}
    return most, {c: n for c, n in left.items() if n > 0}


def hands_in_words(counts: Mapping[Code, int]) -> list[str]:
    """So many of each position, as phrases."""
    return [
        f"{count} {_ONE_HAND[code] if count == 1 else _HANDS[code]}"
        for code in CODES
        if (count := counts.get(code, 0))
    ]


def _organisations(count: int) -> str:
    return "1 organisation is" if count == 1 else f"{count} organisations are"


_ONE_HAND: dict[Code, str] = {
    "agree": "in support",
    "reservation": "reservation",
    "stand_aside": "stand-aside",
    "need_more": "question",
    "object": "objection",
    "abstain": "abstention",
    "absent": "absence",
}
_HANDS: dict[Code, str] = {
    code: one if code == "agree" else f"{one}s" for code, one in _ONE_HAND.items()
}


def still_silent(workshop: Workshop, about: Round, waiting: int, at: str) -> int:
    """How many who are here at a minute stand in no count of `counts` yet.

    `waiting` is how many of them have no position in the round, which nobody has once it is locked.
    """
    if not waiting or not about.hands:
        return waiting
    here = workshop.present_at(at) if at else None
    everybody = len(workshop.organisations if here is None else here)
    return max(0, everybody - sum(about.hands.values()))


def counts(workshop: Workshop, about: Round, at: str) -> list[tuple[Code, int]]:
    """How many stand where, for a bar: the hands, until everybody here has a position by name.

    `at` is the minute, to know who is here.
    """
    if about.is_open and about.hands and not_heard(workshop, about, at):
        return [(code, about.hands[code]) for code in CODES if about.hands.get(code, 0)]
    held = tally(about.standing())
    return [(code, held[code]) for code in CODES if held.get(code, 0)]
