from collections.abc import Callable

import pytest

from facilitator.answering import settle
from facilitator.board import capture
from facilitator.car_park import park
from facilitator.decision import Rule
from facilitator.guide import Guide, load_guide
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import choose_rule, join_member
from facilitator.stages.values import (
    amend,
    clarify,
    find_untested,
    name_behaviours,
    name_cost,
    open_value_round,
    park_value,
    propose,
    state_authority,
)
from sessions.session import Session
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.values.room import room_view

SECRET = "our treasurer would never sign this"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture
def board(session: Session, a_board: Callable[..., list[str]]) -> Session:
    a_board(session, voting=4)
    session.do(propose, "Candour", "We say it first.", test_day="A leak", value_id="V1")
    session.do(name_behaviours, "V1", ("Phone first",), ("Hide",))
    return session


def seen(session: Session, guide: Guide, step: str, **focus: object) -> RoomView:
    chosen = Focus(**focus)  # type: ignore[arg-type]  # the names are Focus's own
    return room_view(session.workshop, guide, guide.step("values", step), chosen)


def test_a_negotiation_shows_wording_behaviours_and_counts_on_paper(
    board: Session, guide: Guide
) -> None:
    asked = board.do(open_value_round, "V1").id
    board.do(take_position, asked, "org-1", "agree")
    board.do(take_position, asked, "org-2", "object", SECRET, "harm")

    view = seen(board, guide, "rounds", value="V1")

    assert (view.tone, view.eyebrow, view.statement) == (
        "paper",
        "Values · round 1",
        "We say it first.",
    )
    assert [c.title for c in view.columns] == ["We will", "We will not"]
    assert dict(view.positions) == {"agree": 1, "object": 1}
    assert view.flag == "1 objection to answer"


def test_neither_a_reason_nor_who_gave_it_reaches_the_room(board: Session, guide: Guide) -> None:
    board.do(clarify, "V1", "We do not hide")
    asked = board.do(open_value_round, "V1").id
    board.do(take_position, asked, "org-2", "object", SECRET, "harm")
    board.do(take_position, asked, "org-3", "reservation", SECRET)

    for step in guide.stage("values").steps:
        words = "\n".join(seen(board, guide, step.id, value="V1").strings())
        assert SECRET not in words
        assert "Org 2" not in words
        assert (step.say or "nothing") not in words


def test_what_is_parked_has_no_objection_to_answer(board: Session, guide: Guide) -> None:
    asked = board.do(open_value_round, "V1").id
    for each in ("org-1", "org-2", "org-3"):
        board.do(take_position, asked, each, "agree")
    board.do(take_position, asked, "org-4", "object", SECRET, "harm")
    board.do(lock_round, asked, board.minute())
    assert seen(board, guide, "rounds", value="V1").flag == "1 objection to answer"

    board.do(park_value, "V1", "The chair", "Who pays?", "2026-09-30")

    view = seen(board, guide, "rounds", value="V1")
    assert (view.eyebrow, view.flag) == ("Values · parked", "")


def test_what_waits_for_a_mandate_is_agreed_provisionally_on_the_wall(
    board: Session, guide: Guide
) -> None:
    board.do(join_member, "org-3", "Deputy", authority=False, member_id="org-3-lead")
    asked = board.do(open_value_round, "V1").id
    for each in ("org-1", "org-2", "org-3", "org-4"):
        board.do(take_position, asked, each, "agree")
    board.do(lock_round, asked, board.minute())

    assert seen(board, guide, "rounds", value="V1").eyebrow == "Values · agreed, provisionally"
    assert seen(board, guide, "close").rows[0][-1] == "agreed, provisionally"


def test_a_settled_objection_is_no_longer_flagged(board: Session, guide: Guide) -> None:
    asked = board.do(open_value_round, "V1").id
    board.do(take_position, asked, "org-2", "object", SECRET, "harm")
    board.do(settle, asked, "org-2", "Reworded")

    assert seen(board, guide, "rounds", value="V1").flag == ""


def test_positions_on_an_older_wording_are_not_shown_under_the_new_one(
    board: Session, guide: Guide
) -> None:
    asked = board.do(open_value_round, "V1").id
    for organisation in ("org-1", "org-2", "org-3", "org-4"):
        board.do(take_position, asked, organisation, "need_more", "Who?")
    board.do(lock_round, asked, board.minute())
    board.do(amend, "V1", "We say it first, to each other.")

    view = seen(board, guide, "rounds", value="V1")

    assert view.statement == "We say it first, to each other."
    assert view.positions == ()
    assert view.eyebrow == "Values · amended"


def test_proposed_values_are_cards_with_the_day_that_tests_them(
    board: Session, guide: Guide
) -> None:
    board.do(propose, "One budget mind", value_id="V2")

    view = seen(board, guide, "propose")

    assert [(c.text, c.meta, c.lit) for c in view.cards] == [
        ("One budget mind", "", True),
        ("Candour", "A leak", False),
    ]


