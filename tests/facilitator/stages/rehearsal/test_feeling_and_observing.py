"""Check-ins with and without a name and what leaves the console; notes and marks; the chart."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.debriefing import judge_strain
from facilitator.stages.rehearsal.feeling import (
    check_in,
    drop_feeling,
    give_slip,
    together,
    words_said,
)
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.stages.rehearsal.observing import (
    drop_mark,
    drop_note,
    mark_value,
    strain_chart,
    take_note,
)
from facilitator.stages.rehearsal.state import Feeling, Rehearsal


def flood(room):
    return room.workshop.rehearsals["flood"]


def given_by(room, when="before"):
    return [(f.member, f.word, f.tension) for f in flood(room).feelings if f.when == when]


def test_slips_have_no_name_and_stand_beside_each_other(play) -> None:
    play.do(give_slip, "flood", "before", "tense", 4)
    play.do(give_slip, "flood", "before", "tense", 4)
    play.do(check_in, "flood", "before", "alder-lead", "calm", 2)

    assert given_by(play) == [("", "tense", 4), ("", "tense", 4), ("alder-lead", "calm", 2)]


def test_a_slip_is_put_right_by_its_id(play) -> None:
    slip = play.do(give_slip, "flood", "before", "tence", 4).id
    play.do(give_slip, "flood", "before", "calm", 1)
    play.do(give_slip, "flood", "before", "tense", 5, slip)

    assert sorted(given_by(play)) == [("", "calm", 1), ("", "tense", 5)]


def test_a_check_in_is_taken_out_again(play) -> None:
    slip = play.do(give_slip, "flood", "before", "tense", 4).id
    play.do(check_in, "flood", "before", "alder-lead", "calm", 2)
    play.do(check_in, "flood", "after", "alder-lead", "calm", 1)

    play.do(drop_feeling, "flood", "before", slip_id=slip)
    play.do(drop_feeling, "flood", "before", "alder-lead")

    assert given_by(play) == []
    assert given_by(play, "after") == [("alder-lead", "calm", 1)]


@pytest.mark.parametrize(("people", "mean"), [(1, None), (2, None), (3, 3.0)])
def test_fewer_than_three_have_no_mean_outside_the_console(play, people, mean) -> None:
    for number in range(people):
        play.do(give_slip, "flood", "before", f"word {number}", 2 + number)

    assert together(flood(play), "before").mean == mean
    assert together(flood(play), "before").count == people


FEELINGS = st.lists(
    st.builds(
        Feeling,
        when=st.sampled_from(["before", "after"]),
        member=st.just(""),
        word=st.sampled_from(["calm", "Calm", "torn", "raw", "sad"]),
        tension=st.integers(1, 5),
        id=st.uuids().map(str),
    ),
    max_size=14,
)


@given(feelings=FEELINGS)
def test_only_words_said_by_three_or_more_may_leave(feelings, pack) -> None:
    found = Rehearsal("flood", pack, feelings=tuple(feelings))
    for when in ("before", "after"):
        said = Counter(f.word.lower() for f in feelings if f.when == when)
        told = together(found, when).words
        assert dict(told) == {word: n for word, n in said.items() if n > 2}
        assert [n for _, n in told] == sorted((n for _, n in told), reverse=True)
        assert dict(words_said(found, when)) == said


def test_a_note_is_put_right_and_taken_out(play) -> None:
    note = play.do(take_note, "flood", 1_700, "Two left.").id
    play.do(take_note, "flood", 1_690, "Two left the room.", note)
    assert [(n.second, n.text) for n in flood(play).notes.values()] == [
        (1_690, "Two left the room.")
    ]

    play.do(drop_note, "flood", note)

    assert flood(play).notes == {}


def test_a_value_is_marked_as_often_as_it_is_strained(play) -> None:
    value = play.value()
    play.do(mark_value, "flood", value, 41, "broke")
    gone = play.do(mark_value, "flood", value, 33, "held").id
    play.do(mark_value, "flood", value, 35, "bent", "Who pays?")
    play.do(drop_mark, "flood", gone)

    [row] = strain_chart(play.workshop, flood(play)).rows
    assert row.marks == ((35, "bent"), (41, "broke"))
    assert row.verdict is None


def test_the_verdict_of_the_debrief_stands_in_the_chart_at_its_minute(play) -> None:
    value = play.value()
    play.do(mark_value, "flood", value, 41, "broke")
    play.do(judge_strain, "flood", value, "bent", "They came back.", 44)

    [row] = strain_chart(play.workshop, flood(play)).rows
    assert row.marks == ((41, "broke"), (44, "bent"))
    assert (row.verdict, row.minute) == ("bent", 44)


def test_the_chart_spans_what_happened_in_play(play) -> None:
    value = play.value()
    play.do(play_inject, "flood", "first", 10)
    play.do(mark_value, "flood", value, 41, "held")

    chart = strain_chart(play.workshop, flood(play))
    assert (chart.first, chart.last) == (10, 41)


def test_the_chart_of_nothing_is_empty(play) -> None:
    play.value()

    assert strain_chart(play.workshop, flood(play)).rows == ()


def test_check_ins_of_another_playing_stay_there(play, story) -> None:
    play.do(give_slip, "flood", "before", "torn", 4)
    play.do(choose_scenario, msgspec.structs.replace(story, id="fire"), rehearsal_id="fire")
    play.do(give_slip, "flood", "before", "calm", 1)

    assert play.workshop.rehearsals["fire"].feelings == ()
    assert len(flood(play).feelings) == 2
