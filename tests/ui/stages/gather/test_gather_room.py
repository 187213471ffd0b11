"""What the room sees while it gathers."""

from facilitator.attendance import arrive, leave, send_apologies
from facilitator.guide import Guide
from facilitator.stages.gather import declare_interest, join_member
from ui.desk import Focus
from ui.stages.gather.room import room_view


def seen(session, guide: Guide, step: str):
    looked = Focus(minute=session.minute())
    return room_view(session.workshop, guide, guide.step("gather", step), looked)


def test_the_room_sees_the_organisations_that_are_here(session, guide, a_board, clock):
    a_board(session, voting=3, here=2)
    view = seen(session, guide, "who-is-here")
    assert [column.lines for column in view.columns] == [("Org 1", "Org 2")]
    assert view.summary == "2 organisations are here"
    clock.forward(60)
    session.do(leave, "org-1-lead", session.minute())
    assert seen(session, guide, "who-is-here").summary == "1 organisation is here"


def test_yesterday_s_attendance_is_not_shown_today(session, guide, a_board, clock):
    a_board(session, voting=3, here=2)
    clock.forward(24 * 3600)
    assert seen(session, guide, "welcome").columns == ()
    session.do(arrive, "org-3-lead", session.minute())
    assert seen(session, guide, "welcome").columns[0].lines == ("Org 3",)


def test_no_name_interest_or_apology_reaches_the_room(session, guide, a_board):
    a_board(session, voting=2)
    session.do(join_member, "org-1", "Secret role", "Secret name", member_id="secret")
    session.do(declare_interest, "secret", "Secret interest", "Secret item", "Secret action")
    session.do(send_apologies, "2026-03-18", "Secret apologies")
    for step in ("welcome", "who-is-here", "rule"):
        assert not [said for said in seen(session, guide, step).strings() if "Secret" in said]


def test_forty_organisations_stand_in_four_columns(session, guide, a_board):
    a_board(session, voting=40)
    columns = seen(session, guide, "who-is-here").columns
    assert [len(column.lines) for column in columns] == [10, 10, 10, 10]


def test_the_rule_is_on_paper_in_plain_words(session, guide, a_board):
    a_board(session, voting=4)
    view = seen(session, guide, "rule")
    assert view.tone == "paper"
    assert view.rows[0] == ("At least 3 voting organisations are here.",)


def test_an_empty_workshop_shows_only_the_prompt(session, guide):
    view = seen(session, guide, "who-is-here")
    assert (view.statement, view.columns, view.summary) == (
        "Who is here, and who is missing?",
        (),
        "",
    )
