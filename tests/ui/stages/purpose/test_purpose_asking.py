"""What is asked on the positions page before adopting and after it, one thing at a time."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator import attendance, rounds, statement
from facilitator.stages import purpose
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.page import page_for
from ui.stages.purpose.positions import PositionsPage
from ui.widgets.buttons import PrimaryButton

Key = Qt.Key
ANOTHER, STOP, DEFEND = (
    "Would another board sign this?",
    "What would we have to stop?",
    "Who will defend it outside?",
)


def agree(desk: Desk, draft: str = "d1") -> None:
    opened = desk.do(rounds.open_round, draft, desk.workshop.drafts[draft].text)
    for organisation in desk.workshop.organisations:
        desk.do(rounds.take_position, opened.id, organisation, "agree")
    desk.do(rounds.lock_round, opened.id, desk.minute())


@pytest.fixture
def show(desk: Desk, a_board, a_page: Callable[..., Page]) -> Callable[[], PositionsPage]:
    """Shows the positions page; four organisations and one draft are there."""
    a_board(desk.session, voting=4)
    desk.do(purpose.draft, "One purse", draft_id="d1")

    def made() -> PositionsPage:
        page = a_page(page_for, "purpose", "positions")
        assert isinstance(page, PositionsPage)
        return page

    return made


@pytest.fixture
def page(desk: Desk, show) -> PositionsPage:
    """The page with a draft that everybody agreed to."""
    agree(desk)
    return show()


def adopted(desk: Desk, page: PositionsPage) -> None:
    desk.do(statement.answer_another_board, "d1", False)
    desk.do(statement.name_stop, "d1", "Two meetings")
    page.adopt()


def filled(page: PositionsPage) -> list[str]:
    """The labels of the filled buttons that can be seen."""
    return [b.text() for b in page.findChildren(PrimaryButton) if b.isVisible()]


def press(page: PositionsPage, label: str) -> None:
    page.ledger.action_row.button(label).click()


def test_the_filled_button_leads_from_question_to_question_to_adopting(desk, page, keys) -> None:
    led = []
    for typed in (
        ("n", Key.Key_Return),
        ("Reports", Key.Key_Return, Key.Key_Return),
    ):
        [label] = filled(page)
        led.append(label)
        page.ledger.action_row.button(label).setFocus()
        keys.press(Key.Key_Return)
        for each in typed:
            keys.type(each) if isinstance(each, str) else keys.press(each)
    led += filled(page)
    keys.press(Key.Key_Return)
    led += filled(page)

    assert led == [ANOTHER, STOP, "Adopt v1", DEFEND]
    assert desk.workshop.drafts["d1"].verdict == "adopted"


def test_both_may_be_asked_before_the_round_is_locked(desk, show) -> None:
    page = show()
    press(page, STOP)

    assert page.stops.isVisible()
    assert filled(page) == ["Keep"]


@pytest.mark.parametrize("asking", ["another_board", "stops", "defend"])
def test_one_thing_is_asked_at_a_time(desk, page, asking) -> None:
    adopted(desk, page)
    page.ask(asking)

    shown = [
        p for p in (page.ledger, page.another_board, page.stops, page.defence) if p.isVisible()
    ]
    assert len(shown) == 1
    assert shown[0] is not page.ledger
    # Nothing is filled where a filled button would nudge an answer.
    assert len(filled(page)) == (asking != "defend")
    assert desk.focus.asking == asking


def test_esc_leaves_a_question_for_the_ledger(desk, page, keys) -> None:
    page.ask("another_board")
    keys.press(Key.Key_Escape)

    assert page.ledger.isVisible()
    assert desk.focus.asking == ""
    assert desk.workshop.drafts["d1"].another_board is None


def test_adopting_too_early_asks_what_is_missing(desk, page, refusals) -> None:
    desk.do(statement.answer_another_board, "d1", False)
    page.adopt()

    assert refusals == ["Before v1 is adopted, ask the room: “What would we have to stop?”"]
    assert page.stops.isVisible()


class TestAnotherBoard:
    def test_no_answer_is_refused_in_words(self, desk, page, keys, refusals) -> None:
        page.ask("another_board")
        page.another_board.line.setFocus()
        keys.type("Hard to say")
        keys.press(Key.Key_Return)

        assert refusals == ["Yes or no first: would another board sign this?"]
        assert page.another_board.line.text() == "Hard to say"

    def test_the_answer_can_be_put_right(self, desk, page, keys) -> None:
        desk.do(statement.answer_another_board, "d1", False, "Nobody")
        press(page, "Another board: no")
        assert page.another_board.line.text() == "Nobody"
        page.another_board.yes.click()
        keys.press(Key.Key_Return)

        assert desk.workshop.drafts["d1"].another_board == statement.AnotherBoard(True, "Nobody")

    def test_a_yes_is_a_warning_and_no_bar(self, desk, page) -> None:
        desk.do(statement.answer_another_board, "d1", True)
        desk.do(statement.name_stop, "d1", "Two meetings")

        assert page.ledger.remark == (
            "Another board would sign it: then it is not ours alone. Draft again, or adopt all "
            "the same."
        )
        assert filled(page) == ["Adopt v1"]

    def test_which_answer_is_given_is_told_by_a_tick(self, page) -> None:
        page.ask("another_board")
        assert [b.text()[0] for b in (page.another_board.yes, page.another_board.no)] == ["Y", "N"]
        page.another_board.no.click()

        assert [b.text()[0] for b in (page.another_board.yes, page.another_board.no)] == ["Y", "✓"]


class TestStops:
    def test_each_enter_keeps_one_thing(self, desk, page, keys) -> None:
        page.ask("stops")
        for text in ("Two meetings", "Separate plans"):
            keys.type(text)
            keys.press(Key.Key_Return)

        assert desk.workshop.drafts["d1"].stops == ("Two meetings", "Separate plans")
        assert page.stops.line.hasFocus()
        assert page.stops.line.text() == ""

    def test_enter_on_an_empty_line_is_done_once_something_is_named(self, page, keys) -> None:
        page.ask("stops")
        keys.type("Two meetings")
        keys.press(Key.Key_Return, Key.Key_Return)

        assert page.ledger.isVisible()

    def test_enter_on_an_empty_line_is_no_answer_before(self, page, keys, refusals) -> None:
        page.ask("stops")
        keys.press(Key.Key_Return)

        assert refusals == ["Name one thing that we would have to stop, or say “nothing”."]
        assert page.stops.isVisible()

    @pytest.mark.parametrize("how", ["typed", "pressed"])
    def test_nothing_is_an_answer_with_a_quiet_remark(self, desk, page, keys, how) -> None:
        desk.do(statement.answer_another_board, "d1", False)
        page.ask("stops")
        if how == "typed":
            keys.type("nothing")
            keys.press(Key.Key_Return)
        else:
            page.stops.nothing_button.click()

        assert desk.workshop.drafts["d1"].nothing_to_stop
        assert page.ledger.remark.startswith("With nothing to stop, nothing may change.")
        assert filled(page) == ["Adopt v1"]

    def test_x_takes_one_thing_off_the_list(self, desk, page, keys) -> None:
        desk.do(statement.name_stop, "d1", "Two meetings")
        desk.do(statement.name_stop, "d1", "Separate plans")
        page.ask("stops")
        page.stops.table.go_to("1")
        page.stops.table.setFocus()
        keys.type("x")

        assert desk.workshop.drafts["d1"].stops == ("Two meetings",)

    def test_after_the_last_one_is_taken_off_the_keyboard_is_in_the_line(
        self, desk, page, keys
    ) -> None:
        desk.do(statement.name_stop, "d1", "Two meetings")
        page.ask("stops")
        page.stops.table.go_to("0")
        page.stops.table.setFocus()
        keys.type("x")

        assert page.stops.line.hasFocus()

    def test_what_is_refused_stays_in_the_line(self, desk, page, keys, refusals) -> None:
        desk.do(statement.name_stop, "d1", "Two meetings")
        page.ask("stops")
        keys.type("Two meetings")
        keys.press(Key.Key_Return)

        assert refusals == ["“Two meetings” is on the list already."]
        assert page.stops.line.text() == "Two meetings"


class TestDefence:
    @pytest.fixture
    def defence(self, desk, page):
        adopted(desk, page)
        page.ask("defend")
        return page.defence

    def test_y_answers_for_the_organisation_in_hand_and_goes_on(self, desk, defence, keys) -> None:
        keys.type("yy")

        said = desk.workshop.drafts["d1"].defences
        assert {o: d.will for o, d in said.items()} == {"org-1": True, "org-2": True}
        assert defence.table.current_id() == "org-3"
        assert defence.counts.text() == "2 will defend it outside"

    def test_n_asks_why_and_keeps_it_word_for_word(self, desk, defence, keys) -> None:
        keys.type("n")
        assert not any(b.isVisible() for b in defence.findChildren(PrimaryButton))
        keys.type("Members must be asked first")
        keys.press(Key.Key_Return)

        said = desk.workshop.drafts["d1"].defences["org-1"]
        assert (said.will, said.text) == (False, "Members must be asked first")
        assert defence.table.hasFocus()
        assert defence.counts.text() == "1 not yet"

    def test_not_yet_without_a_reason_is_refused(self, desk, defence, keys, refusals) -> None:
        keys.type("n")
        keys.press(Key.Key_Return)

        assert refusals == ["What keeps Org 1 from defending it outside?"]
        assert defence.ask.isVisible()

    def test_leaving_the_reason_leaves_the_organisation_unheard(self, desk, defence, keys) -> None:
        keys.type("n")
        keys.press(Key.Key_Escape)

        assert desk.workshop.drafts["d1"].defences == {}
        assert defence.isVisible()
        assert defence.table.hasFocus()

    def test_a_answers_for_everybody_else_in_one_change(self, desk, defence, keys) -> None:
        keys.type("n")
        keys.type("Members first")
        keys.press(Key.Key_Return)
        keys.type("a")
        assert defence.counts.text() == "3 will defend it outside, 1 not yet"
        desk.undo()

        assert defence.counts.text() == "1 not yet"

    def test_an_organisation_that_is_not_here_is_left_to_say_later(
        self, desk, defence, keys
    ) -> None:
        member = next(m.id for m in desk.workshop.members.values() if m.organisation == "org-1")
        desk.do(attendance.leave, member, desk.minute())
        keys.type("a")

        assert list(desk.workshop.drafts["d1"].defences) == ["org-2", "org-3", "org-4"]
        assert defence.all_button.isHidden()

    def test_when_all_have_said_the_page_fills_no_button(self, desk, page, defence, keys) -> None:
        keys.type("a")
        keys.press(Key.Key_Escape)

        assert filled(page) == []
        assert "4 will defend it outside" in page.ledger.action_row.labels()


def test_a_draft_that_is_too_long_is_not_led_to_adoption(desk, show) -> None:
    desk.do(purpose.draft, "word " * 61, draft_id="long")
    desk.focus_on(draft="long")
    agree(desk, "long")
    page = show()

    assert filled(page) == []
    assert page.ledger.remark == (
        "v1b has 61 words, and a purpose fifty or fewer. Cut 11 in the step before, then ask "
        "about the shorter one."
    )


def test_after_an_answer_the_keyboard_is_on_what_leads_on(desk, page, keys) -> None:
    press(page, ANOTHER)
    keys.type("n")
    keys.press(Key.Key_Return)

    assert keys.at is page.ledger.action_row.button(STOP)


def test_while_something_is_asked_no_other_draft_is_offered(desk, show) -> None:
    desk.do(purpose.draft, "One plan", draft_id="d2")
    page = show()
    assert page.other_button.isVisible()
    page.ask("stops")

    assert page.other_button.isHidden()


@pytest.mark.parametrize("asking", ["another_board", "stops", "defend"])
def test_many_long_words_leave_every_button_in_sight(desk, show, asking) -> None:
    long = "Llanfair" * 375
    for at in range(20):
        desk.do(statement.name_stop, "d1", f"{at} {long}")
    desk.do(statement.answer_another_board, "d1", False, long)
    desk.do(statement.say_defence, "d1", "org-1", False, long)
    page = show()
    page.resize(814, 520)
    page.ask(asking)

    for button in page.findChildren(QPushButton):
        if button.isVisible():
            corner = button.mapTo(page, button.rect().bottomRight())
            assert page.rect().contains(corner), button.text()


def test_the_arrows_go_through_the_rows_from_the_other_draft_too(desk: Desk, show, qtbot) -> None:
    desk.do(purpose.draft, "Two purses", draft_id="d2")
    page = show()
    page.ledger.table.go_to("org-1")
    page.other_button.setFocus()
    qtbot.keyClick(page.other_button, Key.Key_Down)

    assert page.ledger.table.hasFocus()
    assert page.ledger.table.current_id() == "org-2"
