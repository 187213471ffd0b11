"""Contributions, themes and the car park."""

import pytest

from facilitator.board import (
    capture,
    correct,
    dissolve_theme,
    find_theme,
    import_cards,
    name_theme,
    park,
    put_on_theme,
    take_up,
)

QUESTION = ("purpose", "what-only-we")
HOSTILE = "<b>&<script> \U0001f3e5 Tŷ نبدأ"


def card(room, text: str = "Home sooner", **more) -> str:
    return room.do(capture, text, *QUESTION, **more).id


def theme(room, name: str = "Home") -> str:
    return room.do(name_theme, name).id


def test_a_contribution_is_kept_word_for_word(room) -> None:
    made = card(room, HOSTILE)

    assert room.workshop.contributions[made].text == HOSTILE


def test_a_contribution_without_an_author_holds_none(room) -> None:
    made = room.workshop.contributions[card(room)]

    assert (made.member, made.organisation, made.attribution) == ("", "", "unattributed")
    assert room.workshop.who_said(made) == "unattributed"


def test_a_members_contribution_is_their_organisations_too(table) -> None:
    made = table.workshop.contributions[card(table, member="alder-lead")]

    assert (made.organisation, made.attribution) == ("alder", "named")
    assert table.workshop.who_said(made) == "Alder lead"


def test_a_contribution_may_name_the_organisation_only(table) -> None:
    made = table.workshop.contributions[card(table, organisation="alder")]

    assert (made.member, made.attribution) == ("", "organisation")
    assert table.workshop.who_said(made) == "Alder"


def test_cards_are_found_by_stage_and_question(room) -> None:
    made = card(room)
    room.do(capture, "Another", "purpose", "why-bother")
    room.do(capture, "A third", "values", "stories")

    assert [c.id for c in room.workshop.cards(*QUESTION)] == [made]
    assert len(room.workshop.cards("purpose")) == 2


def test_a_correction_leaves_everything_else(table) -> None:
    made = card(table, member="alder-lead", theme=theme(table))
    before = table.workshop.contributions[made]
    table.do(correct, made, "Home, safely")

    after = table.workshop.contributions[made]
    assert after.text == "Home, safely"
    assert (after.member, after.theme) == (before.member, before.theme)


def test_cards_are_piled_and_made_loose_again(room) -> None:
    pile, first, second = theme(room), card(room), card(room, "Two")
    room.do(put_on_theme, (first, second), pile)
    room.do(put_on_theme, (first,), "")

    assert [c.theme for c in room.workshop.contributions.values()] == ["", pile]


def test_a_theme_is_renamed_and_keeps_its_cards(room) -> None:
    pile = theme(room)
    made = card(room, theme=pile)
    room.do(name_theme, "Home sooner", pile)

    assert room.workshop.themes[pile].name == "Home sooner"
    assert room.workshop.contributions[made].theme == pile


def test_a_theme_may_change_its_capitals(room) -> None:
    room.do(name_theme, "HOME", theme(room))

    assert [t.name for t in room.workshop.themes.values()] == ["HOME"]


def test_a_theme_is_found_by_name_whatever_its_capitals(room) -> None:
    pile = theme(room, "Straße")

    assert find_theme(room.workshop, " STRASSE ").id == pile
    assert find_theme(room.workshop, "Elsewhere") is None


def test_the_cards_of_a_dissolved_theme_are_loose(room) -> None:
    pile = theme(room)
    made = card(room, theme=pile)
    room.do(dissolve_theme, pile)

    assert room.workshop.themes == {}
    assert room.workshop.contributions[made].theme == ""


def test_the_cards_of_a_dissolved_theme_may_move(room) -> None:
    pile, other = theme(room), theme(room, "Money")
    made = card(room, theme=pile)
    room.do(dissolve_theme, pile, other)

    assert room.workshop.contributions[made].theme == other


def test_a_parked_card_waits_in_the_car_park(room) -> None:
    made = card(room)
    item = room.do(park, "", "Ann", "Housing board", "June", made).id

    assert room.workshop.contributions[made].parked
    waiting = room.workshop.car_park[item]
    assert (waiting.text, waiting.by, waiting.destination, waiting.back_at) == (
        "Home sooner",
        "Ann",
        "Housing board",
        "June",
    )


