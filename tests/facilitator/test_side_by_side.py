"""Two people, one sentence: neither is applied until the group chooses."""

from typing import Any

import pytest

from facilitator.afterwards import correct_position, take_late_position
from facilitator.board import capture, correct
from facilitator.changes import about_what
from facilitator.events import Refused
from facilitator.history import replay
from facilitator.rounds import lock_round, take_position, take_positions
from facilitator.seen import EntriesSeen
from facilitator.side_by_side import POSITION, SideBySideChosen, choose
from facilitator.stages.purpose import close_draft, draft
from facilitator.stages.values import amend, open_value_round, propose
from tests.facilitator.recorder import Recorder

R = "r1"
NOON = "2026-03-18T12:00"
CARD = ("contribution.corrected", "card")
ALDER = (POSITION, R, "alder")


@pytest.fixture
def two() -> tuple[Recorder, Recorder]:
    """A facilitator with a card, a value in an open round and a draft; and Table 3's copy of it."""
    room = Recorder()
    for name in ("Alder", "Beech"):
        room.join(name)
    room.do(capture, "Home sooner", "purpose", "q", contribution_id="card")
    room.do(propose, "City first", "What the city needs.", value_id="city")
    room.do(open_value_round, "city", R)
    room.do(draft, "Together.", draft_id="v1")
    return room, room.copy("Table 3")


def exchanged(one: Recorder, other: Recorder) -> None:
    """Each hears all that the other has."""
    theirs, ours = list(other.history.entries), list(one.history.entries)
    one.receive(theirs)
    other.receive(ours)


def words(room: Recorder, key: tuple[str, ...]) -> list[str]:
    return [answer.words for answer in room.workshop.side_by_side[key].answers]


def chosen(room: Recorder, key: tuple[str, ...], wanted: str) -> None:
    """The group chooses the answer with these words, or this code."""
    answers = room.workshop.side_by_side[key].answers
    entry = next(a.entry for a in answers if wanted in (a.words, a.code))
    room.do(choose, key, entry)


