"""The board agreement says what was agreed, by whom, and what happens next."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from exports.blocks import Document, Heading, KeepTogether, Lead, Quote
from exports.documents.agreement import agreement
from exports.pdf import render_pdf
from exports.said import said
from facilitator.attendance import hold_sitting, send_apologies
from facilitator.attribution import choose_for_step
from facilitator.stages import agreement as stage
from facilitator.stages import values
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def _words(document: Document) -> str:
    return "\n".join(said(document))


def _pdf_words(document: Document) -> str:
    pages = PdfDocument(render_pdf(document))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_an_empty_workshop_is_a_document_that_says_nothing_is_agreed_yet(
    workshop: Workshop,
) -> None:
    words = _pdf_words(agreement(workshop, MADE))
    assert "No purpose has been adopted yet." in words
    assert "Nothing has been agreed yet, so there is nothing to recommend." in words


def test_the_purpose_is_the_lead(agreed: Workshop) -> None:
    leads = [b.text for b in agreement(agreed, MADE).blocks if isinstance(b, Lead)]
    assert leads == ["We move money together."]


def test_a_draft_recommends_and_never_resolves(agreed: Workshop) -> None:
    words = _words(agreement(agreed, MADE))
    assert "It is recommended to the board at its meeting on 1 February 2027:" in words
    assert "Draft for ratification" in words
    assert "Resolved" not in words


def test_a_recorded_meeting_makes_it_resolved(agreed: Workshop, do: Do) -> None:
    do(stage.ratify, "the full board", "2027-02-01", "47/27")
    words = _words(agreement(agreed, MADE))
    assert "Resolved by the full board on 1 February 2027, minute 47/27:" in words
    assert "It is recommended" not in words


def test_a_new_version_after_the_meeting_is_a_draft_again(agreed: Workshop, do: Do) -> None:
    do(stage.ratify, "the full board", "2027-02-01")
    do(stage.give_version, "1.1")
    assert "Draft for ratification" in _words(agreement(agreed, MADE))


def test_reservations_stand_word_for_word_with_who_gave_them(agreed: Workshop) -> None:
    lines = said(agreement(agreed, MADE))
    at = lines.index("Only for our own figures.")
    assert lines[at + 1] == "Hospital. Reservation"


def test_positions_stand_by_organisation(agreed: Workshop) -> None:
    words = _words(agreement(agreed, MADE))
    assert "Supporting it: Council and Voice. With a reservation: Hospital." in words


def test_a_late_position_stands_in_place_of_the_absence_and_says_so(
    agreed: Workshop, do: Do
) -> None:
    from facilitator import afterwards, attendance, rounds

    do(values.propose, "Care", value_id="v3")
    do(attendance.leave, "mVoice", "2026-11-23T10:30")
    opened = do(rounds.open_round, "v3", "Care").id
    do(rounds.take_position, opened, "Council", "agree")
    do(rounds.take_position, opened, "Hospital", "agree")
    do(rounds.lock_round, opened, "2026-11-23T11:00")
    assert "Not here: Voice." in _words(agreement(agreed, MADE))
    do(afterwards.take_late_position, opened, "Voice", "agree", "2026-11-26")
    words = _words(agreement(agreed, MADE))
    assert "Supporting it: Council, Hospital and Voice (late, 26 November 2026)." in words


def test_a_parked_value_names_its_owner_its_date_and_its_question(agreed: Workshop) -> None:
    assert "Parked with Head of Voice until 10 January 2027. How fast?" in _words(
        agreement(agreed, MADE)
    )


def test_every_commitment_has_its_owner_its_date_and_its_measure(agreed: Workshop) -> None:
    lines = said(agreement(agreed, MADE))
    at = lines.index("Open one door")
    assert lines[at + 1 : at + 5] == ["Council", "Head of Council", "1 Mar 2027", "doors open"]


def test_an_unattributed_card_is_never_quoted(agreed: Workshop) -> None:
    words = _words(agreement(agreed, MADE))
    assert "Share the numbers" in words
    assert "A secret kept by nobody" not in words


@pytest.mark.parametrize(
    ("choice", "quoted"),
    [("named", ["Head of Voice"]), ("organisation", ["Voice"]), ("unattributed", [])],
)
def test_a_card_is_quoted_as_the_group_chose_before_it_was_written(
    agreed: Workshop, do: Do, choice: str, quoted: list[str]
) -> None:
    do(choose_for_step, "purpose", "only-us", choice)
    inside = [
        part
        for block in agreement(agreed, MADE).blocks
        for part in (block.blocks if isinstance(block, KeepTogether) else (block,))
    ]

    said = [part for part in inside if isinstance(part, Quote)]
    assert [q.who for q in said if q.text == "Share the numbers"] == quoted


def test_quorum_and_attendance_are_in_it(agreed: Workshop, do: Do) -> None:
    from facilitator import attendance

    do(attendance.hold_sitting, "s1", "Together", "2026-11-23", "09:00", "12:00")
    do(attendance.leave, "mVoice", "2026-11-23T10:35")
    words = _words(agreement(agreed, MADE))
    assert "at least 2 voting organisations" in words
    assert "Present until 10:35" in words


def test_apologies_end_in_one_full_stop(agreed: Workshop, do: Do) -> None:
    do(hold_sitting, "s1", "Day one", "2026-11-23", "09:00", "17:00")
    do(send_apologies, "2026-11-23", "The chief is ill.")
    assert "Apologies on 23 November 2026: The chief is ill." in said(agreement(agreed, MADE))


def test_a_day_that_was_never_put_in_the_diary_has_its_attendance_too(
    agreed: Workshop, do: Do
) -> None:
    from facilitator import attendance

    do(attendance.leave, "mVoice", "2026-11-23T10:35")
    lines = said(agreement(agreed, MADE))
    at = lines.index("23 Nov 2026")
    assert lines[at + 1 : at + 7] == [
        "Council",
        "Present",
        "Hospital",
        "Present",
        "Voice",
        "Present until 10:35",
    ]


def test_a_check_in_is_in_no_document(agreed: Workshop, do: Do) -> None:
    from facilitator.guide import load_guide
    from facilitator.stages.rehearsal import casting, debriefing, feeling

    pack = next(iter(load_guide().packs.values()))
    played = do(casting.choose_scenario, pack).id
    do(feeling.check_in, played, "before", "mVoice", "heartsore", 5)
    do(debriefing.judge_strain, played, "v1", "bent", "When the phone rang")
    words = _words(agreement(agreed, MADE))
    assert "When the phone rang" in words
    assert "heartsore" not in words


def test_headings_skip_no_level(agreed: Workshop) -> None:
    level = 1
    for block in agreement(agreed, MADE).blocks:
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level


def test_what_people_typed_is_text_and_never_markup(workshop: Workshop, do: Do) -> None:
    from facilitator.stages import gather

    hostile = "<b>&<script>alert(1)</script> <img src=/etc/passwd>"
    do(gather.name_workshop, hostile, hostile, hostile)
    do(gather.join_organisation, hostile, hostile)
    do(values.propose, hostile)
    words = _pdf_words(agreement(workshop, MADE)).replace(" ", "")
    assert words.count(hostile.replace(" ", "")) >= 3


def test_the_same_workshop_gives_the_same_bytes(agreed: Workshop) -> None:
    assert render_pdf(agreement(agreed, MADE)) == render_pdf(agreement(agreed, MADE))


def test_the_footer_names_group_document_and_version(agreed: Workshop) -> None:
    assert (
        agreement(agreed, MADE).footer
        == "Ashby Board · Our agreement · v0.4 · Draft for ratification"
    )
