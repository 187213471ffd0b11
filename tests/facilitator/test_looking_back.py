"""The workshop as it stood after any entry, as the history is told now."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.board import capture, name_theme
from facilitator.events import Entry, Undone, Unknown
from facilitator.history import EntryClock, History, Past, replay
from facilitator.progress import enter_step, extend_timer, pause_timer
from tests.facilitator.test_every_event import ANY_EVENT, long


def write(room, *cards: str) -> None:
    for text in cards:
        room.do(capture, text, "purpose", "q")


def texts(workshop) -> list[str]:
    return [card.text for card in workshop.contributions.values()]


def test_the_workshop_stands_as_it_did_after_each_entry(room) -> None:
    write(room, "a", "b", "c")
    past = room.history.past()

    assert [texts(past.after(n)) for n in range(4)] == [[], ["a"], ["a", "b"], ["a", "b", "c"]]


def test_what_was_taken_back_was_never_there(room) -> None:
    write(room, "a", "b")
    room.undo()
    write(room, "c")
    past = room.history.past()

    assert [texts(past.after(n)) for n in range(3)] == [[], ["a"], ["a", "c"]]
    assert len(past.entries) == 2, "neither what was undone nor the undo is a moment"


def test_what_was_brought_back_is_there_again(room) -> None:
    write(room, "a", "b")
    room.undo()
    room.redo()

    assert texts(room.history.past().after(2)) == ["a", "b"]


def test_what_comes_later_is_not_in_it(room) -> None:
    write(room, "a")
    past = room.history.past()
    write(room, "b")

    assert texts(past.after(99)) == ["a"]


def test_before_the_beginning_the_workshop_is_empty(room) -> None:
    write(room, "a")

    assert texts(room.history.past().after(-3)) == []


def test_each_moment_is_the_lookers_own(room, same) -> None:
    write(room, "a", "b", "c", "d")
    past = _Often(room.history.entries)
    past.after(4).cards_of["purpose", "q"].append("another")
    past.after(3).contributions.clear()

    for count in range(5):
        assert same(past.after(count), replay(room.history.entries[:count]))


def test_clocks_and_what_nobody_knows_are_no_stops(room) -> None:
    room.do(enter_step, "purpose", "only-us", 10.0)
    room.do(pause_timer, 20.0)
    room.do(extend_timer, 1)
    room.happened(Unknown("hat.thrown", b'{"kind": "hat.thrown"}'))
    room.do(name_theme, "Money")
    past = room.history.past()

    assert [type(past.entries[at].event).__name__ for at in past.stops] == [
        "StepEntered",
        "ThemeNamed",
    ]


@settings(max_examples=60)
@given(events=long(ANY_EVENT, 40), data=st.data())
def test_from_the_kept_workshops_comes_what_a_whole_fold_gives(
    events: list[Any], data: st.DataObject, same: Any
) -> None:
    clock = EntryClock(lambda: 0)
    ids = [clock.tick() for _ in range(len(events) + 4)]
    undone = st.sampled_from(ids).map(Undone)
    every = [*events, *(data.draw(undone) for _ in range(4))]
    dealt = data.draw(st.permutations(ids))
    entries = [
        Entry(i, "w", n, "", "Facilitator", e)
        for n, (i, e) in enumerate(zip(dealt, every, strict=True), 1)
    ]
    past = _Often(History(entries).entries)

    # In any order, so that looking at one moment is seen to leave the others alone.
    for count in data.draw(st.permutations(range(len(past.entries) + 1))):
        assert same(past.after(count), replay(past.entries[:count]))


class _Often(Past):
    """Keeps a workshop every third entry, so that a short history has many of them."""

    EVERY = 3
