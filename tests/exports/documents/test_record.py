"""The session record says everything in the order in which it happened, and nothing private."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from exports.blocks import Block, Document, Heading, KeepTogether, Table, cell_of, plain
from exports.documents.record import deeper, record
from exports.documents.shelf import paper
from exports.pdf import render_pdf
from exports.pictures import Spread, Timing
from exports.said import said
from facilitator import (
    afterwards,
    answering,
    attendance,
    attribution,
    board,
    car_park,
    hands,
    next_steps,
    only_we,
    progress,
    rounds,
    trio,
)
from facilitator.board import CardsImported
from facilitator.events import Entry, Event, Unknown
from facilitator.history import EntryClock, History
from facilitator.stages import agreement, commitments, gather, understanding, values
from facilitator.stages.rehearsal import casting, changing, clock
from facilitator.stages.rehearsal.observing import ValueMarked
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _flat(blocks: Iterable[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += _flat(block.blocks) if isinstance(block, KeepTogether) else [block]
    return found


def _lines(workshop: Workshop, history: History | None = None) -> list[str]:
    return said(record(workshop, MADE, history))


def _words(workshop: Workshop, history: History | None = None) -> str:
    return "\n".join(_lines(workshop, history))


def _table(document: Document, first: str) -> list[tuple[str, ...]]:
    """The rows of the table whose first column is called so, each cell with its notes."""
    return [
        tuple("|".join([plain(c.text), *map(plain, c.notes)]) for c in map(cell_of, row))
        for block in _flat(document.blocks)
        if isinstance(block, Table) and block.columns[0].title == first
        for row in block.rows
    ]


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
    for block in _flat(record(rehearsed, MADE).blocks):
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level


def test_who_came_and_went_stands_by_the_minute(agreed: Workshop, do: Do) -> None:
    do(attendance.leave, "mVoice", "2026-11-23T09:40")
    do(attendance.arrive, "mVoice", "2026-11-23T10:15")
    assert ("Head of Voice|Voice", "09:00 to 09:40\n10:15 to the end") in _table(
        record(agreed, MADE), "Who"
    )


def test_who_sent_apologies_and_for_whom_nobody_came_stands_beside_the_sitting(
    agreed: Workshop, do: Do
) -> None:
    do(attendance.hold_sitting, "s", "Second", "2026-11-30", "09:00", "12:00", "Town Hall")
    do(attendance.arrive, "mCouncil", "2026-11-30T09:00")
    do(attendance.send_apologies, "2026-11-30", "The head of Voice")
    assert _table(record(agreed, MADE), "Sitting")[1] == (
        "Second",
        "30 November 2026, 09:00 to 12:00|Town Hall",
        "Apologies: The head of Voice|Nobody came for Hospital and Voice",
    )


def test_of_more_sittings_than_fit_side_by_side_none_is_lost(agreed: Workshop, do: Do) -> None:
    for day in range(24, 30):
        do(attendance.arrive, "mVoice", f"2026-11-{day}T09:{day}")
    words = _words(agreed)
    assert all(f"09:{day} to the end" in words for day in range(24, 30))


def test_every_contribution_stands_word_for_word_under_its_question_and_theme(
    agreed: Workshop,
) -> None:
    lines = _lines(agreed)
    start = lines.index("What was said")
    assert lines[start + 1] == "What does Ashby need that only we have the power to do?"
    assert lines[start + 3] == "One purse"
    assert _table(record(agreed, MADE), "No.") == [
        ("1", "A secret kept by nobody", "Unattributed"),
        ("2", "Share the numbers", "Head of Voice"),
    ]


def test_what_is_in_no_theme_stands_after_the_themes(agreed: Workshop, do: Do) -> None:
    do(board.capture, "Loose words", "purpose", "only-us")
    lines = _lines(agreed)
    assert lines.index("In no theme") > lines.index("Share the numbers")


@pytest.mark.parametrize("choice", ["organisation", "unattributed"])
def test_who_is_quoted_otherwise_is_not_named(agreed: Workshop, do: Do, choice: str) -> None:
    do(attribution.choose_for_member, "mVoice", choice)
    rows = _table(record(agreed, MADE), "No.")
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
    assert _table(record(agreed, MADE), "Theme") == [
        ("One purse", "No", "Yes|5 yes, 2 no, 1 unsure", "Yes|2 yes, 1 no|Voice no", _KEPT)
    ]


_KEPT = "Kept: only we can do it"


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
        return [b for b in _flat(record(agreed, MADE).blocks) if isinstance(b, Spread)]

    assert figures() == []
    _second_round(do)
    (figure,) = figures()
    assert [(row.title, row.result) for row in figure.rows] == [
        ("Round 1", "Not agreed"),
        ("Round 2", "Agreed"),
    ]
    assert _table(record(agreed, MADE), "Round")[0] == (
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
        (b.level, b.text) for b in _flat(record(rehearsed, MADE).blocks) if isinstance(b, Heading)
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
    (row,) = _table(record(agreed, MADE), "We will")
    assert row[-1] == "doors open|10 Jan 2027: on track, 2 doors|10 Feb 2027: late"


def test_money_stands_with_who_puts_it_in(agreed: Workshop, do: Do) -> None:
    do(commitments.name_budget, "Doors", "pooled", {"Council": 5000, "Voice": 250}, "Council")
    assert _table(record(agreed, MADE), "Joint line") == [
        ("Doors|Hosted by Council", "Pooled", "Council £5,000\nVoice £250", "£5,250")
    ]


def test_what_was_put_aside_stands_with_what_became_of_it(agreed: Workshop, do: Do) -> None:
    kept = do(car_park.park, "Parking", "mVoice", "The council", "2026-12-01").id
    do(car_park.park, "Buses")
    do(car_park.take_up, kept, "Answered in the room")
    assert _table(record(agreed, MADE), "Put aside") == [
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
    ((thing, _, _),) = _table(record(agreed, MADE), "Put aside")
    assert thing == (f"Parking|Put there by {shown}" if shown else "Parking")


def test_whoever_puts_a_card_aside_is_quoted_no_closer_than_the_card(
    agreed: Workshop, do: Do
) -> None:
    card = next(c.id for c in agreed.contributions.values() if c.member)
    do(car_park.park, "", "mVoice", contribution=card)
    assert "Put there by Head of Voice" in _words(agreed)
    do(attribution.attribute_card, card, "organisation")
    assert "Put there by" not in _words(agreed)


def test_what_a_newer_app_kept_is_counted(agreed: Workshop) -> None:
    Unknown("visit.made", b"{}").apply(agreed)
    assert any(line.startswith("One thing was kept by a newer version") for line in _lines(agreed))


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
    (figure,) = (b for b in _flat(record(agreed, MADE).blocks) if isinstance(b, Timing))
    assert [(r.planned, r.actual) for r in figure.rows[:4]] == [(5, 8), (8, 12), (8, 5), (4, None)]
    assert _table(record(agreed, MADE), "Step")[0] == ("Open", "5", "8", "3 over")


def test_a_clock_left_running_overnight_is_not_time_that_it_took(agreed: Workshop, do: Do) -> None:
    agreed.about = msgspec.structs.replace(agreed.about, stages=("purpose",))
    do(progress.enter_step, "purpose", "welcome", MADE.timestamp() - 15 * 3600)
    (figure,) = (b for b in _flat(record(agreed, MADE).blocks) if isinstance(b, Timing))
    assert figure.rows[0].actual == 0


def test_without_its_history_the_story_tells_what_has_a_minute(rehearsed: Workshop, do: Do) -> None:
    do(
        clock.start_clock,
        "R",
        datetime.datetime(2026, 11, 23, 10, 30, tzinfo=datetime.UTC).timestamp(),
    )
    lines = _lines(rehearsed)
    story = lines[lines.index("In the order in which it happened") :]
    order = [
        "23 November 2026",
        "09:00",
        "Head of Council, Head of Hospital and Head of Voice came.",
    ]
    order += ["10:00", "The purpose v1", "Round 1 was locked.", "Candour", "10:30"]
    order += ["The long night", "The rehearsal was set going."]
    at = 0
    for words in order:
        at = story.index(words, at)


def test_what_is_known_by_its_day_comes_after_what_has_a_minute(agreed: Workshop, do: Do) -> None:
    last = agreed.rounds_of["v1"][-1]
    do(afterwards.correct_position, last, "Voice", "abstain", "Misheard", "2026-11-23")
    lines = _lines(agreed)
    story = lines[lines.index("In the order in which it happened") :]
    assert story.index("Misheard") > max(at for at, line in enumerate(story) if line == "10:00")


def test_many_who_come_at_once_are_counted_in_the_story(agreed: Workshop, do: Do) -> None:
    do(gather.join_member, "Voice", "Fourth", member_id="m4")
    do(attendance.arrive, "m4", "2026-11-23T09:00")
    assert "4 people came." in _lines(agreed)


def _history(*events: Event) -> History:
    ids = EntryClock(lambda: 1_795_000_000_000)
    at = "2026-11-23T09:{:02}:00+00:00"
    return History(
        Entry(ids.tick(), "w", seq, at.format(seq), "Facilitator", event)
        for seq, event in enumerate(events, 1)
    )


def _told(*more: Event) -> History:
    empty = Workshop()
    joined = gather.join_organisation(empty, "Alder", organisation_id="A")
    joined.apply(empty)
    proposed = values.propose(empty, "Candour", "We say it.", "A", value_id="v1")
    return _history(joined, proposed, *more)


def test_with_its_history_the_story_tells_what_happened_to_each_value() -> None:
    history = _told()
    lines = _lines(history.workshop, history)
    start = lines.index("In the order in which it happened")
    assert lines[start + 1 :] == [
        *("23 November 2026", "Time", "About", "What happened"),
        *("09:02", "Candour", "Alder proposed it", "The wording: We say it."),
    ]


def test_the_story_leaves_out_what_was_noted_beside_a_mark() -> None:
    history = _told(ValueMarked("R", "k", "v1", 3, "bent", "bit her lip"))
    words = _words(history.workshop, history)
    assert "Alder proposed it" in words
    assert "bit her lip" not in words


def test_in_the_story_a_change_is_an_organisation_s_and_nobody_s(pack) -> None:
    empty = Workshop()
    events: list[Event] = []

    def do(command: Callable[..., Event], *args: Any, **kwargs: Any) -> None:
        events.append(command(empty, *args, **kwargs))
        events[-1].apply(empty)

    do(gather.join_organisation, "Alder", organisation_id="A")
    do(gather.join_member, "A", "Head of Alder", "Ilka Hill", member_id="m")
    do(values.propose, "Candour", "We say it.", "A", value_id="v1")
    do(casting.choose_scenario, pack, rehearsal_id="R")
    do(changing.propose_change, "R", "v1", "ring first", "m", "2027-03-01", "c1", how="will")
    history = _history(*events)
    lines = _lines(history.workshop, history)
    assert "Alder is to bring a change to it, after the rehearsal" in lines
    assert "Ilka" not in "\n".join(lines[lines.index("In the order in which it happened") :])


def test_the_shelf_gives_the_record_its_history() -> None:
    history = _told()
    words = "\n".join(said(paper(history.workshop, "record", history).make(MADE)))
    assert "Alder proposed it" in words


def test_a_record_of_public_comments_names_nobody_and_loses_none(workshop: Workshop) -> None:
    texts = tuple((f"c{n}", f"Comment {n}.") for n in range(3000))
    CardsImported("purpose", "only-us", "comments.csv", texts).apply(workshop)
    lines = said(record(workshop, MADE))
    assert [line for line in lines if line.startswith("Comment")] == [t for _, t in texts]
    assert "3,000 contributions, word for word." in lines


def test_the_same_workshop_gives_the_same_bytes(rehearsed: Workshop) -> None:
    assert render_pdf(record(rehearsed, MADE)) == render_pdf(record(rehearsed, MADE))
