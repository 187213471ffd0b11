"""What the purpose stage says on the console and in the room: cards to sort, and drafts."""

from facilitator.board import Contribution
from facilitator.guide import Stage
from facilitator.rounds import latest_round
from facilitator.stages.purpose import MOST_WORDS, Draft, PurposeDrafted
from facilitator.wording_diff import Difference
from facilitator.workshop import Workshop

ANOTHER_BOARD = "Would another board sign this?"
STOPS = "What would we have to stop?"
DEFEND = "Will you defend this outside?"
"""What the room is asked about a draft besides where it stands."""

KEPT = "What only we can do"
"""What is said before the themes that the only-we test kept, while a statement is written."""

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


def next_base(workshop: Workshop) -> str:
    """The id of the draft that a new one revises when none was chosen; nothing for a first one.

    While there are only first versions the tables are still writing theirs, side by side. After
    that it is the newest of the highest version, of the open ones where there are any.
    """
    drafts = list(workshop.drafts.values())
    newest = max((d.number for d in drafts), default=1)
    if newest == 1:
        return ""
    found = [d for d in drafts if d.number == newest]
    standing = [d for d in found if d.verdict in ("", "adopted")]
    return (standing or found)[-1].id


def next_words(base: Draft | None) -> str:
    """What an empty editor says: what is to be written, or which version goes on from which."""
    if base is None:
        return "What only we will do, in fifty words or fewer"
    return f"The next version, from {base.label}. Enter on a draft below takes its words up here."


def count_words(words: int) -> str:
    """How many words, against the fifty that a statement should keep to."""
    if words > MOST_WORDS:
        return f"{words} words, {words - MOST_WORDS} over fifty"
    return f"{words} of {MOST_WORDS} words"


def words_of(draft: Draft) -> str:
    """How long a draft is; where it is too long, by how much."""
    if draft.words > MOST_WORDS:
        return count_words(draft.words)
    return f"{draft.words} word{'' if draft.words == 1 else 's'}"


def named(workshop: Workshop, draft: Draft) -> str:
    """A draft by its label and the one it came from: "v3, from v2b"."""
    base = workshop.drafts.get(draft.revises)
    return f"{draft.label}, from {base.label}" if base else draft.label


def beside(workshop: Workshop, draft: Draft) -> list[Draft]:
    """The open drafts of the same version, itself among them, until the group has chosen.

    It has chosen when one of them is adopted or put aside with none left beside it, or when it
    went on from one of them.
    """
    found = [d for d in workshop.drafts.values() if d.number == draft.number and not d.verdict]
    built_on = {d.revises for d in workshop.drafts.values()}
    if draft.verdict or any(each.id in built_on for each in found):
        return [draft]
    return found


def compared(workshop: Workshop, pair: tuple[str, ...]) -> tuple[Draft, Draft] | None:
    """Two drafts to compare, the older first; None when one of them is gone."""
    found = [workshop.drafts[each] for each in pair if each in workshop.drafts]
    return (found[0], found[1]) if len(found) == 2 else None


def older_first(workshop: Workshop, one: str, other: str) -> tuple[str, str]:
    """Two drafts in the order of their versions, and of their writing within one version."""
    order = [d.id for d in sorted(workshop.drafts.values(), key=lambda d: d.number)]
    return (one, other) if order.index(one) < order.index(other) else (other, one)


def change_in_words(found: Difference) -> str:
    """What came and what went, counted."""
    if not found.changed:
        return "the same, word for word"
    if not found.came and not found.went:
        return "only the punctuation differs"
    counted = f"{_words(found.came)} came, {found.went or 'none'} went"
    return f"written anew: {counted}" if found.rewritten else counted


def defence_in_words(workshop: Workshop, draft: Draft) -> str:
    """How many will defend a draft outside, and how many not yet; nothing before anybody said."""
    said = [d.will for o, d in draft.defences.items() if o in workshop.organisations]
    will, not_yet = sum(said), len(said) - sum(said)
    parts = [f"{will} will defend it outside"] if will or not not_yet else []
    parts += [f"{not_yet} not yet"] if not_yet else []
    return ", ".join(parts) if said else ""


def another_board_in_short(draft: Draft) -> str:
    """The question, or its answer, as a button's label."""
    found = draft.another_board
    if found is None:
        return ANOTHER_BOARD
    return f"Another board: {'yes' if found.would_sign else 'no'}"


def stops_in_short(draft: Draft) -> str:
    """The question, or how much was named, as a button's label."""
    if draft.nothing_to_stop:
        return "To stop: nothing"
    return f"To stop: {len(draft.stops)}" if draft.stops else STOPS


def defence_in_short(workshop: Workshop, draft: Draft) -> str:
    """The question, or how many will, as a button's label."""
    said = defence_in_words(workshop, draft)
    return said[0].upper() + said[1:] if said else "Who will defend it outside?"


def _words(count: int) -> str:
    return f"{count or 'no'} word{'' if count <= 1 else 's'}"


def from_rehearsals(workshop: Workshop) -> dict[str, str]:
    """The drafts that a change accepted in a rehearsal opened, and which rehearsal it was."""
    return {
        change.opened: f"from the rehearsal “{rehearsal.pack.title}”"
        for rehearsal in workshop.rehearsals.values()
        for change in rehearsal.changes.values()
        if change.target == "purpose" and change.opened in workshop.drafts
    }


def standing(draft: Draft) -> str:
    """What the group did with a draft, in a word or two; nothing while it is open."""
    return _STANDING[draft.verdict]


def draft_in_hand(workshop: Workshop, in_hand: str) -> Draft | None:
    """The draft that was chosen; else the one whose round is open, the adopted, or the newest.

    The newest is the last written of the highest version. What was put aside is in hand only while
    nothing is open. None without any draft.
    """
    drafts = sorted(workshop.drafts.values(), key=lambda draft: draft.number)
    chosen = workshop.drafts.get(in_hand)
    still_open = [draft for draft in drafts if not draft.verdict]
    if chosen is not None and (chosen.verdict in ("", "adopted") or not still_open):
        return chosen
    found = [d for d in drafts if d.verdict == "adopted"]
    asked = [d for d in still_open if (last := latest_round(workshop, d.id)) and last.is_open]
    return next(iter([*reversed(asked), *found, *reversed(still_open), *reversed(drafts)]), None)
