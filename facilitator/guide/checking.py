"""What makes a script usable: each rule, and the sentence said when it is broken.

The rules look at the data as it was read, so that one thing of the wrong kind does not hide
whatever else is wrong with the file.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.guide.guide import PLACEHOLDERS
from facilitator.guide.lines import Place
from facilitator.guide.scenario import PHASES, REHEARSAL_MINUTES, ScenarioPack
from facilitator.guide.shapes import meant, shape_faults
from facilitator.guide.source import Fault
from facilitator.guide.stage import ACTIVITIES, Journey, Stage

# The texts of a step that Guide.in_words is applied to.
FILLED_IN = frozenset({"prompt", "how", "say", "ask", "capture", "if_stuck", "done_when"})

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_BRACES = re.compile(r"\{([^{}\n]*)\}|[{}]")

Row = tuple[Place, dict[str, Any]]


def stage_faults(data: dict[str, Any]) -> list[Fault]:
    """All that is wrong with a stage's file."""
    if "stages" in data and "steps" not in data:
        return [Fault((), "this is a journey; its file's name must end in .journey.toml.")]
    steps = _rows(data, "steps")
    return [
        *shape_faults(data, Stage),
        *_stage_id(data),
        *_none_at_all(data, "steps"),
        *_ids(steps, _SLUG, 'small letters, digits and hyphens, such as "only-us"'),
        *_counted(steps, "minutes", least=1),
        *_added_up(data, steps),
        *_activities(data, steps),
        *_questions(steps),
        *_silent(steps),
        *_placeholders(data),
    ]


def journey_faults(data: dict[str, Any]) -> list[Fault]:
    """All that is wrong with a journey's file."""
    return [
        *shape_faults(data, Journey),
        *_ids([((), data)], _SLUG, 'small letters, digits and hyphens, such as "full-journey"'),
        *_none_at_all(data, "stages"),
        *_stages_named(data),
        *_placeholders(data),
    ]


def pack_faults(data: dict[str, Any]) -> list[Fault]:
    """All that is wrong with a scenario pack's file."""
    injects, decisions = _rows(data, "injects"), _rows(data, "decision_points")
    like = 'letters, digits and hyphens, such as "SC1-I2"'
    return [
        *shape_faults(data, ScenarioPack),
        *_ids([((), data)], _ID, like),
        *_ids([*injects, *decisions], _ID, like),
        *_in_time(injects, "an inject"),
        *_in_time(decisions, "a decision point"),
        *_counted(decisions, "minutes", least=1),
        *_options(decisions),
        *_waited_for(injects, decisions),
        *_roles(data),
        *_phases(data),
        *_counted(_rows(data, "debrief"), "minutes", least=1),
        *_placeholders(data),
    ]


def _rows(data: dict[str, Any], key: str) -> list[Row]:
    """The tables under a key, each with its place; none when it does not hold tables."""
    rows = data.get(key)
    if not isinstance(rows, list):
        return []
    return [((key, number), row) for number, row in enumerate(rows) if isinstance(row, dict)]


def _of_kind(rows: Iterable[Row], key: str, kind: type) -> Iterator[tuple[Place, Any]]:
    """The values under a key that are of the kind they should be; shapes reports the others."""
    for at, row in rows:
        if type(row.get(key)) is kind:
            yield (*at, key), row[key]


def _stages_named(data: dict[str, Any]) -> Iterator[Fault]:
    stages = data.get("stages")
    seen = set()
    for number, stage in enumerate(stages if isinstance(stages, list) else []):
        if isinstance(stage, str):
            if stage in seen:
                yield Fault(("stages", number), f'the stage "{stage}" is in this journey twice.')
            seen.add(stage)
            yield from _known_stage(stage, ("stages", number))


def _none_at_all(data: dict[str, Any], key: str) -> Iterator[Fault]:
    if data.get(key) == []:
        yield Fault((key,), f"{key} is an empty list; at least one is needed.")


def _stage_id(data: dict[str, Any]) -> Iterator[Fault]:
    for at, stage in _of_kind([((), data)], "id", str):
        yield from _known_stage(stage, at)


def _known_stage(stage: str, at: Place) -> Iterator[Fault]:
    if stage.strip() and stage not in ACTIVITIES:
        known = list(ACTIVITIES)
        what = f'there is no stage called "{stage}"{meant(stage, known)} The app has'
        yield Fault(at, f"{what} {_listed(known)}.")


def _ids(rows: Iterable[Row], pattern: re.Pattern[str], like: str) -> Iterator[Fault]:
    seen = set()
    for at, value in _of_kind(rows, "id", str):
        if value.strip() and not pattern.fullmatch(value):
            yield Fault(at, f'the id "{value}" must be {like}.')
        if value in seen:
            yield Fault(at, f'the id "{value}" is used twice in this file.')
        seen.add(value)


def _counted(rows: Iterable[Row], key: str, least: int) -> Iterator[Fault]:
    for at, number in _of_kind(rows, key, int):
        if number < least:
            yield Fault(at, f"{key} must be {least} or more (it says {number}).")


def _added_up(data: dict[str, Any], steps: list[Row]) -> Iterator[Fault]:
    minutes = [number for _, number in _of_kind(steps, "minutes", int)]
    if type(data.get("minutes")) is int and steps and len(minutes) == len(steps):
        total, stated = sum(minutes), data["minutes"]
        if total != stated:
            yield Fault(
                ("minutes",), f"the steps add up to {total} minutes, but the stage says {stated}."
            )


