"""What note-takers' files bring: seen before it goes in, and taken back at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from facilitator.board import capture, correct
from facilitator.events import Entry, Unknown
from facilitator.redaction import find, targets_of
from facilitator.side_by_side import choose
from facilitator.stages.gather import name_workshop
from sessions.clock import SetClock
from sessions.copies import begin_notes, hand_out
from sessions.library import entries_of
from sessions.problems import SessionProblem
from sessions.progress import Cancelled
from sessions.reconcile import Merge, prepare
from sessions.session import Session
from sessions.taken import Taken, TurnedAway

STEP = ("purpose", "only-us")
Table = Callable[[str], Session]


@pytest.fixture
def main(session: Session) -> Session:
    """The facilitator's workshop, with a card."""
    session.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
    session.do(capture, "Home sooner", *STEP, contribution_id="card")
    return session


@pytest.fixture
def a_table(main: Session, tmp_path: Path, clock: SetClock) -> Iterator[Table]:
    """`a_table("Table 3")`: a note-taker with a copy of the workshop as it is now."""
    opened: list[Session] = []

    def begin(name: str) -> Session:
        out = tmp_path / f"out-{len(opened)}.workshop"
        hand_out(main, out)
        made = Session.open(begin_notes(out, tmp_path, name), clock=clock)
        opened.append(made)
        return made

    yield begin
    for each in opened:
        each.close()


def taken(session: Session, label: str = "Table 3", **more: Any) -> Taken:
    """What is read of a session's file."""
    return Taken(session.path, label, tuple(entries_of(session.path)), **more)


def texts(session: Session) -> set[str]:
    return {card.text for card in session.workshop.contributions.values()}


