"""Hostile files whose tables are ours and whose rows are not."""

from pathlib import Path
from typing import Any

from tests.sessions.intake.planted import Spoil, rows, run

DEEP = 100_000
ME = "019cf000-0000-7000-8000-000000000001"
YOU = "019cf000-0000-7000-8000-000000000002"


def event(said: str) -> dict[str, Any]:
    """A row with that event."""
    return {"event": said}


FORGED: dict[str, list[dict[str, Any]]] = {
    "id of nothing": [{"id": ""}],
    "id of a digit": [{"id": "0"}],
    "id in another case": [{"id": ME.upper().replace("9", "A")}, {"seq": 2}],
    "id doubled in another case": [{}, {"id": "019CF000-0000-7000-8000-000000000001", "seq": 2}],
    "id of the last year": [{"id": "e677d21f-dbff-7000-8000-000000000001"}],
    "id beyond the last year": [{"id": "e677d220-0000-7000-8000-000000000001"}],
    "id of the end of time": [{"id": "ffffffff-ffff-7fff-bfff-ffffffffffff"}],
    "id of another version": [{"id": "019cf000-0000-4000-8000-000000000001"}],
    "id of another variant": [{"id": "019cf000-0000-7000-c000-000000000001"}],
    "id in braces": [{"id": "{" + ME + "}"}],
    "id with a line after it": [{"id": ME + "\n"}],
    "id with a nought in it": [{"id": ME[:8] + "\0" + ME[9:]}],
    "id without end": [{"id": ME * 1000}],
    "id of bytes": [{"id": ME.encode()}],
    "id in wide digits": [{"id": ME.replace("1", "１")}],
    "id turned around": [{"id": "\u202e" + ME}],
    "writer of nothing": [{"writer": ""}],
    "writer with a name": [{"writer": "Table 3"}],
    "writer in capitals": [{"writer": "00000000000000AA"}],
    "writer too long": [{"writer": "0" * 17}],
    "writer with a line after it": [{"writer": "00000000000000aa\n"}],
    "writer of bytes": [{"writer": b"\x00" * 16}],
    "number 0": [{"seq": 0}],
    "number -1": [{"seq": -1}],
    "number of the largest": [{"seq": 2**63 - 1}],
    "number of the smallest": [{"seq": -(2**63)}],
    "number in between": [{"seq": 1.5}],
    "number in words": [{"seq": "seven"}],
    "number without end": [{"seq": float("inf")}],
    "number of bytes": [{"seq": b"1"}],
    "time of nothing": [{"at": ""}],
    "time in words": [{"at": "yesterday"}],
    "time that is not": [{"at": "2026-02-31T00:00:00"}],
    "time without end": [{"at": "2026-03-18T14:30:00." + "0" * 10**6}],
    "time of bytes": [{"at": b"2026-03-18"}],
    "time with a nought": [{"at": "2026-03-18\0"}],
    "seat without end": [{"by": "x" * 10**6}],
    "seat of bytes": [{"by": b"Table"}],
    "event of nothing": [event("")],
    "event {}": [event("{}")],
    "event []": [event("[]")],
    "event null": [event("null")],
    "event text": [event('"entry.undone"')],
    "event number": [event("1e400")],
    "event of kind 1": [event('{"kind":1}')],
    "event of kind null": [event('{"kind":null}')],
    "event of empty kind": [event('{"kind":""}')],
    "event of endless kind": [event('{"kind":"' + "x" * 10**6 + '"}')],
    "event cut off": [event('{"kind":"from.tom')],
    "event and more": [event('{"kind":"a"}{"kind":"b"}')],
    "event with a lone half": [event('{"kind":"\\ud800"}')],
    "event with no number": [event('{"kind":"x","n":NaN}')],
    "event behind a mark": [event('\ufeff{"kind":"x"}')],
    "event of a huge number": [event('{"kind":"x","n":' + "9" * 100_000 + "}")],
    "event 100,000 deep": [event('{"kind":"x","n":' + "[" * DEEP + "]" * DEEP + "}")],
    "event 100,000 deep and open": [event('{"kind":"x","n":' + "[" * DEEP)],
    "event 100,000 objects deep": [
        event('{"kind":"x","n":' + '{"a":' * DEEP + "1" + "}" * DEEP + "}")
    ],
    "event of 3 MB": [event('{"kind":"x","n":"' + "a" * 3_000_000 + '"}')],
    "event of 50 MB": [event('{"kind":"x","n":"' + "a" * 50_000_000 + '"}')],
    "event of 70 MB": [event('{"kind":"x","n":"' + "a" * 70_000_000 + '"}')],
    "event of bytes": [{"event": b'{"kind":"x"}'}],
    "event of a number": [{"event": 7}],
    "event with a nought": [event('{"kind":"x\0"}')],
    "hash of nothing": [{"hash": b""}],
    "hash too short": [{"hash": b"\0" * 31}],
    "hash in words": [{"hash": "0" * 64}],
    "two with one place": [{}, {"id": YOU, "writer": "00000000000000aa", "seq": 1.0 + 1e-9}],
}
"""Rows of which at least one is refused."""

