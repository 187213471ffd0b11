import msgspec
import pytest

from exports.blocks import Column, Paragraph, Table
from exports.readiness import names_in, undrawable
from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.workshop import Workshop


def test_what_the_fonts_can_draw_needs_no_word(document) -> None:
    text = "Llanfair dŵr zażółć Ελληνικά язык Việt مرحبا ✓ → 👍\nnext"
    assert undrawable(document(Paragraph(text))) == []


def test_what_no_font_draws_is_named_with_its_place(document) -> None:
    table = Table((Column("Name"),), (("Our 漢字 promise, 漢",),))
    assert undrawable(document(table)) == [
        "“漢字” in “Our 漢字 promise, 漢” cannot be drawn: the document will show □ in its place."
    ]


def test_devanagari_is_said_to_be_unjoined(document) -> None:
    (sentence,) = undrawable(document(Paragraph("हिन्दी")))
    assert "drawn one by one" in sentence


@pytest.fixture
def workshop() -> Workshop:
    """Three people: one by name and job, one by job alone, one in somebody's place."""
    made = Workshop()
    join_organisation(made, "Council", organisation_id="O").apply(made)
    for job, name, instead_of in (
        ("Chief of staff", "Dr Ilka Van Moss", ""),
        ("Ward sister", "", ""),
        ("Officer", "", "Zadie Roe"),
    ):
        join_member(made, "O", job, name, bool(instead_of), instead_of=instead_of).apply(made)
    return made


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Then dr ilka van moss phoned.", "dr ilka van moss"),
        ("It was Ilka’s ward.", "Ilka"),
        ("Moss said no.", "Moss"),
        ("Ask the WARD SISTER.", "WARD SISTER"),
        ("The chief of staff knew.", "chief of staff"),
        ("Zadie Roe was ill.", "Zadie Roe"),
    ],
)
def test_somebody_who_can_be_known_is_found(document, workshop, written: str, found: str) -> None:
    paper = document(Paragraph(f"We met. {written} We left."))
    assert names_in(paper, workshop) == [f"“{found}” stands in “{written.rstrip('.')}”."]


@pytest.mark.parametrize(
    "written",
    [
        "A wall of moss, said Mossman.",
        "The doctor and a van.",
        "The staff of the ward",
        "Ilkas",
        "",
    ],
)
def test_words_that_only_look_like_a_name_are_let_be(document, workshop, written: str) -> None:
    assert names_in(document(Paragraph(written)), workshop) == []


def test_a_name_is_told_once_for_each_sentence_wherever_it_stands(document, workshop) -> None:
    table = Table((Column("Said"),), (("Moss left.",), ("Moss left.",), ("Moss came.",)))
    assert names_in(document(table), workshop) == [
        "“Moss” stands in “Moss left”.",
        "“Moss” stands in “Moss came”.",
    ]


def test_of_a_long_sentence_so_much_is_told_as_stands_round_the_name(document, workshop) -> None:
    (sentence,) = names_in(document(Paragraph("so " * 60 + "Moss" + " it" * 60)), workshop)
    assert "Moss" in sentence.partition("stands in")[2]
    assert len(sentence) < 150


def test_a_job_that_is_a_part_or_a_word_of_the_story_is_no_name(document, workshop) -> None:
    pack = load_guide().packs["SC1"]
    assert "Ward sister" in pack.roles
    choose_scenario(workshop, pack).apply(workshop)
    assert names_in(document(Paragraph("The ward sister spoke first.")), workshop) == []

    told = msgspec.structs.replace(pack, situation="The chief of staff waits. Ilka waits.")
    choose_scenario(workshop, told).apply(workshop)
    assert names_in(document(Paragraph(told.situation)), workshop) == [
        "“Ilka” stands in “Ilka waits”."
    ]
