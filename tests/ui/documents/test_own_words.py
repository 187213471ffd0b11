"""Writing the public statement in the group's own words, by keyboard alone."""

import pytest

from facilitator.stages.agreement import write_statement
from facilitator.stages.commitments import commit
from facilitator.stages.gather import join_organisation
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.documents.conftest import wait_for
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.documents.own_words import EMPTY, OwnWords
from ui.documents.page import DocumentsPage

PLAIN = "We share one purse. We meet each month. We tell you what we spend. Come and ask us."
HARD = (
    "Notwithstanding organisational responsibilities, multidisciplinary commissioning "
    "representatives will collaboratively operationalise interdependent transformational "
    "priorities throughout the metropolitan administrative geography in perpetuity."
)


@pytest.fixture
def own(console: Console, page: DocumentsPage, hands: Hands) -> OwnWords:
    """The form, opened by its button while the public statement is up."""
    page.show_paper("statement")
    wait_for(page)
    hands.push("Write it in our own words")
    return page.own_words


def test_only_the_public_statement_is_written_in_our_own_words(page: DocumentsPage) -> None:
    assert not page.choosing.own_words.isVisible()
    page.show_paper("statement")
    assert page.choosing.own_words.isVisible()


def test_the_statement_and_how_to_answer_are_kept_by_keyboard(
    console: Console, page: DocumentsPage, own: OwnWords, hands: Hands
) -> None:
    assert hands.at is own.text
    hands.fill(PLAIN, "Write to the secretary")
    hands.press("Return")
    kept = console.desk.workshop.paper.statement
    assert (kept.text, kept.reply) == (PLAIN, "Write to the secretary")
    assert not own.isVisible()
    assert hands.at is page.choosing.own_words
    wait_for(page)
    assert page.preview.print is not None
    assert any(PLAIN in each.words for each in page.preview.print.heard)


def test_the_age_is_told_while_one_types(own: OwnWords) -> None:
    assert own.age.text() == EMPTY
    own.text.setPlainText(PLAIN)
    young = own.age.text()
    own.text.setPlainText(HARD)
    assert young.startswith("Reads at age 5; it aims at age 9 or so.")
    assert own.age.text().startswith("Reads as learned papers do; it aims at age 9 or so.")


def test_the_hardest_sentence_is_named_with_its_long_words(own: OwnWords) -> None:
    own.text.setPlainText(PLAIN)
    assert not own.hardest.isVisible()
    own.text.setPlainText(f"{PLAIN} {HARD}")
    assert own.hardest.isVisible()
    assert "“Notwithstanding organisational" in own.hardest.text()
    assert "interdependent" in own.hardest.text()
    assert "one purse" not in own.hardest.text()


def test_what_was_written_is_taken_back_by_undo(
    console: Console, page: DocumentsPage, own: OwnWords, hands: Hands
) -> None:
    hands.fill(PLAIN)
    hands.press("Return")
    console.desk.undo()
    assert console.desk.workshop.paper.statement.text == ""
    page.write_own_words()
    assert own.text.words() == ""


def test_the_same_words_again_are_refused_on_the_page_and_stay(
    console: Console, page: DocumentsPage, own: OwnWords, hands: Hands
) -> None:
    console.desk.do(write_statement, PLAIN)
    hands.press("Return")
    assert page.notice.sentence() == "The statement says that already."
    assert own.isVisible()
    assert own.text.words() == PLAIN


def test_what_is_being_typed_stays_when_another_seat_writes(
    console: Console, own: OwnWords
) -> None:
    own.text.setPlainText("Half a thought")
    console.desk.do(write_statement, PLAIN)
    assert own.text.words() == "Half a thought"


def test_esc_leaves_the_form_and_not_the_page(
    console: Console, page: DocumentsPage, own: OwnWords, hands: Hands
) -> None:
    hands.fill("Half")
    hands.press("Esc")
    assert not own.isVisible()
    assert console.papers.is_open
    assert console.desk.workshop.paper.statement.text == ""
    assert page.preview.isVisible()


def test_one_can_begin_with_what_was_agreed(console: Console, own: OwnWords, hands: Hands) -> None:
    console.desk.do(join_organisation, "Alder Trust", organisation_id="alder")
    console.desk.do(commit, "Open the hall", "alder", "Ann", "2026-09-30", "It is open")
    hands.push("Begin with what was agreed")
    assert "Open the hall. By 30 September 2026." in own.text.words()
    assert hands.at is own.text
    assert not own.start.isVisible()


def test_another_document_puts_the_form_away(page: DocumentsPage, own: OwnWords) -> None:
    page.show_paper("agreement")
    assert not own.isVisible()
    assert page.preview.isVisible()


def test_nothing_of_it_reaches_the_room(console: Console, own: OwnWords, hands: Hands) -> None:
    before = console._room_view
    hands.fill(PLAIN)
    hands.press("Return")
    assert console._room_view == before


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_every_field_has_a_name_and_nothing_is_cut(
    console: Console, page: DocumentsPage, own: OwnWords, hands: Hands, size: tuple[int, int]
) -> None:
    console.resize(*size)
    own.text.setPlainText(f"{PLAIN} {HARD} {HARD}")
    wait_for(page)
    hands.settle()
    assert unnamed(page) == []
    assert clipped(page) + cut_off(page) == []
