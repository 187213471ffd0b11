"""Check-ins in three ways: by name, from paper slips, and by passing the laptop."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from facilitator.progress import enter_step
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.feeling import check_in, give_slip
from facilitator.stages.rehearsal.state import Feeling
from sessions.problems import Full
from ui.stages.rehearsal.feeling.entry import in_one_line
from ui.stages.rehearsal.feeling.pass_round import THANKS

Key = Qt.Key
SECRET = "Xylophone"


@pytest.fixture
def passed(chosen, open_page, qtbot):
    """The page with the laptop passed round, as (page, what covers it)."""
    chosen.do(check_in, "R", "before", "org-1-lead", SECRET, 5)
    page = open_page("check-in-before")
    qtbot.keyClick(page, Key.Key_F3)
    qtbot.waitUntil(lambda: page.passing is not None and page.passing.isActiveWindow())
    yield page, page.passing
    if page.passing is not None:
        page.passing.word.clear()
        page.passing._number = 0
        page.passing._end()


def slips(found) -> list[tuple[str, int]]:
    return [(f.word, f.tension) for f in found().feelings if not f.member]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tense 4", ("tense", "4")),
        ("a bit tense, 4 ", ("a bit tense", "4")),
        ("tense", ("tense", "")),
        ("tense4", ("tense4", "")),
        ("tense 42", ("tense 42", "")),
        ("", ("", "")),
    ],
)
def test_a_number_at_the_end_of_the_line_is_the_number(typed, read) -> None:
    assert in_one_line(typed) == read


def test_word_and_number_in_one_line_keep_a_check_in_by_name(chosen, open_page, keys, found):
    open_page("check-in-before")
    keys.type("tense 4")
    keys.press(Key.Key_Return)
    assert found().feelings == (Feeling("before", "org-1-lead", "tense", 4),)


def test_slips_are_typed_fast_and_without_names(chosen, open_page, keys, found) -> None:
    page = open_page("check-in-after")
    keys.press(Key.Key_F4)
    keys.type("tense 4")
    keys.press(Key.Key_Return)
    keys.fill("calm", "1")
    keys.press(Key.Key_Return)
    assert slips(found) == [("tense", 4), ("calm", 1)]
    assert [f.when for f in found().feelings] == ["after", "after"]
    assert page.sums.text() == "2 of 5 · mean 2.5 · the room sees only how many"
    assert [page.slips.table.model().index(0, at).data() for at in range(3)] == ["2", "calm", "1"]


def test_a_slip_is_corrected_and_taken_out(chosen, open_page, keys, found) -> None:
    for at, word in enumerate(("tense", "calm")):
        chosen.do(give_slip, "R", "before", word, 4, f"S{at}")
    page = open_page("check-in-before")
    keys.press(Key.Key_F4, Key.Key_Down, Key.Key_Return)
    assert page.slips.about.text() == "Slip 2, to correct"
    keys.fill("calmer", "2")
    keys.press(Key.Key_Return)
    assert slips(found) == [("tense", 4), ("calmer", 2)]
    keys.press(Key.Key_Down, Key.Key_Delete)
    assert slips(found) == [("tense", 4)]


def test_a_slip_that_is_taken_out_while_it_is_corrected_is_kept_as_a_new_one(
    chosen, open_page, keys, found
) -> None:
    chosen.do(give_slip, "R", "before", "tense", 4, "S")
    open_page("check-in-before")
    keys.press(Key.Key_F4, Key.Key_Down, Key.Key_Return)
    chosen.undo()
    keys.press(Key.Key_Return, Key.Key_Return)
    assert slips(found) == [("tense", 4)]


def test_a_slip_without_a_number_in_the_scale_stays_to_be_mended(
    chosen, open_page, keys, refusals, found
) -> None:
    page = open_page("check-in-before")
    keys.press(Key.Key_F4)
    keys.type("tense 9")
    keys.press(Key.Key_Return)
    assert refusals == ["The number goes from 1, at ease, to 5, tense."]
    assert (slips(found), page.slips.entry.word.text()) == ([], "tense 9")


@pytest.mark.parametrize("typed", ["+", "-", "0", "a", "  "])
def test_what_is_no_digit_cannot_be_typed_as_the_number(
    chosen, open_page, keys, found, typed
) -> None:
    page = open_page("check-in-before")
    keys.fill("calm", typed)
    assert page.number.text() == ""
    keys.type("2")
    keys.press(Key.Key_Return)
    assert found().feelings == (Feeling("before", "org-1-lead", "calm", 2),)


@pytest.mark.parametrize("text", ["+", "-", "²", "x", "0", "\x00", "9"])
def test_any_text_of_the_number_is_refused_and_the_words_stay(
    chosen, open_page, keys, refusals, found, text
) -> None:
    page = open_page("check-in-before")
    keys.fill("calm", "")
    page.number.setText(text)
    keys.press(Key.Key_Return)
    assert refusals == ["The number goes from 1, at ease, to 5, tense."]
    assert (found().feelings, page.word.text()) == ((), "calm")


def test_a_check_in_by_name_is_taken_out_with_delete(chosen, open_page, keys, found) -> None:
    chosen.do(check_in, "R", "before", "org-1-lead", "wary", 4)
    page = open_page("check-in-before")
    page.table.setFocus()
    page.table.go_to("org-1-lead")
    keys.press(Key.Key_Delete)
    assert found().feelings == ()


def test_words_that_are_being_typed_stay_when_the_way_is_changed_and_back(
    chosen, open_page, keys
) -> None:
    page = open_page("check-in-before")
    keys.type("wea")
    keys.press(Key.Key_F4)
    keys.type("slip")
    keys.press(Key.Key_F2)
    assert (page.word.text(), page.slips.entry.word.text()) == ("wea", "slip")
    assert keys.at is page.word


def test_slips_do_not_count_as_one_more_person(chosen, open_page, desk, guide) -> None:
    for at in range(3):
        chosen.do(give_slip, "R", "before", "calm", 1, f"S{at}")
    assert open_page("check-in-before").sums.text().startswith("3 of 5 ")


def test_the_laptop_passed_round_keeps_one_after_the_other_without_a_name(
    passed, qtbot, found, keys
) -> None:
    _, cover = passed
    qtbot.keyClicks(cover.word, "torn4")
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert cover.heading.text() == THANKS
    qtbot.keyClick(cover.next_button, Key.Key_Return)
    qtbot.keyClicks(cover.word, "calm")
    cover.keys[1].click()
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert slips(found) == [("torn", 4), ("calm", 2)]


def test_nothing_of_anybody_is_seen_while_the_laptop_is_passed(passed, qtbot) -> None:
    page, cover = passed
    qtbot.keyClicks(cover.word, f"{SECRET}ish 4")
    qtbot.keyClick(cover.word, Key.Key_Return)
    for _ in range(2):
        said = [label.text() for label in cover.findChildren(QLabel)]
        said += [line.text() for line in cover.findChildren(QLineEdit)]
        assert not any(SECRET in text or "mean" in text or "of 5" in text for text in said)
        cover._next()
    cover.word.undo()
    assert SECRET not in cover.word.text()
    assert cover.geometry() == page.window().frameGeometry()


def test_the_console_under_it_is_veiled(passed) -> None:
    page, cover = passed
    image = page.window().grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert len(colours) == 1
    assert cover.veil.isVisible()


def test_only_the_key_of_the_facilitator_ends_the_passing(passed, qtbot) -> None:
    page, cover = passed
    qtbot.keyClick(cover.word, Key.Key_Escape)
    cover.close()
    cover.reject()
    assert page.passing is cover
    assert cover.isVisible()
    cover._end()
    qtbot.waitUntil(lambda: page.passing is None)
    assert page.window().grab().toImage() is not None
    assert page.slips.isVisible()


def test_something_not_kept_is_asked_about_before_the_laptop_is_taken_back(
    passed, qtbot, found
) -> None:
    page, cover = passed
    qtbot.keyClicks(cover.word, "torn")
    qtbot.keyClick(cover.word, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.passing is cover
    assert cover.remark.text() == (
        "This one is not kept yet. Enter keeps it; Ctrl+L again leaves it out."
    )
    qtbot.keyClick(cover.word, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.passing is None)
    assert slips(found) == []


def test_whoever_would_rather_not_passes_it_on(passed, qtbot, found) -> None:
    _, cover = passed
    cover.pass_button.click()
    assert cover.heading.text() == THANKS
    assert slips(found) == []


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("torn", "And a number: 1 is at ease, 5 is tense."), ("3", "And a word: one is enough.")],
)
def test_what_is_missing_is_asked_for_calmly(passed, qtbot, found, typed, asked) -> None:
    _, cover = passed
    qtbot.keyClicks(cover.word, typed)
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert cover.remark.text() == asked
    assert slips(found) == []


def test_each_visit_begins_where_the_next_check_in_is_typed(chosen, open_page, keys) -> None:
    page = open_page("check-in-after")
    chosen.do(give_slip, "R", "after", "calm", 2)
    chosen.do(check_in, "R", "after", "org-1-lead", "tense", 4)
    keys.press(Key.Key_F8)
    page.begin()
    assert page.picture_button.isChecked()
    chosen.do(enter_step, "rehearsal", "debrief", chosen.seconds())
    chosen.do(enter_step, "rehearsal", "check-in-after", chosen.seconds())
    page.begin()
    assert page.by_name_button.isChecked()
    assert keys.at is page.word


def test_another_rehearsal_begins_its_check_in_by_name(
    chosen, open_page, keys, guide, desk
) -> None:
    page = open_page("check-in-after")
    keys.press(Key.Key_F8)
    chosen.do(give_slip, "R", "after", "calm", 2)
    chosen.do(choose_scenario, guide.packs["SC2"], rehearsal_id="R2")
    desk.focus_on(rehearsal="R2")
    page.begin()
    assert keys.at is page.word


def test_a_picture_of_nothing_leaves_the_keyboard_on_the_way_to_it(chosen, open_page, keys) -> None:
    page = open_page("check-in-after")
    keys.press(Key.Key_F8)
    assert keys.at is page.picture_button


def test_where_all_were_slips_the_next_visit_begins_with_slips(chosen, open_page, keys) -> None:
    chosen.do(give_slip, "R", "before", "calm", 2)
    page = open_page("check-in-after")
    assert page.slips_button.isChecked()
    assert keys.at is page.slips.entry.word


def test_words_on_a_slip_that_was_not_kept_are_there_again(chosen, open_page, keys) -> None:
    page = open_page("check-in-after")
    keys.press(Key.Key_F4)
    keys.type("half a wo")
    chosen.do(enter_step, "rehearsal", "check-in-after", chosen.seconds())
    page.begin()
    assert keys.at is page.slips.entry.word
    assert page.slips.entry.word.text() == "half a wo"


def test_fewer_check_ins_than_before_are_said_once_somebody_has_checked_in(
    chosen, open_page
) -> None:
    for at in range(3):
        chosen.do(give_slip, "R", "before", "calm", 2, f"S{at}")
    page = open_page("check-in-after")
    assert not page.missing.isVisible()
    chosen.do(give_slip, "R", "after", "calm", 2)
    said = "2 fewer checked in afterwards than before. Is there still a slip to type?"
    assert page.missing.text() == said


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("check-in-before", ["F2", "F3", "F4"]),
        ("check-in-after", ["F2", "F3", "F4", "F8", "F6", "Esc"]),
    ],
)
def test_a_check_in_tells_its_own_keys(chosen, open_page, step, told) -> None:
    assert [*dict(open_page(step).keys())] == told


def passing(page) -> list[str]:
    model = page.table.model()
    return [model.index(at, 2).data() for at in range(model.rowCount())]


def test_whoever_passes_is_not_asked_again_in_this_visit(chosen, open_page, keys) -> None:
    page = open_page("check-in-before")
    first = page.by_name.who.text()
    keys.press(Key.Key_Return)
    assert passing(page)[0] == "passes"
    for _ in passing(page)[1:]:
        keys.type("calm 2")
        keys.press(Key.Key_Return)
    assert page.by_name.who.text() == "Everyone has checked in or passed."
    chosen.do(enter_step, "rehearsal", "check-in-before", chosen.seconds())
    page.begin()
    assert (page.by_name.who.text(), passing(page)[0]) == (first, "")


def test_whoever_passed_may_check_in_after_all(chosen, open_page, keys, found) -> None:
    page = open_page("check-in-before")
    keys.press(Key.Key_Return, Key.Key_Up)
    keys.type("calm 2")
    keys.press(Key.Key_Return)
    assert passing(page)[0] == "calm"
    assert len(found().feelings) == 1


def test_why_it_could_not_be_kept_stands_on_the_page_that_is_passed(passed, qtbot, found) -> None:
    _, cover = passed
    qtbot.keyClicks(cover.word, "calm 9")
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert cover.remark.text() == "The number goes from 1, at ease, to 5, tense."
    assert (slips(found), cover.word.text()) == ([], "calm 9")
    assert cover.word.hasFocus()
    qtbot.keyClicks(cover.word, "2")
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert slips(found) == [("calm", 2)]


def test_what_a_disk_cannot_keep_goes_to_the_facilitator(passed, qtbot, found, monkeypatch) -> None:
    _, cover = passed
    qtbot.keyClicks(cover.word, "calm 9")
    qtbot.keyClick(cover.word, Key.Key_Return)
    monkeypatch.setattr(cover._desk.session, "do", _full)
    qtbot.keyClicks(cover.word, "2")
    qtbot.keyClick(cover.word, Key.Key_Return)
    assert cover.remark.text() == "It could not be kept. Please hand the laptop to the facilitator."
    assert cover.word.text() == "calm 9"


def _full(*_: object) -> None:
    raise Full.new(Path("a.workshop"))
