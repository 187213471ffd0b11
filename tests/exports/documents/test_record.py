"""The session record says everything in the order in which it happened, and nothing private."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec

from exports.blocks import Heading, KeepTogether
from exports.documents.record import deeper, record
from exports.pdf import render_pdf
from exports.pictures import Spread, Timing
from exports.said import said
from facilitator import (
    afterwards,
    answering,
    attendance,
    hands,
    next_steps,
    progress,
    rounds,
    trio,
)
from facilitator.board import CardsImported, ContributionCaptured
from facilitator.events import Entry, Redacted, Unknown
from facilitator.history import EntryClock, History
from facilitator.stages import agreement, commitments, gather, understanding, values
from facilitator.stages.rehearsal import casting
from facilitator.workshop import Workshop
from tests.exports.documents.laid_out import flat, rows_under

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _lines(workshop: Workshop, history: History | None = None) -> list[str]:
    return said(record(workshop, MADE, history))


def _words(workshop: Workshop, history: History | None = None) -> str:
    return "\n".join(_lines(workshop, history))


def test_it_opens_with_whose_it_is_and_what_it_is(agreed: Workshop) -> None:
    lines = _lines(agreed)
    assert lines[:3] == [
        "Ashby Board",
        "Session record",
        "Shared values · Ashby · written on 24 November 2026",
    ]
    assert lines[lines.index("Reference") + 1] == "ASH-1, session record"
    assert lines[lines.index("Held on") + 1] == "23 November 2026"


def test_an_empty_workshop_has_a_record_that_can_be_printed(workshop: Workshop, reading) -> None:
    assert "Session record" in reading(render_pdf(record(workshop, MADE))).text


def test_its_headings_skip_no_level(rehearsed: Workshop) -> None:
    level = 1
    for block in flat(record(rehearsed, MADE).blocks):
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level


def test_who_came_and_went_stands_by_the_minute(agreed: Workshop, do: Do) -> None:
    do(attendance.leave, "mVoice", "2026-11-23T09:40")
    do(attendance.arrive, "mVoice", "2026-11-23T10:15")
    assert ("Head of Voice|Voice", "09:00 to 09:40\n10:15 to the end") in rows_under(
        record(agreed, MADE), "Who"
    )


def test_who_sent_apologies_and_for_whom_nobody_came_stands_beside_the_sitting(
    agreed: Workshop, do: Do
) -> None:
    do(attendance.hold_sitting, "s", "Second", "2026-11-30", "09:00", "12:00", "Town Hall")
    do(attendance.arrive, "mCouncil", "2026-11-30T09:00")
    do(attendance.send_apologies, "2026-11-30", "The head of Voice")
    assert rows_under(record(agreed, MADE), "Sitting")[1] == (
        "Second",
        "30 November 2026, 09:00 to 12:00|Town Hall",
        "Apologies: The head of Voice|Nobody came for Hospital and Voice",
    )


def test_of_more_sittings_than_fit_side_by_side_none_is_lost(agreed: Workshop, do: Do) -> None:
    for day in range(24, 30):
        do(attendance.arrive, "mVoice", f"2026-11-{day}T09:{day}")
    words = _words(agreed)
    assert all(f"09:{day} to the end" in words for day in range(24, 30))


def test_every_draft_stands_with_what_came_of_it(agreed: Workshop) -> None:
    lines = _lines(agreed)
    start = lines.index("Draft v1")
    assert lines[start + 1 : start + 3] == ["We move money together.", "Adopted."]
    words = "\n".join(lines[start:])
    assert "Would another board sign it? No." in words
    assert "If we mean this, we would have to stop:\nThe monthly report" in words


def test_every_round_stands_with_each_organisation_and_its_own_words(agreed: Workshop) -> None:
    lines = _lines(agreed)
    start = lines.index("Candour")
    words = "\n".join(lines[start:])
    assert "Round 1, 23 November 2026 at 10:00" in words
    assert "Supports it\nCouncil and Voice" in words
    assert "With a reservation\nHospital: “Only for our own figures.”" in words


def test_a_value_of_one_round_is_no_picture_and_one_of_two_is(agreed: Workshop, do: Do) -> None:
    def figures() -> list[Spread]:
        return [b for b in flat(record(agreed, MADE).blocks) if isinstance(b, Spread)]

    assert figures() == []
    _second_round(do)
    (figure,) = figures()
    assert [(row.title, row.result) for row in figure.rows] == [
        ("Round 1", "Not agreed"),
        ("Round 2", "Agreed"),
    ]
    assert rows_under(record(agreed, MADE), "Round")[0] == (
        "Round 1",
        "2 support it",
        "1 objects",
        _NOT,
    )


_NOT = "Not agreed"


def _second_round(do: Do) -> None:
    """A third value: an objection, a trio, an amendment, and a round that agrees."""
    do(values.propose, "Pace", "We go fast.", "Council", value_id="v3")
    first = do(rounds.open_round, "v3", "We go fast.").id
    for name, code in (("Council", "agree"), ("Hospital", "agree"), ("Voice", "object")):
        words = ("Too fast for us.", "harm") if code == "object" else ("", "")
        do(rounds.take_position, first, name, code, words[0], category=words[1])
    do(answering.name_remedy, first, "Voice", "a week’s notice")
    do(rounds.lock_round, first, "2026-11-23T11:00")
    went = do(trio.begin_trio, "v3", "Voice", "Council", "Hospital", 1_795_000_000.0).id
    do(trio.report_trio, went, "Fast, with notice.")
    do(values.amend, "v3", "We go fast, with notice.", "Council", "It was asked for")
    second = do(rounds.open_round, "v3", "We go fast, with notice.").id
    do(hands.show_hands, second, {"agree": 3})
    for name in ("Council", "Hospital", "Voice"):
        do(rounds.take_position, second, name, "agree")
    do(rounds.lock_round, second, "2026-11-23T11:30")


def test_between_two_rounds_stand_the_trio_and_the_new_words(agreed: Workshop, do: Do) -> None:
    _second_round(do)
    lines = _lines(agreed)
    kept = lines[lines.index("Pace") :]
    order = [
        "Round 1, 23 November 2026 at 11:00",
        "Voice: “Too fast for us.”",
        "Of the kind: harm",
        "It would work with: a week’s notice",
        "Fast, with notice.",
        "Voice, Council and Hospital went off to find a change that would work, and came back "
        "with this",
        "Reworded by Council after round 1: It was asked for",
        "Round 2, 23 November 2026 at 11:30",
        "By a show of hands: 3 support it.",
    ]
    at = 0
    for words in order:
        at = kept.index(words, at)


def test_words_that_were_just_told_are_not_told_again_with_the_next_round(
    agreed: Workshop, do: Do
) -> None:
    _second_round(do)
    # Under the title, and where it was reworded.
    assert _lines(agreed).count("We go fast, with notice.") == 2
    assert _lines(agreed).count("We go fast.") == 1


def test_what_was_corrected_or_came_late_stands_beside_the_round(agreed: Workshop, do: Do) -> None:
    last = agreed.rounds_of["v1"][-1]
    do(
        afterwards.correct_position,
        last,
        "Voice",
        "stand_aside",
        "Misheard",
        "2026-11-24",
        "No part",
    )
    words = _words(agreed)
    assert "Corrected on 24 November 2026, after round 1 was locked: Voice" in words
    assert "Reason: Misheard" in words


def test_an_open_round_tells_no_position(agreed: Workshop, do: Do) -> None:
    do(values.propose, "Pace", "We go fast.", value_id="v3")
    opened = do(rounds.open_round, "v3", "We go fast.").id
    do(rounds.take_position, opened, "Voice", "object", "Still secret", category="harm")
    words = _words(agreed)
    assert "Still secret" not in words
    assert "Positions were still being taken when this was written." in words


def test_a_rehearsal_that_was_only_chosen_is_not_told(agreed: Workshop, do: Do, pack) -> None:
    do(casting.choose_scenario, pack, rehearsal_id="R")
    assert "The long night" not in _words(agreed)


def test_a_rehearsal_stands_under_one_heading(rehearsed: Workshop) -> None:
    headings = [
        (b.level, b.text) for b in flat(record(rehearsed, MADE).blocks) if isinstance(b, Heading)
    ]
    at = headings.index((2, "Rehearsal: The long night"))
    assert (3, "What arrived") in headings[at:]
    assert (2, "What arrived") not in headings


def test_deeper_goes_into_what_stands_together() -> None:
    (kept,) = deeper([KeepTogether((Heading("A"), Heading("B", level=3)))])
    assert kept == KeepTogether((Heading("A", level=3), Heading("B", level=4)))


def test_every_report_on_a_commitment_stands(agreed: Workshop, do: Do) -> None:
    (promise,) = agreed.commitments
    do(commitments.report, promise, "2027-01-10", "on_track", "2 doors")
    do(commitments.report, promise, "2027-02-10", "late")
    (row,) = rows_under(record(agreed, MADE), "We will")
    assert row[-1] == "doors open|10 Jan 2027: on track, 2 doors|10 Feb 2027: late"


def test_money_stands_with_who_puts_it_in(agreed: Workshop, do: Do) -> None:
    do(commitments.name_budget, "Doors", "pooled", {"Council": 5000, "Voice": 250}, "Council")
    assert rows_under(record(agreed, MADE), "Joint line") == [
        ("Doors|Hosted by Council", "Pooled", "Council £5,000\nVoice £250", "£5,250")
    ]


def test_what_a_newer_app_kept_is_counted(agreed: Workshop) -> None:
    Unknown("visit.made", b"{}").apply(agreed)
    assert any(line.startswith("One thing was kept by a newer version") for line in _lines(agreed))


def test_that_words_were_taken_out_stands_with_when_and_by_whom_and_not_what() -> None:
    clock = EntryClock(lambda: 1_774_000_000_000)
    card = Entry(
        clock.tick(), "w", 1, "2026-03-18T14:29:00", "Facilitator", _captured("[taken out]")
    )
    gone = Redacted(((card.id, ("/text",)), ("another", ("/text", "/why"))))
    history = History(
        [card, Entry(clock.tick(), "w", 2, "2026-03-18T14:30:00", "Facilitator", gone)]
    )

    assert (
        "Words were taken out for good: in 3 places on 18 March 2026 at 14:30, by the facilitator. "
        "What they were is kept nowhere."
    ) in _lines(history.workshop, history)
    assert "Words were taken out for good: in 3 places." in _words(history.workshop)
    assert "taken out for good" not in _words(Workshop())


def _captured(text: str) -> ContributionCaptured:
    return ContributionCaptured("card", "purpose", "only-us", text)


def test_words_next_steps_assents_and_the_meeting_stand(agreed: Workshop, do: Do) -> None:
    do(understanding.agree_term, "People", "our word")
    do(next_steps.name_next_step, "Print it", "Council")
    do(agreement.assent, "Voice", "mVoice", "Not the money")
    do(agreement.ratify, "The board", "2027-02-01", "12")
    do(gather.answer_missing, "The young")
    words = _words(agreed)
    assert "People\nour word" in words
    assert "Print it\nCouncil" in words
    assert "Voice\n0.4\nHead of Voice\n“Not the money”" in words
    assert "Resolved by The board on 1 February 2027, minute 12." in words
    assert "Who is missing\nThe young" in words


def _walk(do: Do) -> None:
    for minute, step in ((0, "welcome"), (8, "why-bother"), (20, "only-us")):
        do(progress.enter_step, "purpose", step, 1_000_000.0 + minute * 60)
    do(progress.pause_timer, 1_000_000.0 + 25 * 60)


def test_each_step_stands_as_planned_and_as_it_took(agreed: Workshop, do: Do) -> None:
    about = agreed.about
    agreed.about = msgspec.structs.replace(about, stages=("gather", "purpose"))
    _walk(do)
    (figure,) = (b for b in flat(record(agreed, MADE).blocks) if isinstance(b, Timing))
    assert [(r.planned, r.actual) for r in figure.rows[:4]] == [(5, 8), (8, 12), (8, 5), (4, None)]
    assert rows_under(record(agreed, MADE), "Step")[0] == ("Open", "5", "8", "3 over")


def test_a_clock_left_running_overnight_is_not_time_that_it_took(agreed: Workshop, do: Do) -> None:
    agreed.about = msgspec.structs.replace(agreed.about, stages=("purpose",))
    do(progress.enter_step, "purpose", "welcome", MADE.timestamp() - 15 * 3600)
    (figure,) = (b for b in flat(record(agreed, MADE).blocks) if isinstance(b, Timing))
    assert figure.rows[0].actual == 0


def test_a_record_of_public_comments_names_nobody_and_loses_none(workshop: Workshop) -> None:
    texts = tuple((f"c{n}", f"Comment {n}.") for n in range(3000))
    CardsImported("purpose", "only-us", "comments.csv", texts).apply(workshop)
    lines = said(record(workshop, MADE))
    assert [line for line in lines if line.startswith("Comment")] == [t for _, t in texts]
    assert "3,000 contributions, word for word." in lines


def test_the_same_workshop_gives_the_same_bytes(rehearsed: Workshop) -> None:
    assert render_pdf(record(rehearsed, MADE)) == render_pdf(record(rehearsed, MADE))
