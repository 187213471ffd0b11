"""The version that is read aloud, who assents, and when it is reviewed."""

import pytest

from facilitator.stages.agreement import (
    AgreementRatified,
    AgreementVersioned,
    Paper,
    assent,
    give_version,
    ratify,
    resolved_version,
    set_review,
    write_statement,
)


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


def _versions(room) -> list[tuple[str, str, str, str]]:
    kept = room.workshop.paper.versions
    return [(each.number, each.status, each.date, each.what) for each in kept]


def test_every_version_is_kept_with_its_status_and_its_date(room) -> None:
    room.do(give_version, "0.3", today="2026-03-04")
    room.do(give_version, "0.4", today="2026-03-18")
    room.do(ratify, "Full board", "2026-05-13", "M1")

    assert _versions(room) == [
        ("0.3", "Draft for ratification", "2026-03-04", ""),
        ("0.4", "Draft for ratification", "2026-03-18", ""),
        ("1.0", "Resolved", "2026-05-13", "Full board"),
    ]


def test_the_front_page_put_right_is_no_new_version(room) -> None:
    room.do(give_version, "0.4", today="2026-03-18")
    room.do(give_version, "0.4", "REF-1", today="2026-03-19")

    assert len(room.workshop.paper.versions) == 1


def test_what_is_resolved_is_the_next_whole_version(room) -> None:
    room.do(give_version, "0.4")
    room.do(ratify, "Full board", "2026-05-13")

    assert room.workshop.paper.version == "1.0"


@pytest.mark.parametrize(
    ("draft", "resolved"), [("0.4", "1.0"), ("2.1", "3.0"), ("1", "2.0"), ("A", "A, resolved")]
)
def test_the_next_whole_version(draft: str, resolved: str) -> None:
    assert resolved_version(Paper(version=draft)) == resolved


def test_a_resolution_put_right_stays_one_version(room) -> None:
    room.do(give_version, "0.4")
    room.do(ratify, "Full board", "2026-05-13")
    room.do(ratify, "Full board", "2026-05-14", "M2")

    assert [each.number for each in room.workshop.paper.versions] == ["0.4", "1.0"]
    assert room.workshop.paper.versions[-1].date == "2026-05-14"


def test_a_version_after_the_resolved_one_is_a_draft_again(room) -> None:
    room.do(ratify, "Full board", "2026-05-13")
    room.do(give_version, "1.1", today="2026-06-01")

    assert room.workshop.paper.status == "Draft for ratification"
    assert [each.number for each in room.workshop.paper.versions] == ["1.0", "1.1"]


def test_files_from_before_versions_were_kept_open_as_they_were(room) -> None:
    AgreementVersioned("0.4").apply(room.workshop)
    AgreementRatified("Full board", "2026-05-13").apply(room.workshop)

    assert room.workshop.paper.version == "0.4"
    assert room.workshop.paper.status == "Resolved"


def test_the_public_statement_is_kept_in_the_groups_own_words(room) -> None:
    room.do(write_statement, " We will share one purse. ", "board@example.org")

    assert room.workshop.paper.statement.text == "We will share one purse."
    assert room.workshop.paper.statement.reply == "board@example.org"
