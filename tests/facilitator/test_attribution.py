"""Named, organisation only or unattributed: by workshop, member, step and card."""

import pytest

from facilitator.attribution import (
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
    shown_as,
    would_forget,
)
from facilitator.board import capture
from facilitator.car_park import park

STEP = ("purpose", "only-us")
KEPT_NOWHERE = "Who said this is kept nowhere. Say who it was, then it can be quoted that way."


def card(room, member: str = "alder-lead", **more) -> str:
    return room.do(capture, "Home sooner", *STEP, member=member, **more).id


def said(room, card_id: str) -> str:
    return room.workshop.who_said(room.workshop.contributions[card_id])


def test_nothing_chosen_is_named(table) -> None:
    assert said(table, card(table)) == "Alder lead"


@pytest.mark.parametrize(
    ("choose", "where"),
    [
        (choose_for_all, ()),
        (choose_for_member, ("alder-lead",)),
        (choose_for_step, STEP),
    ],
)
@pytest.mark.parametrize(
    ("choice", "words"),
    [("organisation", "Alder"), ("unattributed", "unattributed")],
)
def test_a_choice_holds_for_cards_that_are_there_and_those_to_come(
    table, choose, where, choice, words
) -> None:
    before = card(table)
    table.do(choose, *where, choice)

    assert said(table, before) == words
    assert said(table, card(table)) == words


def test_a_choice_for_one_member_leaves_the_others(table) -> None:
    table.do(choose_for_member, "alder-lead", "organisation")

    assert said(table, card(table, "beech-lead")) == "Beech lead"


def test_a_choice_for_one_step_leaves_the_others(table) -> None:
    table.do(choose_for_step, *STEP, "organisation")
    other = table.do(capture, "Why", "purpose", "why-bother", member="alder-lead").id

    assert said(table, other) == "Alder lead"


@pytest.mark.parametrize(
    ("member", "step", "words"),
    [
        ("named", "organisation", "Alder"),
        ("organisation", "named", "Alder"),
        ("unattributed", "named", "unattributed"),
        ("organisation", "unattributed", "unattributed"),
        ("named", "named", "Alder lead"),
    ],
)
def test_of_a_members_and_a_steps_choice_the_more_careful_counts(
    table, member, step, words
) -> None:
    made = card(table)
    table.do(choose_for_member, "alder-lead", member)
    table.do(choose_for_step, *STEP, step)

    assert said(table, made) == words


@pytest.mark.parametrize("wide", ["organisation", "unattributed"])
def test_a_members_choice_to_be_named_counts_before_the_workshops(table, wide) -> None:
    made = card(table)
    table.do(choose_for_member, "alder-lead", "named")
    table.do(choose_for_all, wide)

    assert said(table, made) == "Alder lead"


def test_a_cards_own_choice_counts_before_all_others(table) -> None:
    made = card(table)
    table.do(attribute_card, made, "named")
    table.do(choose_for_all, "unattributed")
    table.do(choose_for_step, *STEP, "unattributed")
    table.do(choose_for_member, "alder-lead", "unattributed")

    assert said(table, made) == "Alder lead"


def test_taking_a_choice_away_lets_the_wider_one_hold(table) -> None:
    made = card(table)
    table.do(choose_for_member, "alder-lead", "organisation")
    table.do(choose_for_member, "alder-lead")

    assert said(table, made) == "Alder lead"


def test_taking_a_steps_choice_away_lets_the_wider_one_hold(table) -> None:
    made = card(table)
    table.do(choose_for_step, *STEP, "organisation")
    table.do(choose_for_step, *STEP)

    assert said(table, made) == "Alder lead"


def test_a_choice_is_one_step_to_take_back(table) -> None:
    made = card(table)
    table.do(choose_for_all, "organisation")
    table.undo()

    assert said(table, made) == "Alder lead"


@pytest.mark.parametrize(
    ("choose", "where"),
    [(choose_for_all, ()), (choose_for_member, ("alder-lead",)), (choose_for_step, STEP)],
)
def test_what_is_captured_as_unattributed_names_nobody_in_its_event(table, choose, where) -> None:
    table.do(choose, *where, "unattributed")
    event = table.do(capture, "Home sooner", *STEP, member="alder-lead")

    assert (event.member, event.organisation) == ("", "")


def test_an_organisation_that_is_quoted_by_name_is_quoted_as_itself(table) -> None:
    made = table.do(capture, "Home sooner", *STEP, organisation="alder").id
    table.do(attribute_card, made, "named")

    assert said(table, made) == "Alder"


def test_who_said_a_card_may_be_corrected(table) -> None:
    made = card(table)
    table.do(attribute_card, made, member="beech-lead")

    assert said(table, made) == "Beech lead"
    assert table.workshop.contributions[made].organisation == "beech"


