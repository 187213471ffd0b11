from facilitator import board, car_park, only_we
from facilitator.attribution import choose_for_step
from facilitator.guide import Guide
from facilitator.stages import purpose
from sessions.session import Session
from tests.ui.stages.purpose.room_seen import Room
from ui.desk import Focus
from ui.stages.capture.room import MOST_CARDS


def steps(guide: Guide) -> list[str]:
    return [step.id for step in guide.stage("purpose").steps]


def test_every_step_has_something_to_show_in_an_empty_workshop(session: Session) -> None:
    room = Room(session)

    assert all(room(step).statement for step in steps(room.guide))


def test_the_question_names_the_place(room: Room) -> None:
    assert (
        room("only-us").statement == "What does Ellerport need that only we have the power to do?"
    )


def test_the_newest_cards_come_first_and_the_newest_is_lit(room: Room) -> None:
    for text in ("First", "Second"):
        room.capture(text)
    view = room("only-us")

    assert [(card.text, card.lit) for card in view.cards] == [("Second", True), ("First", False)]
    assert view.summary == "2 contributions"


def test_only_a_screenful_of_cards_is_shown_and_all_are_counted(room: Room) -> None:
    for number in range(14):
        room.capture(f"Card {number}")
    view = room("only-us")

    assert len(view.cards) == MOST_CARDS
    assert view.summary == "14 contributions"


def test_cards_are_attributed_as_they_were_captured(room: Room) -> None:
    room.capture("Named", member="org-1-lead")
    room.capture("By organisation", organisation="org-2")
    room.capture("By nobody")

    assert [card.meta for card in room("only-us").cards] == ["", "Org 2", "Chief executive"]


def test_before_they_are_revealed_only_the_number_of_cards_is_shown(room: Room) -> None:
    room.capture("A secret for now")
    view = room("only-us", turned=frozenset())

    assert view.cards == ()
    assert view.summary == "1 written, hidden until you are ready"
    assert "A secret for now" not in view.strings()


def test_while_nothing_is_written_a_silent_step_shows_the_question_alone(room: Room) -> None:
    assert room("only-us", turned=frozenset()).summary == ""


def test_one_silent_step_that_is_shown_shows_no_other(room: Room) -> None:
    room.capture("A secret for now", question="vanish")
    shown = Focus().turning("purpose", room.guide.step("purpose", "only-us"))

    assert "A secret for now" not in room("vanish", turned=shown).strings()


def test_a_step_that_is_not_silent_shows_its_cards_at_once(room: Room) -> None:
    room.capture("Because I have to", question="why-bother")

    assert [card.text for card in room("why-bother").cards] == ["Because I have to"]


def test_a_step_that_is_not_silent_may_be_hidden(room: Room) -> None:
    room.capture("Because I have to", question="why-bother")
    hidden = Focus().turning("purpose", room.guide.step("purpose", "why-bother"))

    assert room("why-bother", turned=hidden).cards == ()


def test_no_step_shows_the_words_of_a_silent_one_before_they_are_shown(room: Room) -> None:
    for question in ("only-us", "vanish"):
        room.capture(f"A secret for now, {question}", question=question)
    for step in steps(room.guide):
        seen = "\n".join(room(step, turned=frozenset()).strings())
        assert "A secret for now" not in seen, step


def test_the_first_question_carries_the_place_over_it(room: Room) -> None:
    view = room("why-bother")

    assert view.statement == "What is your higher purpose - why are you even bothering?"
    assert view.eyebrow == "Purpose · Ellerport"


def test_a_question_that_names_the_place_does_not_say_it_twice(room: Room) -> None:
    assert room("only-us").eyebrow == "Purpose"


def test_cards_are_attributed_as_the_group_chose_since(room: Room) -> None:
    room.capture("Said by one of us", member="org-1-lead")
    room.session.do(choose_for_step, "purpose", "only-us", "organisation")
    assert [card.meta for card in room("only-us").cards] == ["Org 1"]
    room.session.do(choose_for_step, "purpose", "only-us", "unattributed")

    assert [card.meta for card in room("only-us").cards] == [""]


