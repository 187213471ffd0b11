"""What the room sees of the gather stage: the organisations that are here, and the rule."""

from facilitator.guide import Guide, Step
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomColumn, RoomView
from ui.stages.gather.words import core_names, counted, here_now, rule_sentences

_MOST_IN_A_COLUMN = (6, 14, 30)
"""Up to so many names stand in one, two and three columns; more in four."""


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """The prompt over the names of organisations, or over the rule. Never a person's name."""
    about = workshop.about
    prompt = guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
    eyebrow = " · ".join(part for part in (about.group, step.title) if part)
    if step.activity == "rule":
        rows = tuple((said,) for said in rule_sentences(workshop.rule, core_names(workshop)))
        return RoomView(eyebrow, prompt, tone="paper", rows=rows)
    names = [organisation.short for organisation in here_now(workshop, focus.minute)]
    summary = f"{counted(len(names), 'organisation is', 'organisations are')} here" if names else ""
    if workshop.chatham_house:
        return RoomView(eyebrow, prompt, summary=summary)
    return RoomView(eyebrow, prompt, columns=_columns(names), summary=summary)


def _columns(names: list[str]) -> tuple[RoomColumn, ...]:
    count = 1 + sum(len(names) > most for most in _MOST_IN_A_COLUMN)
    tall = -(-len(names) // count)
    parts = [tuple(names[at : at + tall]) for at in range(0, len(names), tall or 1)]
    return tuple(RoomColumn("Here" if not at else "", part) for at, part in enumerate(parts))
