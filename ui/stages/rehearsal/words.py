"""What is in hand in a rehearsal, and how its minutes, injects and people are said."""

from facilitator.guide import Inject, ScenarioPack, Stage
from facilitator.guide.scenario import DebriefPhase, DecisionPoint
from facilitator.stages.rehearsal.deciding import is_decided
from facilitator.stages.rehearsal.feeling import words_said
from facilitator.stages.rehearsal.state import Change, Decision, Rehearsal, When
from facilitator.stages.values import Value
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.stages.capture.offers import Choice

_TIMES: tuple[When, ...] = ("before", "after")
_SPOKEN = ("call", "voicemail", "text message", "email", "letter", "instruction")
_IN_FIRST_PERSON = ("i ", "i’m ", "i'm ", "we ", "our ", "my ", "you ", "your ")


def in_hand(workshop: Workshop, focus: Focus) -> Rehearsal | None:
    """The rehearsal in hand: the one in focus, else the newest; None before there is one."""
    found = workshop.rehearsals.get(focus.rehearsal)
    return found or next(reversed(workshop.rehearsals.values()), None)


def stop_in_force(workshop: Workshop) -> Rehearsal | None:
    """The rehearsal in which the stop word was said and nobody has gone on; None otherwise."""
    return next((each for each in workshop.rehearsals.values() if each.stop is not None), None)


def inject_of(found: Rehearsal, inject: str) -> Inject | None:
    """The inject of that id, in the words in which it stands now."""
    return found.inject(inject)


def arrived(found: Rehearsal) -> list[Inject]:
    """The injects that have arrived, newest first; skipped ones have not."""
    known = {inject.id: inject for inject in found.injects()}
    # They stand in the order in which they came.
    came = [each.inject for each in found.played.values() if each.how != "skipped"]
    return [known[each] for each in reversed(came) if each in known]


def unanswered(found: Rehearsal) -> list[Inject]:
    """The injects that have arrived and of which nobody has said what the group did."""
    return [inject for inject in arrived(found) if not found.played[inject.id].response]


def to_come(found: Rehearsal) -> list[Inject]:
    """The injects that have neither arrived nor been skipped, in the order of their minutes."""
    return [inject for inject in found.injects() if inject.id not in found.played]


def started(found: Rehearsal) -> bool:
    """Whether the scenario clock has ever been set going."""
    clock = found.clock
    return clock.running or clock.banked > 0 or clock.from_minute > 0


def paused(found: Rehearsal) -> bool:
    """Whether the scenario clock was stopped after it was set going."""
    return started(found) and not found.clock.running


def scenario_seconds(found: Rehearsal, stage: Stage, now: float) -> int:
    """Whole seconds on the scenario clock; before it is set going, where it will begin."""
    if started(found):
        return int(found.clock.seconds(now))
    return first_minute(stage) * 60


def scenario_minute(found: Rehearsal, stage: Stage, now: float) -> int:
    """The minute of the stage that the scenario clock is in."""
    return scenario_seconds(found, stage, now) // 60


def first_minute(stage: Stage) -> int:
    """The minute of the stage at which play begins."""
    return next((stage.minutes_before(s.id) for s in stage.steps if s.activity == "play"), 0)


def decision_at(found: Rehearsal, point: str) -> Decision | None:
    """The newest decision that was put at a decision point."""
    return next((d for d in reversed(found.decisions.values()) if d.point == point), None)


def point_in_hand(workshop: Workshop, found: Rehearsal, focus: Focus) -> DecisionPoint | None:
    """The decision point in focus, else the first that is not decided, else the last.

    One whose round was locked without agreement is not decided: it stays in hand.
    """
    points = found.pack.decision_points
    wanted = point_in_focus(found, focus)
    if wanted is not None:
        return wanted
    waiting = [each for each in points if not is_decided(workshop, found, each.id)]
    return waiting[0] if waiting else points[-1] if points else None


def point_in_focus(found: Rehearsal, focus: Focus) -> DecisionPoint | None:
    """The decision point that the room is asked to look at; None when it is asked nothing."""
    put = found.decisions.get(focus.decision)
    wanted = put.point if put else focus.decision
    return next((each for each in found.pack.decision_points if each.id == wanted), None)


def in_quotes(inject: Inject) -> str:
    """The text of an inject, in quotation marks where somebody says it."""
    text = inject.text.strip()
    if text[:1] in "“\"‘'":
        return text
    by_mouth = inject.arrives_as.casefold() in _SPOKEN or inject.arrives_as.casefold().endswith(
        " call"
    )
    if by_mouth and text.casefold().startswith(_IN_FIRST_PERSON):
        return f"“{text}”"
    return text


