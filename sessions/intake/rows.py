"""Rows from elsewhere: which of them are entries as this app writes them, and which are not."""

import re
from datetime import datetime
from enum import Enum

import msgspec

from facilitator.events import Entry, Unknown
from facilitator.history import milliseconds_of
from facilitator.kinds import decode
from sessions.store import digest_of

LARGEST_EVENT = 2_000_000
"""Bytes of one event. A list of 2,000 cards pasted at once has a fifth of it."""

DEEPEST = 64
"""Brackets within brackets. No event has more than six; a reader of JSON has a stack."""

LATEST = int(datetime.fromisoformat("9999-01-01T00:00:00+00:00").timestamp() * 1000)
"""Milliseconds since 1970 above which an id is of no time that a calendar can hold.

Our clock stays above every id that it has seen. The last year that calendars know is left free for
what is written after such an id; one from beyond it would push every later entry out of time.
"""

_LONGEST_TEXT = 200
_LONGEST_TIME = 40
_LAST_SEQ = 2**31
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_WRITER = re.compile(r"[0-9a-f]{16}")
_TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_LONG_NUMBER = re.compile(r"[0-9]{400}")
_TYPES = (str, str, int, str, str, str, bytes)


class Flaw(Enum):
    """What can be the matter with a row."""

    ALTERED = "altered"
    ODD = "odd"


def entry_of(row: tuple[object, ...]) -> Entry | Flaw:
    """The entry that a row holds, or what is wrong with it. Never raises, whatever is in it."""
    if len(row) != len(_TYPES) or any(
        type(value) is not kind for value, kind in zip(row, _TYPES, strict=True)
    ):
        return Flaw.ODD
    try:
        id_, writer, seq, at, by, event, digest = msgspec.convert(row, _Row)
        if len(event) > LARGEST_EVENT:
            return Flaw.ODD
        if digest_of((id_, writer, seq, at, by, event)) != digest:
            return Flaw.ALTERED
        if not _is_of_our_form(id_, writer, seq, at, by) or _is_strange(event):
            return Flaw.ODD
        said = decode(event)
    # What cannot be put into UTF-8 or into 64 bits comes as a ValueError of some kind.
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError, OverflowError):
        return Flaw.ODD
    if isinstance(said, Unknown) and not 0 < len(said.word) <= _LONGEST_TEXT:
        return Flaw.ODD
    return Entry(id_, writer, seq, at, by, said)


_Row = tuple[str, str, int, str, str, str, bytes]


def _is_of_our_form(id_: str, writer: str, seq: int, at: str, by: str) -> bool:
    if not _ID.fullmatch(id_) or milliseconds_of(id_) >= LATEST:
        return False
    if not _WRITER.fullmatch(writer) or not 1 <= seq <= _LAST_SEQ:
        return False
    if len(by) > _LONGEST_TEXT or len(at) > _LONGEST_TIME:
        return False
    datetime.fromisoformat(at)
    return True


def _is_strange(event: str) -> bool:
    """Whether it asks more of a reader than JSON of ours does: of its stack, or of its numbers."""
    many = event.count("{") + event.count("[") > DEEPEST
    if not many and not _LONG_NUMBER.search(event):
        return False
    bare = _TEXTS.sub("", event)
    if _LONG_NUMBER.search(bare):
        return True
    depth = 0
    for each in _BRACKETS.findall(bare):
        depth += 1 if each in "[{" else -1
        if depth > DEEPEST:
            return True
    return False
