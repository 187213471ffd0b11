"""A session: what is done is on the disk, survives a restart, and can be taken back."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.board import capture, correct
from facilitator.events import Entry, Event, Refused, Unknown
from facilitator.history import replay
from facilitator.progress import enter_step
from facilitator.seen import EntriesSeen
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.problems import SessionProblem
from sessions.session import Session


def texts(session: Session) -> list[str]:
    """What the cards on the board say."""
    return [card.text for card in session.workshop.contributions.values()]


def test_a_command_gives_its_event_and_changes_the_workshop(
    session: Session, write: Callable[..., Any]
) -> None:
    event = write(session, "Start from the city")

    assert session.workshop.contributions[event.id].text == "Start from the city"


def test_a_refused_command_changes_nothing(session: Session, write: Callable[..., Any]) -> None:
    write(session)

    with pytest.raises(Refused):
        session.do(capture, "   ", "purpose", "why")

    assert len(session.history) == 1


def test_an_entry_says_who_when_and_where_in_the_count(
    session: Session, clock: SetClock, write: Callable[..., Any]
) -> None:
    session.by = "Note-taker"
    write(session)
    clock.forward(61)
    write(session)

    entries = session.history.entries
    assert [entry.seq for entry in entries] == [1, 2]
    assert len({entry.writer for entry in entries}) == 1
    assert [entry.by for entry in entries] == ["Note-taker", "Note-taker"]
    times = [datetime.fromisoformat(entry.at) for entry in entries]
    assert times[0] == clock.now() - timedelta(seconds=61)
    assert times[1] == clock.now()


def test_a_restart_gives_an_equal_workshop(
    session: Session, a_board: Callable[..., Any], write: Callable[..., Any]
) -> None:
    a_board(session, voting=10, here=9, guests=2)
    write(session)
    before = session.workshop
    session.close()

    with Session.open(session.path) as again:
        assert again.workshop == before
        assert again.history.entries == session.history.entries


def test_every_launch_is_a_writer_of_its_own_that_counts_from_one(
    session: Session, write: Callable[..., Any]
) -> None:
    write(session)
    session.close()
    with Session.open(session.path) as again:
        write(again)

        first, seen, second = again.history.entries
        assert first.writer != second.writer
        assert seen.event == EntriesSeen({first.writer: 1})
        assert (first.seq, seen.seq, second.seq) == (1, 1, 2)


def test_a_clock_that_is_behind_still_continues_the_story(
    session: Session, clock: SetClock, write: Callable[..., Any]
) -> None:
    write(session, "First")
    session.close()
    clock.forward(-86_400)

    with Session.open(session.path, clock=clock) as again:
        write(again, "Second")
        assert texts(again) == ["First", "Second"]
        assert [entry.seq for entry in again.history.entries] == [1, 1, 2]


def test_undo_takes_back_and_redo_brings_back(session: Session, write: Callable[..., Any]) -> None:
    first, second = write(session, "First"), write(session, "Second")

    assert session.undo() == second
    assert texts(session) == ["First"]
    assert session.undo() == first
    assert texts(session) == []
    assert session.undo() is None
    assert session.redo() == first
    assert session.redo() == second
    assert session.redo() is None
    assert texts(session) == ["First", "Second"]


def test_the_session_says_whether_there_is_anything_to_undo_or_redo(
    session: Session, write: Callable[..., Any]
) -> None:
    assert not session.can_undo()
    write(session)
    assert session.can_undo()
    assert not session.can_redo()
    session.undo()
    assert not session.can_undo()
    assert session.can_redo()


def test_undo_passes_over_steps_and_what_another_seat_did(
    session: Session, write: Callable[..., Any]
) -> None:
    mine = write(session, "Mine")
    session.do(enter_step, "purpose", "why", session.seconds())
    session.by = "Note-taker"
    write(session, "Theirs")
    session.by = "Facilitator"

    assert session.undo() == mine
    assert texts(session) == ["Theirs"]
    assert session.workshop.progress.now is not None


def test_undo_over_more_than_twenty_steps_survives_a_restart(
    session: Session, write: Callable[..., Any]
) -> None:
    cards = [write(session, f"Card {number}") for number in range(25)]
    for number in range(5):
        session.do(correct, cards[number].id, f"Corrected {number}")
    for _ in range(12):
        session.undo()
    session.close()

    with Session.open(session.path) as again:
        for _ in range(18):
            assert again.undo() is not None
        assert texts(again) == []
        assert again.undo() is None
    with Session.open(session.path) as again:
        for _ in range(30):
            assert again.redo() is not None
        assert texts(again)[:6] == [*(f"Corrected {n}" for n in range(5)), "Card 5"]
        assert len(texts(again)) == 25
        assert again.redo() is None


def test_late_entries_give_the_workshop_that_all_of_them_add_up_to(
    session: Session, tmp_path: Path, clock: SetClock, write: Callable[..., Any]
) -> None:
    with Session.create(tmp_path / "other.workshop", clock=clock, by="Note-taker") as other:
        for number in range(10):
            clock.forward(1)
            write(session if number % 2 else other, f"Card {number}")
        other.undo()
        theirs = other.history.entries

    assert session.receive(theirs) == 6
    assert session.workshop == replay([*theirs, *session.history.entries])
    assert texts(session) == [f"Card {number}" for number in range(10) if number != 8]

    session.close()
    with Session.open(session.path) as again:
        assert again.workshop == session.workshop
        assert len(again.history) == 11


def test_entries_that_come_twice_are_taken_in_once(
    session: Session, tmp_path: Path, write: Callable[..., Any]
) -> None:
    with Session.create(tmp_path / "other.workshop") as other:
        write(other)
        theirs = other.history.entries

    assert session.receive([*theirs, *theirs]) == 1
    assert session.receive(theirs) == 0
    assert len(texts(session)) == 1


def test_what_is_done_after_late_entries_comes_after_them(
    session: Session, clock: SetClock, tmp_path: Path, write: Callable[..., Any]
) -> None:
    tomorrow = SetClock(clock.now() + timedelta(days=1))
    with Session.create(tmp_path / "other.workshop", clock=tomorrow) as other:
        write(other, "From a clock that is ahead")
        session.receive(other.history.entries)

    write(session, "After it")
    assert texts(session) == ["From a clock that is ahead", "After it"]


@pytest.mark.parametrize(
    "changes",
    [{"id": "not an id"}, {"event": Unknown("hat", b'{"kind":"hat","a":"\xff"}')}, {}],
    ids=["no id", "no text", "another entry's number"],
)
def test_entries_that_do_not_fit_are_refused_together(
    session: Session, tmp_path: Path, write: Callable[..., Any], changes: dict[str, Any]
) -> None:
    with Session.create(tmp_path / "other.workshop") as other:
        for _ in range(3):
            write(other)
        one, two, three = other.history.entries
    session.receive([one])
    wrong = Entry(**({name: getattr(three, name) for name in Entry.__struct_fields__} | changes))
    if not changes:
        wrong = Entry(three.id, one.writer, one.seq, three.at, three.by, three.event)

    with pytest.raises(SessionProblem, match="as it was"):
        session.receive([two, wrong])

    assert len(session.history) == 1
    write(session)
    session.close()
    with Session.open(session.path) as again:
        # The one that came, what was read by then, and the one that was written.
        assert len(again.history) == 3


def test_a_listener_hears_the_event_or_that_the_workshop_was_made_anew(
    session: Session, write: Callable[..., Any]
) -> None:
    heard: list[tuple[int, Event | None]] = []
    session.listen(lambda workshop, event: heard.append((len(workshop.contributions), event)))

    event = write(session)
    session.undo()
    session.redo()

    assert heard == [(1, event), (0, None), (1, None)]


def test_a_listener_hears_of_entries_from_elsewhere(
    session: Session, tmp_path: Path, write: Callable[..., Any]
) -> None:
    heard: list[Event | None] = []
    with Session.create(tmp_path / "other.workshop") as other:
        write(other)
        session.listen(lambda _workshop, event: heard.append(event))
        session.receive(other.history.entries)
        session.receive(other.history.entries)

    assert heard == [None]


def test_a_listener_that_stopped_hears_nothing(session: Session, write: Callable[..., Any]) -> None:
    heard: list[Workshop] = []
    stop = session.listen(lambda workshop, _event: heard.append(workshop))
    stop()
    stop()

    write(session)

    assert heard == []


def test_a_listener_that_fails_loses_neither_the_change_nor_the_other_listeners(
    session: Session, write: Callable[..., Any]
) -> None:
    heard: list[str] = []

    def fail(_workshop: Workshop, _event: Event | None) -> None:
        raise LookupError("a mistake in a page")

    session.listen(lambda *_: heard.append("before"))
    session.listen(fail)
    session.listen(lambda *_: heard.append("after"))

    with pytest.raises(LookupError, match="a mistake in a page"):
        write(session)

    assert heard == ["before", "after"]
    assert len(texts(session)) == 1
    session.close()
    with Session.open(session.path) as again:
        assert len(texts(again)) == 1


def test_what_is_heard_is_on_the_disk_already(
    session: Session, tmp_path: Path, write: Callable[..., Any]
) -> None:
    seen: list[int] = []

    def look(_workshop: Workshop, _event: Event | None) -> None:
        from sessions.library import entries_of

        seen.append(len(entries_of(session.path)))

    session.listen(look)
    write(session)
    write(session)

    assert seen == [1, 2]


def test_the_minute_and_the_seconds_are_the_clock_s(session: Session, clock: SetClock) -> None:
    clock.at(datetime(2026, 3, 18, 14, 30, 59))

    assert session.minute() == "2026-03-18T14:30"
    assert session.seconds() == datetime(2026, 3, 18, 14, 30, 59).timestamp()


def test_keeping_is_imported_without_waiting_for_sqlite_utils() -> None:
    script = (
        "import sys, sessions.library, sessions.session; sys.exit('sqlite_utils' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_nothing_acknowledged_is_lost_when_the_app_is_killed(
    session: Session, captured_elsewhere: Callable[..., Any]
) -> None:
    session.close()
    acknowledged: list[str] = []
    for _ in range(3):
        with captured_elsewhere(session.path) as process:
            acknowledged += [process.stdout.readline().strip() for _ in range(40)]
            process.kill()
            acknowledged += process.stdout.read().split()

    assert len(acknowledged) >= 120
    with Session.open(session.path) as again:
        assert set(acknowledged) <= set(again.workshop.contributions)
        assert len(again.history) <= len(acknowledged) + 3
