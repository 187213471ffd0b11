"""What is refused on the board, of the purpose, and of the clock of a step."""

from facilitator.board import (
    capture,
    correct,
    dissolve_theme,
    import_cards,
    name_theme,
    put_on_theme,
)
from facilitator.car_park import park, take_up
from facilitator.progress import extend_timer, pause_timer, resume_timer
from facilitator.rounds import lock_round, open_round
from facilitator.stages.purpose import adopt, close_draft, draft
from facilitator.statement import (
    all_will_defend,
    answer_another_board,
    drop_stop,
    name_stop,
    say_defence,
)
from tests.facilitator.refusals.case import LONG, NOON, R, case, did, said, table

HERE = ("purpose", "only-us")
card = did(capture, "Home sooner", *HERE, contribution_id="k1")
theme = did(name_theme, "Home", "t1")
drafted = did(draft, "Together.", draft_id="d1")
everybody = said(alder="agree", beech="agree", cedar="agree", dogwood="agree", elm="agree")
on_draft = did(open_round, "d1", "Together.", R)
lock = did(lock_round, R, NOON)
agreed = [table, drafted, on_draft, everybody, lock]
stop = did(name_stop, "d1", "Blaming each other")
asked = [did(answer_another_board, "d1", False), stop]
adopted = [*agreed, *asked, did(adopt, "d1")]

BOARD = [
    case("Write something first.", [], capture, " ", *HERE),
    case("Nobody of that name is on the list.", [], capture, "Idea", *HERE, member="ann"),
    case(
        "That organisation is not a member of this workshop.",
        [],
        capture,
        "Idea",
        *HERE,
        organisation="ash",
    ),
    case("That theme is no longer there.", [], capture, "Idea", *HERE, theme="t1"),
    case(
        "That is 24,999 characters; one piece of text holds 20,000. Nothing was kept. Split it "
        "and try again.",
        [],
        import_cards,
        [LONG],
        *HERE,
        "file",
    ),
    case(
        "There is nothing new in it: every comment is on the board already.",
        [card],
        import_cards,
        ["Home sooner", " "],
        *HERE,
        "file",
    ),
    case("A card needs words. To remove it, take it back.", [card], correct, "k1", ""),
    case("That card is no longer there.", [], correct, "k1", "Words"),
    case("Choose a card first.", [theme], put_on_theme, (), "t1"),
    case("That theme is no longer there.", [card], put_on_theme, ("k1",), "t1"),
    case("Give the theme a name in the room's words.", [], name_theme, ""),
    case("There is a theme called “Home” already.", [theme], name_theme, "HOME"),
    case("That theme is no longer there.", [], dissolve_theme, "t1"),
    case("Choose another theme for its cards.", [theme], dissolve_theme, "t1", "t1"),
    case(
        "That card is in the car park already.",
        [card, did(park, "", contribution="k1")],
        park,
        "",
        contribution="k1",
    ),
    case("What should be parked?", [], park, " "),
    case("That is no longer in the car park.", [], take_up, "p1", "Done"),
    case(
        "What became of it?",
        [did(park, "Buses")],
        lambda workshop, outcome: take_up(workshop, next(iter(workshop.car_park)), outcome),
        "",
    ),
]

PURPOSE = [
    case("Write the statement first.", [], draft, ""),
    case("Nothing has changed since v1.", [drafted], draft, "Together.", "d1"),
    case("That draft is no longer there.", [], draft, "Together.", "d1"),
    case(
        "v1 is the group's purpose. Adopt another draft in its place.",
        adopted,
        close_draft,
        "d1",
        "rejected",
    ),
    case("v1 is adopted already.", adopted, adopt, "d1"),
    case(
        "Take a round of positions on v1 first, and lock it.",
        [table, drafted, on_draft],
        adopt,
        "d1",
    ),
    case(
        "The round on v1 did not end in agreement.",
        [table, drafted, on_draft, everybody, said(alder="object"), lock],
        adopt,
        "d1",
    ),
]

STATEMENT = [
    case(
        "v1 has 60 words. A purpose has fifty or fewer: cut 10.",
        [table, did(draft, "word " * 60, draft_id="d1")],
        adopt,
        "d1",
    ),
    case(
        "Before v1 is adopted, ask the room: “Would another board sign this?” and “What would we "
        "have to stop?”",
        agreed,
        adopt,
        "d1",
    ),
    case(
        "Name one thing that we would have to stop, or say “nothing”.",
        [drafted],
        name_stop,
        "d1",
        " ",
    ),
    case(
        "“Blaming each other” is named already. Take it off the list first.",
        [drafted, stop],
        name_stop,
        "d1",
        "Nothing.",
    ),
    case(
        "“Blaming each other” is on the list already.",
        [drafted, stop],
        name_stop,
        "d1",
        "Blaming each other",
    ),
    case("That is no longer on the list.", [drafted], drop_stop, "d1", "Blaming"),
    case(
        "That organisation is not a member of this workshop.",
        [drafted],
        say_defence,
        "d1",
        "ash",
        True,
    ),
    case(
        "What keeps Alder from defending it outside?",
        [table, drafted],
        say_defence,
        "d1",
        "alder",
        False,
    ),
    case(
        "Everybody who is here has said whether they will defend it outside.",
        [drafted],
        all_will_defend,
        "d1",
        NOON,
    ),
    case("That draft is no longer there.", [], name_stop, "d1", "Blaming"),
    case(
        "That is 24,999 characters; one piece of text holds 20,000. Nothing was kept. Split it "
        "and try again.",
        [drafted],
        answer_another_board,
        "d1",
        True,
        LONG,
    ),
]

PROGRESS = [
    case("No step is in hand yet.", [], pause_timer, 1.0),
    case("No step is in hand yet.", [], resume_timer, 1.0),
    case("No step is in hand yet.", [], extend_timer),
]

CASES = BOARD + PURPOSE + STATEMENT + PROGRESS
