"""The session record: everything, in the order in which it happened. Workshop to blocks.

For whoever was there, and for the file. What is private stays so: notes, news for one part alone,
single check-ins; and nobody is named who chose not to be. Order and contents: domain.md, section 4.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from exports.blocks import (
    Beside,
    Block,
    Contents,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    OnePage,
    Paragraph,
    Title,
)
from exports.documents import debrief
from exports.documents.board_section import car_park, contributions, missing, only_we
from exports.documents.days_section import attendance_by_minute, timing
from exports.documents.membership import interests, membership, quorum
from exports.documents.promises_section import assents, budgets, commitments
from exports.documents.rounds_section import every_draft, every_value
from exports.documents.story_section import story
from exports.documents.words_section import next_steps, shared_words
from exports.fingerprint import WORDS, fingerprinted
from facilitator.chronicle import local_minute
from facilitator.days import day_in_words
from facilitator.events import Redacted
from facilitator.guide import Guide, load_guide
from facilitator.history import History
from facilitator.wording import joined
from facilitator.workshop import Workshop

TITLE = "Session record"


def record(
    workshop: Workshop,
    made: datetime.datetime,
    history: History | None = None,
    guide: Guide | None = None,
) -> Document:
    """The record of a workshop as it stands. `made` is when the document was written.

    With its `history`, what happened to each value is told with its minutes. The `guide` names
    the questions and steps; without one it is the guide that ships.
    """
    guide = guide or load_guide()
    group = workshop.about.group or "A group that has no name yet"
    blocks = [
        Title(TITLE, group, _subtitle(workshop, made)),
        *_control(workshop, made),
        *_taken_out(workshop, history),
        Fingerprint("", WORDS),
        Contents(),
        *membership(workshop),
        *attendance_by_minute(workshop),
        *interests(workshop),
        *(quorum(workshop) if workshop.organisations else []),
        *missing(workshop),
        *contributions(workshop, guide),
        *only_we(workshop),
        *shared_words(workshop),
        *every_draft(workshop),
        *every_value(workshop),
        *_rehearsals(workshop),
        *commitments(workshop),
        *budgets(workshop),
        *car_park(workshop),
        *next_steps(workshop),
        *assents(workshop),
        *timing(workshop, guide, made.timestamp()),
        *story(workshop, made.tzinfo, guide, history),
    ]
    document = Document(
        title=f"{TITLE}: {group}",
        blocks=tuple(blocks),
        created=made,
        footer=f"{group} · {TITLE}",
        author=group,
        subject=f"{TITLE}, {day_in_words(made.date().isoformat())}",
    )
    return fingerprinted(document, "record", attach=workshop.attribution != "unattributed")


def _subtitle(workshop: Workshop, made: datetime.datetime) -> str:
    about = workshop.about
    parts = [about.title, about.place]
    parts.append(f"written on {day_in_words(made.date().isoformat())}")
    said = " · ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _control(workshop: Workshop, made: datetime.datetime) -> list[Block]:
    paper, about = workshop.paper, workshop.about
    days = sorted({s.date for s in workshop.sittings.values()} or ({about.date} - {""}))
    rows = [
        ("Reference", f"{paper.reference}, session record" if paper.reference else ""),
        ("Workshop", about.title),
        ("Held on", joined([day_in_words(day) for day in days])),
        ("Written on", day_in_words(made.date().isoformat())),
        ("Owner", paper.owner),
        ("Agreement", f"Version {paper.version}, {paper.status[:1].lower()}{paper.status[1:]}"),
        ("Words are quoted", _QUOTED[workshop.attribution]),
    ]
    kept = tuple((label, value) for label, value in rows if value)
    return [
        KeepTogether((Heading("About this document", label=True), DefinitionRows(kept))),
        Paragraph(
            "This is what was said and done, in the order in which it happened. It decides nothing "
            "that is not decided in it. Private notes, check-ins and news for one part of a "
            "rehearsal are not in it.",
            "mute",
        ),
        *_unknown(workshop),
    ]


def _unknown(workshop: Workshop) -> list[Block]:
    """That something is missing which only a newer version of the app could tell."""
    count = sum(workshop.unknown_kinds.values())
    if not count:
        return []
    what = "One thing was" if count == 1 else f"{count} things were"
    said = f"{what} kept by a newer version of the app than this one, and cannot be told here."
    return [Paragraph(said, "mute")]


def _taken_out(workshop: Workshop, history: History | None) -> list[Block]:
    """That words were taken out for good: when and by whom, and not what they were."""
    if not workshop.taken_out:
        return []
    told = []
    for entry in history.entries if history else ():
        if isinstance(entry.event, Redacted):
            places = sum(len(pointers) for _, pointers in entry.event.targets)
            minute = local_minute(entry.at)
            when = f" on {day_in_words(minute[:10])} at {minute[11:]}" if minute else ""
            told.append(f"{_places(places)}{when}, by the {entry.by.casefold()}")
    where = joined(told) or _places(workshop.taken_out)
    return [Paragraph(f"Words were taken out for good: {where}. What they were is kept nowhere.")]


def _places(count: int) -> str:
    return "in one place" if count == 1 else f"in {count} places"


_QUOTED = {
    "named": "By name, unless somebody chose otherwise",
    "organisation": "By organisation, unless somebody chose otherwise",
    "unattributed": "Without saying whose they are",
}


def _rehearsals(workshop: Workshop) -> list[Block]:
    blocks: list[Block] = []
    for found in workshop.rehearsals.values():
        if found.untouched:
            continue
        blocks += [
            Heading(f"Rehearsal: {found.pack.title}"),
            Paragraph(
                "What was said and decided here was said in role and decides nothing. Nobody is "
                "named, and what people felt is told only of all of them together.",
                "mute",
            ),
            *deeper(debrief.told(workshop, found)),
        ]
    return blocks


def deeper(blocks: Iterable[Block]) -> list[Block]:
    """The same blocks a level further down: sections of a document as parts of one section."""
    return [_deeper(block) for block in blocks]


def _deeper(block: Block) -> Block:
    match block:
        case Heading(level=2):
            return replace(block, level=3)
        case Heading(level=3):
            return replace(block, level=4)
        case KeepTogether(inner) | OnePage(inner):
            return replace(block, blocks=_all(inner))
        case Beside(columns):
            return replace(block, columns=tuple(map(_all, columns)))
        case _:
            return block


def _all(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(map(_deeper, blocks))
