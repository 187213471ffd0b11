"""An unattributed card holds its author nowhere in the file, and nothing brings it back."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.attribution import (
    AuthorsForgotten,
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
)
from facilitator.board import capture, park
from facilitator.events import Event
from facilitator.stages.gather import join_member, join_organisation
from sessions import looking, schema
from sessions.problems import Missing, SessionProblem
from sessions.session import Session
from sessions.store import Store, row_of

WHO, WHERE = "m-7f3b9c1d55e2", "o-51c0de77a91b"
"""A member and an organisation whose ids occur nowhere by chance."""
NAME = "Zebedee Quillfeather"
STEP = ("purpose", "only-us")

Way = Callable[[Session, list[str]], object]
WAYS: dict[str, Way] = {
    "card": lambda session, cards: [session.do(attribute_card, c, "unattributed") for c in cards],
    "member": lambda session, _: session.do(choose_for_member, WHO, "unattributed"),
    "step": lambda session, _: session.do(choose_for_step, *STEP, "unattributed"),
    "workshop": lambda session, _: session.do(choose_for_all, "unattributed"),
}


@pytest.fixture
def table(session: Session) -> Session:
    """A workshop with one member of one organisation, and another."""
    session.do(join_organisation, "Ellerport City Council", organisation_id=WHERE)
    session.do(join_member, WHERE, "Leader", NAME, member_id=WHO)
    session.do(join_organisation, "Acute trust", organisation_id="o2")
    session.do(join_member, "o2", "Chair", member_id="m2")
    return session


def captured(session: Session, count: int = 3) -> list[str]:
    """Cards of the member, one of them parked and one corrected on the way."""
    made = [session.do(capture, f"Idea {n}", *STEP, member=WHO).id for n in range(count)]
    session.do(attribute_card, made[-1], member="m2")
    session.do(attribute_card, made[-1], member=WHO)
    session.do(attribute_card, made[-1], "named", "m2")
    session.undo()
    session.do(park, "", NAME, contribution=made[0])
    return made


def links(path: Path, cards: list[str]) -> list[str]:
    """Rows of the file and its log, as they stand, that name both a card and its author."""
    with looking.whole_file(path) as connection:
        rows = [str(row) for (row,) in connection.execute("SELECT event FROM entries")]
    assert rows
    return [r for r in rows if any(c in r for c in cards) and (WHO in r or WHERE in r or NAME in r)]


def bytes_of(path: Path) -> bytes:
    """Everything that lies on the disk beside a workshop's file."""
    return b"".join(found.read_bytes() for found in sorted(path.parent.iterdir()))


def near(data: bytes, card: str, who: str) -> bool:
    """Whether a card and its author stand in one piece of JSON anywhere in these bytes."""
    at = -1
    while (at := data.find(card.encode(), at + 1)) >= 0:
        start = data.rfind(b'{"kind"', 0, at)
        end = data.find(b"}", at)
        if start >= 0 and who.encode() in data[start:end]:
            return True
    return False


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

    assert table.receive(theirs) == 1
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


def as_it_is(session: Session) -> list[tuple[Any, ...]]:
    """What the file's table and schema hold, by the session's own connection."""
    connection = session._store._db.conn
    rows = connection.execute("SELECT * FROM entries ORDER BY id").fetchall()
    return [*rows, *connection.execute("SELECT name, sql FROM sqlite_master ORDER BY 1").fetchall()]


STEPS_OF_IT = {
    "the guard is lifted": (sqlite3.SQLITE_DROP_TRIGGER, ""),
    "a row is rewritten": (sqlite3.SQLITE_UPDATE, "entries"),
    "the guard is put back": (sqlite3.SQLITE_CREATE_TRIGGER, ""),
    "the choice is added": (sqlite3.SQLITE_INSERT, "entries"),
    "it is committed": (sqlite3.SQLITE_TRANSACTION, "COMMIT"),
}


@pytest.mark.parametrize("step", sorted(STEPS_OF_IT))
def test_when_a_step_of_it_fails_everything_is_as_before(table: Session, step: str) -> None:
    made = captured(table)
    before, entries = as_it_is(table), list(table.history.entries)
    action, what = STEPS_OF_IT[step]

    def forbid(asked: int, first: str | None, *_: str | None) -> int:
        forbidden = asked == action and what in ("", first)
        return sqlite3.SQLITE_DENY if forbidden else sqlite3.SQLITE_OK

    table._store._db.conn.set_authorizer(forbid)
    with pytest.raises(SessionProblem):
        table.do(choose_for_all, "unattributed")
    table._store._db.conn.set_authorizer(None)

    assert as_it_is(table) == before
    assert table.history.entries == entries
    assert table.workshop.attribution == "named"
    table.do(choose_for_all, "unattributed")
    assert links(table.path, made) == []


