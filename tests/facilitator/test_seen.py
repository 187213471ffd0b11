"""What had been read: also where something is missing that was damaged on the way."""

from typing import Any

import pytest

from facilitator.board import capture, correct
from facilitator.events import Entry
from facilitator.seen import read_so_far
from facilitator.side_by_side import choose
from tests.facilitator.recorder import Recorder

CARD = ("contribution.corrected", "card")


@pytest.fixture
def two() -> tuple[Recorder, Recorder]:
    """A facilitator with a card, and Table 3's copy of it."""
    room = Recorder()
    for name in ("Alder", "Beech"):
        room.join(name)
    room.do(capture, "Home sooner", "purpose", "q", contribution_id="card")
    room.do(capture, "Ask first", "purpose", "q")
    return room, room.copy("Table 3")


def words(room: Recorder) -> list[str]:
    return [answer.words for answer in room.workshop.side_by_side[CARD].answers]


def test_what_is_missing_between_was_not_read(two: Any) -> None:
    room, _ = two
    entries = room.history.entries

    count = len(entries)
    assert read_so_far(entries) == ({"Facilitator": count}, ())
    without_two = [e for e in entries if e.seq not in (3, 4)]
    assert read_so_far(without_two) == ({"Facilitator": count}, (("Facilitator", 3, 4),))
    assert read_so_far(entries[1:]) == ({"Facilitator": count}, (("Facilitator", 1, 1),))


def with_one_damaged(room: Recorder, table: Recorder) -> Entry:
    """Table 3 noted something and corrected the card; what it noted was damaged on the way."""
    lost = table.do(capture, "A word", "purpose", "q")
    table.do(correct, "card", "Home the same day")
    lost = next(e for e in table.history.entries if e.event == lost)
    room.receive([e for e in table.history.entries if e is not lost])
    return lost


def test_an_answer_to_what_came_without_a_damaged_entry_is_an_answer(two: Any) -> None:
    room, table = two
    with_one_damaged(room, table)

    room.do(correct, "card", "Home much sooner")

    assert not room.workshop.side_by_side
    assert room.workshop.contributions["card"].text == "Home much sooner"


def test_what_was_damaged_and_comes_after_all_had_not_been_read(two: Any) -> None:
    room, table = two
    table.do(correct, "card", "Home the same day")
    lost = next(e for e in table.history.entries if e.event.settings() and e.by == "Table 3")
    table.do(capture, "A word", "purpose", "q")
    room.receive([e for e in table.history.entries if e is not lost])
    room.do(correct, "card", "Home much sooner")

    room.receive([lost])

    assert words(room) == ["Home the same day", "Home much sooner"]


def test_a_choice_settles_what_came_without_a_damaged_entry(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    with_one_damaged(room, table)

    question = room.workshop.side_by_side[CARD]
    room.do(choose, CARD, next(a.entry for a in question.answers if a.by == "Facilitator"))

    assert not room.workshop.side_by_side
    assert room.workshop.contributions["card"].text == "Home much sooner"
