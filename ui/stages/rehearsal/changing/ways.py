"""How a change changes its target, in words, and what accepting one has opened."""

import re

from facilitator.progress import enter_step
from facilitator.rounds import rounds_about
from facilitator.stages.purpose import adopted
from facilitator.stages.rehearsal.changing import ways_for
from facilitator.stages.rehearsal.state import Change, ChangeKind
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import Choice
from ui.stages.rehearsal.changing.still_owed import step_of, steps_of

WAYS: dict[ChangeKind, str] = {
    "will": "we will: one more line",
    "will_not": "we will not: one more line",
    "wording": "other words for it",
    "statement": "another statement",
    "commitment": "a commitment",
}
SAYS: dict[ChangeKind, str] = {
    "": "not said yet",
    "will": "we will",
    "will_not": "we will not",
    "wording": "other words",
    "statement": "statement",
    "commitment": "commitment",
}
"""The same in a cell of a table."""
_QUOTED = re.compile(r"(?:.*?[\s:])?[‘'“\"](?P<words>.+)[’'”\"]\.?", re.DOTALL)


def way_choices(target: str) -> list[Choice]:
    """The ways in which a target may change, to be named."""
    return [Choice(way, WAYS[way]) for way in ways_for(target) if way]


def words_to_begin_with(workshop: Workshop, target: str, how: ChangeKind) -> str:
    """The present words of a target, where other words take their place; else nothing."""
    if how == "wording" and target in workshop.values:
        return workshop.values[target].wording
    if how == "statement":
        now = adopted(workshop) or next(reversed(workshop.drafts.values()), None)
        return now.text if now else ""
    return ""


def words_of_change(change: Change) -> str:
    """The words that a change puts on paper: what it has in quotation marks, else all of it."""
    found = _QUOTED.fullmatch(change.text.strip())
    return found["words"] if found else change.text


def opened_words(workshop: Workshop, rehearsal_title: str, change: Change) -> str:
    """What accepting a change opened, in a sentence; nothing while it is only proposed."""
    if not change.accepted:
        return ""
    if change.target == "commitments":
        written = [c for c in workshop.commitments.values() if c.change == change.id]
        if written:
            return f"Written down in Commitments: {written[0].text}"
        return "To be written in Commitments, with who leads it, a day and a measure."
    if change.target == "purpose":
        draft = workshop.drafts.get(change.opened)
        if draft is None:
            return "Accepted. No draft of the purpose came of it."
        beside = " beside the adopted one" if adopted(workshop) else ""
        return f"Draft {draft.label} of the purpose stands{beside}, to be asked about."
    value = workshop.values.get(change.target)
    if value is None or not change.how:
        return "Accepted. Its target was not changed."
    named = f"“{value.title}”"
    if change.how == "wording":
        number = len(rounds_about(workshop, value.id)) + 1
        words = f"Other words for {named} are on the table"
        tried = any(r.wording == value.wording for r in rounds_about(workshop, value.id))
        return f"{words}." if tried else f"{words}: round {number} is to be about them."
    after = f"After the rehearsal “{rehearsal_title}”"
    made = [r for r in value.revisions if r.kind == change.how and r.why == after]
    exact = [r for r in made if r.text in (change.text, words_of_change(change))]
    version = (exact or made)[-1].version if made else value.version
    line = f"a line was added to “{SAYS[change.how]}”"
    return f"{named} is now version {version}: {line}." if version > 1 else f"{named}: {line}."


def no_way_there(desk: Desk, change: Change) -> str:
    """Where an accepted change stands when its stage is not part of the journey; else nothing."""
    if not change.accepted or step_of_target(desk, change)[1]:
        return ""
    match change.target, change.how:
        case "purpose", _:
            stands = "It stands among the drafts of the purpose; the purpose stage"
        case "commitments", _:
            stands = "It stands in the agreement as still to be written; the commitments stage"
        case _, "wording":
            stands = "It waits for a round; the values stage"
        case _:
            stands = "It stands in the agreement; the values stage"
    return f"{stands} is not part of this journey."


def step_of_target(desk: Desk, change: Change) -> tuple[str, str]:
    """Where a change is gone on with, as (stage, step); no step where the journey has none."""
    match change.target:
        case "purpose":
            return step_of(desk, "purpose", "draft")
        case "commitments":
            steps = steps_of(desk, "commitments")
            return "commitments", next((s.id for s in steps if s.activity != "read-back"), "")
        case _:
            return step_of(desk, "values", "rounds")


def go_to_target(desk: Desk, change: Change) -> bool:
    """Bring up the page of what a change is about, with that in hand; whether there is one."""
    stage, step = step_of_target(desk, change)
    if not step:
        return False
    if change.target == "purpose":
        desk.focus_on(draft=change.opened, compared=())
    elif change.target != "commitments":
        desk.focus_on(value=change.target)
    return desk.do(enter_step, stage, step, desk.seconds()) is not None
