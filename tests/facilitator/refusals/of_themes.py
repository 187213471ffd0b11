"""What is refused of themes and notes: forming, splitting, parking, and the only-we test."""

from facilitator.board import capture, form_theme, split_theme
from facilitator.car_park import park, park_cards, park_theme
from facilitator.notes import note_privately, read_back
from facilitator.only_we import answer_only_we, count_hands, stand_only_we
from tests.facilitator.refusals.case import case, did, table

HERE = ("purpose", "only-us")
one = did(capture, "Home sooner", *HERE, contribution_id="k1")
two = did(capture, "Nobody waits", *HERE, contribution_id="k2")
theme = did(form_theme, "Home", ("k1",), "t1")
both = [one, two, theme]
parked = did(park_theme, "t1", "The next board")

THEMES = [
    case("That theme is no longer there.", [one], split_theme, "t1", "Other", ("k1",)),
    case(
        "Those cards are not all in that theme. Choose them again.",
        both,
        split_theme,
        "t1",
        "Other",
        ("k2",),
    ),
    case(
        "That is every card of the theme, so nothing is split. Rename it instead.",
        both,
        split_theme,
        "t1",
        "Other",
        ("k1",),
    ),
    case(
        "One of those cards is in the car park already. Choose them again.",
        [one, two, did(park, "", contribution="k1")],
        park_cards,
        ("k1", "k2"),
    ),
    case("That theme is no longer there.", [], park_theme, "t1", "The next board"),
    case(
        "Say where “Home” goes: a theme is not put aside without a destination.",
        both,
        park_theme,
        "t1",
        " ",
    ),
    case("“Home” is in the car park already.", [*both, parked], park_theme, "t1", "Elsewhere"),
    case(
        "17 March 2026 is past: today is 18 March 2026. Name a day that is still to come.",
        both,
        park_theme,
        "t1",
        "Elsewhere",
        back_at="2026-03-17",
        today="2026-03-18",
    ),
]

ONLY_WE = [
    case("Choose a theme to test.", [], answer_only_we, "t1", "alone_can", True),
    case(
        "The answer is yes already.",
        [*both, did(answer_only_we, "t1", "alone_can", True)],
        answer_only_we,
        "t1",
        "alone_can",
        True,
    ),
    case(
        "Count at least one hand: how many say yes, and how many no.",
        both,
        count_hands,
        "t1",
        "alone_can",
        0,
        0,
    ),
    case(
        "That is 2,000 hands, more than 999. Count again.",
        both,
        count_hands,
        "t1",
        "alone_can",
        1000,
        1000,
    ),
    case(
        "That organisation is not a member of this workshop.",
        both,
        stand_only_we,
        "t1",
        "alone_can",
        "ash",
        "yes",
    ),
    case(
        "Alder stands there already.",
        [table, *both, did(stand_only_we, "t1", "alone_can", "alder", "yes")],
        stand_only_we,
        "t1",
        "alone_can",
        "alder",
        "yes",
    ),
]

NOTES = [
    case("Write the note first.", [], note_privately, "  ", "purpose", "draft"),
    case("Those words were read back already.", [one, did(read_back, "k1")], read_back, "k1"),
]

CASES = THEMES + ONLY_WE + NOTES
