"""The certificate of an erasure says what was erased and when, and nothing of what it said."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from exports.documents.certificate import certificate
from exports.html import render_html
from exports.pdf import render_pdf
from exports.said import said
from facilitator.retention import Erasure, reference_of
from facilitator.workshop import Workshop

ERASED = Erasure(
    reference_of("0197"), "2027-03-19T10:05:00+00:00", "Sam Okafor", 1, 212_000, 14, 3_100_000, 2
)


def words(erasure: Erasure) -> str:
    return "\n".join(said(certificate(erasure)))


def test_it_says_what_was_erased_when_by_whom_and_how() -> None:
    told = words(ERASED)

    for each in (
        reference_of("0197"),
        "19 March 2027, 10:05 (UTC+00:00)",
        "Sam Okafor",
        "1 file of 212 kB",
        "14 backups, 3.1 MB",
        "2 drafts",
        "Overwritten once with zeros",
        "Legal basis",
    ):
        assert each in told


def test_it_says_what_it_cannot_reach() -> None:
    told = words(ERASED)

    assert "handed out" in told
    assert "printed" in told
    assert "Spare cells" in told


def test_what_was_only_removed_is_not_said_to_be_overwritten() -> None:
    told = words(Erasure("ab", ERASED.at, "", 1, 10, overwritten=False))

    assert "Overwritten" not in told
    assert "could not be overwritten" in told
    assert "not said" in told
    assert told.count("none were kept") == 1
    assert "fields" not in told


def test_it_is_one_page_and_passes_every_check(reading: Callable[[bytes], Any]) -> None:
    assert len(reading(render_pdf(certificate(ERASED))).pages) == 1
    assert ERASED.reference in render_html(certificate(ERASED))


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_no_word_of_a_workshop_stands_in_it(
    rehearsed: Workshop, reading: Callable[[bytes], Any], form: str
) -> None:
    """Of every word that the workshop has and our own words do not."""
    document = certificate(ERASED)
    made = reading(render_pdf(document)).text if form == "pdf" else render_html(document)
    ours = set(re.findall(r"\w+", words(Erasure("", ERASED.at, "", 0, 0)).casefold()))
    values = " ".join(re.findall(r"'([^']*)'", repr(rehearsed).casefold()))
    theirs = set(re.findall(r"\w{4,}", values)) - ours
    told = set(re.findall(r"\w+", re.sub(r"<style.*?</style>|<[^>]+>", " ", made, flags=re.S)))

    assert len(theirs) > 100
    assert {"ashby", "hospital", "candour"} <= theirs
    assert theirs & {word.casefold() for word in told} == set()
