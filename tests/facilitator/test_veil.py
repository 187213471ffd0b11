"""What may be shown under the Chatham House Rule: nobody by name, everything else as it is."""

from facilitator.board import capture
from facilitator.chatham_house import choose_chatham_house
from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule
from facilitator.stages.values import propose
from facilitator.veil import hidden_in, veiled, veiled_history
from facilitator.wording import joined

STEP = ("purpose", "only-us")


def test_while_the_rule_does_not_hold_nothing_is_hidden(table) -> None:
    assert veiled(table.workshop) is table.workshop
    assert veiled_history(table.history) is table.history


def test_every_organisation_and_member_is_called_the_same(table) -> None:
    table.do(choose_chatham_house, True)
    shown = veiled(table.workshop)

    assert {o.short for o in shown.organisations.values()} == {"a member organisation"}
    assert {m.label for m in shown.members.values()} == {"a member"}
    assert shown.organisations.keys() == table.workshop.organisations.keys()
    assert {o.org_class for o in shown.organisations.values()} == {
        "council", "nhs", "vcs", "partner"
    }  # fmt: skip


def test_names_in_words_are_replaced_and_other_words_stay(table) -> None:
    table.do(capture, "Alder and Beech pay, under an alder tree.", *STEP)
    table.do(choose_chatham_house, True)
    (card,) = veiled(table.workshop).contributions.values()

    assert card.text == (
        "[a member organisation] and [a member organisation] pay, under an alder tree."
    )
    assert hidden_in(table.workshop) == {"contributions": 1}


def test_what_hangs_by_an_id_or_one_of_our_words_stays(table) -> None:
    table.do(choose_rule, Rule(classes=("vcs",)))
    value = table.value(proposed_by="cedar")
    table.round(value, beech="object")
    table.do(choose_chatham_house, True)
    shown = veiled(table.workshop)

    assert shown.rule == table.workshop.rule
    assert shown.values[value].proposed_by == "cedar"
    (asked,) = shown.rounds.values()
    assert asked.positions["beech"].code == "object"
    assert asked.outcome() == next(iter(table.workshop.rounds.values())).outcome()


def test_the_order_of_joining_is_not_the_order_that_is_shown(table) -> None:
    table.join("Aardvark")
    value = table.value()
    table.round(value)
    table.do(choose_chatham_house, True)
    shown = veiled(table.workshop)
    (asked,) = shown.rounds.values()

    assert list(table.workshop.organisations)[-1] == "aardvark"
    assert next(iter(shown.organisations)) == "aardvark"
    assert next(iter(asked.positions)) == "aardvark"


def test_the_workshop_itself_is_not_changed_by_it(table) -> None:
    table.do(capture, "Alder pays", *STEP)
    table.do(choose_chatham_house, True)
    veiled(table.workshop)

    assert [c.text for c in table.workshop.contributions.values()] == ["Alder pays"]
    assert table.workshop.organisations["alder"].short == "Alder"


def test_a_change_is_shown_although_most_was_looked_at_before(table) -> None:
    table.do(capture, "Alder pays", *STEP)
    table.do(choose_chatham_house, True)
    veiled(table.workshop)
    table.do(propose, "Plain words", "Beech speaks plainly", value_id="v")

    assert veiled(table.workshop).values["v"].wording == "[a member organisation] speaks plainly"


def test_a_history_is_told_without_those_who_have_left_too(table) -> None:
    table.do(capture, "Fig pays", *STEP)
    table.join("Fig")
    table.undo()
    table.undo()
    table.do(choose_chatham_house, True)
    told = str([entry.event for entry in veiled_history(table.history).entries])

    assert "Fig" not in told
    assert "Alder" not in told


def test_those_who_may_not_be_told_apart_are_counted() -> None:
    unnamed = "a member organisation"

    assert joined([unnamed]) == unnamed
    assert joined([unnamed, unnamed]) == "2 member organisations"
    assert joined(["A", unnamed, unnamed]) == "A and 2 member organisations"


def test_a_note_takers_seat_is_not_told_by_its_name(table, new_room) -> None:
    ann = new_room("Ann Thistlewood")
    ann.receive(table.history.entries)
    ann.do(capture, "Heard at the back", *STEP)
    table.receive(ann.history.entries)
    table.do(choose_chatham_house, True)

    assert {entry.by for entry in veiled_history(table.history).entries} == {
        "Facilitator", "a note-taker"
    }  # fmt: skip
