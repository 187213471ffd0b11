from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator.guide import load_guide
from facilitator.rounds import latest_round
from facilitator.stages.values import name_behaviours, on_the_table, propose, standing
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.session import Session
from ui.desk import Desk
from ui.stages.capture.page import CapturePage
from ui.stages.page import Page
from ui.stages.values.behaviours import BehavioursPage
from ui.stages.values.page import page_for
from ui.stages.values.propose import ProposePage
from ui.stages.values.rail import ValueRail
from ui.stages.values.rounds import RoundsPage

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


class Console:
    """The little of the console that a page needs, and the hand that types on it."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.refusals: list[str] = []
        self.page: Page | None = None
        desk.changed.connect(self._show)
        desk.refused.connect(lambda reason, _offer: self.refusals.append(reason))

    def _show(self, workshop: Workshop, _event: object) -> None:
        if self.page is not None:
            self.page.show_workshop(workshop)

    def to(self, step: str) -> Page:
        if self.page is not None:
            self.page.hide()
        stage = self.desk.guide.stage("values")
        self.page = page_for(self.desk, stage, stage.step(step))
        self.qtbot.addWidget(self.page)
        self.page.resize(814, 640)
        self.page.show()
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)
        self.page.show_workshop(self.desk.workshop)
        self.page.begin()
        return self.page

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        assert self.page is not None
        for key in keys:
            target = self.page.focusWidget()
            assert target is not None
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                held = modifier or Qt.KeyboardModifier.NoModifier
                self.qtbot.keyClick(target, key, held)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the control with that name has the keyboard."""
        assert self.page is not None
        for _ in range(60):
            focused = self.page.focusWidget()
            if focused is not None and focused.accessibleName() == name:
                return focused
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}")


@pytest.fixture
def desk(session: Session, a_board: Callable[..., list[str]], qtbot: QtBot) -> Desk:
    a_board(session, voting=4)
    return Desk(session, load_guide())


@pytest.fixture
def console(qtbot: QtBot, desk: Desk) -> Console:
    return Console(qtbot, desk)


def test_a_whole_value_is_negotiated_by_keyboard_alone(console: Console, desk: Desk) -> None:
    console.to("propose")
    console.press("One budget mind", Key.Key_Tab, "Org 2", Key.Key_Tab)
    console.press("Our budgets are one pound.", Key.Key_Tab, "No cost is passed on", Key.Key_Tab)
    console.press("The winter overspend", Key.Key_Return)
    (value,) = on_the_table(desk.workshop)
    assert (value.title, value.wording, value.proposed_by, value.test_day, value.meaning) == (
        "One budget mind",
        "Our budgets are one pound.",
        "org-2",
        "The winter overspend",
        "No cost is passed on",
    )

    console.to("behaviours")
    console.press("Show the figures", Key.Key_Return, "Argue for the outcome", Key.Key_Return)
    console.press(Key.Key_Tab, "Pass a cost on", Key.Key_Return)
    named = desk.workshop.values[value.id]
    assert named.will == ("Show the figures", "Argue for the outcome")
    assert named.will_not == ("Pass a cost on",)

    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.press("5", "Our grant is ring-fenced", Key.Key_Down, Key.Key_Return)
    console.press("1", "5", "It empties our reserve", Key.Key_Up, Key.Key_Return, "1", "L")
    assert page.ledger.sentence.text() == (
        "Not yet: Org 1 (statutory duty) and Org 3 (undermines the purpose) object."
    )

    console.press("R", "Pooled outcomes only", Key.Key_Return)
    console.press("R", "The reserve stays", Key.Key_Return)
    console.tab_to("Amend the wording")
    console.press(Key.Key_Return, Key.Key_Backspace)
    console.press(" for what we pooled.", Key.Key_Tab, "Org 1")
    console.press(Key.Key_Tab, "Pooled outcomes only", Key.Key_Return)
    assert standing(desk.workshop, value.id) == "amended"
    assert desk.workshop.values[value.id].wording == "Our budgets are one pound for what we pooled."

    console.tab_to("Open round 2")
    console.press(Key.Key_Return)
    console.press("2", "Reviewed each quarter", Key.Key_Return, "A", "L")

    assert standing(desk.workshop, value.id) == "agreed_with_reservations"
    assert page.ledger.sentence.text() == (
        "Agreed with reservations, by consent: 4 of 4 voting organisations here, quorum met; "
        "reservation from Org 1."
    )
    assert console.refusals == []
    assert page.side_notes(desk.workshop)[0].lines == (
        "proposed by Org 2",
        "09:30 round 1: 2 objections",
        "amended by Org 1: Pooled outcomes only",
        "09:30 round 2: with reservations",
    )


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("propose", ProposePage),
        ("behaviours", BehavioursPage),
        ("rounds", RoundsPage),
        ("stories", CapturePage),
    ],
)
def test_each_step_has_its_page(console: Console, step: str, kind: type[Page]) -> None:
    assert isinstance(console.to(step), kind)


