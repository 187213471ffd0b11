"""Small sentences the console says: dates, and what a change was."""

import datetime

from facilitator.chronicle.words import kind_in_words, says
from facilitator.events import Event
from facilitator.guide import Guide
from facilitator.progress import StepEntered
from facilitator.rounds import PositionsTaken
from facilitator.stages.rehearsal.debriefing import FeelingGiven
from facilitator.workshop import Workshop

QUOTED = 60


def date_in_words(date: str) -> str:
    """A date (ISO 8601) as people write it; what is no date as it stands."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {day:%B %Y}"


def last_change(event: Event) -> str:
    """What an event was, in its own words where it has any, else in the first of its kind's."""
    for field in ("text", "wording", "title", "name", "meaning", "answer", "how", "word"):
        said = getattr(event, field, "")
        if isinstance(said, str) and said:
            return f"“{_short(said)}”"
    kind = str(type(event).__struct_config__.tag)
    return kind.replace(".", " ").replace("_", " ")


def what_happened(guide: Guide, workshop: Workshop, event: Event) -> str:
    """What an event was, in one line for the facilitator: who, what, and the first of its words.

    A feeling is private to the one who gave it: that one was given is all that is said.
    """
    if isinstance(event, StepEntered):
        return _step_words(guide, event)
    kind = kind_in_words(event)
    if isinstance(event, FeelingGiven):
        return kind
    code = getattr(event, "code", "")
    who = workshop.person(workshop.organisation_name(_text(event, "organisation")))
    if isinstance(event, PositionsTaken):
        who = f"{len(event.organisations)} organisations"
    if code and who:
        words = _text(event, "text")
        return f"{who}: {says(code)}" + (f" · “{_short(words)}”" if words else "")
    said = last_change(event)
    parts = [who, kind, said if said != kind else ""]
    return " · ".join(part for part in parts if part)


def _step_words(guide: Guide, event: StepEntered) -> str:
    stage = guide.stages.get(event.stage)
    step = next((s for s in stage.steps if s.id == event.step), None) if stage else None
    return f"the step “{stage.title}: {step.title}” began" if stage and step else "a step began"


def _text(event: Event, name: str) -> str:
    held = getattr(event, name, "")
    return held if isinstance(held, str) else ""


def _short(text: str) -> str:
    return f"{text[:QUOTED]}{'…' if len(text) > QUOTED else ''}"
