"""What is refused while gathering: the workshop, its members, who is here, the rule."""

from facilitator.attendance import arrive, hold_sitting, leave, move_together, send_apologies
from facilitator.decision import Rule
from facilitator.stages.gather import (
    answer_missing,
    choose_rule,
    declare_interest,
    join_member,
    join_organisation,
    name_workshop,
    remove_organisation,
)
from tests.facilitator.refusals.case import NOON, case, did, locked, table

core = did(choose_rule, Rule("unanimity", core=("alder",)))

GATHER = [
    case("Give the workshop a title.", [], name_workshop, "", "The Board", "Ellerport"),
    case(
        "Name the group: it stands on every page of the agreement.",
        [],
        name_workshop,
        "A day",
        "",
        "Ellerport",
    ),
    case("Say who is missing, or that nobody is.", [], answer_missing, " "),
    case("Name the organisation.", [], join_organisation, ""),
    case("ALDER is here already.", [table], join_organisation, "ALDER"),
    case(
        "Alder is in the core that must be unanimous. Choose the rule again first.",
        [table, core],
        join_organisation,
        "Alder",
        voting=False,
        organisation_id="alder",
    ),
    case("That organisation is not a member of this workshop.", [], remove_organisation, "ash"),
    case(
        "Alder has spoken in this workshop, so it stays in the record.",
        [table, locked()],
        remove_organisation,
        "alder",
    ),
    case(
        "Alder is in the core that must be unanimous. Choose the rule again first.",
        [table, core],
        remove_organisation,
        "alder",
    ),
    case("Which organisation do they come from? Add it first.", [], join_member, "ash", "Chief"),
    case("What is their role?", [table], join_member, "alder", ""),
    case("Who declares it? Choose a member.", [], declare_interest, "ann", "Runs it"),
    case("What is the interest? “None” is an answer.", [table], declare_interest, "alder-lead", ""),
    case("A quorum needs at least one voting organisation.", [], choose_rule, Rule(least_voting=0)),
    case(
        "The limit on standing aside is a share between 0 and 100 per cent.",
        [],
        choose_rule,
        Rule(stand_aside_limit=float("nan")),
    ),
    case("Allow at least one round.", [], choose_rule, Rule(most_rounds=0)),
    case(
        "Majority is for formal meetings only. Say that this is one, or choose consent.",
        [],
        choose_rule,
        Rule("majority"),
    ),
    case(
        "An organisation of the core is not a member of this workshop. Choose the core again.",
        [],
        choose_rule,
        Rule("unanimity", core=("ash",)),
    ),
    case(
        "Elm has no vote, so it cannot be in the core.",
        [table],
        choose_rule,
        Rule("unanimity", core=("elm",)),
    ),
]

ATTENDANCE = [
    case(
        "A sitting ends after it starts.",
        [],
        hold_sitting,
        "s1",
        "Day one",
        "2026-03-18",
        "14:00",
        "13:30",
    ),
    case("That person is not on the list. Add them first.", [], arrive, "ann", NOON),
    case("Alder lead is not marked as here, so cannot leave.", [table], leave, "alder-lead", NOON),
    case("Everybody on the list is marked as here.", [table], move_together, (), NOON, here=True),
    case(
        "Nobody is marked as here, so nobody can leave.",
        [table],
        move_together,
        (),
        NOON,
        here=False,
    ),
    case("Whose apologies?", [], send_apologies, "2026-03-18"),
]

CASES = GATHER + ATTENDANCE
