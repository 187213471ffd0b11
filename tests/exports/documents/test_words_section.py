"""The words we share and what happens next, in the agreement."""

import datetime
from collections.abc import Callable
from typing import Any

from exports.blocks import Heading, Table
from exports.documents.agreement import agreement
from exports.documents.words_section import next_steps, shared_words
from exports.pdf import render_pdf
from exports.said import said
from facilitator.next_steps import name_next_step
from facilitator.stages.understanding import agree_term
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def test_each_word_stands_with_its_agreed_use(agreed: Workshop, do: Do) -> None:
    do(agree_term, "people", "everyone who lives here")

    [_, table] = shared_words(agreed)
    assert isinstance(table, Table)
    assert table.rows == (("people", "everyone who lives here"),)


def test_each_next_step_stands_with_who_does_it_and_by_when(agreed: Workshop, do: Do) -> None:
    do(name_next_step, "Send it to the boards", "mCouncil", "2026-12-01")
    do(name_next_step, "Book the room", "Voice")

    [_, table] = next_steps(agreed)
    assert isinstance(table, Table)
    assert table.rows == (
        ("Send it to the boards", "Head of Council, Council", "1 Dec 2026"),
        ("Book the room", "Voice", ""),
    )


def test_without_any_the_agreement_has_no_such_headings(agreed: Workshop) -> None:
    heads = [b.text for b in agreement(agreed, MADE).blocks if isinstance(b, Heading)]

    assert not {"Words we share", "What happens next"} & set(heads)


def test_both_are_in_the_agreement_and_can_be_printed(
    agreed: Workshop, do: Do, reading: Callable[..., Any]
) -> None:
    do(agree_term, "people <b>&", "everyone " + "x" * 3000)
    do(name_next_step, "Send it to the boards", "mCouncil")
    document = agreement(agreed, MADE)

    assert {"Words we share", "What happens next"} <= set(said(document))
    assert "Send it to the boards" in reading(render_pdf(document)).text
