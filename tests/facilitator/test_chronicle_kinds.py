"""How a chronicle tells each kind of event, and the kinds that it does not know."""

import json
from typing import Any

import msgspec
from hypothesis import given, settings

from facilitator.afterwards import confirm_mandate, correct_position, take_late_position
from facilitator.answering import judge_objection, name_remedy, settle
from facilitator.chronicle import chronicle, local_minute, value_of
from facilitator.events import Entry, Event, Unknown, new_id
from facilitator.explain import explain
from facilitator.hands import show_hands
from facilitator.history import EntryClock, History
from facilitator.kinds import decode
from facilitator.rounds import lock_round, take_position, take_positions
from facilitator.stages.gather import InterestDeclared
from facilitator.stages.rehearsal.changing import ChangeAccepted, ChangeProposed
from facilitator.stages.rehearsal.debriefing import ValueStrained
from facilitator.stages.values import (
    CostDropped,
    CostNamed,
    ValueFoundUntested,
    amend,
    merge_value,
    open_value_round,
    park_value,
    propose,
    reopen_value,
)
from facilitator.trio import TrioBegan, TrioReported
from tests.facilitator.test_every_event import ANY_EVENT, long

NOON = "2026-03-18T12:00"


class Applauded(Event, frozen=True, tag="value.applauded"):
    """A kind that the chronicle has never heard of."""

    value: str
    organisation: str = ""
    text: str = ""
    near: str = ""
    loud: int = 3

    def apply(self, workshop: Any) -> None:
        """Nothing."""


def lines(room, value: str) -> list[tuple[str, str, str]]:
    return [(line.who, line.what, line.why) for line in chronicle(room.history, value)]


def last(room, value: str) -> tuple[str, str, str]:
    return lines(room, value)[-1]


def test_a_value_that_is_not_there_has_no_history(room) -> None:
    room.value()

    assert chronicle(room.history, "another") == []


def test_what_was_taken_back_is_not_told(table) -> None:
    value = table.value()
    table.do(amend, value, "Other words.")
    table.undo()

    assert [what for _, what, _ in lines(table, value)] == ["proposed it"]


def test_a_proposal_that_was_taken_back_leaves_no_history(table) -> None:
    value = table.value()
    table.undo()

    assert chronicle(table.history, value) == []


def test_the_test_day_stands_under_the_proposal(table) -> None:
    value = table.value(proposed_by="cedar", test_day="The winter overspend")

    assert last(table, value) == (
        "Cedar", "proposed it", "It would be tested on: The winter overspend"
    )  # fmt: skip


def test_a_proposal_put_right_says_what_changed(table) -> None:
    value = table.value("City first")
    table.do(propose, "City before us", "The city first.", "alder", "A cold day", value_id=value)
    (line,) = chronicle(table.history, value)[1:]

    assert line.what == (
        "renamed it, from “City first” to “City before us”; put right who proposed it: Alder; "
        "put the wording right; named the day that would test it"
    )
    assert (line.before, line.after) == ("We start from what the city needs.", "The city first.")


def test_a_round_on_other_words_than_were_told_says_them(table) -> None:
    value = table.value()
    table.do(open_value_round, value)

    assert last(table, value)[1] == "has round 1 open: nobody has been heard yet"
    assert [line.after for line in chronicle(table.history, value)][1] == ""


def test_an_open_round_says_how_far_it_is(table) -> None:
    value = table.value()
    asked = table.do(open_value_round, value).id
    table.do(take_positions, asked, ("alder", "beech"), "agree")
    table.stand(asked, cedar="object")

    assert last(table, value)[1] == "has round 1 open: 2 support it, 1 objects"


def test_a_position_taken_anew_in_a_round_counts_once(table) -> None:
    value = table.value()
    asked = table.do(open_value_round, value).id
    table.stand(asked, alder="object", beech="agree", cedar="agree", dogwood="agree", elm="agree")
    table.do(take_position, asked, "alder", "agree")
    table.do(lock_round, asked, NOON)

    assert [who for who, _, _ in lines(table, value)] == ["Facilitator"] * 3


