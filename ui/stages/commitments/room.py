"""What the room sees of the commitments stage: what, who and by when."""

from facilitator.days import short_day
from facilitator.guide import Guide, Step
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.gather.words import counted


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """The prompt over the commitments: newest first while they are made, in order when read."""
    about = workshop.about
    prompt = guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
    made = list(workshop.commitments.values())
    if step.activity != "read-back":
        made.reverse()
    rows = tuple(
        (c.text, workshop.organisation_name(c.organisation), short_day(c.due)) for c in made
    )
    return RoomView(
        " · ".join(part for part in (about.group, step.title) if part),
        prompt,
        tone="paper" if step.activity == "read-back" else "dark",
        rows=rows,
        summary=counted(len(made), "commitment") if made else "",
    )
