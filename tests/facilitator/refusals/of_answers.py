"""What is refused after a position was taken: answers, what comes after the lock, the trio."""

from facilitator.afterwards import confirm_mandate, correct_position, take_late_position
from facilitator.answering import judge_objection, name_remedy, settle
from facilitator.decision import Rule
from facilitator.rounds import lock_round
from facilitator.stages.gather import choose_rule, declare_interest
from facilitator.trio import begin_trio, report_trio
from tests.facilitator.refusals.case import (
    DAY,
    NOON,
    R,
    case,
    did,
    here,
    locked,
    opened,
    said,
    table,
)

interest = did(declare_interest, "alder-lead", "Runs it", subject="subject")
votes = did(choose_rule, Rule("majority", formal=True))
away = did(begin_trio, "subject", "alder", "beech", "cedar", 0.0)
stuck = locked(alder="object", dogwood="object")


def counted(room: object) -> None:
    """Alder's objection was found to be none, and then the round was locked."""
    opened()(room)
    said(**{**dict.fromkeys(("beech", "cedar", "dogwood", "elm"), "agree"), "alder": "object"})(
        room
    )
    did(judge_objection, R, "alder", valid=False, why="A matter of taste.")(room)
    did(lock_round, R, NOON)(room)


def substitute(room: object) -> None:
    """Alder sends somebody who may not speak for it."""
    room.join("Alder", substitute=True, authority=False)  # type: ignore[attr-defined]


ANSWERS = [
    case(
        "Alder has neither an objection nor a question in round 1.",
        [table, locked()],
        settle,
        R,
        "alder",
        "How",
    ),
    case("Say how it was settled, in the room's words.", [table, stuck], settle, R, "alder", " "),
    case("Beech asks for nothing in round 1.", [table, stuck], name_remedy, R, "beech", "A date."),
    case("What would Alder need?", [table, stuck], name_remedy, R, "alder", ""),
    case(
        "Beech has no objection in round 1.",
        [table, stuck],
        judge_objection,
        R,
        "beech",
        valid=True,
    ),
    case(
        "Round 2 has come since. Test the objection there, if it is raised again.",
        [table, stuck, opened(round_id="r2")],
        judge_objection,
        R,
        "alder",
        valid=True,
    ),
    case(
        "Round 1 was counted with that finding. Open the next round, or correct the position with "
        "a reason.",
        [table, counted],
        judge_objection,
        R,
        "alder",
        valid=True,
    ),
    case(
        "Where votes are counted, an objection is a no. There is nothing to test.",
        [table, votes, opened(), said(alder="object")],
        judge_objection,
        R,
        "alder",
        valid=True,
    ),
    case(
        "Say why it is none of these, as the group found: statutory duty, harm, cannot deliver "
        "and undermines the purpose.",
        [table, opened(), said(alder="object")],
        judge_objection,
        R,
        "alder",
        valid=False,
    ),
]

AFTERWARDS = [
    case(
        "Round 1 is still open: record it as a position.",
        [table, opened()],
        take_late_position,
        R,
        "alder",
        "agree",
        DAY,
    ),
    case(
        "Fir joined after round 1 was locked, so there is nothing to correct. Record a late "
        "position.",
        [table, locked(), lambda room: room.join("Fir")],
        correct_position,
        R,
        "fir",
        "agree",
        "Misheard.",
        DAY,
    ),
    case(
        "Alder took its position in the room. A locked round changes only with a reason: correct "
        "it.",
        [table, locked()],
        take_late_position,
        R,
        "alder",
        "agree",
        DAY,
    ),
    case(
        "Alder was not here; a late position says where it stands.",
        [table, locked(alder="absent")],
        take_late_position,
        R,
        "alder",
        "absent",
        DAY,
    ),
    case(
        "On which date did it come?",
        [table, locked(alder="absent")],
        take_late_position,
        R,
        "alder",
        "agree",
        "",
    ),
    case(
        "“soon” is not a date. Write it like 23 Nov 2026.",
        [table, locked(alder="absent")],
        take_late_position,
        R,
        "alder",
        "agree",
        "soon",
    ),
    case(
        "Round 1 was locked on 18 March 2026, and that is before. Look at the date again.",
        [table, locked(alder="absent")],
        take_late_position,
        R,
        "alder",
        "agree",
        "2025-03-20",
    ),
    case(
        "Late positions were open until 1 April 2026, ten working days after the round was "
        "locked. Reopen the value if the group wishes.",
        [table, locked(alder="absent")],
        take_late_position,
        R,
        "alder",
        "agree",
        "2026-04-02",
    ),
    case(
        "Alder declared an interest in this, so it abstains.",
        [table, locked(alder="absent"), interest],
        take_late_position,
        R,
        "alder",
        "agree",
        DAY,
    ),
    case(
        "Beech's position is not waiting for a mandate.",
        [table, locked()],
        confirm_mandate,
        R,
        "beech",
        DAY,
    ),
    case(
        "On which date was it confirmed?",
        [substitute, here("alder"), locked()],
        confirm_mandate,
        R,
        "alder",
        "",
    ),
    case(
        "Round 1 is still open: take the position again.",
        [table, opened()],
        correct_position,
        R,
        "alder",
        "agree",
        "Misheard.",
        DAY,
    ),
    case(
        "That is what Alder said already.",
        [table, locked()],
        correct_position,
        R,
        "alder",
        "agree",
        "Misheard.",
        DAY,
    ),
    case(
        "A locked round changes only for a reason, which is recorded. What is it?",
        [table, locked()],
        correct_position,
        R,
        "alder",
        "abstain",
        "",
        DAY,
    ),
    case(
        "On which date was it corrected?",
        [table, locked()],
        correct_position,
        R,
        "alder",
        "abstain",
        "Misheard.",
        "",
    ),
]

TRIO = [
    case(
        "A trio is three: who objects, who proposed it, and one neutral.",
        [table, stuck],
        begin_trio,
        "subject",
        "alder",
        "",
        "cedar",
        0.0,
    ),
    case(
        "A trio is three different organisations. Choose another for one of them.",
        [table, stuck],
        begin_trio,
        "subject",
        "alder",
        "beech",
        "beech",
        0.0,
    ),
    case(
        "Beech has no open objection or question, so a trio has nothing to mend.",
        [table, stuck],
        begin_trio,
        "subject",
        "beech",
        "alder",
        "cedar",
        0.0,
    ),
    case(
        "Dogwood objects or asks as well, so it is not neutral here. Choose another.",
        [table, stuck],
        begin_trio,
        "subject",
        "alder",
        "beech",
        "dogwood",
        0.0,
    ),
    case(
        "A trio is away already. Hear what it brings first.",
        [table, stuck, away],
        begin_trio,
        "subject",
        "alder",
        "beech",
        "cedar",
        0.0,
    ),
    case("That trio is no longer there.", [], report_trio, "gone", "A date."),
    case(
        "What did they bring back? “Nothing yet” is an answer.",
        [table, stuck, away],
        lambda workshop, brought: report_trio(workshop, next(iter(workshop.trios)), brought),
        " ",
    ),
]

CASES = ANSWERS + AFTERWARDS + TRIO
