"""Changes to what was put in plain words: the group's own terms, and what happens next."""

from facilitator.changes.seen import Seen, Tell, quoted
from facilitator.events import Event
from facilitator.next_steps import NextStepDropped, NextStepNamed
from facilitator.stages.understanding import TermAgreed, TermDropped, TermParked


def _agreed(seen: Seen, event: TermAgreed) -> str:
    put_right = " put right" if seen.corrects("terms", event.id) else ""
    return f"the word {quoted(event.term)}{put_right}: {quoted(event.use)}"


def _dropped(seen: Seen, event: TermDropped) -> str:
    was = seen.lacking.terms.get(event.id) if seen.lacking else None
    return f"the word {quoted(was.term)} taken off the list" if was else "a word taken off the list"


def _parked(_seen: Seen, event: TermParked) -> str:
    return f"the word {quoted(event.text)} put into the car park"


def _step(seen: Seen, event: NextStepNamed) -> str:
    put_right = " put right" if seen.corrects("next_steps", event.id) else ""
    return f"what happens next, {quoted(event.text)}{put_right}"


def _step_dropped(seen: Seen, event: NextStepDropped) -> str:
    was = seen.lacking.next_steps.get(event.id) if seen.lacking else None
    what = quoted(was.text) if was else "something"
    return f"{what} taken off what happens next"


TOLD: dict[type[Event], Tell] = {
    TermAgreed: _agreed,
    TermDropped: _dropped,
    TermParked: _parked,
    NextStepNamed: _step,
    NextStepDropped: _step_dropped,
}
"""How each of these is told."""
