"""Changing the paper by keyboard: proposing, accepting and what it opens, or why none is needed."""

import pytest
from PySide6.QtCore import Qt

from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import name_workshop
from facilitator.stages.purpose import close_draft, draft
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.stages.rehearsal.state import Change
from facilitator.stages.values import open_value_round
from ui.stages.rehearsal.changing.ways import words_of_change

Key = Qt.Key


@pytest.fixture
def page(chosen, open_page):
    """The page, with the keyboard on what is to be changed."""
    return open_page("change")


@pytest.fixture
def asked(chosen, open_page, keys):
    """`asked(target, text)`: the page with one change that does not say how, asked to accept it."""

    def show(target: str, text: str = "Keep a call order"):
        chosen.do(propose_change, "R", target, text, change_id="C")
        page = open_page("change")
        page.change_table.setFocus()
        keys.press(Key.Key_A)
        return page

    return show


def changes(found) -> list[Change]:
    return list(found().changes.values())


def propose(keys, *lines: str) -> None:
    for line in lines:
        keys.type(line)
        keys.press(Key.Key_Return)


def test_a_change_is_proposed_with_how_and_accepted_into_the_value(
    page, found, keys, chosen
) -> None:
    propose(keys, "no sur", "we will", "Keep a call order", "wen", "29 May 2026")
    (change,) = changes(found)
    assert (change.target, change.how, change.text) == ("V1", "will", "Keep a call order")
    assert (change.owner, change.due, change.accepted) == ("wen", "2026-05-29", False)
    page.change_table.setFocus()
    keys.press(Key.Key_A)
    assert changes(found)[0].accepted
    assert chosen.workshop.values["V1"].will == ("Keep a call order",)
    assert page.opened.text() == "“No surprises”: a line was added to “we will”."


def test_a_change_of_an_agreed_value_tells_its_new_version(chosen, page, found, keys) -> None:
    number = chosen.do(open_value_round, "V1").id
    for at in range(1, 5):
        chosen.do(take_position, number, f"org-{at}", "agree")
    chosen.do(lock_round, number, chosen.minute())
    propose(keys, "no sur", "not", "Hold news back", "wen", "")
    page.change_table.setFocus()
    keys.press(Key.Key_Return)
    said = "“No surprises” is now version 2: a line was added to “we will not”."
    assert page.opened.text() == said
    assert chosen.workshop.values["V1"].will_not == ("Hold news back",)


def test_other_words_begin_with_the_present_wording(page, found, keys, chosen) -> None:
    propose(keys, "no sur", "other")
    assert page.text.text() == "We tell each other first"
    keys.press(Key.Key_End)
    propose(keys, ", and at once", "wen", "")
    (change,) = changes(found)
    assert (change.how, change.text) == ("wording", "We tell each other first, and at once")
    page.change_table.setFocus()
    keys.press(Key.Key_A)
    assert chosen.workshop.values["V1"].wording == "We tell each other first, and at once"
    assert page.opened.text() == (
        "Other words for “No surprises” are on the table: round 1 is to be about them."
    )


def test_words_that_were_typed_are_not_overwritten_by_the_present_wording(page, keys) -> None:
    page.text.put("We tell each other, always")
    propose(keys, "no sur", "other")
    assert page.text.text() == "We tell each other, always"


def test_another_statement_begins_with_the_adopted_one_and_stands_beside_it(
    page, found, keys, chosen
) -> None:
    first = chosen.do(draft, "One front door").id
    chosen.do(close_draft, first, "adopted")
    propose(keys, "the purpose")
    assert page.text.text() == "One front door"
    keys.press(Key.Key_End)
    propose(keys, ", always open", "wen", "")
    page.change_table.setFocus()
    keys.press(Key.Key_A)
    opened = chosen.workshop.drafts[changes(found)[0].opened]
    assert (opened.text, opened.revises) == ("One front door, always open", first)
    assert page.opened.text() == (
        "Draft v2 of the purpose stands beside the adopted one, to be asked about."
    )


def test_a_change_without_a_way_is_asked_how_when_it_is_accepted(
    asked, found, keys, chosen
) -> None:
    page = asked("V1", "Add we-will: 'keep a call order'")
    assert page.ask.isVisible()
    assert keys.at is page.ask.how.line
    propose(keys, "we will")
    assert page.ask.words.text() == "keep a call order"
    keys.press(Key.Key_Return)
    assert chosen.workshop.values["V1"].will == ("keep a call order",)
    assert (changes(found)[0].how, page.ask.isVisible()) == ("will", False)
    assert keys.at is page.change_table


