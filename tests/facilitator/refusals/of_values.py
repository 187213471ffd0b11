"""What is refused of a value: proposing, rounds on it, endings, the price check."""

from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule
from facilitator.stages.values import (
    amend,
    clarify,
    drop_cost,
    find_untested,
    merge_value,
    move_value,
    name_behaviours,
    name_cost,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    state_authority,
    withdraw_value,
)
from facilitator.trio import begin_trio
from tests.facilitator.refusals.case import V, case, did, locked, opened, table, value

W = "talk"
other = value("Straight talk", W)
parked = did(park_value, V, "Bea", "Who pays?", "2026-05-01")
agreed = [table, value(), locked(V)]
cost = did(name_cost, V, "alder", "time", "An evening a month.", "c1")
once = did(choose_rule, Rule(most_rounds=1))

PROPOSING = [
    case("Name the value first.", [], propose, " "),
    case("“City first” is on the table already.", [value()], propose, "CITY FIRST"),
    case("“City first” is parked. Reopen it to go on.", [value(), parked], propose, "City first"),
    case(
        "That organisation is not a member of this workshop.",
        [table],
        propose,
        "City first",
        proposed_by="ash",
    ),
    case(
        "A round was held on this wording. Amend it, so that both are kept.",
        [table, value(), locked(V, alder="object")],
        propose,
        "City first",
        "Other",
        value_id=V,
    ),
    case("Say what it means, in one sentence.", [value()], clarify, V, ""),
    case("That value is no longer there.", [], clarify, V, "Meaning"),
    case("“City first” is agreed. Reopen it to go on.", agreed, clarify, V, "Meaning"),
    case(
        "Name at least one thing we will do, or will not.",
        [value()],
        name_behaviours,
        V,
        (" ",),
        (),
    ),
    case("Write the new wording.", [value()], amend, V, ""),
    case("The wording has not changed.", [value()], amend, V, "City first, we say."),
    case(
        "Round 1 is open on this wording. Lock it, or take it back, before the wording changes.",
        [table, value(), opened(V)],
        amend,
        V,
        "Other",
    ),
]

away = did(begin_trio, V, "alder", "beech", "cedar", 0.0)

ENDING = [
    case(
        "3 rounds are done without agreement. Park it with an owner and a date, or reopen it with "
        "a reason.",
        [table, value(), *[locked(V, f"r{n}", alder="object") for n in range(3)]],
        open_value_round,
        V,
    ),
    case(
        "One round is done without agreement. Park it with an owner and a date, or reopen it with "
        "a reason.",
        [table, once, value(), locked(V, alder="object")],
        open_value_round,
        V,
    ),
    case(
        "A trio is away on this. Hear what it brings back first; “nothing yet” is an answer.",
        [table, value(), locked(V, alder="object"), away],
        open_value_round,
        V,
    ),
    case(
        "Who will bring it back? A parked value needs an owner.",
        [value()],
        park_value,
        V,
        "",
        "Who pays?",
        "2026-05-01",
    ),
    case(
        "By when will it come back? A parked value needs a date.",
        [value()],
        park_value,
        V,
        "Bea",
        "Who pays?",
        "",
    ),
    case(
        "17 March 2026 is past: today is 18 March 2026. Name a day that is still to come.",
        [value()],
        park_value,
        V,
        "Bea",
        "Who pays?",
        "2026-03-17",
        today="2026-03-18",
    ),
    case("Choose the other value to merge it into.", [value()], merge_value, V, V),
    case(
        "“Straight talk” is off the table. Choose another value.",
        [value(), other, did(park_value, W, "Bea", "?", "2026-05-01")],
        merge_value,
        V,
        W,
    ),
    case(
        "A merge needs the consent of both proposers. Still to ask: Beech.",
        [table, value(proposed_by="alder"), value("Straight talk", W, proposed_by="beech")],
        merge_value,
        V,
        W,
        "One.",
        ("alder",),
    ),
    case(
        "Only Alder may withdraw it: they proposed it.",
        [table, value(proposed_by="alder")],
        withdraw_value,
        V,
        "beech",
        "Why not",
    ),
    case("Why is it withdrawn?", [value()], withdraw_value, V, "", " "),
    case("That value is no longer there.", [], reopen_value, V, "New facts"),
    case("It is on the table already.", [value()], reopen_value, V, "New facts"),
    case("Why is it reopened? The reason is recorded.", agreed, reopen_value, V, ""),
]

PRICE = [
    case("That value is no longer there.", [table], name_cost, V, "alder", "time", "Nights"),
    case(
        "“City first” is not agreed yet. A cost is named for what is agreed.",
        [table, value()],
        name_cost,
        V,
        "alder",
        "time",
        "Nights",
    ),
    case(
        "Whose cost is it? Choose the organisation that will pay it.",
        agreed,
        name_cost,
        V,
        "",
        "time",
        "Nights",
    ),
    case(
        "What will it cost Alder? Say it so that somebody at home would notice.",
        agreed,
        name_cost,
        V,
        "alder",
        "time",
        " ",
    ),
    case("That cost is no longer there.", agreed, drop_cost, V, "c1"),
    case(
        "“City first” has a cost already, so it is not untested.", [*agreed, cost], find_untested, V
    ),
    case(
        "“City first” is marked as untested already.",
        [*agreed, did(find_untested, V)],
        find_untested,
        V,
    ),
]

ORDER = [
    case("That value is no longer there.", [], move_value, V, 1),
    case("“City first” is taken first already.", [value(), other], move_value, V, -1),
]

AUTHORITY = [
    case(
        "What can Alder say yes to today? “Nothing yet” is an answer.",
        [table],
        state_authority,
        "alder",
        " ",
    ),
    case(
        "Whom will Alder ask by then?",
        [table],
        state_authority,
        "alder",
        "Half of it",
        "",
        "2026-05-01",
    ),
    case(
        "By when will Alder have asked? Name a date.",
        [table],
        state_authority,
        "alder",
        "Half of it",
        "Its board",
    ),
    case(
        "That is what Alder has said already.",
        [table, did(state_authority, "alder", "Half of it")],
        state_authority,
        "alder",
        "Half of it",
    ),
]

CASES = PROPOSING + ENDING + PRICE + ORDER + AUTHORITY
