"""The changes that a writer makes to a pack: each gives the next pack and leaves this one as it is.

Ids are made here and never typed. Injects and decisions always stand in the order of their
minutes, so moving one up or down gives it the minute of the one that it passes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from facilitator.guide import DebriefPhase, Inject, Option, ScenarioPack
from facilitator.guide.scenario import PHASES, REHEARSAL_MINUTES, DecisionPoint
from facilitator.wording import tidy

Change = Callable[[ScenarioPack], ScenarioPack]
Timed = TypeVar("Timed", Inject, DecisionPoint)
Row = TypeVar("Row")

LAST_MINUTE = REHEARSAL_MINUTES - 1
_APART = 8
"""Minutes from one inject or decision to the next that is added."""
_PHASE_MINUTES = 9
_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def blank_pack(pack: str, like: ScenarioPack) -> ScenarioPack:
    """A pack with nothing in it but the check-ins and the debrief of another."""
    return ScenarioPack(
        id=pack,
        title="",
        content_note="",
        situation="",
        facts=(),
        roles=(),
        stakes=(),
        injects=(),
        decision_points=(),
        dilemmas=(),
        values_likely_strained=(),
        accountability_limits=(),
        check_in_before=like.check_in_before,
        check_in_after=like.check_in_after,
        debrief=like.debrief,
    )


def lines(text: str) -> tuple[str, ...]:
    """What stands on each line of a text; empty lines say nothing."""
    return tuple(line for line in tidy(text).split("\n") if line)


def moved(rows: Sequence[Row], at: int, by: int) -> tuple[Row, ...]:
    """The same rows with one of them further up or down; at an end it stays there."""
    to = min(max(at + by, 0), len(rows) - 1)
    rest = [*rows[:at], *rows[at + 1 :]]
    return (*rest[:to], rows[at], *rest[to:])


def add_role(pack: ScenarioPack) -> ScenarioPack:
    """One role more, at the end, under a name that no other has."""
    taken = {role.casefold() for role in pack.roles}
    number, name = 1, "New role"
    while name.casefold() in taken:
        number += 1
        name = f"New role {number}"
    return replace(pack, roles=(*pack.roles, name))


def rename_role(pack: ScenarioPack, at: int, name: str) -> ScenarioPack:
    """Give a role another name; its note and what is handed to it go with it."""
    old, name = pack.roles[at].casefold(), tidy(name)
    roles = (*pack.roles[:at], name, *pack.roles[at + 1 :])
    notes = tuple(replace(n, role=name) if n.role.casefold() == old else n for n in pack.role_notes)
    injects = tuple(replace(i, to=name) if i.to.casefold() == old else i for i in pack.injects)
    return replace(pack, roles=roles, role_notes=notes, injects=injects)


def note_role(pack: ScenarioPack, at: int, **fields: Any) -> ScenarioPack:
    """Say something else of a role: its `brief`, its `kin`."""
    role = pack.roles[at]
    note = replace(pack.note_on(role), role=role, **fields)
    notes = [each for each in pack.role_notes if each.role.casefold() != role.casefold()]
    if note.brief or note.kin:
        notes.append(note)
    order = {each.casefold(): place for place, each in enumerate(pack.roles)}
    notes.sort(key=lambda each: order.get(each.role.casefold(), len(order)))
    return replace(pack, role_notes=tuple(notes))


def remove_role(pack: ScenarioPack, at: int) -> ScenarioPack:
    """One role less, with its note. What was handed to it is still there, to be given anew."""
    gone = pack.roles[at].casefold()
    roles = (*pack.roles[:at], *pack.roles[at + 1 :])
    notes = tuple(note for note in pack.role_notes if note.role.casefold() != gone)
    return replace(pack, roles=roles, role_notes=notes)


def move_role(pack: ScenarioPack, at: int, by: int) -> ScenarioPack:
    """A role further up or down."""
    return replace(pack, roles=moved(pack.roles, at, by))


def new_row_id(pack: ScenarioPack, letter: str) -> str:
    """An id that no inject and no decision of the pack has: "own-1-I4"."""
    taken = {i.id for i in pack.injects} | {point.id for point in pack.decision_points}
    number = 1
    while f"{pack.id}-{letter}{number}" in taken:
        number += 1
    return f"{pack.id}-{letter}{number}"


def add_inject(pack: ScenarioPack, play: range) -> ScenarioPack:
    """One inject more, some minutes after the last."""
    made = Inject(
        id=new_row_id(pack, "I"),
        at_min=_next_minute(pack.injects, play.start + 3, play),
        arrives_as="",
        to="Everyone",
        text="",
    )
    return replace(pack, injects=in_time((*pack.injects, made)))


def change_inject(pack: ScenarioPack, inject: str, **fields: Any) -> ScenarioPack:
    """Say something else of an inject."""
    return replace(pack, injects=in_time(_changed(pack.injects, inject, fields)))


def let_wait(pack: ScenarioPack, inject: str, code: str) -> ScenarioPack:
    """What an inject waits for, as `waits_for` says it."""
    kind, _, rest = code.partition(":")
    point, _, option = rest.partition(":")
    when, unless = (point, "") if kind == "when" else ("", point)
    return change_inject(
        pack, inject, when_decided=when, option=option if when else "", unless_decided=unless
    )


def waits_for(inject: Inject) -> str:
    """What an inject waits for: "" for nothing, "when:D1", "when:D1:hold" or "unless:D1"."""
    if inject.when_decided:
        return ":".join(part for part in ("when", inject.when_decided, inject.option) if part)
    return f"unless:{inject.unless_decided}" if inject.unless_decided else ""


def remove_inject(pack: ScenarioPack, inject: str) -> ScenarioPack:
    """One inject less."""
    return replace(pack, injects=tuple(each for each in pack.injects if each.id != inject))


def move_inject(pack: ScenarioPack, inject: str, by: int) -> ScenarioPack:
    """An inject in the place and at the minute of the one before or after it."""
    return replace(pack, injects=_trade_places(pack.injects, inject, by))


def add_decision(pack: ScenarioPack, play: range) -> ScenarioPack:
    """One decision more, some minutes after the last."""
    first = play.start + (len(play) // 2)
    made = DecisionPoint(
        id=new_row_id(pack, "D"),
        at_min=_next_minute(pack.decision_points, first, play),
        question="",
    )
    return replace(pack, decision_points=in_time((*pack.decision_points, made)))


def change_decision(pack: ScenarioPack, point: str, **fields: Any) -> ScenarioPack:
    """Say something else of a decision."""
    return replace(pack, decision_points=in_time(_changed(pack.decision_points, point, fields)))


def remove_decision(pack: ScenarioPack, point: str) -> ScenarioPack:
    """One decision less. What waited for it comes at its minute."""
    points = tuple(each for each in pack.decision_points if each.id != point)
    return unhook(replace(pack, decision_points=points))


def move_decision(pack: ScenarioPack, point: str, by: int) -> ScenarioPack:
    """A decision in the place and at the minute of the one before or after it."""
    return replace(pack, decision_points=_trade_places(pack.decision_points, point, by))


def options_of(pack: ScenarioPack, point: str) -> tuple[Option, ...]:
    """What a decision offers; nothing when it is not there."""
    return next((each.options for each in pack.decision_points if each.id == point), ())


def add_option(pack: ScenarioPack, point: str) -> ScenarioPack:
    """One option more, at the end."""
    options = options_of(pack, point)
    taken = {each.id for each in options}
    number = next(n for n in range(1, len(taken) + 2) if f"option-{n}" not in taken)
    made = Option(id=f"option-{number}", title="")
    return change_decision(pack, point, options=(*options, made))


def change_option(pack: ScenarioPack, point: str, option: str, **fields: Any) -> ScenarioPack:
    """Say something else of an option."""
    options = options_of(pack, point)
    made = tuple(replace(each, **fields) if each.id == option else each for each in options)
    return change_decision(pack, point, options=made)


def remove_option(pack: ScenarioPack, point: str, option: str) -> ScenarioPack:
    """One option less. What waited for it comes after the decision, whichever it is."""
    left = tuple(each for each in options_of(pack, point) if each.id != option)
    return unhook(change_decision(pack, point, options=left))


def move_option(pack: ScenarioPack, point: str, option: str, by: int) -> ScenarioPack:
    """An option further up or down."""
    options = options_of(pack, point)
    at = [each.id for each in options].index(option)
    return change_decision(pack, point, options=moved(options, at, by))


def change_phase(pack: ScenarioPack, phase: str, **fields: Any) -> ScenarioPack:
    """Say something else of a phase of the debrief: its `minutes`, its `questions`."""
    same = [each for each in pack.debrief if each.phase.casefold() == phase.casefold()]
    before = same[0] if same else DebriefPhase(phase=phase, minutes=_PHASE_MINUTES, questions=())
    rest = [each for each in pack.debrief if each.phase.casefold() != phase.casefold()]
    order = {each.casefold(): place for place, each in enumerate(PHASES)}
    every = sorted(
        (*rest, replace(before, **fields)), key=lambda each: order[each.phase.casefold()]
    )
    return replace(pack, debrief=tuple(every))


def unhook(pack: ScenarioPack) -> ScenarioPack:
    """The pack without injects that wait for what is not there."""
    points = {each.id for each in pack.decision_points}
    return replace(pack, injects=tuple(_unhooked(pack, each, points) for each in pack.injects))


def _unhooked(pack: ScenarioPack, inject: Inject, points: set[str]) -> Inject:
    when = inject.when_decided if inject.when_decided in points else ""
    unless = inject.unless_decided if inject.unless_decided in points and not when else ""
    offered = {each.id for each in options_of(pack, when)}
    option = inject.option if inject.option in offered else ""
    return replace(inject, when_decided=when, option=option, unless_decided=unless)


def in_time(rows: Iterable[Timed]) -> tuple[Timed, ...]:
    """In the order of their minutes."""
    return tuple(sorted(rows, key=lambda each: each.at_min))


def _changed(rows: Sequence[Timed], row: str, fields: dict[str, Any]) -> tuple[Timed, ...]:
    return tuple(replace(each, **fields) if each.id == row else each for each in rows)


def _next_minute(rows: Sequence[Timed], first: int, play: range) -> int:
    if not rows:
        return min(first, LAST_MINUTE)
    return min(rows[-1].at_min + _APART, max(play.stop - 1, rows[-1].at_min), LAST_MINUTE)


def _trade_places(rows: Sequence[Timed], row: str, by: int) -> tuple[Timed, ...]:
    at = [each.id for each in rows].index(row)
    if not 0 <= at + by < len(rows):
        return tuple(rows)
    minutes = [each.at_min for each in rows]
    order = moved(rows, at, by)
    return tuple(replace(each, at_min=m) for each, m in zip(order, minutes, strict=True))


def has_good_id(thing: str) -> bool:
    """Whether the guide would take it as an id."""
    return _ID.fullmatch(thing) is not None
