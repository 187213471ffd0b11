"""The Chatham House Rule: who said it and for whom is kept nowhere, and nothing brings it back."""

import random
from typing import Any

import msgspec
import pytest

from facilitator.attendance import send_apologies
from facilitator.attribution import attribute_card, choose_for_member
from facilitator.board import capture
from facilitator.car_park import park
from facilitator.chatham_house import (
    Forgets,
    NamesForgotten,
    choose_chatham_house,
    would_forget,
)
from facilitator.events import Entry, Unknown
from facilitator.forgetting import forgetting, kept_of, might_forget
from facilitator.history import History
from facilitator.kinds import encode
from facilitator.nameless import Known, places_in, without_names
from facilitator.redaction import without
from facilitator.stages.commitments import commit
from facilitator.stages.gather import declare_interest, join_member
from facilitator.stages.purpose import draft
from facilitator.stages.values.authority import state_authority

ANN = "Ann Thistlewood"
STEP = ("purpose", "only-us")


def joined(room: Any, name: str = ANN, member: str = "alder-lead", **more: Any) -> None:
    room.do(join_member, "alder", "Chief executive", name, member_id=member, **more)


def settle(room: Any) -> list[Any]:
    """Do as a session does; the records that were made."""
    due = forgetting(room.history.entries, room.workshop)
    anew = {entry.id: entry for entry in due.rewritten}
    room.history = History([anew.get(e.id, e) for e in room.history.entries])
    for record in due.records:
        room.happened(record)
    return list(due.records)


def written(entries: list[Entry]) -> str:
    return "\n".join(encode(entry.event).decode() for entry in entries)


def said(room: Any) -> str:
    return written(room.history.entries)


def test_before_it_is_chosen_nothing_is_forgotten(table) -> None:
    joined(table)

    assert not might_forget(table.history.entries)
    assert settle(table) == []
    assert ANN in said(table)


def test_a_member_is_known_by_role_afterwards(table) -> None:
    joined(table)
    table.do(choose_chatham_house, True)
    settle(table)

    assert ANN not in said(table)
    assert table.workshop.person("alder-lead") == "Chief executive"
    assert table.workshop.members["alder-lead"].organisation == "alder"


def test_names_in_other_words_go_too(table) -> None:
    joined(table)
    table.do(capture, "Thistlewood is right: ask Ann.", *STEP)
    table.do(declare_interest, "alder-lead", "Married to Ann Thistlewood’s brother")
    table.do(send_apologies, "2026-03-18", "Ann Thistlewood is ill")
    table.do(choose_chatham_house, True)
    settle(table)

    assert "Thistlewood" not in said(table)
    assert "Ann" not in said(table)
    assert [c.text for c in table.workshop.contributions.values()] == [
        "[name] is right: ask [name]."
    ]


def test_whoever_is_named_in_free_words_goes_and_so_do_those_words_elsewhere(table) -> None:
    table.do(draft, "We are one city.", by="Wilhelmina Okoro")
    table.do(capture, "As Wilhelmina Okoro said", *STEP)
    table.do(park, "Parking", by="Bo")
    table.do(commit, "Ring the ward", "alder", "Cy Onwuatu", "2026-05-01", "One call a day")
    table.do(choose_chatham_house, True)
    settle(table)

    for gone in ("Wilhelmina", "Okoro", '"Bo"', "Onwuatu"):
        assert gone not in said(table)
    (promise,) = table.workshop.commitments.values()
    assert (promise.organisation, promise.owner) == ("alder", "[name]")


def test_ids_roles_organisations_and_dates_stay(table) -> None:
    joined(table)
    table.do(commit, "Ring the ward", "alder", "alder-lead", "2026-05-01", "One call a day")
    table.do(draft, "We are one city.", by="Beech")
    table.do(state_authority, "cedar", "Up to 5,000", "The trust’s board", "2026-05-01")
    table.do(choose_chatham_house, True)
    settle(table)

    (promise,) = table.workshop.commitments.values()
    (first,) = table.workshop.drafts.values()
    assert (promise.owner, first.by) == ("alder-lead", "Beech")
    assert table.workshop.authorities["cedar"].by == "2026-05-01"
    assert table.workshop.authorities["cedar"].ask == "The trust’s board"


