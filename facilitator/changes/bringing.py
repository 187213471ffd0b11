"""What came in from elsewhere, and what stood side by side because of it."""

from collections.abc import Callable
from inspect import signature

from facilitator.changes.seen import Seen, Tell, counted, quoted, short
from facilitator.events import Event
from facilitator.seen import NotesReceived
from facilitator.side_by_side import Key, SideBySideChosen
from facilitator.wording import joined
from facilitator.workshop import Workshop


def about_what(workshop: Workshop, key: Key) -> str:
    """What texts or positions stand side by side about, as a thing: "the wording of “Home”"."""
    tell = _PLACES.get(key[0]) if key else None
    # A newer version may name a place in another way.
    return tell(Seen(workshop), *key[1:]) if tell and _fits(tell, key) else "the same words"


def _fits(tell: Callable[..., str], key: Key) -> bool:
    return len(signature(tell).parameters) == len(key)


def _position(seen: Seen, round_id: str, organisation: str) -> str:
    return f"{seen.whose(organisation)} position in {seen.round(round_id)}"


def _drafts(seen: Seen, draft: str) -> str:
    return f"what comes after {seen.draft(draft)}"


def _card(seen: Seen, card: str) -> str:
    return f"the words of {seen.card(card)}"


def _theme(seen: Seen, theme: str) -> str:
    return f"the name of the theme {seen.theme(theme)}"


def _wording(seen: Seen, value: str) -> str:
    return f"the wording of {seen.value(value)}"


def _meaning(seen: Seen, value: str) -> str:
    return f"the meaning of {seen.value(value)}"


def _behaviours(seen: Seen, value: str) -> str:
    return f"what we will and will not do for {seen.value(value)}"


def _proposal(seen: Seen, value: str) -> str:
    return f"the proposal of {seen.value(value)}"


def _answered(seen: Seen, round_id: str, organisation: str) -> str:
    return f"how {seen.whose(organisation)} concern in {seen.round(round_id)} was met"


def _remedy(seen: Seen, round_id: str, organisation: str) -> str:
    return f"what would make it work for {seen.organisation(organisation)}"


def _assent(seen: Seen, organisation: str) -> str:
    return f"{seen.whose(organisation)} assent to the agreement"


def _authority(seen: Seen, organisation: str) -> str:
    return f"what {seen.organisation(organisation)} may agree to here"


def _defence(seen: Seen, draft: str, organisation: str) -> str:
    return f"whether {seen.organisation(organisation)} will defend {seen.draft(draft)}"


def _commitment(seen: Seen, known: str) -> str:
    found = seen.having.commitments.get(known)
    return f"the commitment {quoted(found.text)}" if found else "a commitment"


def _member(seen: Seen, known: str) -> str:
    return f"who {seen.person(known)} is"


def _organisation(seen: Seen, known: str) -> str:
    return f"who {seen.organisation(known)} is"


def _only_we(seen: Seen, theme: str, _question: str, organisation: str) -> str:
    return f"{seen.whose(organisation)} answer to the only-we test of {seen.asked_about(theme)}"


def _strain(seen: Seen, _rehearsal: str, value: str) -> str:
    return f"what became of {seen.value(value)} in the rehearsal"


_PLACES: dict[str, Callable[..., str]] = {
    "position": _position,
    "draft": _drafts,
    "contribution.corrected": _card,
    "theme.named": _theme,
    "value.amended": _wording,
    "value.clarified": _meaning,
    "value.behaviours_named": _behaviours,
    "value.proposed": _proposal,
    "position.settled": _answered,
    "position.remedy_named": _remedy,
    "assent.given": _assent,
    "authority.stated": _authority,
    "purpose.defence_said": _defence,
    "commitment.made": _commitment,
    "member.joined": _member,
    "organisation.joined": _organisation,
    "purpose.only_we_position_taken": _only_we,
    "rehearsal.value_strained": _strain,
    "statement.written": lambda _seen: "the public statement",
    "workshop.named": lambda _seen: "what the workshop is called",
    "gather.missing_answered": lambda _seen: "who is missing",
    "term.agreed": lambda _seen, _term: "what a word means",
    "next_step.named": lambda _seen, _step: "what happens next",
    "budget.named": lambda _seen, _line: "a budget line",
    "interest.declared": lambda _seen, _interest: "a declared interest",
    "value.cost_named": lambda _seen, _cost: "what a value costs",
    "purpose.another_board_answered": lambda seen, d: f"whether others would sign {seen.draft(d)}",
    "rehearsal.lesson_learned": lambda _seen, _rehearsal, _lesson: "a lesson of the rehearsal",
    "rehearsal.decision_put": lambda _seen, _rehearsal, _id: "a decision in the rehearsal",
    "note.kept_private": lambda _seen, _note: "a private note",
    "rehearsal.note_taken": lambda _seen, _rehearsal, _id: "a note on the rehearsal",
}


def _chosen(seen: Seen, event: SideBySideChosen) -> str:
    return f"the choice of one of two answers about {about_what(seen.having, event.about)}"


def _received(_seen: Seen, event: NotesReceived) -> str:
    names = joined([short(name) for name in event.names[:3]])
    more = len(event.names) - 3
    names = f"{names} and {more} more" if more > 0 else names
    what = counted(event.count, "entry", "entries")
    return f"{what} that came from {names}" if names else f"{what} that came in"


TOLD: dict[type[Event], Tell] = {SideBySideChosen: _chosen, NotesReceived: _received}
"""How each of these is told."""
