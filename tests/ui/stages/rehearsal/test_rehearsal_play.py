"""The scenario in play, by keyboard alone."""

from PySide6.QtCore import Qt

from facilitator.rounds import latest_round
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.clock import SetClock
from sessions.session import Session
from ui.stages.rehearsal.page import page_for
from ui.stages.rehearsal.playing.rail import InjectRail

Key = Qt.Key
MINUTE = 60
ANOTHER_WAY = Key.Key_4
"""The card after the three options of Ward 9."""


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


def marks(rail: InjectRail) -> list[tuple[str, str]]:
    rows = [rail.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(rail.list.count())]
    return [(row.mark, row.remark) for row in rows]


def test_enter_starts_the_clock_at_the_minute_of_the_stage(
    play, page, keys, clock: SetClock
) -> None:
    assert page.clock.figures.text() == "25:00"
    keys.press(Key.Key_Return)
    assert found(play).clock.running
    clock.forward(3 * MINUTE + 40)
    page.clock.tick()
    assert page.clock.figures.text() == "28:40"


def test_after_a_pause_the_clock_goes_on_where_it_was(play, page, keys, clock: SetClock) -> None:
    keys.press(Key.Key_Return)
    clock.forward(MINUTE)
    page.clock.pause.setFocus()
    keys.press(Key.Key_Return)
    clock.forward(3600)
    assert page.clock.start.text() == "Go on"
    keys.press(Key.Key_Return)
    clock.forward(MINUTE)
    page.clock.tick()
    assert page.clock.figures.text() == "27:00"


def test_the_list_says_what_has_arrived_what_was_skipped_and_what_is_to_come(
    play, page, rail, keys
) -> None:
    assert marks(rail) == [("todo", "28:00"), ("todo", "41:00"), ("todo", "56:00")]
    rail.release.setFocus()
    keys.press(Key.Key_Return)
    rail.skip.setFocus()
    keys.press(Key.Key_Return)
    assert marks(rail) == [("now", "28:00"), ("done", "skipped"), ("todo", "56:00")]
    assert {i: p.how for i, p in found(play).played.items()} == {
        "SC1-I1": "hand",
        "SC1-I2": "skipped",
    }


def test_an_inject_chosen_in_the_list_is_the_one_that_is_released(
    play, page, rail, keys, desk
) -> None:
    rail.list.setFocus()
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert rail.release.accessibleName() == "Release now: The date is out"
    assert desk.focus.inject == ""
    rail.release.setFocus()
    keys.press(Key.Key_Return)
    assert list(found(play).played) == ["SC1-I3"]
    assert desk.focus.inject == "SC1-I3"


def test_an_inject_for_one_part_is_handed_over_and_never_on_the_screen(
    play, page, rail, going, passes, desk
) -> None:
    play.do(give_role, "R", "Board chair", "org-2-lead")
    passes(3 * MINUTE)
    said = page.panel._about.text()
    assert said.startswith("For the Board chair (Chief executive) only: hand it over")
    assert not page.panel.take_off.isVisible()
    assert not page.panel.put_on.isVisible()
    assert desk.focus.inject == ""


def test_what_the_group_did_is_kept_with_enter(play, page, going, passes, keys) -> None:
    passes(3 * MINUTE)
    page.begin()
    keys.type("The chair proposed a joint statement")
    keys.press(Key.Key_Return)
    assert found(play).played["SC1-I1"].response == "The chair proposed a joint statement"
    assert not page.panel.isVisible()


def test_news_does_not_take_the_line_that_is_being_typed(play, page, going, passes, keys) -> None:
    passes(3 * MINUTE)
    page.begin()
    keys.type("The chair ")
    passes(13 * MINUTE)
    keys.type("waited")
    assert "Two readmissions, for the GP lead only" in page.panel._others.text()
    keys.press(Key.Key_Return)
    assert found(play).played["SC1-I1"].response == "The chair waited"
    assert found(play).played["SC1-I2"].response == ""
    assert "GP lead" in page.panel._about.text()