def test_an_answered_question_is_told_as_one(table) -> None:
    value = table.value()
    asked = table.round(value, beech="need_more")
    table.do(settle, asked, "beech", "The county pays.")

    assert last(table, value) == (
        "Beech", "has the answer to its question, round 1", "The county pays."
    )  # fmt: skip


def test_an_amendment_names_the_organisation_that_made_it(table) -> None:
    value = table.value()
    table.round(value, beech="object")
    table.do(amend, value, "We say what we cannot do.", "beech", "Smallest change")

    assert last(table, value) == (
        "Beech", "amended the wording, in answer to round 1", "Smallest change"
    )  # fmt: skip


def test_two_amendments_of_one_round_both_stand_against_its_wording(table) -> None:
    value = table.value()
    table.round(value, beech="object")
    table.do(amend, value, "One.", "beech")
    table.do(amend, value, "Two.", "cedar")
    asked = table.workshop.rounds_of[value][0]
    before = [line.before for line in chronicle(table.history, value)[-2:]]

    assert before == [table.workshop.rounds[asked].wording] * 2


def test_a_mandate_that_is_confirmed_is_told_with_its_date(room) -> None:
    room.join("Alder", authority=False)
    room.here("alder")
    value = room.value()
    asked = room.round(value)
    room.do(confirm_mandate, asked, "alder", "2026-03-23")

    assert last(room, value)[:2] == (
        "Alder", "confirmed on 23 March 2026 what was said for it in round 1"
    )  # fmt: skip


def test_a_late_objection_puts_the_value_on_the_table_again_in_words(table) -> None:
    value = table.value()
    asked = table.round(value, alder="absent")
    table.do(take_late_position, asked, "alder", "object", "2026-03-20", "It harms us.", "harm")

    assert lines(table, value)[-2:] == [
        (
            "Alder",
            "gave its position on round 1 late, on 20 March 2026: I object (harm)",
            "“It harms us.”",
        ),
        (
            "Facilitator",
            "heard what came late on round 1",
            "On the table again: Alder (harm) objected late.",
        ),
    ]


def test_a_merge_is_told_in_both_values(table) -> None:
    one, other = table.value("One"), table.value("Other")
    table.do(merge_value, one, other, "The same thing")

    assert last(table, one) == ("Facilitator", "merged it into “Other”", "The same thing")
    assert last(table, other) == ("Facilitator", "merged “One” into it", "The same thing")


def test_parking_and_reopening_give_their_reasons(table) -> None:
    value = table.value()
    table.do(park_value, value, "alder-lead", "Who pays?", "2026-06-10")
    table.do(reopen_value, value, "The county has answered.")

    assert lines(table, value)[-2:] == [
        ("Facilitator", "parked it with Alder lead, to be back by 10 June 2026", "Who pays?"),
        ("Facilitator", "put it back on the table", "The county has answered."),
    ]


def test_what_a_rehearsal_did_to_a_value_belongs_to_its_history(table) -> None:
    value = table.value()
    table.happened(ValueStrained("r", value, "bent", "They argued for their own.", 25))
    table.happened(ChangeProposed("r", "change", value, "Name the figures", "alder-lead"))
    table.happened(ChangeAccepted("r", "change"))

    assert lines(table, value)[1:] == [
        ("Facilitator", "rehearsed: it bent, at minute 25", "They argued for their own."),
        ("Alder lead", "is to bring a change to it, after the rehearsal", "Name the figures"),
        ("Facilitator", "accepted the change that a rehearsal had asked for", ""),
    ]


def test_a_kind_that_it_does_not_know_is_told_in_its_own_words(table) -> None:
    value = table.value()
    table.happened(Applauded(value, "beech", "Well said", new_id()))

    assert last(table, value) == ("Beech", "value applauded", "Well said")


def test_a_kind_of_a_newer_version_has_its_place(table) -> None:
    value = table.value()
    raw = json.dumps({"kind": "value.priced", "value": value, "cost": [1, {"who": "alder"}]})
    table.happened(decode(raw))
    table.happened(Unknown("hat.thrown", b'{"kind": "hat.thrown", "value": "another"}'))
    table.happened(Unknown("not.json", b"{"))

    assert lines(table, value)[1:] == [("Facilitator", "value priced", "")]


