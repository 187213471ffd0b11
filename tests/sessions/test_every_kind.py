"""Every kind of event survives the file, byte for byte, and applies to an empty workshop."""

import sqlite3
import types
import typing
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from facilitator.events import Entry, Event, Unknown
from facilitator.history import EntryClock
from facilitator.kinds import KINDS, encode
from facilitator.workshop import Workshop
from sessions.session import Session

WORDS = "Pobl sy’n aros — الناس ينتظرون 🌊 \"<b>&'\n\u0000\u2028"
NEWER = b'{"kind":"hat.thrown",  "how":{"high":3.50,"by":"\xc3\xa9"}, "a":null }'


def filled(kind: Any, default: Any = None) -> Any:
    """A value of the type of a field, other than its default."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if kind is str:
        return WORDS
    if kind in (int, float):
        return kind(7)
    if kind is bool:
        return default is not True
    if origin is Literal:
        return inside[-1]
    if origin in (typing.Union, types.UnionType):
        return filled(next(each for each in inside if each is not type(None)))
    if origin is tuple:
        return tuple(filled(each) for each in inside if each is not Ellipsis)
    if origin is dict:
        return {filled(inside[0]): filled(inside[1])}
    assert issubclass(kind, msgspec.Struct), f"no way to make a {kind}"
    return kind(**{f.name: filled(f.type, f.default) for f in msgspec.structs.fields(kind)})


def received(path: Path, event: Event) -> None:
    """Put an event into a new file, as an entry that came from elsewhere."""
    with Session.create(path) as session:
        entry = Entry(EntryClock(lambda: 1_000).tick(), "w", 1, "2026-03-18T09:30:00", "A", event)
        assert session.receive([entry]) == 1


def text_in(path: Path) -> bytes:
    """The one event in a closed file, as it lies there."""
    with closing(sqlite3.connect(path)) as connection:
        ((text,),) = connection.execute("SELECT event FROM entries").fetchall()
        return str(text).encode()


@pytest.mark.parametrize("word", sorted(KINDS))
def test_it_survives_the_file_byte_for_byte(word: str, tmp_path: Path) -> None:
    event = filled(KINDS[word])
    path = tmp_path / "one.workshop"

    received(path, event)

    with Session.open(path) as session:
        (back,) = [entry.event for entry in session.history.entries]
    assert back == event
    assert type(back) is KINDS[word]
    assert text_in(path) == encode(event) == encode(back)


@pytest.mark.parametrize("word", sorted(KINDS))
def test_it_applies_to_an_empty_workshop(word: str) -> None:
    filled(KINDS[word]).apply(Workshop())


def test_every_field_that_is_made_differs_from_its_default() -> None:
    same = [
        f"{word}.{field.name}"
        for word, kind in KINDS.items()
        for field in msgspec.structs.fields(kind)
        if getattr(filled(kind), field.name) == field.default
    ]

    assert KINDS
    assert same == []


def test_an_unknown_kind_is_kept_and_passed_on_byte_for_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "first.workshop", tmp_path / "second.workshop"

    received(first, Unknown("hat.thrown", NEWER))
    with Session.open(first) as session, Session.create(second) as other:
        other.receive(session.history.entries)
    with Session.open(second) as session:
        unknown = session.workshop.unknown_kinds

    assert unknown == {"hat.thrown": 1}
    assert text_in(first) == text_in(second) == NEWER
