"""Changes to a rehearsal: its cast, its clock, what arrived, was felt, seen, decided and learnt."""

from facilitator.changes.seen import Seen, Tell, counted, possessive, quoted
from facilitator.events import Event
from facilitator.stages.rehearsal.casting import (
    ObserverAsked,
    ObserversNamed,
    RoleGiven,
    RolesDrawn,
    ScenarioChosen,
)
from facilitator.stages.rehearsal.changing import (
    ChangeAccepted,
    ChangeDropped,
    ChangeProposed,
    NothingToChange,
)
from facilitator.stages.rehearsal.clock import (
    ClockPaused,
    ClockSet,
    ClockStarted,
    StopWordSaid,
    WentOn,
)
from facilitator.stages.rehearsal.debriefing import (
    DebriefAnswered,
    DebriefCorrected,
    LessonLearned,
    PhaseBegun,
    ValueStrained,
)
from facilitator.stages.rehearsal.deciding import DecisionCalled, DecisionPut, SpeakerNamed
from facilitator.stages.rehearsal.feeling import FeelingDropped, FeelingGiven, SlipGiven
from facilitator.stages.rehearsal.injects import (
    InjectAnswered,
    InjectHeld,
    InjectMoved,
    InjectPlayed,
    InjectWritten,
)
from facilitator.stages.rehearsal.observing import (
    MarkDropped,
    NoteDropped,
    NoteTaken,
    ValueMarked,
)


def _chosen(_seen: Seen, event: ScenarioChosen) -> str:
    return f"the choice of the scenario {quoted(event.pack.title)}"


def _role(seen: Seen, event: RoleGiven) -> str:
    role = quoted(event.role)
    return f"the role {role} for {seen.person(event.member)}" if event.member else f"{role} freed"


def _observers(_seen: Seen, event: ObserversNamed) -> str:
    return f"the choice of {counted(len(event.members), 'observer')}"


def _started(seen: Seen, event: ClockStarted) -> str:
    return f"the clock of {seen.scenario(event.rehearsal)} set going"


def _paused(seen: Seen, event: ClockPaused) -> str:
    return f"the clock of {seen.scenario(event.rehearsal)} stopped"


def _arrived(seen: Seen, event: InjectPlayed) -> str:
    what = "skipped" if event.how == "skipped" else "arriving"
    words = _words(seen, event.rehearsal, event.inject)
    return f"an inject {what}: {words}" if words else f"an inject {what}"


def _held(seen: Seen, event: InjectHeld) -> str:
    what = "held" if event.held else "let go"
    words = _words(seen, event.rehearsal, event.inject)
    return f"an inject {what}: {words}" if words else f"an inject {what}"


def _moved(seen: Seen, event: InjectMoved) -> str:
    words = _words(seen, event.rehearsal, event.inject)
    return f"{words or 'an inject'} planned for minute {event.minute}"


def _written(seen: Seen, event: InjectWritten) -> str:
    return f"the words of the inject {quoted(event.inject.text)}"


def _called(seen: Seen, event: DecisionCalled) -> str:
    found = seen.having.rehearsals.get(event.rehearsal)
    points = found.pack.decision_points if found else ()
    point = next((p for p in points if p.id == event.point), None)
    return f"the call for a decision: {quoted(point.question)}" if point else "a call to decide"


def _speaker(seen: Seen, event: SpeakerNamed) -> str:
    return f"who says {seen.subject(event.decision) or 'a decision'} in public"


def _drawn(_seen: Seen, event: RolesDrawn) -> str:
    return f"the drawing of {counted(len(event.parts), 'role')}"


def _task(seen: Seen, event: ObserverAsked) -> str:
    return f"{possessive(seen.person(event.member))} task as an observer"


def _set(seen: Seen, event: ClockSet) -> str:
    return f"the clock of {seen.scenario(event.rehearsal)} put to minute {event.second // 60}"


def _stop(seen: Seen, event: StopWordSaid) -> str:
    return f"the stop word in {seen.scenario(event.rehearsal)}"


def _on(seen: Seen, event: WentOn) -> str:
    return f"going on with {seen.scenario(event.rehearsal)}"