def test_when_the_app_dies_between_rewriting_and_committing_the_file_is_as_before(
    table: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(table)
    before, workshop = as_it_is(table), table.workshop
    left = tmp_path / "left"

    def dies(connection: sqlite3.Connection, _path: Path) -> None:
        (named,) = connection.execute(
            "SELECT count(*) FROM entries WHERE event LIKE '%idea%' AND event LIKE ?", (f"%{WHO}%",)
        ).fetchone()
        assert named == 0, "the rows are rewritten by now"
        shutil.copytree(table.path.parent, left, ignore=shutil.ignore_patterns("left"))
        raise KeyboardInterrupt

    monkeypatch.setattr("sessions.schema.check_objects", dies)
    with pytest.raises(KeyboardInterrupt):
        table.do(choose_for_all, "unattributed")
    monkeypatch.undo()

    assert as_it_is(table) == before
    with Session.open(left / table.path.name) as again:
        assert again.workshop == workshop
        assert as_it_is(again) == before


def test_when_the_app_dies_before_it_has_swept_opening_the_file_sweeps_it(
    table: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = captured(table)
    monkeypatch.setattr(Store, "sweep", lambda _store: None)
    table.do(choose_for_all, "unattributed")
    left = tmp_path / "left"
    shutil.copytree(table.path.parent, left, ignore=shutil.ignore_patterns("left"))
    monkeypatch.undo()
    path = left / table.path.name
    assert near(bytes_of(path), made[0], WHO), "the log still holds what was there before"

    with Session.open(path) as again:
        assert not near(bytes_of(path), made[0], WHO)
        assert links(path, made) == []
        assert again.workshop == table.workshop


def test_a_sweep_that_fails_is_no_failure_of_the_choice_and_comes_with_the_next_change(
    table: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = captured(table)

    def no_room(asked: int, first: str | None, *_: str | None) -> int:
        return sqlite3.SQLITE_DENY if asked == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK

    # VACUUM attaches the file that it copies into.
    table._store._db.conn.set_authorizer(no_room)
    table.do(choose_for_all, "unattributed")
    assert not table._store.swept
    table._store._db.conn.set_authorizer(None)
    table.do(capture, "Next", *STEP)

    assert table._store.swept
    assert not near(bytes_of(table.path), made[0], WHO)


def test_a_file_that_was_moved_away_forgets_nothing_until_it_is_back(table: Session) -> None:
    captured(table)
    away = table.path.with_name("elsewhere")
    table.path.rename(away)
    with pytest.raises(Missing):
        table.do(choose_for_all, "unattributed")

    assert table.workshop.attribution == "named"
    away.rename(table.path)
    table.do(choose_for_all, "unattributed")


def test_entries_may_be_changed_within_a_transaction_only(table: Session) -> None:
    connection = table._store._db.conn
    with (
        pytest.raises(RuntimeError, match="within a transaction"),
        schema.may_be_changed(connection, table.path),
    ):
        pass
    schema.check_objects(connection, table.path)


@pytest.fixture
def rows(table: Session) -> list[tuple[Any, ...]]:
    """What the rows of a file look like after authors were forgotten, once it is closed."""
    captured(table)
    table.do(choose_for_all, "unattributed")
    entries = list(table.history.entries)
    table.close()
    with closing(sqlite3.connect(table.path)) as connection:
        found = connection.execute(
            "SELECT id, writer, seq, at, by, event, hash FROM entries"
        ).fetchall()
    assert [tuple(row) for row in found] == [row_of(entry) for entry in entries]
    return found


def test_a_rewritten_row_keeps_its_place_its_time_and_its_words(
    rows: list[tuple[Any, ...]],
) -> None:
    events = [json.loads(row[5]) for row in rows]
    ideas = [e for e in events if e["kind"] == "contribution.captured"]

    assert [e["text"] for e in ideas] == ["Idea 0", "Idea 1", "Idea 2"]
    assert [row[2] for row in rows] == list(range(1, len(rows) + 1))
    assert all("member" not in e and "organisation" not in e for e in ideas)
