"""The words we share on the room's screen: each with the use on which the group agreed."""

from facilitator.guide import Guide, Stage, Step
from facilitator.workshop import Workshop
from ui.room.view import RoomView

_MOST_UNDER_THE_QUESTION = 4
"""Words that stand under the question; more need its room."""
_SHARES = (1.0, 2.4)


def shared_words_view(workshop: Workshop, guide: Guide, stage: Stage, step: Step) -> RoomView:
    """The question, and under it every word with its use; many words stand without it."""
    about = workshop.about
    terms = list(workshop.terms.values())
    asked = guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
    return RoomView(
        eyebrow=f"{stage.title} · {step.title}" if terms else stage.title,
        statement=asked if len(terms) <= _MOST_UNDER_THE_QUESTION else "",
        rows=tuple((each.term, each.use) for each in terms),
        shares=_SHARES,
        summary=agreed_in_words(len(terms)) if terms else "",
        caption=step.how,
    )


def agreed_in_words(count: int) -> str:
    """How many words are agreed, for the room."""
    return f"{count} word{'' if count == 1 else 's'} agreed"
