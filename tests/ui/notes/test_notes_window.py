"""The note-taker's window, by its keys."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from facilitator.attribution import choose_for_all
from facilitator.board import Contribution
from facilitator.events import Refused
from facilitator.progress import enter_step
from facilitator.rounds import lock_round
from sessions.clock import SetClock
from sessions.session import NOT_FOR_NOTE_TAKERS, Session
from ui.notes.right import NO_ROUND
from ui.notes.window import NOTHING_TO_READ_BACK, WORDS_IN_THE_FIELD, NotesWindow
from ui.widgets.rows import ITEM_ROLE


def last_card(window: NotesWindow) -> Contribution:
    return list(window.desk.workshop.contributions.values())[-1]


def rows(window: NotesWindow) -> list[tuple[str, ...]]:
    model = window.table.model()
    return [
        tuple(model.index(at, column).data(ITEM_ROLE).text for column in range(model.columnCount()))
        for at in range(model.rowCount())
    ]


def test_enter_keeps_it_word_for_word_with_step_and_time(notes: NotesWindow, hands: Any) -> None:
    hands.keep("“We are asked when it is already decided.”")

    card = last_card(notes)
    assert card.text == "“We are asked when it is already decided.”"
    assert (card.stage, card.question) == ("purpose", "only-us")
    assert card.at == "2026-03-18T09:30:00"
    assert rows(notes) == [("09:30:00", "unattributed", card.text, "")]
    assert notes.field.line.text() == ""


def test_a_figure_says_who(notes: NotesWindow, hands: Any) -> None:
    hands.control(Qt.Key.Key_3)
    hands.keep("Ask people in recovery.")
    assert last_card(notes).organisation == "healthwatch"

    hands.control(Qt.Key.Key_3)
    hands.control(Qt.Key.Key_0)
    hands.keep("Nobody asked us.")
    assert last_card(notes).organisation == ""
    assert [row[1] for row in rows(notes)] == ["unattributed", "Healthwatch"]


def test_nobody_speaks_for_longer_than_one_note(notes: NotesWindow, hands: Any) -> None:
    hands.control(Qt.Key.Key_1)
    hands.keep("One.")
    hands.keep("Two.")

    assert last_card(notes).organisation == ""


def test_a_name_after_the_sign_says_who(notes: NotesWindow, hands: Any) -> None:
    hands.type("@Public Health")
    hands.press(Qt.Key.Key_Tab)
    hands.keep("Put the money behind one door.")

    assert last_card(notes).organisation == "public-health"
    assert notes.desk.workshop.private_notes == {}


def test_tab_makes_a_private_note_and_only_of_this_one(notes: NotesWindow, hands: Any) -> None:
    hands.type("Chair answered for three.")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    hands.keep("Said aloud.")

    (note,) = notes.desk.workshop.private_notes.values()
    assert (note.text, note.stage, note.step) == ("Chair answered for three.", "purpose", "only-us")
    assert rows(notes)[1][1:] == ("private", "Chair answered for three.", "never shown")
    assert last_card(notes).text == "Said aloud."


def test_tab_twice_makes_it_public_again(notes: NotesWindow, hands: Any) -> None:
    hands.type("Said aloud.")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)

    assert notes.desk.workshop.private_notes == {}
    assert last_card(notes).text == "Said aloud."


def test_a_stamp_keeps_when_it_was_said(notes: NotesWindow, hands: Any, clock: SetClock) -> None:
    hands.control(Qt.Key.Key_T)
    clock.forward(95)
    hands.keep("A long sentence.")
    clock.forward(5)
    hands.keep("A short one.")

    assert [row[0] for row in rows(notes)] == ["09:31:40", "09:30:00"]


def test_what_is_said_in_a_step_without_a_question_is_kept_with_the_step(
    notes: NotesWindow, hands: Any
) -> None:
    notes.go("values", "rounds")
    hands.keep("That is not what we agreed.")

    assert (last_card(notes).stage, last_card(notes).question) == ("values", "rounds")


def test_choosing_a_step_here_moves_nobody_else(notes: NotesWindow, hands: Any) -> None:
    before = list(notes.desk.session.history.entries)
    hands.press(Qt.Key.Key_PageDown)

    assert notes.step[1].id == "vanished" or notes.step[1].id != "only-us"
    assert notes.desk.session.history.entries == before
    hands.press(Qt.Key.Key_PageUp)
    assert notes.step[1].id == "only-us"


def test_the_arrow_up_puts_the_last_one_right(notes: NotesWindow, hands: Any) -> None:
    hands.keep("I cannot give that away.")
    hands.press(Qt.Key.Key_Up)
    assert notes.field.line.text() == "I cannot give that away."
    hands.type(" Here.")
    hands.press(Qt.Key.Key_Return)

    assert last_card(notes).text == "I cannot give that away. Here."
    assert len(rows(notes)) == 1


def test_a_private_note_is_put_right_and_stays_private(notes: NotesWindow, hands: Any) -> None:
    hands.type("Chair answered")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Up)
    hands.type(" for three")
    hands.press(Qt.Key.Key_Return)

    (note,) = notes.desk.workshop.private_notes.values()
    assert note.text == "Chair answered for three"
    assert len(rows(notes)) == 1


def test_what_was_said_does_not_look_private_while_it_is_put_right(
    notes: NotesWindow, hands: Any
) -> None:
    hands.keep("One.")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Tab)

    assert not notes.field.private


def test_after_words_were_put_right_tab_makes_a_private_note_again(
    notes: NotesWindow, hands: Any
) -> None:
    hands.keep("One.")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Tab)

    assert notes.field.private


def test_opening_a_note_does_not_wipe_what_stands_in_the_field(
    notes: NotesWindow, hands: Any
) -> None:
    hands.keep("One.")
    hands.type("Half a sentence")

    notes.table.opened.emit(last_card(notes).id)

    assert notes.field.line.text() == "Half a sentence"
    assert notes.notice.accessibleName() == WORDS_IN_THE_FIELD


def test_one_note_after_another_is_opened_as_long_as_nothing_was_changed(
    notes: NotesWindow, hands: Any
) -> None:
    hands.keep("One.")
    first = last_card(notes).id
    hands.keep("Two.")
    hands.press(Qt.Key.Key_Up)

    notes.table.opened.emit(first)

    assert notes.field.line.text() == "One."


def test_escape_leaves_what_was_to_be_put_right_as_it_was(notes: NotesWindow, hands: Any) -> None:
    hands.keep("One.")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Escape)
    hands.keep("Two.")

    assert [row[2] for row in rows(notes)] == ["Two.", "One."]


def test_words_are_marked_as_read_back(notes: NotesWindow, hands: Any) -> None:
    hands.keep("I cannot give that away.")
    hands.control(Qt.Key.Key_R)

    assert last_card(notes).read_back
    assert rows(notes)[0][3] == "read back ✓"


def test_there_is_nothing_to_read_back_before_anything_was_said(
    notes: NotesWindow, hands: Any
) -> None:
    hands.control(Qt.Key.Key_R)

    assert notes.notice.accessibleName() == NOTHING_TO_READ_BACK
    assert notes.notice.isVisible()


def test_taking_back_takes_back_what_was_noted_here_and_nothing_of_the_facilitator_s(
    notes: NotesWindow, hands: Any
) -> None:
    hands.keep("A slip.")
    hands.control(Qt.Key.Key_Z)
    assert rows(notes) == []
    assert notes.foot.text() == "Taken back: the card “A slip.”"

    hands.control(Qt.Key.Key_Z)
    assert last_card(notes).text == "Kept by the facilitator"
    assert notes.foot.text() == "There is nothing to take back."
    hands.control(Qt.Key.Key_Y)
    assert last_card(notes).text == "A slip."


def test_only_what_was_noted_here_is_counted(notes: NotesWindow, hands: Any) -> None:
    hands.keep("One.")
    hands.keep("Two.")

    assert notes.bar._count.text() == "2 kept · every one saved"


def test_where_somebody_stands_is_kept_word_for_word(notes: NotesWindow, hands: Any) -> None:
    hands.control(Qt.Key.Key_P)
    notes.position.who.choose("acute-trust")
    notes.position.words.setText("Only for pooled outcomes.")
    notes.position.kept.emit()

    position = notes.desk.workshop.rounds["r1"].positions["acute-trust"]
    assert (position.code, position.text) == ("reservation", "Only for pooled outcomes.")
    assert not notes.position.isVisible()
    assert rows(notes)[0][1:3] == (
        "Acute trust",
        "I can live with it · “Only for pooled outcomes.”",
    )
    assert "“Only for pooled outcomes.” Acute trust" in notes.right._said.text()


def test_an_objection_without_words_is_refused_and_the_form_stays(
    notes: NotesWindow, hands: Any
) -> None:
    hands.control(Qt.Key.Key_P)
    notes.position.code.choose("object")
    notes.position.kept.emit()

    assert notes.notice.isVisible()
    assert notes.position.isVisible()
    assert notes.desk.workshop.rounds["r1"].positions == {}


def test_without_an_open_round_there_is_nothing_to_stand_on(
    main: Session, notes: NotesWindow, hands: Any
) -> None:
    main.undo()
    notes.desk.session.receive(main.history.entries)

    assert notes.right._about.text() == NO_ROUND
    hands.control(Qt.Key.Key_P)
    assert not notes.position.isVisible()


def test_a_note_taker_has_no_power_over_rounds_and_steps(notes: NotesWindow) -> None:
    for command, arguments in (
        (enter_step, ("values", "rounds", 1.0)),
        (choose_for_all, ("organisation",)),
    ):
        with pytest.raises(Refused, match="the facilitator’s to do"):
            notes.desk.session.do(command, *arguments)
    notes.desk.do(enter_step, "values", "rounds", 1.0)

    assert notes.notice.accessibleName() == NOT_FOR_NOTE_TAKERS
    with pytest.raises(Refused):
        lock_round(notes.desk.workshop, "r1", "")


def test_notes_are_found_by_their_words(notes: NotesWindow, hands: Any) -> None:
    hands.keep("One.")
    hands.keep("Two.")
    hands.control(Qt.Key.Key_F)
    notes.search.setText("tw")
    assert [row[2] for row in rows(notes)] == ["Two."]

    hands.press(Qt.Key.Key_Escape)
    assert [row[2] for row in rows(notes)] == ["Two.", "One."]
    assert notes.field.line.hasFocus() or notes.focusWidget() is notes.field.line


def test_a_refused_note_stays_in_the_field(notes: NotesWindow, hands: Any) -> None:
    hands.keep("   ")
    assert rows(notes) == []

    hands.press(Qt.Key.Key_Escape)
    hands.type("word" * 6000)
    hands.press(Qt.Key.Key_Return)
    assert notes.notice.isVisible()
    assert notes.field.line.text().startswith("wordword")


def test_an_unattributed_speaker_s_line_holds_no_author(
    main: Session, notes: NotesWindow, hands: Any
) -> None:
    main.do(choose_for_all, "unattributed")
    notes.desk.session.receive(main.history.entries)
    hands.control(Qt.Key.Key_3)
    hands.keep("Not for my name.")

    assert last_card(notes).organisation == ""
    assert rows(notes)[0][1] == "unattributed"


def test_what_was_noted_is_there_when_it_is_opened_again(
    notes: NotesWindow, hands: Any, qapp: Any
) -> None:
    hands.keep("One.")
    path = notes.desk.session.path
    notes.close()
    from facilitator.guide import load_guide
    from ui.desk import Desk

    again = NotesWindow(Desk(Session.open(path), load_guide()))
    assert [row[2] for row in rows(again)] == ["One."]
    assert again.windowTitle() == "Ashby Board · Table 3"
    again.close()
    again.deleteLater()


def test_every_control_has_a_name(notes: NotesWindow) -> None:
    notes.ask_position()
    unnamed = []
    for widget in notes.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and not interface.text(QAccessible.Text.Name):
            unnamed.append(widget)
    assert unnamed == []


def test_six_hundred_notes_are_all_kept_and_the_newest_shown(
    notes: NotesWindow, hands: Any
) -> None:
    for number in range(600):
        notes._keep(f"Note {number}", "", "", "")

    assert notes.kept.count == 600
    assert notes.table.model().rowCount() == 500
    assert rows(notes)[0][2] == "Note 599"


def test_only_the_rows_that_changed_are_made_anew(notes: NotesWindow, hands: Any) -> None:
    hands.keep("One.")
    hands.keep("Two.")
    before = notes.kept.rows(notes.desk.workshop)
    hands.control(Qt.Key.Key_R)
    after = notes.kept.rows(notes.desk.workshop)

    assert after[1] is before[1]
    assert after[0].cells[3].text == "read back ✓"
