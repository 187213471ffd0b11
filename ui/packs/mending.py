"""A pack that breaks the rules, made such that the form can show all of it and mend it.

Ids, order and what injects wait for are never typed in the form, so they are put right here;
every word stays.
"""

from collections.abc import Iterable
from itertools import count

from msgspec.structs import replace

from facilitator.guide import DebriefPhase, Option, RoleNote, ScenarioPack
from facilitator.guide.scenario import PHASES, DecisionPoint
from ui.packs.changing import LAST_MINUTE, has_good_id, in_time, unhook


def mended(pack: ScenarioPack, pack_id: str) -> ScenarioPack:
    """The pack with ids, minutes, notes and phases put right; `pack_id` where it has no good id.

    A pack that the guide would take comes back with its phases in their order and otherwise as
    it is.
    """
    name = pack.id if has_good_id(pack.id) else pack_id
    rows = [i.id for i in pack.injects] + [point.id for point in pack.decision_points]
    made = (f"{name}-{letter}{number}" for number in count(1) for letter in "ID")
    ids = iter(_own_ids(rows, made))
    injects = [replace(i, id=next(ids), at_min=_minute(i.at_min)) for i in pack.injects]
    points = [_point(replace(p, id=next(ids))) for p in pack.decision_points]
    roles = _once(pack.roles)
    known = {role.casefold() for role in roles}
    notes = _notes(pack.role_notes)
    # Words about a role that is not there are kept by putting it there.
    roles += [note.role for note in notes if note.role and note.role.casefold() not in known]
    return unhook(
        replace(
            pack,
            id=name,
            injects=in_time(injects),
            decision_points=in_time(points),
            roles=tuple(roles),
            role_notes=tuple(note for note in notes if note.role),
            debrief=_debrief(pack.debrief),
        )
    )


def _minute(minute: int) -> int:
    return min(max(minute, 0), LAST_MINUTE)


def _point(point: DecisionPoint) -> DecisionPoint:
    made = (f"option-{number}" for number in count(1))
    ids = _own_ids([option.id for option in point.options], made)
    options = tuple(
        Option(id=each, title=option.title, note=option.note)
        for each, option in zip(ids, point.options, strict=True)
    )
    minutes = max(point.minutes, 1)
    return replace(point, at_min=_minute(point.at_min), minutes=minutes, options=options)


def _own_ids(ids: list[str], made: Iterable[str]) -> list[str]:
    """The same ids, with a made one for each that is no id or is there before."""
    taken = {each for each in ids if has_good_id(each)}
    fresh = iter(made)
    seen: set[str] = set()
    own = []
    for each in ids:
        good = each
        while not has_good_id(good) or good in seen:
            good = next(one for one in fresh if one not in taken)
        seen.add(good)
        own.append(good)
    return own


def _once(roles: Iterable[str]) -> list[str]:
    """Each role once; a second of the same name gets a number."""
    seen: set[str] = set()
    once = []
    for role in roles:
        name = role
        for number in count(2):
            if not name.strip() or name.casefold() not in seen:
                break
            name = f"{role} {number}"
        seen.add(name.casefold())
        once.append(name)
    return once


def _notes(notes: Iterable[RoleNote]) -> list[RoleNote]:
    """One note a role, with the words of all."""
    found: dict[str, RoleNote] = {}
    for note in notes:
        before = found.get(note.role.casefold())
        if before is not None:
            brief = " ".join(part for part in (before.brief, note.brief) if part)
            note = replace(before, brief=brief, kin=tuple(dict.fromkeys((*before.kin, *note.kin))))
        found[note.role.casefold()] = note
    return list(found.values())


def _debrief(debrief: Iterable[DebriefPhase]) -> tuple[DebriefPhase, ...]:
    """The four phases in their order; questions of any other go to the last."""
    found: dict[str, DebriefPhase] = {}
    for each in debrief:
        names = [name for name in PHASES if name.casefold() == each.phase.casefold()]
        name = names[0] if names else PHASES[-1]
        before = found.get(name)
        questions = (*(before.questions if before else ()), *each.questions)
        minutes = max(before.minutes if before else each.minutes, 1)
        phase = each.phase if names and before is None else before.phase if before else name
        found[name] = DebriefPhase(phase=phase, minutes=minutes, questions=questions)
    return tuple(found[name] for name in PHASES if name in found)
