import pytest

from facilitator.stages import agreement, values
from facilitator.stages.commitments import commit

REPLY = "Write to answers@ashby.example."
HARD = (
    "Notwithstanding considerable organisational interdependencies, responsibility for "
    "commissioning accountability necessitates transformational governance across every partner."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was felt that homes come first.", "It was felt that"),
        ("It was generally agreed that we share.", "It was generally agreed that"),
        ("Members felt that this matters.", "Members felt that"),
        ("There was a general consensus about doors.", "There was a general consensus"),
    ],
)
def test_a_feeling_is_no_decision(sound, do, say, words, found) -> None:
    do(commit, words, "Council", "mCouncil", "2027-03-01", "doors open")
    (remark,) = say()
    assert (remark.what, remark.weight) == (f"“{found}” says not who", "send_back")
    assert (remark.place.stage, remark.place.step) == ("commitments", "make-it-hold")


@pytest.mark.parametrize(
    "words", ["We resolved to open a door", "Resolved by all of us", "The board has resolved it"]
)
def test_a_workshop_resolves_nothing(behave, heads, words) -> None:
    behave(words)
    (told,) = heads()
    assert told.startswith("send_back: ")
    assert told.endswith("before a meeting has resolved it")


def test_what_a_meeting_resolved_may_be_called_so(behave, do, heads) -> None:
    behave("We resolved to open a door")
    do(agreement.ratify, "Full board", "2026-11-24", "12")
    assert heads() == []


def test_to_resolve_a_quarrel_is_another_matter(sound, do, heads) -> None:
    do(
        commit,
        "Resolve complaints in ten days",
        "Council",
        "mCouncil",
        "2027-03-01",
        "all resolved",
    )
    assert heads() == []


def test_words_that_are_quoted_in_a_reservation_are_left_alone(sound, do, ask, heads) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    ask("v2", "Fast.", Voice=("reservation", "It was felt that we resolved too much."))
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    assert heads() == []


def test_a_statement_that_is_hard_to_read_is_told_with_its_age(sound, do, heads, say) -> None:
    do(agreement.write_statement, f"{HARD} {HARD} {HARD}", REPLY)
    told = heads("statement")
    assert told == ["look: It reads as learned papers do", "look: A hard sentence"]
    hard = say("statement")[1]
    assert "14 words; long: Notwithstanding, considerable" in hard.more


def test_a_statement_in_short_words_is_nothing_to_say(sound, do, heads) -> None:
    do(agreement.write_statement, "We share one purse. We open one door. " * 4, REPLY)
    assert heads("statement") == []


def test_an_age_within_school_is_told_in_years(sound, do, say) -> None:
    words = "Every member organisation will publish its reasons for a decision within ten days. "
    do(agreement.write_statement, words * 3, REPLY)
    assert say("statement")[0].what in ("It reads at age 15", "It reads at age 16")


def test_how_to_answer_is_asked_for(sound, do, heads) -> None:
    do(agreement.write_statement, "We share one purse. We open one door.")
    assert heads("statement") == ["look: How to answer is not said"]
