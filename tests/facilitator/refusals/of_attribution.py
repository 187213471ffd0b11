"""What is refused of how words are quoted: for all, for a member, for a step, for a card."""

from facilitator.attribution import (
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
)
from facilitator.board import capture
from tests.facilitator.refusals.case import case, did, table

HERE = ("purpose", "only-us")
NO_CHOICE = "Choose named, organisation only or unattributed."
nobodys = did(capture, "Home sooner", *HERE, contribution_id="k1")
alders = did(capture, "Home sooner", *HERE, "alder-lead", contribution_id="k1")

CASES = [
    case(NO_CHOICE, [], choose_for_all, "secret"),
    case("The whole workshop is named already.", [], choose_for_all, "named"),
    case("Nobody of that name is on the list.", [], choose_for_member, "ann", "named"),
    case(NO_CHOICE, [table], choose_for_member, "alder-lead", "secret"),
    case("That is how it stands for Alder lead already.", [table], choose_for_member, "alder-lead"),
    case(
        "Nothing is captured in this step, so there is nobody to quote.",
        [],
        choose_for_step,
        "gather",
        "",
        "named",
    ),
    case("That is how it stands for this step already.", [], choose_for_step, *HERE),
    case("That card is no longer there.", [], attribute_card, "k1", "named"),
    case("Nobody of that name is on the list.", [nobodys], attribute_card, "k1", "", "ann"),
    case(
        "That organisation is not a member of this workshop.",
        [nobodys],
        attribute_card,
        "k1",
        "",
        "",
        "ash",
    ),
    case(
        "Who said this is kept nowhere. Say who it was, then it can be quoted that way.",
        [nobodys],
        attribute_card,
        "k1",
        "named",
    ),
    case("That is how it stands for this card already.", [table, alders], attribute_card, "k1"),
    case(
        "Such words are unattributed, so who said this would not be kept. Choose named or "
        "organisation only for this card as well.",
        [table, nobodys, did(choose_for_all, "unattributed")],
        attribute_card,
        "k1",
        "",
        "alder-lead",
    ),
]
