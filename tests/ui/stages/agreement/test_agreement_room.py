"""What the room sees of the agreement."""

from facilitator.rounds import lock_round, take_position
from facilitator.stages.agreement import assent, give_version, set_review
from facilitator.stages.values import open_value_round, propose
from ui.desk import Focus
from ui.stages.agreement.room import room_view


def seen(session, guide, step):
    return room_view(session.workshop, guide, guide.step("agreement", step), Focus())


def agree(session, ids, *titles):
    for title in titles:
        value = session.do(propose, title, f"Wording of {title}.").id
        opened = session.do(open_value_round, value).id
        for each in ids:
            session.do(take_position, opened, each, "agree")
        session.do(lock_round, opened, session.minute())


def test_the_values_stand_beside_one_another_under_the_statement(session, guide, a_board):
    agree(session, a_board(session, voting=2), "Honesty", "Courage")
    session.do(give_version, "0.4")
    view = seen(session, guide, "read-aloud")
    assert [(c.title, c.lines) for c in view.columns] == [
        ("Honesty", ("Wording of Honesty.",)),
        ("Courage", ("Wording of Courage.",)),
    ]
    assert (view.note, view.tone) == ("Draft for ratification · version 0.4", "paper")


def test_more_than_four_values_stand_under_one_another(session, guide, a_board):
    agree(session, a_board(session, voting=2), "A", "B", "C", "D", "E")
    view = seen(session, guide, "read-aloud")
    assert view.columns == ()
    assert view.rows[0] == ("A: Wording of A.",)


def test_assent_is_counted_in_words_without_a_reservation_s_words(session, guide, a_board):
    a_board(session, voting=3)
    session.do(assent, "org-1")
    session.do(assent, "org-2", "org-2-lead", "Secret doubts")
    view = seen(session, guide, "assent")
    assert view.note == "2 of 3 organisations assent, 1 with a reservation"
    assert not [said for said in view.strings() if "Secret" in said or "Chief" in said]


def test_the_two_dates_are_shown_at_the_close(session, guide):
    session.do(give_version, "0.4", ratify_on="2026-05-21")
    session.do(set_review, "2026-11-23")
    assert seen(session, guide, "close").rows == (
        ("Goes to the meeting of", "21 May 2026"),
        ("Looked at again", "23 Nov 2026"),
    )


def test_an_empty_workshop_shows_the_prompt(session, guide):
    assert seen(session, guide, "read-aloud").statement == (
        "Is every word here one we would say in public?"
    )
    assert seen(session, guide, "assent").note == ""
