"""Positions in a document: the sentence, the bar, and what was reserved, word for word."""

from exports.blocks import POSITION_WORDS, Block, Heading, Paragraph, PositionBar, Quote
from facilitator.days import day_in_words
from facilitator.decision import CATEGORIES, CODES, Position, tally
from facilitator.gradients import SAID
from facilitator.rounds import Correction, Round, rounds_about
from facilitator.stages import purpose
from facilitator.stages.values import on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop

_VERBS = {"reservation": "Reservation", "stand_aside": "Stands aside", "object": "Objection"}
_STOOD = {
    "agree": "Supporting it",
    "reservation": "With a reservation",
    "stand_aside": "Standing aside",
    "need_more": "Waiting for an answer",
    "object": "Objecting",
    "abstain": "Abstaining",
    "absent": "Not here",
}
_POSITION = {
    "agree": "supports it",
    "reservation": "has a reservation",
    "stand_aside": "stands aside",
    "need_more": "waits for an answer",
    "object": "objects",
    "abstain": "abstains",
    "absent": "not here",
}


def bar_of(about: Round) -> PositionBar:
    """A locked round's positions as a bar, late ones in their place."""
    counts = tally(about.standing())
    shown = tuple((code, counts[code]) for code in CODES if code in counts)
    words = ", ".join(f"{number} {POSITION_WORDS[code][number != 1]}" for code, number in shown)
    return PositionBar(shown, alt=f"Positions in round {about.number}: {words or 'none'}.")


def by_organisation(workshop: Workshop, about: Round) -> str:
    """Where each organisation stands, by name, in the order of the positions."""
    sentences = []
    for code in CODES:
        names = [
            workshop.organisation_name(o) + _remarks(about, p)
            for o, p in about.standing().items()
            if p.code == code
        ]
        if names:
            sentences.append(f"{_STOOD[code]}: {joined(names)}.")
    return " ".join(sentences)


def _remarks(about: Round, position: Position) -> str:
    """In brackets: what was said on Kaner's scale, and whether it came late or still waits."""
    who = position.organisation
    said = [SAID[position.gradient].lower()] if position.gradient else []
    if who in about.late:
        date = about.came.get(who, "")
        said.append(f"late, {day_in_words(date)}" if date else "late")
    if about.mandates.get(who) == "":
        said.append("subject to mandate")
    if position.not_valid:
        said.append("recorded as a reservation")
    return f" ({'; '.join(said)})" if said else ""


def what_stood_against(workshop: Workshop, about: Round) -> str:
    """What a locked round that did not agree ran into, as a phrase."""
    parts = []
    for code, one, many in (
        ("object", "objection", "objections"),
        ("need_more", "question", "questions"),
        ("stand_aside", "stand-aside", "stand-asides"),
    ):
        names = _names(workshop, about, code)
        if names:
            parts.append(f"{len(names)} {one if len(names) == 1 else many} ({joined(names)})")
    result = about.result
    if result is not None and not result.quorate:
        parts.insert(0, "no quorum")
    elif result is not None and result.outcome == "not_adopted_votes":
        parts.insert(0, f"{result.yes} of {result.votes} said yes")
    elif result is not None and result.outcome == "not_adopted_unanimity":
        away = _names(workshop, about, "absent")
        parts += [f"{joined(away)} not here"] if away else []
    return joined(parts) or "no agreement"


def _names(workshop: Workshop, about: Round, code: str) -> list[str]:
    return [workshop.organisation_name(o) for o, p in about.positions.items() if p.code == code]


def reserved(about: Round) -> list[Position]:
    """Reservations of a round; an objection that the group found to be none is one of them."""
    standing = about.standing().values()
    return [p for p in standing if p.code == "reservation" or p.not_valid]


def corrections(workshop: Workshop, about: Round) -> list[str]:
    """What was changed after a round was locked, when and why, a sentence for each."""
    return [_correction(workshop, about, each) for each in about.corrections]


def _correction(workshop: Workshop, about: Round, each: Correction) -> str:
    name = workshop.organisation_name(each.organisation)
    before, after = _POSITION[each.before.code], _POSITION[each.after.code]
    moved = f"from “{before}” to “{after}”" if before != after else f"“{after}”, in other words"
    return (
        f"Corrected on {day_in_words(each.date)}, after round {about.number} was locked: "
        f"{name}, {moved}. Reason: {each.why}"
    )


def reservations(workshop: Workshop) -> list[Block]:
    """Every reservation, stand-aside and open objection of the last rounds, and of the assents."""
    blocks: list[Block] = []
    found = purpose.adopted(workshop)
    subjects = [(found.id, "The purpose")] if found else []
    subjects += [(v.id, v.title) for v in on_the_table(workshop)]
    for subject, title in subjects:
        locked = [r for r in rounds_about(workshop, subject) if r.result is not None]
        if not locked:
            continue
        said = [
            Quote(p.text, _who(workshop, locked[-1], p))
            for p in locked[-1].standing().values()
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
    return [Heading("Reservations and stand-asides"), Paragraph(words, "mute", leads=True), *blocks]


def _who(workshop: Workshop, about: Round, position: Position) -> str:
    """Who said it and as what; when it came; and what would make it work."""
    name = workshop.organisation_name(position.organisation)
    kind = _VERBS[position.code]
    if position.category:
        kind += f", {CATEGORIES[position.category]}"
    if position.gradient:
        kind += f", said as “{SAID[position.gradient]}”"
    if position.organisation in about.late:
        date = about.came.get(position.organisation, "")
        on = f" on {day_in_words(date)}" if date else ""
        late = f"late,{on}" if on else "late"
        # On the day of the lock the meeting may well be going on.
        kind += f", given{on} after the meeting" if date > about.at[:10] else f", given {late}"
    parts = [kind]
    if position.not_valid:
        parts.append(
            "The group found it to be of none of the four kinds, so it is recorded as a "
            f"reservation: {position.not_valid.rstrip('.')}"
        )
    if position.would_work:
        parts.append(f"What would make it work: {position.would_work.rstrip('.')}")
    # One short remark needs no full stop; several are sentences.
    return f"{name}. {'. '.join(parts)}{'.' if len(parts) > 1 else ''}"
