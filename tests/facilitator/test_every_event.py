"""Every kind of event: it survives being written down, and applying it never fails.

Events are made from the types of their fields, so that a new kind is covered as soon as it is
there. All of them draw their ids from one small pool: most name something that is missing, some
name something of another kind, and some meet.
"""

import types
import typing
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.events import Entry, Event, Undone, Unknown
from facilitator.history import EntryClock, History, replay
from facilitator.kinds import KINDS, decode, encode
from facilitator.workshop import Workshop

IDS = st.sampled_from(["", "a", "b", "c", "d"])
MINUTES = st.sampled_from([f"2026-03-{d}T{h}:00" for d in (17, 18) for h in (10, 11, 12)])
DATES = st.sampled_from(["2026-03-18", "2026-04-01", "not a date"])
WORDS = {"at": MINUTES, "date": DATES, "text": st.text(max_size=8), "word": st.text(max_size=3)}


def of_type(kind: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Values of the type of a field."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if kind is str:
        return WORDS.get(name, IDS)
    if kind is int:
        return st.integers(-3, 100)
    if kind is float:
        return st.floats(-10, 1e9)
    if kind is bool:
        return st.booleans()
    if origin is Literal:
        return st.sampled_from(inside)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if i is type(None) else of_type(i) for i in inside))
    if origin is tuple and inside[-1] is Ellipsis:
        return st.lists(of_type(inside[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, inside))
    if origin is dict:
        return st.dictionaries(of_type(inside[0]), of_type(inside[1]), max_size=3)
    assert issubclass(kind, msgspec.Struct), kind
    return st.builds(
        kind, **{f.name: of_type(f.type, f.name) for f in msgspec.structs.fields(kind)}
    )


def long(each: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[list[Any]]:
    """Lists of any length up to the most; left to itself, a list is rarely longer than ten."""
    return st.integers(0, most).flatmap(lambda n: st.lists(each, min_size=n, max_size=n))


EVENTS = {word: of_type(kind) for word, kind in sorted(KINDS.items()) if kind is not Undone}
ANY_EVENT = st.sampled_from(sorted(EVENTS)).flatmap(EVENTS.__getitem__)


@pytest.mark.parametrize("word", sorted(KINDS))
@settings(deadline=None, max_examples=6)
@given(data=st.data())
def test_it_survives_the_file(word: str, data: st.DataObject) -> None:
    event = data.draw(of_type(KINDS[word]))

    back = decode(encode(event))

    assert back == event
    assert type(back) is KINDS[word]
    assert msgspec.json.decode(encode(event))["kind"] == word


@pytest.mark.parametrize("word", sorted(KINDS))
@settings(deadline=None, max_examples=6)
@given(data=st.data())
def test_it_applies_to_an_empty_workshop(word: str, data: st.DataObject) -> None:
    data.draw(of_type(KINDS[word])).apply(Workshop())


@settings(deadline=None, max_examples=200)
@given(long(ANY_EVENT, 60))
def test_applying_never_fails_whatever_came_before(events: list[Event]) -> None:
    workshop = Workshop()
    for event in events:
        event.apply(workshop)


@settings(deadline=None, max_examples=150)
@given(events=long(ANY_EVENT, 30), data=st.data())
def test_any_order_of_arrival_comes_to_the_same_workshop(
    events: list[Event], data: st.DataObject, same: Any
) -> None:
    clock = EntryClock(lambda: 0)
    entries: list[Entry] = []
    ids = [clock.tick() for _ in range(len(events) + 8)]
    undone = st.sampled_from([*ids, "gone"]).map(Undone)
    for at, entry_id in enumerate(ids):
        event = events[at] if at < len(events) else data.draw(undone)
        entries.append(Entry(entry_id, "w", at + 1, "", "Facilitator", event))
    # Undos among the rest, not only after it: ids are dealt out anew.
    dealt = data.draw(st.permutations(ids))
    entries = [msgspec.structs.replace(e, id=i) for e, i in zip(entries, dealt, strict=True)]
    arriving = data.draw(st.permutations(entries + entries[::3]))
    sizes = data.draw(st.lists(st.integers(1, 6), max_size=30))

    history = History()
    while arriving:
        size = sizes.pop() if sizes else len(arriving)
        history.extend(arriving[:size])
        arriving = arriving[size:]

    assert [e.id for e in history.entries] == sorted(ids)
    assert same(history.workshop, replay(entries))
    assert same(History(entries + entries).workshop, replay(entries))


def test_every_word_on_disk_is_plain_and_used_once() -> None:
    assert len(KINDS) > 40
    assert all(word.replace("_", "").replace(".", "").isalpha() for word in KINDS)
    assert len(set(KINDS.values())) == len(KINDS)


def test_an_unknown_kind_keeps_its_bytes_and_is_counted() -> None:
    raw = b'{"kind":"hat.thrown", "colour": "red"}'
    event = decode(raw)
    workshop = Workshop()
    event.apply(workshop)
    event.apply(workshop)

    assert event == Unknown("hat.thrown", raw)
    assert encode(event) == raw
    assert workshop.unknown_kinds == {"hat.thrown": 2}


def test_a_newer_form_of_a_known_kind_is_unknown() -> None:
    raw = '{"kind":"position.taken","round":"r","organisation":"o","code":"applauds","text":"é"}'

    event = decode(raw)

    assert isinstance(event, Unknown)
    assert event.word == "position.taken"
    assert encode(event) == raw.encode()


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"7", b"{}", b'{"kind": 3}', b"\xff"])
def test_what_is_no_event_at_all_is_an_error(raw: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(raw)


def test_an_event_that_does_not_say_how_it_applies_is_refused_when_it_is_written() -> None:
    with pytest.raises(TypeError, match="give it apply"):
        type("HatThrown", (Event,), {"__module__": __name__}, tag="hat.thrown")


def test_a_bare_event_has_no_effect() -> None:
    with pytest.raises(TypeError, match="no effect"):
        Event().apply(Workshop())
