"""How a workshop is kept: the Chatham House Rule is asked about first, and the day is set."""

import pytest
from PySide6.QtWidgets import QDialog

from facilitator.board import capture
from facilitator.stages.gather import join_member
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import Hands, read
from ui.console.keeping import KeepingDialog
from ui.console.window import Console

ANN = "Ann Thistlewood"


@pytest.fixture
def dialog(ellerport: Console, hands: Hands) -> KeepingDialog:
    """Opened by its key over a workshop with one named person."""
    desk = ellerport.desk
    desk.do(join_member, next(iter(desk.workshop.organisations)), "Nurse", ANN, member_id="ann")
    desk.do(capture, "Home sooner", "purpose", "only-us", member="ann")
    hands.press("Ctrl+Shift+K")
    found = hands.at.window()
    assert isinstance(found, KeepingDialog)
    return found


def test_it_is_whole_and_leaves_with_esc(
    ellerport: Console, dialog: KeepingDialog, hands: Hands
) -> None:
    assert unnamed(dialog) == []
    assert clipped(dialog) + cut_off(dialog) == []
    hands.press("Esc")
    assert hands.at.window() is ellerport
    assert not ellerport.findChildren(QDialog)


def test_what_will_be_gone_is_said_before_anything_goes(
    ellerport: Console, dialog: KeepingDialog, hands: Hands
) -> None:
    hands.press("Enter")

    assert dialog.question.asking
    assert "for good" in dialog.question.question.text()
    assert "the names of" in dialog.question.question.text() or "1 person" in (
        dialog.question.question.text()
    )
    assert ellerport.desk.workshop.members["ann"].name == ANN
    hands.press("Enter")
    assert ellerport.desk.workshop.members["ann"].name == ANN, "the keyboard is on leaving it"


def test_turned_on_the_bar_says_so_and_nobody_is_named(
    ellerport: Console, dialog: KeepingDialog, hands: Hands
) -> None:
    hands.press("Enter", "Left", "Enter")

    assert ellerport.desk.workshop.chatham_house
    assert ellerport.desk.workshop.members["ann"].name == ""
    assert dialog.stands.text() == "The Chatham House Rule holds"
    assert ellerport.bar._title.text().startswith("Chatham House · ")
    hands.press("Enter")
    assert not ellerport.desk.workshop.chatham_house
    assert not ellerport.bar._title.text().startswith("Chatham House")


def test_the_day_is_set_as_a_person_writes_it(
    ellerport: Console, dialog: KeepingDialog, hands: Hands
) -> None:
    dialog.until.setFocus()
    hands.type("18 March 2028")
    hands.press("Enter")

    assert ellerport.desk.workshop.keep_until == "2028-03-18"
    assert "18 March 2028" in dialog.until_stands.text()


def test_a_day_that_is_past_is_refused_in_its_place(dialog: KeepingDialog, hands: Hands) -> None:
    dialog.until.setFocus()
    hands.type("18 March 2020")
    hands.press("Enter")

    assert any("18 March 2020 is past" in said for said in read(dialog))
