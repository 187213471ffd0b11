"""Redaction: words that leave a workshop for good, in every copy that hears of it.

It is the second of the two rewritings that a history allows. What is taken out is a whole text of
an entry, named by the entry's id and the place in its JSON (a pointer, RFC 6901); a mark stands in
its place. Which texts those are is all that is written down of it, so that it can be done again to
the same entry wherever it arrives, in whatever order, and comes out the same to the byte. That
holds for kinds that only a newer version knows, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from facilitator.events import Entry, Redacted, Refused, Targets, Undone, Unknown
from facilitator.kinds import decode, encode
from facilitator.seen import EntriesSeen, NotesReceived
from facilitator.wording import tidy

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

TAKEN_OUT = "[taken out]"
"""What stands in the place of words that were taken out."""

SHORTEST = 2
"""Letters that words to be taken out must have: a single one stands everywhere."""

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


class Found(msgspec.Struct, frozen=True):
    """A text in which words stand: the entry, the pointer to it, and the whole text."""

    entry: Entry
    pointer: str
    text: str


def find(entries: Iterable[Entry], words: str) -> list[Found]:
    """Every text that holds these words, whatever their capitals, oldest first.

    Texts that were taken back are found too: they lie in the file as much as the rest. What only
    looks like words, as an id or a code does, is left out: the entry would mean nothing without it.
    """
    wanted = tidy(words).casefold()
    if len(wanted) < SHORTEST:
        return []
    together = list(entries)
    ids = {str(getattr(entry.event, "id", "")) for entry in together}
    found = []
    for entry in together:
        if isinstance(entry.event, Undone | EntriesSeen | NotesReceived | Redacted):
            continue
        raw = encode(entry.event)
        # Most entries are passed over without a look inside; what is escaped there is looked at.
        plain = " ".join(raw.decode(errors="replace").split()).casefold()
        if "\\" not in plain and wanted not in plain:
            continue
        for pointer, text in _texts(_decode(raw)):
            stands = text not in ids and wanted in " ".join(text.split()).casefold()
            if stands and _is_text(entry, pointer):
                found.append(Found(entry, pointer, text))
    return found


def redact(workshop: Workshop, targets: Targets) -> Redacted:
    """Take texts out of entries for good."""
    kept = tuple((entry, tuple(sorted(set(those)))) for entry, those in targets if those)
    if not kept:
        raise Refused("Choose what is to be taken out first.")
    return Redacted(tuple(sorted(kept)))


def targets_of(found: Iterable[Found]) -> Targets:
    """What was found, as a redaction names it."""
    by_entry: dict[str, set[str]] = {}
    for each in found:
        by_entry.setdefault(each.entry.id, set()).add(each.pointer)
    return tuple((entry, tuple(sorted(those))) for entry, those in sorted(by_entry.items()))


def asked_of(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """What the redactions among entries name: the pointers, by the entry's id.

    A redaction that was taken back counts: what is gone stays gone.
    """
    asked: dict[str, set[str]] = {}
    for entry in entries:
        if isinstance(entry.event, Redacted):
            for target, pointers in entry.event.targets:
                asked.setdefault(target, set()).update(pointers)
    return asked


def without(entry: Entry, asked: Mapping[str, set[str]]) -> Entry:
    """The entry as it reads once those words are gone; the same one when it holds none of them."""
    pointers = asked.get(entry.id)
    if not pointers or isinstance(entry.event, Redacted):
        return entry
    said = _decode(encode(entry.event))
    if not any([_put(said, pointer) for pointer in sorted(pointers)]):  # noqa: C419 - all of them
        return entry
    event = decode(_encode(said))
    if isinstance(event, Unknown) and not isinstance(entry.event, Unknown):
        # A redaction that this entry would mean nothing after is none of ours.
        return entry
    return msgspec.structs.replace(entry, event=event)


def redacting(entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries that still hold words which a redaction among them names, without."""
    together = list(entries)
    asked = asked_of(together)
    if not asked:
        return []
    read = ((entry, without(entry, asked)) for entry in together if entry.id in asked)
    return [after for before, after in read if after is not before]


def _texts(held: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a piece of JSON, with its pointer."""
    if isinstance(held, str):
        yield pointer, held
    elif isinstance(held, dict):
        for key, inside in held.items():
            if not (pointer == "" and key == "kind"):
                yield from _texts(inside, f"{pointer}/{_escaped(key)}")
    elif isinstance(held, list):
        for at, inside in enumerate(held):
            yield from _texts(inside, f"{pointer}/{at}")


def _put(held: Any, pointer: str) -> bool:
    """Put the mark where a pointer points; whether there were words."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if not parts:
        return False
    *way, last = parts
    for part in way:
        held = _inside(held, part)
    if not isinstance(_inside(held, last), str) or _inside(held, last) == TAKEN_OUT:
        return False
    held[int(last) if isinstance(held, list) else last] = TAKEN_OUT
    return True


def _inside(held: Any, part: str) -> Any:
    if isinstance(held, dict):
        return held.get(part)
    if isinstance(held, list) and part.isascii() and part.isdigit() and int(part) < len(held):
        return held[int(part)]
    return None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _is_text(entry: Entry, pointer: str) -> bool:
    """Whether a text is words, without which the entry still means what it meant."""
    if pointer.rsplit("/", 1)[-1] in {"id", "at", "due", "date"}:
        return False
    return without(entry, {entry.id: {pointer}}) is not entry