def test_what_two_write_apart_changes_nothing_and_is_asked(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")

    exchanged(room, table)

    assert room.workshop.contributions["card"].text == "Home sooner"
    assert words(room, CARD) == ["Home much sooner", "Home the same day"]
    assert [a.by for a in room.workshop.side_by_side[CARD].answers] == ["Facilitator", "Table 3"]
    assert table.workshop == room.workshop


def test_the_last_writer_does_not_win_whichever_is_last(two: Any) -> None:
    room, table = two
    table.do(correct, "card", "Home the same day")
    room.milliseconds += 60_000
    room.do(correct, "card", "Home much sooner")

    room.receive(table.history.entries)

    assert room.workshop.contributions["card"].text == "Home sooner"


def test_what_is_written_knowing_the_other_is_an_answer_and_no_question(two: Any) -> None:
    room, table = two
    table.do(correct, "card", "Home the same day")
    room.receive(table.history.entries)
    room.do(correct, "card", "Home much sooner")

    assert room.workshop.side_by_side == {}
    assert room.workshop.contributions["card"].text == "Home much sooner"


def test_the_same_words_twice_are_no_question(two: Any) -> None:
    room, table = two
    for each in (room, table):
        each.do(correct, "card", "Home the same day")

    exchanged(room, table)

    assert room.workshop.side_by_side == {}
    assert room.workshop.contributions["card"].text == "Home the same day"


@pytest.mark.parametrize("wanted", ["Home much sooner", "Home the same day"])
def test_what_the_group_chooses_stands_everywhere(two: Any, wanted: str) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    exchanged(room, table)

    chosen(room, CARD, wanted)
    table.receive(room.history.entries)

    for each in two:
        assert each.workshop.contributions["card"].text == wanted
        assert each.workshop.side_by_side == {}


def test_a_choice_can_be_taken_back_and_then_is_asked_again(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    exchanged(room, table)
    chosen(room, CARD, "Home the same day")

    room.undo()

    assert room.workshop.contributions["card"].text == "Home sooner"
    assert len(words(room, CARD)) == 2


def test_two_choices_made_apart_are_a_question_again(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    exchanged(room, table)
    chosen(room, CARD, "Home much sooner")
    chosen(table, CARD, "Home the same day")

    exchanged(room, table)

    assert words(room, CARD) == ["Home much sooner", "Home the same day"]
    assert room.workshop == table.workshop


def test_a_third_wording_answers_both(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    exchanged(room, table)

    room.do(correct, "card", "Home the same day, if it is safe")

    assert room.workshop.side_by_side == {}
    assert room.workshop.contributions["card"].text == "Home the same day, if it is safe"


def test_of_a_wording_the_one_that_was_not_chosen_was_never_in_force(two: Any) -> None:
    room, _ = two
    room.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")
    room.do(take_position, R, "beech", "agree")
    room.do(lock_round, R, NOON)
    table = room.copy("Table 4")
    room.do(amend, "city", "What the city needs first.")
    table.do(amend, "city", "What the city needs most.")
    exchanged(room, table)
    assert room.workshop.values["city"].amendments == ()

    chosen(room, ("value.amended", "city"), "What the city needs most.")

    found = room.workshop.values["city"]
    assert found.wording == "What the city needs most."
    assert [a.wording for a in found.amendments] == ["What the city needs most."]


def test_a_position_that_two_heard_differently_is_nobody_s_until_it_is_asked(two: Any) -> None:
    room, table = two
    room.do(take_position, R, "alder", "agree")
    table.do(take_position, R, "alder", "reservation", "Only for pooled outcomes.")

    exchanged(room, table)

    assert "alder" not in room.workshop.rounds[R].positions
    question = room.workshop.side_by_side[ALDER]
    assert [(a.code, a.words) for a in question.answers] == [
        ("agree", ""),
        ("reservation", "Only for pooled outcomes."),
    ]
    assert about_what(room.workshop, ALDER) == "Alder's position in round 1 on “City first”"


def test_of_hands_counted_together_only_the_disputed_one_waits(two: Any) -> None:
    room, table = two
    room.do(take_positions, R, ("alder", "beech"), "agree")
    table.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")

    exchanged(room, table)

    assert set(room.workshop.rounds[R].positions) == {"beech"}
    assert list(room.workshop.side_by_side) == [ALDER]


def test_a_round_is_not_locked_over_a_question(two: Any) -> None:
    room, table = two
    room.do(take_positions, R, ("alder", "beech"), "agree")
    table.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")
    exchanged(room, table)

    assert room.refused(lock_round, R, NOON).startswith("Two positions stand side by side")
    chosen(room, ALDER, "object")
    room.do(lock_round, R, NOON)

    assert room.workshop.rounds[R].result.outcome == "not_adopted_objection"


def test_a_locked_round_counts_what_it_counted_and_the_other_is_asked(two: Any) -> None:
    room, table = two
    room.do(take_positions, R, ("alder", "beech"), "agree")
    table.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")
    room.do(lock_round, R, NOON)
    before = room.workshop.rounds[R]

    exchanged(room, table)

    assert room.workshop.rounds[R] == before
    question = room.workshop.side_by_side[ALDER]
    assert question.locked
    assert question.counted == question.answers[0].entry
    assert [a.code for a in question.answers] == ["agree", "object"]
    assert table.workshop == room.workshop


def test_a_change_of_a_position_that_the_lock_did_not_know_is_asked_too(two: Any) -> None:
    room, _ = two
    room.do(take_positions, R, ("alder", "beech"), "agree")
    table = room.copy("Table 4")
    table.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")
    room.do(lock_round, R, NOON)

    exchanged(room, table)

    assert room.workshop.rounds[R].positions["alder"].code == "agree"
    question = room.workshop.side_by_side[ALDER]
    assert [a.code for a in question.answers] == ["agree", "object"]
    assert question.counted == question.answers[0].entry


def test_what_came_after_the_lock_is_asked_even_where_nothing_was_counted(two: Any) -> None:
    room, table = two
    room.do(take_position, R, "beech", "agree")
    room.here("beech")
    room.do(lock_round, R, NOON)
    table.do(take_position, R, "alder", "object", "A duty.", "statutory_duty")

    exchanged(room, table)

    question = room.workshop.side_by_side[ALDER]
    assert (question.locked, question.counted) == (True, "")
    assert [a.code for a in question.answers] == ["absent", "object"]
    assert room.workshop.rounds[R].positions["alder"].code == "absent"
    room.do(choose, ALDER, "")
    assert room.workshop.side_by_side == {}


def test_after_the_lock_a_correction_with_its_reason_answers(two: Any) -> None:
    room, table = two
    room.do(take_positions, R, ("alder", "beech"), "agree")
    table.do(take_position, R, "alder", "reservation", "Only so.")
    room.do(lock_round, R, NOON)
    exchanged(room, table)

    room.do(correct_position, R, "alder", "reservation", "Misheard", "2026-03-18", text="Only so.")

    assert room.workshop.side_by_side == {}
    assert room.workshop.rounds[R].positions["alder"].code == "reservation"


def test_after_the_lock_a_late_position_answers(two: Any) -> None:
    room, table = two
    room.do(take_position, R, "beech", "agree")
    room.here("beech")
    room.do(lock_round, R, NOON)
    table.do(take_position, R, "alder", "reservation", "Only so.")
    exchanged(room, table)

    room.do(take_late_position, R, "alder", "reservation", "2026-03-19", "Only so.")

    assert room.workshop.side_by_side == {}


def test_two_drafts_of_one_are_both_there_and_it_is_asked_which_goes_on(two: Any) -> None:
    room, table = two
    room.do(draft, "Together, where lives are shortest.", "v1", draft_id="v2")
    table.do(draft, "Together, where need is greatest.", "v1", draft_id="v2b")

    exchanged(room, table)

    assert {d.label for d in room.workshop.drafts.values()} == {"v1", "v2", "v2b"}
    assert len(words(room, ("draft", "v1"))) == 2
    room.do(close_draft, "v2", "rejected")
    assert room.workshop.side_by_side == {}


def test_who_had_not_read_both_drafts_has_not_answered(two: Any) -> None:
    room, table = two
    table.do(draft, "Together, where need is greatest.", "v1", draft_id="v2b")
    room.do(draft, "Together, where lives are shortest.", "v1", draft_id="v2")
    room.do(draft, "Together, where lives are shortest now.", "v2", draft_id="v3")

    exchanged(room, table)

    assert ("draft", "v1") in room.workshop.side_by_side


def test_files_from_before_anybody_said_what_they_had_read_are_read_as_ever(room: Any) -> None:
    other = type(room)("Facilitator", "another launch")
    room.do(capture, "Home sooner", "purpose", "q", contribution_id="card")
    other.receive(room.history.entries)
    other.do(correct, "card", "Home the same day")
    room.receive(other.history.entries)
    room.do(correct, "card", "Home much sooner")

    assert room.workshop.contributions["card"].text == "Home much sooner"
    assert room.workshop.side_by_side == {}


def test_what_was_put_right_before_anybody_said_what_they_had_read_stays_so(room: Any) -> None:
    later = type(room)("Facilitator", "another launch")
    room.do(capture, "Home sooner", "purpose", "q", contribution_id="card")
    room.do(correct, "card", "Home much sooner")
    later.receive(room.history.entries)
    later.do(correct, "card", "Home the same day")
    one, other = Recorder("Facilitator", "one"), Recorder("Table 3", "two")
    for each in (one, other):
        each.receive(later.history.entries)
        each.do(capture, f"From {each.seat}", "purpose", "q")

    exchanged(one, other)

    assert one.workshop.side_by_side == {}
    assert one.workshop.contributions["card"].text == "Home the same day"


def test_saying_what_was_read_is_neither_undone_nor_a_moment_to_look_back_at(two: Any) -> None:
    _, table = two
    table.do(correct, "card", "Home the same day")

    assert isinstance(table.history.entries[-2].event, EntriesSeen)
    assert len(table.history.past().stops) == len(table.history.entries) - 1
    table.undo()
    assert table.undo() is None


def test_a_merge_is_taken_back_and_brought_back_as_one(two: Any) -> None:
    room, table = two
    for number in range(3):
        table.do(capture, f"Card {number}", "purpose", "q")
    table.undo()
    room.bring_in(table)
    assert room.workshop.card_count("purpose", "q") == 3

    room.undo()
    assert room.workshop.card_count("purpose", "q") == 1
    room.redo()
    assert room.workshop.card_count("purpose", "q") == 3
    assert room.workshop == replay(room.history.entries)


def test_what_was_brought_in_twice_stays_while_one_of_them_stands(two: Any) -> None:
    room, table = two
    table.do(capture, "From the table", "purpose", "q")
    co_facilitator = room.copy("Co-facilitator")
    room.bring_in(table)
    co_facilitator.bring_in(table)

    room.undo()
    room.receive(co_facilitator.history.entries)

    assert room.workshop.card_count("purpose", "q") == 2


def test_choosing_what_is_no_answer_is_refused(two: Any) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    exchanged(room, table)

    with pytest.raises(Refused, match="settled already"):
        choose(room.workshop, CARD, room.history.entries[0].id)


@pytest.mark.parametrize("about", [(), ("position",), ("position", "r1"), ("draft",), ("hat",)])
def test_a_choice_about_no_place_chooses_nothing(two: Any, about: tuple[str, ...]) -> None:
    room, table = two
    room.do(correct, "card", "Home much sooner")
    table.do(correct, "card", "Home the same day")
    room.happened(SideBySideChosen(about, room.history.entries[0].id))
    exchanged(room, table)

    assert len(words(room, CARD)) == 2
    assert table.workshop == room.workshop
