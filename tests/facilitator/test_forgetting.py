"""What must be forgotten of a history, found from its entries alone."""

import random

import pytest

from facilitator.attribution import (
    AuthorsForgotten,
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
)
from facilitator.board import capture
from facilitator.car_park import ItemParked, park
from facilitator.forgetting import forgetting, might_forget, names_author_of
from facilitator.history import History

STEP = ("purpose", "only-us")


def card(room, member: str = "alder-lead", question: str = "only-us", **more) -> str:
    return room.do(capture, "Home sooner", "purpose", question, member=member, **more).id


def found(room):
    return forgetting(room.history.entries, room.workshop)


def forget(room) -> AuthorsForgotten:
    """Do as a session does: put the rewritten entries in their places and record it."""
    due = found(room)
    assert due.record is not None
    anew = {entry.id: entry for entry in due.rewritten}
    room.history = History([anew.get(e.id, e) for e in room.history.entries])
    room.happened(due.record)
    return due.record


def named(room) -> set[str]:
    """The cards that any entry names an author of."""
    return {names_author_of(e.event) for e in room.history.entries} - {""}


def test_while_nothing_is_unattributed_nothing_is_forgotten(table) -> None:
    card(table)
    table.do(choose_for_all, "organisation")

    assert not might_forget(table.history.entries)
    assert found(table).rewritten == ()


@pytest.mark.parametrize(
    ("choose", "where"),
    [(choose_for_all, ()), (choose_for_member, ("alder-lead",)), (choose_for_step, STEP)],
)
def test_a_choice_makes_what_was_captured_before_it_due(table, choose, where) -> None:
    made = card(table)
    table.do(choose, *where, "unattributed")
    assert might_forget(table.history.entries)
    forget(table)

    assert made not in named(table)
    assert found(table).rewritten == ()


def test_a_card_of_somebody_else_is_not_touched(table) -> None:
    card(table)
    other = card(table, "beech-lead")
    table.do(choose_for_member, "alder-lead", "unattributed")
    forget(table)

    assert named(table) == {other}


def test_a_card_of_another_step_is_not_touched(table) -> None:
    other = card(table, question="vanish")
    card(table)
    table.do(choose_for_step, *STEP, "unattributed")
    forget(table)

    assert named(table) == {other}


def test_a_card_with_a_choice_of_its_own_is_not_touched(table) -> None:
    own = card(table)
    table.do(attribute_card, own, "named")
    card(table)
    table.do(choose_for_member, "alder-lead", "unattributed")
    forget(table)

    assert named(table) == {own}
    assert table.workshop.contributions[own].member == "alder-lead"


def test_every_correction_of_who_said_it_is_forgotten_too(table) -> None:
    made = card(table)
    table.do(attribute_card, made, member="beech-lead")
    table.do(attribute_card, made, "unattributed")
    forget(table)

    assert named(table) == set()
    assert table.workshop.contributions[made].attribution == "unattributed"


def test_what_was_taken_back_is_forgotten_too(table) -> None:
    made = card(table)
    table.do(attribute_card, made, member="beech-lead")
    table.undo()
    gone = card(table)
    table.undo()
    table.do(choose_for_all, "unattributed")
    forget(table)

    assert named(table) == set()
    assert {made, gone} <= {getattr(e.event, "id", "") for e in table.history.entries}


def test_naming_an_author_and_taking_it_back_leaves_no_author(table) -> None:
    table.do(choose_for_member, "alder-lead", "unattributed")
    made = card(table)
    table.do(attribute_card, made, "named", "alder-lead")
    assert found(table).rewritten == ()
    table.undo()
    forget(table)

    assert named(table) == set()


def test_a_slip_that_names_somebody_unattributed_is_forgotten_and_the_speaker_stays(table) -> None:
    made = card(table, "beech-lead")
    table.do(attribute_card, made, member="alder-lead")
    table.do(choose_for_member, "beech-lead", "unattributed")
    record = forget(table)

    assert table.workshop.contributions[made].member == "alder-lead"
    assert [e.event.member for e in table.history.entries if names_author_of(e.event)] == [
        "alder-lead"
    ]
    assert record.kept == (made,)


def test_who_parked_it_is_forgotten_too(table) -> None:
    made = card(table)
    item = table.do(park, "", "Alder lead", contribution=made).id
    table.do(attribute_card, made, "unattributed")
    forget(table)

    assert table.workshop.car_park[item].by == ""
    assert [e.event.by for e in table.history.entries if isinstance(e.event, ItemParked)] == [""]


def test_the_record_says_which_cards_and_not_who(table) -> None:
    made = card(table)
    table.do(choose_for_step, *STEP, "unattributed")

    assert forget(table) == AuthorsForgotten(cards=(made,))


def test_the_record_of_a_members_choice_does_not_list_the_cards_beside_the_member(table) -> None:
    card(table)
    table.do(choose_for_member, "alder-lead", "unattributed")

    assert forget(table) == AuthorsForgotten(members=("alder-lead",))


def test_a_member_who_is_quoted_otherwise_is_not_in_the_record(table) -> None:
    made = card(table)
    other = card(table)
    table.do(choose_for_member, "alder-lead", "organisation")
    table.do(attribute_card, made, member="beech-lead")
    table.do(choose_for_member, "beech-lead", "unattributed")
    record = forget(table)

    assert record.members == ("beech-lead",)
    assert table.workshop.who_said(table.workshop.contributions[other]) == "Alder"


def test_undo_of_the_choice_brings_no_author_back(table) -> None:
    made = card(table)
    table.do(choose_for_all, "unattributed")
    forget(table)
    table.undo()

    assert table.workshop.attribution == "named"
    assert table.workshop.who_said(table.workshop.contributions[made]) == "unattributed"


def test_the_record_is_no_step_to_take_back(table) -> None:
    card(table)
    choice = table.do(choose_for_all, "unattributed")
    forget(table)

    assert table.undo().event == choice


def test_an_author_named_after_that_stays(table) -> None:
    made = card(table)
    table.do(attribute_card, made, "unattributed")
    forget(table)
    table.do(attribute_card, made, "named", "alder-lead")

    assert found(table).rewritten == ()
    assert table.workshop.who_said(table.workshop.contributions[made]) == "Alder lead"


@pytest.mark.parametrize("way", ["workshop", "member", "step", "card"])
def test_a_copy_that_still_names_authors_forgets_them_by_the_record(table, new_room, way) -> None:
    made = card(table)
    copy = new_room("Note-taker")
    copy.receive(table.history.entries)
    {
        "workshop": lambda: table.do(choose_for_all, "unattributed"),
        "member": lambda: table.do(choose_for_member, "alder-lead", "unattributed"),
        "step": lambda: table.do(choose_for_step, *STEP, "unattributed"),
        "card": lambda: table.do(attribute_card, made, "unattributed"),
    }[way]()
    forget(table)
    table.undo()
    theirs = list(table.history.entries)
    random.Random(7).shuffle(theirs)
    copy.receive(theirs)
    due = found(copy)

    assert [names_author_of(e.event) for e in due.rewritten] == [""]
    assert due.record is None
    assert copy.workshop.contributions[made].attribution == "unattributed"
