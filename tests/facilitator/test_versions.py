"""The versions that the agreement had, and the workshop as it was when each of them stood."""

from facilitator.chatham_house import choose_chatham_house
from facilitator.events import Undone
from facilitator.stages.agreement import give_version, ratify, set_review
from facilitator.veil import veiled
from facilitator.versions import as_of_version, earlier_versions


def numbers(room) -> list[str]:
    return [each.number for each in earlier_versions(room.history)]


def test_a_paper_that_nobody_numbered_has_no_earlier_version(room) -> None:
    room.do(set_review, "2026-11-11")
    assert numbers(room) == []


def test_the_versions_before_the_one_in_hand_are_told_in_order(room) -> None:
    for version in ("0.2", "0.4"):
        room.do(give_version, version)
    room.do(give_version, "0.4", "REF-7")
    assert numbers(room) == ["0.1", "0.2"]


def test_a_resolution_is_a_version_and_the_draft_comes_before_it(room) -> None:
    room.do(give_version, "0.4")
    room.do(ratify, "Board", "2026-04-29")
    assert numbers(room) == ["0.1", "0.4"]


def test_a_version_that_was_taken_back_never_was(room) -> None:
    room.do(give_version, "0.2")
    entry = room.happened(give_version(room.workshop, "0.3"))
    room.happened(Undone(entry.id))
    assert numbers(room) == ["0.1"]


def test_the_workshop_is_as_it_was_at_the_end_of_a_version(room) -> None:
    room.do(give_version, "0.2")
    room.do(set_review, "2026-11-11")
    room.do(give_version, "0.3")
    room.do(set_review, "2027-01-11")

    was = as_of_version(room.history, earlier_versions(room.history)[-1]).workshop

    assert (was.paper.version, was.paper.review_on) == ("0.2", "2026-11-11")


def test_an_earlier_version_names_nobody_where_nobody_may_be_named_now(table) -> None:
    table.do(give_version, "0.2")
    table.do(give_version, "0.3")
    table.do(choose_chatham_house, True)

    was = as_of_version(table.history, earlier_versions(table.history)[-1]).workshop

    assert {o.short for o in veiled(was).organisations.values()} == {"a member organisation"}
