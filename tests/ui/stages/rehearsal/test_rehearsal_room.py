"""What the room sees of a rehearsal, and what it never sees."""

import msgspec
import pytest

from facilitator.attendance import arrive
from facilitator.guide import Guide
from facilitator.guide.scenario import Option
from facilitator.rounds import take_position
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.debriefing import answer_debrief, judge_strain, learn_lesson
from facilitator.stages.rehearsal.deciding import call_decision, open_decision_round, put_decision
from facilitator.stages.rehearsal.feeling import check_in
from facilitator.stages.rehearsal.injects import answer_inject, play_inject, write_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from facilitator.stages.values import propose
from sessions.session import Session
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.room import room_view

SECRET = "Xylophone"
SC1 = "SC1"


@pytest.fixture
def play(session: Session, guide: Guide, a_board) -> Session:
    """A board of four, three of them here, with Ward 9 chosen."""
    a_board(session, voting=4, here=3)
    session.do(choose_scenario, guide.packs[SC1], rehearsal_id="R")
    return session


@pytest.fixture
def view(play: Session, guide: Guide):
    """`view(step, **focus)`: what the room sees."""

    def show(step: str, **focus: str) -> RoomView:
        return room_view(play.workshop, guide, guide.step("rehearsal", step), Focus(**focus))

    return show


def test_before_a_scenario_the_room_sees_the_prompt(session: Session, guide: Guide) -> None:
    for step in guide.stage("rehearsal").steps:
        assert room_view(session.workshop, guide, step, Focus()).statement == step.prompt


def test_the_brief_tells_the_story_and_the_stop_word(view) -> None:
    shown = view("brief")
    assert shown.eyebrow == "Ward 9"
    assert shown.statement.startswith("The hospital wants to close 10")
    assert shown.note == "This story touches on: Hospital care of an older relative"
    assert shown.summary == "Anyone may say: Pause please"


def test_a_story_that_touches_on_nothing_says_nothing(play: Session, guide: Guide, view) -> None:
    play.do(choose_scenario, guide.packs["SC5"], rehearsal_id="R5")
    assert guide.packs["SC5"].content_note == "None"
    assert view("brief").note == ""


def test_a_check_in_shows_how_many_and_nothing_else(play: Session, view) -> None:
    play.do(check_in, "R", "before", "org-1-lead", SECRET, 5)
    assert view("check-in-before").summary == "1 of 3 has checked in"
    assert view("check-in-after").summary == "0 of 3 have checked in"


def test_news_for_everyone_fills_the_screen(play: Session, view) -> None:
    play.do(play_inject, "R", "SC1-I3", 56)
    shown = view("play", inject="SC1-I3")
    assert (shown.tone, shown.eyebrow) == ("inject", "Day 1 · 14:30 · screenshot")
    assert shown.statement.startswith("The draft closure date")
    assert shown.note == "The date is out · to all of you"
    assert not shown.show_clock


def test_news_tells_the_hour_in_the_story_and_how_it_comes(
    play: Session, guide: Guide, view
) -> None:
    third = msgspec.structs.replace(
        guide.packs[SC1].injects[2],
        arrives_as="Phone call",
        title="The trust’s chair calls",
        story_time="Day 3, 17:20",
        text="We are pausing the closure.",
    )
    pack = msgspec.structs.replace(guide.packs[SC1], injects=(third,))
    play.do(choose_scenario, pack, rehearsal_id="R")
    play.do(play_inject, "R", "SC1-I3", 56)
    shown = view("play", inject="SC1-I3")
    assert shown.eyebrow == "Day 3 · 17:20 · a call comes in"
    assert shown.statement == "“We are pausing the closure.”"
    assert shown.note == "The trust’s chair calls · to all of you"


