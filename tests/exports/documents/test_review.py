"""The review report sets what was promised beside what became of it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from exports.documents.review import NOT_YET, review, to_review
from exports.documents.shelf import paper
from exports.pdf import render_pdf
from exports.said import said
from facilitator import car_park, next_steps
from facilitator.stages import commitments, values
from facilitator.stages.rehearsal import casting, changing
from facilitator.workshop import Workshop
from tests.exports.documents.laid_out import rows_under

SOON = datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC)
LATER = datetime.datetime(2027, 6, 1, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


_LATE = ("What", "Whose", "Was due", "Stands")


def test_there_is_nothing_to_review_before_anything_is_promised(workshop: Workshop, do: Do) -> None:
    assert to_review(workshop) == NOT_YET
    assert paper(workshop, "review").not_yet == NOT_YET


def test_a_commitment_alone_is_something_to_review(agreed: Workshop) -> None:
    assert to_review(agreed) == ""
    assert paper(agreed, "review").not_yet == ""


def test_an_agreed_value_alone_is_something_to_review(agreed: Workshop) -> None:
    agreed.commitments.clear()
    assert to_review(agreed) == ""
    agreed.values.pop("v1")
    assert to_review(agreed) == NOT_YET


def test_a_scenario_that_was_only_chosen_is_nothing_to_review(
    workshop: Workshop, do: Do, pack
) -> None:
    do(casting.choose_scenario, pack, rehearsal_id="R")
    assert to_review(workshop) == NOT_YET


def test_it_begins_with_all_of_it_in_short(rehearsed: Workshop, do: Do) -> None:
    (promise,) = rehearsed.commitments
    do(commitments.report, promise, "2027-01-10", "at_risk")
    lines = said(review(rehearsed, SOON))
    at = lines.index("In short")
    assert lines[at + 1 : at + 13] == [
        *("Commitments", "1 made: 1 at risk"),
        *("Overdue", "Nothing"),
        *("Values", "1 value agreed"),
        *("In rehearsal", "1 broke"),
        *("Changes", "0 of 1 proposed change accepted"),
        *("Next review", "23 November 2027"),
    ]


def test_a_commitment_stands_with_every_report_since(agreed: Workshop, do: Do) -> None:
    (promise,) = agreed.commitments
    do(commitments.report, promise, "2027-01-10", "on_track", "2 doors")
    do(commitments.report, promise, "2027-05-10", "late")
    assert rows_under(review(agreed, LATER), "Promised") == [
        (
            "Open one door|Council, Head of Council",
            "doors open",
            "1 Mar 2027|Overdue",
            "Late|10 Jan 2027: on track, 2 doors|10 May 2027: late",
        )
    ]


def test_what_was_never_reported_says_so(agreed: Workshop) -> None:
    assert rows_under(review(agreed, SOON), "Promised")[0][-1] == "Nothing yet"


def test_what_was_due_is_overdue_the_day_after(agreed: Workshop) -> None:
    due = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.UTC)

    def late(made: datetime.datetime) -> list[str]:
        return [row[0] for row in rows_under(review(agreed, made), *_LATE)]

    assert "Open one door" not in late(due)
    assert "Open one door" in late(due + datetime.timedelta(days=1))


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_done_or_dropped_is_not_overdue(agreed: Workshop, do: Do, status: str) -> None:
    (promise,) = agreed.commitments
    do(commitments.report, promise, "2027-02-10", status)
    assert "Open one door" not in [row[0] for row in rows_under(review(agreed, LATER), *_LATE)]


def test_everything_overdue_stands_together_the_longest_first(rehearsed: Workshop, do: Do) -> None:
    do(next_steps.name_next_step, "Print it", "Voice", "2026-12-24")
    do(car_park.park, "Buses", "", "The board", "2027-01-05")
    do(car_park.park, "Trams", "", "The board", "in spring")
    assert rows_under(review(rehearsed, LATER), *_LATE) == [
        ("Print it", "Voice", "24 Dec 2026|159 days ago", "A next step"),
        ("Buses", "The board", "5 Jan 2027|147 days ago", "In the car park"),
        ("Speed", "Head of Voice", "10 Jan 2027|142 days ago", "A parked value"),
        *_SAME_DAY,
    ]


_SAME_DAY = [
    ("Open one door", "Council, Head of Council", "1 Mar 2027|92 days ago", "Nothing reported"),
    ("ring round first", "Voice", "1 Mar 2027|92 days ago", "A change only proposed"),
]


def test_nothing_overdue_is_said_as_well(agreed: Workshop) -> None:
    assert "Nothing was overdue on 1 December 2026." in said(review(agreed, SOON))


def test_each_value_stands_with_its_rounds_and_what_the_rehearsal_did(rehearsed: Workshop) -> None:
    rows = rows_under(review(rehearsed, SOON), "Value")
    assert ("Candour", "Agreed with reservations.", "1", "Broke in “The long night”") in rows
    assert (
        "Speed",
        "Parked with Head of Voice until 10 January 2027. How fast?",
        "0",
        "Not tested",
    ) in rows


def test_a_change_is_open_until_it_is_accepted(rehearsed: Workshop, do: Do) -> None:
    assert rows_under(review(rehearsed, SOON), "To")[0][-1] == "Proposed"
    do(changing.accept_change, "R", "c1")
    assert rows_under(review(rehearsed, SOON), "To")[0][-1].startswith("Accepted")


def test_what_is_still_to_come_stands_by_its_day(agreed: Workshop) -> None:
    assert rows_under(review(agreed, SOON), "By") == [
        ("10 Jan 2027", "“Speed” comes back", "Head of Voice"),
        ("1 Feb 2027", "The agreement goes to the meeting that may resolve it", "Secretary"),
        ("1 Mar 2027", "Open one door", "Council, Head of Council"),
        ("23 Nov 2027", "This agreement is looked at again", "Secretary"),
    ]


def test_a_review_that_is_past_says_so(agreed: Workshop) -> None:
    late = datetime.datetime(2028, 1, 1, tzinfo=datetime.UTC)
    assert "23 November 2027, which is past" in said(review(agreed, late))


def test_of_what_is_not_asked_for_yet_nothing_is_promised(rehearsed: Workshop) -> None:
    words = "\n".join(said(review(rehearsed, SOON))).casefold()
    assert not any(word in words for word in ("success", "self-assessment", "keep, change"))


def test_it_can_be_printed(rehearsed: Workshop, reading) -> None:
    text = reading(render_pdf(review(rehearsed, LATER))).text
    assert "Review report" in text
    assert "Open one door" in text


def test_a_value_withdrawn_stands_with_its_reason(agreed: Workshop, do: Do) -> None:
    do(values.propose, "Pace", "We go fast.", "Council", value_id="v3")
    do(values.withdraw_value, "v3", "Council", "Said elsewhere.")
    rows = rows_under(review(agreed, SOON), "Value")
    assert rows[-1][1] == "Withdrawn by Council: Said elsewhere."
