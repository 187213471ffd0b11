"""What the room sees of the commitments."""

from facilitator.stages.commitments import commit
from ui.desk import Focus
from ui.stages.commitments.room import room_view


def seen(session, guide, step):
    return room_view(session.workshop, guide, guide.step("commitments", step), Focus())


def promise(session, text):
    session.do(commit, text, "org-1", "Secret name", "2026-09-30", "Secret m", "Secret leave")


def test_the_newest_stands_first_while_they_are_made(session, guide, a_board):
    a_board(session, voting=1)
    for text in ("First", "Second"):
        promise(session, text)
    view = seen(session, guide, "first-drafts")
    assert view.rows == (("Second", "Org 1", "30 Sep 2026"), ("First", "Org 1", "30 Sep 2026"))
    assert view.summary == "2 commitments"


def test_they_stand_in_order_when_they_are_read_back(session, guide, a_board):
    a_board(session, voting=1)
    for text in ("First", "Second"):
        promise(session, text)
    assert [row[0] for row in seen(session, guide, "read-back").rows] == ["First", "Second"]


def test_no_owner_by_name_reaches_the_room(session, guide, a_board):
    a_board(session, voting=1)
    promise(session, "First")
    for step in ("first-drafts", "make-it-hold", "read-back"):
        assert not [said for said in seen(session, guide, step).strings() if "Secret" in said]


def test_nothing_yet_is_only_the_prompt(session, guide):
    view = seen(session, guide, "make-it-hold")
    assert (view.statement, view.rows) == ("Who owns it, by when, and how will we know?", ())
    assert view.summary == ""