def test_news_carries_the_minutes_of_the_decision_that_was_called(play: Session, view) -> None:
    now = play.seconds()
    play.do(start_clock, "R", now, from_minute=48)
    play.do(call_decision, "R", "SC1-D1", 48 * 60)
    play.do(play_inject, "R", "SC1-I3", 48)
    shown = view("play", inject="SC1-I3", decision="SC1-D1")
    assert (shown.clock_ends, shown.clock_total) == (now + 300, 300)
    assert (shown.caption, shown.show_clock) == ("decide aloud, in role", True)


@pytest.mark.parametrize("inject", ["SC1-I1", "SC1-I2"])
def test_news_for_one_part_is_never_shown_even_when_it_is_in_hand(
    play: Session, guide: Guide, view, inject: str
) -> None:
    play.do(play_inject, "R", inject, 41)
    text = next(i.text for i in guide.packs[SC1].injects if i.id == inject)
    for step in guide.stage("rehearsal").steps:
        assert text not in view(step.id, inject=inject).strings()


def test_news_that_was_skipped_or_is_to_come_is_not_shown(play: Session, view) -> None:
    assert view("play", inject="SC1-I3").tone == "dark"
    play.do(play_inject, "R", "SC1-I3", 56, how="skipped")
    assert view("play", inject="SC1-I3").tone == "dark"


def test_before_the_story_goes_a_decision_has_no_clock(play: Session, view) -> None:
    play.do(call_decision, "R", "SC1-D1", 25 * 60)
    assert not view("play", decision="SC1-D1").show_clock


@pytest.mark.parametrize("focus", [{}, {"inject": "SC1-I3"}, {"decision": "SC1-D1"}])
def test_a_pause_keeps_what_is_on_the_wall_without_a_clock(
    play: Session, view, focus: dict[str, str]
) -> None:
    play.do(play_inject, "R", "SC1-I3", 56)
    play.do(start_clock, "R", play.seconds(), from_minute=25)
    play.do(call_decision, "R", "SC1-D1", 25 * 60)
    before = view("play", **focus)
    play.do(pause_clock, "R", play.seconds())
    shown = view("play", **focus)
    assert (shown.tone, shown.statement) == (before.tone, before.statement)
    assert "The story is paused".casefold() in "\n".join(shown.strings()).casefold()
    assert not shown.show_clock


def test_a_decision_that_was_called_shows_its_ways_out_and_its_minutes(
    play: Session, guide: Guide, view
) -> None:
    point = msgspec.structs.replace(
        guide.packs[SC1].decision_points[0],
        options=(
            Option(id="A", title="Hold the line", note="Tonight"),
            Option(id="B", title="Wait"),
        ),
        minutes=4,
    )
    pack = msgspec.structs.replace(guide.packs[SC1], decision_points=(point,))
    play.do(choose_scenario, pack, rehearsal_id="R")
    play.do(start_clock, "R", play.seconds(), from_minute=40)
    assert not view("play", decision="SC1-D1").show_clock
    play.do(call_decision, "R", "SC1-D1", 40 * 60)
    shown = view("play", decision="SC1-D1")
    assert shown.rows == (("Hold the line", "Tonight"), ("Wait", ""), ("Or another way", ""))
    assert (shown.clock_total, shown.show_clock) == (240, True)


def test_a_decision_goes_from_the_question_to_the_positions(play: Session, view) -> None:
    asked = view("play", decision="SC1-D1")
    assert (asked.eyebrow, asked.tone) == ("Decision 1 of 2", "paper")
    assert asked.statement == "Do we back the closure, and on what condition?"
    play.do(put_decision, "R", "SC1-D1", 48, "Close ten beds", decision_id="D")
    play.do(open_decision_round, "R", "D", "round")
    play.do(take_position, "round", "org-1", "agree")
    play.do(take_position, "round", "org-2", "object", "No staff", "harm")
    shown = view("play", decision="D")
    assert shown.statement == "Close ten beds"
    assert shown.note == "Do we back the closure, and on what condition?"
    assert shown.positions == (("agree", 1), ("object", 1))
    assert shown.flag == "1 objection to answer"


