"""Who is here, by keyboard alone."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from facilitator.attendance import members_here
from facilitator.board import capture
from facilitator.stages.gather import join_member, join_organisation
from ui.stages.gather.page import page_for
from ui.stages.gather.people import PeoplePage

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def people(a_page, session, a_board):
    """The page of a board of three, all of whom are still to come."""
    a_board(session, voting=3, here=0)
    return a_page(page_for, "gather", "who-is-here")


def here(session):
    return members_here(session.workshop, session.minute())


def words(page, column=2):
    model = page.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_both_first_steps_show_the_list(a_page):
    assert isinstance(a_page(page_for, "gather", "welcome"), PeoplePage)
    assert isinstance(a_page(page_for, "gather", "who-is-here"), PeoplePage)


def test_an_empty_workshop_begins_in_the_name_of_its_first_organisation(a_page, keys, session):
    page = a_page(page_for, "gather", "who-is-here")
    assert page.empty.isVisible()
    keys.type("City Council")
    keys.press(ENTER)
    keys.type("Hospital Trust")
    keys.press(TAB)
    keys.type("Trust")
    keys.press(ENTER)
    found = session.workshop.organisations.values()
    assert [(o.name, o.short, o.org_class, o.voting) for o in found] == [
        ("City Council", "City Council", "council", True),
        ("Hospital Trust", "Trust", "council", True),
    ]
    assert not page.empty.isVisible()


def test_the_class_and_the_vote_are_chosen_by_keyboard(a_page, keys, session):
    a_page(page_for, "gather", "who-is-here")
    keys.fill("Police", "", "Part", " ")
    keys.press(ENTER)
    (police,) = session.workshop.organisations.values()
    assert (police.org_class, police.voting) == ("partner", False)


def test_enter_on_a_person_marks_them_as_here_and_again_as_left(people, keys, session, clock):
    keys.press(Qt.Key.Key_Down, ENTER)
    assert here(session) == {"org-1-lead"}
    assert words(people)[1] == "here since 09:30"
    clock.forward(3600)
    keys.press(ENTER)
    assert here(session) == set()
    assert words(people)[1] == "left at 10:30"


def test_enter_on_an_organisation_marks_all_of_its_people(people, keys, session):
    session.do(join_member, "org-1", "Clerk", member_id="clerk")
    keys.press(ENTER)
    assert here(session) == {"org-1-lead", "clerk"}
    assert words(people)[0] == "2 of 2 people"


def test_enter_on_an_organisation_without_people_asks_for_one(people, keys, session):
    session.do(join_organisation, "Museum", organisation_id="museum")
    people.table.go_to("organisation:museum")
    keys.press(ENTER)
    keys.type("Curator")
    keys.press(ENTER)
    assert [m.role for m in session.workshop.members.values() if m.organisation == "museum"] == [
        "Curator"
    ]


def test_e_marks_everybody_as_here(people, keys, session):
    keys.press(Qt.Key.Key_E)
    assert here(session) == {"org-1-lead", "org-2-lead", "org-3-lead"}
    assert words(people).count("here since 09:30") == 3


def test_a_keeps_apologies_and_coming_after_all_is_shown_instead(people, keys, session):
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_A)
    assert session.workshop.apologies == (("2026-03-18", "org-1-lead", "Chief executive"),)
    assert words(people)[1] == "apologies"
    keys.press(ENTER)
    assert words(people)[1] == "here since 09:30"


def test_no_key_of_the_list_fires_while_a_name_is_typed(people, keys, session):
    keys.press(Qt.Key.Key_O)
    keys.type("Apia Pier Eco")
    assert here(session) == set()
    keys.press(ENTER)
    assert "Apia Pier Eco" in [o.name for o in session.workshop.organisations.values()]


def test_f2_corrects_a_person_and_esc_leaves_them_alone(people, keys, session):
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_F2)
    keys.type("Chair")
    keys.press(TAB)
    keys.type("Ann Lee")
    keys.press(TAB)
    keys.type(" ")
    keys.press(TAB)
    keys.type(" ")
    keys.press(ENTER)
    kept = session.workshop.members["org-1-lead"]
    assert (kept.role, kept.name, kept.substitute, kept.authority) == (
        "Chair", "Ann Lee", True, False,
    )  # fmt: skip
    assert words(people, 1)[1] == "Chair · substitute · may not speak for their board"
    keys.press(Qt.Key.Key_F2)
    keys.type("Nobody")
    keys.press(ESC)
    assert session.workshop.members["org-1-lead"].role == "Chair"
    assert keys.at is people.table


def test_f2_corrects_an_organisation_and_keeps_whom_it_answers_to(people, keys, session):
    session.do(
        join_organisation, "Org 1", org_class="nhs", accountable_to="Board", organisation_id="org-1"
    )
    keys.press(Qt.Key.Key_F2)
    keys.type("Health Trust")
    keys.press(ENTER)
    kept = session.workshop.organisations["org-1"]
    assert (kept.name, kept.org_class, kept.accountable_to) == ("Health Trust", "nhs", "Board")


def test_delete_removes_an_organisation_that_has_not_spoken(people, keys, session):
    keys.press(Qt.Key.Key_Delete)
    assert list(session.workshop.organisations) == ["org-2", "org-3"]


def test_an_organisation_that_has_spoken_stays(people, keys, session, refusals):
    session.do(capture, "We need beds.", "purpose", "only-us", organisation="org-1")
    keys.press(Qt.Key.Key_Delete)
    assert "org-1" in session.workshop.organisations
    assert refusals == ["Org 1 has spoken in this workshop, so it stays in the record."]


def test_delete_on_a_person_says_what_to_do_instead(people, keys, session, refusals):
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert "org-1-lead" in session.workshop.members
    assert refusals == [
        "A person stays in the record. If they have gone, Enter marks them as left."
    ]


def test_a_refused_organisation_stays_in_the_field_to_be_mended(people, keys, refusals):
    keys.press(Qt.Key.Key_O)
    keys.type("org 1")
    keys.press(ENTER)
    assert refusals == ["org 1 is here already."]
    assert people.organisation_form.name.text() == "org 1"


def test_pasted_lines_are_asked_about_and_then_added_once_each(people, keys, session):
    keys.press(Qt.Key.Key_O)
    QGuiApplication.clipboard().setText("Police\r\n\r\n  Fire \nPolice\norg 2\n")
    QTest.keyClick(keys.at, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert people.many_form.title.text() == (
        "Add 2 organisations? 2 of the lines are here already."
    )
    assert len(session.workshop.organisations) == 3
    keys.press(ENTER)
    names = [o.name for o in session.workshop.organisations.values()]
    assert names[3:] == ["Police", "Fire"]


def test_esc_adds_none_of_the_pasted_lines(people, keys, session):
    keys.press(Qt.Key.Key_O)
    QGuiApplication.clipboard().setText("Police\nFire")
    QTest.keyClick(keys.at, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    keys.press(ESC)
    assert len(session.workshop.organisations) == 3
    assert people.bar.isVisible()


def test_an_interest_is_declared_and_told_to_the_facilitator_alone(people, keys, session):
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_I)
    keys.fill("Spouse works for the Trust", "Item 4", "Leaves the room")
    keys.press(ENTER)
    (kept,) = session.workshop.interests.values()
    assert (kept.member, kept.interest, kept.item, kept.action) == (
        "org-1-lead", "Spouse works for the Trust", "Item 4", "Leaves the room",
    )  # fmt: skip
    (note,) = people.side_notes(session.workshop)
    assert note.lines == ("Chief executive: Spouse works for the Trust (Leaves the room)",)


def test_who_is_missing_is_answered_with_enter(people, keys, session):
    keys.press(TAB)
    keys.type("People in hostels")
    keys.press(ENTER)
    assert session.workshop.about.who_is_missing == "People in hostels"


def test_an_answer_that_is_being_typed_is_not_overwritten(people, keys, session):
    keys.press(TAB)
    keys.type("People in")
    session.do(join_organisation, "Museum")
    assert people.missing.text() == "People in"


def test_hostile_and_long_names_stand_as_they_were_typed(a_page, keys, session, hostile):
    page = a_page(page_for, "gather", "who-is-here")
    long = "Ymddiriedolaeth " * 5
    keys.at.setText(hostile)
    keys.press(ENTER)
    keys.at.setText(long)
    keys.press(ENTER)
    assert words(page, 0) == [hostile, long.strip()]
    assert page.table.rowHeight(1) > page.table.rowHeight(0) / 2


def test_forty_organisations_and_eighty_people_are_marked_quickly(a_page, keys, session, a_board):
    a_board(session, voting=40, here=0)
    for n in range(1, 41):
        session.do(join_member, f"org-{n}", "Deputy")
    page = a_page(page_for, "gather", "who-is-here")
    began = time.process_time()
    keys.press(Qt.Key.Key_Down, ENTER)
    once = time.process_time() - began
    assert words(page)[1] == "here since 09:30"
    assert once < 0.5
    keys.press(Qt.Key.Key_E)
    assert len(here(session)) == 80


def test_a_substitute_says_whose_place_it_is(people, keys, session):
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_F2)
    assert people.member_form.instead_of.isHidden()
    keys.press(TAB, TAB)
    keys.type(" ")
    keys.press(TAB, TAB)
    keys.type("Ann Lee, Chair")
    keys.press(ENTER)

    assert session.workshop.members["org-1-lead"].instead_of == "Ann Lee, Chair"
    assert words(people, 1)[1] == "substitute for Ann Lee, Chair"
