"""Injects in play: released, skipped, held, moved, made up, reworded; notes; the clock."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from facilitator.guide import Guide, Inject
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import say_stop_word
from facilitator.stages.rehearsal.injects import (
    hold_inject,
    move_inject,
    play_inject,
)
from facilitator.stages.rehearsal.observing import take_note
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.clock import SetClock
from sessions.session import Session
from ui.stages.rehearsal.page import page_for
from ui.stages.rehearsal.room import room_view

Key = Qt.Key
MINUTE = 60


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


def played(session: Session) -> dict[str, str]:
    return {each.inject: each.how for each in found(session).played.values()}


def off_the_fields(page) -> None:
    """The keyboard is on a button, where no field takes the letters."""
    page.clock.pause.setFocus()


def test_h_lets_a_held_inject_go_again(play, page, rail, going, keys) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_Down, Key.Key_Return, Key.Key_H)
    assert found(play).held == {"SC1-I2"}
    assert rail.hold.text() == "Let go"
    keys.press(Key.Key_H)
    assert found(play).held == frozenset()


@pytest.mark.parametrize("letters", ["rshnptmeuf"])
def test_letters_typed_into_a_field_are_only_letters(
    play, page, rail, going, keys, desk, letters
) -> None:
    for line in (page.note.line, page.decision.proposal.line, page.lessons.line.line):
        line.setFocus()
        keys.type(letters)
        assert line.text() == letters
    assert played(play) == {}
    assert found(play).held == frozenset()
    assert found(play).clock.running
    assert page.form.isHidden()
    assert not desk.focus.quiet


def test_the_list_says_where_each_inject_was_moved_and_what_holds_it(
    play, page, rail, going, guide: Guide
) -> None:
    play.do(move_inject, "R", "SC1-I1", 44, play.seconds())
    play.do(hold_inject, "R", "SC1-I2")
    page.show_workshop(play.workshop)
    rows = [rail.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(3)]
    assert [(row.title, row.remark) for row in rows] == [
        ("Two readmissions", "held"),
        ("A promise already made", "→ 44:00"),
        ("The date is out", "56:00"),
    ]


def test_what_waits_for_a_decision_says_so(play, page, rail, guide: Guide) -> None:
    first, second, third = guide.packs["SC1"].injects
    waits = msgspec.structs.replace(first, when_decided="SC1-D1")
    unless = msgspec.structs.replace(second, unless_decided="SC1-D1")
    pack = msgspec.structs.replace(guide.packs["SC1"], injects=(waits, unless, third))
    play.do(choose_scenario, pack, rehearsal_id="R")
    page.show_workshop(play.workshop)
    rows = [rail.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(3)]
    assert [row.remark for row in rows] == ["waits", "41:00", "56:00"]
    page._look_at("SC1-I1")
    assert "waits until decision 1 is taken" in page.panel._about.text()
    page._look_at("SC1-I2")
    assert "comes unless decision 1 has been taken by then" in page.panel._about.text()


def test_two_hundred_injects_scroll_in_the_list_and_fit_on_the_timeline(
    play, page, rail, guide: Guide, qtbot
) -> None:
    many = tuple(
        Inject(id=f"X{n}", at_min=25 + n // 4, arrives_as="Call", to="Everyone", text=f"News {n}")
        for n in range(200)
    )
    pack = msgspec.structs.replace(guide.packs["SC1"], injects=many)
    play.do(choose_scenario, pack, rehearsal_id="R")
    page.show_workshop(play.workshop)
    assert rail.list.count() == 200
    assert rail.list.height() <= 300
    qtbot.waitUntil(lambda: rail.list.verticalScrollBar().maximum() > 0, timeout=1000)
    assert len(page.timeline.marks()) == 202
    assert rail.release.isVisible()


def test_alt_and_an_arrow_on_the_timeline_move_an_inject_and_the_past_is_refused(
    play, page, going, keys, qtbot, refusals, clock: SetClock
) -> None:
    page.timeline.setFocus()
    page.timeline.choose("SC1-I1")
    qtbot.keyClick(page.timeline, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert found(play).planned(found(play).inject("SC1-I1")) == 29
    clock.forward(4 * MINUTE)
    qtbot.keyClick(page.timeline, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert refusals == ["That minute is past. Release it now instead."]
    assert found(play).planned(found(play).inject("SC1-I1")) == 29


def test_an_inject_chosen_on_the_timeline_is_the_one_that_is_released(
    play, page, rail, going, keys
) -> None:
    page.timeline.setFocus()
    keys.press(Key.Key_End, Key.Key_Left)
    assert rail.release.accessibleName() == "Release now: The date is out"
    keys.press(Key.Key_R)
    assert played(play) == {"SC1-I3": "hand"}


def test_u_makes_one_up_that_arrives_at_once_and_fills_the_screen(
    play, page, rail, going, keys, desk
) -> None:
    off_the_fields(page)
    keys.press(Key.Key_U)
    keys.type("The minister is at the door")
    keys.press(Key.Key_Return)
    (made,) = found(play).written.values()
    assert (made.text, made.to, made.arrives_as) == (
        "The minister is at the door",
        "Everyone",
        "News",
    )
    assert played(play) == {made.id: "hand"}
    assert desk.focus.inject == made.id
    assert page.form.isHidden()
    assert page.panel.shown() == made.id


def test_one_that_is_made_up_for_a_role_and_a_minute_comes_then_and_stays_off_the_wall(
    play, page, rail, going, keys, desk, guide: Guide, passes
) -> None:
    off_the_fields(page)
    keys.press(Key.Key_U)
    keys.type("Your sister is on ward 9")
    keys.press(Key.Key_Tab)
    keys.type("only the ward")
    keys.press(Key.Key_Tab)
    keys.type("Phone call")
    keys.press(Key.Key_Tab)
    keys.type("27")
    keys.press(Key.Key_Return)
    (made,) = found(play).written.values()
    assert (made.to, made.at_min) == ("Ward sister", 27)
    assert played(play) == {}
    passes(2 * MINUTE)
    assert played(play) == {made.id: "clock"}
    assert desk.focus.inject == ""
    for step in guide.stage("rehearsal").steps:
        desk.focus_on(inject=made.id)
        seen = room_view(play.workshop, guide, step, desk.focus).strings()
        assert not any("sister is on" in text for text in seen)
    assert page.panel._large.isVisible(), "it is shown large, to be handed over"
    assert page.panel._large.text() == "“Your sister is on ward 9”"


def test_e_puts_an_inject_that_is_to_come_into_other_words(play, page, rail, going, keys) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Return, Key.Key_E)
    assert page.form.text.toPlainText().startswith("The draft closure date")
    page.form.text.setPlainText("The date is out.")
    keys.press(Key.Key_Return)
    assert found(play).inject("SC1-I3").text == "The date is out."
    assert found(play).planned(found(play).inject("SC1-I3")) == 56
    assert played(play) == {}


def test_a_minute_that_is_no_number_is_refused_and_the_words_stay(
    play, page, rail, going, keys, refusals
) -> None:
    off_the_fields(page)
    keys.press(Key.Key_U)
    keys.type("The minister is at the door")
    page.form.minute.put("soon")
    keys.press(Key.Key_Return)
    assert refusals == ["Write the minute as a number, or leave it empty for now."]
    assert found(play).written == {}
    assert page.form.text.toPlainText() == "The minister is at the door"


def test_a_form_that_was_left_still_has_its_words(play, page, rail, going, keys) -> None:
    off_the_fields(page)
    keys.press(Key.Key_U)
    keys.type("Half a thought")
    keys.press(Key.Key_Escape)
    assert page.form.isHidden()
    off_the_fields(page)
    keys.press(Key.Key_U)
    assert page.form.text.toPlainText() == "Half a thought"


def test_t_takes_a_note_stamped_by_the_scenario_clock(
    play, page, rail, going, keys, clock: SetClock
) -> None:
    clock.forward(MINUTE + 10)
    off_the_fields(page)
    keys.press(Key.Key_T)
    keys.type("Finance spoke first")
    keys.press(Key.Key_Return)
    (note,) = found(play).notes.values()
    assert (note.text, note.second) == ("Finance spoke first", 26 * MINUTE + 10)
    assert page.note.line.placeholderText() == "Kept at 26:10: Finance spoke first"


def test_a_note_is_put_right_and_taken_out(play, page, going, keys, clock: SetClock) -> None:
    play.do(take_note, "R", 1600, "Finnance spoke", note_id="")
    page.show_workshop(play.workshop)
    page.note.line.setFocus()
    keys.type("half a note")
    page.notes.table.setFocus()
    keys.press(Key.Key_Return)
    page.note.line.selectAll()
    keys.type("Finance spoke")
    keys.press(Key.Key_Return)
    (note,) = found(play).notes.values()
    assert (note.text, note.second) == ("Finance spoke", 1600)
    assert page.note.text() == "half a note", "what was being typed is there again"
    page.notes.table.setFocus()
    keys.press(Key.Key_Delete)
    assert found(play).notes == {}


def test_p_pauses_the_story_and_sets_it_going(play, page, rail, going, keys) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_P)
    assert not found(play).clock.running
    rail.list.setFocus()
    keys.press(Key.Key_P)
    assert found(play).clock.running


def test_the_clock_is_moved_by_a_minute_and_set(play, page, going, keys, refusals) -> None:
    page.clock.more.setFocus()
    keys.press(Key.Key_Return)
    assert page.clock.figures.text() == "26:00"
    keys.press(Key.Key_Left, Key.Key_Return, Key.Key_Return)
    assert page.clock.figures.text() == "24:00"
    page.clock.set_button.setFocus()
    keys.press(Key.Key_Return)
    keys.type("soon")
    keys.press(Key.Key_Return)
    assert refusals == ["Write the minute as 42, or with seconds as 42:30."]
    page.clock.minute.line.selectAll()
    keys.type("42:30")
    keys.press(Key.Key_Return)
    assert page.clock.figures.text() == "42:30"
    assert keys.at is page.clock.set_button


def test_the_clock_tells_the_hour_of_the_newest_news(play, page, going, guide: Guide) -> None:
    first = msgspec.structs.replace(guide.packs["SC1"].injects[0], story_time="Day 3")
    pack = msgspec.structs.replace(guide.packs["SC1"], injects=(first,))
    play.do(choose_scenario, pack, rehearsal_id="R")
    play.do(play_inject, "R", "SC1-I1", 28)
    page.show_workshop(play.workshop)
    assert page.clock._remark.text() == "not started: day 3"


def test_m_turns_the_sound_off_and_on(play, page, rail, going, keys, desk) -> None:
    off_the_fields(page)
    keys.press(Key.Key_M)
    assert desk.focus.quiet
    assert page.clock.sound.text() == "Sound off"
    off_the_fields(page)
    keys.press(Key.Key_M)
    assert not desk.focus.quiet


def test_nothing_is_released_while_the_stop_word_holds(
    play, page, rail, going, keys, refusals
) -> None:
    play.do(say_stop_word, "R", play.seconds())
    rail.list.setFocus()
    keys.press(Key.Key_R)
    assert refusals == ["The stop word was said. Go on together first."]
    assert played(play) == {}
    assert not page.clock.start.isVisible()


def test_the_keys_of_the_page_are_in_the_list_of_all_keys(page) -> None:
    told = dict(page.keys())
    assert {"R", "S", "H", "U", "E", "T", "P", "M", "F", "Alt ← →"} <= set(told)
    assert told["R"] == "release now (what is chosen on the timeline or in the list)"
    assert "N" not in told


def test_a_long_title_takes_a_second_line_in_the_list(play, page, rail, guide: Guide) -> None:
    first, second, third = guide.packs["SC1"].injects
    long = msgspec.structs.replace(first, title="The trust’s chair calls about the closure")
    pack = msgspec.structs.replace(guide.packs["SC1"], injects=(long, second, third))
    play.do(choose_scenario, pack, rehearsal_id="R")
    page.show_workshop(play.workshop)
    heights = [rail.list.sizeHintForRow(at) for at in range(3)]
    assert heights[0] > heights[2]


def test_before_a_scenario_is_chosen_there_is_nothing_to_press(session, a_page) -> None:
    page = a_page(page_for, "rehearsal", "play")
    rail = page.rail()
    assert rail.inside.isHidden()
    assert not page.foot.isVisible()
    assert not page.take_key("U")
    assert page.form.isHidden()
