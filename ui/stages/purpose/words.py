"""What the purpose stage says on the console and in the room: cards to sort, and drafts."""

from facilitator.board import Contribution
from facilitator.guide import Stage
from facilitator.stages.purpose import MOST_WORDS, Draft, PurposeDrafted
from facilitator.workshop import Workshop

_STANDING = {"": "", "rejected": "put aside", "amended": "amended", "adopted": "adopted"}


def questions(stage: Stage) -> tuple[str, ...]:
    """The questions whose cards are sorted into themes."""
    return tuple(s.question for s in stage.steps if s.activity == "capture" and s.question)


def cards_to_sort(workshop: Workshop, stage: Stage) -> list[Contribution]:
    """Every card of those questions that is not in the car park, oldest first in each question."""
    asked = questions(stage)
    return [c for q in asked for c in workshop.cards(stage.id, q) if not c.parked]


def next_label(workshop: Workshop, revises: str) -> str:
    """What a draft would be called that revises another, or begins from nothing."""
    beside = Workshop(drafts=dict(workshop.drafts))
    PurposeDrafted("", "", revises).apply(beside)
    return beside.drafts[""].label


def count_words(words: int) -> str:
    """How many words, against the fifty that a statement should keep to."""
    if words > MOST_WORDS:
        return f"{words} words, {words - MOST_WORDS} over fifty"
    return f"{words} of {MOST_WORDS} words"


def words_of(draft: Draft) -> str:
    """How long a draft is."""
    return f"{draft.words} word{'' if draft.words == 1 else 's'}"


def standing(draft: Draft) -> str:
    """What the group did with a draft, in a word or two; nothing while it is open."""
    return _STANDING[draft.verdict]


def draft_in_hand(workshop: Workshop, in_hand: str) -> Draft | None:
    """The draft that was chosen, else the newest that is open, else the newest; None without any.

    What was put aside is in hand only while nothing is open.
    """
    drafts = list(workshop.drafts.values())
    chosen = workshop.drafts.get(in_hand)
    still_open = [draft for draft in drafts if not draft.verdict]
    if chosen is not None and (chosen.verdict in ("", "adopted") or not still_open):
        return chosen
    return next(iter([*reversed(still_open), *reversed(drafts)]), None)