WELL_FORMED: dict[str, list[dict[str, Any]]] = {
    "undone that undoes itself": [event(f'{{"kind":"entry.undone","entry":"{ME}"}}')],
    "two that undo each other": [
        event(f'{{"kind":"entry.undone","entry":"{YOU}"}}'),
        {"id": YOU, "seq": 2, "event": f'{{"kind":"entry.undone","entry":"{ME}"}}'},
    ],
    "undone of nobody": [event('{"kind":"entry.undone","entry":"\\u0000"}')],
    "seen more than there is": [event('{"kind":"entries.seen","last":{"x":9223372036854775807}}')],
    "seen less than nothing": [event('{"kind":"entries.seen","last":{"":-5}}')],
    "received without end": [
        event('{"kind":"notes.received","spans":[["00000000000000aa",1,9223372036854775807]]}')
    ],
    "received backwards": [event('{"kind":"notes.received","spans":[["x",9,-9]]}')],
    "words taken out of nowhere": [
        event('{"kind":"entry.redacted","targets":[["x",["/a/0/~0~1","","//"]]]}')
    ],
    "event 10 deep": [event('{"kind":"x","n":' + "[" * 10 + "]" * 10 + "}")],
    "brackets within words": [event('{"kind":"x","n":"' + "[{" * 90_000 + '\\""}')],
    "a kind said twice": [event('{"kind":"x","kind":"y"}')],
    "card of the wrong form": [event('{"kind":"contribution.captured","text":[1,2]}')],
    "words that turn around": [{"by": "\u202eTable\n3\u202c"}],
}
"""Rows that an app could have written, and that nevertheless mean no good."""


def _forged(forged: list[dict[str, Any]]) -> Spoil:
    return lambda path: rows(path, forged)


def _not_utf8(path: Path) -> None:
    rows(path, [{"event": '{"kind":"x","n":"éé"}'}])
    whole = path.read_bytes()
    assert whole.count("éé".encode()) == 1
    path.write_bytes(whole.replace("éé".encode(), b"\xc3\xff\xfe\x80"))


def _bytes_as_text(path: Path) -> None:
    rows(path, [{"event": "x"}])
    guard = "entries_are_never_changed"
    run(path, f"DROP TRIGGER {guard}", "UPDATE entries SET event = CAST(x'fffe00' AS TEXT)")


def _many(path: Path) -> None:
    rows(path, ({"seq": n, "id": f"019cf000-0000-7000-8000-{n:012x}"} for n in range(1, 30_000)))


def _all_altered(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"people", b"nobody"))


CASES: dict[str, Spoil] = {
    **{name: _forged(each) for name, each in FORGED.items()},
    **{name: _forged(each) for name, each in WELL_FORMED.items()},
    "event that is not UTF-8": _not_utf8,
    "bytes as text, and no guard": _bytes_as_text,
    "thirty thousand more": _many,
    "all words altered": _all_altered,
}
