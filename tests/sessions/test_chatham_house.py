"""Under the Chatham House Rule no byte of the file holds a person's name, nor brings it back."""

from pathlib import Path

import msgspec
import pytest

from facilitator.board import ContributionCaptured, capture
from facilitator.chatham_house import choose_chatham_house
from facilitator.stages.gather import join_member
from sessions.reconcile import prepare
from sessions.session import Session
from sessions.store import Store
from sessions.taken import Taken
from tests.sessions.spoken import STEP, WHERE, WHO, bytes_of

ANN = "Ann Thistlewood"


def joined(session: Session) -> None:
    session.do(join_member, WHERE, "Chief executive", ANN, member_id=WHO)
    session.do(capture, "Ask Ann Thistlewood about Ward 9", *STEP, member=WHO)


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_no_byte_of_the_file_holds_the_name(table: Session, closed: bool) -> None:
    joined(table)
    assert b"Thistlewood" in bytes_of(table.path)
    table.do(choose_chatham_house, True)
    if closed:
        table.close()

    assert b"Thistlewood" not in bytes_of(table.path)


def test_a_workshop_begun_under_it_never_holds_a_name(table: Session) -> None:
    table.do(choose_chatham_house, True)
    joined(table)

    assert b"Thistlewood" not in bytes_of(table.path)
    assert [c.text for c in table.workshop.contributions.values()] == [
        "Ask [name] [name] about Ward 9"
    ]


def test_a_name_that_left_the_file_does_not_come_back_in_words_while_it_is_open(
    table: Session,
) -> None:
    joined(table)
    table.do(choose_chatham_house, True)
    table.do(capture, "Thistlewood again", *STEP)

    assert b"Thistlewood" not in bytes_of(table.path)


@pytest.mark.parametrize("way", ["undo", "off"])
def test_nothing_brings_it_back(table: Session, way: str) -> None:
    joined(table)
    table.do(choose_chatham_house, True)
    table.undo() if way == "undo" else table.do(choose_chatham_house, False)

    assert not table.workshop.chatham_house
    assert b"Thistlewood" not in bytes_of(table.path)
    table.redo()
    assert b"Thistlewood" not in bytes_of(table.path)


def test_what_a_copy_brings_is_taken_in_without_names(table: Session, tmp_path: Path) -> None:
    """Also words that were said after the copy was made: the copy itself tells the names."""
    joined(table)
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-elsewhere")
    elsewhere.mkdir()
    with Session.create(elsewhere / "copy.workshop") as copy:
        copy.receive(table.history.entries)
        copy.do(capture, "Thistlewood at the back", *STEP, member=WHO)
        theirs = list(copy.history.entries)
    path = table.path
    table.do(choose_chatham_house, True)
    table.close()
    with Session.open(path) as again:
        assert again.receive(theirs) > 0
        assert b"Thistlewood" not in bytes_of(path)
        assert "[name] at the back" in {c.text for c in again.workshop.contributions.values()}


def test_a_merge_contradicts_nothing_and_brings_no_name(table: Session, tmp_path: Path) -> None:
    joined(table)
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-elsewhere")
    elsewhere.mkdir()
    with Session.create(elsewhere / "copy.workshop") as copy:
        copy.receive(table.history.entries)
        copy.do(capture, "Thistlewood at the back", *STEP, member=WHO)
        theirs = tuple(copy.history.entries)
    path = table.path
    table.do(choose_chatham_house, True)
    table.close()
    with Session.open(path) as again:
        merge = prepare(again, [Taken(elsewhere / "copy.workshop", "Table 3", theirs)])
        assert (merge.brought[0].refused, merge.brought[0].accounts) == (0, ())
        merge.keep()

        assert b"Thistlewood" not in bytes_of(path)
        assert "[name] at the back" in {c.text for c in again.workshop.contributions.values()}


def test_other_words_in_the_place_of_a_nameless_text_are_a_contradiction(
    table: Session, tmp_path: Path
) -> None:
    joined(table)
    theirs = [
        msgspec.structs.replace(e, event=msgspec.structs.replace(e.event, text="Other words"))
        if isinstance(e.event, ContributionCaptured)
        else e
        for e in table.history.entries
    ]
    table.do(choose_chatham_house, True)
    merge = prepare(table, [Taken(tmp_path / "b.workshop", "Table 3", tuple(theirs))])

    assert merge.brought[0].refused == 1


def test_two_files_that_have_heard_of_each_other_are_the_same_workshop(
    table: Session, tmp_path: Path
) -> None:
    joined(table)
    with Session.create(tmp_path / "copy.workshop") as copy:
        copy.receive(table.history.entries)
        copy.do(join_member, WHERE, "Nurse", "Ben Okoro", member_id="m2")
        copy.do(capture, "Ben Okoro and Ann Thistlewood agree", *STEP, member=WHO)
        table.do(choose_chatham_house, True)
        theirs = list(copy.history.entries)
        copy.receive(table.history.entries)
        table.receive(theirs)
        table.receive(copy.history.entries)
        copy.receive(table.history.entries)
        table.receive(copy.history.entries)

        assert copy.history.entries == table.history.entries
        assert copy.workshop == table.workshop
        for path in (copy.path, table.path):
            assert b"Okoro" not in bytes_of(path)
            assert b"Thistlewood" not in bytes_of(path)


def test_an_entry_written_anew_is_whole_when_the_file_is_opened_again(table: Session) -> None:
    joined(table)
    table.do(choose_chatham_house, True)
    entries = table.history.entries
    table.close()
    store = Store.open(table.path)
    try:
        assert sorted(store.read(), key=lambda entry: entry.id) == entries
    finally:
        store.close()
