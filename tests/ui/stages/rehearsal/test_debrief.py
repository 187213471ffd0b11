"""The debrief by keyboard: phases and their clocks, answers put right, the memory, lessons."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.casting import ask_observer, name_observers
from facilitator.stages.rehearsal.clock import say_stop_word, start_clock
from facilitator.stages.rehearsal.debriefing import answer_debrief, learn_lesson
from facilitator.stages.rehearsal.deciding import put_decision
from facilitator.stages.rehearsal.injects import answer_inject, play_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from sessions.clock import SetClock
from ui.desk import Focus
from ui.stages.rehearsal.debriefing.lessons import split_owner
from ui.stages.rehearsal.debriefing.moments import what_happened
from ui.stages.rehearsal.room import room_view

Key = Qt.Key
FEEL = "What did you feel that you would normally hide?"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(chosen, open_page):
    """The debrief, begun."""
    return open_page("debrief")


@pytest.fixture
def next_phase(qtbot, keys):
    """`next_phase()`: Ctrl and the down key."""
    return lambda: qtbot.keyClick(keys.at, Key.Key_Down, CTRL)


def test_answers_are_kept_question_by_question(page, found, desk, keys) -> None:
    assert page.question.text() == FEEL
    assert desk.focus.question == page.question.text()
    keys.type("Relief")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert page.phase.text() == "Retrace · 9 minutes · question 2 of 2"
    keys.type("Minute 41")
    keys.press(Key.Key_Return)
    assert found().answers == (
        (FEEL, "Relief"),
        ("When did we stop acting as one group?", "Minute 41"),
    )


def test_an_answer_is_put_right_and_taken_out_in_its_list(page, found, keys) -> None:
    for answer in ("Relief", "Shame", "Relief"):
        keys.type(answer)
        keys.press(Key.Key_Return)
    page.answers.table.setFocus()
    page.answers.table.go_to("1")
    keys.press(Key.Key_Return)
    page.answer.line.selectAll()
    keys.type("Shame, at first")
    keys.press(Key.Key_Return)
    assert [answer for _, answer in found().answers] == ["Relief", "Shame, at first", "Relief"]
    page.answers.table.setFocus()
    page.answers.table.go_to("1")
    keys.press(Key.Key_Delete)
    assert [answer for _, answer in found().answers] == ["Relief", "Relief"]


def test_words_typed_to_put_an_answer_right_are_kept_as_a_new_one_when_it_has_gone(
    chosen, page, found, keys, desk
) -> None:
    keys.type("Relief")
    keys.press(Key.Key_Return)
    page.answers.table.setFocus()
    keys.press(Key.Key_Return)
    keys.type(", mostly")
    desk.undo()
    keys.press(Key.Key_Return)
    assert [answer for _, answer in found().answers] == ["Relief, mostly"]


def test_hostile_words_are_shown_as_they_were_typed(page, hostile, keys, found) -> None:
    page.answer.put(hostile)
    keys.press(Key.Key_Return)
    page.lessons.line.put(hostile)
    page.lessons.setFocus()
    keys.press(Key.Key_Return)
    assert page.answers.table.model().index(0, 0).data() == hostile
    assert found().lessons[0].text == hostile


def test_a_fresh_debrief_begins_with_its_first_phase(page, found, chosen) -> None:
    assert found().phase.phase == "Feel"
    assert found().phase.since == chosen.seconds()
    assert page.phases.next.text() == "Next: Retrace →"


def test_a_debrief_that_was_answered_already_begins_nothing_by_itself(
    chosen, open_page, found
) -> None:
    chosen.do(answer_debrief, "R", FEEL, "Relief")
    page = open_page("debrief")
    assert found().phase is None
    assert page.phases.next.text() == "Begin: Feel"


def test_the_next_phase_begins_by_key_with_its_first_question_and_its_clock(
    page, found, desk, guide, next_phase, clock: SetClock, chosen
) -> None:
    clock.forward(300)
    next_phase()
    assert (found().phase.phase, found().phase.since) == ("Retrace", chosen.seconds())
    assert page.phase.text() == "Retrace · 9 minutes · question 1 of 2"
    clock.forward(61)
    page.tick(desk.seconds())
    assert page.phases.ring.accessibleName() == "07:59 left"
    step = guide.step("rehearsal", "debrief")
    seen = room_view(desk.workshop, guide, step, Focus(question=page.question.text()))
    assert (seen.clock_ends - desk.seconds(), seen.clock_total) == (479, 540)
    assert (seen.eyebrow, seen.caption) == ("Debrief · Retrace", "Retrace")
    picture = room_view(desk.workshop, guide, step, Focus(picture="strain"))
    assert (picture.clock_ends, picture.clock_total) == (seen.clock_ends, 540)


def test_looking_at_another_question_leaves_the_clock_alone(page, found, keys) -> None:
    since = found().phase
    keys.press(*[Key.Key_Down] * 4)
    assert page.phase.text().startswith("Strain · ")
    assert found().phase == since


def test_after_the_last_phase_the_clock_ends(page, found, next_phase) -> None:
    for _ in range(3):
        next_phase()
    assert page.phases.next.text() == "End the clock"
    next_phase()
    assert found().phase is None
    assert not page.phases.ring.isVisible()


def test_a_phase_of_another_day_is_ended_when_the_debrief_comes_up_again(
    page, found, clock: SetClock
) -> None:
    clock.forward(8 * 60 + 3599)
    page.begin()
    assert found().phase is not None
    clock.forward(2)
    page.begin()
    assert found().phase is None


def test_each_phase_stands_over_what_helps_to_answer(page, next_phase) -> None:
    helps = (page.feelings, page.memory, page.strain, page.strain_picture)
    seen = []
    for _ in range(4):
        seen.append([part.isVisible() for part in helps])
        next_phase()
    assert seen == [
        [True, False, False, False],
        [False, True, False, False],
        [False, False, True, True],
        [False, False, False, False],
    ]


def test_a_verdict_takes_the_minute_that_is_typed(page, found, keys, next_phase) -> None:
    next_phase()
    next_phase()
    page.strain.table.setFocus()
    keys.press(Key.Key_Down, Key.Key_3)
    keys.fill("Two left when the petition came", "41")
    keys.press(Key.Key_Return)
    strain = found().strains["V2"]
    assert (strain.verdict, strain.minute) == ("broke", 41)
    assert strain.moment == "Two left when the petition came"


def test_the_memory_tells_everything_by_the_minute(chosen, desk, found) -> None:
    chosen.do(start_clock, "R", chosen.seconds(), from_minute=25)
    chosen.do(play_inject, "R", "SC1-I1", 28)
    chosen.do(answer_inject, "R", "SC1-I1", "Kept it quiet")
    chosen.do(play_inject, "R", "SC1-I3", 56, how="skipped")
    chosen.do(put_decision, "R", "SC1-D1", 48, "Close ten beds", "No staff")
    chosen.do(take_note, "R", 45 * 60, "A silence")
    chosen.do(mark_value, "R", "V1", 41, "bent", "Finance first")
    chosen.do(say_stop_word, "R", chosen.seconds())
    told = [(m.minute, m.what) for m in what_happened(desk.workshop, found())]
    assert told == [
        (25, "Stop word"),
        (28, found().inject("SC1-I1").name),
        (28, "What we did"),
        (41, "No surprises bent"),
        (45, "Note"),
        (48, "Decision 1"),
        (56, found().inject("SC1-I3").name),
    ]
    texts = [m.text for m in what_happened(desk.workshop, found())]
    assert texts[2:6] == [
        "Kept it quiet",
        "Finance first",
        "A silence",
        "Close ten beds. No staff.",
    ]


def test_what_is_chosen_on_the_timeline_is_chosen_in_the_table_and_the_reverse(
    chosen, open_page, keys, next_phase
) -> None:
    chosen.do(take_note, "R", 45 * 60, "A silence")
    chosen.do(mark_value, "R", "V1", 41, "bent")
    page = open_page("debrief")
    next_phase()
    page.memory.timeline.setFocus()
    keys.press(Key.Key_Right)
    assert page.memory.timeline.mark().kind == "note"
    assert page.memory.table.current_id() == page.memory.timeline.mark().key
    keys.press(Key.Key_Return)
    assert keys.at is page.memory.table
    keys.press(Key.Key_Up)
    assert page.memory.timeline.mark().kind == "strain"


def test_in_retrace_the_observers_and_their_tasks_stand_first(
    chosen, open_page, next_phase
) -> None:
    chosen.do(name_observers, "R", ("wen", "org-1-lead"))
    chosen.do(ask_observer, "R", "wen", "Who was waited for?")
    page = open_page("debrief")
    next_phase()
    who = chosen.workshop.person("org-1-lead")
    assert page.memory.observers.text() == f"· Wen Sister: Who was waited for?\n· {who}"


def test_the_way_to_the_next_phase_is_filled_while_there_is_one(page, next_phase) -> None:
    def filled() -> tuple[bool, bool]:
        return page.phases.next.isVisible(), page.phases.other.isVisible()

    assert filled() == (True, False)
    for _ in range(3):
        next_phase()
    assert filled() == (False, True)
    next_phase()
    assert (page.phases.other.text(), filled()) == ("Begin: Feel", (False, True))


def test_once_the_last_phase_is_over_typing_goes_on(page, next_phase, keys) -> None:
    for _ in range(3):
        next_phase()
    page.phases.other.setFocus()
    keys.press(Key.Key_Space)
    assert keys.at is page.answer.line


def test_the_debrief_tells_its_own_keys(page) -> None:
    assert [*dict(page.keys())] == ["Ctrl+↓", "Ctrl+↑", "F6", "F7", "Esc"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ring first @wen", ("Ring first", "wen")),
        ("Ring first @ ward sister ", ("Ring first", "ward sister")),
        ("Write to a@b.org first", ("Write to a@b.org first", "")),
        ("@wen", ("@wen", "")),
        ("Ring first @", ("Ring first @", "")),
    ],
)
def test_a_name_after_an_at_sign_at_the_end_owns_the_lesson(typed, read) -> None:
    assert split_owner(typed) == read


def test_a_lesson_gets_its_owner_as_it_is_typed(page, found, keys) -> None:
    page.lessons.setFocus()
    keys.type("Decide who phones whom @wen")
    keys.press(Key.Key_Return)
    (lesson,) = found().lessons
    assert (lesson.text, lesson.owner) == ("Decide who phones whom", "wen")
    assert page.lessons.line.text() == ""


def test_a_name_that_may_be_two_people_is_asked_about(page, found, keys, refusals) -> None:
    page.lessons.setFocus()
    keys.type("Ring first @chief")
    keys.press(Key.Key_Return)
    assert found().lessons == ()
    assert "Who is meant by “chief”: " in refusals[0]
    assert "? Type more of it." in refusals[0]
    assert page.lessons.line.text() == "Ring first @chief"


def test_a_lesson_is_reworded_and_keeps_its_owner(chosen, open_page, found, keys) -> None:
    chosen.do(learn_lesson, "R", "Ring first", "wen", "L")
    page = open_page("debrief")
    page.lesson_table.setFocus()
    keys.press(Key.Key_F2)
    page.lessons.line.line.selectAll()
    keys.type("Ring before acting")
    keys.press(Key.Key_Return)
    assert [(each.text, each.owner) for each in found().lessons] == [("Ring before acting", "wen")]


def test_a_lesson_is_given_an_owner_in_the_debrief(chosen, open_page, found, keys) -> None:
    chosen.do(learn_lesson, "R", "Ring first", "", "L")
    page = open_page("debrief")
    page.lesson_table.setFocus()
    keys.press(Key.Key_Return)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found().lessons[0].owner == "wen"


def test_under_the_line_in_play_stand_the_newest_lessons_and_the_rest_is_counted(
    chosen, open_page, words
) -> None:
    for number in range(8):
        chosen.do(learn_lesson, "R", f"Lesson {number}")
    said = words(open_page("play"))
    assert "· Lesson 7\n" in said
    assert "· Lesson 1\n" not in said
    assert "and 2 more" in said
