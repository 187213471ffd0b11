"""What an accepted change has opened says so there: on the value, the purpose, the commitments."""

import pytest
from PySide6.QtCore import Qt

from facilitator.rounds import lock_round, take_position
from facilitator.stages.commitments import changes_to_write
from facilitator.stages.purpose import close_draft, draft
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.values import name_behaviours, open_value_round
from ui.stages.commitments.page import page_for as commitments_page
from ui.stages.purpose.page import page_for as purpose_page
from ui.stages.values.in_hand import how_it_moved, revised_words
from ui.stages.values.page import page_for as values_page

Key = Qt.Key


@pytest.fixture
def accepted(chosen):
    """`accepted(target, how, text)`: a change that was accepted, brought by Wen Sister."""

    def make(target: str, how: str, text: str, due: str = "2026-05-29"):
        chosen.do(propose_change, "R", target, text, "wen", due, change_id="C", how=how)
        chosen.do(accept_change, "R", "C")
        return chosen

    return make


@pytest.fixture
def agreed(chosen):
    """The first value, agreed."""
    number = chosen.do(open_value_round, "V1").id
    for at in range(1, 5):
        chosen.do(take_position, number, f"org-{at}", "agree")
    chosen.do(lock_round, number, chosen.minute())


def test_a_value_says_what_is_new_in_it_and_from_which_rehearsal(
    agreed, accepted, a_page, desk
) -> None:
    accepted("V1", "will", "Keep a call order")
    desk.focus_on(value="V1")
    page = a_page(values_page, "values", "rounds")
    assert page.note.text() == (
        "New in version 2, after the rehearsal “Ward 9”: we will “Keep a call order”"
    )
    assert page.note.isVisible()
    moved = how_it_moved(desk.workshop, desk.workshop.values["V1"])
    assert moved[-1] == "version 2: a line to “we will”, after the rehearsal “Ward 9”"


def test_a_value_that_was_not_agreed_says_so_without_a_version(accepted, desk) -> None:
    accepted("V1", "will_not", "Hold news back")
    assert revised_words(desk.workshop.values["V1"]) == (
        "New, after the rehearsal “Ward 9”: we will not “Hold news back”"
    )


def test_other_words_are_said_to_come_from_the_rehearsal(agreed, accepted, desk) -> None:
    accepted("V1", "wording", "We ring each other first")
    value = desk.workshop.values["V1"]
    assert revised_words(value).startswith("Other words")
    assert revised_words(value).endswith("after the rehearsal “Ward 9”.")


def test_a_line_that_was_taken_away_again_is_not_new_any_more(accepted, desk) -> None:
    session = accepted("V1", "will", "Keep a call order")
    session.do(name_behaviours, "V1", ("Ring first",), ())
    assert revised_words(desk.workshop.values["V1"]) == ""


def test_where_the_behaviours_are_named_the_new_line_is_told(accepted, a_page, desk, words) -> None:
    accepted("V1", "will", "Keep a call order")
    desk.focus_on(value="V1")
    page = a_page(values_page, "values", "behaviours")
    assert "New, after the rehearsal “Ward 9”: we will “Keep a call order”" in words(page)


def test_a_draft_says_that_it_comes_from_the_rehearsal(chosen, accepted, a_page) -> None:
    chosen.do(close_draft, chosen.do(draft, "One front door").id, "adopted")
    accepted("purpose", "statement", "One front door, always open")
    page = a_page(purpose_page, "purpose", "draft")
    newest = chosen.workshop.rehearsals["R"].changes["C"].opened
    meta = page.drafts.panel(newest).accessibleName()
    assert "from v1 · 5 words · from the rehearsal “Ward 9”" in meta


def test_a_change_is_written_down_as_a_commitment_from_the_form_it_fills(
    chosen, accepted, a_page, keys
) -> None:
    accepted("commitments", "commitment", "Name a staffing trigger")
    page = a_page(commitments_page, "commitments", "first-drafts")
    assert page.table.ids() == ["change C"]
    assert page.table.model().index(0, 4).data() == "to be written"
    page.table.setFocus()
    keys.press(Key.Key_Return)
    form = page.form
    assert (form.text.text(), form.due.text()) == ("Name a staffing trigger", "29 May 2026")
    assert (form.organisation.chosen(), form.owner.chosen()) == ("org-1", "wen")
    form.measure.setFocus()
    keys.type("Bed changes without one")
    keys.press(Key.Key_Return)
    (made,) = chosen.workshop.commitments.values()
    assert (made.text, made.owner, made.change) == ("Name a staffing trigger", "wen", "C")
    assert changes_to_write(chosen.workshop) == []
    assert page.table.ids() == [made.id]


def test_leaving_the_form_leaves_the_change_to_be_written(chosen, accepted, a_page, keys) -> None:
    accepted("commitments", "commitment", "Name a staffing trigger")
    page = a_page(commitments_page, "commitments", "first-drafts")
    page.table.setFocus()
    keys.press(Key.Key_Return, Key.Key_Escape)
    assert page.table.ids() == ["change C"]
    assert page.form.text.text() == ""
    keys.fill("Another thing")
    assert page.form.change == ""


def test_words_typed_for_a_change_that_has_gone_are_kept_as_a_commitment_of_their_own(
    chosen, accepted, a_page, keys
) -> None:
    accepted("commitments", "commitment", "Name a staffing trigger")
    page = a_page(commitments_page, "commitments", "first-drafts")
    page.table.setFocus()
    keys.press(Key.Key_Return)
    chosen.undo()
    page.form.measure.setFocus()
    keys.type("Counted")
    keys.press(Key.Key_Return)
    assert [made.change for made in chosen.workshop.commitments.values()] == [""]
