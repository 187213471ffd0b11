import datetime

import msgspec
import pytest

from facilitator.stages.agreement import assent, give_version, ratify


def test_of_a_paper_that_has_everything_nothing_is_said(sound, say) -> None:
    assert say() == []


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ({"versions": ()}, "No version was given"),
        ({"reference": ""}, "It has no reference"),
        ({"owner": ""}, "Nobody owns it"),
        ({"review_on": ""}, "It has no review date"),
        ({"ratify_on": ""}, "It goes to no meeting"),
    ],
)
def test_what_the_front_page_lacks_sends_it_back(sound, say, field, what) -> None:
    sound.paper = msgspec.structs.replace(sound.paper, **field)
    (remark,) = say()
    assert (remark.what, remark.weight) == (what, "send_back")
    assert (remark.place.stage, remark.place.step) == ("agreement", "close")


def test_a_meeting_that_is_over_and_resolved_nothing_is_looked_at(sound, heads) -> None:
    after = datetime.datetime(2027, 2, 2, 9, tzinfo=datetime.UTC)
    assert heads(made=after) == ["look: The meeting of 1 February 2027 is over"]


def test_a_review_date_that_is_past_is_looked_at(sound, do, heads) -> None:
    do(ratify, "Full board", "2027-02-01", "12")
    after = datetime.datetime(2027, 11, 24, 9, tzinfo=datetime.UTC)
    told = heads(made=after)
    assert "look: Its review date is past" in told
    assert not [each for each in told if "meeting" in each]


def test_who_has_not_assented_is_named(sound, say) -> None:
    del sound.assents["Voice"]
    (remark,) = say()
    assert (remark.weight, remark.place.step) == ("look", "assent")
    assert remark.more.startswith("Voice has not said")


def test_an_assent_to_an_older_version_is_looked_at(sound, do, heads) -> None:
    do(give_version, "0.5", "ASH-1", "Secretary", "2027-02-01")
    for name in ("Council", "Hospital"):
        do(assent, name)
    assert heads() == ["look: Voice assented to version 0.4"]


def test_the_assents_hold_for_the_version_that_a_meeting_resolved(sound, do, say) -> None:
    do(ratify, "Full board", "2026-11-24", "12")
    assert sound.paper.version == "1.0"
    assert say() == []


def test_on_the_day_of_the_meeting_it_is_not_over(sound, heads) -> None:
    assert heads(made=datetime.datetime(2027, 2, 1, 9, tzinfo=datetime.UTC)) == []


def test_on_the_day_of_the_review_it_is_not_past(sound, do, heads) -> None:
    sound.commitments.clear()
    do(ratify, "Full board", "2027-02-01", "12")
    assert heads(made=datetime.datetime(2027, 11, 23, 9, tzinfo=datetime.UTC)) == []


def test_where_no_draft_had_a_number_the_assents_hold_for_what_was_resolved(
    sound, do, heads
) -> None:
    sound.paper = msgspec.structs.replace(sound.paper, versions=(), version="0.1")
    for name in sound.organisations:
        do(assent, name)
    do(ratify, "Full board", "2026-11-24", "12")
    assert heads() == []


def test_an_assent_to_a_draft_before_the_one_that_was_resolved_is_looked_at(
    sound, do, heads
) -> None:
    do(give_version, "0.5", "ASH-1", "Secretary", "2027-02-01")
    for name in ("Council", "Hospital"):
        do(assent, name)
    do(ratify, "Full board", "2026-11-24", "12")
    assert heads() == ["look: Voice assented to version 0.4"]