def test_every_step_shows_an_empty_workshop(console: Console, desk: Desk) -> None:
    for step in desk.guide.stage("values").steps:
        console.to(step.id).show_workshop(Workshop())


def test_a_refused_proposal_leaves_its_words_in_the_fields(console: Console, desk: Desk) -> None:
    desk.session.do(propose, "Candour")
    page = console.to("propose")
    assert isinstance(page, ProposePage)
    console.press("candour", Key.Key_Return)

    assert console.refusals == ["“Candour” is on the table already."]
    assert page.form.answers()["title"] == "candour"


def test_enter_on_a_value_asks_what_it_means(console: Console, desk: Desk) -> None:
    value = desk.session.do(propose, "Candour").id
    page = console.to("propose")
    assert isinstance(page, ProposePage)
    page.table.setFocus()
    page.table.selectRow(0)
    console.press(Key.Key_Return, "We say it first", Key.Key_Return)

    assert desk.workshop.values[value].meaning == "We say it first"
    assert not page.form.isHidden()


def test_a_behaviour_is_corrected_and_taken_away_by_key(console: Console, desk: Desk) -> None:
    value = desk.session.do(propose, "Candour").id
    desk.session.do(name_behaviours, value, ("Phon first", "Hide nothing"), ())
    page = console.to("behaviours")
    assert isinstance(page, BehavioursPage)
    page.will.lines.setFocus()
    page.will.lines.selectRow(0)
    console.press(Key.Key_Return, "Phone first", Key.Key_Return)
    assert desk.workshop.values[value].will == ("Phone first", "Hide nothing")

    page.will.lines.setFocus()
    page.will.lines.selectRow(1)
    console.press(Key.Key_Delete)
    assert desk.workshop.values[value].will == ("Phone first",)


def test_a_line_is_corrected_where_it_stands_now(console: Console, desk: Desk) -> None:
    value = desk.session.do(propose, "Candour").id
    desk.session.do(name_behaviours, value, ("Phone first", "Hide nothing"), ())
    desk.session.do(name_behaviours, value, ("Hide nothing",), ())
    page = console.to("behaviours")
    assert isinstance(page, BehavioursPage)
    page.will.lines.opened.emit("0")
    desk.undo()
    console.press("Hide no figures", Key.Key_Return)

    assert desk.workshop.values[value].will == ("Phone first", "Hide no figures")


def test_control_and_an_arrow_take_another_value_in_hand(console: Console, desk: Desk) -> None:
    first = desk.session.do(propose, "Candour").id
    second = desk.session.do(propose, "One budget mind").id
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    assert desk.focus.value == first

    console.press(Key.Key_Down, modifier=Control)
    assert desk.focus.value == second
    assert "One budget mind" in page.eyebrow.text()

    console.press(Key.Key_Up, modifier=Control)
    assert desk.focus.value == first


def test_the_rail_chooses_a_value_with_the_arrows(
    console: Console, desk: Desk, qtbot: QtBot
) -> None:
    desk.session.do(propose, "Candour")
    second = desk.session.do(propose, "One budget mind").id
    page = console.to("rounds")
    rail = page.rail()
    assert isinstance(rail, ValueRail)
    qtbot.addWidget(rail)
    rail.show()
    qtbot.keyClick(rail.list, Key.Key_Down)

    assert desk.focus.value == second


def test_an_agreed_value_stays_on_the_page_and_the_next_one_is_offered(
    console: Console, desk: Desk
) -> None:
    first = desk.session.do(propose, "Candour").id
    desk.session.do(propose, "One budget mind")
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.press("A", "L")

    assert desk.focus.value == first
    assert page.ledger.action_row.labels() == ["Next: One budget mind", "Reopen", "History"]


def test_a_value_is_parked_with_an_owner_and_a_date_in_words(console: Console, desk: Desk) -> None:
    value = desk.session.do(propose, "Innovation").id
    console.to("rounds")
    console.tab_to("Park")
    console.press(Key.Key_Return, "The two chairs", Key.Key_Tab, "Value or method?", Key.Key_Tab)
    console.press("30 Sep 2026", Key.Key_Return)

    ending = desk.workshop.values[value].ending
    assert ending is not None
    assert (ending.by, ending.reason, ending.return_by) == (
        "The two chairs",
        "Value or method?",
        "2026-09-30",
    )