def test_a_parked_card_leaves_the_room(room: Room) -> None:
    card = room.capture("Something else")
    room.session.do(car_park.park, "", contribution=card)

    assert room("only-us").cards == ()


def test_themes_are_shown_with_how_many_cards_each_has(room: Room) -> None:
    theme = room.session.do(board.name_theme, "One purse").id
    room.capture("Pool it", theme=theme)
    room.capture("Loose one", question="vanish")
    view = room("themes")

    assert [(card.text, card.meta) for card in view.cards] == [("One purse", "1 card")]
    assert view.summary == "1 theme · 1 loose"


def test_more_themes_than_fit_as_cards_are_all_listed(room: Room) -> None:
    for number in range(8):
        room.session.do(board.name_theme, f"Theme {number}")
    view = room("themes")

    assert view.cards == ()
    assert len([line for column in view.columns for line in column.lines]) == 8


def test_the_theme_in_hand_is_shown_with_the_three_questions(room: Room) -> None:
    theme = room.session.do(board.name_theme, "One purse").id
    view = room("only-we-test", theme=theme)

    assert view.statement == "One purse"
    assert [row[1] for row in view.rows] == ["", "", ""]
    assert view.note == ""


def test_the_answers_and_what_they_come_to_are_shown(room: Room) -> None:
    theme = room.session.do(board.name_theme, "One purse").id
    for question, yes in zip(only_we.QUESTIONS, (True, True, False), strict=True):
        room.session.do(only_we.answer_only_we, theme, question, yes)
    view = room("only-we-test", theme=theme)

    assert [row[1] for row in view.rows] == ["yes", "yes", "no"]
    assert view.note == "Fails: one of us could do it alone; nobody would miss it"
    assert view.summary == "1 of 1 tested"


def test_the_room_sees_how_many_hands_and_never_whose(room: Room) -> None:
    theme = room.session.do(board.name_theme, "One purse").id
    room.session.do(only_we.count_hands, theme, "alone_can", 2, 9)
    for organisation, said in (("org-1", "yes"), ("org-2", "yes"), ("org-3", "no")):
        room.session.do(only_we.stand_only_we, theme, "hold_levers", organisation, said)
    room.session.do(only_we.count_hands, theme, "would_be_missed", 5, 5, 1)
    view = room("only-we-test", theme=theme)

    assert [row[1] for row in view.rows] == [
        "no · 9 of 11",
        "yes · 2 of 3",
        "no answer · 5 to 5, 1 unsure",
    ]
    assert not [text for text in view.strings() if "Org" in text]


def test_a_theme_that_was_put_aside_says_where_it_went_and_not_who_takes_it(room: Room) -> None:
    theme = room.session.do(board.name_theme, "Leisure").id
    room.capture("Run the pool", theme=theme)
    for question in only_we.QUESTIONS:
        room.session.do(only_we.answer_only_we, theme, question, True)
    room.session.do(car_park.park_theme, theme, "Sports trust", "Ann Bell")
    view = room("only-we-test", theme=theme)

    assert view.note == (
        "Fails: one of us could do it alone. In the car park, for Sports trust · 1 card"
    )
    assert [card.meta for card in room("themes").cards] == ["in the car park"]
    assert "Ann Bell" not in "".join(view.strings())


def test_the_facilitators_script_never_reaches_the_room(room: Room) -> None:
    theme = room.session.do(board.name_theme, "One purse").id
    room.session.do(purpose.draft, "One purse", draft_id="d1")
    for step in room.guide.stage("purpose").steps:
        shown = "\n".join(room(step.id, theme=theme).strings())
        private = (step.say, step.ask, step.if_stuck, step.capture, step.done_when, step.summary)
        assert [text for text in private if text and text in shown] == []
