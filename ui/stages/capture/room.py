"""What the room sees while it is asked a question: the question, and the newest of its own words.

Every stage's capture steps use it, so that what is hidden in one is hidden in all.
"""

from facilitator.attribution import shown_as
from facilitator.board import Contribution
from facilitator.guide import Guide, Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomCard, RoomView

MOST_CARDS = 9


def capture_view(
    workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus
) -> RoomView:
    """The question and the newest words; without a question, the prompt alone.

    While what is captured is not revealed, only how much there is.
    """
    about = workshop.about
    count = workshop.card_count(stage.id, step.question) if step.question else 0
    revealed = focus.reveals(stage.id, step)
    cards = _newest(workshop, stage, step) if count and revealed else ()
    return RoomView(
        eyebrow=eyebrow(workshop, stage, step),
        statement=guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group),
        cards=cards,
        summary=_how_many(count, revealed=revealed),
        caption=step.how,
    )


def eyebrow(workshop: Workshop, stage: Stage, step: Step) -> str:
    """The stage; and the place, where a question is asked that does not name it itself."""
    place = "" if step.names_place or not step.question else workshop.about.place
    return " · ".join(part for part in (stage.title, place) if part)


def said_by(workshop: Workshop, card: Contribution) -> str:
    """Who is to be named with a card in the room; nobody with an unattributed one."""
    return workshop.who_said(card) if shown_as(workshop, card) != "unattributed" else ""


def _newest(workshop: Workshop, stage: Stage, step: Step) -> tuple[RoomCard, ...]:
    """The newest first and lit; nothing that is parked."""
    newest = workshop.newest_cards(stage.id, step.question, 3 * MOST_CARDS)
    shown = [card for card in newest if not card.parked][:MOST_CARDS]
    return tuple(
        RoomCard(card.text, said_by(workshop, card), lit=not at) for at, card in enumerate(shown)
    )


def _how_many(count: int, *, revealed: bool) -> str:
    if not count:
        return ""
    if not revealed:
        return f"{count:,} written, hidden until you are ready"
    return f"{count:,} contribution{'' if count == 1 else 's'}"
