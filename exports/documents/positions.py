"""Positions in a document: the sentence, the bar, and what was reserved, word for word."""

from exports.blocks import Block, Heading, Paragraph, PositionBar, Quote
from facilitator.decision import CATEGORIES, CODES, Position, tally
from facilitator.rounds import Round, rounds_about
from facilitator.stages import purpose
from facilitator.stages.values import on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop

_VERBS = {"reservation": "Reservation", "stand_aside": "Stands aside", "object": "Objection"}


def bar_of(about: Round) -> PositionBar:
    """A locked round's positions as a bar, late ones in their place."""
    counts = tally(about.standing())
    shown = tuple((code, counts[code]) for code in CODES if code in counts)
    words = ", ".join(f"{number} {code.replace('_', ' ')}" for code, number in shown)
    return PositionBar(shown, alt=f"Positions in round {about.number}: {words or 'none'}.")


_STOOD = {
    "agree": "Supporting it",
    "reservation": "With a reservation",
    "stand_aside": "Standing aside",
    "need_more": "Waiting for an answer",
    "object": "Objecting",
    "abstain": "Abstaining",
    "absent": "Not here",
}


def by_organisation(workshop: Workshop, about: Round) -> str:
    """Where each organisation stands, by name, in the order of the positions."""
    sentences = []
    for code in CODES:
        names = [
            workshop.organisation_name(o) + (" (late)" if o in about.late else "")
            for o, p in about.standing().items()
            if p.code == code
        ]
        if names:
            sentences.append(f"{_STOOD[code]}: {joined(names)}.")
    return " ".join(sentences)


def what_stood_against(workshop: Workshop, about: Round) -> str:
    """What a locked round that did not agree ran into, as a phrase."""
    parts = []
    for code, one, many in (
        ("object", "objection", "objections"),
        ("need_more", "question", "questions"),
        ("stand_aside", "stand-aside", "stand-asides"),
    ):
        names = [
            workshop.organisation_name(o) for o, p in about.positions.items() if p.code == code
        ]
        if names:
            parts.append(f"{len(names)} {one if len(names) == 1 else many} ({joined(names)})")
    if about.result is not None and not about.result.quorate:
        parts.insert(0, "no quorum")
    return joined(parts) or "no agreement"


def reservations(workshop: Workshop) -> list[Block]:
    """Every reservation, stand-aside and open objection of the last rounds, and of the assents."""
    blocks: list[Block] = []
    found = purpose.adopted(workshop)
    subjects = [(found.id, "The purpose")] if found else []
    subjects += [(v.id, v.title) for v in on_the_table(workshop)]
    for subject, title in subjects:
        rounds = rounds_about(workshop, subject)
        locked = [r for r in rounds if r.result is not None]
        if not locked:
            continue
        said = [
            Quote(p.text, _who(workshop, p, late=o in locked[-1].late))
            for o, p in locked[-1].standing().items()
            if p.code in _VERBS and not p.resolved
        ]
        if said:
            blocks += [Heading(title, level=3), *said]
    given = [a for a in workshop.assents.values() if a.reservation]
    if given:
        blocks.append(Heading("This document as a whole", level=3))
        blocks += [
            Quote(a.reservation, f"{workshop.organisation_name(a.organisation)}, on assenting")
            for a in given
        ]
    if not blocks:
        return []
    words = "Reservations and stand-asides stand here word for word, as they were given."
    return [Heading("Reservations and stand-asides"), Paragraph(words, "mute"), *blocks]


def _who(workshop: Workshop, position: Position, *, late: bool) -> str:
    name = workshop.organisation_name(position.organisation)
    kind = _VERBS[position.code]
    if position.category:
        kind += f", {CATEGORIES[position.category]}"
    return f"{name}. {kind}{', given after the meeting' if late else ''}"
