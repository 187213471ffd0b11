"""The board in the record: each card as it was chosen to be quoted, and the car park."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from exports.documents.record import record
from exports.said import said
from facilitator import (
    attribution,
    board,
    car_park,
    only_we,
)
from facilitator.guide import load_guide
from facilitator.history import History
from facilitator.workshop import Workshop
from tests.exports.documents.laid_out import rows_under

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _lines(workshop: Workshop, history: History | None = None) -> list[str]:
    return said(record(workshop, MADE, history))


def _words(workshop: Workshop, history: History | None = None) -> str:
    return "\n".join(_lines(workshop, history))


_KEPT = "Kept: only we can do it"


def test_every_contribution_stands_word_for_word_under_its_question_and_theme(
    agreed: Workshop,
) -> None:
    lines = _lines(agreed)
    start = lines.index("What was said")
    assert lines[start + 1] == "What does Ashby need that only we have the power to do?"
    assert lines[start + 3] == "One purse"
    assert rows_under(record(agreed, MADE), "No.") == [
        ("1", "A secret kept by nobody", "Unattributed"),
        ("2", "Share the numbers", "Head of Voice"),
    ]


def test_what_was_said_in_a_step_that_asks_nothing_stands_under_the_step(
    agreed: Workshop, do: Do
) -> None:
    do(board.capture, "That is not what we agreed", "values", "rounds")
    do(board.capture, "Of a step that is gone", "values", "no-such-step")
    lines = _lines(agreed)

    step = load_guide().stage("values").step("rounds")
    start = lines.index(f"{load_guide().stage('values').title}: {step.title}")
    assert "That is not what we agreed" in lines[start : start + 8]
    assert "No such step" in lines


def test_what_is_in_no_theme_stands_after_the_themes(agreed: Workshop, do: Do) -> None:
    do(board.capture, "Loose words", "purpose", "only-us")
    lines = _lines(agreed)
    assert lines.index("In no theme") > lines.index("Share the numbers")


@pytest.mark.parametrize("choice", ["organisation", "unattributed"])
def test_who_is_quoted_otherwise_is_not_named(agreed: Workshop, do: Do, choice: str) -> None:
    do(attribution.choose_for_member, "mVoice", choice)
    rows = rows_under(record(agreed, MADE), "No.")
    shown = {"organisation": "Voice", "unattributed": ""}[choice]
    assert [row[2:] for row in rows if row[1] == "Share the numbers"] == (
        [(shown,)] if shown else [()]
    )


def test_a_question_that_no_script_asks_is_named_by_its_own_word(agreed: Workshop, do: Do) -> None:
    do(board.capture, "Words", "purpose", "own-question")
    assert "Own question" in _lines(agreed)


def test_the_only_we_test_stands_with_its_hands_and_who_differed(agreed: Workshop, do: Do) -> None:
    (theme,) = agreed.themes
    do(only_we.answer_only_we, theme, "alone_can", False)
    do(only_we.count_hands, theme, "hold_levers", 5, 2, 1)
    do(only_we.stand_only_we, theme, "would_be_missed", "Council", "yes")
    do(only_we.stand_only_we, theme, "would_be_missed", "Hospital", "yes")
    do(only_we.stand_only_we, theme, "would_be_missed", "Voice", "no")
    assert rows_under(record(agreed, MADE), "Theme") == [
        ("One purse", "No", "Yes|5 yes, 2 no, 1 unsure", "Yes|2 yes, 1 no|Voice no", _KEPT)
    ]


def test_what_was_put_aside_stands_with_what_became_of_it(agreed: Workshop, do: Do) -> None:
    kept = do(car_park.park, "Parking", "mVoice", "The council", "2026-12-01").id
    do(car_park.park, "Buses")
    do(car_park.take_up, kept, "Answered in the room")
    assert rows_under(record(agreed, MADE), "Put aside") == [
        (
            "Parking|Put there by Head of Voice",
            "The council|To be taken up: 1 December 2026",
            "Answered in the room",
        ),
        ("Buses", "Not said", "Still there"),
    ]


def test_where_nobody_is_quoted_who_put_a_thing_aside_is_not_said(agreed: Workshop, do: Do) -> None:
    do(car_park.park, "Parking", "mVoice")
    do(attribution.choose_for_all, "unattributed")
    assert "Put there by" not in _words(agreed)


@pytest.mark.parametrize(("choice", "shown"), [("organisation", "Voice"), ("unattributed", "")])
def test_who_put_a_thing_aside_is_quoted_as_they_chose(
    agreed: Workshop, do: Do, choice: str, shown: str
) -> None:
    do(car_park.park, "Parking", "mVoice")
    do(attribution.choose_for_member, "mVoice", choice)
    ((thing, _, _),) = rows_under(record(agreed, MADE), "Put aside")
    assert thing == (f"Parking|Put there by {shown}" if shown else "Parking")


def test_whoever_puts_a_card_aside_is_quoted_no_closer_than_the_card(
    agreed: Workshop, do: Do
) -> None:
    card = next(c.id for c in agreed.contributions.values() if c.member)
    do(car_park.park, "", "mVoice", contribution=card)
    assert "Put there by Head of Voice" in _words(agreed)
    do(attribution.attribute_card, card, "organisation")
    assert "Put there by" not in _words(agreed)