def test_accepting_as_other_words_begins_with_the_present_wording(
    asked, found, keys, chosen
) -> None:
    page = asked("V1")
    propose(keys, "other")
    assert page.ask.words.text() == "We tell each other first"
    keys.press(Key.Key_End)
    propose(keys, ", by phone")
    assert chosen.workshop.values["V1"].wording == "We tell each other first, by phone"


def offered(line) -> list[str]:
    return (
        [] if line.offers.isHidden() else [i.text() for i in map(line.offers.item, range(9)) if i]
    )


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down])
def test_all_that_can_change_is_shown_before_anything_is_typed(page, keys, refusals, key) -> None:
    keys.press(key)
    everything = ["No surprises", "Stay in the room", "The purpose", "The commitments"]
    assert offered(page.target) == everything
    keys.press(Key.Key_Down, Key.Key_Return)
    assert (page.target.text(), keys.at) == ("Stay in the room", page.how.line)
    assert refusals == []


def test_the_ways_of_a_change_are_shown_before_anything_is_typed(asked, keys, refusals) -> None:
    page = asked("V1")
    keys.press(Key.Key_Return)
    assert [words.split(":")[0] for words in offered(page.ask.how)] == [
        "we will",
        "we will not",
        "other words for it",
    ]
    assert refusals == []


def test_the_keys_of_the_lists_are_told_once(page, keys, chosen) -> None:
    assert [*dict(page.keys())] == ["A", "E", "Del", "G", "Enter", "F2", "C"]
    chosen.do(propose_change, "R", "V1", "Keep a call order")
    assert [*dict(page.keys())] == ["Enter", "F2", "C"]
    chosen.do(learn_lesson, "R", "Ring first")
    assert page.keys() == ()


def test_a_way_that_is_none_is_asked_about_again(asked, found, keys, refusals, page) -> None:
    seen = asked("V1")
    propose(keys, "somehow")
    said = "How does it change the value: we will, we will not, or other words?"
    assert refusals == [said]
    assert seen.ask.how.text() == "somehow"
    assert not changes(found)[0].accepted


def test_a_way_that_is_none_is_not_proposed(page, found, keys, refusals) -> None:
    propose(keys, "no sur", "somehow", "Keep a call order", "", "")
    said = "How does it change the value: we will, we will not, or other words?"
    assert refusals == [said]
    assert changes(found) == []
    assert page.text.text() == "Keep a call order"


def test_esc_leaves_the_change_proposed(asked, found, keys) -> None:
    page = asked("V1")
    keys.press(Key.Key_Escape)
    assert not page.ask.isVisible()
    assert not changes(found)[0].accepted


def test_a_question_how_closes_when_the_change_has_gone(asked, desk) -> None:
    page = asked("V1")
    desk.undo()
    assert not page.ask.isVisible()


def test_a_change_to_the_commitments_is_to_be_written_there(asked, chosen) -> None:
    page = asked("commitments", "A staffing trigger")
    assert page.opened.text() == (
        "To be written in Commitments, with who leads it, a day and a measure."
    )
    page.go.click()
    now = chosen.workshop.progress.now
    assert (now.stage, now.step) == ("commitments", "first-drafts")


def test_g_goes_to_the_value_and_takes_it_in_hand(chosen, open_page, desk, keys) -> None:
    chosen.do(propose_change, "R", "V2", "Stay", change_id="C", how="will")
    chosen.do(accept_change, "R", "C")
    page = open_page("change")
    page.change_table.setFocus()
    keys.press(Key.Key_G)
    now = chosen.workshop.progress.now
    assert (now.stage, now.step, desk.focus.value) == ("values", "rounds", "V2")


def test_enter_on_an_accepted_change_stays_and_says_what_it_opened(
    chosen, open_page, desk, keys
) -> None:
    chosen.do(propose_change, "R", "V2", "Stay", change_id="C", how="will")
    chosen.do(accept_change, "R", "C")
    page = open_page("change")
    page.change_table.setFocus()
    keys.press(Key.Key_Return, Key.Key_A)
    assert chosen.workshop.progress.now is None
    assert page.opened.text() == "“Stay in the room”: a line was added to “we will”."


@pytest.mark.parametrize(
    ("target", "how", "stands"),
    [
        ("V1", "will", "It stands in the agreement; the values stage"),
        ("V1", "wording", "It waits for a round; the values stage"),
        ("purpose", "statement", "It stands among the drafts of the purpose; the purpose stage"),
        (
            "commitments",
            "commitment",
            "It stands in the agreement as still to be written; the commitments stage",
        ),
    ],
)
def test_where_the_journey_has_no_stage_for_it_a_change_says_where_it_stands(
    chosen, open_page, keys, refusals, target, how, stands
) -> None:
    chosen.do(name_workshop, "Day", "Board", "Ashby", "2026-03-18", ("gather", "rehearsal"))
    chosen.do(propose_change, "R", target, "Ring round first", change_id="C", how=how)
    chosen.do(accept_change, "R", "C")
    page = open_page("change")
    page.change_table.setFocus()
    assert page.opened.text().endswith(f" {stands} is not part of this journey.")
    assert not page.go.isVisible()
    keys.press(Key.Key_G)
    assert refusals == [f"{stands} is not part of this journey."]
    assert chosen.workshop.progress.now is None


