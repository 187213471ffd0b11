"""What is refused of the words we share and of next steps."""

from facilitator.next_steps import drop_next_step, name_next_step
from facilitator.stages.understanding import agree_term, drop_term, park_term
from tests.facilitator.refusals.case import case, did, table

people = did(agree_term, "People", "Everyone who lives or works here", term_id="t1")

WORDS = [
    case("Which word is it?", [], agree_term, " \u200b", "Everyone"),
    case(
        "How will we use “people”? Say it in a few words, or park the word.",
        [],
        agree_term,
        "people",
        " ",
    ),
    case(
        "“People” is on the list: Everyone who lives or works here. Correct it there.",
        [people],
        agree_term,
        "people",
        "Those who vote",
    ),
    case(
        f"“People” is on the list: {'w' * 59}… Correct it there.",
        [did(agree_term, "People", "w" * 3000)],
        agree_term,
        "people",
        "Those who vote",
    ),
    case(
        "Nothing has changed about “People”.",
        [people],
        agree_term,
        "People",
        "Everyone who lives or works here",
        "t1",
    ),
    case("That word is no longer on the list.", [], drop_term, "t1"),
    case("That word is no longer on the list.", [], park_term, "", "", "t1"),
    case("Which word should be parked?", [], park_term, " ", "Everyone"),
]

NEXT_STEPS = [
    case("What happens next?", [table], name_next_step, "", "alder"),
    case(
        "Who does it? Name a member or an organisation with @: “all” means nobody.",
        [table],
        name_next_step,
        "Send it to the boards",
        "all",
    ),
    case(
        "“soon” is not a date. Write it like 23 Nov 2026.",
        [table],
        name_next_step,
        "Send it to the boards",
        "alder",
        "soon",
    ),
    case("That next step is no longer on the list.", [], drop_next_step, "n1"),
]

CASES = WORDS + NEXT_STEPS
