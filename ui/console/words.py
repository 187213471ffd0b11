"""Small sentences the console says: dates, and what happened at a moment."""

from facilitator.changes import the_change
from facilitator.chronicle.words import kind_in_words
from facilitator.events import Event
from facilitator.guide import Guide
from facilitator.progress import StepEntered
from facilitator.workshop import Workshop


def what_happened(guide: Guide, workshop: Workshop, event: Event) -> str:
    """What an event was, in one line for the facilitator; a kind from elsewhere by its word."""
    if isinstance(event, StepEntered):
        return _step_words(guide, event)
    return the_change(event, workshop) or kind_in_words(event)


def _step_words(guide: Guide, event: StepEntered) -> str:
    stage = guide.stages.get(event.stage)
    step = next((s for s in stage.steps if s.id == event.step), None) if stage else None
    return f"the step “{stage.title}: {step.title}” began" if stage and step else "a step began"
