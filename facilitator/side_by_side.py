"""Side by side: two people, one sentence, and neither had seen what the other wrote.

The last writer never silently wins. Where two entries put something into the place of the same
text or position and neither writer had read the other's, neither is applied: what both had read
stands until the group chooses. Then the other one stays in the history.

Drafts of the purpose are the exception: each is a text of its own, so both are on the table at
once, and it is only asked which of them goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from facilitator.events import Entry, Event, Refused, Setting
from facilitator.seen import Sight

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

POSITION = "position"
DRAFT = "draft"

Key = tuple[str, ...]
"""What is put into the place of what: the register ("position"), and ids (round, organisation)."""

_PARTS = {POSITION: 3, DRAFT: 2}
"""How many parts the keys of these registers have."""

Held = set[tuple[str, Key]]
"""Entries, by id, that are not applied to what a key names."""

NO_LONGER = "That question is settled already."
LOCKED = (
    "That round is locked, so what it counted stands. Record the other one as a late position, or "
    "correct it and say why."
)


class Answer(msgspec.Struct, frozen=True):
    """One of the texts or positions that stand side by side.

    `entry` is the entry's id, `words` what it says, `code` the position, empty of a text; `by` is
    the seat in which it was written and `at` when (ISO 8601).
    """

    entry: str
    words: str
    by: str
    at: str
    code: str = ""


class Question(msgspec.Struct, frozen=True):
    """What stands side by side and waits for the group's choice.

    Where a round was `locked` without one of the positions being known, `counted` is the answer
    that it counted; nothing where it counted none of this organisation.
    """

    key: Key
    answers: tuple[Answer, ...]
    locked: bool = False
    counted: str = ""

    @property
    def register(self) -> str:
        """What kind of text or position it is about."""
        return self.key[0]


class SideBySideChosen(Event, frozen=True, tag="side_by_side.chosen"):
    """The group chose one of the texts or positions that stood side by side."""

    about: tuple[str, ...]
    entry: str

    def settings(self) -> tuple[Setting, ...]:
        # A file from elsewhere may say anything: a place that is none is chosen nothing for.
        well_formed = self.about and len(self.about) == _PARTS.get(self.about[0], len(self.about))
        return (Setting(self.about, self.entry),) if well_formed else ()

    def apply(self, workshop: Workshop) -> None:
        """Nothing of its own: history applies what was chosen, in its own place."""


class Found(NamedTuple):
    """What stands side by side in a history, and which entries are therefore not applied."""

    questions: dict[Key, Question]
    held: Held


class _Put(NamedTuple):
    """An entry that puts something into a place."""

    entry: Entry
    said: object


def look(ordered: Iterable[Entry], sight: Sight) -> Found:
    """Find what stands side by side among entries in effect, oldest first."""
    puts: dict[Key, list[_Put]] = defaultdict(list)
    locks: dict[str, Entry] = {}
    decided: dict[str, list[Entry]] = defaultdict(list)
    for entry in ordered:
        event = entry.event
        for setting in event.settings():
            puts[setting.key].append(_Put(entry, setting.said))
        if round_id := event.locks():
            locks.setdefault(round_id, entry)
        if draft := event.decides():
            decided[draft].append(entry)
    found = Found({}, set())
    for key, those in puts.items():
        if key[0] == DRAFT:
            _drafts(key, those, decided, sight, found)
            continue
        lock = locks.get(key[1]) if key[0] == POSITION else None
        if len(those) > 1 or lock is not None:
            _Place(key, those, lock, sight).settle(found)
    return found


def _drafts(
    key: Key, puts: list[_Put], decided: dict[str, list[Entry]], sight: Sight, found: Found
) -> None:
    """Drafts that revise the same one: all are kept, and it is asked which goes on.

    Whoever adopts, closes or revises one of them having read the others has answered.
    """
    place = _Place(key, puts, None, sight)
    heads = place.heads()
    answers = [e for head in heads for e in decided.get(_id(head), ())]
    if any(all(sight.saw(e, head.entry) for head in heads) for e in answers):
        return
    if place.differ(heads):
        found.questions[key] = place.question(heads, set())


class _Place:
    """One text or position, and all that was ever put there."""

    def __init__(self, key: Key, puts: list[_Put], lock: Entry | None, sight: Sight) -> None:
        self._key = key
        self._puts = puts
        self._lock = lock
        self._sight = sight
        self._by_id = {put.entry.id: put for put in puts}
        # Positions that the round was locked without anybody having read: they change nothing.
        self._strange = {p.entry.id for p in puts if lock is not None and self._is_strange(p, lock)}

    def settle(self, found: Found) -> None:
        """Write down what is held here, and the question if there is one."""
        held = set(self._strange)
        for put in self._puts:
            held = self._chosen(put, held)
        heads = self.heads()
        known = any(head.entry.id not in self._strange for head in heads)
        if self.differ(heads) or (heads and not known):
            held |= self._in_dispute(heads)
            found.questions[self._key] = self.question(heads, held)
        found.held.update((entry, self._key) for entry in held)

    def heads(self) -> list[_Put]:
        """What nobody who had read it has put anything else over."""
        heads: list[_Put] = []
        for put in self._puts:
            heads = [h for h in heads if not self._gives_way(h, put)]
            heads.append(put)
        return heads

    def differ(self, heads: list[_Put]) -> bool:
        """Whether they do not all say the same."""
        return len({self._said(head) for head in heads}) > 1

    def question(self, heads: list[_Put], held: set[str]) -> Question:
        """The question that they are."""
        answers: dict[str, Answer] = {}
        if self._lock is not None and all(h.entry.id in self._strange for h in heads):
            answers[""] = Answer("", "", self._lock.by, self._lock.at, "absent")
        for head in heads:
            put = self._meant(head)
            words, code = put.entry.event.in_words(self._key)
            entry = put.entry
            answers.setdefault(self._said(head), Answer(entry.id, words, entry.by, entry.at, code))
        told = tuple(sorted(answers.values(), key=lambda answer: answer.entry))
        counted = next((a.entry for a in told if a.entry and a.entry not in held), "")
        locked = bool(self._strange)
        return Question(self._key, told, locked, counted if locked else "")

    def _is_strange(self, put: _Put, lock: Entry) -> bool:
        known = self._sight.saw(lock, put.entry) or self._sight.saw(put.entry, lock)
        return not known and not isinstance(put.entry.event, SideBySideChosen)

    def _gives_way(self, before: _Put, after: _Put) -> bool:
        """Whether one was put over the other knowingly: not over what a lock counted unawares."""
        if after.entry.id in self._strange and before.entry.id not in self._strange:
            return False
        return self._sight.saw(after.entry, before.entry)

    def _meant(self, put: _Put) -> _Put:
        """What a choice chose; anything else means itself."""
        event = put.entry.event
        return self._by_id.get(event.entry, put) if isinstance(event, SideBySideChosen) else put

    def _said(self, put: _Put) -> str:
        return repr(self._meant(put).said)

    def _past(self, put: _Put) -> set[str]:
        """What was put here and had been read by the writer of this."""
        saw = self._sight.saw
        return {p.entry.id for p in self._puts if p is not put and saw(put.entry, p.entry)}

    def _chosen(self, put: _Put, held: set[str]) -> set[str]:
        """What is held after a choice: all that was read then, but for what was chosen and what
        that was written over."""
        target = self._meant(put)
        if target is put:
            return held
        stands = {target.entry.id, *self._past(target)}
        return (held | self._past(put)) - stands

    def _in_dispute(self, heads: list[_Put]) -> set[str]:
        """All but what everybody had read."""
        known = [head for head in heads if head.entry.id not in self._strange]
        if self._strange and len({self._said(head) for head in known}) < 2:
            return set()
        held: set[str] = set()
        common = {put.entry.id for put in self._puts}
        for head in heads:
            branch = self._past(head) | {head.entry.id}
            held |= branch
            common &= branch
        return held - common


def _id(put: _Put) -> str:
    """The id of the draft that an entry wrote."""
    return str(getattr(put.entry.event, "id", ""))


def in_effect(entry: Entry, held: Held) -> Entry | None:
    """An entry without what it would put where something is held; None when nothing is left."""
    keys = {s.key for s in entry.event.settings() if (entry.id, s.key) in held}
    if not keys:
        return entry
    event = entry.event.without(keys)
    return None if event is None else msgspec.structs.replace(entry, event=event)


def choose(workshop: Workshop, key: Key, entry: str) -> SideBySideChosen:
    """Choose one of the texts or positions that stand side by side."""
    question = workshop.side_by_side.get(key)
    if question is None or entry not in {a.entry for a in question.answers}:
        raise Refused(NO_LONGER)
    if question.locked and entry != question.counted:
        raise Refused(LOCKED, "late")
    return SideBySideChosen(key, entry)


def disputed(workshop: Workshop, round_id: str) -> list[str]:
    """Ids of the organisations whose position in a round stands twice, and waits for a choice."""
    return [key[2] for key in workshop.side_by_side if key[:2] == (POSITION, round_id)]
