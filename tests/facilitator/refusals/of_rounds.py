"""What is refused in rounds: opening, positions, the lock, a show of hands."""

from facilitator.hands import show_hands, take_rest
from facilitator.rounds import lock_round, open_round, take_position, take_positions
from facilitator.stages.gather import declare_interest
from facilitator.stages.values import park_value
from tests.facilitator.refusals.case import (
    LONG,
    NOON,
    R,
    V,
    case,
    did,
    here,
    locked,
    opened,
    said,
    table,
    value,
)

interest = did(declare_interest, "alder-lead", "Runs it", subject="subject")
parked = did(park_value, V, "Bea", "Who pays?", "2026-05-01")
hands = did(show_hands, R, {"agree": 3, "object": 1})

ROUNDS = [
    case(
        "There is no wording to take positions on. Write it first.", [], open_round, "subject", " "
    ),
    case(
        "Round 1 is still open. Lock it before the next one.",
        [opened()],
        open_round,
        "subject",
        "Words",
    ),
    case("That round is no longer there.", [table], take_position, R, "alder", "agree"),
    case(
        "That organisation is not a member of this workshop.",
        [table, opened()],
        take_position,
        R,
        "ash",
        "agree",
    ),
    case(
        "Round 1 is locked. Record this as a late position.",
        [table, locked()],
        take_position,
        R,
        "alder",
        "agree",
    ),
    case(
        "Alder is not marked as here. Mark who came first.",
        [table, here("beech"), opened()],
        take_position,
        R,
        "alder",
        "agree",
        at=NOON,
    ),
    case(
        "Alder declared an interest in this, so it abstains.",
        [table, interest, opened()],
        take_position,
        R,
        "alder",
        "agree",
    ),
    case(
        "“Veto” does not stand for that position. Choose one that it may stand for.",
        [table, opened()],
        take_position,
        R,
        "alder",
        "agree",
        gradient="veto",
    ),
    case(
        "“City first” is parked. Reopen it to go on.",
        [table, value(), opened(V), parked],
        take_position,
        R,
        "alder",
        "agree",
    ),
    case(
        "What is Alder's reservation? It is kept word for word.",
        [table, opened()],
        take_position,
        R,
        "alder",
        "reservation",
    ),
    case(
        "What is Alder not bound by?", [table, opened()], take_position, R, "alder", "stand_aside"
    ),
    case(
        "What does Alder need to know?", [table, opened()], take_position, R, "alder", "need_more"
    ),
    case("What is Alder's reason?", [table, opened()], take_position, R, "alder", "object"),
    case(
        "That is 24,999 characters; one piece of text holds 20,000. Nothing was kept. Split it "
        "and try again.",
        [table, opened()],
        take_position,
        R,
        "alder",
        "reservation",
        LONG,
    ),
    case(
        "Is Alder's objection about a statutory duty, harm, something it cannot deliver, or the "
        "purpose? Anything else is a reservation.",
        [table, opened()],
        take_position,
        R,
        "alder",
        "object",
        "We dislike it.",
    ),
    case(
        "Everybody who is here has a position.", [table, opened()], take_positions, R, (), "agree"
    ),
    case(
        "That position needs words, so take it organisation by organisation.",
        [table, opened()],
        take_positions,
        R,
        ("alder",),
        "object",
    ),
    case("Round 1 is locked already.", [table, locked()], lock_round, R, NOON),
    case(
        "Still to hear: Beech, Cedar, Dogwood and Elm.",
        [table, opened(), said(alder="agree")],
        lock_round,
        R,
        NOON,
    ),
    case("Nobody has taken a position yet.", [opened()], lock_round, R, NOON),
]

HANDS = [
    case(
        "Round 1 is locked. Open the next round to count again.",
        [table, locked()],
        show_hands,
        R,
        {"agree": 5},
    ),
    case(
        "Nobody has raised a hand. Type how many take each position, as in 9 2.",
        [table, opened()],
        show_hands,
        R,
        {"agree": 0, "object": -1, "absent": 3},
    ),
    case(
        "That is 6 hands, and 5 organisations are here. Count again: one hand for each "
        "organisation.",
        [table, opened()],
        show_hands,
        R,
        {"agree": 5, "object": 1},
    ),
    case(
        "That is 2 hands, and 1 organisation is here. Count again: one hand for each organisation.",
        [table, here("alder"), opened()],
        show_hands,
        R,
        {"agree": 2},
        NOON,
    ),
    case(
        "Nobody has raised a hand yet. Take a show of hands first.", [table, opened()], take_rest, R
    ),
    case("First say whose hands these were: 1 objection.", [table, opened(), hands], take_rest, R),
    case(
        "4 organisations are still to be heard, and 3 hands are left. Say who raised none, or "
        "count again.",
        [table, opened(), hands, said(alder="object")],
        take_rest,
        R,
    ),
]

CASES = ROUNDS + HANDS
