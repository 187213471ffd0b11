"""What a note-taker adds: words read back, and notes that nobody is shown."""

from typing import Any

from facilitator.board import capture, correct
from facilitator.kinds import KINDS
from facilitator.notes import note_privately, read_back

STEP = ("purpose", "only-us")
NOTE_TAKERS = {
    "contribution.captured",
    "contribution.corrected",
    "contribution.read_back",
    "entries.seen",
    "entry.undone",
    "item.parked",
    "note.kept_private",
    "notes.received",
    "position.taken",
}


def test_note_takers_have_no_power_over_rounds_and_steps() -> None:
    assert {word for word, kind in KINDS.items() if kind.for_note_takers} == NOTE_TAKERS


def test_words_are_read_back_until_they_are_corrected(room: Any) -> None:
    card = room.do(capture, "I cannot give that away.", *STEP).id
    room.do(read_back, card)
    assert room.workshop.contributions[card].read_back

    room.do(correct, card, "I cannot give that away here.")
    assert not room.workshop.contributions[card].read_back


def test_the_time_at_which_it_was_said_is_kept(room: Any) -> None:
    card = room.do(capture, "Home sooner", *STEP, at="2026-03-18T14:12:40").id

    assert room.workshop.contributions[card].at == "2026-03-18T14:12:40"


def test_a_private_note_is_no_contribution(room: Any) -> None:
    room.do(note_privately, "Chair answered for three", "purpose", "draft", "2026-03-18T14:09:50")

    assert room.workshop.contributions == {}
    (note,) = room.workshop.private_notes.values()
    assert (note.text, note.step, note.at) == (
        "Chair answered for three",
        "draft",
        "2026-03-18T14:09:50",
    )


def test_a_private_note_is_put_right_where_and_when_it_was_made(room: Any) -> None:
    made = room.do(note_privately, "Chair answered", "purpose", "draft", "2026-03-18T14:09:50").id
    room.do(note_privately, "Chair answered for three", "values", "rounds", "later", made)

    (note,) = room.workshop.private_notes.values()
    assert (note.text, note.stage, note.at) == (
        "Chair answered for three",
        "purpose",
        "2026-03-18T14:09:50",
    )