def test_without_a_decision_in_hand_the_story_stays_on_the_screen(view) -> None:
    assert view("play").statement.startswith("The hospital wants to close 10")


def test_the_debrief_shows_the_question_in_hand(view) -> None:
    question = "When did we stop acting as one group?"
    shown = view("debrief", question=question)
    assert (shown.eyebrow, shown.statement) == ("Debrief · Retrace", question)
    assert view("debrief", question=SECRET).statement == "Feel / Retrace / Strain / Change"


def test_changes_are_shown_with_what_they_change_and_without_owners(play: Session, view) -> None:
    play.do(propose, "No surprises", "We tell each other first", value_id="V")
    play.do(propose_change, "R", "V", "Keep a call order", SECRET, "2026-05-29", change_id="C")
    play.do(propose_change, "R", "commitments", "A staffing trigger")
    play.do(accept_change, "R", "C", "will")
    assert view("change").rows == (
        ("We will: Keep a call order", "No surprises", "accepted"),
        ("A staffing trigger", "The commitments", "proposed"),
    )


@pytest.mark.parametrize(
    ("target", "how", "text", "read"),
    [
        ("V", "will_not", "let the paper ring first", "We will not: let the paper ring first"),
        ("V", "will_not", "We will not let it ring", "We will not let it ring"),
        ("V", "will", "We will not let it ring", "We will: We will not let it ring"),
        ("V", "wording", "We ring first", "New words: We ring first"),
        ("purpose", "statement", "One door", "New statement: One door"),
        ("commitments", "commitment", "A trigger", "A commitment: A trigger"),
        ("V", "", "Something about phones", "Something about phones"),
    ],
)
def test_a_change_on_the_wall_reads_as_what_it_does(
    play: Session, view, target, how, text, read
) -> None:
    play.do(propose, "No surprises", "We tell each other first", value_id="V")
    play.do(propose_change, "R", target, text, how=how)
    assert view("change").rows[0][0] == read


def test_nothing_private_ever_gets_into_the_room(play: Session, guide: Guide, view) -> None:
    play.do(propose, "No surprises", "We tell each other first", value_id="V")
    play.do(arrive, "org-4-lead", play.minute())
    for when in ("before", "after"):
        play.do(check_in, "R", when, "org-1-lead", f"{SECRET} feeling", 5)
    for inject in ("SC1-I1", "SC1-I2", "SC1-I3"):
        play.do(play_inject, "R", inject, 30)
        play.do(answer_inject, "R", inject, f"{SECRET} response")
    play.do(give_role, "R", "Ward sister", "org-2-lead")
    play.do(answer_debrief, "R", "When did we stop acting as one group?", f"{SECRET} answer")
    play.do(judge_strain, "R", "V", "bent", f"{SECRET} moment", 41)
    play.do(learn_lesson, "R", f"{SECRET} lesson", f"{SECRET} owner")
    play.do(take_note, "R", 1700, f"{SECRET} note")
    play.do(mark_value, "R", "V", 41, "bent", f"{SECRET} seen")
    made = play.do(write_inject, "R", f"{SECRET} whisper", "Ward sister", "Note", 30)
    play.do(play_inject, "R", made.inject.id, 30)
    private = [i.text for i in guide.packs[SC1].injects if not i.for_everyone]
    scripts = [t for s in guide.stage("rehearsal").steps for t in (s.say, s.ask, s.if_stuck) if t]
    focus = [
        {},
        {"inject": "SC1-I1"},
        {"inject": "SC1-I3"},
        {"inject": made.inject.id},
        {"decision": "SC1-D1"},
        {"question": "When did we stop acting as one group?"},
    ]
    for step in guide.stage("rehearsal").steps:
        for fields in focus:
            said = "\n".join(view(step.id, **fields).strings())
            assert SECRET not in said
            assert not any(text in said for text in (*private, *scripts))
