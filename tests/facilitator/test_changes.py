"""What a change is called when it is taken back or brought back."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.afterwards import confirm_mandate, correct_position, take_late_position
from facilitator.answering import judge_objection, name_remedy, settle
from facilitator.attribution import choose_for_member
from facilitator.board import capture, dissolve_theme, form_theme, name_theme, put_on_theme
from facilitator.car_park import park
from facilitator.changes import brought_back, taken_back, the_change
from facilitator.changes.telling import TOLD
from facilitator.events import Event, Redacted, Undone, Unknown
from facilitator.history import replay
from facilitator.kinds import KINDS
from facilitator.next_steps import drop_next_step, name_next_step
from facilitator.progress import StepEntered, TimerExtended, TimerPaused, TimerResumed
from facilitator.rounds import take_positions
from facilitator.seen import EntriesSeen
from facilitator.stages.gather import OrganisationLeft, join_organisation, remove_organisation
from facilitator.stages.rehearsal.feeling import FeelingGiven
from facilitator.stages.understanding import agree_term, drop_term
from facilitator.stages.values import (
    amend,
    clarify,
    merge_value,
    move_value,
    name_behaviours,
    name_cost,
    open_value_round,
    park_value,
    propose,
    reopen_value,
)
from facilitator.workshop import Workshop
from tests.facilitator.test_every_event import ANY_EVENT, EVENTS, long

CONTROLS = {
    Undone,
    Redacted,
    EntriesSeen,
    StepEntered,
    TimerExtended,
    TimerPaused,
    TimerResumed,
}
"""What has controls of its own or shows nothing, and the undo itself."""


def undone(room: Any) -> str:
    """The sentence for taking back what was done last."""
    having = room.workshop
    entry = room.undo()
    return taken_back(entry.event, having, room.workshop).removeprefix("Taken back: ")


def redone(room: Any) -> str:
    """The sentence for bringing it back."""
    lacking, gone = room.workshop, room.history.to_redo(room.seat)
    event = next(e.event for e in room.history.entries if e.id == gone.event.entry)
    room.redo()
    return brought_back(event, room.workshop, lacking).removeprefix("Brought back: ")


def test_every_kind_that_can_be_seen_is_told() -> None:
    assert set(TOLD) == set(KINDS.values()) - CONTROLS


@pytest.mark.parametrize("word", sorted(set(EVENTS) - {k.__struct_config__.tag for k in CONTROLS}))
@settings(deadline=None, max_examples=8)
@given(data=st.data(), before=long(ANY_EVENT, 12))
def test_no_kind_shows_its_word_on_disk(word: str, data: st.DataObject, before: list[Any]) -> None:
    lacking, having = Workshop(), Workshop()
    event: Event = data.draw(EVENTS[word])
    for each in before:
        each.apply(lacking)
        each.apply(having)
    event.apply(having)
    kind = re.sub(r"[._]", " ", word)

    for said in (taken_back(event, having, lacking), brought_back(event, having, lacking)):
        told = said.split(": ", 1)[1]
        assert told.strip()
        assert kind not in told
        assert "the last change" not in told
    assert the_change(event, having)


def test_a_kind_from_elsewhere_is_the_last_change() -> None:
    event = Unknown("hat.thrown", b"")

    assert taken_back(event, Workshop(), Workshop()) == "Taken back: the last change"


def test_a_lock_taken_back_says_which_round_is_open_again(table) -> None:
    value = table.value("One budget mind")
    table.round(value)

    assert undone(table) == "round 1 on “One budget mind” is open again"
    assert redone(table) == "the lock of round 1 on “One budget mind”"


def test_a_position_says_whose_it_is_and_on_what(table) -> None:
    asked = table.do(open_value_round, table.value("Stay in the room")).id
    table.stand(asked, beech="object")

    assert undone(table) == (
        "Beech's position in round 1 on “Stay in the room”: I object · "
        "“We have a duty to break even.”"
    )


def test_positions_at_once_say_how_many_and_on_what(table) -> None:
    asked = table.do(open_value_round, table.value()).id
    table.do(take_positions, asked, ("alder", "beech"), "agree")

    assert undone(table) == (
        "the positions of 2 organisations in round 1 on “City first”: I support it"
    )


def test_cards_moved_say_how_many_and_where(room) -> None:
    cards = tuple(room.do(capture, f"Idea {n}", "purpose", "why").id for n in range(4))
    theme = room.do(name_theme, "Prevention").id
    room.do(put_on_theme, cards, theme)

    assert undone(room) == "4 cards moved to “Prevention”"


def test_one_card_moved_is_named(room) -> None:
    card = room.do(capture, "Idea", "purpose", "why").id
    theme = room.do(name_theme, "Prevention").id
    room.do(put_on_theme, (card,), theme)

    assert undone(room) == "the card “Idea” moved to “Prevention”"


def test_a_theme_that_went_still_has_its_name(room) -> None:
    card = room.do(capture, "Idea", "purpose", "why").id
    theme = room.do(form_theme, "Prevention", (card,)).id
    room.do(dissolve_theme, theme)

    assert undone(room) == "the theme “Prevention” taken apart"
    assert redone(room) == "the theme “Prevention” taken apart"


def test_a_renamed_theme_says_both_names(room) -> None:
    theme = room.do(name_theme, "Prevention").id
    room.do(name_theme, "Before it hurts", theme)

    assert undone(room) == "the theme “Prevention” renamed to “Before it hurts”"


def test_an_organisation_that_left_is_named(table) -> None:
    table.do(remove_organisation, "elm")

    assert undone(table) == "Elm leaving the workshop"


def test_who_has_left_is_nobody_rather_than_an_id(table) -> None:
    gone = table.do(join_organisation, "Fir").id
    asked = table.do(open_value_round, table.value()).id
    table.stand(asked, **{gone: "agree"})
    event = table.history.entries[-1].event
    # A merge may bring this; the command would refuse it.
    table.happened(OrganisationLeft(gone))

    assert the_change(event, table.workshop).startswith("somebody's position")


def test_a_value_put_right_is_not_the_value_taken_back(table) -> None:
    value = table.value("City first")
    table.do(propose, "City before us", "Words.", value_id=value)

    assert undone(table) == "“City before us” put right"
    assert redone(table) == "“City before us” put right"
    table.undo()
    assert undone(table) == "the value “City first”"


def test_one_behaviour_is_named_and_several_are_not(table) -> None:
    value = table.value("City first")
    table.do(name_behaviours, value, ("Ring first", "Stay calm"), ())
    assert undone(table) == "what we will do and will not under “City first”"
    table.redo()
    table.do(name_behaviours, value, ("Ring first", "Stay calm"), ("Brief against each other",))

    assert undone(table) == "“Brief against each other” under “City first”"


def test_a_value_off_the_table_says_that_it_is_not_any_more(table) -> None:
    value = table.value("City first")
    table.do(park_value, value, "alder-lead", "Who pays?", "2027-01-01")

    assert undone(table) == "“City first” is not parked any more"
    assert redone(table) == "“City first” parked with Alder lead"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda t, v: t.do(clarify, v, "All of us."), "what “City first” means: “All of us.”"),
        (lambda t, v: t.do(amend, v, "New."), "the new wording of “City first”: “New.”"),
        (
            lambda t, v: (t.value("Other"), t.do(move_value, v, 1)),
            "the order in which the values are taken",
        ),
        (
            lambda t, v: t.do(merge_value, v, t.value("Other"), "", ()),
            "“City first” is not merged any more",
        ),
        (
            lambda t, v: (t.round(v), t.do(name_cost, v, "alder", "money", "A post.")),
            "Alder's cost for “City first”: “A post.”",
        ),
        (
            lambda t, v: (t.round(v), t.do(reopen_value, v, "A member asks")),
            "the reopening of “City first”, “A member asks”",
        ),
        (
            lambda t, v: t.do(settle, t.round(v, beech="object"), "beech", "Said so"),
            "Beech's objection being resolved in round 1 on “City first”",
        ),
        (
            lambda t, v: t.do(settle, t.round(v, beech="need_more"), "beech", "Said so"),
            "Beech's question being answered in round 1 on “City first”",
        ),
        (
            lambda t, v: (
                asked := t.do(open_value_round, v).id,
                t.stand(asked, beech="object"),
                t.do(judge_objection, asked, "beech", valid=False, why="No duty"),
            ),
            "the finding that Beech's objection in round 1 on “City first” is none that blocks",
        ),
        (
            lambda t, v: t.do(name_remedy, t.round(v, beech="object"), "beech", "Say when"),
            "what would make it work for Beech, in round 1 on “City first”",
        ),
        (
            lambda t, v: t.do(
                correct_position, t.round(v), "beech", "abstain", "Misheard", "2026-03-18"
            ),
            "the correction of Beech's position in round 1 on “City first” to “I abstain”",
        ),
        (
            lambda t, v: t.do(
                take_late_position, t.round(v, beech="absent"), "beech", "agree", "2026-03-19"
            ),
            "Beech's late position in round 1 on “City first”: I support it",
        ),
    ],
)
def test_a_change_to_a_value_names_it(table, act: Any, said: str) -> None:
    act(table, table.value("City first"))

    assert undone(table) == said


def test_long_titles_are_cut(table) -> None:
    table.round(table.value("We " + "never " * 600 + "stop"))

    assert len(undone(table)) < 80


def test_lines_of_a_paste_become_one_line(room) -> None:
    room.do(park, "First\n\nsecond")

    assert undone(room) == "“First second” put into the car park"


def test_a_feeling_is_told_without_its_words_or_whose_it_is(table) -> None:
    event = FeelingGiven("r", "before", "alder-lead", "furious", 5)

    assert the_change(event, table.workshop) == "a check-in, before the rehearsal"


def test_how_a_member_is_quoted_does_not_say_how(table) -> None:
    table.do(choose_for_member, "alder-lead", "organisation")

    assert undone(table) == "how Alder lead's words are quoted"


def test_a_mandate_says_whose_and_when(table) -> None:
    table.do(join_organisation, "Fir")
    table.join("Gorse", substitute=True, authority=False)
    table.here("alder", "beech", "cedar", "dogwood", "gorse")
    asked = table.round(table.value("City first"))
    table.do(confirm_mandate, asked, "gorse", "2026-03-20")

    assert undone(table) == (
        "Gorse's mandate for round 1 on “City first”, confirmed on 20 March 2026"
    )


def test_a_value_and_its_meaning_are_one_change(table) -> None:
    table.do(propose, "No surprises", "We tell.", meaning="Nobody reads it in the news.")
    (value,) = table.workshop.values.values()
    assert value.meaning == "Nobody reads it in the news."
    table.undo()

    assert not table.workshop.values


def test_putting_a_value_right_leaves_what_it_means(table) -> None:
    made = table.do(propose, "No surprises", "We tell.", meaning="Not in the news.")
    table.do(propose, "No shocks", "We tell.", value_id=made.id)

    assert table.workshop.values[made.id].meaning == "Not in the news."
    assert replay(table.history.entries) == table.workshop


def test_a_word_and_a_next_step_are_named(table) -> None:
    made = table.do(agree_term, "Outcome", "What a person can do afterwards.").id
    assert undone(table) == "the word “Outcome”: “What a person can do afterwards.”"
    table.redo()
    table.do(drop_term, made)
    assert undone(table) == "the word “Outcome” taken off the list"
    step = table.do(name_next_step, "Book the room", "alder").id
    assert undone(table) == "what happens next, “Book the room”"
    table.redo()
    table.do(drop_next_step, step)
    assert undone(table) == "“Book the room” taken off what happens next"
