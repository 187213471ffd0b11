"""What is refused in a rehearsal, in play and in its debrief."""

from facilitator.guide import load_guide
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.debriefing import answer_debrief, judge_strain, learn_lesson
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.feeling import check_in
from facilitator.stages.rehearsal.injects import answer_inject, play_inject
from tests.facilitator.refusals.case import case, did, table, value

PACK = next(iter(load_guide().packs.values()))
INJECT, POINT = PACK.injects[0].id, PACK.decision_points[0].id
X = "x1"
chosen = did(choose_scenario, PACK, rehearsal_id=X)
going = did(start_clock, X, 1.0)

PLAYING = [
    case("Choose a scenario first.", [], start_clock, X, 1.0),
    case("Which role?", [chosen], give_role, X, "", ""),
    case("That person is not on the list. Add them first.", [chosen], give_role, X, "Mayor", "ann"),
    case(
        "Alder lead does that job. Give them another part.",
        [table, chosen],
        give_role,
        X,
        "alder LEAD",
        "alder-lead",
    ),
    case("The scenario clock is going already.", [chosen, going], start_clock, X, 2.0),
    case("The scenario clock is not going.", [chosen], pause_clock, X, 2.0),
    case("This scenario has no such inject.", [chosen], play_inject, X, "i9", 1),
    case(
        "That inject has been played already.",
        [chosen, did(play_inject, X, INJECT, 1)],
        play_inject,
        X,
        INJECT,
        2,
    ),
    case("That inject has not arrived yet.", [chosen], answer_inject, X, INJECT, "We called."),
    case(
        "What did the group do?",
        [chosen, did(play_inject, X, INJECT, 1)],
        answer_inject,
        X,
        INJECT,
        "",
    ),
    case("Choose a decision point of this scenario.", [chosen], put_decision, X, "d9", 1, "Go"),
    case("What is proposed?", [chosen], put_decision, X, POINT, 1, ""),
    case("Put the decision first.", [chosen], open_decision_round, X, "d9"),
]

DEBRIEFING = [
    case("Whose check-in is it?", [chosen], check_in, X, "before", "ann", "calm", 2),
    case(
        "The number goes from 1, at ease, to 5, tense.",
        [table, chosen],
        check_in,
        X,
        "before",
        "alder-lead",
        "calm",
        6,
    ),
    case(
        "How are they? One word is enough.",
        [table, chosen],
        check_in,
        X,
        "before",
        "alder-lead",
        "",
        2,
    ),
    case("What was said?", [chosen], answer_debrief, X, "What did you feel?", ""),
    case("Choose one of this workshop's values.", [chosen], judge_strain, X, "v9", "bent", "Then"),
    case("What is the lesson?", [chosen], learn_lesson, X, " "),
    case(
        "What does it change: a value, the purpose or the commitments?",
        [chosen],
        propose_change,
        X,
        "v9",
        "Say it first.",
    ),
    case("What should change?", [chosen], propose_change, X, "purpose", ""),
    case("Name a date.", [value(), chosen], propose_change, X, "city", "Say it.", due="\u200b"),
    case("That change is no longer there.", [chosen], accept_change, X, "c9"),
]

CASES = PLAYING + DEBRIEFING
