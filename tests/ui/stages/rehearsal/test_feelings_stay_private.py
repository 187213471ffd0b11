"""Of the check-ins nothing reaches the room but what three or more share, whatever is shown."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.guide import Guide
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.feeling import LEAST, FeelingGiven, SlipGiven
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from facilitator.stages.rehearsal.state import When
from facilitator.stages.values import propose
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.stages.rehearsal.room import room_view

WORDS = ("qualm", "zest", "dread", "fizz", "gloom")
PICTURES = ("", "feelings", "strain")
SECRET = "Xylophone"


@dataclass(frozen=True)
class Given:
    """A check-in: by name, or without one."""

    when: When
    named: bool
    word: str
    tension: int


check_ins = st.lists(
    st.builds(
        Given,
        st.sampled_from(["before", "after"]),
        st.booleans(),
        st.sampled_from(WORDS),
        st.integers(1, 5),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(feelings=check_ins)
def test_no_word_of_fewer_than_three_and_no_mean_of_fewer_reaches_the_room(
    guide: Guide, feelings: list[Given]
) -> None:
    workshop = Workshop()
    choose_scenario(workshop, guide.packs["SC1"], rehearsal_id="R").apply(workshop)
    for at, each in enumerate(feelings):
        event = (
            FeelingGiven("R", each.when, f"m{at}", each.word, each.tension)
            if each.named
            else SlipGiven("R", each.when, f"s{at}", each.word, each.tension)
        )
        event.apply(workshop)
    said = {w: Counter(f.word for f in feelings if f.when == w) for w in ("before", "after")}
    private = {w for w in WORDS if all(said[when][w] < LEAST for when in said)}
    for step in guide.stage("rehearsal").steps:
        for picture in PICTURES:
            view = room_view(workshop, guide, step, Focus(picture=picture))
            told = "\n".join(view.strings())
            assert not any(word in told for word in private)
            if view.feelings is None:
                assert not any(word in told for word in WORDS)
                continue
            for when, each in zip(("before", "after"), view.feelings, strict=True):
                count = said[when].total()
                assert each.count == count
                assert (each.mean is None) == (count < LEAST)
                assert dict(each.words) == {w: n for w, n in said[when].items() if n >= LEAST}
            assert told.count("the mean ") == sum(said[when].total() >= LEAST for when in said)


@pytest.fixture
def planted(chosen):
    """A rehearsal with a note, a private inject, what was seen and what two people said."""
    chosen.do(propose, "Candour", "We say it", value_id="V9")
    chosen.do(take_note, "R", 60, f"{SECRET} note")
    chosen.do(mark_value, "R", "V9", 41, "bent", f"{SECRET} seen")
    chosen.do(play_inject, "R", "SC1-I1", 30)
    return chosen


@pytest.mark.parametrize("picture", PICTURES)
def test_notes_what_was_seen_and_what_went_to_one_part_never_reach_the_room(
    planted, guide, picture
) -> None:
    private = [i.text for i in guide.packs["SC1"].injects if not i.for_everyone]
    for step in guide.stage("rehearsal").steps:
        told = "\n".join(room_view(planted.workshop, guide, step, Focus(picture=picture)).strings())
        assert SECRET not in told
        assert not any(text in told for text in private)


def test_a_picture_is_shown_only_on_purpose_and_only_once_the_play_is_over(planted, guide) -> None:
    shown = {}
    for step in guide.stage("rehearsal").steps:
        for picture in PICTURES:
            view = room_view(planted.workshop, guide, step, Focus(picture=picture))
            if view.feelings is not None or view.strain is not None:
                shown[step.id, picture] = view.statement
    feelings, strain = "How we came in, and how we are now", "Which values held, bent or broke?"
    steps = ("check-in-after", "debrief", "change", "close")
    assert shown == {
        (step, picture): statement
        for step in steps
        for picture, statement in (("feelings", feelings), ("strain", strain))
    }
