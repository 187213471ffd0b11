"""Small sentences the console says: dates, what happened at a moment, and who is here."""

from facilitator.changes import the_change
from facilitator.chronicle.words import kind_in_words
from facilitator.days import day_in_words
from facilitator.decision import quorum_gaps
from facilitator.events import Event
from facilitator.guide import Guide, Stage
from facilitator.progress import StepEntered
from facilitator.workshop import Workshop

UNDER_THE_RULE = "Chatham House"
"""What stands in the bar while the rule holds."""


def which_workshop(workshop: Workshop, stage: Stage) -> str:
    """The workshop's title and day, and that nobody is named in it."""
    about = workshop.about
    rule = UNDER_THE_RULE if workshop.chatham_house else ""
    parts = [rule, about.title or stage.title, day_in_words(about.date)]
    return " · ".join(part for part in parts if part)


def what_happened(guide: Guide, workshop: Workshop, event: Event) -> str:
    """What an event was, in one line for the facilitator; a kind from elsewhere by its word."""
    if isinstance(event, StepEntered):
        return _step_words(guide, event)
    return the_change(event, workshop) or kind_in_words(event)


def _step_words(guide: Guide, event: StepEntered) -> str:
    stage = guide.stages.get(event.stage)
    step = next((s for s in stage.steps if s.id == event.step), None) if stage else None
    return f"the step “{stage.title}: {step.title}” began" if stage and step else "a step began"


def who_is_here(workshop: Workshop, minute: str) -> str:
    """How many are here at a minute, of how many organisations, and whether they are a quorum."""
    here = workshop.present_at(minute)
    if here is None:
        return "Nobody is marked as here yet."
    people = len(workshop.people_at(minute))
    gaps = quorum_gaps(workshop.rule, workshop.electors(), here)
    quorum = "quorum met" if not gaps else f"no quorum: {'; '.join(gaps)}"
    unknown = sum(workshop.unknown_kinds.values())
    newer = f" · {unknown} entries are from a newer version and are kept" if unknown else ""
    return (
        f"{people} of {len(workshop.members)} here · {len(here)} "
        f"organisation{'' if len(here) == 1 else 's'} · {quorum}{newer}"
    )
