"""What only the history knows: when a step began, when words were captured, how a value moved.

Which kinds of event are told is a list, so that a kind that is new here is left out until somebody
has thought about who may read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exports.documents.rehearsed import body_of
from facilitator.board import CardsImported, ContributionCaptured, ThemeDissolved, ThemeFormed
from facilitator.car_park import ItemTakenUp, ThemeParked
from facilitator.changes import the_change
from facilitator.chronicle import Line, chronicle, local_minute
from facilitator.events import Entry, Event
from facilitator.guide import Guide
from facilitator.history import History
from facilitator.next_steps import NextStepNamed
from facilitator.progress import StepEntered
from facilitator.stages.agreement import AgreementVersioned, AssentGiven, ReviewSet
from facilitator.stages.commitments import BudgetNamed, CommitmentMade
from facilitator.stages.gather import RuleChosen
from facilitator.stages.purpose import DraftClosed, PurposeAdopted, PurposeDrafted
from facilitator.stages.rehearsal.changing import ChangeProposed
from facilitator.stages.rehearsal.observing import ValueMarked
from facilitator.stages.understanding import TermAgreed
from facilitator.stages.values import on_the_table
from facilitator.statement import AnotherBoardAnswered
from facilitator.workshop import Workshop

_TOLD: dict[type[Event], str] = {
    RuleChosen: "How we decide",
    CardsImported: "The board",
    ThemeFormed: "The board",
    ThemeDissolved: "The board",
    ThemeParked: "The car park",
    ItemTakenUp: "The car park",
    PurposeDrafted: "The purpose",
    DraftClosed: "The purpose",
    PurposeAdopted: "The purpose",
    AnotherBoardAnswered: "The purpose",
    TermAgreed: "Words we share",
    CommitmentMade: "Commitments",
    BudgetNamed: "Money",
    NextStepNamed: "What happens next",
    AgreementVersioned: "The agreement",
    ReviewSet: "The agreement",
    AssentGiven: "The agreement",
}
"""The kinds that are told in a line of their own, and what each is about."""


@dataclass(frozen=True)
class Dated:
    """What happened at a minute or on a day (ISO 8601), the words said, and what it was about."""

    at: str
    what: str
    why: str = ""
    about: str = ""


def steps_and_changes(workshop: Workshop, history: History, guide: Guide) -> Iterator[Dated]:
    """Each step as it began, how many cards were captured in a row, and what else was settled."""
    captured: Dated | None = None
    cards = 0
    for entry in history.past().entries:
        event, at = entry.event, local_minute(entry.at)
        if isinstance(event, ContributionCaptured) and at:
            captured = captured or Dated(at, "", about="What was said")
            cards += 1
            continue
        line = _line(workshop, entry, at, guide) if at else None
        if line is None:
            continue
        if captured:
            yield replace(captured, what=_captured(cards))
        captured, cards = None, 0
        yield line
    if captured:
        yield replace(captured, what=_captured(cards))


def _captured(cards: int) -> str:
    return f"{cards:,} contribution{' was' if cards == 1 else 's were'} captured from here on."


def _line(workshop: Workshop, entry: Entry, at: str, guide: Guide) -> Dated | None:
    event = entry.event
    if isinstance(event, StepEntered):
        stage = guide.stages.get(event.stage)
        step = next((s for s in stage.steps if s.id == event.step), None) if stage else None
        return Dated(at, f"Step: {step.title}", about=stage.title) if stage and step else None
    about = _TOLD.get(type(event), "")
    said = _settled(workshop, event) if about else ""
    return Dated(at, f"{said[:1].upper()}{said[1:]}", about=about) if said else None


def _settled(workshop: Workshop, event: Event) -> str:
    """What was settled: a change is told as a thing, which does not read well of every kind."""
    draft = workshop.drafts.get(getattr(event, "id", ""))
    match event:
        case DraftClosed(_, verdict) if draft:
            return f"draft {draft.label} was {'put aside' if verdict == 'rejected' else 'amended'}"
        case PurposeAdopted() if draft:
            return f"draft {draft.label} was adopted as the purpose"
        case PurposeDrafted():
            return f"draft {the_change(event, workshop)}"
        case AgreementVersioned(version):
            return f"the agreement became version {version}"
    return the_change(event, workshop)


def chronicles(workshop: Workshop, history: History) -> Iterator[Dated]:
    """Every value's chronicle; not what was noted beside a mark while a rehearsal was played."""
    events = {entry.id: entry.event for entry in history.entries}
    seats = {entry.by for entry in history.entries}
    for value in on_the_table(workshop):
        for line in chronicle(history, value.id):
            event = events.get(line.entry)
            if not line.at or isinstance(event, ValueMarked):
                continue
            who = "" if line.who in seats else line.who
            if isinstance(event, ChangeProposed) and event.rehearsal in workshop.rehearsals:
                # Nobody is named in what is told of a rehearsal, so here neither.
                found = workshop.rehearsals[event.rehearsal]
                who = body_of(workshop, found, event.owner) or "Somebody still to be named"
            yield Dated(line.at, _said(line, who), _words(line), value.title)


def _said(line: Line, who: str) -> str:
    """ "Alder amended the wording", "Alder: I object"; without anybody, "Opened round 1"."""
    if not who:
        return f"{line.what[:1].upper()}{line.what[1:]}"
    stands = line.what.startswith(_STANDS)
    return f"{who}: {line.what}" if stands else f"{who} {line.what}"


_STANDS = ("I ", "not here")
"""How a line begins that says where somebody stands, in their own person."""


def _words(line: Line) -> str:
    wording = f"The wording: {line.after}" if line.after else ""
    return "\n".join(part for part in (line.why, wording) if part)
