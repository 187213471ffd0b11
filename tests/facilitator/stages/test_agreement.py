"""The version that is read aloud, who assents, and when it is reviewed."""

import pytest

from facilitator.stages.agreement import assent, give_version, ratify, set_review


def test_a_workshop_binds_nobody(room) -> None:
    assert room.workshop.paper.status == "Draft for ratification"


def test_the_agreement_has_what_a_secretary_asks_for(room) -> None:
    room.do(give_version, "0.4", "ELL-HWB-SLA", "Board secretary", "2026-04-29")
    room.do(set_review, "2026-11-11")

    paper = room.workshop.paper
    assert (paper.version, paper.reference, paper.owner) == (
        "0.4",
        "ELL-HWB-SLA",
        "Board secretary",
    )
    assert (paper.ratify_on, paper.review_on) == ("2026-04-29", "2026-11-11")


def test_a_new_version_leaves_the_review_date(room) -> None:
    room.do(set_review, "2026-11-11")
    room.do(give_version, "0.5")

    assert room.workshop.paper.review_on == "2026-11-11"


def test_it_is_resolved_once_a_ratifying_meeting_is_recorded(room) -> None:
    room.do(ratify, "Board", "2026-04-29", "Minute 12")

    assert room.workshop.paper.status == "Resolved"
    assert room.workshop.paper.ratified.minute == "Minute 12"


def test_an_organisation_assents_to_the_version_on_the_screen(table) -> None:
    table.do(give_version, "0.4")
    table.do(assent, "alder", "alder-lead", " The night service. ")
    table.do(give_version, "0.5")

    given = table.workshop.assents["alder"]
    assert (given.version, given.member, given.reservation) == (
        "0.4",
        "alder-lead",
        "The night service.",
    )


def test_a_later_assent_takes_the_place_of_an_earlier_one(table) -> None:
    table.do(assent, "alder", reservation="The night service.")
    table.do(assent, "alder")

    assert [a.reservation for a in table.workshop.assents.values()] == [""]


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (give_version, (" ",), "Give the agreement a version, such as 0.4."),
        (
            give_version,
            ("0.4", "", "", "April"),
            "“April” is not a date. Write it like 23 Nov 2026.",
        ),
        (set_review, ("",), "When will you look at this again? Name a date."),
        (assent, ("ash",), "That organisation is not a member of this workshop."),
        (ratify, ("", "2026-04-29"), "Which meeting resolved it?"),
        (ratify, ("Board", ""), "On which date?"),
    ],
)
def test_it_is_refused_in_plain_words(table, command, args, sentence) -> None:
    assert table.refused(command, *args) == sentence


def test_neither_the_meeting_nor_the_review_is_on_a_day_that_is_past(room) -> None:
    past = "17 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    day, today = "2026-03-17", "2026-03-18"

    assert room.refused(give_version, "0.4", ratify_on=day, today=today) == past
    assert room.refused(set_review, day, today=today) == past


def test_the_front_page_is_put_right_after_the_meeting(room) -> None:
    room.do(give_version, "0.4", ratify_on="2026-03-17")
    room.do(give_version, "0.5", ratify_on="2026-03-17", today="2026-03-18")

    assert room.workshop.paper.version == "0.5"
