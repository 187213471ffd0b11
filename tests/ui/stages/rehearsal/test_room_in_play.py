"""The room in play: the clock of a decision until it is made, and what is true after a lock."""

import pytest

from facilitator.answering import settle
from facilitator.guide import Guide
from facilitator.rounds import lock_round, take_position
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.deciding import call_decision, open_decision_round, put_decision
from facilitator.stages.rehearsal.injects import play_inject
from sessions.session import Session
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.room import room_view


@pytest.fixture
def called(session: Session, guide: Guide, a_board) -> Session:
    """A board of four that has put what was called for, and the news of the date on the wall."""
    a_board(session, voting=4)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    session.do(start_clock, "R", session.seconds(), from_minute=48)
    session.do(call_decision, "R", "SC1-D1", 48 * 60)
    session.do(put_decision, "R", "SC1-D1", 48, "Wait", decision_id="D")
    session.do(open_decision_round, "R", "D", "round")
    session.do(play_inject, "R", "SC1-I3", 48)
    return session


@pytest.fixture
def view(called: Session, guide: Guide):
    """`view(**focus)`: what the room sees in play."""

    def show(**focus: str) -> RoomView:
        return room_view(called.workshop, guide, guide.step("rehearsal", "play"), Focus(**focus))

    return show


def everybody(session: Session, *last: str) -> None:
    """All agree, the last ones say otherwise, and the round is locked."""
    said = ["agree"] * (4 - len(last)) + list(last)
    for organisation, code in zip(session.workshop.organisations, said, strict=True):
        why = "" if code == "agree" else "Who pays?"
        about = "safety" if code == "object" else ""
        session.do(take_position, "round", organisation, code, why, about)
    session.do(lock_round, "round", at=session.minute())


def test_news_shows_the_clock_of_a_decision_only_until_it_is_made(called: Session, view) -> None:
    assert view(inject="SC1-I3", decision="D").show_clock
    everybody(called)
    assert not view(inject="SC1-I3", decision="D").show_clock
    assert not view(decision="D").show_clock


def test_a_round_without_agreement_does_not_make_the_decision(called: Session, view) -> None:
    everybody(called, "need_more")
    assert view(inject="SC1-I3", decision="D").show_clock


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        (
            ("need_more",),
            "Not decided: a question is open",
            "Its question is answered. Another round decides.",
        ),
        (
            ("need_more", "need_more"),
            "Not decided: a question is open",
            "Its questions are answered. Another round decides.",
        ),
        (
            ("object",),
            "Not decided: an objection is open",
            "Its objection is resolved. Another round decides.",
        ),
    ],
)
def test_once_what_stood_in_the_way_is_settled_the_room_is_told_so(
    called: Session, view, said: tuple[str, ...], before: str, after: str
) -> None:
    everybody(called, *said)
    assert (view(decision="D").flag, view(decision="D").summary) == (before, "")
    for organisation in list(called.workshop.organisations)[4 - len(said) :]:
        called.do(settle, "round", organisation, "We do, until June")
    assert (view(decision="D").flag, view(decision="D").summary) == ("", after)


def test_a_decision_that_was_never_called_has_no_clock_on_the_news(called: Session, view) -> None:
    assert not view(inject="SC1-I3", decision="SC1-D2").show_clock
