"""What is refused when a rehearsal is felt, seen, talked over and turned into changes."""

from facilitator.stages.purpose import draft
from facilitator.stages.rehearsal.changing import accept_change, drop_change, propose_change
from facilitator.stages.rehearsal.debriefing import (
    answer_debrief,
    begin_phase,
    correct_answer,
    judge_strain,
    learn_lesson,
)
from facilitator.stages.rehearsal.feeling import check_in, drop_feeling, give_slip
from facilitator.stages.rehearsal.observing import (
    drop_mark,
    drop_note,
    mark_value,
    take_note,
)
from facilitator.stages.values import withdraw_value
from facilitator.stages.values.revising import may_be_revised
from tests.facilitator.refusals.case import R, V, case, did, opened, table, value
from tests.facilitator.refusals.of_rehearsal import X, chosen

NUMBER = "The number goes from 1, at ease, to 5, tense."
WORD = "How are they? One word is enough."
NO_CHANGE = "That change is no longer there."
OTHER_TARGET = "A change of that sort has another target."
C = "c1"
asked = did(propose_change, X, V, "Say it first.", change_id=C)
accepted = did(accept_change, X, C, "will")

FEELING = [
    case("Whose check-in is it?", [chosen], check_in, X, "before", "ann", "calm", 2),
    case(NUMBER, [table, chosen], check_in, X, "before", "alder-lead", "calm", 6),
    case(WORD, [table, chosen], check_in, X, "before", "alder-lead", "", 2),
    case(NUMBER, [chosen], give_slip, X, "after", "calm", 0),
    case(WORD, [chosen], give_slip, X, "after", " ", 2),
    case(
        "That check-in is no longer there.",
        [chosen, did(give_slip, X, "before", "calm", 2, "s1")],
        drop_feeling,
        X,
        "after",
        slip_id="s1",
    ),
]

OBSERVING = [
    case("That note is no longer there.", [chosen], take_note, X, 60, "They left.", "n9"),
    case("That note is no longer there.", [chosen], drop_note, X, "n9"),
    case("What did you see?", [chosen], take_note, X, 60, " "),
    case("Choose one of this workshop's values.", [chosen], mark_value, X, "v9", 4, "bent"),
    case(
        "That mark is no longer there.",
        [value(), chosen],
        mark_value,
        X,
        V,
        4,
        "bent",
        mark_id="m9",
    ),
    case("That mark is no longer there.", [chosen], drop_mark, X, "m9"),
]

DEBRIEFING = [
    case("This scenario's debrief has no such phase.", [chosen], begin_phase, X, "Dance", 1.0),
    case("What was said?", [chosen], answer_debrief, X, "What did you feel?", ""),
    case("That answer is no longer there.", [chosen], correct_answer, X, "Why?", "So", "Thus"),
    case("Choose one of this workshop's values.", [chosen], judge_strain, X, "v9", "bent", "Then"),
    case("What is the lesson?", [chosen], learn_lesson, X, " "),
]

CHANGING = [
    case(
        "What does it change: a value, the purpose or the commitments?",
        [chosen],
        propose_change,
        X,
        "v9",
        "Say it first.",
    ),
    case(OTHER_TARGET, [chosen], propose_change, X, "purpose", "Say it first.", how="will"),
    case("What should change?", [chosen], propose_change, X, "purpose", ""),
    case("Name a date.", [value(), chosen], propose_change, X, V, "Say it.", due="\u200b"),
    case(
        "It has been accepted. Propose another change instead.",
        [value(), chosen, asked, accepted],
        propose_change,
        X,
        V,
        "Say it last.",
        change_id=C,
    ),
    case(NO_CHANGE, [chosen], accept_change, X, "c9"),
    case(NO_CHANGE, [chosen], drop_change, X, "c9"),
    case(
        "It has been accepted. Take the acceptance back first.",
        [value(), chosen, asked, accepted],
        drop_change,
        X,
        C,
    ),
    case(
        "It has been accepted already.",
        [value(), chosen, asked, accepted],
        accept_change,
        X,
        C,
        "will",
    ),
    case(
        "How does it change “City first”: a line to “we will”, a line to “we will not”, or other "
        "words?",
        [value(), chosen, asked],
        accept_change,
        X,
        C,
    ),
    case(OTHER_TARGET, [value(), chosen, asked], accept_change, X, C, "commitment"),
    case(
        "“City first” was withdrawn. Change another value.",
        [value(), chosen, asked, did(withdraw_value, V, "", "It says too little.")],
        accept_change,
        X,
        C,
        "will",
    ),
    case(
        "The wording has not changed.",
        [value(), chosen, asked],
        accept_change,
        X,
        C,
        "wording",
        "City first, we say.",
    ),
    case("That value is no longer there.", [], may_be_revised, "v9"),
    case("Write the new wording.", [value()], may_be_revised, V, "\u200b"),
    case(
        "Round 1 is open on “City first”. Lock it, or take it back, before the wording changes.",
        [table, value(), chosen, asked, opened(V, R)],
        accept_change,
        X,
        C,
        "wording",
        "City before all.",
    ),
    case(
        "Nothing has changed since v1.",
        [
            did(draft, "We look after each other.", draft_id="d1"),
            chosen,
            did(propose_change, X, "purpose", "We look after each other.", change_id=C),
        ],
        accept_change,
        X,
        C,
    ),
]

CASES = FEELING + OBSERVING + DEBRIEFING + CHANGING