def test_a_thing_that_is_no_card_may_be_parked(room) -> None:
    room.do(park, "Is “customer” ever right?")

    assert [p.text for p in room.workshop.car_park.values()] == ["Is “customer” ever right?"]


def test_a_card_that_is_taken_up_is_back_on_the_board(room) -> None:
    made = card(room)
    item = room.do(park, "", contribution=made).id
    room.do(take_up, item, "It became a commitment.")

    assert not room.workshop.contributions[made].parked
    assert room.workshop.car_park[item].outcome == "It became a commitment."
    room.do(park, "", contribution=made)


def test_imported_cards_are_unattributed_and_come_once(room) -> None:
    room.do(import_cards, ["One", " One ", "", "Two"], *QUESTION, "comments.csv")
    room.do(import_cards, ["Two", "Three"], *QUESTION, "comments.csv")

    cards = room.workshop.cards(*QUESTION)
    assert [c.text for c in cards] == ["One", "Two", "Three"]
    assert {c.attribution for c in cards} == {"unattributed"}


def test_an_import_is_taken_back_at_once(room) -> None:
    room.do(import_cards, ["One", "Two"], *QUESTION, "comments.csv")
    room.undo()

    assert room.workshop.contributions == {}


def test_an_import_without_anything_new_is_refused(room) -> None:
    room.do(import_cards, ["One"], *QUESTION, "comments.csv")

    assert room.refused(import_cards, ["One", " "], *QUESTION, "comments.csv") == (
        "There is nothing new in it: every comment is on the board already."
    )


def test_an_import_with_a_whole_document_in_it_is_refused(room) -> None:
    assert room.refused(import_cards, ["x" * 20_001], *QUESTION, "f").startswith(
        "That is 20,001 characters"
    )


GONE = "That card is no longer there."
NO_THEME = "That theme is no longer there."


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (capture, (" ", *QUESTION), "Write something first."),
        (capture, ("Hm", *QUESTION, "nobody"), "Nobody of that name is on the list."),
        (
            capture,
            ("Hm", *QUESTION, "", "ash"),
            "That organisation is not a member of this workshop.",
        ),
        (capture, ("Hm", *QUESTION, "", "", "gone"), NO_THEME),
        (correct, ("gone", "Words"), GONE),
        (put_on_theme, ((), ""), "Choose a card first."),
        (put_on_theme, (("gone",), ""), GONE),
        (name_theme, (" ",), "Give the theme a name in the room's words."),
        (dissolve_theme, ("gone",), NO_THEME),
        (park, (" ",), "What should be parked?"),
        (park, ("", "", "", "", "gone"), GONE),
        (take_up, ("gone", "Done"), "That is no longer in the car park."),
    ],
)
def test_it_is_refused_in_plain_words(room, command, args, sentence) -> None:
    assert room.refused(command, *args) == sentence


def test_a_card_is_not_emptied(room) -> None:
    assert room.refused(correct, card(room), " ") == (
        "A card needs words. To remove it, take it back."
    )


def test_a_card_goes_on_a_theme_that_is_there(room) -> None:
    assert room.refused(put_on_theme, (card(room),), "gone") == NO_THEME


def test_two_themes_do_not_share_a_name(room) -> None:
    theme(room, "Home")

    assert room.refused(name_theme, "HOME") == "There is a theme called “Home” already."


@pytest.mark.parametrize("into", ["itself", "gone"])
def test_the_cards_of_a_theme_move_to_another_that_is_there(room, into) -> None:
    pile = theme(room)
    other = pile if into == "itself" else into

    assert room.refused(dissolve_theme, pile, other) == "Choose another theme for its cards."


def test_a_card_is_parked_once(room) -> None:
    made = card(room)
    room.do(park, "", contribution=made)

    assert room.refused(park, "", contribution=made) == "That card is in the car park already."


def test_what_became_of_a_parked_thing_must_be_said(room) -> None:
    item = room.do(park, "Later").id

    assert room.refused(take_up, item, "") == "What became of it?"