def test_no_card_keeps_its_author_whatever_was_chosen_for_it(table) -> None:
    named = table.do(capture, "Home sooner", *STEP, member="alder-lead").id
    table.do(attribute_card, named, "named")
    table.do(choose_for_member, "beech-lead", "named")
    late = table.do(capture, "Sooner still", *STEP, member="beech-lead").id
    table.do(choose_chatham_house, True)
    settle(table)
    after = table.do(capture, "Now", *STEP, member="beech-lead").id

    cards = table.workshop.contributions
    assert {cards[c].attribution for c in (named, late, after)} == {"unattributed"}
    assert {table.workshop.who_said(cards[c]) for c in (named, late, after)} == {"unattributed"}


def test_what_was_taken_back_goes_too(table) -> None:
    joined(table)
    table.undo()
    table.do(choose_chatham_house, True)
    settle(table)

    assert "Thistlewood" not in said(table)


@pytest.mark.parametrize("way", ["off", "undo"])
def test_turning_it_off_brings_nothing_back(table, way: str) -> None:
    joined(table)
    made = table.do(capture, "Ask Ann", *STEP, member="alder-lead").id
    table.do(choose_chatham_house, True)
    settle(table)
    table.do(choose_chatham_house, False) if way == "off" else table.undo()
    settle(table)

    assert table.workshop.chatham_house is False
    assert "Ann" not in said(table)
    assert table.workshop.who_said(table.workshop.contributions[made]) == "unattributed"


def test_a_name_given_after_it_was_turned_off_is_kept(table) -> None:
    table.do(choose_chatham_house, True)
    table.do(choose_chatham_house, False)
    joined(table)
    card = table.do(capture, "Ask Ann", *STEP, member="alder-lead").id

    assert settle(table) == []
    assert table.workshop.who_said(table.workshop.contributions[card]) == ANN


def test_what_was_written_while_it_held_is_nameless_although_it_is_off_by_now(
    table, new_room
) -> None:
    note_taker = new_room("Table 3")
    joined(table)
    note_taker.receive(table.history.entries)
    table.do(choose_chatham_house, True)
    settle(table)
    card = note_taker.do(capture, "Ann Thistlewood said so", *STEP, member="alder-lead").id
    note_taker.milliseconds = table.milliseconds
    table.milliseconds += 10_000
    table.do(choose_chatham_house, False)
    known = Known.of(entry.event for entry in note_taker.history.entries)
    table.receive(note_taker.history.entries)
    due = forgetting(table.history.entries, table.workshop, known)

    told = written(list(due.rewritten))
    assert "[name] [name] said so" in told
    assert "alder-lead" not in told
    assert due.record is not None
    assert due.record.cards == (card,)


def test_the_record_says_where_and_not_whom(table) -> None:
    joined(table)
    card = table.do(capture, "We asked Ann Thistlewood.", *STEP)
    table.do(choose_chatham_house, True)
    entries = {e.event: e.id for e in table.history.entries if e.event == card}
    (record,) = settle(table)

    assert isinstance(record, NamesForgotten)
    assert (entries[card], "/text", (2, 3)) in record.places
    assert "Thistlewood" not in encode(record).decode()


def test_the_record_is_no_step_to_take_back(table) -> None:
    joined(table)
    choice = table.do(choose_chatham_house, True)
    settle(table)

    assert table.undo().event == choice


