"""Making commitments, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.commitments import commit, report
from facilitator.stages.gather import join_member
from ui.stages.commitments.page import page_for
from ui.stages.commitments.words import whole_pounds

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def page(a_page, session, a_board):
    """The page of a board of three."""
    a_board(session, voting=3)
    return a_page(page_for, "commitments", "first-drafts")


def made(session):
    return list(session.workshop.commitments.values())


def promise(session, text="Open one front door", due="2026-09-30", lead="org-1"):
    return session.do(commit, text, lead, f"{lead}-lead", due, "Doors open", "Landlord").id


def test_a_commitment_is_made_by_keyboard_alone(page, keys, session):
    keys.fill("Start home support", "Org 2", "Sam Hughes", "30 Sep 2026", "80% in 48 hours", "ICB")
    keys.press(ENTER)
    (kept,) = made(session)
    assert (kept.text, kept.organisation, kept.owner, kept.due, kept.measure, kept.authority) == (
        "Start home support", "org-2", "Sam Hughes", "2026-09-30", "80% in 48 hours", "ICB",
    )  # fmt: skip


def test_after_one_is_kept_the_next_is_typed_at_once_for_the_same_organisation(page, keys, session):
    keys.fill("Start", "Org 2", "Sam", "30/9/2026", "Count")
    keys.press(ENTER)
    assert keys.at is page.form.text
    keys.fill("Stop", "", "Ann", "1.10.26", "Count")
    keys.press(ENTER)
    assert [(c.text, c.organisation, c.due) for c in made(session)] == [
        ("Start", "org-2", "2026-09-30"),
        ("Stop", "org-2", "2026-10-01"),
    ]


def test_an_owner_of_the_lead_organisation_is_kept_by_id(page, keys, session):
    session.do(join_member, "org-2", "Clerk", member_id="clerk")
    keys.fill("Start", "Org 2", "clerk", "2026-09-30", "Count")
    keys.press(ENTER)
    assert made(session)[0].owner == "clerk"


def test_an_owner_goes_when_another_organisation_leads_and_what_is_typed_then_is_kept(
    page, keys, session
):
    session.do(join_member, "org-2", "Zebra keeper", member_id="zebra")
    keys.fill("Start", "Org 2", "Zebra keeper")
    assert page.form.owner.chosen() == "zebra"
    page.form.owner.choose("zebra")
    page.form.organisation.choose("org-3")
    assert page.form.owner.currentText() == ""
    keys.fill("Sam Hughes", "2026-09-30", "Count")
    keys.press(ENTER)
    (kept,) = made(session)
    assert (kept.organisation, kept.owner) == ("org-3", "Sam Hughes")


def test_a_name_that_begins_like_another_is_not_completed(page, keys, session):
    session.do(join_member, "org-2", "Chief", "Annabel", member_id="annabel")
    keys.fill("Start", "Org 2", "Ann", "2026-09-30", "Count")
    keys.press(ENTER)
    assert made(session)[0].owner == "Ann"


@pytest.mark.parametrize("typed", ["soon", "31/2/2026", "9/30/2026", "30 Sprocket 2026"])
def test_what_is_no_date_is_refused_in_plain_words_and_stays(page, keys, session, refusals, typed):
    keys.fill("Start", "Org 2", "Sam", typed, "Count")
    keys.press(ENTER)
    assert made(session) == []
    assert refusals == [f"“{typed}” is not a date. Write it like 18 Jun 2026."]
    assert (page.form.text.text(), page.form.due.text()) == ("Start", typed)


def test_without_a_lead_organisation_nothing_is_kept(page, keys, session, refusals):
    keys.fill("Start", "", "Sam", "2026-09-30", "Count")
    keys.press(ENTER)
    assert made(session) == []
    assert refusals == ["Which organisation leads it? “All of us” means nobody."]


def test_enter_on_a_row_loads_it_and_a_correction_keeps_what_is_not_in_the_form(
    page, keys, session
):
    one = session.do(
        commit, "Start", "org-1", "org-1-lead", "2026-09-30", "Count", "", ("org-3",)
    ).id
    session.do(report, one, "2026-10-01", "late")
    page.table.setFocus()
    keys.press(ENTER)
    assert page.form.due.text() == "30 Sep 2026"
    keys.press(Qt.Key.Key_End)
    keys.type(" at last")
    keys.press(ENTER)
    (kept,) = made(session)
    assert (kept.text, kept.owner, kept.supported_by, kept.status) == (
        "Start at last", "org-1-lead", ("org-3",), "late",
    )  # fmt: skip


def test_esc_leaves_a_commitment_as_it_was_and_the_next_is_a_new_one(page, keys, session):
    promise(session)
    page.table.setFocus()
    keys.press(ENTER)
    keys.type("Other words")
    keys.press(ESC)
    keys.fill("Stop", "Org 1", "Ann", "1 October 2026", "Count")
    keys.press(ENTER)
    assert [c.text for c in made(session)] == ["Open one front door", "Stop"]


def test_a_commitment_that_is_taken_back_while_it_is_corrected_leaves_the_form(
    page, keys, session, desk
):
    promise(session)
    page.table.setFocus()
    keys.press(ENTER)
    desk.undo()
    assert page.form.editing == ""


def test_a_joint_budget_line_is_named_by_keyboard(page, keys, session):
    page.budget_button.setFocus()
    keys.press(ENTER)
    keys.fill("Home support", "Pooled", "Org 1", "400,000")
    keys.press(ENTER)
    keys.fill("Org 2", "£250k")
    keys.press(ENTER)
    assert page.budget_form.shares.text() == "Org 1 £400,000 · Org 2 £250,000"
    keys.press(ENTER)
    (line,) = session.workshop.budgets.values()
    assert (line.name, line.sharing, line.contributors) == (
        "Home support", "pooled", {"org-1": 400_000, "org-2": 250_000},
    )  # fmt: skip
    assert page.budgets.isVisible()


def test_pounds_that_are_none_are_refused_and_stay(page, keys, refusals):
    page.budget_button.setFocus()
    keys.press(ENTER)
    keys.fill("Home support", "", "Org 1", "a lot")
    keys.press(ENTER)
    assert refusals == ["“a lot” is not whole pounds. Write it like 40,000."]
    assert page.budget_form.amount.text() == "a lot"


def test_pounds_that_nobody_puts_in_are_refused(page, keys, refusals):
    page.budget_button.setFocus()
    keys.press(ENTER)
    keys.fill("Home support", "", "", "400")
    keys.press(ENTER)
    assert refusals == ["Choose who puts the money in."]


@pytest.mark.parametrize(
    ("typed", "read"),
    [("40000", 40_000), ("£40,000", 40_000), ("40k", 40_000), ("4,0", None), ("-5", None)],
)
def test_pounds_are_read_as_people_write_them(typed, read):
    assert whole_pounds(typed) == read


def test_an_empty_workshop_says_how_to_begin(a_page, keys, session, refusals):
    page = a_page(page_for, "commitments", "make-it-hold")
    assert page.empty.isVisible()
    keys.fill("Start", "", "Ann", "2026-09-30", "Count")
    keys.press(ENTER)
    assert refusals


def test_hostile_words_stand_as_they_were_typed(page, keys, session, hostile):
    page.form.text.setText(hostile)
    keys.press(TAB)
    keys.fill("Org 1", "Sam", "2026-09-30", "Count")
    keys.press(ENTER)
    assert page.table.model().index(0, 0).data() == hostile


def test_a_list_of_forty_holds_its_width_and_shows_the_newest(page, keys, session):
    for n in range(40):
        promise(session, f"Promise number {n} " + "which is rather long " * 4)
    keys.fill("The newest", "Org 1", "Sam", "2026-09-30", "Count")
    keys.press(ENTER)
    row = page.table.visualRect(page.table.currentIndex())
    assert page.table.currentIndex().row() == 40
    assert page.table.viewport().rect().contains(row.center())
    assert page.width() <= 814


def test_a_promise_is_not_due_on_a_day_that_is_past(page, keys, session, refusals):
    keys.fill("Start", "Org 2", "Sam", "2/3/2026", "Count")
    keys.press(ENTER)

    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    assert made(session) == []
