"""Which workshop this is, who its members are, and the rule they decide by."""

import pytest

from facilitator.afterwards import take_late_position
from facilitator.board import capture
from facilitator.decision import Rule
from facilitator.stages.agreement import assent
from facilitator.stages.commitments import commit, name_budget
from facilitator.stages.gather import (
    answer_missing,
    choose_rule,
    declare_interest,
    join_member,
    join_organisation,
    name_workshop,
    remove_organisation,
)
from facilitator.stages.values import CostNamed, state_authority

STAYS = "Ash has spoken in this workshop, so it stays in the record."


def test_a_workshop_is_named(room) -> None:
    room.do(name_workshop, " Our agreement ", "The Board", "Ellerport", "2026-03-18", ("values",))

    about = room.workshop.about
    assert (about.title, about.group, about.place) == ("Our agreement", "The Board", "Ellerport")
    assert about.place_in_prompts == "Ellerport"


def test_a_place_without_a_name_is_the_city(room) -> None:
    assert room.workshop.about.place_in_prompts == "the city"


def test_renaming_leaves_the_journey_and_the_answer(room) -> None:
    room.do(name_workshop, "Title", "Group", "Place", stages=("values",))
    room.do(answer_missing, "Nobody.")
    room.do(name_workshop, "Other", "Group", "Place")

    assert room.workshop.about.stages == ("values",)
    assert room.workshop.about.who_is_missing == "Nobody."


def test_an_organisation_is_corrected_in_place(table) -> None:
    table.do(join_organisation, "Alder Trust", "Alder", "vcs", False, organisation_id="alder")

    assert next(iter(table.workshop.organisations)) == "alder"
    assert table.workshop.organisations["alder"].name == "Alder Trust"
    assert not table.workshop.organisations["alder"].voting


def test_an_organisation_without_a_short_name_is_called_by_its_name(room) -> None:
    made = room.do(join_organisation, "Ash").id

    assert room.workshop.organisations[made].short == "Ash"


def test_a_member_without_a_name_is_called_by_their_role(room) -> None:
    room.do(join_organisation, "Ash", organisation_id="ash")
    room.do(join_member, "ash", "Chair", member_id="m")
    assert room.workshop.members["m"].label == "Chair"
    room.do(join_member, "ash", "Chair", "Bea", member_id="m")

    assert room.workshop.members["m"].label == "Bea"


def test_an_organisation_that_did_nothing_is_taken_out_with_its_people(table) -> None:
    table.join("Ash")
    table.do(remove_organisation, "ash")

    assert "ash" not in table.workshop.organisations
    assert "ash-lead" not in table.workshop.members


def spoke(room) -> None:
    room.do(capture, "Words", "purpose", "q", organisation="ash")


def stood(room) -> None:
    room.round()


def stood_late(room) -> None:
    made = room.round(ash="absent", at="2026-03-18T12:00")
    room.do(take_late_position, made, "ash", "agree", "2026-03-19")


def proposed(room) -> None:
    room.value(proposed_by="ash")


def promised(room) -> None:
    room.do(commit, "Start", "ash", "Bea", "2026-09-30", "Starts")


def supports(room) -> None:
    room.do(commit, "Start", "alder", "Bea", "2026-09-30", "Starts", supported_by=("ash",))


def pays(room) -> None:
    room.do(name_budget, "Joint line", "pooled", {"ash": 1})


def hosts(room) -> None:
    room.do(name_budget, "Joint line", "pooled", {"alder": 1}, "ash")


def assented(room) -> None:
    room.do(assent, "ash")


def pays_a_price(room) -> None:
    value = room.value()
    room.happened(CostNamed("c1", value, "ash", "pride", "We answer first."))


def stated_its_authority(room) -> None:
    room.do(state_authority, "ash", "Anything")


@pytest.mark.parametrize(
    "deed",
    [
        spoke,
        stood,
        stood_late,
        proposed,
        promised,
        supports,
        pays,
        hosts,
        assented,
        pays_a_price,
        stated_its_authority,
    ],
    ids=lambda deed: deed.__name__,
)
def test_an_organisation_in_the_record_stays_in_it(table, deed) -> None:
    table.join("Ash")
    deed(table)

    assert table.refused(remove_organisation, "ash") == STAYS


def test_an_interest_is_declared_with_what_was_done(table) -> None:
    table.do(declare_interest, "alder-lead", "Runs a charity", "C5", "Abstains")

    (interest,) = table.workshop.interests.values()
    assert (interest.member, interest.item, interest.action) == ("alder-lead", "C5", "Abstains")


def test_the_rule_is_the_one_that_was_chosen_last(room) -> None:
    room.do(choose_rule, Rule(least_voting=7, classes=("nhs",)))

    assert room.workshop.rule.least_voting == 7


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (name_workshop, ("", "Group", ""), "Give the workshop a title."),
        (
            name_workshop,
            ("Title", " ", ""),
            "Name the group: it stands on every page of the agreement.",
        ),
        (answer_missing, ("",), "Say who is missing, or that nobody is."),
        (join_organisation, (" ",), "Name the organisation."),
        (join_organisation, ("Alder NHS", "ALDER"), "ALDER is here already."),
        (
            remove_organisation,
            ("ash",),
            "That organisation is not a member of this workshop.",
        ),
        (join_member, ("ash", "Chair"), "Which organisation do they come from? Add it first."),
        (join_member, ("alder", ""), "What is their role?"),
        (declare_interest, ("nobody", "None"), "Who declares it? Choose a member."),
        (declare_interest, ("alder-lead", ""), "What is the interest? “None” is an answer."),
        (
            choose_rule,
            (Rule(least_voting=0),),
            "A quorum needs at least one voting organisation.",
        ),
        (
            choose_rule,
            (Rule(stand_aside_limit=1.01),),
            "The limit on standing aside is a share between 0 and 100 per cent.",
        ),
        (
            choose_rule,
            (Rule(stand_aside_limit=-0.01),),
            "The limit on standing aside is a share between 0 and 100 per cent.",
        ),
        (choose_rule, (Rule(most_rounds=0),), "Allow at least one round."),
    ],
)
def test_it_is_refused_in_plain_words(table, command, args, sentence) -> None:
    assert table.refused(command, *args) == sentence


def test_whose_place_it_is_is_kept_of_a_substitute_only(table) -> None:
    table.do(join_member, "alder", "Deputy", substitute=True, member_id="d", instead_of=" Ann  ")
    assert table.workshop.members["d"].instead_of == "Ann"

    table.do(join_member, "alder", "Deputy", member_id="d", instead_of="Ann")
    assert table.workshop.members["d"].instead_of == ""
