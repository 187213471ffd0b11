"""The debrief tells a rehearsal to those who were not there, and names nobody."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from pypdfium2 import PdfDocument

from exports.blocks import Block, Document, Heading, KeepTogether, PositionBar, Table, cell_of
from exports.documents.debrief import debrief
from exports.pdf import render_pdf
from exports.pictures import Feelings, Strain
from exports.said import said
from facilitator import rounds
from facilitator.events import Refused
from facilitator.guide.scenario import ScenarioPack
from facilitator.stages import commitments
from facilitator.stages.rehearsal import (
    casting,
    changing,
    clock,
    debriefing,
    deciding,
    feeling,
    injects,
)
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _blocks(document: Document) -> list[Block]:
    inside = (b.blocks if isinstance(b, KeepTogether) else (b,) for b in document.blocks)
    return [block for blocks in inside for block in blocks]


def _words(workshop: Workshop) -> str:
    return "\n".join(said(debrief(workshop, "R", MADE)))


def _row(workshop: Workshop, first: str) -> list[tuple[object, ...]]:
    """The row that begins so, each cell with its notes."""
    return [
        (cell.text, *cell.notes)
        for block in _blocks(debrief(workshop, "R", MADE))
        if isinstance(block, Table)
        for row in block.rows
        if cell_of(row[0]).text == first
        for cell in map(cell_of, row)
    ]


def test_it_says_first_that_a_rehearsal_binds_nobody(rehearsed: Workshop) -> None:
    lines = said(debrief(rehearsed, "R", MADE))
    assert lines[:3] == [
        "Ashby Board",
        "Rehearsal debrief",
        "“The long night” · written on 24 November 2026 · version 0.4 · "
        "a rehearsal: it binds nobody",
    ]
    assert lines[lines.index("Status") + 1] == "A rehearsal: it binds nobody"
    assert lines[lines.index("Reference") + 1] == "ASH-1, rehearsal 1"


def test_it_says_on_which_day_the_story_was_played_and_on_which_it_was_written(
    rehearsed: Workshop, do: Do
) -> None:
    east = datetime.timezone(datetime.timedelta(hours=3))
    late = datetime.datetime(2026, 11, 23, 23, 30, tzinfo=datetime.UTC)
    do(clock.start_clock, "R", late.timestamp())
    lines = said(debrief(rehearsed, "R", MADE.astimezone(east)))
    assert lines[lines.index("Played on") + 1] == "24 November 2026"
    lines = said(debrief(rehearsed, "R", MADE))
    assert lines[lines.index("Played on") + 1] == "23 November 2026"
    assert lines[lines.index("Written on") + 1] == "24 November 2026"
    assert "played on 23 November 2026 · written on 24 November 2026" in lines[2]


def test_one_that_was_never_set_going_says_no_day_of_playing(rehearsed: Workshop) -> None:
    assert "layed on" not in _words(rehearsed)


def test_without_such_a_rehearsal_there_is_none(agreed: Workshop) -> None:
    with pytest.raises(Refused, match="Choose a scenario first"):
        debrief(agreed, "R", MADE)


def test_the_story_is_told_with_what_nobody_could_decide(rehearsed: Workshop) -> None:
    words = _words(rehearsed)
    assert "The ward is full, and the cameras are outside." in words
    assert "It touches on: A death on a ward" in words
    assert "What nobody here could decide for others\nThe trust decides on beds" in words


def test_what_arrived_for_everyone_stands_at_its_minute_with_what_we_did(
    rehearsed: Workshop,
) -> None:
    assert _row(rehearsed, "31") == [
        ("31",),
        ("It is out.", "Screenshot"),
        ("We answered with one voice.",),
    ]


def test_of_news_for_one_part_only_its_number_is_told(rehearsed: Workshop) -> None:
    words = _words(rehearsed)
    assert "News for one part alone arrived once. It is not told here." in words
    assert _row(rehearsed, "21") == []


def test_news_that_has_not_arrived_or_was_skipped_is_not_told(rehearsed: Workshop, do: Do) -> None:
    assert "Too late for us." not in _words(rehearsed)
    do(injects.play_inject, "R", "i3", 95, "skipped")
    assert "Too late for us." not in _words(rehearsed)


def test_news_made_up_for_one_part_is_not_told(rehearsed: Workshop, do: Do) -> None:
    made = do(injects.write_inject, "R", "Only you may know", "Ward sister", "Note", 50).inject
    do(injects.play_inject, "R", made.id, 51)
    words = _words(rehearsed)
    assert "Only you may know" not in words
    assert "News for one part alone arrived twice." in words


def test_a_decision_stands_with_what_was_on_offer_and_why(rehearsed: Workshop) -> None:
    words = _words(rehearsed)
    assert "Do we close it?\nOn offer, beside any other way:\nClose it now: Say why" in words
    assert "Minute 41: “Close it now”\nAgreed, with reservations." in words
    assert "Why: It is safer." in words
    assert "Who speaks?\nNothing was put to the group here." in words


def test_positions_are_counted_and_no_organisation_stands_beside_them(
    rehearsed: Workshop,
) -> None:
    document = debrief(rehearsed, "R", MADE)
    bars = [block for block in document.blocks if isinstance(block, PositionBar)]
    assert [bar.counts for bar in bars] == [(("agree", 2), ("reservation", 1))]
    lines = said(document)
    assert lines[lines.index("Not on a Friday.") + 1] == "A reservation"


def test_who_says_it_in_public_is_an_organisation_or_a_part(rehearsed: Workshop, do: Do) -> None:
    assert "Said in public by: Hospital" in _words(rehearsed)
    do(deciding.name_speaker, "R", "P", "reporter")
    assert "Said in public by: Reporter" in _words(rehearsed)
    do(deciding.name_speaker, "R", "P", "Ilka from next door")
    assert "Said in public by: somebody agreed in the room" in _words(rehearsed)


def test_another_way_than_those_on_offer_is_said_to_be_one(rehearsed: Workshop, do: Do) -> None:
    do(deciding.put_decision, "R", "d1", 44, "Close half of it")
    words = _words(rehearsed)
    assert "Minute 44: “Close half of it” Another way than those on offer." in words
    assert "Nobody was asked where they stand." in words


def test_a_round_that_is_open_tells_a_show_of_hands_and_no_positions(
    rehearsed: Workshop, do: Do
) -> None:
    from facilitator.hands import show_hands

    put = do(deciding.put_decision, "R", "d2", 61, "The chair speaks").id
    opened = do(deciding.open_decision_round, "R", put).id
    do(rounds.take_position, opened, "Voice", "object", "Still secret", category="harm")
    assert "Still secret" not in _words(rehearsed)
    do(show_hands, opened, {"agree": 2, "object": 1})
    assert "By a show of hands: 2 support it, 1 objects." in _words(rehearsed)


def test_feelings_are_told_together_before_and_afterwards(rehearsed: Workshop) -> None:
    (figure,) = (b for b in _blocks(debrief(rehearsed, "R", MADE)) if isinstance(b, Feelings))
    before, after = figure.times
    assert (before.count, before.mean, before.words) == (6, 20 / 6, (("calm", 3),))
    assert (after.count, after.mean, after.words) == (1, None, ())
    assert figure.alt in _words(rehearsed)


def test_strain_stands_by_value_and_minute(rehearsed: Workshop) -> None:
    (figure,) = (b for b in _blocks(debrief(rehearsed, "R", MADE)) if isinstance(b, Strain))
    (line,) = figure.lines
    assert (line.title, line.marks, line.verdict) == (
        "Candour",
        ((33, "bent"), (35, "broke")),
        "Broke",
    )
    assert _row(rehearsed, "Candour")[:4] == [
        ("Candour",),
        ("Broke",),
        ("bent 33; broke 35",),
        ("When the phone rang",),
    ]


def test_verdicts_without_a_minute_are_a_table_and_no_chart(rehearsed: Workshop, do: Do) -> None:
    from facilitator.stages.rehearsal.observing import drop_mark

    do(drop_mark, "R", next(iter(rehearsed.rehearsals["R"].marks)))
    do(debriefing.judge_strain, "R", "v1", "held", "All along")
    blocks = _blocks(debrief(rehearsed, "R", MADE))
    assert not any(isinstance(block, Strain) for block in blocks)
    assert _row(rehearsed, "Candour")[:3] == [("Candour",), ("Held",), ("All along",)]


def test_answers_stand_by_phase_and_question(rehearsed: Workshop, do: Do) -> None:
    do(debriefing.answer_debrief, "R", "A question of our own", "Yes.")
    words = _words(rehearsed)
    assert "Feel\nWhat did you hide?\nThat I was glad." in words
    assert "Also said\nA question of our own\nYes." in words


def test_a_lesson_is_taken_up_by_an_organisation_and_by_no_person(
    rehearsed: Workshop, do: Do
) -> None:
    do(debriefing.learn_lesson, "R", "Sleep on it", "Ilka from next door", "l2")
    assert _row(rehearsed, "Ring round first") == [("Ring round first",), ("Voice",)]
    assert _row(rehearsed, "Sleep on it") == [("Sleep on it",), ("Named in the workshop",)]


def test_a_line_that_we_will_not_do_does_not_read_as_its_opposite(
    rehearsed: Workshop, do: Do
) -> None:
    do(changing.propose_change, "R", "v1", "let the paper ring first", how="will_not")
    assert "We will not: let the paper ring first" in _words(rehearsed)


def test_a_change_says_whose_it_is_by_when_and_what_accepting_it_opened(
    rehearsed: Workshop, do: Do
) -> None:
    change = ("We will: ring round first", "With Voice, by 1 Mar 2027")
    assert _row(rehearsed, "Candour")[4:] == [("Candour",), change, ("Proposed",)]
    do(changing.accept_change, "R", "c1")
    opened = ("Accepted", "Added to “we will”: version 2")
    assert _row(rehearsed, "Candour")[4:] == [("Candour",), change, opened]


@pytest.mark.parametrize(
    ("target", "how", "opened"),
    [
        ("v1", "wording", "Other words for “Candour” were put to a round"),
        ("purpose", "statement", "Draft v2 of the purpose"),
        ("commitments", "commitment", "The commitment is still to be written"),
    ],
)
def test_what_was_opened_is_named(
    rehearsed: Workshop, do: Do, target: str, how: str, opened: str
) -> None:
    do(changing.propose_change, "R", target, "Something else", change_id="c2", how=how)
    do(changing.accept_change, "R", "c2")
    assert f"Accepted\n{opened}" in _words(rehearsed)


def test_a_commitment_that_was_written_is_no_longer_to_be_written(
    rehearsed: Workshop, do: Do
) -> None:
    do(changing.propose_change, "R", "commitments", "A trigger", change_id="c2")
    do(changing.accept_change, "R", "c2")
    do(commitments.commit, "A trigger", "Council", "mCouncil", "2027-03-01", "posts", change="c2")
    assert "Accepted\nWritten as a commitment" in _words(rehearsed)


def test_why_nothing_changes_is_told(rehearsed: Workshop, do: Do, pack: ScenarioPack) -> None:
    do(changing.change_nothing, "R", "The rest holds")
    assert "Why nothing else on paper changes: The rest holds" in _words(rehearsed)
    do(casting.choose_scenario, pack, rehearsal_id="S")
    do(changing.change_nothing, "S", "All of it holds")
    words = "\n".join(said(debrief(rehearsed, "S", MADE)))
    assert "Nothing changes: All of it holds" in words


def test_what_is_still_open_is_said_first(agreed: Workshop, do: Do, pack: ScenarioPack) -> None:
    do(casting.choose_scenario, pack, rehearsal_id="R")
    assert "Still open. No change is proposed yet." in _words(agreed)


def test_a_rehearsal_that_is_done_has_nothing_open(rehearsed: Workshop) -> None:
    assert "Still open" not in _words(rehearsed)


def test_a_rehearsal_in_which_nothing_was_played_says_so(
    agreed: Workshop, do: Do, pack: ScenarioPack
) -> None:
    do(casting.choose_scenario, pack, rehearsal_id="R")
    words = _words(agreed)
    for sentence in (
        "Nothing had arrived when this was written.",
        "Nobody checked in.",
        "No value was seen under strain.",
        "No change has been proposed.",
    ):
        assert sentence in words


def test_an_empty_scenario_is_a_document(workshop: Workshop, do: Do, pack: ScenarioPack) -> None:
    nothing = {"facts": (), "stakes": (), "accountability_limits": (), "decision_points": ()}
    bare = msgspec.structs.replace(pack, content_note="None", debrief=(), **nothing)
    do(casting.choose_scenario, bare, rehearsal_id="R")
    words = _words(workshop)
    assert "It touches on" not in words
    assert "What we decided" not in words
    assert len(PdfDocument(render_pdf(debrief(workshop, "R", MADE)))) == 2


def test_headings_skip_no_level(rehearsed: Workshop) -> None:
    level = 1
    for block in _blocks(debrief(rehearsed, "R", MADE)):
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level


def test_everything_said_is_in_the_file_in_reading_order(
    rehearsed: Workshop, reading: Callable[[bytes], Any]
) -> None:
    document = debrief(rehearsed, "R", MADE)
    text = reading(render_pdf(document)).text
    at = 0
    for words in said(document):
        at = text.index(" ".join(words.split()), at)


def test_the_foot_names_group_document_scenario_and_version(rehearsed: Workshop) -> None:
    footer = debrief(rehearsed, "R", MADE).footer
    assert footer == "Ashby Board · Rehearsal debrief · The long night · v0.4"


def test_too_few_check_ins_tell_no_mean(rehearsed: Workshop, do: Do) -> None:
    do(feeling.give_slip, "R", "after", "raw", 2)
    words = _words(rehearsed)
    assert "2 check-ins\nToo few to tell more" in words
    assert "raw" not in words
