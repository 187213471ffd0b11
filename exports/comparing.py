"""Two versions of a document compared clause by clause, for the desk's screen.

A clause is what one can point to: a heading, a paragraph, an item, a row of a table with its first
cell as its name. It is found again under the same headings, by its name, by its words, or by most
of them. A fingerprint is no clause: it differs wherever anything does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from exports.blocks import (
    Block,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    SignatureRows,
    Slips,
    Table,
    Title,
    cell_of,
    plain,
)
from exports.said import inner, said_by
from exports.text import one_line
from facilitator import wording_diff
from facilitator.wording_diff import Piece, around_changes

Change: TypeAlias = Literal["same", "changed", "added", "gone", "moved"]

_ALIKE = 0.5
"""The share of words that two clauses without a name must have in common to be one clause."""
_NEAR = 20
"""How many places further on or back, among those left, one without a name is looked for: with
every other, a long record would be compared for minutes."""
_SAID: dict[Change, str] = {
    "same": "Same",
    "changed": "Changed",
    "added": "New",
    "gone": "Gone",
    "moved": "Moved",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the newer document, or one that is gone from it.

    `path` are the headings it stands under, `name` what its row is called, where it has a name.
    `before` and `after` are its words in the two documents; empty where it is not in one.
    """

    path: tuple[str, ...]
    name: str
    change: Change
    before: str = ""
    after: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words, with what came and what went; what is the same is not cut."""
        return wording_diff.compare(self.before, self.after).pieces

    @property
    def where(self) -> str:
        """The headings and the name, in one line; what stands before any heading is on top."""
        return " › ".join(filter(None, (*self.path, self.name))) or "On top"

    @property
    def words(self) -> str:
        """All of it in words: what happened, where, and what it says."""
        return f"{_SAID[self.change]}: {self.where}\n{self._told()}"

    def _told(self) -> str:
        if self.change != "changed":
            return f"“{self.after or self.before}”"
        if not self.before or not self.after:
            return f"Was “{self.before or 'empty'}”, is now “{self.after or 'empty'}”"
        difference = wording_diff.compare(self.before, self.after)
        if difference.rewritten or len(self.before) + len(self.after) < 160:
            return f"Was “{self.before}”, is now “{self.after}”"
        marked = (_marked(piece) for piece in around_changes(difference.pieces))
        return " ".join("".join(marked).split())


@dataclass(frozen=True, slots=True)
class _Unit:
    """A clause of one document, before it is compared."""

    path: tuple[str, ...]
    name: str
    text: str


def compare(before: Document, after: Document) -> list[Clause]:
    """Every clause of both documents, in the order of the newer one.

    What is gone stands after what it stood after.
    """
    old, new = list(_units(before)), list(_units(after))
    found = _found_again(_renamed(old, new), new)
    stays = _in_order([(b, found[b]) for b in sorted(found)])
    clauses: list[list[Clause]] = [[] for _ in range(len(new) + 1)]
    at = 0
    for number, unit in enumerate(old):
        if number not in found:
            clauses[at].append(Clause(unit.path, unit.name, "gone", before=unit.text))
        elif found[number] >= at:
            at = found[number] + 1
    made = clauses[0]
    came_from = {b: a for a, b in found.items()}
    for number, unit in enumerate(new):
        made.append(_clause(unit, old, came_from.get(number), number in stays))
        made += clauses[number + 1]
    return made


def _clause(unit: _Unit, old: list[_Unit], number: int | None, stays: bool) -> Clause:
    if number is None:
        return Clause(unit.path, unit.name, "added", after=unit.text)
    was = old[number]
    change: Change = "same" if stays else "moved"
    if was.text != unit.text:
        change = "changed"
    return Clause(unit.path, unit.name, change, was.text, unit.text)


def _units(document: Document) -> Iterator[_Unit]:
    path: tuple[str, ...] = ()
    for block in _flat(document.blocks):
        if isinstance(block, Heading):
            # The title is the first level: what stands under a heading of level 2 has one heading.
            words = one_line(plain(block.text))
            path = path[: block.level - 2]
            yield _Unit(path, "", words)
            path = (*path, words)
            continue
        for name, text in _clauses(block):
            unit = _Unit(path, one_line(name), one_line(text))
            if unit.text or unit.name:
                yield unit


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        parts = inner(block)
        if parts:
            yield from _flat(parts)
        else:
            yield block


def _clauses(block: Block) -> Iterator[tuple[str, str]]:
    """The clauses of a block, each with its name."""
    match block:
        case Fingerprint():
            return
        case Slips():
            yield block.title, str(block.count)
        case Title(title, kicker, subtitle):
            for words in (kicker, title, subtitle):
                yield "", plain(words)
        case DefinitionRows(rows):
            for label, value in rows:
                yield plain(label), plain(value)
        case SignatureRows(rows):
            for row in rows:
                yield plain(row.for_whom), "; ".join(map(plain, block.notes(row)))
        case Table():
            yield "", plain(block.caption)
            yield from _rows(block)
        case _:
            for words in said_by(block):
                yield "", plain(words)


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    """The rows of a table: the first cell names one, and the others say what stands in it."""
    for row in table.rows:
        cells = [cell_of(cell) for cell in row]
        texts = [" ".join(filter(None, map(plain, (cell.text, *cell.notes)))) for cell in cells]
        titles = [column.title for column in table.columns[1:]]
        others = (
            f"{title}: {text}" if title else text
            for title, text in zip(titles, texts[1:], strict=False)
            if text
        )
        notes = " ".join(map(plain, cells[0].notes)) if cells else ""
        name = plain(cells[0].text) if cells else ""
        yield name, "; ".join(filter(None, (notes, *others)))


def _renamed(old: list[_Unit], new: list[_Unit]) -> list[_Unit]:
    """The older clauses under the headings of the newer document, where a heading was reworded.

    A section goes under the new heading beside it that holds at least half of its clauses.
    """
    kept, names = {u.path for u in new}, dict[tuple[str, ...], tuple[str, ...]]()
    said: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for unit in new:
        said.setdefault(unit.path, set()).add((unit.name, unit.text))
    fresh = [path for path in said if path not in {u.path for u in old}]
    for path in dict.fromkeys(u.path for u in old if u.path not in kept):
        units = {(u.name, u.text) for u in old if u.path == path}
        likely = [
            p for p in fresh if len(p) == len(path) and 2 * len(units & said[p]) >= len(units)
        ]
        if likely:
            names[path] = max(likely, key=lambda p: len(units & said[p]))
            fresh.remove(names[path])
    return [replace(u, path=names.get(u.path, u.path)) for u in old]


def _found_again(old: list[_Unit], new: list[_Unit]) -> dict[int, int]:
    """Which clause of the newer document each of the older one is, by number."""
    found: dict[int, int] = {}
    keys = (
        lambda u: (u.path, u.name, u.text),
        lambda u: (u.path, u.name) if u.name else None,
        lambda u: (u.name, u.text),
    )
    for key in keys:
        free: dict[object, list[int]] = {}
        taken = set(found.values())
        for at, unit in enumerate(new):
            if at not in taken and (named := key(unit)) is not None:
                free.setdefault(named, []).append(at)
        for at, unit in enumerate(old):
            if at not in found and (there := free.get(key(unit))):
                found[at] = there.pop(0)
    _by_likeness(old, new, found)
    return found


def _by_likeness(old: list[_Unit], new: list[_Unit], found: dict[int, int]) -> None:
    """Find clauses without a name again under the same headings by the words they share."""
    taken = set(found.values())
    left: dict[tuple[str, ...], list[int]] = {}
    came: dict[tuple[str, ...], list[int]] = {}
    for a, was in enumerate(old):
        if a not in found and not was.name:
            left.setdefault(was.path, []).append(a)
    for b, now in enumerate(new):
        if b not in taken and not now.name:
            came.setdefault(now.path, []).append(b)
    pairs = [
        (-_likeness(old[a].text, new[b].text), abs(a - b), a, b)
        for path, waiting in left.items()
        for at, a in enumerate(waiting)
        for b in came.get(path, [])[max(0, at - _NEAR) : at + _NEAR + 1]
    ]
    for unlike, _, a, b in sorted(pairs):
        if -unlike >= _ALIKE and a not in found and b not in taken:
            found[a] = b
            taken.add(b)


def _likeness(before: str, after: str) -> float:
    """The share of words that two texts have in common, wherever they stand."""
    one, other = before.casefold().split(), after.casefold().split()
    common = sum(min(one.count(word), other.count(word)) for word in set(one))
    return 2 * common / (len(one) + len(other)) if one or other else 1.0


def _in_order(pairs: list[tuple[int, int]]) -> set[int]:
    """The clauses of the newer document that stand in the order of the older one.

    As many as possible: of two that changed places, one has moved.
    """
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for at, (_, now) in enumerate(pairs):
        place = bisect_left(ends, now)
        if place:
            before[at] = last[place - 1]
        if place == len(ends):
            ends.append(now)
            last.append(at)
        else:
            ends[place], last[place] = now, at
    stays: set[int] = set()
    step = last[-1] if last else None
    while step is not None:
        stays.add(pairs[step][1])
        step = before.get(step)
    return stays


def _marked(piece: Piece) -> str:
    match piece.change:
        case "added":
            return f" ⟨new: {piece.text.strip()}⟩ " if piece.text.strip() else piece.text
        case "removed":
            return f" ⟨gone: {piece.text.strip()}⟩ " if piece.text.strip() else piece.text
        case _:
            return piece.text
