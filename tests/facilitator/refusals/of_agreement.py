"""What is refused of commitments, budgets and the agreement."""

from facilitator.stages.agreement import (
    assent,
    give_version,
    ratify,
    set_review,
    write_statement,
)
from facilitator.stages.commitments import commit, name_budget, report
from tests.facilitator.refusals.case import LONG, case, did, table

DUE = "2026-09-30"
promise = did(commit, "Start", "alder", "Ann", DUE, "Number", commitment_id="c1")

COMMITMENTS = [
    case(
        "What is promised? Begin with a verb.", [table], commit, "", "alder", "Ann", DUE, "Number"
    ),
    case(
        "Which organisation leads it? “All of us” means nobody.",
        [table],
        commit,
        "Start",
        "all",
        "Ann",
        DUE,
        "Number",
    ),
    case(
        "Who owns it? A commitment needs one person.",
        [table],
        commit,
        "Start",
        "alder",
        "",
        DUE,
        "Number",
    ),
    case("By when? A commitment needs a date.", [table], commit, "Start", "alder", "Ann", "", "N"),
    case(
        "How will anyone know it is done? Name the measure.",
        [table],
        commit,
        "Start",
        "alder",
        "Ann",
        DUE,
        "",
    ),
    case("That commitment is no longer there.", [], report, "c1", DUE, "done"),
    case("On which date did it stand so?", [table, promise], report, "c1", "", "done"),
    case("Name the budget line.", [table], name_budget, "", "pooled", {"alder": 1}),
    case(
        "Say what each organisation puts in, in whole pounds.",
        [table],
        name_budget,
        "Fund",
        "pooled",
        {"alder": -1},
    ),
]

AGREEMENT = [
    case("Give the agreement a version, such as 0.4.", [], give_version, ""),
    case("Name a date.", [], give_version, "0.4", ratify_on="\u200b"),
    case("When will you look at this again? Name a date.", [], set_review, ""),
    case("That organisation is not a member of this workshop.", [], assent, "ash"),
    case("Which meeting resolved it?", [], ratify, "", DUE),
    case("On which date?", [], ratify, "Full board", ""),
    case(
        "There was a version 0.4 before this one. Give it another number.",
        [did(give_version, "0.4"), did(give_version, "0.5")],
        give_version,
        "0.4",
    ),
    case(
        "30 September 2026 is still to come. Record the meeting once it has been held.",
        [],
        ratify,
        "Full board",
        DUE,
        today="2026-09-29",
    ),
    case(
        "Version 0.4 was a draft. What is resolved has a number of its own.",
        [did(give_version, "0.4")],
        ratify,
        "Full board",
        DUE,
        version="0.4",
    ),
    case(
        "Version 1.0 was resolved before. What is resolved has a number of its own.",
        [did(ratify, "Full board", DUE), did(give_version, "1.1")],
        ratify,
        "Full board",
        DUE,
        version="1.0",
    ),
    case(
        "Version 0.4 is of 1 October 2026, after that meeting. Which meeting had it before it?",
        [did(give_version, "0.4", today="2026-10-01")],
        ratify,
        "Full board",
        DUE,
    ),
    case("The statement says that already.", [], write_statement),
    case(
        "That is far more than one page. Nothing was kept. Shorten it and try again.",
        [],
        write_statement,
        LONG,
    ),
]

CASES = COMMITMENTS + AGREEMENT
