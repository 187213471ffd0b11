"""Reading the agreement aloud, assent and closing, by keyboard alone."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import arrive
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.stages.agreement import assent, give_version, set_review
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.purpose import adopt, draft
from facilitator.stages.values import open_value_round, propose
from facilitator.statement import answer_another_board, name_stop
from ui.stages.agreement.page import page_for
from ui.stages.agreement.words import next_words, passages

ENTER, TAB, ESC, DOWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down,
)  # fmt: skip
RESERVED = "Ward councillors still speak for their wards."


@pytest.fixture
def board(session, a_board):
    """Three voting organisations with a purpose, and a value with a reservation."""
    ids = a_board(session, voting=3)

    def lock(round_id):
        for each in ids:
            code, words = ("reservation", RESERVED) if each == "org-2" else ("agree", "")
            session.do(take_position, round_id, each, code, words)
        session.do(lock_round, round_id, session.minute())

    session.do(draft, "We exist for the city.", draft_id="d1")
    lock(session.do(open_round, "d1", "We exist for the city.").id)
    session.do(answer_another_board, "d1", False)
    session.do(name_stop, "d1", "The monthly report")
    session.do(adopt, "d1")
    value = session.do(propose, "City first", "We put the city before ourselves.").id
    lock(session.do(open_value_round, value).id)
    return ids


def answers(session):
    return {a.organisation: (a.member, a.reservation) for a in session.workshop.assents.values()}


def test_the_text_is_read_with_every_reservation(session, board):
    read = [(p.title, p.words) for p in passages(session.workshop)]
    assert read == [
        ("Purpose", "We exist for the city."),
        ("City first", "We put the city before ourselves."),
    ]
    assert passages(session.workshop)[1].remarks == (f"Org 2, with a reservation: “{RESERVED}”",)


def test_the_front_page_is_filled_in_by_keyboard(a_page, keys, session, board):
    page = a_page(page_for, "agreement", "read-aloud")
    keys.press(TAB)
    keys.fill("0.4", "EHWB/26/07", "Director of Public Health", "21 May 2026", "23/11/2026")
    keys.press(ENTER)
    paper = session.workshop.paper
    assert (paper.version, paper.reference, paper.owner, paper.ratify_on, paper.review_on) == (
        "0.4", "EHWB/26/07", "Director of Public Health", "2026-05-21", "2026-11-23",
    )  # fmt: skip
    assert page.form.review_on.text() == "23 Nov 2026"
    assert page.status.text() == "Draft for ratification · version 0.4"


def test_a_wrong_date_keeps_nothing_and_every_typed_word(a_page, keys, session, board, refusals):
    page = a_page(page_for, "agreement", "read-aloud")
    keys.press(TAB)
    keys.fill("0.4", "REF", "", "soon", "23/11/2026")
    keys.press(ENTER)
    assert session.workshop.paper.version == "0.1"
    assert refusals == ["“soon” is not a date. Write it like 18 Jun 2026."]
    assert (page.form.version.text(), page.form.review_on.text()) == ("0.4", "23/11/2026")


def test_a_field_in_which_something_is_typed_survives_a_change_from_elsewhere(
    a_page, keys, session, board
):
    page = a_page(page_for, "agreement", "read-aloud")
    keys.press(TAB, TAB)
    keys.type("REF")
    session.do(give_version, "0.5")
    assert (page.form.version.text(), page.form.reference.text()) == ("0.5", "REF")


def test_export_is_asked_for_by_keyboard(a_page, keys, qtbot, board):
    for step in ("read-aloud", "close"):
        page = a_page(page_for, "agreement", step)
        page.export.setFocus()
        with qtbot.waitSignal(page.export_asked, timeout=500):
            keys.press(ENTER)


def test_an_empty_workshop_says_so_and_can_still_be_exported(a_page):
    page = a_page(page_for, "agreement", "read-aloud")
    assert page.empty.isVisible()
    assert page.export.isEnabled()


def test_enter_assents_and_goes_on_to_the_next(a_page, keys, session, board):
    page = a_page(page_for, "agreement", "assent")
    keys.press(ENTER, ENTER)
    assert answers(session) == {"org-1": ("org-1-lead", ""), "org-2": ("org-2-lead", "")}
    assert page.table.current_id() == "org-3"
    assert page.count.text() == "Version 0.1: 2 of 3 organisations assent"


def test_where_two_may_have_spoken_nobody_is_noted(a_page, keys, session, board):
    session.do(join_member, "org-1", "Chair", member_id="chair")
    session.do(arrive, "chair", session.minute())
    a_page(page_for, "agreement", "assent")
    keys.press(ENTER)
    assert answers(session) == {"org-1": ("", "")}


def test_r_keeps_a_reservation_verbatim(a_page, keys, session, board):
    page = a_page(page_for, "agreement", "assent")
    keys.press(DOWN, Qt.Key.Key_R)
    keys.type("Only if  it is   paid for, R & D included.")
    keys.press(ENTER)
    assert answers(session)["org-2"] == (
        "org-2-lead", "Only if  it is   paid for, R & D included.",
    )  # fmt: skip
    assert page.count.text() == "Version 0.1: 1 of 3 organisations assent, 1 with a reservation"
    assert keys.at is page.table


def test_enter_never_writes_over_a_reservation(a_page, keys, session, board):
    page = a_page(page_for, "agreement", "assent")
    session.do(assent, "org-1", "org-1-lead", RESERVED)
    keys.press(ENTER)
    assert page.form.isVisible()
    keys.press(ESC)
    assert answers(session) == {"org-1": ("org-1-lead", RESERVED)}


def test_s_says_who_spoke_and_keeps_the_reservation(a_page, keys, session, board):
    session.do(join_member, "org-1", "Chair", member_id="chair")
    a_page(page_for, "agreement", "assent")
    session.do(assent, "org-1", "org-1-lead", RESERVED)
    keys.press(Qt.Key.Key_S)
    keys.type("Chair")
    keys.press(ENTER)
    assert answers(session) == {"org-1": ("chair", RESERVED)}


def test_an_assent_to_an_earlier_version_does_not_count(a_page, keys, session, board):
    page = a_page(page_for, "agreement", "assent")
    session.do(assent, "org-1")
    session.do(give_version, "0.2")
    assert page.count.text() == "Version 0.2: 0 of 3 organisations assent"
    assert page.table.model().index(0, 1).data() == "assents, to version 0.1"
    keys.press(ENTER)
    assert page.count.text() == "Version 0.2: 1 of 3 organisations assent"


def test_the_two_dates_and_the_resolution_are_kept_by_keyboard(a_page, keys, session, board, clock):
    page = a_page(page_for, "agreement", "close")
    keys.fill("21 May 2026", "23 Nov 2026")
    keys.press(ENTER)
    assert next_words(session.workshop) == (
        "Nothing said today binds a board. It goes to the meeting of 21 May 2026, "
        "which may adopt it. It is a draft until then."
    )
    assert session.workshop.paper.review_on == "2026-11-23"
    keys.press(TAB, TAB, TAB)
    clock.at(datetime(2026, 5, 22, 9, 0))
    keys.fill("Full council", "21/5/2026", "47/26")
    keys.press(ENTER)
    assert page.status.text() == "Resolved · version 1.0"
    assert page.next.text() == "Resolved by Full council on 21 May 2026, minute 47/26."


def test_details_that_have_not_changed_make_no_entry(a_page, keys, session, board):
    session.do(set_review, "2026-11-23")
    a_page(page_for, "agreement", "close")
    before = len(session.history.entries)
    keys.press(ENTER)
    assert len(session.history.entries) == before


def test_forty_long_and_hostile_names_can_answer(a_page, keys, session, hostile):
    for n in range(40):
        session.do(join_organisation, f"{hostile} {n} " + "Ymddiriedolaeth " * 3)
    page = a_page(page_for, "agreement", "assent")
    keys.press(*[ENTER] * 40)
    assert len(answers(session)) == 40
    assert page.table.model().index(0, 0).data().startswith(hostile)
    assert page.width() <= 814


def test_a_past_day_for_the_meeting_or_the_review_is_refused(
    a_page, keys, session, board, refusals
):
    page = a_page(page_for, "agreement", "read-aloud")
    for field in (page.form.ratify_on, page.form.review_on):
        page.form.version.put("0.4")
        field.put("2 Mar 2026")
        page.form.version.setFocus()
        keys.press(ENTER)
        field.put("")

    assert refusals == 2 * [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
