import pytest

from facilitator import answering, rounds, statement
from facilitator.stages import purpose
from tests.ui.stages.purpose.room_seen import Room
from ui.room.view import RoomView


def test_the_draft_in_hand_stands_on_paper_with_its_length(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(purpose.draft, "One plan for all", "d1", draft_id="d2")
    view = room("draft")

    assert (view.statement, view.tone) == ("One plan for all", "paper")
    assert view.note == "v2, from v1 · 4 words"
    assert room("draft", draft="d1").statement == "One purse"


def two_drafts(room: Room) -> None:
    room.session.do(purpose.draft, "We share a budget, and say so.", draft_id="d1")
    room.session.do(purpose.draft, "We share one pound for all, and say so.", "d1", draft_id="d2")


def told(view: RoomView) -> list[tuple[str, str]]:
    return [(p.change, p.text.strip()) for p in view.pieces if p.text.strip()]


def test_two_drafts_are_compared_word_by_word(room: Room) -> None:
    two_drafts(room)
    view = room("draft", draft="d2", compared=("d1", "d2"))

    assert view.statement == "We share one pound for all, and say so."
    assert told(view) == [
        ("same", "We share"),
        ("added", "one pound for all"),
        ("removed", "a budget"),
        ("same", ", and say so."),
    ]
    assert view.note == "v1 → v2 · 4 words came, 2 went"
    assert "added: one pound for all; removed: a budget" in view.spoken()
    assert "a budget" in view.strings()


def test_the_comparison_stays_while_another_draft_is_in_hand(room: Room) -> None:
    two_drafts(room)
    room.session.do(purpose.draft, "Something else", draft_id="d3")

    assert room("draft", draft="d3", compared=("d1", "d2")).pieces


def test_a_comparison_with_a_draft_that_is_gone_is_over(room: Room) -> None:
    two_drafts(room)
    room.session.undo()

    view = room("draft", draft="d2", compared=("d1", "d2"))
    assert (view.statement, view.pieces) == ("We share a budget, and say so.", ())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("One purse", "One purse.", "v1 → v1b · only the punctuation differs"),
        ("One purse", "One purse", "v1 → v1b · the same, word for word"),
        ("One purse for all", "One purse", "v1 → v1b · no word came, 2 went"),
        ("One purse", "One purse now", "v1 → v1b · 1 word came, none went"),
    ],
)
def test_how_much_changed_is_said_in_words(room: Room, before: str, after: str, said: str) -> None:
    room.session.do(purpose.draft, before, draft_id="d1")
    room.session.do(purpose.draft, after, draft_id="d2")

    assert room("draft", compared=("d1", "d2")).note == said


def test_a_draft_that_was_written_anew_stands_beside_the_old_one(room: Room) -> None:
    room.session.do(purpose.draft, "We put people first in all we do.", draft_id="d1")
    room.session.do(purpose.draft, "Tell the city what it cost, on time.", "d1", draft_id="d2")
    view = room("draft", compared=("d1", "d2"))

    assert [(c.title, c.lines) for c in view.columns] == [
        ("v1 · 8 words", ("We put people first in all we do.",)),
        ("v2 · 8 words", ("Tell the city what it cost, on time.",)),
    ]
    assert "v1 → v2 · written anew: 8 words came, 8 went" in view.eyebrow


def test_of_two_long_drafts_only_what_stands_round_a_change_is_shown(room: Room) -> None:
    long = [f"w{at}" for at in range(1_500)]
    room.session.do(purpose.draft, " ".join(long), draft_id="d1")
    room.session.do(purpose.draft, " ".join([*long[:700], "new", *long[700:]]), draft_id="d2")
    view = room("draft", compared=("d1", "d2"))

    shown = "".join(p.text for p in view.pieces)
    assert "w699 new w700" in shown
    assert len(shown.split()) < 40


def test_drafts_of_one_version_stand_side_by_side_until_the_group_has_chosen(
    room: Room,
) -> None:
    room.session.do(purpose.draft, "Start", draft_id="d1")
    room.session.do(purpose.draft, "One purse", "d1", draft_id="d2")
    room.session.do(purpose.draft, "One plan for all", "d1", draft_id="d2b")
    view = room("draft", draft="d2b")

    assert [(c.title, c.lines, c.tone) for c in view.columns] == [
        ("v2 · 2 words", ("One purse",), "draft"),
        ("v2b · 4 words", ("One plan for all",), "draft"),
    ]
    assert view.eyebrow.endswith("v2 · v2b")


