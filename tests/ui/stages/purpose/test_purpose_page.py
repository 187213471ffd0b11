from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import only_we, rounds
from facilitator.guide import load_guide
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.statement import AnotherBoard, answer_another_board, name_stop
from sessions.session import Session
from ui.desk import Desk
from ui.stages.capture.page import CapturePage
from ui.stages.page import Page
from ui.stages.purpose.close import ClosePage
from ui.stages.purpose.draft import DraftPage
from ui.stages.purpose.only_we import OnlyWePage
from ui.stages.purpose.page import page_for
from ui.stages.purpose.positions import PositionsPage
from ui.stages.purpose.shared_words import SharedWordsPage
from ui.stages.purpose.themes import ThemesPage
from ui.stages.purpose.welcome import WelcomePage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """The pages of the stage, one at a time, and the hand that types on them."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.refusals: list[str] = []
        self.page: Page | None = None
        desk.refused.connect(lambda reason, _offer: self.refusals.append(reason))
        desk.changed.connect(lambda _workshop, _event: self.show())
        desk.refocused.connect(lambda _focus: self.show())

    def show(self) -> None:
        if self.page is not None:
            self.page.show_workshop(self.desk.workshop)

    def open(self, step: str) -> Page:
        if self.page is not None:
            self.page.close()
        stage = self.desk.guide.stage("purpose")
        self.page = page = page_for(self.desk, stage, stage.step(step))
        self.qtbot.addWidget(page)
        page.resize(814, 520)
        self.show()
        page.show()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.begin()
        return page

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            assert self.page is not None
            target: QWidget = self.page.focusWidget() or self.page
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key)

    def ctrl_enter(self) -> None:
        assert self.page is not None
        self.qtbot.keyClick(self.page.focusWidget() or self.page, Key.Key_Return, CTRL)


@pytest.fixture
def desk(session: Session, a_board: Callable[..., list[str]]) -> Desk:
    a_board(session, voting=4)
    return Desk(session, load_guide())


@pytest.fixture
def hand(qtbot: QtBot, desk: Desk) -> Hand:
    return Hand(qtbot, desk)


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("welcome", WelcomePage),
        ("why-bother", CapturePage),
        ("only-us", CapturePage),
        ("vanish", CapturePage),
        ("themes", ThemesPage),
        ("only-we-test", OnlyWePage),
        ("draft", DraftPage),
        ("positions", PositionsPage),
        ("words", SharedWordsPage),
        ("close", ClosePage),
    ],
)
def test_every_step_has_its_page_in_an_empty_workshop(
    qtbot: QtBot, session: Session, step: str, kind: type[Page]
) -> None:
    hand = Hand(qtbot, Desk(session, load_guide()))

    assert type(hand.open(step)) is kind


def test_a_purpose_stage_runs_by_keyboard_alone(hand: Hand) -> None:
    hand.open("why-bother")
    hand.press("@org 1", Key.Key_Return, "We tell the same story five times", Key.Key_Return)
    hand.open("only-us")
    hand.press("@org 2", Key.Key_Return, "Move the money in year #purse", Key.Key_Return)
    hand.press(Key.Key_Return, "Run the leisure centre", Key.Key_Return)
    hand.open("themes")
    hand.press(Key.Key_M, "purse", Key.Key_Return)
    hand.press(Key.Key_M, "Leisure", Key.Key_Return)
    hand.open("only-we-test")
    hand.press("nyy", Key.Key_Down, "yny", "p", "Sports trust, by Org 3", Key.Key_Return)
    hand.open("draft")
    hand.press("We move the money")
    hand.ctrl_enter()
    hand.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Return, " together")
    hand.ctrl_enter()
    hand.open("positions")
    hand.press("1", "2", "Only from April", Key.Key_Return, "a", "l")
    page = hand.page
    assert isinstance(page, PositionsPage)
    page.ledger.action_row.button("Would another board sign this?").setFocus()
    hand.press(Key.Key_Return, "Nobody else could", Key.Key_Backtab, "n", Key.Key_Return)
    hand.press(Key.Key_Return, "Two meetings", Key.Key_Return, Key.Key_Return)
    hand.press(Key.Key_Return, Key.Key_Return, "a", Key.Key_Escape)

    workshop = hand.desk.workshop
    assert hand.refusals == []
    assert [c.text for c in workshop.contributions.values()] == [
        "We tell the same story five times",
        "Move the money in year",
        "Run the leisure centre",
    ]
    fates = {t.name: only_we.fate(workshop, t.id) for t in workshop.themes.values()}
    assert fates == {"purse": "kept", "Leisure": "fails"}
    [parked] = workshop.car_park.values()
    assert (parked.text, parked.destination) == ("Leisure", "Sports trust, by Org 3")
    assert workshop.contributions[parked.contributions[0]].text == "Run the leisure centre"
    adopted = purpose.adopted(workshop)
    assert adopted is not None
    assert (adopted.label, adopted.text) == ("v2", "We move the money together")
    assert adopted.another_board == AnotherBoard(False, "Nobody else could")
    assert adopted.stops == ("Two meetings",)
    assert [d.will for d in adopted.defences.values()] == [True] * 4
    asked = latest_round(workshop, adopted.id)
    assert asked is not None
    [position] = [p for p in asked.positions.values() if p.text]
    assert (position.code, position.text) == ("reservation", "Only from April")


class TestDraft:
    @pytest.fixture
    def page(self, hand: Hand) -> DraftPage:
        made = hand.open("draft")
        assert isinstance(made, DraftPage)
        return made

    def test_words_are_counted_against_fifty_while_typing(
        self, hand: Hand, page: DraftPage
    ) -> None:
        hand.press("One purse")
        assert page.count.text() == "2 of 50 words"
        page.words.setPlainText("word " * 63)

        assert page.count.text() == "63 words, 13 over fifty"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("word " * 50, "50 of 50 words"),
            ("word " * 51, "51 words, 1 over fifty"),
            ("long-term – end-of-life", "2 of 50 words"),
            ("Tŷ Ŵyl مجلس 🎉", "3 of 50 words"),
        ],
    )
    def test_words_are_counted_as_people_count_them(
        self, page: DraftPage, text: str, said: str
    ) -> None:
        page.words.setPlainText(text)

        assert page.count.text() == said

    def test_a_draft_over_fifty_words_is_kept_all_the_same(
        self, hand: Hand, page: DraftPage
    ) -> None:
        page.words.setPlainText("word " * 63)
        hand.ctrl_enter()

        [draft] = hand.desk.workshop.drafts.values()
        assert draft.words == 63

    def test_enter_begins_a_new_line_of_the_statement(self, hand: Hand, page: DraftPage) -> None:
        hand.press("One purse.", Key.Key_Return, "One plan.")
        hand.ctrl_enter()

        [draft] = hand.desk.workshop.drafts.values()
        assert draft.text == "One purse.\nOne plan."

    def test_the_button_names_the_version_that_it_keeps(self, hand: Hand, page: DraftPage) -> None:
        assert page.keep_button.text() == "Keep as v1"
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        assert page.keep_button.text() == "Keep as v1b"
        page.revise("d1")

        assert page.keep_button.text() == "Keep as v2"

    def test_who_wrote_it_is_kept(self, hand: Hand, page: DraftPage) -> None:
        hand.press("One purse", Key.Key_Tab, "Table 2", Key.Key_Return)

        [draft] = hand.desk.workshop.drafts.values()
        assert draft.by == "Table 2"

    def test_an_unchanged_revision_is_refused_and_its_words_stay(
        self, hand: Hand, page: DraftPage
    ) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        page.revise("d1")
        hand.ctrl_enter()

        assert hand.refusals == ["Nothing has changed since v1."]
        assert page.words.toPlainText() == "One purse"

    def test_choosing_a_draft_loses_nothing_that_was_being_written(
        self, hand: Hand, page: DraftPage
    ) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        hand.press("Half a thought")
        page.revise("d1")
        page.words.undo()

        assert page.words.toPlainText() == "Half a thought"

    def test_a_kept_draft_is_in_hand(self, hand: Hand, page: DraftPage) -> None:
        hand.press("One purse")
        hand.ctrl_enter()

        assert [hand.desk.focus.draft] == list(hand.desk.workshop.drafts)

    def test_x_puts_a_draft_aside_and_keeps_why(self, hand: Hand, page: DraftPage) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        page.drafts.go_to("d1")
        hand.press("x", "Any board could sign it", Key.Key_Return)

        draft = hand.desk.workshop.drafts["d1"]
        assert (draft.verdict, draft.why) == ("rejected", "Any board could sign it")
        assert page.drafts.panel("d1").hasFocus()

    def test_two_drafts_of_one_version_stand_side_by_side(
        self, qtbot: QtBot, hand: Hand, page: DraftPage
    ) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        hand.desk.do(purpose.draft, "One plan", draft_id="d2")
        qtbot.waitUntil(lambda: page.drafts.panel("d2").x() > 0)

        assert page.drafts.panel("d1").y() == page.drafts.panel("d2").y()


class TestPositions:
    def test_without_a_draft_the_page_says_what_comes_first(self, hand: Hand) -> None:
        page = hand.open("positions")

        assert isinstance(page, PositionsPage)
        assert page.empty.isVisible()
        assert page.ledger.isHidden()

    def test_the_newest_open_draft_is_asked_about(self, hand: Hand) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        hand.desk.do(purpose.draft, "One plan", draft_id="d2")
        hand.desk.do(purpose.draft, "One hope", draft_id="d3")
        hand.desk.do(purpose.close_draft, "d3", "rejected")
        page = hand.open("positions")

        assert isinstance(page, PositionsPage)
        assert page.statement.text() == "One plan"

    def test_adopting_is_offered_only_after_agreement(self, hand: Hand) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        hand.desk.do(answer_another_board, "d1", False)
        hand.desk.do(name_stop, "d1", "Two meetings")
        page = hand.open("positions")
        assert isinstance(page, PositionsPage)
        hand.press("a")
        assert "Adopt v1" not in page.ledger.action_row.labels()
        hand.press("l")

        assert page.ledger.action_row.labels()[0] == "Adopt v1"

    def test_an_objection_leaves_the_draft_unadopted_and_says_what_to_do(self, hand: Hand) -> None:
        hand.desk.do(purpose.draft, "One purse", draft_id="d1")
        hand.desk.do(rounds.open_round, "d1", "One purse", round_id="r1")
        hand.desk.do(rounds.take_position, "r1", "org-1", "object", "No lever", "cannot_deliver")
        page = hand.open("positions")
        assert isinstance(page, PositionsPage)
        hand.press("a", "l")

        assert "Adopt v1" not in page.ledger.action_row.labels()
        assert page.ledger.remark.startswith("v1 is not adopted.")

    def test_long_statements_and_markup_are_shown_as_typed(self, hand: Hand) -> None:
        hand.desk.do(purpose.draft, "<b>&<script> " + "word " * 300, draft_id="d1")
        page = hand.open("positions")

        assert isinstance(page, PositionsPage)
        assert page.statement.text().startswith("<b>&<script> word")
        assert page.statement.textFormat() == Qt.TextFormat.PlainText
