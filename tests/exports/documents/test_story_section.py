"""In the order in which it happened: what has a date, and what the history adds to it."""

import datetime
from collections.abc import Callable
from typing import Any

from exports.documents.record import record
from exports.documents.shelf import paper
from exports.said import said
from facilitator import afterwards, attendance, board, progress
from facilitator.afterwards import PositionCameLate
from facilitator.events import Entry, Event, Undone
from facilitator.history import EntryClock, History
from facilitator.rounds import RoundLocked, RoundOpened
from facilitator.stages import commitments, gather, purpose, values
from facilitator.stages.purpose import DraftClosed, PurposeAdopted
from facilitator.stages.rehearsal import casting, changing, clock
from facilitator.stages.rehearsal.observing import ValueMarked
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _lines(workshop: Workshop, history: History | None = None) -> list[str]:
    return said(record(workshop, MADE, history))


def _words(workshop: Workshop, history: History | None = None) -> str:
    return "\n".join(_lines(workshop, history))


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


def test_with_its_history_the_story_tells_steps_and_counts_what_was_captured() -> None:
    empty = Workshop()
    cards = [board.capture(empty, f"Words {n}", "purpose", "only-us") for n in range(3)]
    history = _history(
        progress.enter_step(empty, "purpose", "only-us", 0.0),
        *cards,
        progress.enter_step(empty, "purpose", "themes", 300.0),
        progress.enter_step(empty, "purpose", "of our own", 400.0),
        board.capture(empty, "One more", "purpose", "only-us"),
        purpose.draft(empty, "We move money.", draft_id="d1"),
    )
    lines = _lines(history.workshop, history)
    start = lines.index("In the order in which it happened")
    assert lines[start + 5 :] == [
        *("09:01", "Purpose", "Step: What only we can do"),
        *("09:02", "What was said", "3 contributions were captured from here on."),
        *("09:05", "Purpose", "Step: Find the themes"),
        *("09:07", "What was said", "1 contribution was captured from here on."),
        *("09:08", "The purpose", "Draft v1 of the purpose: “We move money.”"),
    ]


def test_what_came_of_a_draft_is_told_as_a_sentence() -> None:
    drafted = [purpose.draft(Workshop(), f"We move {n}.", draft_id=f"d{n}") for n in (1, 2)]
    history = _history(*drafted, DraftClosed("d1", "rejected"), PurposeAdopted("d2"))
    words = _words(history.workshop, history)
    assert "Draft v1 was put aside" in words
    assert "Draft v1b was adopted as the purpose" in words


def test_a_day_of_which_no_minute_is_known_has_no_column_of_times(agreed: Workshop, do: Do) -> None:
    (promise,) = agreed.commitments
    do(commitments.report, promise, "2027-02-01", "late")
    lines = _lines(agreed)
    start = lines.index("1 February 2027", lines.index("In the order in which it happened"))
    assert lines[start + 1 :] == [
        *("About", "What happened"),
        *("Open one door", "Council reported: late."),
    ]


def test_what_has_no_minute_on_a_day_of_minutes_says_so(agreed: Workshop, do: Do) -> None:
    (promise,) = agreed.commitments
    do(commitments.report, promise, "2026-11-23", "on_track")
    assert _lines(agreed)[-3:] == ["That day", "Open one door", "Council reported: on track."]


def test_a_position_that_came_late_is_told_as_a_sentence() -> None:
    late = PositionCameLate("r", "A", "agree", "2026-11-24")
    opened = RoundOpened("r", "v1", "We say it.")
    history = _told(opened, RoundLocked("r", "2026-11-23T09:04"), late)
    words = _words(history.workshop, history)
    assert "Alder gave its position on round 1 late" in words


def test_what_was_taken_back_is_no_part_of_the_story() -> None:
    empty = Workshop()
    kept = _history(purpose.draft(empty, "We move money.", draft_id="d1"))
    (entry,) = kept.entries
    assert "We move money." in _words(kept.workshop, kept)
    later = EntryClock(lambda: 1_795_000_000_001, entry.id).tick()
    history = History([entry, Entry(later, "w", 2, entry.at, "Facilitator", Undone(entry.id))])
    assert "We move money." not in _words(history.workshop, history)


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