def test_what_two_machines_forgot_on_their_own_comes_to_the_same_in_any_order(
    table, new_room
) -> None:
    """Each of them knows a name that the other has never heard."""
    theirs = new_room("Table 3")
    theirs.receive(table.history.entries)
    card = table.do(capture, "Ann Thistlewood and Ben Okoro agree", *STEP)
    assert card
    theirs.receive(table.history.entries)
    joined(table)
    theirs.do(join_member, "beech", "Nurse", "Ben Okoro", member_id="beech-lead")
    for room in (table, theirs):
        room.do(choose_chatham_house, True)
        assert any(isinstance(record, NamesForgotten) for record in settle(room))
    ends = set()
    for seed in range(12):
        parts = [*table.history.entries, *theirs.history.entries]
        random.Random(seed).shuffle(parts)
        together: dict[str, Entry] = {}
        for entry in parts:
            together.setdefault(entry.id, entry)
            history = History(together.values())
            anew = {e.id: e for e in forgetting(history.entries, history.workshop).rewritten}
            together = {key: anew.get(key, e) for key, e in together.items()}
        ends.add(written(History(together.values()).entries))

    assert len(ends) == 1
    assert "[name] [name] and [name] [name] agree" in ends.pop()


def test_names_in_kinds_that_only_a_newer_app_knows_go_too(table) -> None:
    joined(table)
    raw = '{"kind":"hat.thrown","by":"Bo Nkrumah","words":["for Ann Thistlewood"],"high":3}'
    table.happened(Unknown("hat.thrown", raw.encode()))
    table.do(choose_chatham_house, True)
    settle(table)

    (thrown,) = [e.event for e in table.history.entries if isinstance(e.event, Unknown)]
    assert msgspec.json.decode(thrown.raw) == {
        "kind": "hat.thrown", "by": "[name]", "words": ["for [name] [name]"], "high": 3
    }  # fmt: skip


def test_while_it_holds_what_is_done_is_kept_without_names(table) -> None:
    table.do(choose_chatham_house, True)
    event = join_member(table.workshop, "alder", "Nurse", ANN, instead_of="Bo Nkrumah")
    promise = commit(table.workshop, "Ring Ann Thistlewood", "alder", ANN, "2026-05-01", "A call")
    known = Known.of([event])

    kept = kept_of(event, table.workshop, known)
    assert (kept.role, kept.name, kept.instead_of) == ("Nurse", "", "")
    ring = kept_of(promise, table.workshop, known)
    assert (ring.text, ring.owner) == ("Ring [name] [name]", "[name]")


def test_while_it_does_not_hold_what_is_done_is_kept_as_it_is(table) -> None:
    event = join_member(table.workshop, "alder", "Nurse", ANN)

    assert kept_of(event, table.workshop, Known.of([event])) is event


def test_what_would_be_gone_is_counted_beforehand(table) -> None:
    joined(table)
    table.do(capture, "Home sooner", *STEP, member="alder-lead")
    table.do(capture, "Sooner still", *STEP)

    assert would_forget(table.workshop) == Forgets(cards=1, people=1)


def test_forgetting_twice_changes_nothing(table) -> None:
    joined(table)
    table.do(capture, "Ask Ann", *STEP, member="alder-lead")
    table.do(choose_chatham_house, True)
    settle(table)

    assert forgetting(table.history.entries, table.workshop).rewritten == ()
    assert [p for e in table.history.entries for p in places_in(e.event, Known())] == []


def test_what_was_taken_out_whole_stays_so(table) -> None:
    """In whatever order words are taken out and names forgotten."""
    joined(table)
    card = table.do(capture, "Ask Ann Thistlewood", *STEP)
    entry = next(e for e in table.history.entries if e.event == card)
    place = (entry.id, (("/text", (1, 2)),))
    gone = msgspec.structs.replace(card, text="[taken out]")
    nameless = without_names(card, place[1])

    assert without_names(gone, place[1]) == gone
    assert nameless.text == "Ask [name] [name]"
    asked = {entry.id: {"/text"}}
    assert without(msgspec.structs.replace(entry, event=nameless), asked).event == gone


def test_a_name_that_was_redacted_is_forgotten_to_the_same(table) -> None:
    joined(table)
    entry = table.history.entries[-1]
    asked, places = {entry.id: {"/name"}}, [("/name", ())]
    redacted = without(entry, asked)
    forgotten = msgspec.structs.replace(entry, event=without_names(entry.event, places))

    assert without_names(redacted.event, places) == forgotten.event
    assert without(forgotten, asked) == forgotten