@pytest.mark.parametrize("how", ["put aside", "built upon"])
def test_once_the_group_has_chosen_one_draft_stands_alone(room: Room, how: str) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(purpose.draft, "One plan", draft_id="d1b")
    if how == "put aside":
        room.session.do(purpose.close_draft, "d1", "rejected")
    else:
        room.session.do(purpose.draft, "One plan now", "d1b", draft_id="d2")

    view = room("draft", draft="d1b")
    assert (view.statement, view.columns) == ("One plan", ())


def test_of_many_drafts_three_stand_side_by_side_and_the_one_in_hand_is_among_them(
    room: Room,
) -> None:
    for at in range(5):
        room.session.do(purpose.draft, f"Draft {at}", draft_id=f"d{at}")
    view = room("draft", draft="d4")

    assert [c.lines[0] for c in view.columns] == ["Draft 0", "Draft 1", "Draft 4"]
    assert view.eyebrow.endswith("v1 · v1b · v1e · and 2 more")


def test_a_draft_that_is_too_long_says_by_how_much(room: Room) -> None:
    room.session.do(purpose.draft, "word " * 61, draft_id="d1")

    assert room("draft").note == "v1 · 61 words, 11 over fifty"


@pytest.mark.parametrize(
    ("asking", "question"),
    [
        ("another_board", "Would another board sign this?"),
        ("stops", "What would we have to stop?"),
        ("defend", "Will you defend this outside?"),
    ],
)
def test_a_question_is_asked_of_the_draft_in_hand(room: Room, asking: str, question: str) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    view = room("positions", asking=asking)

    assert (view.statement, view.note) == (question, "One purse")


def test_what_would_have_to_stop_appears_as_it_is_said(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    for text in ("Two meetings", "Separate plans"):
        room.session.do(statement.name_stop, "d1", text)
    view = room("positions", asking="stops")

    assert [(c.text, c.lit) for c in view.cards] == [
        ("Separate plans", True),
        ("Two meetings", False),
    ]


def test_nothing_is_shown_as_an_answer(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(statement.name_stop, "d1", "nothing")

    assert [c.text for c in room("positions", asking="stops").cards] == ["Nothing"]


def test_the_room_sees_how_many_will_defend_it_and_never_who(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(statement.say_defence, "d1", "org-2", False, "Members must be asked first")
    room.session.do(statement.all_will_defend, "d1", room.session.minute())
    view = room("positions", asking="defend")

    [column] = view.columns
    assert (column.title, column.lines) == (
        "4 of 4 heard",
        ("3 will defend it outside, 1 not yet",),
    )
    names = [o.short for o in room.session.workshop.organisations.values()]
    shown = "\n".join(view.strings())
    assert not [name for name in [*names, "Members must"] if name in shown]


def test_positions_are_counted_and_open_objections_flagged(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(rounds.open_round, "d1", "One purse", round_id="r1")
    room.session.do(rounds.take_position, "r1", "org-1", "agree")
    room.session.do(rounds.take_position, "r1", "org-2", "object", "No lever", "cannot_deliver")
    view = room("positions")

    assert dict(view.positions) == {"agree": 1, "object": 1}
    assert (view.flag, view.summary) == ("1 objection to answer", "2 of 4 heard")


def test_a_resolved_objection_is_no_longer_flagged(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(rounds.open_round, "d1", "One purse", round_id="r1")
    room.session.do(rounds.take_position, "r1", "org-2", "object", "No lever", "cannot_deliver")
    room.session.do(answering.settle, "r1", "org-2", "We changed the verb")

    assert room("positions").flag == ""


def test_at_the_close_the_adopted_purpose_is_read(room: Room) -> None:
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    room.session.do(rounds.open_round, "d1", "One purse", round_id="r1")
    for organisation in room.session.workshop.organisations:
        room.session.do(rounds.take_position, "r1", organisation, "agree")
    room.session.do(rounds.lock_round, "r1", room.session.minute())
    room.session.do(statement.answer_another_board, "d1", False)
    room.session.do(statement.name_stop, "d1", "Two meetings")
    room.session.do(purpose.adopt, "d1")

    assert (room("close").statement, room("close").tone) == ("One purse", "paper")
