"""Words leave a history for good: the same to the byte, in any order, and nothing with them."""

from itertools import permutations
from typing import Any

import pytest

from facilitator.board import ContributionCaptured, capture, correct
from facilitator.events import Entry, Redacted, Unknown
from facilitator.history import EntryClock
from facilitator.kinds import decode, encode
from facilitator.redaction import TAKEN_OUT, asked_of, find, redacting, targets_of, without
from facilitator.rounds import open_round, take_position

STEP = ("purpose", "q")


def found_in(room: Any, words: str) -> list[tuple[str, str]]:
    return [(f.pointer, f.text) for f in find(room.history.entries, words)]


def test_words_are_found_whatever_their_capitals_and_spaces(room: Any) -> None:
    room.happened(ContributionCaptured("card", *STEP, "Mrs  QUILLFEATHER waited"))

    assert found_in(room, "mrs quillfeather") == [("/text", "Mrs  QUILLFEATHER waited")]


def test_words_that_were_taken_back_or_corrected_are_found_too(room: Any) -> None:
    room.do(capture, "Quillfeather waited", *STEP, contribution_id="card")
    room.do(correct, "card", "She waited")
    room.do(capture, "Quillfeather again", *STEP)
    room.undo()

    assert len(found_in(room, "quillfeather")) == 2


def test_words_with_signs_that_are_escaped_are_found(room: Any) -> None:
    room.do(capture, 'She said "Quillfeather" — naïve\u2028', *STEP)

    assert len(found_in(room, '"quillfeather" — naïve')) == 1


def test_what_names_something_else_is_no_word(table: Any) -> None:
    table.do(open_round, "subject", "Together.", "r1")
    table.do(take_position, "r1", "alder", "reservation", "Only with Alder House.")

    assert [text for _, text in found_in(table, "alder")] == [
        "Alder",
        "Alder",
        "Alder lead",
        "Only with Alder House.",
    ]


def test_a_code_is_no_word(table: Any) -> None:
    table.do(open_round, "subject", "Together.", "r1")
    table.do(take_position, "r1", "alder", "reservation", "My reservation stands.")

    assert [pointer for pointer, _ in found_in(table, "reservation")] == ["/text"]


@pytest.mark.parametrize("words", ["", "a", "  ", "Featherstone"])
def test_too_few_letters_and_words_that_stand_nowhere_find_nothing(room: Any, words: str) -> None:
    room.do(capture, "Home sooner", *STEP)

    assert found_in(room, words) == []


def test_what_would_mean_nothing_without_it_stays(table: Any) -> None:
    table.do(open_round, "subject", "Together.", "r1")
    table.do(take_position, "r1", "alder", "agree")
    entry = table.history.entries[-1]

    assert without(entry, {entry.id: {"/code"}}) is entry
    assert without(entry, {entry.id: {"/nowhere", "", "/code/0", "/text/x"}}) is entry


def test_it_comes_to_the_same_in_any_order_and_however_often() -> None:
    clock = EntryClock(lambda: 1_000)
    card = Entry(clock.tick(), "w", 1, "", "F", ContributionCaptured("c", *STEP, "Quillfeather"))
    newer = Entry(
        clock.tick(),
        "w",
        2,
        "",
        "F",
        Unknown("hat", b'{"kind":"hat","who":{"a/b":["Quillfeather"]}}'),
    )
    gone = targets_of([*find([card, newer], "quillfeather")])
    red = Entry(clock.tick(), "w", 3, "", "F", Redacted(gone))

    for order in permutations([card, newer, red]):
        anew = {entry.id: entry for entry in redacting(order)}
        assert encode(anew[card.id].event) == encode(ContributionCaptured("c", *STEP, TAKEN_OUT))
        assert encode(anew[newer.id].event) == b'{"kind":"hat","who":{"a/b":["[taken out]"]}}'
        assert redacting([red, *anew.values()]) == []


def test_a_newer_app_and_this_one_take_out_the_same_bytes(room: Any) -> None:
    room.do(capture, "Quillfeather waited", *STEP, theme="")
    entry = room.history.entries[-1]
    asked = asked_of([Entry("x", "w", 9, "", "F", Redacted(((entry.id, ("/text",)),)))])
    unknown = Entry(entry.id, "w", 1, "", "F", Unknown("?", encode(entry.event)))

    assert encode(without(entry, asked).event) == encode(without(unknown, asked).event)
    assert isinstance(decode(encode(without(entry, asked).event)), ContributionCaptured)