def test_esc_takes_an_inject_off_the_screen(play, page, going, passes, desk, keys) -> None:
    passes(31 * MINUTE)
    page.begin()
    assert desk.focus.inject == "SC1-I3"
    keys.press(Key.Key_Escape)
    assert desk.focus.inject == ""
    page.panel.put_on.setFocus()
    keys.press(Key.Key_Return)
    assert desk.focus.inject == "SC1-I3"


def test_a_decision_is_put_and_taken_to_its_result(
    play, page, going, clock: SetClock, desk, keys
) -> None:
    clock.forward(23 * MINUTE)
    page.begin()
    keys.press(ANOTHER_WAY)
    keys.type("Close ten beds when twelve staff are in post")
    keys.press(Key.Key_Return)
    keys.type("It is safe")
    keys.press(Key.Key_Return)
    (put,) = found(play).decisions.values()
    assert (put.point, put.minute, put.reasons) == ("SC1-D1", 48, "It is safe")
    assert desk.focus.decision == put.id
    keys.press(Key.Key_1, Key.Key_1, Key.Key_2)
    keys.type("Wards speak for themselves")
    keys.press(Key.Key_Return, Key.Key_L)
    last = latest_round(play.workshop, put.id)
    assert last is not None
    assert last.outcome() == "agreed_with_reservations"
    page.decision.row.button("Next decision →").setFocus()
    keys.press(Key.Key_Return)
    assert page.eyebrow.text() == "Decision 2 of 2 · minute 64 · Ward 9"
    assert desk.focus.decision == "SC1-D2"
    assert keys.at is page.decision.options.cards()[0]


def test_a_decision_without_words_is_refused(play, page, going, keys, refusals) -> None:
    page.begin()
    keys.press(ANOTHER_WAY, Key.Key_Return)
    assert refusals == ["What is proposed?"]
    assert found(play).decisions == {}


def test_the_words_of_a_decision_are_corrected_before_its_round(play, page, going, keys) -> None:
    page.begin()
    keys.press(ANOTHER_WAY)
    keys.fill("Close ten bedds", "")
    keys.press(Key.Key_Return)
    page.decision.row.button("Correct the words").setFocus()
    keys.press(Key.Key_Return, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    keys.type("ds")
    keys.press(Key.Key_Return, Key.Key_Return)
    assert [d.text for d in found(play).decisions.values()] == ["Close ten beds"]


def test_the_question_is_shown_to_the_room_before_anything_is_proposed(
    play, page, going, desk, keys
) -> None:
    page.decision.row.button("Show the question to the room").setFocus()
    keys.press(Key.Key_Return)
    assert desk.focus.decision == "SC1-D1"
    page.decision.row.button("Take it off the room’s screen").setFocus()
    keys.press(Key.Key_Return)
    assert desk.focus.decision == ""


def test_a_lesson_is_kept_while_the_story_goes_on(play, page, keys) -> None:
    page.lessons.setFocus()
    keys.type("Agree who speaks first")
    keys.press(Key.Key_Return)
    assert [lesson.text for lesson in found(play).lessons] == ["Agree who speaks first"]


def test_the_page_scrolls_to_the_positions_when_they_are_asked_for(
    play, page, going, keys, qtbot
) -> None:
    page.begin()
    keys.press(ANOTHER_WAY)
    keys.fill("Close ten beds", "")
    keys.press(Key.Key_Return)
    table = page.decision.ledger.table
    assert keys.at is table
    qtbot.waitUntil(lambda: table.visibleRegion().boundingRect().height() > 100, timeout=1000)


def test_every_pack_plays_to_the_end_by_the_buttons(session, guide, a_page, desk, qtbot) -> None:
    for pack in guide.packs.values():
        session.do(choose_scenario, pack, rehearsal_id=pack.id)
        desk.focus_on(rehearsal=pack.id, inject="", decision="")
        page = a_page(page_for, "rehearsal", "play")
        rail = page.rail()
        assert isinstance(rail, InjectRail)
        rail.show()
        for _ in pack.injects:
            qtbot.keyClick(rail.release, Key.Key_Return)
        rail.close()
        played = session.workshop.rehearsals[pack.id].played
        in_order = sorted(pack.injects, key=lambda i: (bool(i.when_decided), i.at_min))
        # What waits for a decision comes after what only waits for its minute.
        assert list(played) == [i.id for i in in_order]