def test_what_happens_to_others_is_not_told(table) -> None:
    one, other = table.value("One"), table.value("Other")
    table.round(other)

    assert len(lines(table, one)) == 1


def test_the_time_is_the_one_on_the_wall_where_it_was_kept() -> None:
    assert local_minute("2026-03-18T14:30:59+05:30") == "2026-03-18T14:30"
    assert local_minute("2026-03-18T14:30:59.123456") == "2026-03-18T14:30"
    assert local_minute("") == ""
    assert local_minute("yesterday") == ""


def test_an_event_is_about_the_value_that_it_or_its_round_names(table) -> None:
    value = table.value()
    asked = table.do(open_value_round, value).id
    taken = table.do(take_position, asked, "alder", "agree")

    assert value_of(taken, table.workshop) == value
    assert value_of(Applauded("another"), table.workshop) == ""


@settings(max_examples=150)
@given(long(ANY_EVENT, 60))
def test_it_never_fails_whatever_happened(events: list[Event]) -> None:
    clock = EntryClock(lambda: 0)
    entries = [
        Entry(clock.tick(), "w", n, "2026-03-18T10:00:00", "Facilitator", event)
        for n, event in enumerate(events, 1)
    ]
    history = History(entries)
    for value in ("", "a", "b", "c", "d"):
        told = chronicle(history, value)
        assert bool(told) == (value in history.workshop.values)
        assert all(isinstance(msgspec.to_builtins(line), dict) for line in told)


def test_what_would_make_it_work_and_what_the_group_found_are_told(table) -> None:
    value = table.value()
    asked = table.do(open_value_round, value).id
    table.do(show_hands, asked, {"agree": 4, "object": 1})
    table.stand(asked, cedar="object")
    table.do(name_remedy, asked, "cedar", "A notice of a month")
    table.do(judge_objection, asked, "cedar", valid=False, why="It is a preference")

    assert lines(table, value)[2:5] == [
        ("Facilitator", "counted hands in round 1: 4 support it, 1 objects", ""),
        ("Cedar", "said what would make it work", "A notice of a month"),
        (
            "Facilitator",
            "noted what the group found: the objection of Cedar is none that blocks",
            "It is a preference",
        ),
    ]


def test_a_corrected_round_gives_the_reason_and_counts_again(table) -> None:
    value = table.value()
    asked = table.round(value, cedar="object")
    table.do(correct_position, asked, "cedar", "agree", "It was misheard", "2026-03-19")

    assert lines(table, value)[-2:] == [
        (
            "Cedar",
            "had its position on round 1 corrected, on 19 March 2026: I object → I support it",
            "It was misheard",
        ),
        (
            "Facilitator",
            "counted round 1 again",
            explain(table.workshop, table.workshop.rounds[asked]),
        ),
    ]


def test_a_trio_is_told_from_its_going_to_what_it_brought(table) -> None:
    value = table.value(proposed_by="alder")
    asked = table.round(value, cedar="object")
    table.happened(TrioBegan("t", value, asked, "cedar", "alder", "beech", 0.0))
    table.happened(TrioReported("t", "A month's notice, and no more"))

    assert lines(table, value)[-2:] == [
        ("Cedar", "went off with Alder and Beech to find a change that would work", ""),
        ("Cedar", "came back with", "A month's notice, and no more"),
    ]


def test_costs_and_interests_are_told(table) -> None:
    value = table.value()
    table.happened(InterestDeclared("i", "alder-lead", "A contract", subject=value))
    table.happened(CostNamed("c", value, "beech", "money", "Forty thousand a year"))
    table.happened(CostDropped("c", value))
    table.happened(ValueFoundUntested(value))

    assert lines(table, value)[1:] == [
        ("Alder lead", "declared an interest", "A contract"),
        ("Beech", "named what it will cost: money", "Forty thousand a year"),
        ("Facilitator", "noted that a cost named for it does not stand any more", ""),
        ("Facilitator", "noted that it is untested: nobody could say what it will cost", ""),
    ]
