"""The car park: things, cards and whole themes put aside and taken up again."""

import pytest

from facilitator.board import capture, name_theme
from facilitator.car_park import park, park_cards, park_theme, take_up, theme_in_car_park
from facilitator.history import replay

QUESTION = ("purpose", "what-only-we")


def card(room, text: str = "Home sooner", **more) -> str:
    return room.do(capture, text, *QUESTION, **more).id


def theme(room, name: str = "Home") -> str:
    return room.do(name_theme, name).id


def test_a_parked_card_waits_in_the_car_park(room) -> None:
    made = card(room)
    item = room.do(park, "", "Ann", "Housing board", "June", made).id

    assert room.workshop.contributions[made].parked
    waiting = room.workshop.car_park[item]
    assert (waiting.text, waiting.by, waiting.destination, waiting.back_at) == (
        "Home sooner",
        "Ann",
        "Housing board",
        "June",
    )


def test_a_thing_that_is_no_card_may_be_parked(room) -> None:
    room.do(park, "Is “customer” ever right?")

    assert [p.text for p in room.workshop.car_park.values()] == ["Is “customer” ever right?"]


def test_a_card_that_is_taken_up_is_back_on_the_board(room) -> None:
    made = card(room)
    item = room.do(park, "", contribution=made).id
    room.do(take_up, item, "It became a commitment.")

    assert not room.workshop.contributions[made].parked
    assert room.workshop.car_park[item].outcome == "It became a commitment."
    room.do(park, "", contribution=made)


def test_a_card_is_parked_once(room) -> None:
    made = card(room)
    room.do(park, "", contribution=made)

    assert room.refused(park, "", contribution=made) == "That card is in the car park already."


def test_what_became_of_a_parked_thing_must_be_said(room) -> None:
    item = room.do(park, "Later").id

    assert room.refused(take_up, item, "") == "What became of it?"


def test_several_cards_are_parked_and_brought_back_in_one_change(room) -> None:
    first, second = card(room), card(room, "Two")
    before = replay(room.history.entries)
    room.do(park_cards, (first, second, first), "Housing board", "June")

    items = list(room.workshop.car_park.values())
    assert [(p.text, p.contribution, p.destination) for p in items] == [
        ("Home sooner", first, "Housing board"),
        ("Two", second, "Housing board"),
    ]
    assert all(c.parked for c in room.workshop.contributions.values())
    room.undo()
    assert room.workshop == before


def test_a_theme_is_parked_whole_with_where_it_goes_and_who_takes_it_there(room) -> None:
    pile = theme(room)
    cards = (card(room, theme=pile), card(room, "Two", theme=pile))
    loose = card(room, "Three")
    before = replay(room.history.entries)
    room.do(park_theme, pile, "Housing board", "Beech", "June")

    [item] = room.workshop.car_park.values()
    assert (item.text, item.theme, item.cards) == ("Home", pile, cards)
    assert (item.destination, item.carrier, item.back_at) == ("Housing board", "Beech", "June")
    assert theme_in_car_park(room.workshop, pile) == item
    assert [c.parked for c in room.workshop.contributions.values()] == [True, True, False]
    assert not room.workshop.contributions[loose].parked
    room.undo()
    assert room.workshop == before


def test_a_parked_theme_is_taken_up_as_one(room) -> None:
    pile = theme(room)
    card(room, theme=pile)
    card(room, "Two", theme=pile)
    item = room.do(park_theme, pile, "Housing board").id
    room.do(take_up, item, "They sent it back.")

    assert not any(c.parked for c in room.workshop.contributions.values())
    assert theme_in_car_park(room.workshop, pile) is None
    assert room.workshop.car_park[item].outcome == "They sent it back."


def test_a_card_parked_on_its_own_stays_when_its_theme_is_taken_up(room) -> None:
    pile = theme(room)
    alone = card(room, theme=pile)
    card(room, "Two", theme=pile)
    room.do(park, "", contribution=alone)
    item = room.do(park_theme, pile, "Housing board").id
    room.do(take_up, item, "They sent it back.")

    assert room.workshop.contributions[alone].parked


def test_a_theme_without_cards_is_parked_by_its_name(room) -> None:
    pile = theme(room)
    room.do(park_theme, pile, "Housing board")

    assert [p.text for p in room.workshop.car_park.values()] == ["Home"]


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (park, (" ",), "What should be parked?"),
        (park, ("", "", "", "", "gone"), "That card is no longer there."),
        (park_cards, ((),), "Choose a card first."),
        (park_cards, (("gone",),), "That card is no longer there."),
        (park_theme, ("gone", "Housing"), "That theme is no longer there."),
        (take_up, ("gone", "Done"), "That is no longer in the car park."),
    ],
)
def test_it_is_refused_in_plain_words(room, command, args, sentence) -> None:
    assert room.refused(command, *args) == sentence


def test_a_theme_is_not_parked_without_a_destination(room) -> None:
    assert room.refused(park_theme, theme(room), " ") == (
        "Say where “Home” goes: a theme is not put aside without a destination."
    )


def test_a_theme_is_parked_once(room) -> None:
    pile = theme(room)
    card(room, theme=pile)
    room.do(park_theme, pile, "Housing board")

    assert room.refused(park_theme, pile, "Elsewhere") == "“Home” is in the car park already."


def test_a_card_that_came_to_a_parked_theme_later_is_parked_after_it(room) -> None:
    pile = theme(room)
    card(room, theme=pile)
    room.do(park_theme, pile, "Housing board")
    later = card(room, "Two", theme=pile)

    assert room.do(park_theme, pile, "Housing board").contributions == (later,)


def test_a_card_among_several_is_parked_once(room) -> None:
    first, second = card(room), card(room, "Two")
    room.do(park, "", contribution=second)

    assert room.refused(park_cards, (first, second)) == (
        "One of those cards is in the car park already. Choose them again."
    )
