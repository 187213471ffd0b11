"""Order, undo and redo."""

import pytest

from facilitator.board import capture, name_theme
from facilitator.effect import taken_back
from facilitator.events import Entry, Undone, Unknown
from facilitator.history import History, replay
from facilitator.progress import enter_step, extend_timer, pause_timer, resume_timer
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import pause_clock, start_clock


def texts(room) -> list[str]:
    return [c.text for c in room.workshop.contributions.values()]


def write(room, *cards: str) -> None:
    for text in cards:
        room.do(capture, text, "purpose", "q")


def test_a_history_begins_with_an_empty_workshop() -> None:
    history = History()

    assert len(history) == 0
    assert history.last_id == ""
    assert history.to_undo("Facilitator") is None
    assert history.to_redo("Facilitator") is None


def test_an_entry_is_known_by_its_id(room) -> None:
    write(room, "a")

    assert room.history.last_id in room.history
    assert "another" not in room.history


def test_undo_takes_back_the_newest_change_first(room) -> None:
    write(room, "a", "b", "c")
    room.undo()
    room.undo()

    assert texts(room) == ["a"]


def test_undo_stops_at_the_beginning(room) -> None:
    write(room, "a")
    room.undo()

    assert room.undo() is None


def test_redo_brings_back_what_was_taken_back_last_first(room) -> None:
    write(room, "a", "b", "c")
    room.undo()
    room.undo()
    room.redo()

    assert texts(room) == ["a", "b"]
    room.redo()
    assert texts(room) == ["a", "b", "c"]
    assert room.redo() is None


def test_what_was_brought_back_can_be_taken_back_again(room) -> None:
    write(room, "a", "b")
    for _ in range(3):
        room.undo()
        room.redo()
    room.undo()

    assert texts(room) == ["a"]


def test_there_is_nothing_to_redo_after_a_new_change(room) -> None:
    write(room, "a", "b")
    room.undo()
    write(room, "c")

    assert room.redo() is None
    assert texts(room) == ["a", "c"]


def test_undoing_the_new_change_does_not_bring_the_older_redo_back(room) -> None:
    write(room, "a", "b")
    room.undo()
    write(room, "c")
    room.undo()
    room.redo()

    assert texts(room) == ["a", "c"]
    assert room.redo() is None


def test_undo_in_one_seat_leaves_the_changes_of_another(room, new_room) -> None:
    write(room, "mine")
    other = new_room("Note-taker")
    other.receive(room.history.entries)
    write(other, "theirs")
    room.receive(other.history.entries)
    room.undo()

    assert texts(room) == ["theirs"]
    assert room.undo() is None


def test_a_change_in_another_seat_leaves_redo_alone(room, new_room) -> None:
    write(room, "mine")
    room.undo()
    other = new_room("Note-taker")
    other.receive(room.history.entries)
    write(other, "theirs")
    room.receive(other.history.entries)
    room.redo()

    assert texts(room) == ["mine", "theirs"]


@pytest.mark.parametrize(
    ("command", "args"),
    [
        (enter_step, ("gather", "who", 5.0)),
        (pause_timer, (6.0,)),
        (resume_timer, (7.0,)),
        (extend_timer, (1,)),
        (start_clock, ("r", 5.0)),
        (pause_clock, ("r", 6.0)),
    ],
)
def test_undo_passes_over_steps_and_clocks(room, pack, command, args) -> None:
    room.do(choose_scenario, pack, rehearsal_id="r")
    room.do(enter_step, "gather", "welcome", 1.0)
    if command is pause_clock:
        room.do(start_clock, "r", 1.0)
    write(room, "a")
    room.do(command, *args)
    before = (room.workshop.progress, room.workshop.rehearsals)
    room.undo()

    assert texts(room) == []
    assert (room.workshop.progress, room.workshop.rehearsals) == before
    room.do(enter_step, "purpose", "draft", 9.0)
    room.redo()
    assert texts(room) == ["a"]


def test_undo_passes_over_what_this_version_does_not_know(room) -> None:
    write(room, "a")
    room.happened(Unknown("hat.thrown", b'{"kind":"hat.thrown"}'))
    room.undo()

    assert texts(room) == []
    assert room.workshop.unknown_kinds == {"hat.thrown": 1}


def test_an_undo_that_arrives_before_what_it_undoes_holds(room) -> None:
    write(room, "a", "b")
    room.undo()
    first, second, undo = room.history.entries

    history = History([undo, first])
    history.extend([second])

    assert list(history.workshop.contributions) == [first.event.id]


def test_an_undo_of_what_comes_later_has_no_effect(room) -> None:
    write(room, "a", "b")
    first, second = room.history.entries
    early = Entry(first.id[:-1] + "z", "w", 1, "", "Facilitator", Undone(second.id))

    history = History([first, early])
    history.extend([second])

    assert list(history.workshop.contributions) == [first.event.id, second.event.id]
    assert taken_back(history.entries) == set()


def test_an_entry_that_comes_twice_in_one_delivery_counts_once(room) -> None:
    write(room, "a")
    (entry,) = room.history.entries
    history = History()
    history.extend([entry, entry])

    assert len(history) == 1
    assert len(History([entry, entry])) == 1


def test_a_late_entry_takes_its_place_in_the_order(room, new_room) -> None:
    other = new_room("Note-taker", start=500)
    write(other, "earlier")
    write(room, "later")
    room.receive(other.history.entries)

    assert texts(room) == ["earlier", "later"]


def test_an_entry_in_order_changes_the_workshop_in_place(room) -> None:
    before = room.workshop
    write(room, "a")

    assert room.workshop is before


def test_nothing_new_leaves_the_workshop_as_it_is(room) -> None:
    write(room, "a")
    before = room.workshop
    room.receive(room.history.entries)

    assert room.workshop is before


def test_replay_does_not_mind_the_order(room) -> None:
    write(room, "a", "b")
    room.do(name_theme, "Home")
    room.undo()

    assert replay(reversed(room.history.entries)) == room.workshop
