"""The close of a rehearsal: what is owed, one thing each, the pictures."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.changing import accept_change, change_nothing, propose_change
from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.observing import mark_value

Key = Qt.Key


def test_a_rehearsal_that_owes_a_change_is_said_not_to_be_done(chosen, open_page) -> None:
    page = open_page("close")
    assert page.owed.sentence.text() == (
        "This rehearsal is not done yet. No change is proposed yet. One with an owner is enough, "
        "or a reason why there is none."
    )
    assert not page.done.isVisible()
    page.owed.button.click()
    now = chosen.workshop.progress.now
    assert (now.stage, now.step) == ("rehearsal", "change")


def test_a_change_with_an_owner_settles_it(chosen, open_page) -> None:
    chosen.do(propose_change, "R", "V1", "Keep a call order", "wen", change_id="C", how="will")
    chosen.do(accept_change, "R", "C")
    page = open_page("close")
    assert not page.owed.isVisible()
    assert page.done.text() == "Settled: 1 change to the paper, 1 accepted."


def test_a_reason_why_nothing_changes_settles_it(chosen, open_page) -> None:
    chosen.do(change_nothing, "R", "we did what it says")
    said = "Settled: nothing on paper needs to change, because we did what it says"
    assert open_page("close").done.text() == said


def test_a_change_still_to_be_written_is_counted(chosen, open_page) -> None:
    chosen.do(propose_change, "R", "commitments", "A trigger", "wen", change_id="C")
    chosen.do(accept_change, "R", "C")
    page = open_page("close")
    assert page.write.sentence.text() == (
        "1 accepted change is still to be written in Commitments."
    )
    page.write.button.click()
    assert chosen.workshop.progress.now.stage == "commitments"


def test_one_thing_each_is_kept_as_a_next_step(chosen, open_page, keys) -> None:
    page = open_page("close")
    assert keys.at is page.steps.field.line
    keys.type("Ring the ward @wen")
    keys.press(Key.Key_Return)
    (kept,) = chosen.workshop.next_steps.values()
    assert (kept.text, kept.owner) == ("Ring the ward", "wen")


@pytest.mark.parametrize(("key", "picture"), [(Key.Key_F6, "feelings"), (Key.Key_F7, "strain")])
def test_each_picture_is_shown_by_its_key_and_taken_off_with_esc(
    chosen, open_page, desk, keys, key, picture
) -> None:
    chosen.do(give_slip, "R", "after", "calm", 2)
    chosen.do(mark_value, "R", "V1", 12, "bent")
    open_page("close")
    keys.press(key)
    assert desk.focus.picture == picture
    keys.press(Key.Key_Escape)
    assert desk.focus.picture == ""


def test_enter_with_nothing_typed_is_no_mistake(chosen, open_page, keys, refusals) -> None:
    open_page("close")
    keys.press(Key.Key_Return)
    assert refusals == []
    assert chosen.workshop.next_steps == {}


def test_the_close_tells_the_keys_of_its_pictures(chosen, open_page) -> None:
    assert [*dict(open_page("close").keys())] == ["F6", "F7", "Esc"]


def test_slips_that_may_be_missing_are_asked_for_and_the_button_goes_there(
    chosen, open_page
) -> None:
    chosen.do(give_slip, "R", "before", "calm", 2)
    page = open_page("close")
    said = "1 fewer checked in afterwards than before. Is there still a slip to type?"
    assert page.slips.sentence.text() == said
    page.slips.button.click()
    now = chosen.workshop.progress.now
    assert (now.stage, now.step) == ("rehearsal", "check-in-after")