def _note(_seen: Seen, event: NoteTaken) -> str:
    return f"the note {quoted(event.text)}"


def _note_gone(_seen: Seen, _event: NoteDropped) -> str:
    return "a note taken out"


def _mark(seen: Seen, event: ValueMarked) -> str:
    return f"the mark that {seen.value(event.value)} {event.verdict} at minute {event.minute}"


def _mark_gone(_seen: Seen, _event: MarkDropped) -> str:
    return "a mark of strain taken out"


def _phase(_seen: Seen, event: PhaseBegun) -> str:
    return f"the debrief’s turn {quoted(event.phase)}" if event.phase else "a turn’s end"


def _corrected(_seen: Seen, event: DebriefCorrected) -> str:
    if event.answer:
        return f"other words for an answer in the debrief: {quoted(event.answer)}"
    return f"an answer in the debrief taken out: {quoted(event.before)}"


def _unchanged(_seen: Seen, event: NothingToChange) -> str:
    if event.reason:
        return f"why nothing on paper needs to change: {quoted(event.reason)}"
    return "the reason why nothing needs to change taken out"


def _dropped(_seen: Seen, _event: ChangeDropped) -> str:
    return "a proposed change taken off the list"


def _inject(_seen: Seen, event: InjectAnswered) -> str:
    return f"what we did about an inject: {quoted(event.response)}"


def _decision(_seen: Seen, event: DecisionPut) -> str:
    return f"the decision {quoted(event.text)}"


def _feeling(_seen: Seen, event: FeelingGiven | SlipGiven) -> str:
    # Private to the one who gave it: neither whose it is nor what it says.
    return f"a check-in, {event.when} the rehearsal"


def _feeling_gone(_seen: Seen, event: FeelingDropped) -> str:
    return f"a check-in taken out, {event.when} the rehearsal"


def _debrief(_seen: Seen, event: DebriefAnswered) -> str:
    return f"an answer in the debrief: {quoted(event.answer)}"


def _strained(seen: Seen, event: ValueStrained) -> str:
    return f"the verdict that {seen.value(event.value)} {event.verdict}"


def _lesson(_seen: Seen, event: LessonLearned) -> str:
    return f"the lesson {quoted(event.text)}"


def _change(_seen: Seen, event: ChangeProposed) -> str:
    return f"the proposed change {quoted(event.text)}"


def _accepted(seen: Seen, event: ChangeAccepted) -> str:
    found = seen.having.rehearsals.get(event.rehearsal)
    change = found.changes.get(event.id) if found else None
    text = event.text or (change.text if change else "")
    return f"the change {quoted(text)} accepted" if text else "a change accepted"


def _words(seen: Seen, rehearsal: str, inject: str) -> str:
    """An inject's text in quotation marks; nothing where it is not known."""
    found = seen.having.rehearsals.get(rehearsal)
    known = found.inject(inject) if found else None
    return quoted(known.text) if known else ""


TOLD: dict[type[Event], Tell] = {
    ScenarioChosen: _chosen,
    RoleGiven: _role,
    RolesDrawn: _drawn,
    ObserversNamed: _observers,
    ObserverAsked: _task,
    ClockStarted: _started,
    ClockPaused: _paused,
    ClockSet: _set,
    StopWordSaid: _stop,
    WentOn: _on,
    InjectPlayed: _arrived,
    InjectHeld: _held,
    InjectMoved: _moved,
    InjectWritten: _written,
    InjectAnswered: _inject,
    DecisionCalled: _called,
    DecisionPut: _decision,
    SpeakerNamed: _speaker,
    FeelingGiven: _feeling,
    SlipGiven: _feeling,
    FeelingDropped: _feeling_gone,
    NoteTaken: _note,
    NoteDropped: _note_gone,
    ValueMarked: _mark,
    MarkDropped: _mark_gone,
    PhaseBegun: _phase,
    DebriefAnswered: _debrief,
    DebriefCorrected: _corrected,
    ValueStrained: _strained,
    LessonLearned: _lesson,
    ChangeProposed: _change,
    ChangeDropped: _dropped,
    ChangeAccepted: _accepted,
    NothingToChange: _unchanged,
}
"""How each of these is told."""