def test_making_visible_shows_the_columns_of_the_value_in_hand(
    board: Session, guide: Guide
) -> None:
    view = seen(board, guide, "behaviours", value="V1")

    assert view.columns[0].lines == ("Phone first",)
    assert view.columns[1].tone == "will_not"


def test_a_captured_step_shows_its_newest_card_lit_and_no_parked_one(
    board: Session, guide: Guide
) -> None:
    board.do(capture, "She rang before the paper did", "values", "stories")
    aside = board.do(capture, "Something else", "values", "stories").id
    board.do(park, "", contribution=aside)

    view = seen(board, guide, "stories")

    assert [(c.text, c.lit) for c in view.cards] == [("She rang before the paper did", True)]
    assert "Ellerport" in view.statement


def test_what_is_captured_out_of_sight_stays_out_of_sight(board: Session, guide: Guide) -> None:
    board.do(capture, "She rang before the paper did", "values", "stories")

    hidden = Focus().turning("values", guide.step("values", "stories"))
    view = seen(board, guide, "stories", turned=hidden)

    assert view.cards == ()
    assert view.summary == "1 written, hidden until you are ready"


def test_the_close_shows_the_agreed_wordings_in_order(board: Session, guide: Guide) -> None:
    board.do(propose, "Later", "We wait.", value_id="V2")
    for value in ("V1", "V2"):
        asked = board.do(open_value_round, value).id
        for organisation in ("org-1", "org-2", "org-3", "org-4"):
            board.do(take_position, asked, organisation, "agree")
        board.do(lock_round, asked, board.minute())

    rows = seen(board, guide, "close").rows
    assert rows == (("We say it first.", "Candour", "agreed"), ("We wait.", "Later", "agreed"))


def test_the_close_says_what_was_agreed_with_reservations(board: Session, guide: Guide) -> None:
    asked = board.do(open_value_round, "V1").id
    for organisation in ("org-1", "org-2", "org-3", "org-4"):
        code = "reservation" if organisation == "org-1" else "agree"
        board.do(take_position, asked, organisation, code, SECRET if code != "agree" else "")
    board.do(lock_round, asked, board.minute())

    (row,) = seen(board, guide, "close").rows
    assert row[1:] == ("Candour", "with reservations")
    assert SECRET not in "\n".join(seen(board, guide, "close").strings())


def test_the_positions_to_practise_stand_with_symbol_and_words(
    board: Session, guide: Guide
) -> None:
    view = seen(board, guide, "open")

    assert view.tone == "paper"
    assert [(m.code, m.words) for m in view.marks] == [
        ("agree", "I support it"),
        ("reservation", "I can live with it"),
        ("stand_aside", "I stand aside"),
        ("need_more", "I need an answer first"),
        ("object", "I object"),
        ("abstain", "I abstain"),
        ("absent", "Not here"),
    ]


def test_on_kaner_s_scale_the_eight_gradients_are_practised(board: Session, guide: Guide) -> None:
    board.do(choose_rule, Rule(scale="gradients"))

    marks = seen(board, guide, "open").marks
    assert [m.words for m in marks][5:] == [
        "Don’t like it, but will support it",
        "Serious disagreement",
        "Veto",
    ]
    assert marks[6].code == ""


def test_the_price_check_shows_what_was_agreed_what_it_costs_and_whom(
    board: Session, guide: Guide
) -> None:
    board.do(propose, "Later", "We wait.", value_id="V2")
    board.do(propose, "Never", "We refuse.", value_id="V3")
    assert seen(board, guide, "price-check").rows == ()
    for value in ("V1", "V2"):
        asked = board.do(open_value_round, value).id
        for organisation in ("org-1", "org-2", "org-3", "org-4"):
            board.do(take_position, asked, organisation, "agree")
        board.do(lock_round, asked, board.minute())
    board.do(name_cost, "V1", "org-2", "pride", "We publish our list.")
    board.do(find_untested, "V2")

    assert seen(board, guide, "price-check").rows == (
        ("Candour: We publish our list.", "Org 2 · pride"),
        ("Later", "untested"),
    )


def test_how_far_an_organisation_may_go_never_reaches_the_room(
    board: Session, guide: Guide
) -> None:
    board.do(state_authority, "org-1", SECRET, SECRET, "2026-03-30")

    for step in guide.stage("values").steps:
        assert SECRET not in "\n".join(seen(board, guide, step.id, value="V1").strings())


def test_without_any_value_the_room_sees_the_prompt(session: Session, guide: Guide) -> None:
    view = seen(session, guide, "rounds")

    assert view.statement.startswith("Agree / Agree with a reservation")
    assert view.positions == ()
