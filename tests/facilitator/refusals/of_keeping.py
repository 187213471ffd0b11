"""What is refused of how a workshop is kept: under which rule, and until when."""

from facilitator.attribution import attribute_card, choose_for_all
from facilitator.board import capture
from facilitator.chatham_house import choose_chatham_house
from facilitator.retention import keep_until
from tests.facilitator.refusals.case import case, did

hushed = did(choose_chatham_house, True)
card = did(capture, "Home sooner", "purpose", "only-us", contribution_id="k1")

CASES = [
    case("The Chatham House Rule holds already.", [hushed], choose_chatham_house, True),
    case("The Chatham House Rule is off already.", [], choose_chatham_house, False),
    case(
        "The Chatham House Rule holds: nobody is named beside their words. Turn it off first.",
        [card, hushed],
        attribute_card,
        "k1",
        "named",
    ),
    case(
        "The Chatham House Rule holds: nobody is named beside their words. Turn it off first.",
        [hushed],
        choose_for_all,
        "organisation",
    ),
    case(
        "Choose named, organisation only or unattributed.",
        [],
        choose_for_all,
        "",
    ),
    case(
        "It is to be kept until 18 March 2027 already.",
        [did(keep_until, "2027-03-18")],
        keep_until,
        "2027-03-18",
    ),
    case("No day is set until which it is to be kept.", [], keep_until, " "),
    case(
        "18 March 2026 is past: today is 19 March 2026. Name a day that is still to come.",
        [],
        keep_until,
        "2026-03-18",
        "2026-03-19",
    ),
]
