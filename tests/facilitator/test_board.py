"""Contributions and themes."""

import pytest

from facilitator.board import (
    capture,
    correct,
    dissolve_theme,
    find_theme,
    form_theme,
    import_cards,
    name_theme,
    put_on_theme,
    split_theme,
)
from facilitator.car_park import park
from facilitator.history import replay

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


def test_a_theme_is_formed_with_its_cards_in_one_change(room) -> None:
    first, second, third = card(room), card(room, "Two"), card(room, "Three")
    before = replay(room.history.entries)
    room.do(form_theme, "Home", (first, third))

    [made] = room.workshop.themes.values()
    assert made.name == "Home"
    assert [c.theme for c in room.workshop.contributions.values()] == [made.id, "", made.id]
    room.undo()
    assert room.workshop == before
    assert second in room.workshop.contributions


def test_a_split_takes_the_chosen_cards_into_a_new_theme_in_one_change(room) -> None:
    pile = theme(room)
    stays, goes = card(room, theme=pile), card(room, "Two", theme=pile)
    before = replay(room.history.entries)
    split = room.do(split_theme, pile, "Money", (goes,)).id

    assert room.workshop.contributions[stays].theme == pile
    assert room.workshop.contributions[goes].theme == split
    assert [t.name for t in room.workshop.themes.values()] == ["Home", "Money"]
    room.undo()
    assert room.workshop == before


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
        (form_theme, ("Home", ()), "Choose a card first."),
        (form_theme, ("Home", ("gone",)), GONE),
        (split_theme, ("gone", "Home", ("gone",)), NO_THEME),
        (name_theme, (" ",), "Give the theme a name in the room's words."),
        (dissolve_theme, ("gone",), NO_THEME),
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


EVERY = "That is every card of the theme, so nothing is split. Rename it instead."


def test_a_split_leaves_a_card_behind(room) -> None:
    pile = theme(room)
    made = card(room, theme=pile)

    assert room.refused(split_theme, pile, "Money", (made,)) == EVERY


def test_a_card_in_the_car_park_is_not_left_behind_by_a_split(room) -> None:
    pile = theme(room)
    made, parked = card(room, theme=pile), card(room, "Two", theme=pile)
    room.do(park, "", contribution=parked)

    assert room.refused(split_theme, pile, "Money", (made,)) == EVERY


def test_only_a_themes_own_cards_are_split_from_it(room) -> None:
    pile = theme(room)
    card(room, theme=pile)
    loose = card(room, "Two")

    assert room.refused(split_theme, pile, "Money", (loose,)) == (
        "Those cards are not all in that theme. Choose them again."
    )


def test_a_theme_that_is_split_off_needs_a_name_of_its_own(room) -> None:
    pile = theme(room)
    card(room, theme=pile)
    goes = card(room, "Two", theme=pile)

    assert room.refused(split_theme, pile, "home", (goes,)) == (
        "There is a theme called “Home” already."
    )