def test_a_parked_value_without_a_date_is_refused_and_its_words_stay(
    console: Console, desk: Desk
) -> None:
    desk.session.do(propose, "Innovation")
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.tab_to("Park")
    console.press(Key.Key_Return, "The two chairs", Key.Key_Return)

    assert console.refusals == ["By when will it come back? A parked value needs a date."]
    assert page.form.answers()["owner"] == "The two chairs"


def test_a_value_is_merged_withdrawn_and_reopened(console: Console, desk: Desk) -> None:
    first = desk.session.do(propose, "Candour").id
    second = desk.session.do(propose, "Honesty", proposed_by="org-2").id
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.tab_to("Merge")
    console.press(Key.Key_Return, Key.Key_Tab, Key.Key_Tab, "Twins", Key.Key_Return)
    assert console.refusals == ["A merge needs the consent of both proposers. Still to ask: Org 2."]
    page.form.box("consent").setFocus()
    console.press("both", Key.Key_Return)
    assert standing(desk.workshop, first) == "merged"
    assert page.ended.text() == "Merged into “Honesty”"

    console.tab_to("Reopen")
    console.press(Key.Key_Return, "Not quite twins", Key.Key_Return)
    assert standing(desk.workshop, first) == "proposed"

    desk.focus_on(value=second)
    console.tab_to("Withdraw")
    console.press(Key.Key_Return, Key.Key_Tab, "Candour says it", Key.Key_Return)
    assert standing(desk.workshop, second) == "withdrawn"


def test_a_reopened_value_can_be_taken_round_again(console: Console, desk: Desk) -> None:
    value = desk.session.do(propose, "Candour").id
    console.to("rounds")
    console.press("A", "L")
    console.tab_to("Reopen")
    console.press(Key.Key_Return, "A case came up", Key.Key_Return)
    console.tab_to("Open round 2")
    console.press(Key.Key_Return, "A", "L")

    found = latest_round(desk.workshop, value)
    assert found is not None
    assert found.number == 2
    assert standing(desk.workshop, value) == "agreed"


def test_after_three_rounds_parking_comes_first(console: Console, desk: Desk) -> None:
    desk.session.do(propose, "Candour")
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    for number in (1, 2, 3):
        if number > 1:
            page.ledger.open_next()
        console.press("4", "Who pays?", Key.Key_Return, "A", "L")

    assert page.ledger.action_row.labels()[0] == "Park"
    assert "Open round 4" not in page.ledger.action_row.labels()


def test_one_button_is_filled_at_a_time(console: Console, desk: Desk) -> None:
    desk.session.do(propose, "Candour")
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.press("5", "We cannot", Key.Key_Escape)
    assert page.ledger.action_row.isVisible()

    console.press("5", "We cannot")
    assert not page.ledger.action_row.isVisible()


def test_without_any_value_the_page_says_what_to_do_and_proposes(
    console: Console, desk: Desk
) -> None:
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    assert page.empty.isVisible()
    console.press(Key.Key_Return, "Candour", Key.Key_Return)

    assert [v.title for v in on_the_table(desk.workshop)] == ["Candour"]
    assert page.ledger.isVisible()


def test_undo_goes_back_to_the_page_as_it_was(console: Console, desk: Desk) -> None:
    desk.session.do(propose, "Candour")
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.press("A", "L")
    desk.undo()

    assert page.ledger.sentence.text().endswith("everyone here has a position. Lock the round.")


def test_what_an_organisation_says_is_shown_as_it_was_typed(
    console: Console, desk: Desk, clock: SetClock
) -> None:
    value = desk.session.do(propose, "<b>&<script>", "Llŷn <i>a'r</i> 🎉 " * 30).id
    page = console.to("rounds")
    assert isinstance(page, RoundsPage)
    console.press("2", "<b>&<script>", Key.Key_Return)

    found = latest_round(desk.workshop, value)
    assert found is not None
    assert found.positions["org-1"].text == "<b>&<script>"
    assert "<b>&<script>" in page.eyebrow.text()
    assert page.grab().width() == 814


def test_every_control_has_a_name(console: Console, desk: Desk) -> None:
    desk.session.do(propose, "Candour")
    for step in ("propose", "behaviours", "rounds"):
        page = console.to(step)
        nameless = [
            type(w).__name__
            for w in page.findChildren(QWidget)
            if w.focusPolicy() != Qt.FocusPolicy.NoFocus
            and w.isVisible()
            and not w.accessibleName()
            and not isinstance(w.parent(), QComboBox)
        ]
        assert nameless == []
