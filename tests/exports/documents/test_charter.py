"""The values charter: what hangs on the wall, and what does not."""

import datetime

import msgspec
import pytest

from exports.documents.charter import values_charter
from exports.documents.shelf import paper
from exports.pdf import render_pdf
from exports.said import said
from facilitator.attribution import choose_for_all
from facilitator.stages import values
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)


def _words(workshop: Workshop) -> str:
    return "\n".join(said(values_charter(workshop, MADE)))


def test_the_purpose_and_every_agreed_value_stand_on_it(agreed: Workshop) -> None:
    words = _words(agreed)
    assert "We move money together." in words
    assert "Candour\nWe say the hard number first." in words
    assert "We will say it in the room" in words
    assert "Even under pressure we will not brief against it" in words


def test_a_value_that_is_not_agreed_is_not_on_it(agreed: Workshop, do) -> None:
    do(values.propose, "Patience", "We wait for each other.")
    assert "Patience" not in _words(agreed)
    assert "Speed" not in _words(agreed)


def test_a_reservation_is_a_numbered_note_word_for_word(agreed: Workshop) -> None:
    assert "We say the hard number first. [1]" in _words(agreed)
    assert "1  “Only for our own figures.” Hospital." in _words(agreed)


def test_where_nobody_is_quoted_a_note_names_nobody(agreed: Workshop, do) -> None:
    do(choose_for_all, "unattributed")
    assert "“Only for our own figures.”" in _words(agreed)
    assert "Hospital" not in _words(agreed)


def test_it_says_its_version_its_status_and_its_review(agreed: Workshop) -> None:
    assert "Version 0.4 · draft for ratification" in _words(agreed)
    assert "23 November 2027" in _words(agreed)


@pytest.mark.parametrize(("more", "pages"), [(9, 1), (40, None)])
def test_it_is_one_page_where_it_can_be_and_else_goes_on(
    agreed: Workshop, reading, more: int, pages: int | None
) -> None:
    will = tuple(f"keep promise {at} in front of everybody" for at in range(3 * more))
    agreed.values["v1"] = msgspec.structs.replace(agreed.values["v1"], will=will)
    found = reading(render_pdf(values_charter(agreed, MADE))).pages
    assert (len(found) == 1) if pages else (len(found) > 1)


def test_it_waits_until_a_value_is_agreed(agreed: Workshop) -> None:
    assert paper(agreed, "charter").not_yet == ""
    assert paper(Workshop(), "charter").not_yet == "No value has been agreed yet."