def player_of(workshop: Workshop, found: Rehearsal, role: str) -> str:
    """Who plays a role, by name; nothing while it is free."""
    part = next((p for p in found.parts if p.role.casefold() == role.casefold()), None)
    return workshop.person(part.member) if part else ""


def roles(found: Rehearsal) -> list[str]:
    """The roles of the pack, and after them those that were added."""
    added = [part.role for part in found.parts if part.role not in found.pack.roles]
    return [*found.pack.roles, *added]


def checked_in(found: Rehearsal, when: When) -> int:
    """How many have checked in. The only thing of a check-in that leaves the console by itself."""
    return sum(feeling.when == when for feeling in found.feelings)


def people_expected(workshop: Workshop, found: Rehearsal, when: When) -> int:
    """How many could check in: who came on the newest day and is here, and who has already.

    The room's screen has no clock of its own to ask, so the newest day of attendance is today.
    """
    stays = workshop.stays.items()
    today = max((stay.arrived[:10] for _, each in stays for stay in each), default="")
    here = {m for m, each in stays if any(s.arrived[:10] == today and not s.left for s in each)}
    people = (here & set(workshop.members)) or set(workshop.members)
    named = {f.member for f in found.feelings if f.when == when and f.member}
    return max(len(people | named), checked_in(found, when))


def feeling_lines(found: Rehearsal) -> tuple[str, ...]:
    """How people felt before and feel now, for the console alone: counts, means, words said."""
    before, now = checked_in(found, "before"), checked_in(found, "after")
    if not before and not now:
        return ()
    if not now:
        head = f"before ({counted(before, 'check-in', 'check-ins')})"
    else:
        head = f"before → now ({before} → {counted(now, 'check-in', 'check-ins')})"
    means = [found.mean_tension(when) for when in _TIMES]
    mean = " → ".join(f"{each:.1f}" for each in means if each is not None)
    said = [dict(words_said(found, when)) for when in _TIMES]
    words = sorted(
        {**said[0], **said[1]}, key=lambda w: (-said[0].get(w, 0) - said[1].get(w, 0), w)
    )
    lines = [
        f"{word} {said[0].get(word, 0)} → {said[1].get(word, 0)}"
        if now
        else f"{word} {said[0][word]}"
        for word in words
    ]
    return (head, f"mean {mean} of 5", *lines)


def slips_missing(found: Rehearsal) -> int:
    """How many fewer have checked in after than before: slips perhaps, still to be typed."""
    return max(0, checked_in(found, "before") - checked_in(found, "after"))


def touches_on(pack: ScenarioPack) -> str:
    """What the story touches on, as a sentence; nothing when the pack says that it is nothing."""
    note = pack.content_note.strip()
    return "" if note.casefold() in ("", "none") else f"This story touches on: {note}"


def counted(count: int, one: str, many: str) -> str:
    """ "1 organisation", "3 organisations"."""
    return f"{count} {one if count == 1 else many}"


def target_words(workshop: Workshop, change: Change) -> str:
    """What a change would change."""
    named = {"purpose": "The purpose", "commitments": "The commitments"}
    value = workshop.values.get(change.target)
    return value.title if value else named.get(change.target, change.target)


def targets(workshop: Workshop) -> list[tuple[str, str]]:
    """What a change may change, as (id, label)."""
    named = [("purpose", "The purpose"), ("commitments", "The commitments")]
    return [*((value.id, value.title) for value in strainable(workshop, None)), *named]


def strainable(workshop: Workshop, found: Rehearsal | None) -> list[Value]:
    """The values that a scenario can strain: those the pack is likely to strain first.

    A value that was merged or withdrawn is left out, unless it has a verdict already.
    """
    likely = found.pack.values_likely_strained if found else ()
    judged = found.strains if found else {}
    live = [
        value
        for value in workshop.values.values()
        if value.id in judged
        or value.ending is None
        or value.ending.kind not in ("merged", "withdrawn")
    ]
    return sorted(live, key=lambda value: value.id not in likely)


def member_choices(workshop: Workshop) -> list[Choice]:
    """Every member, to be named by name, role or organisation."""
    return [
        Choice(
            member.id,
            member.label,
            f"{member.role} {workshop.organisation_name(member.organisation)}",
            workshop.organisation_name(member.organisation),
        )
        for member in workshop.members.values()
    ]


def phase_in_hand(found: Rehearsal) -> DebriefPhase | None:
    """The phase of the debrief that has begun; None before the first."""
    named = found.phase.phase if found.phase else ""
    return next((each for each in found.pack.debrief if each.phase == named), None)


def questions(pack: ScenarioPack) -> list[tuple[str, int, str]]:
    """The debrief's questions in order, as (phase, minutes of the phase, question)."""
    return [(each.phase, each.minutes, q) for each in pack.debrief for q in each.questions]
