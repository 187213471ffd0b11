"""What is refused in a rehearsal while it is cast and played."""

import random

import msgspec

from facilitator.guide import load_guide
from facilitator.stages.rehearsal.casting import (
    ask_observer,
    choose_scenario,
    draw_roles,
    give_role,
)
from facilitator.stages.rehearsal.clock import (
    go_on,
    pause_clock,
    say_stop_word,
    set_clock,
    start_clock,
)
from facilitator.stages.rehearsal.deciding import (
    call_decision,
    name_speaker,
    open_decision_round,
    put_decision,
)
from facilitator.stages.rehearsal.injects import (
    answer_inject,
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
    write_inject,
)
from tests.facilitator.refusals.case import case, did, table

PACK = next(iter(load_guide().packs.values()))
INJECT, POINT = PACK.injects[0].id, PACK.decision_points[0].id
X = "x1"
NEAR = msgspec.structs.replace(PACK, roles=("Alder watcher",), role_notes=())
chosen = did(choose_scenario, PACK, rehearsal_id=X)
going = did(start_clock, X, 1.0)


stopped = did(say_stop_word, X, 1.0)
STOPPED = "The stop word was said. Go on together first."
PAST = "That minute is past. Release it now instead."

CASTING = [
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
    case(
        "There is nobody to draw from. Mark who is here, or add people first.",
        [chosen],
        draw_roles,
        X,
        ["ann"],
        random.Random(1),
    ),
    case(
        "Every role is kept by hand. Free one to draw it.",
        [table, chosen, *(did(give_role, X, role, "alder-lead") for role in PACK.roles)],
        draw_roles,
        X,
        ["beech-lead"],
        random.Random(1),
        PACK.roles,
    ),
    case(
        "Everyone is too near to the roles that are left. Give them by hand.",
        [table, did(choose_scenario, NEAR, rehearsal_id=X)],
        draw_roles,
        X,
        ["alder-lead"],
        random.Random(1),
    ),
    case(
        "Only an observer has a task. Name them as one first.",
        [table, chosen],
        ask_observer,
        X,
        "alder-lead",
        "Watch the clock.",
    ),
]

PLAYING = [
    case("The scenario clock is going already.", [chosen, going], start_clock, X, 2.0),
    case("The scenario clock is not going.", [chosen], pause_clock, X, 2.0),
    case(
        "The scenario clock goes from minute 0 to minute 600.", [chosen], set_clock, X, 2.0, 36_001
    ),
    case(STOPPED, [chosen, stopped], start_clock, X, 2.0),
    case(
        "Everything stands still already. Go on when the room is ready.",
        [chosen, stopped],
        say_stop_word,
        X,
        2.0,
    ),
    case("Nothing stands still.", [chosen], go_on, X, 2.0),
    case("This scenario has no such inject.", [chosen], play_inject, X, "i9", 1),
    case(
        "That inject has been played already.",
        [chosen, did(play_inject, X, INJECT, 1)],
        play_inject,
        X,
        INJECT,
        2,
    ),
    case(STOPPED, [chosen, stopped], play_inject, X, INJECT, 1),
    case(
        "That inject is not due.",
        [chosen, did(hold_inject, X, INJECT)],
        play_inject,
        X,
        INJECT,
        1,
        "clock",
    ),
    case("It is held already.", [chosen, did(hold_inject, X, INJECT)], hold_inject, X, INJECT),
    case("It is not held.", [chosen], let_inject_go, X, INJECT),
    case("A minute lies between 0 and 600.", [chosen], move_inject, X, INJECT, 601, 1.0),
    case(PAST, [chosen, did(set_clock, X, 1.0, 1801)], move_inject, X, INJECT, 30, 1.0),
    case(
        "It has arrived already, and the players have seen it.",
        [chosen, did(play_inject, X, INJECT, 1)],
        move_inject,
        X,
        INJECT,
        40,
        1.0,
    ),
    case("A minute lies between 0 and 600.", [chosen], write_inject, X, "News", "", "Call", -1),
    case("What is the news?", [chosen], write_inject, X, " ", "", "Call", 1),
    case(
        "Whom does it reach? Name a role of this scenario, or everyone.",
        [chosen],
        write_inject,
        X,
        "News",
        "The king",
        "Call",
        1,
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
    case("Choose a decision point of this scenario.", [chosen], call_decision, X, "d9", 60),
    case("What is proposed?", [chosen], put_decision, X, POINT, 1, ""),
    case(
        "That is not one of the options here. Put it as another way.",
        [chosen],
        put_decision,
        X,
        POINT,
        1,
        "Go",
        option="o9",
    ),
    case("Put the decision first.", [chosen], open_decision_round, X, "d9"),
    case("Put the decision first.", [chosen], name_speaker, X, "d9", "The chair"),
]

CASES = CASTING + PLAYING
