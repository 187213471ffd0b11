"""An unattributed card holds its author nowhere in the file, and nothing brings it back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.attribution import (
    AuthorsForgotten,
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
)
from facilitator.board import capture
from facilitator.car_park import park
from facilitator.events import Event
from sessions import schema
from sessions.session import Session
from tests.sessions.spoken import NAME, STEP, WAYS, WHERE, WHO, bytes_of, captured, links, near


def test_a_named_card_and_its_author_are_found_in_the_bytes(table: Session) -> None:
    """The search of the tests below finds what it looks for."""
    made = captured(table)

    assert len(links(table.path, made)) == 5
    assert near(bytes_of(table.path), made[0], WHO)
    assert near(bytes_of(table.path), made[0], WHERE)


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
@pytest.mark.parametrize("way", sorted(WAYS))
def test_no_row_names_an_unattributed_card_and_its_author(
    table: Session, way: str, closed: bool
) -> None:
    made = captured(table)
    WAYS[way](table, made)
    if closed:
        table.close()

    assert links(table.path, made) == []
    data = bytes_of(table.path)
    assert made[0].encode() in data
    assert not [card for card in made for who in (WHO, WHERE, NAME) if near(data, card, who)]


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
@pytest.mark.parametrize("way", ["member", "step", "workshop"])
def test_a_card_that_is_captured_as_unattributed_never_names_its_author(
    table: Session, way: str, closed: bool
) -> None:
    WAYS[way](table, [])
    card = table.do(capture, "I would close Ward 9", *STEP, member=WHO).id
    if closed:
        table.close()

    assert links(table.path, [card]) == []
    assert not near(bytes_of(table.path), card, WHO)


def test_an_author_who_is_named_nowhere_else_is_in_no_byte_of_the_file(table: Session) -> None:
    """Words in a field of their own, such as who parked it, are nowhere else in the file."""
    card = table.do(capture, "Close Ward 9", *STEP, member=WHO).id
    table.do(park, "", "said by Wilhelmina Thistlewood", contribution=card)
    assert b"Thistlewood" in bytes_of(table.path)
    table.do(attribute_card, card, "unattributed")

    assert b"Thistlewood" not in bytes_of(table.path)


def test_after_hundreds_of_cards_no_page_that_was_left_over_names_an_author(
    table: Session,
) -> None:
    """Pages that were split hold copies of rows in places that nobody reads any more."""
    made = [table.do(capture, f"Idea {n} " * 9, *STEP, member=WHO).id for n in range(400)]
    table.do(choose_for_member, WHO, "unattributed")
    data = bytes_of(table.path)

    assert data.count(WHO.encode()) == 3, "joining, the choice, and the record of it"
    assert links(table.path, made) == []


def test_the_workshop_in_memory_names_nobody_either(table: Session) -> None:
    made = captured(table)
    table.do(choose_for_member, WHO, "unattributed")

    assert {table.workshop.contributions[c].attribution for c in made} == {"unattributed"}
    assert NAME not in str([e.event for e in table.history.entries if "contribution" in str(e)])


def test_listeners_are_told_that_the_workshop_was_made_anew(table: Session) -> None:
    captured(table)
    heard: list[Event | None] = []
    table.listen(lambda _workshop, event: heard.append(event))
    table.do(choose_for_all, "unattributed")

    assert heard == [None]


def test_a_choice_that_makes_nobody_forgotten_is_told_as_any_other(table: Session) -> None:
    captured(table)
    heard: list[Event | None] = []
    table.listen(lambda _workshop, event: heard.append(event))
    chosen = table.do(choose_for_all, "organisation")

    assert heard == [chosen]


@pytest.mark.parametrize("way", sorted(WAYS))
def test_undo_and_redo_bring_no_author_back(table: Session, way: str) -> None:
    made = captured(table)
    WAYS[way](table, made)
    while table.undo() is not None:
        assert links(table.path, made) == []
    while table.redo() is not None:
        assert links(table.path, made) == []

    assert {table.workshop.contributions[c].attribution for c in made} == {"unattributed"}


def test_what_is_captured_between_undo_and_redo_of_a_choice_is_forgotten_too(
    table: Session,
) -> None:
    table.do(choose_for_all, "unattributed")
    table.undo()
    table.by = "Note-taker"
    card = table.do(capture, "Close Ward 9", *STEP, member=WHO).id
    table.by = "Facilitator"
    table.redo()

    assert links(table.path, [card]) == []


def test_taking_back_that_an_author_came_forward_forgets_them_again(table: Session) -> None:
    table.do(choose_for_all, "unattributed")
    card = table.do(capture, "Close Ward 9", *STEP, member=WHO).id
    table.do(attribute_card, card, "named", WHO)
    assert len(links(table.path, [card])) == 1
    table.undo()

    assert links(table.path, [card]) == []


def test_it_is_written_down_for_which_cards_by_whom_and_when(table: Session) -> None:
    made = captured(table)
    table.do(choose_for_step, *STEP, "unattributed")
    entry = table.history.entries[-1]

    assert isinstance(entry.event, AuthorsForgotten)
    assert set(entry.event.cards) == set(made)
    assert (entry.by, entry.at[:16]) == ("Facilitator", "2026-03-18T09:30")


def test_entries_are_numbered_without_gaps_and_the_workshop_is_the_same_when_opened_again(
    table: Session,
) -> None:
    captured(table)
    table.do(choose_for_step, *STEP, "unattributed")
    table.do(capture, "Later", *STEP, member=WHO)
    numbers = [entry.seq for entry in table.history.entries]
    table.close()

    with Session.open(table.path) as again:
        assert again.workshop == table.workshop
        assert again.history.entries == table.history.entries
    assert numbers == list(range(1, len(numbers) + 1))


def test_after_it_the_file_still_forbids_all_rewriting(table: Session) -> None:
    captured(table)
    table.do(choose_for_all, "unattributed")
    table.close()

    with closing(sqlite3.connect(table.path)) as connection:
        schema.check_objects(connection, table.path)
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute("UPDATE entries SET seq = seq")


def test_entries_from_elsewhere_that_name_a_forgotten_author_are_taken_in_without(
    table: Session, tmp_path: Path
) -> None:
    made = captured(table)
    with Session.create(tmp_path / "other.workshop") as other:
        other.receive(table.history.entries)
        card = other.do(capture, "Heard at the back", *STEP, member=WHO).id
        theirs = list(other.history.entries)
    table.do(choose_for_member, WHO, "unattributed")

    # The card, and what had been read when it was written.
    assert table.receive(theirs) == 2
    assert links(table.path, [*made, card]) == []


def test_a_copy_that_hears_of_the_choice_forgets_what_it_holds(
    table: Session, tmp_path: Path
) -> None:
    made = captured(table)
    with Session.create(tmp_path / "copy.workshop") as copy:
        copy.receive(table.history.entries)
        table.do(choose_for_member, WHO, "unattributed")
        table.undo()
        copy.receive(table.history.entries)

        assert links(copy.path, made) == []


def test_two_files_that_have_heard_of_each_other_are_the_same_workshop(
    table: Session, tmp_path: Path
) -> None:
    captured(table)
    with Session.create(tmp_path / "copy.workshop") as copy:
        copy.receive(table.history.entries)
        copy.do(capture, "Heard at the back", *STEP, member=WHO)
        table.do(choose_for_member, WHO, "unattributed")
        table.receive(copy.history.entries)
        copy.receive(table.history.entries)
        table.receive(copy.history.entries)

        assert copy.workshop == table.workshop
