import msgspec
import pytest

from exports.blocks import Column, Paragraph, Table
from exports.readiness import names_in, undrawable
from facilitator.guide import load_guide
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.changing import change_nothing, propose_change
from facilitator.stages.rehearsal.debriefing import answer_debrief, judge_strain, learn_lesson
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.injects import answer_inject, play_inject, write_inject
from facilitator.stages.values import propose
from facilitator.workshop import Workshop


def test_what_the_fonts_can_draw_needs_no_word(document) -> None:
    text = "Llanfair dŵr zażółć Ελληνικά язык Việt مرحبا ✓ → 👍\nnext"
    assert undrawable(document(Paragraph(text))) == []


def test_what_no_font_draws_is_named_with_its_place(document) -> None:
    table = Table((Column("Name"),), (("Our 漢字 promise, 漢",),))
    assert undrawable(document(table)) == [
        "“漢字” in “Our 漢字 promise, 漢” cannot be drawn: the document will show □ in its place."
    ]


def test_devanagari_is_joined_and_nothing_is_said_of_it(document) -> None:
    assert undrawable(document(Paragraph("क्षत्रिय किताब हिन्दी"))) == []


@pytest.fixture
def workshop() -> Workshop:
    """Three people rehearse "R": one with name and job, one with a job, one in another's place."""
    made = Workshop()
    join_organisation(made, "Council", organisation_id="O").apply(made)
    for job, name, instead_of in (
        ("Chief of staff", "Dr Ilka Van Moss", ""),
        ("Ward sister", "", ""),
        ("Officer", "", "Zadie Roe"),
    ):
        join_member(made, "O", job, name, bool(instead_of), instead_of=instead_of).apply(made)
    choose_scenario(made, load_guide().packs["SC3"], rehearsal_id="R").apply(made)
    return made


def learn(workshop: Workshop, *lessons: str) -> list[str]:
    """Learn these lessons; what is said of the debrief then."""
    for lesson in lessons:
        learn_lesson(workshop, "R", lesson).apply(workshop)
    return names_in(workshop, "R")


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
def test_somebody_who_can_be_known_is_found(workshop, written: str, found: str) -> None:
    assert learn(workshop, written) == [f"“{found}” in the lesson “{written.rstrip('.')}”."]


@pytest.mark.parametrize(
    "written",
    ["A wall of moss, said Mossman.", "The doctor and a van.", "The staff of the ward", "Ilkas"],
)
def test_words_that_only_look_like_a_name_are_let_be(workshop, written: str) -> None:
    assert learn(workshop, written) == []


def test_each_finding_is_told_once(workshop) -> None:
    said = learn(workshop, "Moss left. Moss came. Ask Moss.", "Moss left", "Moss left")
    assert said == [
        "“Moss” in the lesson “Moss left. Moss came. Ask Moss”.",
        "“Moss” in the lesson “Moss left”.",
    ]


def test_of_long_words_so_much_is_told_as_stands_round_the_name(workshop) -> None:
    (sentence,) = learn(workshop, "so " * 60 + "Moss" + " it" * 60)
    assert "Moss" in sentence.partition("lesson")[2]
    assert len(sentence) < 150


def test_a_job_that_is_a_part_of_the_story_is_no_name(workshop) -> None:
    assert learn(workshop, "The ward sister spoke first.") != []
    choose_scenario(workshop, load_guide().packs["SC1"], rehearsal_id="S").apply(workshop)
    assert names_in(workshop, "R") == []


def test_the_words_of_the_app_and_of_the_scenario_name_nobody(workshop) -> None:
    told = "The owner waits with Ilka. Everyone agreed, with one reservation."
    pack = msgspec.structs.replace(load_guide().packs["SC3"], title=told, situation=told)
    for job in ("Owner", "Reservation", "Rehearsal", "Minute", "News", "Lesson", "Reference"):
        join_member(workshop, "O", job).apply(workshop)
    choose_scenario(workshop, pack, rehearsal_id="S").apply(workshop)
    assert names_in(workshop, "S") == []


def _news(made: Workshop) -> None:
    """News that was made up, for everyone and for one part, and what the group did about each."""
    for to, text, did in (
        ("Everyone", "Ilka resigns", "We rang Ilka"),
        ("Board chair", "Moss lies", "We let Moss be"),
    ):
        inject = write_inject(made, "R", text, to, "Call", 30)
        inject.apply(made)
        play_inject(made, "R", inject.inject.id, 30).apply(made)
        answer_inject(made, "R", inject.inject.id, did).apply(made)


def _decision(made: Workshop) -> None:
    """A decision with its reasons, and a reservation in a round that was locked."""
    point = made.rehearsals["R"].pack.decision_points[0].id
    put_decision(made, "R", point, 40, "Ilka speaks", "Moss is ill", decision_id="P").apply(made)
    opened = open_decision_round(made, "R", "P")
    opened.apply(made)
    take_position(made, opened.id, "O", "reservation", "Not before Zadie Roe").apply(made)
    lock_round(made, opened.id, "2026-11-23T11:00").apply(made)


def _afterwards(made: Workshop) -> None:
    """An answer, a moment, a change and a reason why there is none."""
    propose(made, "Candour", value_id="V").apply(made)
    question = made.rehearsals["R"].pack.debrief[0].questions[0]
    answer_debrief(made, "R", question, "That Ilka left").apply(made)
    judge_strain(made, "R", "V", "bent", "When Ilka rang").apply(made)
    propose_change(made, "R", "V", "Ilka rings first").apply(made)
    change_nothing(made, "R", "Ilka said so").apply(made)


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (
            _news,
            ["“Ilka” in what the group did “We rang Ilka”.", "“Ilka” in the news “Ilka resigns”."],
        ),
        (
            _decision,
            [
                "“Ilka” in the decision “Ilka speaks”.",
                "“Moss” in the reasons “Moss is ill”.",
                "“Zadie Roe” in the reservation “Not before Zadie Roe”.",
            ],
        ),
        (
            _afterwards,
            [
                "“Ilka” in the moment “When Ilka rang”.",
                "“Ilka” in the answer “That Ilka left”.",
                "“Ilka” in the change “Ilka rings first”.",
                "“Ilka” in the reason why nothing changes “Ilka said so”.",
            ],
        ),
    ],
)
def test_everything_that_was_typed_and_is_told_is_looked_at(workshop, happened, told) -> None:
    happened(workshop)
    assert names_in(workshop, "R") == told