def test_a_card_may_be_an_organisations_after_all(table) -> None:
    made = card(table)
    table.do(attribute_card, made, organisation="beech")

    assert said(table, made) == "Beech"


def test_an_author_may_come_forward(table) -> None:
    table.do(choose_for_all, "unattributed")
    made = card(table)
    table.do(attribute_card, made, "named", "alder-lead")

    assert said(table, made) == "Alder lead"


def test_naming_a_speaker_who_is_unattributed_names_nobody_in_the_event(table) -> None:
    made = card(table)
    table.do(choose_for_member, "beech-lead", "unattributed")
    event = table.do(attribute_card, made, member="beech-lead")

    assert (event.member, event.organisation) == ("", "")
    assert said(table, made) == "unattributed"


def test_a_card_that_is_made_unattributed_names_nobody_in_the_event(table) -> None:
    event = table.do(attribute_card, card(table), "unattributed", "beech-lead")

    assert (event.member, event.organisation) == ("", "")


@pytest.mark.parametrize("choice", ["named", "organisation"])
def test_a_card_whose_author_is_kept_nowhere_needs_the_speaker_named(table, choice) -> None:
    made = table.do(capture, "Home sooner", *STEP).id

    assert table.refused(attribute_card, made, choice) == KEPT_NOWHERE


def test_naming_who_said_it_where_that_is_not_kept_needs_a_choice_for_the_card(table) -> None:
    table.do(choose_for_step, *STEP, "unattributed")
    made = card(table)

    assert table.refused(attribute_card, made, "", "alder-lead") == (
        "Such words are unattributed, so who said this would not be kept. Choose named or "
        "organisation only for this card as well."
    )


def test_who_parks_an_unattributed_card_is_not_kept(table) -> None:
    table.do(choose_for_step, *STEP, "unattributed")
    made = card(table)

    assert table.do(park, "", "Alder lead", contribution=made).by == ""


def test_who_parks_any_other_card_is_kept(table) -> None:
    assert table.do(park, "", "Alder lead", contribution=card(table)).by == "Alder lead"


@pytest.mark.parametrize(
    ("command", "arguments", "sentence"),
    [
        (choose_for_all, ("loud",), "Choose named, organisation only or unattributed."),
        (choose_for_all, ("",), "Choose named, organisation only or unattributed."),
        (choose_for_all, ("named",), "The whole workshop is named already."),
        (choose_for_member, ("gone", "named"), "Nobody of that name is on the list."),
        (
            choose_for_member,
            ("alder-lead", "loud"),
            "Choose named, organisation only or unattributed.",
        ),
        (choose_for_member, ("alder-lead",), "That is how it stands for Alder lead already."),
        (
            choose_for_step,
            ("purpose", "", "named"),
            "Nothing is captured in this step, so there is nobody to quote.",
        ),
        (choose_for_step, (*STEP, "loud"), "Choose named, organisation only or unattributed."),
        (choose_for_step, STEP, "That is how it stands for this step already."),
        (attribute_card, ("gone", "named"), "That card is no longer there."),
        (attribute_card, ("k", "loud"), "Choose named, organisation only or unattributed."),
        (attribute_card, ("k", "", "gone"), "Nobody of that name is on the list."),
        (
            attribute_card,
            ("k", "", "", "gone"),
            "That organisation is not a member of this workshop.",
        ),
        (attribute_card, ("k",), "That is how it stands for this card already."),
        (attribute_card, ("k", "", "alder-lead"), "That is how it stands for this card already."),
    ],
)
def test_what_cannot_be_chosen_is_refused_in_plain_words(
    table, command, arguments, sentence
) -> None:
    card(table, contribution_id="k")

    assert table.refused(command, *arguments) == sentence


def test_what_would_be_lost_is_counted_before_it_is(table) -> None:
    for _ in range(3):
        card(table)
    card(table, "beech-lead")
    own = card(table)
    table.do(attribute_card, own, "named")
    table.do(capture, "By nobody", *STEP)
    lost = {
        "workshop": would_forget(table.workshop, "unattributed"),
        "member": would_forget(table.workshop, "unattributed", member="alder-lead"),
        "step": would_forget(table.workshop, "unattributed", stage=STEP[0], question=STEP[1]),
        "card": would_forget(table.workshop, "unattributed", card=own),
        "less": would_forget(table.workshop, "organisation"),
    }

    assert lost == {"workshop": 4, "member": 3, "step": 4, "card": 1, "less": 0}


def test_counting_what_would_be_lost_changes_nothing(table) -> None:
    made = card(table)
    would_forget(table.workshop, "unattributed")
    would_forget(table.workshop, "unattributed", member="alder-lead")
    would_forget(table.workshop, "unattributed", stage=STEP[0], question=STEP[1])

    assert shown_as(table.workshop, table.workshop.contributions[made]) == "named"
    assert not table.workshop.attribution_of
