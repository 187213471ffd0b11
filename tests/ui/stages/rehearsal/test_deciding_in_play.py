"""A decision in play: called, an option or another way put, its reasons, and who says it."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import Guide
from facilitator.guide.scenario import Option
from facilitator.rounds import latest_round
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import pause_clock
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.clock import SetClock
from sessions.session import Session
from ui.stages.rehearsal.playing.decision_words import ANOTHER

Key = Qt.Key
MINUTE = 60


@pytest.fixture
def play(play: Session, guide: Guide) -> Session:
    """Ward 9, whose first decision offers two ways out."""
    first, second = guide.packs["SC1"].decision_points
    ways = (
        Option(id="hold", title="Hold the line together", note="Joint statement tonight"),
        Option(id="pause", title="Let the trust pause", note="Protect the relationship"),
    )
    first = msgspec.structs.replace(first, options=ways, minutes=4)
    pack = msgspec.structs.replace(guide.packs["SC1"], decision_points=(first, second))
    play.do(choose_scenario, pack, rehearsal_id="R")
    return play


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


def cards(page) -> list[tuple[str, str]]:
    return [(card.item.title, card.item.state) for card in page.decision.options.cards()]


def test_c_calls_the_decision_and_its_minutes_run(
    play, page, going, keys, desk, clock: SetClock
) -> None:
    page.clock.pause.setFocus()
    keys.press(Key.Key_C)
    assert found(play).called == {"SC1-D1": 25 * MINUTE}
    assert desk.focus.decision == "SC1-D1"
    clock.forward(MINUTE)
    page.tick(play.seconds())
    assert page.decision.clock.text() == "Called at 25:00 · 4 minutes · 03:00 left"
    assert "Call the decision" not in page.decision.row.labels()
    clock.forward(4 * MINUTE)
    page.tick(play.seconds())
    assert page.decision.clock.text() == "Called at 25:00 · 4 minutes · 01:00 over time"


def test_the_minutes_of_a_decision_stand_still_with_the_story(
    play, page, going, keys, clock: SetClock
) -> None:
    page.decision.call()
    clock.forward(MINUTE)
    play.do(pause_clock, "R", play.seconds())
    clock.forward(3600)
    page.tick(play.seconds())
    assert page.decision.clock.text() == "Called at 25:00 · 4 minutes · 03:00 left"


def test_a_key_puts_an_option_and_goes_on_to_the_positions(play, page, going, keys, desk) -> None:
    page.decision.begin()
    assert keys.at is page.decision.options.cards()[0]
    keys.press(Key.Key_2)
    (put,) = found(play).decisions.values()
    assert (put.text, put.option) == ("Let the trust pause", "pause")
    assert cards(page) == [
        ("Hold the line together", ""),
        ("Let the trust pause", "put to the group"),
        (ANOTHER, ""),
    ]
    assert keys.at is page.decision.ledger.table
    assert desk.focus.decision == put.id


def test_the_chosen_card_says_how_many_to_how_many(play, page, going, keys) -> None:
    page.decision.begin()
    keys.press(Key.Key_Return, Key.Key_1, Key.Key_1, Key.Key_6, Key.Key_L)
    (put,) = found(play).decisions.values()
    last = latest_round(play.workshop, put.id)
    assert last is not None
    assert not last.is_open
    assert cards(page)[0] == ("Hold the line together", "chosen · 2 to 1")


def test_a_show_of_hands_decides_as_well(play, page, going, keys) -> None:
    page.decision.begin()
    keys.press(Key.Key_1, Key.Key_H)
    keys.type("3")
    keys.press(Key.Key_Return, Key.Key_A, Key.Key_L)
    assert cards(page)[0] == ("Hold the line together", "chosen · 3 to 0")


def test_the_last_key_asks_for_another_way(play, page, going, keys) -> None:
    page.decision.begin()
    keys.press(Key.Key_3)
    keys.type("Ask the patients first")
    keys.press(Key.Key_Return)
    keys.type("They know")
    keys.press(Key.Key_Return)
    (put,) = found(play).decisions.values()
    assert (put.text, put.reasons, put.option) == ("Ask the patients first", "They know", "")
    assert cards(page)[2] == (ANOTHER, "put to the group")


def test_before_anybody_was_asked_another_option_takes_the_place_of_the_first(
    play, page, going, keys, qtbot
) -> None:
    page.decision.choose("hold")
    page.decision.choose("pause")
    assert [put.option for put in found(play).decisions.values()] == ["pause"]


def test_while_a_round_is_open_nothing_else_is_put(play, page, going, keys, refusals) -> None:
    page.decision.choose("hold")
    keys.press(Key.Key_1)
    page.decision.choose("pause")
    reason = "A round is open on what was put. Lock it first, then put another way."
    assert refusals == [reason]
    assert [put.option for put in found(play).decisions.values()] == ["hold"]


def test_what_is_decided_is_not_put_again(play, page, going, keys, refusals) -> None:
    page.decision.choose("hold")
    keys.press(Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_L)
    page.decision.choose("pause")
    assert refusals == ["This is decided. Take the next decision in hand."]
    assert [put.option for put in found(play).decisions.values()] == ["hold"]


def test_what_was_not_agreed_makes_room_for_another_option(play, page, going, keys) -> None:
    page.decision.choose("hold")
    keys.press(Key.Key_1, Key.Key_1, Key.Key_4)
    keys.type("Who pays?")
    keys.press(Key.Key_Return, Key.Key_L)
    assert cards(page)[0] == ("Hold the line together", "not decided · 2 to 1")
    page.decision.choose("pause")
    assert [put.option for put in found(play).decisions.values()] == ["hold", "pause"]


def test_the_reasons_and_who_says_it_are_kept_beside_the_positions(play, page, going, keys) -> None:
    page.decision.choose("hold")
    page.decision.after.why.line.setFocus()
    keys.type("We promised it")
    keys.press(Key.Key_Return)
    page.decision.after.speaker.line.setFocus()
    keys.type("ward s")
    keys.press(Key.Key_Return)
    (put,) = found(play).decisions.values()
    assert (put.reasons, put.speaker, put.option) == ("We promised it", "Ward sister", "hold")
    page.decision.after.speaker.line.selectAll()
    keys.type("Org 2")
    keys.press(Key.Key_Return)
    assert next(iter(found(play).decisions.values())).speaker == "org-2"
    page.decision.after.speaker.line.selectAll()
    keys.type("The two of them, on the steps")
    keys.press(Key.Key_Return)
    said = next(iter(found(play).decisions.values())).speaker
    assert said == "The two of them, on the steps"


def test_another_way_that_was_begun_is_there_again_after_the_next_decision(
    play, page, going, keys
) -> None:
    page.decision.choose("")
    keys.type("Half a way")
    page.decision.row.button("Next decision →").click()
    assert page.decision.proposal.text() == ""
    page.decision.row.button("← Decision before").click()
    assert page.decision.proposal.text() == "Half a way"


def test_one_button_is_filled_while_a_form_is_open(
    play, page, rail, going, keys, clock: SetClock
) -> None:
    clock.forward(23 * MINUTE)
    page.tick(play.seconds())
    assert page.decision.row.primary() is not None
    page.clock.pause.setFocus()
    keys.press(Key.Key_U)
    assert page.decision.row.primary() is None


def test_r_on_a_button_of_the_decision_answers_the_question_and_releases_nothing(
    play, page, rail, going, keys
) -> None:
    page.decision.choose("hold")
    keys.press(Key.Key_1, Key.Key_1, Key.Key_4)
    keys.type("Who pays?")
    keys.press(Key.Key_Return, Key.Key_L)
    page.decision.row.button("Next decision →").setFocus()
    keys.press(Key.Key_R)
    assert found(play).played == {}
    assert keys.at in page.decision.ledger.editor.findChildren(QWidget)


def test_n_on_a_card_opens_the_next_round_and_makes_nothing_up(
    play, page, rail, going, keys
) -> None:
    page.decision.choose("hold")
    page.decision.options.cards()[0].setFocus()
    keys.press(Key.Key_N)
    (put,) = found(play).decisions.values()
    last = latest_round(play.workshop, put.id)
    assert last is not None
    assert last.number == 1
    assert page.form.isHidden()


def test_c_is_the_mandate_once_positions_stand_under_the_decision(
    play, page, rail, going, keys
) -> None:
    page.decision.choose("hold")
    assert page.decision.row.of_key("C") is None


def test_a_round_locked_without_agreement_stays_in_hand(play, page, going, keys, desk) -> None:
    page.decision.choose("hold")
    keys.press(Key.Key_1, Key.Key_1, Key.Key_4)
    keys.type("Who pays?")
    keys.press(Key.Key_Return, Key.Key_L)
    desk.focus_on(decision="")
    assert page.eyebrow.text().startswith("Decision 1 of 2")
    assert page.decision.ledger.action_row.labels()[0] == "Answer Org 3's question"
    page.decision.row.button("Next decision →").click()
    assert page.eyebrow.text().startswith("Decision 2 of 2")


def test_a_call_is_the_filled_button_only_from_its_minute_on(
    play, page, going, clock: SetClock
) -> None:
    def filled() -> str:
        button = page.decision.row.primary()
        return button.text() if button is not None else ""

    page.tick(play.seconds())
    assert filled() == ""
    clock.forward(23 * MINUTE)
    page.tick(play.seconds())
    assert filled() == "Call the decision"


def test_the_arrows_go_from_card_to_card_and_nowhere_else(play, page, going, keys) -> None:
    first, second, *_, last = page.decision.options.cards()
    first.setFocus()
    keys.press(Key.Key_Left, Key.Key_Up, Key.Key_Down)
    assert keys.at is first
    keys.press(Key.Key_Right)
    assert keys.at is second
    last.setFocus()
    keys.press(Key.Key_Right, Key.Key_Down)
    assert keys.at is last