def test_a_change_is_put_right(page, found, keys) -> None:
    propose(keys, "no sur", "we will", "Keep a call order", "wen", "29 May 2026")
    page.change_table.setFocus()
    keys.press(Key.Key_E)
    assert page.form.button.text() == "Keep the change"
    page.text.line.selectAll()
    propose(keys, "Keep two call orders", "", "")
    (change,) = changes(found)
    assert (change.text, change.owner, change.how) == ("Keep two call orders", "wen", "will")
    assert change.due == "2026-05-29"


def test_an_accepted_change_is_not_put_right(asked, keys, refusals) -> None:
    page = asked("commitments", "A staffing trigger")
    page.change_table.setFocus()
    keys.press(Key.Key_E)
    assert refusals == ["It has been accepted. Propose another change instead."]


def test_delete_drops_a_change(page, found, keys) -> None:
    propose(keys, "commitments", "A staffing trigger", "", "")
    page.change_table.setFocus()
    keys.press(Key.Key_Delete)
    assert changes(found) == []
    assert keys.at is page.target.line


def test_what_was_typed_to_put_a_change_right_is_kept_as_a_new_one_when_it_has_gone(
    page, found, keys, desk
) -> None:
    propose(keys, "commitments", "A staffing trigger", "", "")
    page.change_table.setFocus()
    keys.press(Key.Key_E)
    desk.undo()
    assert page.form.button.text() == "Propose this change"
    propose(keys, " at once", "", "")
    assert [change.text for change in changes(found)] == ["A staffing trigger at once"]


def test_a_change_with_no_date_to_read_stays_to_be_mended(page, found, keys, refusals) -> None:
    propose(keys, "commitments", "A staffing trigger", "", "soon")
    assert changes(found) == []
    assert refusals == ["“soon” is not a date. Write it like 18 Jun 2026."]
    assert page.text.text() == "A staffing trigger"


def test_a_change_is_not_due_on_a_day_that_is_past(page, found, keys, refusals) -> None:
    propose(keys, "commitments", "A staffing trigger", "", "2 Mar 2026")
    assert changes(found) == []
    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]


def test_a_lesson_gets_an_owner_and_is_carried_into_a_change(
    chosen, open_page, found, keys
) -> None:
    chosen.do(learn_lesson, "R", "No bed change without staff", lesson_id="L")
    page = open_page("change")
    page.lesson_table.setFocus()
    keys.press(Key.Key_Return)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found().lessons[0].owner == "wen"
    keys.press(Key.Key_C)
    assert page.text.text() == "No bed change without staff"
    assert page.owner.chosen() == "wen"
    assert keys.at is page.target.line
    propose(keys, "no sur", "other")
    assert page.text.text() == "We tell each other first"
    assert page.form.about.text() == "From the lesson: No bed change without staff"
    propose(keys, " now", "", "")
    assert changes(found)[0].lesson == "L"


def test_what_is_owed_is_said_until_a_change_has_an_owner(page, found, keys) -> None:
    none = "No change is proposed yet. One with an owner is enough, or a reason why there is none."
    unowned = "No change has an owner yet. Name one, or say why nothing needs to change."
    assert page.owed.text() == none
    propose(keys, "commitments", "A staffing trigger", "", "")
    assert page.owed.text() == unowned
    propose(keys, "commitments", "A call order", "wen", "")
    assert not page.owed.isVisible()
    assert not page.nothing.isVisible()


def test_a_reason_why_nothing_needs_to_change_settles_it_and_can_be_taken_back(
    page, found, keys
) -> None:
    page.nothing.line.setFocus()
    propose(keys, "we did what it says")
    assert found().unchanged == "we did what it says"
    assert not page.owed.isVisible()
    page.nothing.line.selectAll()
    keys.press(Key.Key_Delete, Key.Key_Return)
    assert found().unchanged == ""
    assert page.owed.isVisible()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Add we-will: 'keep a call order'", "keep a call order"),
        ("Say “we ring first”.", "we ring first"),
        ("'all of it'", "all of it"),
        ("Don't wait for the boards'", "Don't wait for the boards'"),
        ("Keep a call order", "Keep a call order"),
    ],
)
def test_the_words_of_a_change_are_what_it_quotes(text, words) -> None:
    assert words_of_change(Change("C", "V1", text)) == words
