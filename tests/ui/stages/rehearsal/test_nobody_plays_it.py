"""News for a part that nobody plays: it says so, and can be sent to a role."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.casting import give_role
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.session import Session

Key = Qt.Key


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


@pytest.fixture
def arrived(play, page, rail, going):
    """What is for the GP lead, whom Ward 9 does not have, has arrived."""
    play.do(play_inject, "R", "SC1-I2", 41)
    page.show_workshop(play.workshop)
    page.clock.pause.setFocus()
    return page


def test_the_panel_says_that_nobody_plays_that_part(arrived) -> None:
    said = arrived.panel._about.text()
    assert said.startswith("For the GP lead: nobody plays that part; give it to whoever is nearest")
    assert arrived.panel.reword.text() == "Send it to a role"


def test_e_sends_it_to_a_role_and_it_is_handed_over_to_that(arrived, play, keys) -> None:
    text = found(play).inject("SC1-I2").text
    keys.press(Key.Key_E)
    assert keys.at is arrived.form.to
    keys.type("only the ward")
    keys.press(Key.Key_Return)
    (sent,) = found(play).written.values()
    assert (sent.to, sent.text) == ("Ward sister", text)
    assert arrived.panel._about.text().startswith("For the Ward sister only: hand it over")


def test_before_it_arrives_e_gives_it_to_a_role(play, page, rail, going, keys) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_Down)
    assert page.panel.reword.text() == "Send it to a role"
    keys.press(Key.Key_E)
    page.form.to.choose("Ward sister")
    page.form.text.setFocus()
    keys.press(Key.Key_Return)
    assert found(play).inject("SC1-I2").to == "Ward sister"
    assert list(found(play).played) == []


def test_a_role_that_is_free_is_played_by_nobody_once_others_are_given(play, page, going) -> None:
    play.do(play_inject, "R", "SC1-I1", 28)
    page.show_workshop(play.workshop)
    assert page.panel._about.text().startswith("For the Board chair only: hand it over")
    play.do(give_role, "R", "Ward sister", "org-2-lead")
    page.show_workshop(play.workshop)
    assert page.panel._about.text().startswith("For the Board chair: nobody plays that part")


def test_what_is_being_made_up_is_not_thrown_away_for_it(arrived, play, keys) -> None:
    keys.press(Key.Key_U)
    keys.type("Half a thought")
    keys.press(Key.Key_Escape)
    arrived.clock.pause.setFocus()
    keys.press(Key.Key_E)
    assert arrived.form.text.toPlainText() == "Half a thought"