def test_it_says_what_a_file_brings_and_changes_nothing(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    table.do(correct, "card", "Home much sooner")
    before = main.history.entries.copy()

    (found,) = prepare(main, [taken(table)]).brought

    assert (found.label, found.new, found.here, found.refused) == ("Table 3", 2, 2, 0)
    assert found.kinds == {"cards": 1, "corrections": 1}
    assert found.problem is None
    assert main.history.entries == before


def test_it_goes_in_once_however_often_it_comes(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    files = [taken(table), taken(table, "the same again")]

    merge = prepare(main, files)
    assert merge.new == 1
    assert merge.keep() == 2

    again = prepare(main, files)
    assert (again.new, again.brought[0].here) == (0, 4)
    assert again.keep() == 0
    assert texts(main) == {"Home sooner", "From the table"}


def test_taking_back_takes_back_everything_that_came_and_nothing_else(
    main: Session, a_table: Table
) -> None:
    one, other = a_table("Table 1"), a_table("Table 2")
    one.do(capture, "One", *STEP)
    other.do(capture, "Two", *STEP)
    main.do(capture, "Meanwhile", *STEP)
    prepare(main, [taken(one), taken(other)]).keep()
    assert texts(main) == {"Home sooner", "Meanwhile", "One", "Two"}

    main.undo()
    assert texts(main) == {"Home sooner", "Meanwhile"}
    main.redo()
    assert texts(main) == {"Home sooner", "Meanwhile", "One", "Two"}


def test_what_was_taken_back_comes_back_when_it_is_brought_in_again(
    main: Session, a_table: Table
) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    table.do(capture, "A slip", *STEP)
    table.undo()
    prepare(main, [taken(table)]).keep()
    main.undo()

    merge = prepare(main, [taken(table)])

    assert (merge.new, merge.brought[0].new) == (0, 0)
    assert merge.again > 0
    merge.keep()
    assert texts(main) == {"Home sooner", "From the table"}


def test_another_workshop_is_refused_whole(main: Session, tmp_path: Path) -> None:
    with Session.create(tmp_path / "other.workshop") as other:
        other.do(name_workshop, "Another", "Brent Board", "Brent", "2026-03-18")

        (found,) = prepare(main, [taken(other, "brent")]).brought

    assert found.problem is not None
    assert found.problem.what == "“brent” is a different workshop, not a copy of this one."
    assert (found.new, found.entries) == (0, ())


def test_a_damaged_beginning_does_not_make_it_another_workshop(
    main: Session, a_table: Table
) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    read = taken(table, damaged=1)
    read = Taken(read.path, read.label, read.entries[1:], damaged=1, accounts=("1 is damaged.",))

    (found,) = prepare(main, [read]).brought

    assert (found.problem, found.new, found.refused) == (None, 1, 1)
    assert found.accounts == ("1 is damaged.",)


def test_a_file_that_was_turned_away_keeps_its_reason(main: Session, tmp_path: Path) -> None:
    problem = SessionProblem("What.", "Safe.", "Do.")

    merge = prepare(main, [TurnedAway(tmp_path / "x", "x", problem)])

    assert merge.brought[0].problem is problem
    assert merge.keep() == 0


def test_what_contradicts_an_entry_that_is_here_is_refused_and_the_rest_is_taken(
    main: Session, a_table: Table
) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    root, card, *rest = taken(table).entries
    forged = msgspec.structs.replace(
        card, event=msgspec.structs.replace(card.event, text="Something else")
    )
    twice = msgspec.structs.replace(rest[-1], id=rest[-1].id[:-4] + "ffff", writer=root.writer)
    twice = msgspec.structs.replace(twice, seq=root.seq)

    merge = prepare(main, [Taken(table.path, "Table 3", (root, forged, twice, *rest))])

    assert merge.brought[0].refused == 2
    assert "2 entries say something else here" in merge.brought[0].accounts[0]
    merge.keep()
    assert texts(main) == {"Home sooner", "From the table"}


def test_it_counts_what_is_to_be_talked_over(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    table.do(correct, "card", "Home the same day")
    main.do(correct, "card", "Home much sooner")

    merge = prepare(main, [taken(table)])

    assert merge.brought[0].to_talk_over == 1
    assert [a.words for a in merge.questions[0].answers] == [
        "Home much sooner",
        "Home the same day",
    ]
    merge.keep()
    assert prepare(main, [taken(table)]).questions == []


def test_a_file_that_is_left_out_brings_nothing(main: Session, a_table: Table) -> None:
    one, other = a_table("Table 1"), a_table("Table 2")
    one.do(capture, "One", *STEP)
    other.do(capture, "Two", *STEP)
    merge = prepare(main, [taken(one), taken(other)])
    assert merge.new == 2

    merge.leave_out(0)
    assert merge.new == 1
    merge.keep()

    assert texts(main) == {"Home sooner", "Two"}


def test_stopping_it_leaves_everything_as_it_was(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    for number in range(30):
        table.do(capture, f"Card {number}", *STEP)
    merge = prepare(main, [taken(table)])

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        merge.keep(stop)

    assert texts(main) == {"Home sooner"}
    main.do(capture, "It goes on", *STEP)
    main.close()
    assert len(entries_of(main.path)) == 3
    with Session.open(main.path) as again:
        assert prepare(again, [taken(table)]).keep() == 31


def test_a_backup_is_made_before_anything_goes_in(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)
    kept: list[tuple[str, int]] = []

    class Keeper:
        def keep(self, session: Session, why: str) -> None:
            kept.append((why, len(session.workshop.contributions)))

    main.backups = Keeper()
    prepare(main, [taken(table)]).keep()

    assert kept == [("before a merge", 1)]


def test_without_a_backup_nothing_goes_in(main: Session, a_table: Table) -> None:
    table = a_table("Table 3")
    table.do(capture, "From the table", *STEP)

    class Full:
        def keep(self, session: Session, why: str) -> None:
            raise SessionProblem("The disk is full.", "Safe.", "Make room.")

    main.backups = Full()
    with pytest.raises(SessionProblem, match="full"):
        prepare(main, [taken(table)]).keep()

    assert texts(main) == {"Home sooner"}


def _everywhere(*sessions: Session) -> None:
    """Everybody gives everybody everything, in different orders."""
    for each in (*sessions, *reversed(sessions)):
        others = [s for s in sessions if s is not each]
        prepare(each, [taken(s, s.by) for s in others]).keep()


def test_undo_unknown_kinds_and_choices_travel(main: Session, a_table: Table) -> None:
    one, other = a_table("Table 1"), a_table("Table 2")
    one.do(capture, "One", *STEP)
    one.undo()
    other.do(correct, "card", "Home the same day")
    main.do(correct, "card", "Home much sooner")
    newer = Entry(
        other.history.last_id[:-4] + "ffff",
        "f" * 16,
        1,
        "",
        "Newer",
        Unknown("hat", b'{"kind":"hat"}'),
    )
    other.receive([newer])
    _everywhere(main, one, other)
    ((key, question),) = main.workshop.side_by_side.items()
    main.do(choose, key, question.answers[1].entry)

    _everywhere(main, one, other)

    assert texts(main) == {"Home the same day"}
    for each in (one, other):
        assert each.workshop == main.workshop
        assert each.workshop.unknown_kinds == {"hat": 1}


def test_words_that_were_taken_out_leave_the_others_files_too(
    main: Session, a_table: Table
) -> None:
    table = a_table("Table 3")
    table.do(capture, "What Quillfeather said", *STEP)
    prepare(main, [taken(table)]).keep()
    found = find(main.history.entries, "quillfeather")
    main.redact(targets_of(found))

    # Their older file still holds the words; it brings nothing of them.
    prepare(main, [taken(table)]).keep()
    assert b"uillfeather" not in b"".join(p.read_bytes() for p in _files(main.path))

    prepare(table, [taken(main, "Facilitator")]).keep()
    assert b"uillfeather" not in b"".join(p.read_bytes() for p in _files(table.path))
    assert texts(table) == {"Home sooner", "[taken out]"}


def test_words_that_were_taken_out_do_not_come_in_with_an_older_file(
    main: Session, a_table: Table, tmp_path: Path
) -> None:
    (tmp_path / "co").mkdir()
    table = a_table("Table 1")
    table.do(capture, "What Quillfeather said", *STEP)
    with Session.create(tmp_path / "co" / "co.workshop", clock=main.clock) as colleague:
        colleague.receive(taken(table).entries)
        colleague.redact(targets_of(find(colleague.history.entries, "Quillfeather")))
        prepare(main, [taken(colleague)]).keep()

    prepare(main, [taken(table)]).keep()

    assert texts(main) == {"Home sooner", "[taken out]"}
    assert b"uillfeather" not in b"".join(p.read_bytes() for p in _files(main.path))


def _files(path: Path) -> list[Path]:
    return [each for each in path.parent.iterdir() if each.name.startswith(path.name)]


def test_a_merge_of_nothing_is_no_change(main: Session) -> None:
    merge = prepare(main, [])

    assert isinstance(merge, Merge)
    assert merge.keep() == 0
    assert main.can_undo()


def test_two_files_that_contradict_each_other_are_each_to_be_talked_over(
    main: Session, a_table: Table
) -> None:
    one, other = a_table("Table 1"), a_table("Table 2")
    one.do(correct, "card", "Home the same day")
    other.do(correct, "card", "Home much sooner")

    merge = prepare(main, [taken(one, "Table 1"), taken(other, "Table 2")])

    assert [each.to_talk_over for each in merge.brought] == [1, 1]
    merge.leave_out(0)
    assert [each.to_talk_over for each in merge.brought] == [0, 0]


def test_of_two_files_that_claim_one_number_for_two_entries_the_second_is_refused_that_row(
    main: Session, a_table: Table
) -> None:
    table = a_table("Table 1")
    table.do(capture, "From the table", *STEP)
    read = taken(table, "Table 1")
    last = read.entries[-1]
    forged = msgspec.structs.replace(last, id=last.id[:-4] + "ffff")
    other = Taken(table.path, "a forgery", (*read.entries[:-1], forged))

    merge = prepare(main, [read, other])

    assert [each.refused for each in merge.brought] == [0, 1]
    assert merge.keep() == 2
    assert texts(main) == {"Home sooner", "From the table"}
