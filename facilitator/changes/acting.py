"""Changes to what follows from the talk: rehearsal, commitments, budgets, the agreement."""

from facilitator.changes.seen import Seen, Tell, counted, quoted, short
from facilitator.days import day_in_words
from facilitator.events import Event
from facilitator.stages.agreement import (
    AgreementRatified,
    AgreementVersioned,
    AssentGiven,
    ReviewSet,
)
from facilitator.stages.commitments import BudgetNamed, CommitmentMade, CommitmentReported
from facilitator.stages.rehearsal.casting import ObserversNamed, RoleGiven, ScenarioChosen
from facilitator.stages.rehearsal.changing import ChangeAccepted, ChangeProposed
from facilitator.stages.rehearsal.clock import ClockPaused, ClockStarted
from facilitator.stages.rehearsal.debriefing import DebriefAnswered, LessonLearned, ValueStrained
from facilitator.stages.rehearsal.deciding import DecisionPut
from facilitator.stages.rehearsal.feeling import FeelingGiven
from facilitator.stages.rehearsal.injects import InjectAnswered, InjectPlayed


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
    found = seen.having.rehearsals.get(event.rehearsal)
    injects = found.pack.injects if found else ()
    inject = next((i for i in injects if i.id == event.inject), None)
    what = "skipped" if event.how == "skipped" else "arriving"
    return f"an inject {what}: {quoted(inject.text)}" if inject else f"an inject {what}"


def _inject(_seen: Seen, event: InjectAnswered) -> str:
    return f"what we did about an inject: {quoted(event.response)}"


def _decision(_seen: Seen, event: DecisionPut) -> str:
    return f"the decision {quoted(event.text)}"


def _feeling(_seen: Seen, event: FeelingGiven) -> str:
    # Private to the one who gave it: neither whose it is nor what it says.
    return f"a check-in, {event.when} the rehearsal"


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
    return f"the change {quoted(change.text)} accepted" if change else "a change accepted"


def _committed(seen: Seen, event: CommitmentMade) -> str:
    text = quoted(event.text)
    put_right = seen.corrects("commitments", event.id)
    return f"the commitment {text} put right" if put_right else f"the commitment {text}"


def _reported(seen: Seen, event: CommitmentReported) -> str:
    found = seen.having.commitments.get(event.id)
    return f"the report on {quoted(found.text)}" if found else "a report on a commitment"


def _budget(seen: Seen, event: BudgetNamed) -> str:
    name = quoted(event.name)
    put_right = seen.corrects("budgets", event.id)
    return f"the budget line {name} put right" if put_right else f"the budget line {name}"


def _versioned(_seen: Seen, event: AgreementVersioned) -> str:
    return f"version {short(event.version)} of the agreement and what its front page says"


def _review(_seen: Seen, event: ReviewSet) -> str:
    return f"the day of the review, {day_in_words(event.date)}"


def _assent(seen: Seen, event: AssentGiven) -> str:
    with_it = f", with the reservation {quoted(event.reservation)}" if event.reservation else ""
    return f"{seen.whose(event.organisation)} assent to version {short(event.version)}{with_it}"


def _ratified(_seen: Seen, event: AgreementRatified) -> str:
    return f"the agreement being ratified at {short(event.meeting)} on {day_in_words(event.date)}"


TOLD: dict[type[Event], Tell] = {
    ScenarioChosen: _chosen,
    RoleGiven: _role,
    ObserversNamed: _observers,
    ClockStarted: _started,
    ClockPaused: _paused,
    InjectPlayed: _arrived,
    InjectAnswered: _inject,
    DecisionPut: _decision,
    FeelingGiven: _feeling,
    DebriefAnswered: _debrief,
    ValueStrained: _strained,
    LessonLearned: _lesson,
    ChangeProposed: _change,
    ChangeAccepted: _accepted,
    CommitmentMade: _committed,
    CommitmentReported: _reported,
    BudgetNamed: _budget,
    AgreementVersioned: _versioned,
    ReviewSet: _review,
    AssentGiven: _assent,
    AgreementRatified: _ratified,
}
"""How each of these is told."""