def _activities(data: dict[str, Any], steps: list[Row]) -> Iterator[Fault]:
    stage = data.get("id")
    if not isinstance(stage, str) or stage not in ACTIVITIES:
        return
    known = ACTIVITIES[stage]
    for at, activity in _of_kind(steps, "activity", str):
        if activity.strip() and activity not in known:
            yield Fault(
                at,
                f'the {stage} stage has no activity called "{activity}"{meant(activity, known)} '
                f"It has {_listed(known)}.",
            )


def _questions(steps: list[Row]) -> Iterator[Fault]:
    asked = set()
    for at, step in steps:
        question = step.get("question", "")
        if not question and step.get("activity") == "capture":
            yield Fault(at, "question is missing: a capture step keeps its cards under one.")
        elif isinstance(question, str) and question:
            if not _SLUG.fullmatch(question):
                like = 'small letters, digits and hyphens, such as "only-us"'
                yield Fault((*at, "question"), f'the question "{question}" must be {like}.')
            if question in asked:
                what = f'the question "{question}" belongs to an earlier step already.'
                yield Fault((*at, "question"), what)
            asked.add(question)


def _silent(steps: list[Row]) -> Iterator[Fault]:
    for at, step in steps:
        captures = step.get("question") or step.get("activity") == "capture"
        if step.get("silent") is True and not captures:
            what = "silent is for a step that gathers cards, and this one has no question."
            yield Fault((*at, "silent"), what)


def _in_time(rows: list[Row], what: str) -> Iterator[Fault]:
    latest = 0
    for at, minute in _of_kind(rows, "at_min", int):
        if minute < 0 or minute >= REHEARSAL_MINUTES:
            yield Fault(
                at,
                f"at_min must lie within the stage, from 0 to {REHEARSAL_MINUTES - 1} "
                f"(it says {minute}).",
            )
        elif minute < latest:
            yield Fault(
                at,
                f"{what} at minute {minute} stands after one at minute {latest}; "
                "put them in the order in which they happen.",
            )
        else:
            latest = minute


def _options(decisions: list[Row]) -> Iterator[Fault]:
    """An option's id need be its own only at its decision point."""
    for at, decision in decisions:
        options = [((*at, *place), row) for place, row in _rows(decision, "options")]
        yield from _ids(options, _ID, 'letters, digits and hyphens, such as "hold"')


def _waited_for(injects: list[Row], decisions: list[Row]) -> Iterator[Fault]:
    """What an inject waits for is there, and it waits for one thing only."""
    points = {row["id"]: row for _, row in decisions if isinstance(row.get("id"), str)}
    for at, inject in injects:
        point, unless = inject.get("when_decided", ""), inject.get("unless_decided", "")
        if point and unless:
            what = "an inject waits for a decision or for its absence: keep when_decided or this."
            yield Fault((*at, "unless_decided"), what)
        for key, named in (("when_decided", point), ("unless_decided", unless)):
            if isinstance(named, str) and named and named not in points:
                what = f'there is no decision point with the id "{named}"{meant(named, [*points])}'
                yield Fault((*at, key), what)
        option = inject.get("option", "")
        if not isinstance(option, str) or not option:
            continue
        if not point:
            yield Fault((*at, "option"), "option needs when_decided: the decision it is one of.")
        elif isinstance(point, str) and point in points:
            offered = [row.get("id") for _, row in _rows(points[point], "options")]
            known = [each for each in offered if isinstance(each, str)]
            if option not in known:
                what = f'the decision "{point}" has no option "{option}"{meant(option, known)}'
                yield Fault((*at, "option"), what)


def _roles(data: dict[str, Any]) -> Iterator[Fault]:
    """Each role once, and notes on roles that there are."""
    named = data.get("roles")
    roles = [each for each in named if isinstance(each, str)] if isinstance(named, list) else []
    seen = set()
    for number, role in enumerate(named if isinstance(named, list) else []):
        if isinstance(role, str) and role.strip():
            if role.casefold() in seen:
                yield Fault(("roles", number), f'the role "{role}" is there twice.')
            seen.add(role.casefold())
    noted = set()
    for at, role in _of_kind(_rows(data, "role_notes"), "role", str):
        if role.strip() and role.casefold() not in seen:
            what = f'the pack has no role called "{role}"{meant(role, roles)}'
            yield Fault(at, what)
        if role.casefold() in noted:
            yield Fault(at, f'there are two notes on the role "{role}".')
        noted.add(role.casefold())


def _phases(data: dict[str, Any]) -> Iterator[Fault]:
    seen = set()
    for at, phase in _of_kind(_rows(data, "debrief"), "phase", str):
        if phase.strip() and phase.casefold() not in {each.casefold() for each in PHASES}:
            what = f'a debrief has no phase called "{phase}"{meant(phase, PHASES)}'
            yield Fault(at, f"{what} It has {_listed(PHASES)}.")
        if phase.casefold() in seen:
            yield Fault(at, f'the phase "{phase}" is there twice.')
        seen.add(phase.casefold())


def _placeholders(data: dict[str, Any]) -> Iterator[Fault]:
    for at, text in _texts(data, ()):
        filled = at[0] == "steps" and at[-1] in FILLED_IN
        for found in _BRACES.finditer(text):
            name, near = found[1], found[0]
            if filled and name in PLACEHOLDERS:
                continue
            if name is None:
                what = (
                    f'there is a "{near}" on its own; braces are kept for {{place}} and {{group}}.'
                )
            elif filled:
                what = f"nothing is called {near}{meant(name, PLACEHOLDERS)}"
            else:
                what = f"{near} would not be filled in here: this text is shown as it is written."
            yield Fault(at, what, near)


def _texts(value: Any, at: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*at, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*at, number))


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}"
