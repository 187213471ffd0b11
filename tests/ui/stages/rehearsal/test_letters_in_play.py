"""Letters in play: each means one thing; those of the injects count only where one is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.stages.rehearsal.injects import play_inject, write_inject
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.session import Session

Key = Qt.Key


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


def played(session: Session) -> dict[str, str]:
    return {each.inject: each.how for each in found(session).played.values()}


def off_the_fields(page) -> None:
    """The keyboard is on a button, where no field takes the letters."""
    page.clock.pause.setFocus()


def test_r_releases_s_skips_and_h_holds_the_row_of_the_list_under_the_keyboard(
    play, page, rail, going, keys
) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_H)
    assert found(play).held == {"SC1-I1"}
    keys.press(Key.Key_Down, Key.Key_S)
    assert played(play) == {"SC1-I2": "skipped"}
    keys.press(Key.Key_Down, Key.Key_R)
    assert played(play) == {"SC1-I2": "skipped", "SC1-I3": "hand"}


@pytest.mark.parametrize("at", ["timeline", "list"])
@pytest.mark.parametrize("letter", [Key.Key_R, Key.Key_S, Key.Key_H])
def test_a_letter_on_news_that_has_arrived_does_nothing_to_the_next(
    play, page, rail, going, keys, refusals, at, letter
) -> None:
    play.do(play_inject, "R", "SC1-I1", 26)
    page.show_workshop(play.workshop)
    if at == "list":
        rail.list.setFocus()
        rail.list.setCurrentRow(0)
    else:
        page.timeline.choose("SC1-I1")
        page.timeline.setFocus()
    keys.press(letter)
    assert list(played(play)) == ["SC1-I1"]
    assert found(play).held == frozenset()
    assert refusals == ["Choose news that is still to come: only that waits for a key."]


def test_a_letter_on_a_decision_of_the_timeline_does_nothing(
    play, page, rail, going, keys, refusals
) -> None:
    page.timeline.choose("SC1-D1", "decision")
    page.timeline.setFocus()
    keys.press(Key.Key_R, Key.Key_S, Key.Key_H)
    assert (played(play), found(play).held) == ({}, frozenset())
    assert len(refusals) == 3


def test_no_letter_of_the_injects_counts_on_any_other_part_of_the_page(
    play, page, rail, going, keys
) -> None:
    def parts() -> list[QWidget]:
        every = [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy()]
        buttons = [w for w in rail.findChildren(QWidget) if w.isVisible() and w.focusPolicy()]
        mine = (page.timeline, rail.list)
        typed = (QLineEdit, QPlainTextEdit)
        able = [w for w in [*every, *buttons] if w not in mine and w.isEnabled()]
        return [w for w in able if not isinstance(w, typed)]

    page.decision.choose("hold" if found(play).pack.decision_points[0].options else "")
    assert len(parts()) > 12
    for part in parts():
        for letter in (Key.Key_R, Key.Key_S, Key.Key_N):
            part.setFocus()
            keys.press(letter)
            assert played(play) == {}, part
            assert found(play).held == frozenset(), part
            assert page.form.isHidden(), part


def test_f_takes_the_keyboard_to_the_timeline_at_what_comes_next(
    play, page, rail, going, keys
) -> None:
    play.do(play_inject, "R", "SC1-I1", 26)
    off_the_fields(page)
    keys.press(Key.Key_F)
    assert keys.at is page.timeline
    chosen = page.timeline.mark()
    assert chosen is not None
    assert chosen.id == "SC1-I2"
    keys.press(Key.Key_H)
    assert found(play).held == {"SC1-I2"}


def test_the_letters_stand_on_the_buttons_only_while_they_count(
    play, page, rail, going, keys
) -> None:
    def letters() -> list[str]:
        return [button.key() for button in (rail.release, rail.skip, rail.hold, rail.make)]

    off_the_fields(page)
    assert letters() == ["", "", "", "U"]
    keys.press(Key.Key_F)
    assert letters() == ["R", "S", "H", "U"]
    page.timeline.choose("SC1-D1", "decision")
    page._show_letters()
    assert letters() == ["", "", "", "U"]
    rail.list.setFocus()
    assert letters() == ["R", "S", "H", "U"]


def test_a_row_that_comes_before_does_not_slip_another_under_the_keyboard(
    play, page, rail, going
) -> None:
    rail.list.setFocus()
    rail.list.setCurrentRow(1)
    play.do(write_inject, "R", "A rumour", "Everyone", "Call", 25)
    page.show_workshop(play.workshop)
    assert rail.list.current_id() == "SC1-I2"
